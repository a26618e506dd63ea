import { GuildhallError } from '../errors.js';
import type { AnyCollection } from './any-collection.js';
import { MemoryIndex } from './memory-index.js';
import { MemoryWords } from './memory-words.js';
import { keysOf, type Plan } from './plan.js';
import type { StoredRecord } from './store.js';

/** One collection in memory at its newest moment. Indexes are built when first asked for, then kept. */
export class MemoryTable {
  readonly records = new Map<string, StoredRecord>();
  readonly #collection: AnyCollection;
  readonly #indexes = new Map<string, MemoryIndex>();
  readonly #owners: Map<string, string>[];
  #words: MemoryWords | undefined;

  constructor(collection: AnyCollection) {
    this.#collection = collection;
    this.#owners = (collection.unique ?? []).map(() => new Map<string, string>());
  }

  /** Throws `conflict` when another record has the record's id or one of its unique keys. */
  assertFree(record: StoredRecord, isNew: boolean): void {
    const isTaken = this.#uniqueKeys(record).some(
      ([owners, key]) => (owners.get(key) ?? record.id) !== record.id,
    );
    if (!isTaken && !(isNew && this.records.has(record.id))) return;
    const { name } = this.#collection;
    throw new GuildhallError('conflict', 'store.taken', `${name} has a record with this id or unique key.`);
  }

  /** Puts a record in the place of the one with this id, or nothing. Keeps every index in step. */
  put(id: string, record: StoredRecord | undefined): void {
    const old = this.records.get(id);
    if (old) {
      for (const [owners, key] of this.#uniqueKeys(old)) owners.delete(key);
      for (const index of this.#indexes.values()) index.remove(old);
      this.#words?.remove(old);
      this.records.delete(id);
    }
    if (!record) return;
    this.records.set(id, record);
    for (const [owners, key] of this.#uniqueKeys(record)) owners.set(key, id);
    for (const index of this.#indexes.values()) index.add(record);
    this.#words?.add(record);
  }

  index(plan: Plan): MemoryIndex {
    const name = plan.index.join(' ');
    const index = this.#indexes.get(name) ?? new MemoryIndex(plan.index, this.records.values());
    this.#indexes.set(name, index);
    return index;
  }

  words(): MemoryWords {
    this.#words ??= new MemoryWords(this.#collection, this.records.values());
    return this.#words;
  }

  #uniqueKeys(record: StoredRecord): [Map<string, string>, string][] {
    const keys: [Map<string, string>, string][] = [];
    for (const [at, owners] of this.#owners.entries()) {
      const values = (this.#collection.unique?.[at] ?? []).map((field) => keysOf(record, field)[0]);
      if (!values.includes(undefined)) keys.push([owners, JSON.stringify(values)]);
    }
    return keys;
  }
}
