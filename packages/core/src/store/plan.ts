import { fieldOf, type AnyCollection } from './any-collection.js';
import { compareKeys, decodeCursor, isStorableText, pageLimit, type Key, type Place } from './cursor.js';
import type { Cursor, StoredRecord } from './store.js';

export { compareKeys, comparePlaces, compareText, decodeCursor, encodeCursor } from './cursor.js';
export { isStorableText, type Key, type Place } from './cursor.js';
export { assertStorable } from './storable.js';

/** How a `find` is answered: one ordered stream per combination of the `equals`, merged, without doubles. */
export interface Plan {
  /** The declared index. */
  index: readonly string[];
  /** Its equality fields in its order, each with the distinct values to match; an empty list matches nothing. */
  equals: readonly (readonly [field: string, values: readonly Key[]])[];
  /** Its order field. */
  order: string;
  direction: 1 | -1;
  /** Bounds of the order field, `from` inclusive, `before` exclusive, whatever the direction. */
  range?: { from?: Key; before?: Key };
  /** The page begins behind this place, in the direction. */
  after?: Place;
  limit: number;
}

/** A `find` of whatever records. Every `Find<T>` is one. */
export interface AnyFind {
  where?: object;
  order?: string;
  after?: Cursor | undefined;
  limit?: number | undefined;
}

/** Plans a `find`, or throws: an undeclared query is a programmer's mistake, a wrong cursor is `invalid`. */
export function planFind(collection: AnyCollection, query: AnyFind = {}): Plan {
  const where: [string, unknown][] = Object.entries(query.where ?? {});
  const ranged = where.filter(([, match]) => isRange(match));
  const fixed = new Map(where.filter(([, match]) => !isRange(match)));
  const wanted = query.order?.slice(1) ?? ranged[0]?.[0];
  const fits = (index: readonly string[]): boolean => {
    const order = index.at(-1);
    return (
      index.length === fixed.size + 1 &&
      index.slice(0, -1).every((field) => fixed.has(field)) &&
      (wanted === undefined || wanted === order) &&
      ranged.every(([field]) => field === order)
    );
  };
  const [index, ...others] = collection.indexes.filter(fits);
  const order = index?.at(-1);
  if (!index || order === undefined || others.length > 0) throw undeclared(collection, where, query.order);
  const type = typeOf(collection, order);
  const range = rangeOf(ranged[0]?.[1]);
  return {
    index,
    equals: index.slice(0, -1).map((field) => [field, valuesOf(collection, field, fixed.get(field))]),
    order,
    direction: query.order?.startsWith('-') ? -1 : 1,
    ...(range && { range: checkedRange(collection, order, range) }),
    ...(query.after !== undefined && { after: decodeCursor(query.after, type) }),
    limit: pageLimit(query.limit),
  };
}

function undeclared(
  collection: AnyCollection,
  where: readonly [string, unknown][],
  order: string | undefined,
): Error {
  const fields = where.map(([field]) => field).join(', ') || 'nothing';
  const indexes = collection.indexes.map((index) => `[${index.join(', ')}]`).join(' ') || 'none';
  return new Error(
    `No single index of ${collection.name} answers where: ${fields}; order: ${order ?? 'not said'}. ` +
      `Declared: ${indexes}. Declare one, or name the order.`,
  );
}

function typeOf(collection: AnyCollection, field: string): 'string' | 'number' {
  return collection.numbers?.includes(field) ? 'number' : 'string';
}

function isRange(match: unknown): match is { from?: unknown; before?: unknown } {
  return typeof match === 'object' && match !== null && !Array.isArray(match);
}

function rangeOf(match: unknown): { from?: unknown; before?: unknown } | undefined {
  return isRange(match) ? match : undefined;
}

/** The distinct values to match. Text that no store can keep matches nothing. */
function valuesOf(collection: AnyCollection, field: string, match: unknown): Key[] {
  const values: unknown[] = Array.isArray(match) ? match : [match];
  const keys = values.map((value) => checkedKey(collection, field, value));
  return [...new Set(keys)].filter((key) => typeof key === 'number' || isStorableText(key));
}

function checkedRange(collection: AnyCollection, field: string, match: { from?: unknown; before?: unknown }) {
  const range: { from?: Key; before?: Key } = {};
  const names = Object.keys(match);
  // A Date, say, must not pass for a range without bounds.
  if (names.length === 0 || names.some((bound) => bound !== 'from' && bound !== 'before')) {
    throw new Error(`A range of ${field} has from, before or both, and nothing else.`);
  }
  if (match.from !== undefined) range.from = storable(checkedKey(collection, field, match.from), field);
  if (match.before !== undefined) range.before = storable(checkedKey(collection, field, match.before), field);
  return range;
}

function storable(key: Key, field: string): Key {
  if (typeof key === 'number' || isStorableText(key)) return key;
  throw new Error(`A bound of ${field} contains U+0000 or a broken surrogate.`);
}

function checkedKey(collection: AnyCollection, field: string, value: unknown): Key {
  const type = typeOf(collection, field);
  if (type === 'string' && typeof value === 'string') return value;
  // `+ 0` makes 0 of -0, which no store tells apart.
  if (type === 'number' && typeof value === 'number' && Number.isFinite(value)) return value + 0;
  throw new Error(`${collection.name}.${field} is matched by a ${type}, not by ${String(value)}.`);
}

/** The distinct values under which a record is found by a field; none means it is not in the index. */
export function keysOf(record: StoredRecord, field: string): Key[] {
  const value = fieldOf(record, field);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(values.filter((item) => typeof item === 'string' || typeof item === 'number'))];
}

/** The combinations of equality values, in the index's order: `[[a, b], [c]]` gives `[a, c]` and `[b, c]`. */
export function combinations(lists: readonly (readonly Key[])[]): Key[][] {
  return lists.reduce<Key[][]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

/** Says whether a value of the order field lies in the plan's range and behind its cursor. */
export function isOnPage(plan: Plan, place: Place): boolean {
  const { from, before } = plan.range ?? {};
  if (from !== undefined && compareKeys(place.value, from) < 0) return false;
  if (before !== undefined && compareKeys(place.value, before) >= 0) return false;
  if (!plan.after) return true;
  const order = compareKeys(place.value, plan.after.value) || compareKeys(place.id, plan.after.id);
  return order * plan.direction > 0;
}
