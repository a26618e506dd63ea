import type { StoredRecord } from './store.js';

/** A collection of whatever records: what a store works with. Every `Collection<T>` is one. */
export interface AnyCollection {
  readonly name: string;
  readonly indexes: readonly (readonly string[])[];
  readonly unique?: readonly (readonly string[])[];
  readonly arrays?: readonly string[];
  readonly numbers?: readonly string[];
  readonly search?: readonly string[];
  readonly atLeastZero?: readonly string[];
  readonly sealed?: boolean;
}

/** What a record holds in the field of that name. */
export function fieldOf(record: StoredRecord, name: string): unknown {
  // Records are JSON objects: reading one by a name gives a value or undefined.
  return (record as unknown as Readonly<Record<string, unknown>>)[name];
}
