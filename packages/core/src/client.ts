import type { ClientOf, SharedNamesOf } from './operation.js';
import type { operations } from './operations.js';
import type { Signal } from './signal.js';

/** What a watcher hears: something happened in an area, or it may have missed something. */
export type Heard =
  { cursor: string; area: string; type: string; ids: readonly string[] } | { resync: true; cursor: string };

/** What to watch. */
export interface WatchOptions {
  /** The areas of interest; all when absent. */
  areas?: readonly string[];
  /** Go on behind this cursor; without one the stream begins with a `resync`. */
  after?: string | undefined;
  /** Ends the stream. */
  signal?: Signal | undefined;
}

/**
 * Guildhall as one person may use it: every operation by area and name, and what happens meanwhile.
 * Named once here so that errors stay short and editors fast.
 */
export interface Client extends ClientOf<typeof operations> {
  /**
   * The changes that the caller may hear of, the same locally and remotely. A remote stream that breaks
   * is taken up again where it broke.
   */
  watch(options?: WatchOptions): AsyncIterableIterator<Heard>;
}

/** The operations that are served by GET. */
export type SharedName = SharedNamesOf<typeof operations>;
