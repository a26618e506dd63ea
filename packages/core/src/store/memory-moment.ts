import type { AnyCollection } from './any-collection.js';
import type { MemoryTable } from './memory-table.js';
import type { Before } from './memory-view.js';

/** Gives the table of a collection. */
export type Tables = (collection: AnyCollection) => MemoryTable;

/**
 * What leads back from the newest moment of the store to an earlier one: each record changed since, as it was
 * then. A write changes the tables at once; this is how open reads go on seeing their moment, and how it is undone.
 */
export class Moment {
  readonly #changed = new Map<MemoryTable, Before>();

  /** The moment itself, or when a write is under way the one before it began. */
  constructor(running?: Moment) {
    if (!running) return;
    for (const [table, before] of running.#changed) this.#changed.set(table, new Map(before));
  }

  /** Keeps what a record is before it changes, unless an earlier change has done so. */
  keep(table: MemoryTable, id: string): void {
    const before = this.before(table);
    if (!before.has(id)) before.set(id, table.records.get(id));
    this.#changed.set(table, before);
  }

  before(table: MemoryTable): Before {
    return this.#changed.get(table) ?? new Map();
  }

  /** Leads the tables back. */
  undo(): void {
    for (const [table, before] of this.#changed) {
      // All go before any comes back: a new one may hold the unique key of an old one.
      for (const id of before.keys()) table.put(id, undefined);
      for (const [id, record] of before) table.put(id, record);
    }
  }
}
