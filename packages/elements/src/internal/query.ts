import type { Client, Heard } from '@guildhall/core';
import type { ReactiveController } from 'lit';
import { errorState, loadingState } from '../parts/states.js';
import { sayable } from './error-text.js';
import type { Failure } from './failure.js';
import type { GuildElement } from './guild-element.js';
import type { Hall } from './hall.js';

/** What a query reads and when it reads again. */
export interface QueryOptions<T, Args extends readonly unknown[]> {
  /** The areas whose changes make the answer old. */
  areas: readonly string[];
  /** What the answer depends on; when an item changes, it loads anew. Undefined: there is nothing to load yet. */
  args?: () => Args | undefined;
  /** Keeps showing the former answer while other arguments load. Default: false. */
  keep?: boolean;
  load(client: Client, args: Args, signal: AbortSignal): Promise<T>;
  /** Looks at a change first; true: it is dealt with and nothing needs to load. */
  onChange?(heard: Heard): boolean;
}

/** A view for each state. Without one the common skeleton and the common error are shown. */
export interface QueryViews<T> {
  loading?: () => unknown;
  error?: (failure: Failure, retry: () => void) => unknown;
  data: (data: T) => unknown;
}

/** The answer to a question of an element, kept up to date with the change stream of its hall. */
export class Query<T, Args extends readonly unknown[] = readonly []> implements ReactiveController {
  /** The last answer. */
  data: T | undefined;
  /** Why the last load failed; data from before may still be there. */
  error: Failure | undefined;
  /** True while an answer is awaited, the first or a newer one. */
  pending = false;

  readonly #host: GuildElement;
  readonly #options: QueryOptions<T, Args>;
  #hall: Hall | undefined;
  #args: Args | undefined;
  #former: AbortController | undefined;
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: GuildElement, options: QueryOptions<T, Args>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** True while what is shown is older than what is being loaded. */
  get stale(): boolean {
    return this.pending && this.data !== undefined;
  }

  hostUpdate(): void {
    const { hall } = this.#host;
    // Without `args` the options say that there are none, which is what `Args` is then.
    const args = this.#options.args ? this.#options.args() : ([] as readonly unknown[] as Args);
    const moved = hall !== this.#hall;
    if (!moved && sameItems(args, this.#args)) return;
    if (moved) this.#follow(hall);
    if (!this.#options.keep || moved) this.data = undefined;
    this.#args = args;
    void this.reload();
  }

  hostDisconnected(): void {
    this.#former?.abort();
    this.#follow(undefined);
  }

  /** Loads anew; what was being loaded is dropped. Settles when the answer or an error is there. */
  async reload(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#former?.abort();
    const [hall, args] = [this.#hall, this.#args];
    this.pending = !!hall && !!args;
    this.error = undefined;
    this.#host.requestUpdate();
    if (!hall || !args) return;
    const { signal } = (this.#former = new AbortController());
    try {
      const data = await this.#options.load(hall.client, args, signal);
      if (!signal.aborted) this.data = data;
    } catch (error) {
      const failure = signal.aborted ? undefined : await sayable(error);
      if (!signal.aborted) this.error = failure;
    }
    if (signal.aborted) return;
    this.pending = false;
    this.#host.requestUpdate();
  }

  /** Changes what is shown before the server has agreed. Returns what takes the change back. */
  mutate(change: (data: T) => T): () => void {
    const before = this.data;
    if (before === undefined) return () => {};
    const after = (this.data = change(before));
    this.#host.requestUpdate();
    return () => {
      // When something newer has come meanwhile, it is the truth already.
      if (this.data !== after) return;
      this.data = before;
      this.#host.requestUpdate();
    };
  }

  /** The view of the state that the query is in. Data wins over loading and over a failed refresh. */
  render(views: QueryViews<T>): unknown {
    const retry = () => {
      if (this.#hall?.failure) void this.#hall.greet();
      void this.reload();
    };
    if (this.data !== undefined) return views.data(this.data);
    if (this.error) {
      return views.error?.(this.error, retry) ?? errorState(this.error, this.#host.locale, retry);
    }
    return views.loading?.() ?? loadingState(this.#host.locale);
  }

  #follow(hall: Hall | undefined): void {
    this.#stop?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#hall = hall;
    this.#stop = hall?.hub.listen((heard) => this.#hear(heard));
  }

  #hear(heard: Heard): void {
    if ('area' in heard && !this.#options.areas.includes(heard.area)) return;
    if (this.#options.onChange?.(heard)) return;
    // Bursts become one load, and a thousand open pages do not ask in the same instant.
    this.#timer ??= setTimeout(() => void this.reload(), Math.random() * 200);
  }
}

function sameItems(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
}
