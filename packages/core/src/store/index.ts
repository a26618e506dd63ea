/**
 * What the author of a store needs: the port's types, and the rules that every store shares, so that all
 * plan, refuse, order and rank alike.
 */
export {
  collection,
  type Audience,
  type Change,
  type Collection,
  type Cursor,
  type Find,
  type Found,
  type Match,
  type Reader,
  type Resync,
  type Scalar,
  type Search,
  type Store,
  type StoredRecord,
  type StoreEvent,
  type WriteOptions,
  type Writer,
} from './store.js';
export { fieldOf, type AnyCollection } from './any-collection.js';
export { GuildhallError, isGuildhallError, type ErrorCode, type ErrorDetails } from '../errors.js';
export { assertJson, assertStorable } from './storable.js';
export {
  combinations,
  compareKeys,
  comparePlaces,
  compareText,
  decodeCursor,
  encodeCursor,
  isStorableText,
  keysOf,
  planFind,
  type AnyFind,
  type Key,
  type Place,
  type Plan,
} from './plan.js';
export {
  deletions,
  fold,
  indexWords,
  rank,
  searchPage,
  wordsOf,
  type Candidate,
  type IndexedWord,
} from './search.js';
