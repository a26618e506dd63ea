import { isGuildhallError, type Change, type Cursor, type Resync } from '@guildhall/core/store';

/** How long an iterator waits before it looks again after the database could not be read. */
const RETRY_MS = 1000;

/** What a feed is read from. */
export interface FeedSource {
  /** A cursor behind all that is committed. */
  present(): Promise<Cursor>;
  /** Says whether every event after the cursor is still there. */
  isKnown(cursor: Cursor): Promise<boolean>;
  /** The next events after a known cursor, in order; none when there are none yet. */
  after(cursor: Cursor): Promise<readonly Change[]>;
  /** Calls `wake` whenever somebody else may have committed, until the returned function is called. */
  watch(wake: () => void): () => void;
}

type Next = IteratorResult<Change | Resync>;
const DONE: Next = { done: true, value: undefined };

/** The feed of a SQL store: reads its source for as many iterators as there are, and watches while there are any. */
export class SqlFeed {
  readonly #source: FeedSource;
  readonly #sleepers = new Set<() => void>();
  /** What was read since the last wake: iterators at the same place share one reading. */
  #pages = new Map<Cursor, Promise<readonly Change[]>>();
  #iterators = 0;
  #unwatch: (() => void) | undefined;
  #isClosed = false;

  constructor(source: FeedSource) {
    this.#source = source;
  }

  /** Lets all iterators look again: something was committed. */
  readonly wake = (): void => {
    this.#pages = new Map();
    for (const sleeper of [...this.#sleepers]) sleeper();
  };

  close(): void {
    this.#isClosed = true;
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.wake();
  }

  /** Every change after the cursor, then those to come. */
  changes(after: Cursor | undefined): AsyncIterableIterator<Change | Resync> {
    const reading = new Reading(after);
    const stop = (): void => {
      if (reading.isStarted && !reading.isDone) this.#count(-1);
      reading.isDone = true;
    };
    // One step at a time: each goes on where the one before ended.
    let last: Promise<unknown> = Promise.resolve();
    const next = (): Promise<Next> => {
      const step = last.then(async () => {
        if (!reading.isStarted && !reading.isDone) this.#count(1);
        reading.isStarted = true;
        return this.#step(reading).catch((error: unknown) => {
          stop();
          throw error;
        });
      });
      last = step.catch(() => undefined);
      return step;
    };
    const iterator: AsyncIterableIterator<Change | Resync> = {
      next,
      return: async () => {
        stop();
        reading.rouse?.();
        return DONE;
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  async #step(reading: Reading): Promise<Next> {
    for (;;) {
      if (reading.isDone || this.#isClosed) return DONE;
      const pages = this.#pages;
      try {
        const found = await this.#look(reading);
        if (reading.isDone || this.#isClosed) return DONE;
        if (found) return { done: false, value: found };
        // A wake while we looked made new pages: look again, we may have missed what it was about.
        if (pages === this.#pages) await this.#sleep(reading);
      } catch (error) {
        if (reading.isDone || this.#isClosed) return DONE;
        if (!isGuildhallError(error) || error.code !== 'unavailable') throw error;
        await this.#sleep(reading, RETRY_MS);
        this.#pages.clear();
      }
    }
  }

  async #look(reading: Reading): Promise<Change | Resync | undefined> {
    if (reading.resumed !== undefined && (await this.#source.isKnown(reading.resumed)))
      reading.cursor = reading.resumed;
    reading.resumed = undefined;
    if (reading.cursor === undefined) {
      reading.cursor = await this.#source.present();
      return { resync: true, cursor: reading.cursor };
    }
    if (reading.page.length === 0) reading.page = [...(await this.#page(reading.cursor))];
    const change = reading.page.shift();
    if (!change) return undefined;
    reading.cursor = change.cursor;
    return copy(change);
  }

  #page(cursor: Cursor): Promise<readonly Change[]> {
    const page = this.#pages.get(cursor) ?? this.#source.after(cursor);
    this.#pages.set(cursor, page);
    return page;
  }

  #sleep(reading: Reading, atMost?: number): Promise<void> {
    return new Promise((resolve) => {
      const rouse = (): void => {
        clearTimeout(timer);
        this.#sleepers.delete(rouse);
        reading.rouse = undefined;
        resolve();
      };
      const timer = atMost === undefined ? undefined : setTimeout(rouse, atMost).unref();
      this.#sleepers.add(rouse);
      reading.rouse = rouse;
    });
  }

  #count(more: 1 | -1): void {
    this.#iterators += more;
    if (this.#iterators > 0 && !this.#isClosed) this.#unwatch ??= this.#source.watch(this.wake);
    if (this.#iterators > 0) return;
    this.#unwatch?.();
    this.#unwatch = undefined;
  }
}

/** How far one iterator has come. */
class Reading {
  /** The cursor to begin behind, until it was looked at. */
  resumed: Cursor | undefined;
  /** The cursor of the last that was given. */
  cursor: Cursor | undefined;
  isStarted = false;
  isDone = false;
  page: Change[] = [];
  /** Ends its sleep, while it sleeps. */
  rouse: (() => void) | undefined;

  constructor(after: Cursor | undefined) {
    this.resumed = after;
  }
}

/** Iterators share pages: nobody may change what others still have to read. */
function copy(change: Change): Change {
  const { audience, ids } = change;
  return { ...change, ids: [...ids], audience: audience === 'everyone' ? audience : [...audience] };
}

/** The event of a row, as the feed gives it. */
export function changeOf(event: string, cursor: Cursor): Change {
  // What lies in the table of events was told as an event.
  return { ...(JSON.parse(event) as Omit<Change, 'cursor'>), cursor };
}
