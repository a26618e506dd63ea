import { EVENTS, META, SCHEMA_VERSION } from './sql.js';
import { item, list, quote, sideRows, type Dialect } from './sql-dialect.js';
import { hashOf, withId, type Column } from './sql-layout.js';

const TYPES: Record<Column['type'], string> = { text: 'text', number: 'double precision', counter: 'bigint' };
/** Texts sort by their bytes, as in SQLite, whatever the database's language. */
const TEXT = 'text COLLATE "C"';

const EVENTS_OF_ROWS = ['INSERT', 'UPDATE', 'DELETE'];

/** PostgreSQL's words, for tables in one schema. */
export function postgresDialect(schema: string): Dialect {
  const qualified = (name: string): string => `${quote(schema)}.${quote(name)}`;
  const typeOf = ({ type }: Column): string => (type === 'text' ? TEXT : TYPES[type]);
  const dialect: Dialect = {
    table: qualified,
    tableBy: qualified,
    // PostgreSQL cannot be told which index to use, and guesses by averages: for a rare value it would walk a whole
    // other index. So each index promises something that is true of every row, and its finds ask for just that.
    label: (index) => [`octet_length("id") <> ${1_000_000 + (hashOf(index) >>> 2)}`],
    // An expression, or the primary key would be such another index.
    idOrder: `("id" || '')`,
    index: qualified,
    each: (parameter) => `json_array_elements(${parameter}::json) AS r(value)`,
    body: (text) => `CAST(${text} AS json)`,
    // A list is guarded, since the function fails for anything else, null too.
    elements: (body, field) =>
      `json_array_elements_text(CASE json_typeof(${body} -> '${field}') WHEN 'array' THEN ${body} -> '${field}' END) AS j(value)`,
    typeName: (column) => TYPES[column.type],
    keyType: typeOf,
    define(column) {
      const { name, type } = column;
      // Computed from the body by the database: a column can never say something else than the record.
      const value = type === 'text' ? `"body" ->> '${name}'` : `("body" ->> '${name}')::${TYPES[type]}`;
      const check = type === 'counter' ? ` CHECK (${quote(name)} >= 0)` : '';
      return `${quote(name)} ${typeOf(column)} GENERATED ALWAYS AS (${value}) STORED${check}`;
    },
    base: () => [
      `CREATE TABLE ${qualified(META)} ("key" ${TEXT} NOT NULL PRIMARY KEY, "value" text NOT NULL)`,
      `INSERT INTO ${qualified(META)} VALUES ('schema_version', '${SCHEMA_VERSION}'), ('epoch', replace(gen_random_uuid()::text, '-', ''))`,
      `CREATE TABLE ${qualified(EVENTS)} ("xid" xid8 NOT NULL DEFAULT pg_current_xact_id(), "seq" bigint GENERATED ALWAYS AS IDENTITY, "event" json NOT NULL, "at" ${TEXT} NOT NULL, PRIMARY KEY ("xid", "seq"))`,
    ],
    createTable({ table, columns }) {
      // json, not jsonb: it gives back the very text that was stored.
      const defined = [
        `"id" ${TEXT} NOT NULL PRIMARY KEY`,
        '"body" json NOT NULL',
        ...columns.map(dialect.define),
      ];
      return `CREATE TABLE ${qualified(table)} (${defined.join(', ')})`;
    },
    createKeyed: (name, columns, key) =>
      `CREATE TABLE ${qualified(name)} (${columns.join(', ')}, PRIMARY KEY (${list(key)}))`,
    triggers(layout, side) {
      const table = qualified(side.name);
      const columns = withId(side.fields);
      const others = columns.filter((name) => name !== side.array);
      const same = others.map((name) => `s.${quote(name)} = OLD.${quote(name)}`).join(' AND ');
      const gone = `ARRAY(SELECT ${item(layout, side)} FROM ${dialect.elements('OLD."body"', side.array)})`;
      const fields = (record: string): string =>
        [`${record}."body" ->> '${side.array}'`, ...others.map((name) => `${record}.${quote(name)}`)].join(
          ', ',
        );
      const on = (event: string, when = ''): string =>
        `CREATE TRIGGER ${quote(`${side.name}__${event}`)} AFTER ${event} ON ${qualified(layout.table)} ` +
        `FOR EACH ROW${when} EXECUTE FUNCTION ${table}()`;
      return [
        `CREATE FUNCTION ${table}() RETURNS trigger LANGUAGE plpgsql AS $guildhall$ BEGIN ` +
          `IF TG_OP <> 'INSERT' THEN DELETE FROM ${table} AS s WHERE s.${quote(side.array)} = ANY (${gone}) AND ${same}; END IF; ` +
          `IF TG_OP <> 'DELETE' THEN INSERT INTO ${table} (${list(columns)}) ${sideRows(dialect, layout, side, 'NEW')}; END IF; ` +
          'RETURN NULL; END $guildhall$',
        on('INSERT'),
        on('UPDATE', ` WHEN ((${fields('OLD')}) IS DISTINCT FROM (${fields('NEW')}))`),
        on('DELETE'),
      ];
    },
    dropSide: (layout, side) => [
      ...EVENTS_OF_ROWS.map(
        (event) => `DROP TRIGGER ${quote(`${side.name}__${event}`)} ON ${qualified(layout.table)}`,
      ),
      `DROP FUNCTION ${qualified(side.name)}()`,
      `DROP TABLE ${qualified(side.name)}`,
    ],
    addColumn: (layout, column) =>
      `ALTER TABLE ${qualified(layout.table)} ADD COLUMN ${dialect.define(column)}`,
    dropColumn: (layout, column) => `ALTER TABLE ${qualified(layout.table)} DROP COLUMN ${quote(column)}`,
  };
  return dialect;
}
