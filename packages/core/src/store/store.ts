/**
 * A record as a store keeps it: JSON values and an id. Text with U+0000 or half a character is `invalid`,
 * as are ids and indexed texts of more than 800 UTF-8 bytes; anything that is not JSON is a programmer's
 * mistake and throws. `-0` comes back as 0, and properties that are undefined vanish.
 */
export interface StoredRecord {
  id: string;
}

/** A place in an ordering or in the feed. Opaque: only the store that made it can read it. */
export type Cursor = string;

/** Who hears of an event: every active person, or the people with these ids. */
export type Audience = 'everyone' | readonly string[];

/** What a store must know of a kind of record. It is data: adding a collection changes no store. */
export interface Collection<T extends StoredRecord = StoredRecord> {
  /** Unique in the store, in snake_case; the table's name in SQL. */
  readonly name: string;
  /**
   * Each index is a list of fields: any number of equality fields, then exactly one order field, which may
   * be `id`. At most one equality field may hold an array, which then means "contains". A record that
   * lacks one of the fields (undefined) is not in that index.
   */
  readonly indexes: readonly (readonly (keyof T & string)[])[];
  /** Lists of scalar fields whose values together occur once; records that lack one are exempt. */
  readonly unique?: readonly (readonly (keyof T & string)[])[];
  /** The array fields named in indexes. */
  readonly arrays?: readonly (keyof T & string)[];
  /** The fields in indexes and unique keys that hold numbers; all others there hold strings. */
  readonly numbers?: readonly (keyof T & string)[];
  /** Text fields (string or string[]) that `search` looks at, most important first. */
  readonly search?: readonly (keyof T & string)[];
  /** Integer fields that may never be below zero: the store itself refuses. */
  readonly atLeastZero?: readonly (keyof T & string)[];
  /** No order of insertion may be recoverable from where the records lie. */
  readonly sealed?: boolean;
  /** Carries the record's type; never present at run time. */
  readonly record?: T;
}

/** Declares a collection; the type argument is the record. */
export function collection<T extends StoredRecord>(
  declaration: Omit<Collection<T>, 'record'>,
): Collection<T> {
  return declaration;
}

/** A value to match: itself, any of several, or for the order field a range (`from` inclusive, `before` exclusive). */
export type Match<V> = V | readonly V[] | { from?: V; before?: V };

/** The element type of arrays, the type itself otherwise. */
export type Scalar<V> = V extends readonly (infer Item)[] ? Item : V;

/**
 * A query that exactly one declared index answers. The equality fields of `where` must be all of the
 * index's; the order field is that of `order`, or of the only index with these equality fields.
 */
export interface Find<T> {
  where?: { [K in keyof T & string]?: Match<Scalar<NonNullable<T[K]>>> };
  order?: `+${keyof T & string}` | `-${keyof T & string}`;
  after?: Cursor | undefined;
  limit?: number | undefined;
}

/** What `search` takes besides the text. */
export interface Search {
  after?: Cursor | undefined;
  limit?: number | undefined;
}

/** A page of records; `next` is absent on the last one. */
export interface Found<T> {
  items: T[];
  next?: Cursor;
}

/** An event as the code that runs tells it. Ids only, never content. */
export interface StoreEvent {
  /** `area.happened`, such as `kudos.given`. */
  type: string;
  /** The area that told it; elements refresh by area. */
  area: string;
  ids: readonly string[];
  audience: Audience;
  /** When, as an ISO string in UTC. */
  at: string;
}

/** A committed event at its place in the feed. */
export interface Change extends StoreEvent {
  cursor: Cursor;
}

/** Says that events may have been missed (unknown or too old cursor): read again, go on from `cursor`. */
export interface Resync {
  resync: true;
  cursor: Cursor;
}

/** Reads one unchanging moment of the store. */
export interface Reader {
  get<T extends StoredRecord>(from: Collection<T>, id: string): Promise<T | undefined>;
  /** The records that exist, in the order of `ids`. */
  getMany<T extends StoredRecord>(from: Collection<T>, ids: readonly string[]): Promise<T[]>;
  /** Ordered, ties broken by id; the default limit is 20. Throws when no declared index answers the query. */
  find<T extends StoredRecord>(from: Collection<T>, query?: Find<T>): Promise<Found<T>>;
  /**
   * The records in which every word of `text` occurs, best first: words are folded, match by prefix and,
   * from four letters on, with one typo. The ranking is the same on every store.
   */
  search<T extends StoredRecord>(from: Collection<T>, text: string, query?: Search): Promise<Found<T>>;
}

/**
 * Reads and writes inside one transaction. A change that is refused dooms it: even when `work` swallows the
 * error, the write fails with it and nothing remains. `work` awaits nothing but its transaction.
 */
export interface Writer extends Reader {
  /** Fails with `conflict` and reason `store.taken` when the id or a unique key is used. */
  insert<T extends StoredRecord>(into: Collection<T>, record: NoInfer<T>): Promise<void>;
  /** Inserts all of these, as `insert` would one after another, in as few steps as the store can. */
  insertAll<T extends StoredRecord>(into: Collection<T>, records: readonly NoInfer<T>[]): Promise<void>;
  /** Replaces the record with the same id. Fails with `internal` when there is none. */
  replace<T extends StoredRecord>(into: Collection<T>, record: NoInfer<T>): Promise<void>;
  /** Removes the record; one that is not there is no error. */
  remove<T extends StoredRecord>(from: Collection<T>, id: string): Promise<void>;
  /** Puts an event on the feed, seen by others once this transaction has committed. */
  tell(event: StoreEvent): Promise<void>;
}

/** How a write is to run. */
export interface WriteOptions {
  /** Writes with the same key never run at the same time: for what many want at once (a wallet). */
  alone?: string | undefined;
}

/**
 * Where Guildhall keeps what it knows. The contract, whole:
 * 1. a `write` behaves as if it ran alone; 2. it happens wholly or not at all, and what was acknowledged
 * survives a crash; 3. a `read` sees one moment; 4. `insert` of a used id or unique key fails with
 * `conflict`; 5. `find` is ordered, ties broken by id, and its cursor survives inserts; 6. records come
 * back equal to what went in; 7. `work` may run more than once; 8. `changes` yields each committed event
 * once, cause before effect, and resumes after a cursor; 9. `search` ranks the same on every store.
 * `storeConformance` checks all nine.
 */
export interface Store {
  read<R>(work: (tx: Reader) => Promise<R>): Promise<R>;
  write<R>(work: (tx: Writer) => Promise<R>, options?: WriteOptions): Promise<R>;
  /**
   * Every change after the cursor, then those to come, until the consumer stops (`return`) or the store
   * closes. Without a cursor: a `Resync` that carries the present cursor, then what is to come.
   */
  changes(after?: Cursor): AsyncIterableIterator<Change | Resync>;
  /** Creates and migrates whatever the store needs. Idempotent. */
  prepare(): Promise<void>;
  /** Ends all feeds and lets go of files and connections. */
  close(): Promise<void>;
}
