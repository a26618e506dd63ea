import { isGuildhallError, type ErrorCode } from '../errors.js';
import type { Store, WriteOptions, Writer } from '../store/store.js';

// Node, browsers, Deno and Bun all have timers; core compiles without the types of any of them.
declare function setTimeout(run: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** Fails with the message unless the condition holds. */
export function expect(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails unless both are the same JSON value; the order of properties does not count. */
export function expectSame(actual: unknown, expected: unknown, what: string): void {
  if (isSame(actual, expected)) return;
  throw new Error(`${what}: expected ${show(expected)}, got ${show(actual)}`);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 600 ? `${text.slice(0, 600)}… (${text.length} characters)` : text;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = new Map<string, unknown>(Object.entries(a));
  const right = new Map<string, unknown>(Object.entries(b));
  return (
    left.size === right.size &&
    [...left].every(([key, item]) => right.has(key) && isSame(item, right.get(key)))
  );
}

/** Waits for a promise to fail with this code and, when given, this reason. */
export async function expectRefusal(
  attempt: Promise<unknown>,
  code: ErrorCode,
  reason: string | undefined,
  what: string,
): Promise<void> {
  const error = await failureOf(attempt);
  expect(error !== undefined, `${what}: expected ${code}, but it was accepted`);
  const told = isGuildhallError(error) ? `${error.code} ${error.reason}` : String(error);
  const isRight = isGuildhallError(error) && error.code === code && (!reason || error.reason === reason);
  expect(isRight, `${what}: expected ${code} ${reason ?? ''}, got ${told}`);
}

/** Waits for a promise to fail; gives the error, or undefined when it did not. */
export async function failureOf(attempt: Promise<unknown>): Promise<unknown> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    return error ?? new Error('It failed without an error.');
  }
}

/** Waits for a promise, but not for ever: a feed that stays silent must fail, not hang. */
export async function within<R>(promise: Promise<R>, what: string, milliseconds = 15_000): Promise<R> {
  let timer: unknown;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets everything else run for a while. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * A write that tries again when the store says `unavailable`: under heavy contention it may, and then nothing
 * has happened.
 */
export async function patientWrite<R>(
  store: Store,
  work: (tx: Writer) => Promise<R>,
  options?: WriteOptions,
): Promise<R> {
  for (let tries = 1; ; tries++) {
    try {
      return await store.write(work, options);
    } catch (error) {
      if (!isGuildhallError(error) || error.code !== 'unavailable' || tries === 50) throw error;
      await pause(tries);
    }
  }
}

/** Calls a function for 0 … count−1 at the same time and waits for all. */
export function together<R>(count: number, start: (number: number) => Promise<R>): Promise<R[]> {
  return Promise.all(Array.from({ length: count }, (_, number) => start(number)));
}
