import { invalidField } from '../errors.js';
import type { Cursor } from './store.js';

/** A value by which records are ordered or matched. */
export type Key = string | number;

/** Where a page ended: the value of the order field, and the id that breaks ties. */
export interface Place {
  value: Key;
  id: string;
}

/** How many records a page holds when nobody says, and at most. */
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1000;

/**
 * Orders texts by code points, as UTF-8 bytes sort: SQLite's BINARY and PostgreSQL's COLLATE "C".
 * (JavaScript's `<` puts U+10000 before U+FFFF.)
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return weight(left) - weight(right);
  }
  return a.length - b.length;
}

/** A code unit's rank by code points: surrogates belong above the rest of the basic plane. */
function weight(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Orders keys: numbers by size, texts by code points, a number before a text. */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1;
  return typeof b === 'number' ? 1 : compareText(a, b);
}

/** Orders places by value, ties by id. */
export function comparePlaces(a: Place, b: Place): number {
  return compareKeys(a.value, b.value) || compareText(a.id, b.id);
}

// With the flag `u` a pair of surrogates is one letter, so that only broken ones are of the category Cs.
const UNSTORABLE = /[\0\p{Cs}]/u;

/** Says whether every store can keep the text: no U+0000 (PostgreSQL has none), no broken surrogate. */
export function isStorableText(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** The cursor of a page that ends at this place. */
export function encodeCursor(place: Place): Cursor {
  return JSON.stringify([place.value, place.id]);
}

/** Reads a cursor whose value is of the given type; any other is `invalid`. */
export function decodeCursor(cursor: Cursor, type: 'string' | 'number'): Place {
  const parsed = parse(cursor);
  if (Array.isArray(parsed) && parsed.length === 2) {
    // `Array.isArray` gives any[]; as unknown the checks below decide.
    const [value, id] = parsed as unknown[];
    if (isKey(value, type) && typeof id === 'string' && isStorableText(id)) return { value, id };
  }
  throw invalidField('after', 'Use the `next` of an earlier page of the same list.');
}

function isKey(value: unknown, type: 'string' | 'number'): value is Key {
  if (typeof value === 'number') return type === 'number' && Number.isFinite(value);
  return type === 'string' && typeof value === 'string' && isStorableText(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The size of a page: 20 by default. One out of 1 to 1000 is a programmer's mistake. */
export function pageLimit(limit: number | undefined): number {
  if (limit === undefined) return DEFAULT_LIMIT;
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new Error(`The limit of a page is a whole number from 1 to ${MAX_LIMIT}, not ${limit}.`);
}
