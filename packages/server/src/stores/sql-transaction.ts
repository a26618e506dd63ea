import {
  assertJson,
  assertStorable,
  comparePlaces,
  encodeCursor,
  fieldOf,
  GuildhallError,
  isStorableText,
  keysOf,
  planFind,
  type AnyCollection,
  type Collection,
  type Find,
  type Found,
  type Key,
  type Place,
  type Plan,
  type Reader,
  type Search,
  type StoredRecord,
  type StoreEvent,
  type Writer,
} from '@guildhall/core/store';
import type { Row, Session } from './sql.js';
import { textOf } from './sql.js';
import { indexNew, indexSearch, searchIds } from './sql-search.js';
import type { Statements } from './sql-statements.js';
import type { Texts } from './sql-texts.js';

/** Reads by statements on one session. */
export class SqlReader implements Reader {
  protected readonly session: Session;
  protected readonly texts: Texts;

  constructor(session: Session, texts: Texts) {
    this.session = session;
    this.texts = texts;
  }

  async get<T extends StoredRecord>(from: Collection<T>, id: string): Promise<T | undefined> {
    const { get } = this.texts.of(from);
    if (!isStorableText(id)) return undefined;
    const [row] = await this.session.rows(get, [id]);
    return row && recordOf<T>(row);
  }

  async getMany<T extends StoredRecord>(from: Collection<T>, ids: readonly string[]): Promise<T[]> {
    const { many } = this.texts.of(from);
    const known = [...new Set(ids)].filter(isStorableText);
    if (known.length === 0) return [];
    const rows = await this.session.rows(many, [JSON.stringify(known.map((id) => [id]))]);
    const byId = new Map(rows.map((row) => [textOf(row, 'id'), row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [recordOf<T>(row)] : [];
    });
  }

  async find<T extends StoredRecord>(from: Collection<T>, query?: Find<T>): Promise<Found<T>> {
    const statements = this.texts.of(from);
    const plan = planFind(statements.layout.collection, query);
    const text = statements.find(plan);
    const streams: T[][] = [];
    for (const values of statements.streams(plan)) {
      const rows = await this.session.rows(text, values);
      streams.push(rows.map((row) => recordOf<T>(row)));
    }
    return pageOf(plan, merge(plan, streams));
  }

  async search<T extends StoredRecord>(from: Collection<T>, text: string, query?: Search): Promise<Found<T>> {
    const { ids, ...rest } = await searchIds(this.session, this.texts.searchOf(from), text, query);
    return { items: await this.getMany(from, ids), ...rest };
  }
}

/** Writes by statements on one session. A change that fails dooms the whole transaction, as on every store. */
export class SqlWriter extends SqlReader implements Writer {
  /** Whether an event was told. */
  told = false;
  /** The sealed collections from which something was removed. */
  readonly unsealed = new Set<AnyCollection>();
  #failure: { error: unknown } | undefined;

