import { GuildhallError } from '../errors.js';
import type { AnyCollection } from './any-collection.js';
import type { Moment, Tables } from './memory-moment.js';
import { MemoryView } from './memory-view.js';
import { assertJson, assertStorable } from './storable.js';
import type { Collection, Find, Found, Reader, Search, StoredRecord, StoreEvent, Writer } from './store.js';

/** Reads the moment given; without one the newest, which is what a write sees. */
export class MemoryReader implements Reader {
  protected readonly tables: Tables;
  readonly #moment: Moment | undefined;
  #isEnded = false;

  constructor(tables: Tables, moment?: Moment) {
    this.tables = tables;
    this.#moment = moment;
  }

  async get<T extends StoredRecord>(from: Collection<T>, id: string): Promise<T | undefined> {
    return this.#copies<T>(from, [id])[0];
  }

  async getMany<T extends StoredRecord>(from: Collection<T>, ids: readonly string[]): Promise<T[]> {
    return this.#copies<T>(from, ids);
  }

  async find<T extends StoredRecord>(from: Collection<T>, query?: Find<T>): Promise<Found<T>> {
    const { ids, ...rest } = this.#view(from).find(query);
    return { items: this.#copies<T>(from, ids), ...rest };
  }

  async search<T extends StoredRecord>(from: Collection<T>, text: string, query?: Search): Promise<Found<T>> {
    const { ids, ...rest } = this.#view(from).search(text, query);
    return { items: this.#copies<T>(from, ids), ...rest };
  }

  /** From now on every use fails: a transaction that leaks out of its work must not go on quietly. */
  end(): void {
    this.#isEnded = true;
  }

  protected assertOpen(): void {
    if (this.#isEnded) throw new Error('This transaction has ended: await everything inside the work.');
  }

  #view(collection: AnyCollection): MemoryView {
    this.assertOpen();
    const table = this.tables(collection);
    return new MemoryView(collection, table, this.#moment?.before(table) ?? new Map());
  }

  #copies<T extends StoredRecord>(from: AnyCollection, ids: readonly string[]): T[] {
    const view = this.#view(from);
    const records = ids.map((id) => view.get(id)).filter((record) => record !== undefined);
    // What lies in a collection was put there as a record of its type.
    return records.map((record) => copy(record) as T);
  }
}

/** Writes at once, and keeps what was before for itself and for the moments that others are reading. */
export class MemoryWriter extends MemoryReader implements Writer {
  readonly told: StoreEvent[] = [];
  readonly #before: Moment;
  readonly #others: Iterable<Moment>;
  #failure: { error: unknown } | undefined;

  constructor(tables: Tables, before: Moment, others: Iterable<Moment>) {
    super(tables);
    this.#before = before;
    this.#others = others;
  }

  async insert<T extends StoredRecord>(into: Collection<T>, record: T): Promise<void> {
    this.#change(() => this.#insert(into, record));
  }

  async insertAll<T extends StoredRecord>(into: Collection<T>, records: readonly T[]): Promise<void> {
    this.#change(() => {
      for (const record of records) this.#insert(into, record);
    });
  }

  async replace<T extends StoredRecord>(into: Collection<T>, record: T): Promise<void> {
    this.#change(() => {
      assertStorable(into, record);
      const table = this.tables(into);
      if (!table.records.has(record.id)) throw missing(into);
      table.assertFree(record, false);
      this.#put(into, record.id, copy(record));
    });
  }

  async remove<T extends StoredRecord>(from: Collection<T>, id: string): Promise<void> {
    this.#change(() => this.#put(from, id, undefined));
  }

  async tell(event: StoreEvent): Promise<void> {
    this.#change(() => {
      assertJson(event, 'event', 0);
      this.told.push(copy(event));
    });
  }

  /** Throws when a change has failed, even if the work went on as if it had not. */
  assertSound(): void {
    if (this.#failure) throw this.#failure.error;
  }

  #change(change: () => void): void {
    this.assertOpen();
    try {
      change();
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }

  #insert(into: AnyCollection, record: StoredRecord): void {
    assertStorable(into, record);
    this.tables(into).assertFree(record, true);
    this.#put(into, record.id, copy(record));
  }

  #put(into: AnyCollection, id: string, record: StoredRecord | undefined): void {
    const table = this.tables(into);
    this.#before.keep(table, id);
    for (const moment of this.#others) moment.keep(table, id);
    table.put(id, record);
  }
}

function missing(collection: AnyCollection): GuildhallError {
  return new GuildhallError(
    'internal',
    'store.missing',
    `${collection.name} has no record with this id to replace.`,
  );
}

/** A copy that shares nothing, as every store gives: what went through JSON. */
function copy<V extends object>(value: V): V {
  // A JSON value comes back from JSON as the same type.
  return JSON.parse(JSON.stringify(value)) as V;
}
