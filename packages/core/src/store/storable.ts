import { GuildhallError, invalidField } from '../errors.js';
import { fieldOf, type AnyCollection } from './any-collection.js';
import { isStorableText } from './cursor.js';
import type { StoredRecord } from './store.js';

/** The longest indexed or unique text, in UTF-8 bytes: 200 code points always fit, three in one B-tree key. */
export const MAX_KEY_BYTES = 800;
/** How deep arrays and objects may lie in each other. */
const MAX_DEPTH = 64;

/**
 * Refuses what some store cannot keep, so that all refuse the same. `invalid`: text with U+0000 or a broken
 * surrogate, indexed text that is too long. `conflict`: a field of `atLeastZero` below zero. A plain Error,
 * since it is a programmer's mistake: values that are not JSON, an indexed field of the wrong type.
 */
export function assertStorable(collection: AnyCollection, record: StoredRecord): void {
  const { name, indexes, unique = [], arrays = [], numbers = [], atLeastZero = [] } = collection;
  assertJson(record, '', 0);
  assertKey(`${name}.id`, record.id, 'string');
  for (const field of new Set([...indexes, ...unique].flat())) {
    const value = fieldOf(record, field);
    const inArray = arrays.includes(field);
    if (value === undefined) continue;
    if (inArray !== Array.isArray(value)) throw mistake(`${name}.${field}`, inArray ? 'a list' : 'no list');
    const type = numbers.includes(field) ? 'number' : 'string';
    const items: unknown[] = Array.isArray(value) ? value : [value];
    for (const item of items) assertKey(`${name}.${field}`, item, type);
  }
  for (const field of atLeastZero) assertAtLeastZero(name, field, fieldOf(record, field));
}

function assertKey(path: string, value: unknown, type: 'string' | 'number'): void {
  if (typeof value !== type) throw mistake(path, `a ${type}`);
  if (typeof value === 'string' && bytesOf(value) > MAX_KEY_BYTES) {
    throw invalidField(path.slice(path.indexOf('.') + 1), `Use at most ${MAX_KEY_BYTES} bytes.`);
  }
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function assertAtLeastZero(name: string, field: string, value: unknown): void {
  if (value === undefined) return;
  if (!Number.isSafeInteger(value)) throw mistake(`${name}.${field}`, 'a safe integer');
  if (Number(value) >= 0) return;
  throw new GuildhallError('conflict', 'store.belowZero', `${name}.${field} may not be below zero.`);
}

/** Refuses what is not a JSON value, or holds text that some store cannot keep. */
export function assertJson(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') return assertText(value, path);
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (typeof value !== 'object' || depth > MAX_DEPTH) throw mistake(path, 'a JSON value');
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) assertJson(item, `${path}.${at}`, depth + 1);
    return;
  }
  const prototype: object | null = Object.getPrototypeOf(value);
  // A plain object, of this realm or of another (a frame): a Date or a Map lies one deeper.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw mistake(path, 'a JSON value');
  for (const [key, item] of Object.entries(value)) {
    assertText(key, path);
    // As in JSON, a property that is undefined is one that is not there.
    if (item !== undefined) assertJson(item, path ? `${path}.${key}` : key, depth + 1);
  }
}

function assertText(text: string, path: string): void {
  if (!isStorableText(text)) throw invalidField(path, 'The text contains U+0000 or a broken character.');
}

function mistake(path: string, expected: string): Error {
  return new Error(`Cannot store ${path || 'the record'}: it must be ${expected}.`);
}