  async insert<T extends StoredRecord>(into: Collection<T>, record: T): Promise<void> {
    await this.#change(async () => {
      const statements = this.texts.of(into);
      const { collection } = statements.layout;
      assertStorable(collection, record);
      const [row] = await this.session.rows(statements.insert, [record.id, JSON.stringify(record)]);
      if (!row) throw taken(collection);
      await this.#index(statements, record.id, { new: record });
    });
  }

  async insertAll<T extends StoredRecord>(into: Collection<T>, records: readonly T[]): Promise<void> {
    await this.#change(async () => {
      const statements = this.texts.of(into);
      const { collection, search } = statements.layout;
      for (const record of records) assertStorable(collection, record);
      for (const part of partsOf(records)) {
        const rows = await this.session.rows(statements.insertAll, [part.text]);
        if (rows.length < part.records.length) throw taken(collection);
        if (search) await indexNew(this.session, this.texts.searchOf(collection), collection, part.records);
      }
    });
  }

  async replace<T extends StoredRecord>(into: Collection<T>, record: T): Promise<void> {
    await this.#change(async () => {
      const statements = this.texts.of(into);
      const { collection } = statements.layout;
      assertStorable(collection, record);
      const old = statements.needsOld ? await this.get(into, record.id) : undefined;
      if (old) await this.#assertFree(statements, old, record);
      const [row] = await this.session.rows(statements.update, [record.id, JSON.stringify(record)]);
      if (!row) throw missing(collection);
      await this.#index(statements, record.id, { old, new: record });
    });
  }

  async remove<T extends StoredRecord>(from: Collection<T>, id: string): Promise<void> {
    await this.#change(async () => {
      const statements = this.texts.of(from);
      if (!isStorableText(id)) return;
      const old = statements.layout.search ? await this.get(from, id) : undefined;
      await this.session.rows(statements.remove, [id]);
      if (old) await this.#index(statements, id, { old });
      if (from.sealed) this.unsealed.add(from);
    });
  }

  async tell(event: StoreEvent): Promise<void> {
    await this.#change(async () => {
      assertJson(event, 'event', 0);
      await this.session.rows(this.texts.base.tell, [JSON.stringify(event), event.at]);
      this.told = true;
    });
  }

  /** Throws when a change has failed, even if the work went on as if it had not. */
  assertSound(): void {
    if (this.#failure) throw this.#failure.error;
  }

  async #change(change: () => Promise<void>): Promise<void> {
    try {
      await change();
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }

  /** Looks for another holder of each unique key that changes, before the database would have to refuse. */
  async #assertFree(statements: Statements, old: StoredRecord, record: StoredRecord): Promise<void> {
    for (const { fields, text } of statements.taken) {
      const values = fields.map((field) => keysOf(record, field)[0]).filter((value) => value !== undefined);
      const isSame = fields.every((field) => fieldOf(old, field) === fieldOf(record, field));
      if (isSame || values.length < fields.length) continue;
      const [other] = await this.session.rows(text, [...values, record.id]);
      if (other) throw taken(statements.layout.collection);
    }
  }

  async #index(
    { layout }: Statements,
    id: string,
    change: { old?: StoredRecord | undefined; new?: StoredRecord },
  ): Promise<void> {
    const { collection, search } = layout;
    if (search) await indexSearch(this.session, this.texts.searchOf(collection), collection, id, change);
  }
}

function recordOf<T extends StoredRecord>(row: Row): T {
  // What lies in a collection's table was put there as a record of its type.
  return JSON.parse(textOf(row, 'body')) as T;
}

/** The streams as one, in the plan's order; a record that lies in several comes once. */
function merge<T extends StoredRecord>(plan: Plan, streams: readonly T[][]): T[] {
  if (streams.length <= 1) return streams[0] ?? [];
  const byId = new Map(streams.flat().map((record) => [record.id, record]));
  const placed = [...byId.values()].map((record) => ({ record, place: placeOf(plan, record) }));
  return placed.sort((a, b) => comparePlaces(a.place, b.place) * plan.direction).map(({ record }) => record);
}

function pageOf<T extends StoredRecord>(plan: Plan, records: readonly T[]): Found<T> {
  const items = records.slice(0, plan.limit);
  const last = items.at(-1);
  return records.length > items.length && last
    ? { items, next: encodeCursor(placeOf(plan, last)) }
    : { items };
}

function placeOf({ order }: Plan, record: StoredRecord): Place {
  const value: Key | undefined = keysOf(record, order)[0];
  if (value === undefined) throw new Error(`A record was found by ${order}, which it does not have.`);
  return { value, id: record.id };
}

function taken({ name }: AnyCollection): GuildhallError {
  return new GuildhallError('conflict', 'store.taken', `${name} has a record with this id or unique key.`);
}

function missing({ name }: AnyCollection): GuildhallError {
  return new GuildhallError('internal', 'store.missing', `${name} has no record with this id to replace.`);
}

/** How many records, and about how many characters of them, one statement inserts. */
const PART = { records: 500, letters: 1_000_000 };

/** The records in parts that one statement takes, each with its text: `[[id, body], …]`. All are read before any is written. */
function partsOf(records: readonly StoredRecord[]): { records: StoredRecord[]; text: string }[] {
  const parts: { records: StoredRecord[]; rows: string[]; letters: number }[] = [];
  for (const record of records) {
    const body = JSON.stringify(record);
    let part = parts.at(-1);
    if (!part || part.records.length === PART.records || part.letters > PART.letters)
      parts.push((part = { records: [], rows: [], letters: 0 }));
    part.records.push(record);
    part.rows.push(JSON.stringify([record.id, body]));
    part.letters += body.length;
  }
  return parts.map((part) => ({ records: part.records, text: `[${part.rows.join()}]` }));
}
