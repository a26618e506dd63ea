import type { Change, Cursor, Resync, StoreEvent } from './store.js';

/** How many events are kept for those who resume. */
const KEPT = 10_000;

/** The feed of a store in memory. A cursor is `epoch.sequence`: those of another life are not understood. */
export class MemoryFeed {
  // It only has to differ from earlier lives; nothing secret hangs on it.
  readonly #epoch = Math.random().toString(36).slice(2);
  #events: Change[] = [];
  /** The sequence number of the newest event. */
  #newest = 0;
  #waiting: (() => void)[] = [];
  #isClosed = false;

  append(events: readonly StoreEvent[]): void {
    for (const event of events) {
      this.#newest += 1;
      this.#events.push({ ...event, cursor: this.#cursor(this.#newest) });
    }
    // Cutting only now and then keeps appending cheap.
    if (this.#events.length > 2 * KEPT) this.#events = this.#events.slice(-KEPT);
    this.#wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  changes(after: Cursor | undefined): AsyncIterableIterator<Change | Resync> {
    // The sequence number of the last event seen; undefined asks for a resync.
    let seen = after === undefined ? undefined : this.#read(after);
    let isDone = false;
    const next = async (): Promise<IteratorResult<Change | Resync>> => {
      for (;;) {
        if (isDone || this.#isClosed) return { done: true, value: undefined };
        const oldest = this.#newest - Math.min(KEPT, this.#events.length);
        if (seen === undefined || seen < oldest) {
          seen = this.#newest;
          return { done: false, value: { resync: true, cursor: this.#cursor(seen) } };
        }
        const change = this.#events.at(seen - this.#newest);
        if (seen < this.#newest && change) {
          seen += 1;
          return { done: false, value: copy(change) };
        }
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
    };
    const stop = async (): Promise<IteratorResult<Change | Resync>> => {
      isDone = true;
      this.#wake();
      return { done: true, value: undefined };
    };
    const iterator: AsyncIterableIterator<Change | Resync> = {
      next,
      return: stop,
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  #cursor(sequence: number): Cursor {
    return `${this.#epoch}.${sequence}`;
  }

  #read(cursor: Cursor): number | undefined {
    const [epoch, digits] = cursor.split('.');
    const sequence = Number(digits);
    const isKnown =
      epoch === this.#epoch && Number.isInteger(sequence) && sequence >= 0 && sequence <= this.#newest;
    return isKnown ? sequence : undefined;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Nobody may change what others still have to read. */
function copy(change: Change): Change {
  const { audience, ids } = change;
  return { ...change, ids: [...ids], audience: audience === 'everyone' ? audience : [...audience] };
}
