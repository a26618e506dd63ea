import { GuildhallError } from '../errors.js';
import type { AnyCollection } from './any-collection.js';
import { MemoryFeed } from './memory-feed.js';
import { Moment, type Tables } from './memory-moment.js';
import { MemoryTable } from './memory-table.js';
import { MemoryReader, MemoryWriter } from './memory-transaction.js';
import type { Store, Writer } from './store.js';

/**
 * A store in this program's memory: for tests, for trying out, for a page without a server. It keeps the whole
 * contract but one word: when the program ends, all is gone. Writes run strictly one after another.
 */
export function memoryStore(): Store {
  const all = new Map<string, MemoryTable>();
  const tables: Tables = (collection) => tableOf(all, collection);
  const feed = new MemoryFeed();
  const reading = new Set<Moment>();
  let writing: Moment | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  async function write<R>(work: (tx: Writer) => Promise<R>): Promise<R> {
    const before = new Moment();
    const tx = new MemoryWriter(tables, before, reading);
    writing = before;
    try {
      const result = await work(tx);
      tx.assertSound();
      feed.append(tx.told);
      return result;
    } catch (error) {
      before.undo();
      throw error;
    } finally {
      writing = undefined;
      tx.end();
    }
  }

  return {
    async read(work) {
      assertOpen(isClosed);
      const moment = new Moment(writing);
      const tx = new MemoryReader(tables, moment);
      reading.add(moment);
      try {
        return await work(tx);
      } finally {
        reading.delete(moment);
        tx.end();
      }
    },
    async write(work) {
      assertOpen(isClosed);
      const result = last.then(() => write(work));
      last = result.catch(() => undefined);
      return result;
    },
    changes(after) {
      assertOpen(isClosed);
      return feed.changes(after);
    },
    async prepare() {
      assertOpen(isClosed);
    },
    async close() {
      isClosed = true;
      await last;
      feed.close();
    },
  };
}

function tableOf(all: Map<string, MemoryTable>, collection: AnyCollection): MemoryTable {
  const table = all.get(collection.name) ?? new MemoryTable(collection);
  all.set(collection.name, table);
  return table;
}

function assertOpen(isClosed: boolean): void {
  if (isClosed) throw new GuildhallError('unavailable', 'store.closed', 'The store has been closed.');
}
