import { GuildhallError } from '../errors.js';
import type { AnyCollection } from './any-collection.js';
import { MemoryFeed } from './memory-feed.js';
import { Moment } from './memory-moment.js';
import { MemoryTable } from './memory-table.js';
import { MemoryReader, MemoryWriter } from './memory-transaction.js';
import type { Change, Cursor, Reader, Resync, Store, Writer } from './store.js';

/**
 * A store in this program's memory: for tests, for trying out, for a page without a server. It keeps the whole
 * contract but one word: when the program ends, all is gone. Writes run strictly one after another, so that a
 * work must await nothing but its transaction: awaiting another write would wait for ever.
 */
export function memoryStore(): Store {
  return new MemoryStore();
}

class MemoryStore implements Store {
  readonly #tables = new Map<string, MemoryTable>();
  readonly #feed = new MemoryFeed();
  /** The moments that open reads see. */
  readonly #reading = new Set<Moment>();
  /** What was before the write that is under way. */
  #writing: Moment | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  async read<R>(work: (tx: Reader) => Promise<R>): Promise<R> {
    this.#assertOpen();
    const moment = new Moment(this.#writing);
    const tx = new MemoryReader(this.#table, moment);
    this.#reading.add(moment);
    try {
      return await work(tx);
    } finally {
      this.#reading.delete(moment);
      tx.end();
    }
  }

  async write<R>(work: (tx: Writer) => Promise<R>): Promise<R> {
    this.#assertOpen();
    const result = this.#last.then(() => this.#run(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  changes(after?: Cursor): AsyncIterableIterator<Change | Resync> {
    this.#assertOpen();
    return this.#feed.changes(after);
  }

  async prepare(): Promise<void> {
    this.#assertOpen();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
    this.#feed.close();
  }

  async #run<R>(work: (tx: Writer) => Promise<R>): Promise<R> {
    const before = new Moment();
    const tx = new MemoryWriter(this.#table, before, this.#reading);
    this.#writing = before;
    try {
      const result = await work(tx);
      tx.assertSound();
      this.#feed.append(tx.told);
      return result;
    } catch (error) {
      before.undo();
      throw error;
    } finally {
      this.#writing = undefined;
      tx.end();
    }
  }

  readonly #table = (collection: AnyCollection): MemoryTable => {
    const table = this.#tables.get(collection.name) ?? new MemoryTable(collection);
    this.#tables.set(collection.name, table);
    return table;
  };

  #assertOpen(): void {
    if (this.#isClosed) throw new GuildhallError('unavailable', 'store.closed', 'The store has been closed.');
  }
}
