import type { AnyCollection } from '@guildhall/core/store';

/** A field that the database looks at: its value is computed from the body by the database itself. */
export interface Column {
  name: string;
  /** `counter` is a whole number that may not be below zero. */
  type: 'text' | 'number' | 'counter';
}

/** Fields that an index or a unique key holds, in order, without the id. */
export interface KeyLayout {
  name: string;
  fields: readonly string[];
}

/** An index with an array field: a table of its own, a row for each value, kept in step by triggers. */
export interface SideLayout extends KeyLayout {
  array: string;
}

/** Where one collection lies. */
export interface Layout {
  collection: AnyCollection;
  table: string;
  columns: readonly Column[];
  indexes: readonly KeyLayout[];
  uniques: readonly KeyLayout[];
  sides: readonly SideLayout[];
  /** The tables of search: words, and words with one letter left out. */
  search: { words: string; deletions: string } | undefined;
}

const TABLE_NAME = /^(?!guildhall_)[a-z](_?[a-z0-9])*$/;
const MAX_TABLE_NAME = 30;
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9]*$/;
/** PostgreSQL cuts off names of more than 63 letters; eight are left for what is made from a name. */
const MAX_NAME = 55;

/** Lays out every collection. Throws for a name that could not be a table's or a column's, or one given twice. */
export function layoutsOf(collections: readonly AnyCollection[]): Layout[] {
  const layouts = collections.map(layoutOf);
  const names = layouts.map((layout) => layout.table);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`The collection ${twice} was given twice.`);
  return layouts;
}

function layoutOf(collection: AnyCollection): Layout {
  const { name: table, indexes, unique = [], arrays = [], search = [] } = collection;
  if (!TABLE_NAME.test(table) || table.length > MAX_TABLE_NAME)
    throw new Error(
      `A collection is named in snake_case with at most ${MAX_TABLE_NAME} letters, not ${table}.`,
    );
  const arrayOf = (fields: readonly string[]) => fields.find((field) => arrays.includes(field));
  const plain = indexes.filter((fields) => arrayOf(fields) === undefined && fields.join() !== 'id');
  return {
    collection,
    table,
    columns: columnsOf(collection),
    indexes: plain.map((fields) => ({ name: nameOf(table, 'by', fields), fields })),
    uniques: unique.map((fields) => ({ name: nameOf(table, 'unique', fields), fields })),
    sides: indexes.flatMap((fields) => {
      const array = arrayOf(fields);
      return array === undefined ? [] : [{ name: nameOf(table, 'with', fields), fields, array }];
    }),
    search: search.length > 0 ? { words: `${table}__words`, deletions: `${table}__deletions` } : undefined,
  };
}

function columnsOf(collection: AnyCollection): Column[] {
  const { indexes, unique = [], arrays = [], numbers = [], atLeastZero = [] } = collection;
  const fields = new Set([...indexes, ...unique, atLeastZero].flat());
  const bad = [...fields].find((field) => !FIELD_NAME.test(field) || field === 'body');
  if (bad !== undefined) throw new Error(`${collection.name}.${bad} cannot be a column: rename the field.`);
  const typeOf = (field: string): Column['type'] => {
    if (atLeastZero.includes(field)) return 'counter';
    return numbers.includes(field) ? 'number' : 'text';
  };
  return [...fields]
    .filter((field) => field !== 'id' && !arrays.includes(field))
    .map((name) => ({ name, type: typeOf(name) }));
}

/** The fields of a key as columns: the id, which breaks ties, comes last and once. */
export function withId(fields: readonly string[]): string[] {
  return fields.at(-1) === 'id' ? [...fields] : [...fields, 'id'];
}

/** How the names of a table's unique keys begin. */
export function uniquePrefix(table: string): string {
  return `${table}__unique__`;
}

function nameOf(table: string, kind: 'by' | 'unique' | 'with', fields: readonly string[]): string {
  const name = `${table}__${kind}__${fields.join('_')}`;
  if (name.length <= MAX_NAME) return name;
  return `${name.slice(0, MAX_NAME - 9)}_${hashOf(name).toString(16).padStart(8, '0')}`;
}

/** A number of 32 bits (FNV-1a) that tells names apart. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
