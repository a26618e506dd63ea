import type { AnyCollection } from './any-collection.js';
import { compareText } from './cursor.js';
import { indexWords, isTypo, type Candidate, type IndexedWord } from './search.js';
import type { StoredRecord } from './store.js';

/** The search index of a collection in memory: the words of each record, and the records of each word. */
export class MemoryWords {
  readonly #collection: AnyCollection;
  readonly #words = new Map<string, readonly IndexedWord[]>();
  readonly #records = new Map<string, Set<string>>();

  constructor(collection: AnyCollection, records: Iterable<StoredRecord>) {
    this.#collection = collection;
    for (const record of records) this.add(record);
  }

  add(record: StoredRecord): void {
    const words = indexWords(this.#collection, record);
    this.#words.set(record.id, words);
    for (const { word } of words) {
      const ids = this.#records.get(word) ?? new Set();
      this.#records.set(word, ids.add(record.id));
    }
  }

  remove(record: StoredRecord): void {
    for (const { word } of this.#words.get(record.id) ?? []) {
      const ids = this.#records.get(word);
      ids?.delete(record.id);
      if (ids?.size === 0) this.#records.delete(word);
    }
    this.#words.delete(record.id);
  }

  /** The records that have something like the longest word of the query: `searchPage` decides about the rest. */
  candidates(query: readonly string[]): Candidate[] {
    const [longest] = query.toSorted((a, b) => b.length - a.length || compareText(a, b));
    if (longest === undefined) return [];
    const found = new Set<string>();
    for (const [word, ids] of this.#records) {
      if (word.startsWith(longest) || isTypo(longest, word)) for (const id of ids) found.add(id);
    }
    return [...found].map((id) => ({ id, words: this.#words.get(id) ?? [] }));
  }
}
