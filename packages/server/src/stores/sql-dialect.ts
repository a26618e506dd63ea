import type { Column, KeyLayout, Layout, SideLayout } from './sql-layout.js';
import { withId } from './sql-layout.js';

/** Where the two databases differ in their words. */
export interface Dialect {
  /** A table's name as statements write it. */
  table(name: string): string;
  /** A table that is to be read by one of its indexes and no other. */
  tableBy(table: string, index: string): string;
  /** Conditions that hold for every row, and that only this index promises. */
  label(index: string): readonly string[];
  /** What indexes on equality fields and the id are ordered by. */
  readonly idOrder: string;
  /** The name of an index as DROP writes it. */
  index(name: string): string;
  /** A FROM item: the rows of a JSON list of lists, as `r.value`. */
  each(parameter: string): string;
  /** A text as the type of a body. */
  body(text: string): string;
  /** A FROM item: the items of an array in a body, as `j.value`. */
  elements(body: string, field: string): string;
  /** The name of a column's type, as the catalog says it. */
  typeName(column: Column): string;
  /** The type of a column of a key, for its definition. */
  keyType(column: Column): string;
  /** What defines a column: its type, how it comes from the body, its check. */
  define(column: Column): string;
  /** Creates the tables of the store itself and writes the version and a new epoch. */
  base(): string[];
  createTable(layout: Layout): string;
  /** A table whose primary key is all that finds its rows. */
  createKeyed(name: string, columns: readonly string[], key: readonly string[]): string;
  /** Keeps a side table in step with its collection. */
  triggers(layout: Layout, side: SideLayout): string[];
  addColumn(layout: Layout, column: Column): string;
  dropSide(layout: Layout, side: SideLayout): string[];
  dropColumn(layout: Layout, column: string): string;
}

/** A name in double quotes. Layouts allow no name that holds one. */
export function quote(name: string): string {
  return `"${name}"`;
}

/** Names in double quotes, with commas. */
export function list(names: readonly string[]): string {
  return names.map(quote).join(', ');
}

/**
 * The distinct rows of a side table that a record makes, as a SELECT. `record` is the alias of the record's row;
 * `from` names the table that it comes from, when it is not the row of a trigger.
 */
export function sideRows(
  dialect: Dialect,
  layout: Layout,
  side: SideLayout,
  record: string,
  from?: string,
): string {
  const value = (field: string): string => {
    if (field !== side.array) return `${record}.${quote(field)}`;
    return item(layout, side);
  };
  const values = withId(side.fields).map(value).join(', ');
  const elements = dialect.elements(`${record}."body"`, side.array);
  const items = from === undefined ? elements : `${from} AS ${record}, ${elements}`;
  const present = side.fields.filter((field) => field !== side.array && field !== 'id');
  const conditions = present.map((field) => `${record}.${quote(field)} IS NOT NULL`);
  return `SELECT DISTINCT ${values} FROM ${items}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`;
}

/** One item of a side's array, as its column's type. */
export function item(layout: Layout, side: SideLayout): string {
  return isNumber(layout, side.array) ? 'CAST(j.value AS DOUBLE PRECISION)' : 'j.value';
}

/** Creates the index; records that lack a field are not in it. */
export function createIndex(dialect: Dialect, layout: Layout, { name, fields }: KeyLayout): string {
  const order = orderOf(dialect, fields);
  const columns = [...fields.slice(0, -1).map(quote), order, ...(fields.at(-1) === 'id' ? [] : ['"id"'])];
  const present = fields.filter((field) => field !== 'id').map((field) => `${quote(field)} IS NOT NULL`);
  const where = [...present, ...dialect.label(name)].join(' AND ');
  return `CREATE INDEX ${quote(name)} ON ${dialect.table(layout.table)} (${columns.join(', ')}) WHERE ${where}`;
}

/** What an index is ordered by after its equality fields. */
export function orderOf(dialect: Dialect, fields: readonly string[]): string {
  const order = fields.at(-1);
  return order === undefined || order === 'id' ? dialect.idOrder : quote(order);
}

/** Creates the unique key. Both databases exempt rows in which a column is null. */
export function createUnique(dialect: Dialect, layout: Layout, { name, fields }: KeyLayout): string {
  return `CREATE UNIQUE INDEX ${quote(name)} ON ${dialect.table(layout.table)} (${list(fields)})`;
}

/** Creates a side table, fills it when there may be records already, and sees to it that it stays in step. */
export function createSide(dialect: Dialect, layout: Layout, side: SideLayout, isNew: boolean): string[] {
  const columns = withId(side.fields);
  const types = columns.map((name) => `${quote(name)} ${dialect.keyType(columnOf(layout, name))} NOT NULL`);
  const rows = sideRows(dialect, layout, side, 'r', dialect.table(layout.table));
  return [
    dialect.createKeyed(side.name, types, columns),
    ...(isNew ? [] : [`INSERT INTO ${dialect.table(side.name)} (${list(columns)}) ${rows}`]),
    ...dialect.triggers(layout, side),
  ];
}

/** Creates the tables of search. */
export function createSearch(
  dialect: Dialect,
  { words, deletions }: { words: string; deletions: string },
): string[] {
  const text = dialect.keyType({ name: '', type: 'text' });
  const columns = [`"word" ${text} NOT NULL`, `"id" ${text} NOT NULL`, '"field" integer NOT NULL'];
  return [
    dialect.createKeyed(words, columns, ['word', 'id']),
    dialect.createKeyed(deletions, [`"deletion" ${text} NOT NULL`, ...columns], ['deletion', 'word', 'id']),
  ];
}

function columnOf(layout: Layout, name: string): Column {
  return { name, type: isNumber(layout, name) ? 'number' : 'text' };
}

function isNumber({ collection }: Layout, field: string): boolean {
  return [...(collection.numbers ?? []), ...(collection.atLeastZero ?? [])].includes(field);
}
