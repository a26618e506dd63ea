import type { Ask } from './compute.js';
import type { Listeners } from './listeners.js';
import type { Memory } from './memory.js';
import type { Operation } from './operation.js';
import type { Actor } from './policy.js';
import type { Settings } from './settings/model.js';
import type { Store, StoreEvent } from './store/store.js';

/** What every call needs besides itself. */
export interface Kernel {
  store: Store;
  settings: Settings;
  now(): Date;
  newId(): string;
  listeners: Listeners;
  memory: Memory;
  /** Resolves when the memory hears of what other servers do. */
  listening(): Promise<unknown>;
  /** Has a long computation done. */
  ask: Ask;
  /** Called after each commit with what it told. */
  committed(events: readonly StoreEvent[]): void;
}

/** How the server calls an operation. */
export interface PerformOptions {
  actor: Actor;
  key?: string | undefined;
}

/** One call of one operation. */
export interface PerformCall {
  name: string;
  operation: Operation;
  input: unknown;
  actor: Actor;
  /** The idempotency key of a command. */
  key: string;
}

/** The output, and whether it repeats an earlier call with the same key. */
export interface Performed {
  output: unknown;
  replayed: boolean;
}

/** Performs an operation by its name. */
export type PerformByName = (name: string, input: unknown, options: PerformOptions) => Promise<Performed>;
