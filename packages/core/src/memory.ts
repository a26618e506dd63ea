import type { Settings } from './settings/model.js';
import type { Reader, Store, StoreEvent } from './store/store.js';

/**
 * Something that a process keeps in memory of what is in the store, because it is quick to ask. It is never the
 * truth: what it says is checked against the transaction before anybody is told.
 */
export interface Kept {
  /**
   * Hears of every committed event: own ones at once and again with the feed, those of other servers with it.
   * `number` rises with every call of `notice` and `forget`.
   */
  notice(event: StoreEvent, number: number): void;
  /** Events may have been missed. */
  forget(number: number): void;
  /** Whether something has happened that it has not read yet. */
  isStale(): boolean;
  /** Reads what has changed. The transaction sees everything up to the number `asOf`, and perhaps nothing later. */
  refresh(tx: Reader, asOf: number): Promise<void>;
}

/** A kind of memory: made when first asked for, once in a process for each store. */
export type KindOfMemory<T extends Kept = Kept> = new (settings: Settings, now: () => Date) => T;

/** What one process keeps in memory of one store. */
export class Memory {
  readonly #kept = new Map<KindOfMemory, Kept>();
  readonly #settings: Settings;
  readonly #now: () => Date;
  #number = 0;
  #refreshing: Promise<unknown> = Promise.resolve();

  constructor(settings: Settings, now: () => Date) {
    this.#settings = settings;
    this.#now = now;
  }

  /** The one of this kind, as it is. */
  of<T extends Kept>(kind: KindOfMemory<T>): T {
    const kept = this.#kept.get(kind) ?? new kind(this.#settings, this.#now);
    this.#kept.set(kind, kept);
    // Whatever is kept under a kind was made by it.
    return kept as T;
  }

  /** Passes an event on to all that is kept. */
  notice(event: StoreEvent): void {
    this.#number += 1;
    for (const kept of this.#kept.values()) kept.notice(event, this.#number);
  }

  /** Says to all that is kept that events may have been missed. */
  forget(): void {
    this.#number += 1;
    for (const kept of this.#kept.values()) kept.forget(this.#number);
  }

  /** Brings the one of this kind up to date, one reading at a time. */
  async refresh(kind: KindOfMemory, store: Store): Promise<void> {
    const kept = this.of(kind);
    if (!kept.isStale()) return;
    const turn = this.#refreshing.then(async () => {
      if (!kept.isStale()) return;
      const asOf = this.#number;
      await store.read((tx) => kept.refresh(tx, asOf));
    });
    this.#refreshing = turn.catch(() => undefined);
    await turn;
  }
}
