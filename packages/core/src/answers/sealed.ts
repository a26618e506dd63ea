declare const SEALED: unique symbol;

/**
 * Something that never leaves the answers module. No schema of an output takes it, so that a raw answer in an
 * output is an error of the compiler.
 */
export interface Sealed<T> {
  readonly [SEALED]: T;
}

/** Marks a value as one that stays here. It is not changed. */
export function seal<T>(value: T): Sealed<T> {
  // The mark exists for the compiler only.
  return value as unknown as Sealed<T>;
}

/** What was sealed, for the code of this folder: the writer's own answers, and the input of a release. */
export function unseal<T>(value: Sealed<T>): T {
  // What `seal` took.
  return value as unknown as T;
}
