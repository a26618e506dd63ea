import type { Signal } from './signal.js';

/** How far a computation is: a word for what it does, and how much of that is done. */
export interface ComputeProgress {
  phase: string;
  done: number;
  of: number;
}

/** How a computation is accompanied. */
export interface ComputeOptions {
  /** When aborted, the computation ends soon and fails. */
  signal: Signal;
  onProgress(progress: ComputeProgress): void;
}

/**
 * Runs a pure function by its name: here, in a worker thread, in a page's worker. Input and output are plain JSON.
 * The names are those of `compute` in `@guildhall/core/compute`, which a worker calls.
 */
export type Compute = (name: string, input: unknown, options: ComputeOptions) => Promise<unknown>;

/** Has something computed, as `Compute` does, for those who only wait for it. */
export type Ask = (name: string, input: unknown) => Promise<unknown>;

/** An end that can be called for from outside: the part of an `AbortController` that core needs. */
export class Stop implements Signal {
  readonly #listeners = new Set<() => void>();
  #aborted = false;
  reason: unknown;

  get aborted(): boolean {
    return this.#aborted;
  }

  /** Calls for the end, once. */
  abort(reason: unknown = new Error('The computation was aborted.')): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.reason = reason;
    for (const listener of [...this.#listeners]) listener();
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }
}
