import type { Store } from '@guildhall/core/store';

/** A store on SQL tables. */
export interface SqlStore extends Store {
  /** What was last set under the key, if anything. For what a server must remember about its database. */
  marker(key: string): Promise<string | undefined>;
  /** Remembers a value under the key, across restarts. */
  setMarker(key: string, value: string): Promise<void>;
  /** The SQL that `prepare` runs on an empty database: for those who create the tables themselves. */
  schema(): string;
}

/**
 * The version of the layout: which tables there are beside those of the collections, and how they work
 * together. A new collection, index or search field needs no new version.
 */
export const SCHEMA_VERSION = 1;

/** The table of what the store knows about itself: schema version, epoch, markers. */
export const META = 'guildhall_meta';
/** The table of the feed. */
export const EVENTS = 'guildhall_events';

/** How long events are kept for those who resume. */
export const EVENTS_KEPT_DAYS = 30;

/** What a statement takes. */
export type SqlValue = string | number | null;

/** What a statement gives: columns by name. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs statements inside one transaction, one after another. Parameters are `$1`, `$2`, … */
export interface Session {
  rows(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Runs a statement that gives no rows and is not worth remembering. */
  exec(text: string): Promise<void>;
}

/** A column's text. Throws where the statement promised one and there is none. */
export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value === 'string') return value;
  throw new Error(`The statement gave no text in ${column}.`);
}
