import { EVENTS, META, SCHEMA_VERSION } from './sql.js';
import { list, quote, sideRows, type Dialect } from './sql-dialect.js';
import { withId, type Column } from './sql-layout.js';

const TYPES: Record<Column['type'], string> = { text: 'TEXT', number: 'REAL', counter: 'INTEGER' };

/** SQLite's words. */
export const sqliteDialect: Dialect = {
  table: quote,
  // A planner that guesses wrong would read a whole collection for a page.
  tableBy: (table, index) => `${quote(table)} INDEXED BY ${quote(index)}`,
  label: () => [],
  idOrder: '"id"',
  index: quote,
  each: (parameter) => `json_each(${parameter}) AS r`,
  body: (text) => text,
  elements: (body, field) => `json_each(${body}, '$."${field}"') AS j`,
  typeName: (column) => TYPES[column.type],
  keyType: (column) => TYPES[column.type],
  define({ name, type }) {
    // Computed from the body by the database: a column can never say something else than the record.
    const value = `${TYPES[type]} GENERATED ALWAYS AS ("body" ->> '$."${name}"') VIRTUAL`;
    return `${quote(name)} ${value}${type === 'counter' ? ` CHECK (${quote(name)} >= 0)` : ''}`;
  },
  base: () => [
    `CREATE TABLE ${quote(META)} ("key" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL) WITHOUT ROWID`,
    `INSERT INTO ${quote(META)} VALUES ('schema_version', '${SCHEMA_VERSION}'), ('epoch', lower(hex(randomblob(8))))`,
    // AUTOINCREMENT: the number of a forgotten event never comes back.
    `CREATE TABLE ${quote(EVENTS)} ("seq" INTEGER PRIMARY KEY AUTOINCREMENT, "event" TEXT NOT NULL, "at" TEXT NOT NULL)`,
  ],
  createTable({ table, columns, collection }) {
    const defined = [
      '"id" TEXT NOT NULL PRIMARY KEY',
      '"body" TEXT NOT NULL',
      ...columns.map(sqliteDialect.define),
    ];
    // Without row ids there is no order of insertion, only that of the random ids.
    return `CREATE TABLE ${quote(table)} (${defined.join(', ')})${collection.sealed ? ' WITHOUT ROWID' : ''}`;
  },
  createKeyed: (name, columns, key) =>
    `CREATE TABLE ${quote(name)} (${columns.join(', ')}, PRIMARY KEY (${list(key)})) WITHOUT ROWID`,
  triggers(layout, side) {
    const table = quote(side.name);
    const columns = withId(side.fields);
    const others = columns.filter((name) => name !== side.array);
    const same = others.map((name) => `${quote(name)} = old.${quote(name)}`).join(' AND ');
    const gone = `SELECT j.value FROM ${sqliteDialect.elements('old."body"', side.array)}`;
    const remove = `DELETE FROM ${table} WHERE ${quote(side.array)} IN (${gone}) AND ${same};`;
    const insert = `INSERT INTO ${table} (${list(columns)}) ${sideRows(sqliteDialect, layout, side, 'new')};`;
    const items = (record: string): string => `${record}."body" ->> '$."${side.array}"'`;
    const changed = [
      `${items('old')} IS NOT ${items('new')}`,
      ...others.map((name) => `old.${quote(name)} IS NOT new.${quote(name)}`),
    ].join(' OR ');
    const on = (event: string, body: string, when = ''): string =>
      `CREATE TRIGGER ${quote(`${side.name}__${event}`)} AFTER ${event} ON ${quote(layout.table)}${when} BEGIN ${body} END`;
    return [
      on('INSERT', insert),
      on('UPDATE', `${remove} ${insert}`, ` WHEN ${changed}`),
      on('DELETE', remove),
    ];
  },
  dropSide: (_, side) => [
    ...['INSERT', 'UPDATE', 'DELETE'].map((event) => `DROP TRIGGER ${quote(`${side.name}__${event}`)}`),
    `DROP TABLE ${quote(side.name)}`,
  ],
  addColumn: (layout, column) =>
    `ALTER TABLE ${quote(layout.table)} ADD COLUMN ${sqliteDialect.define(column)}`,
  dropColumn: (layout, column) => `ALTER TABLE ${quote(layout.table)} DROP COLUMN ${quote(column)}`,
};
