import { loadActor } from './actor.js';
import type { Heard, WatchOptions } from './client.js';
import { randomId } from './ids.js';
import type { Memory } from './memory.js';
import { isSystem, type Actor, type KnownActor } from './policy.js';
import type { Audience, Change, Resync, Store, StoreEvent } from './store/store.js';

/** How many changes are kept at hand; a watcher that is further behind is told to resync. */
const KEPT = 5_000;

/**
 * One live reading of the store's feed, shared by all who watch in this process, with what follows from
 * it: the tag of what everyone may see, and who the actors are.
 */
export class Feed {
  readonly #store: Store;
  readonly #flavor: string;
  readonly #memory: Memory | undefined;
  readonly #log: (Change | Resync)[] = [];
  /** The number of entries that were dropped from the front of the log. */
  #dropped = 0;
  /** The place of the last change for everyone: a place that moved with others would tell of them. */
  #cursor = '';
  #tag = '';
  /** Own commits are counted in each process apart: two must never give different things the same tag. */
  readonly #process = `${randomId().slice(0, 8)}-`;
  #ownCommits = 0;
  #live: Promise<void> | undefined;
  #ended = false;
  #source: AsyncIterableIterator<Change | Resync> | undefined;
  readonly #sleepers = new Set<() => void>();
  readonly #actors = new Map<string, Promise<KnownActor>>();

  /** The flavor is whatever else answers depend on: it becomes part of the tag. The memory hears of all events. */
  constructor(store: Store, flavor: string, memory?: Memory) {
    this.#store = store;
    this.#flavor = flavor;
    this.#memory = memory;
  }

  /** The place in the feed and the tag of what everyone may see, both from before a read that follows. */
  async position(): Promise<{ cursor: string; tag: string }> {
    await this.#start();
    return { cursor: this.#cursor, tag: `${this.#tag}.${this.#flavor}` };
  }

  /** The actor as last read; forgotten whenever a person changes. Fails as `loadActor` does. */
  async actor(who: Actor): Promise<KnownActor> {
    await this.#start();
    const known = this.#actors.get(who.id);
    if (known && !isSystem(who)) return known;
    const loading = this.#store.read((tx) => loadActor(tx, who));
    if (isSystem(who)) return loading;
    if (this.#actors.size > 10_000) this.#actors.clear();
    this.#actors.set(who.id, loading);
    loading.catch(() => this.#actors.delete(who.id));
    return loading;
  }

  /** Own commits count at once, so that a caller reads what it wrote; the feed brings them again later. */
  committed(events: readonly StoreEvent[]): void {
    for (const event of events) this.#notice(event);
    if (events.some((event) => event.audience === 'everyone'))
      this.#tag = `${this.#cursor}+${this.#process}${(this.#ownCommits += 1)}`;
  }

  /** The changes that the actor may hear of. Ends with the signal; fails when the actor is not active. */
  async *watch(actor: Actor, options: WatchOptions = {}): AsyncIterableIterator<Heard> {
    await this.#start();
    const { signal, areas } = options;
    const wakeAll = () => this.#wake();
    signal?.addEventListener('abort', wakeAll);
    try {
      const entries = options.after === undefined ? this.#fromNow(signal) : this.#from(options.after, signal);
      for await (const entry of entries) {
        if (signal?.aborted) return;
        await this.actor(actor);
        if ('resync' in entry) yield entry;
        else if (mayHear(entry.audience, actor) && (!areas || areas.includes(entry.area)))
          yield { cursor: entry.cursor, area: entry.area, type: entry.type, ids: entry.ids };
      }
    } finally {
      signal?.removeEventListener('abort', wakeAll);
    }
  }

  /** Ends all watching. */
  async close(): Promise<void> {
    this.#ended = true;
    this.#wake();
    await this.#source?.return?.();
  }

  async *#fromNow(signal: WatchOptions['signal']): AsyncIterableIterator<Change | Resync> {
    const start = this.#end();
    yield { resync: true, cursor: this.#cursor };
    yield* this.#follow(start, signal);
  }

  /** From a cursor: at once when the log knows it, else by the store's own feed until the log does. */
  async *#from(after: string, signal: WatchOptions['signal']): AsyncIterableIterator<Change | Resync> {
    let known = this.#numberOf(after);
    if (known === undefined) {
      if (signal?.aborted) return;
      const own = this.#store.changes(after);
      const stop = () => void own.return?.();
      signal?.addEventListener('abort', stop);
      try {
        for await (const entry of own) {
          yield entry;
          known = this.#numberOf(entry.cursor);
          if (known !== undefined || this.#ended) break;
        }
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    }
    if (known !== undefined) yield* this.#follow(known, signal);
  }

  async *#follow(start: number, signal: WatchOptions['signal']): AsyncIterableIterator<Change | Resync> {
    let next = start;
    while (!this.#ended && !signal?.aborted) {
      if (next < this.#dropped) {
        next = this.#end();
        yield { resync: true, cursor: this.#cursor };
      } else if (next < this.#end()) {
        const entry = this.#log[next - this.#dropped];
        next += 1;
        if (entry) yield entry;
      } else {
        await new Promise<void>((resolve) => this.#sleepers.add(resolve));
        // When the reading has failed meanwhile, it begins again, with a resync.
        if (!this.#ended) await this.#start();
      }
    }
  }

  /** The number of the entry behind the one with this cursor; undefined when the log does not know it. */
  #numberOf(cursor: string): number | undefined {
    const at = this.#log.findLastIndex((entry) => entry.cursor === cursor);
    return at < 0 ? undefined : this.#dropped + at + 1;
  }

  #end(): number {
    return this.#dropped + this.#log.length;
  }

  #start(): Promise<void> {
    this.#live ??= this.#read().catch((error: unknown) => {
      this.#live = undefined;
      throw error;
    });
    return this.#live;
  }

  /** Resolves when the present cursor is known; goes on reading behind that. */
  async #read(): Promise<void> {
    const source = this.#store.changes();
    this.#source = source;
    const first = await source.next();
    if (!first.done) this.#append(first.value);
    void this.#pump(source);
  }

  async #pump(source: AsyncIterableIterator<Change | Resync>): Promise<void> {
    try {
      for await (const entry of source) this.#append(entry);
    } catch {
      // The store is gone or unreachable: the next caller starts again and everyone is told to resync.
    }
    if (this.#ended) return;
    this.#live = undefined;
    this.#wake();
  }

  #append(entry: Change | Resync): void {
    this.#log.push(entry);
    if ('resync' in entry || entry.audience === 'everyone') this.#cursor = this.#tag = entry.cursor;
    if ('resync' in entry) {
      this.#actors.clear();
      this.#memory?.forget();
    } else this.#notice(entry);
    if (this.#log.length > KEPT) this.#dropped += this.#log.splice(0, KEPT / 2).length;
    this.#wake();
  }

  #notice(event: StoreEvent): void {
    this.#memory?.notice(event);
    if (event.area === 'people') for (const id of event.ids) this.#actors.delete(id);
  }

  #wake(): void {
    const sleepers = [...this.#sleepers];
    this.#sleepers.clear();
    for (const wake of sleepers) wake();
  }
}

function mayHear(audience: Audience, actor: Actor): boolean {
  return audience === 'everyone' || isSystem(actor) || audience.includes(actor.id);
}
