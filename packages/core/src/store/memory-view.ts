import { comparePlaces, encodeCursor, isOnPage, planFind, type AnyFind, type Place } from './plan.js';
import { placesOf, streamsOf } from './memory-index.js';
import type { MemoryTable } from './memory-table.js';
import { indexWords, searchPage, wordsOf } from './search.js';
import type { AnyCollection } from './any-collection.js';
import type { Cursor, Search, StoredRecord } from './store.js';

/** The records that changed since a moment, as they were then; undefined for those that were not there. */
export type Before = Map<string, StoredRecord | undefined>;

/** The ids of a page. */
interface IdPage {
  ids: string[];
  next?: Cursor;
}

/** One collection at one moment: the newest, or the one to which `before` leads back. */
export class MemoryView {
  readonly #collection: AnyCollection;
  readonly #table: MemoryTable;
  readonly #before: Before;

  constructor(collection: AnyCollection, table: MemoryTable, before: Before) {
    this.#collection = collection;
    this.#table = table;
    this.#before = before;
  }

  get(id: string): StoredRecord | undefined {
    return this.#before.has(id) ? this.#before.get(id) : this.#table.records.get(id);
  }

  find(query: AnyFind = {}): IdPage {
    const plan = planFind(this.#collection, query);
    const streams = new Set(streamsOf(plan));
    const equals = plan.equals.map(([field]) => field);
    const places = new Map<string, Place>();
    for (const place of this.#table.index(plan).page(plan, this.#before)) places.set(place.id, place);
    for (const record of this.#before.values()) {
      if (!record) continue;
      for (const [stream, place] of placesOf(record, equals, plan.order)) {
        if (streams.has(stream) && isOnPage(plan, place)) places.set(place.id, place);
      }
    }
    const found = [...places.values()].sort((a, b) => comparePlaces(a, b) * plan.direction);
    const ids = found.slice(0, plan.limit).map((place) => place.id);
    const last = found[plan.limit - 1];
    return found.length > plan.limit && last ? { ids, next: encodeCursor(last) } : { ids };
  }

  search(text: string, query: Search = {}): IdPage {
    const words = wordsOf(text);
    const candidates = this.#table.words().candidates(words);
    const now = candidates.filter(({ id }) => !this.#before.has(id));
    const then = [...this.#before.values()].filter((record) => record !== undefined);
    const changed = then.map((record) => ({ id: record.id, words: indexWords(this.#collection, record) }));
    return searchPage([...now, ...changed], words, query);
  }
}
