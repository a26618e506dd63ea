import type { CommandContext, Told } from './operation.js';
import type { StoreEvent, Writer } from './store/store.js';

/**
 * Wraps a transaction so that `tell` only collects: events get their area and time here, and go to the
 * store when the code that told them has succeeded.
 */
export class Telling {
  readonly own: Told[] = [];
  readonly tx: CommandContext['tx'];

  readonly #writer: Writer;
  readonly #area: string;
  readonly #now: Date;
  readonly #told: StoreEvent[];

  constructor(writer: Writer, area: string, now: Date, told: StoreEvent[]) {
    this.#writer = writer;
    this.#area = area;
    this.#now = now;
    this.#told = told;
    this.tx = {
      get: (from, id) => writer.get(from, id),
      getMany: (from, ids) => writer.getMany(from, ids),
      find: (from, query) => writer.find(from, query),
      search: (from, text, query) => writer.search(from, text, query),
      insert: (into, record) => writer.insert(into, record),
      insertAll: (into, records) => writer.insertAll(into, records),
      replace: (into, record) => writer.replace(into, record),
      remove: (from, id) => writer.remove(from, id),
      tell: async (event) => void this.own.push(event),
    };
  }

  /** Hands the collected events to the store. */
  async commit(): Promise<void> {
    for (const event of this.own) {
      const stamped = { ...event, area: this.#area, at: this.#now.toISOString() };
      await this.#writer.tell(stamped);
      this.#told.push(stamped);
    }
  }
}
