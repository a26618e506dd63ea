import type { AnyCollection } from '@guildhall/core/store';
import { GuildhallError, type StoredRecord } from '@guildhall/core/store';
import { META, SCHEMA_VERSION, textOf, type Session } from './sql.js';
import { createIndex, createSearch, createSide, createUnique, type Dialect } from './sql-dialect.js';
import { uniquePrefix, type Layout } from './sql-layout.js';
import { indexSearch } from './sql-search.js';
import type { Texts } from './sql-texts.js';

/** What a database holds already. */
export interface Catalog {
  /** The tables, each with its computed columns and the names of their types. */
  tables: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The names of the indexes, by table. */
  indexes: ReadonlyMap<string, readonly string[]>;
}

/**
 * The statements that bring a database from what it holds to what the layouts ask for; none when it is up to
 * date. They add. What an older program declared stays and is kept in step by the database, so that two versions
 * can run side by side; only what would refuse records that are now allowed is dropped.
 */
export function migration(dialect: Dialect, layouts: readonly Layout[], catalog: Catalog): string[] {
  const base = catalog.tables.has(META) ? [] : dialect.base();
  return [...base, ...layouts.flatMap((layout) => migrationOf(dialect, layout, catalog))];
}

function migrationOf(dialect: Dialect, layout: Layout, catalog: Catalog): string[] {
  const isNew = !catalog.tables.has(layout.table);
  const columns = catalog.tables.get(layout.table) ?? new Map<string, string>();
  const indexes = catalog.indexes.get(layout.table) ?? [];
  const changed = changedColumns(dialect, layout, columns);
  const sides = layout.sides.filter(({ name }) => catalog.tables.has(name));
  // A column cannot go while something holds it; whatever is derived can be made anew.
  const isAnew = changed.length > 0;
  const drops = isAnew ? indexes : indexes.filter((name) => isUndeclaredUnique(layout, name));
  const isMissing = ({ name }: { name: string }): boolean => isAnew || !indexes.includes(name);
  const isMissingSide = ({ name }: { name: string }): boolean => isAnew || !catalog.tables.has(name);
  const missing = layout.columns.filter(({ name }) => !columns.has(name) || changed.includes(name));
  return [
    ...drops.map((name) => `DROP INDEX ${dialect.index(name)}`),
    ...(isAnew ? sides.flatMap((side) => dialect.dropSide(layout, side)) : []),
    ...changed.map((name) => dialect.dropColumn(layout, name)),
    ...(isNew ? [dialect.createTable(layout)] : missing.map((column) => dialect.addColumn(layout, column))),
    ...layout.uniques.filter(isMissing).map((unique) => createUnique(dialect, layout, unique)),
    ...layout.indexes.filter(isMissing).map((index) => createIndex(dialect, layout, index)),
    ...layout.sides.filter(isMissingSide).flatMap((side) => createSide(dialect, layout, side, isNew)),
    ...(layout.search && !catalog.tables.has(layout.search.words)
      ? createSearch(dialect, layout.search)
      : []),
  ];
}

/** The columns that are of another type than declared, or refuse what is no longer refused. */
function changedColumns(dialect: Dialect, layout: Layout, columns: ReadonlyMap<string, string>): string[] {
  const counter = dialect.typeName({ name: '', type: 'counter' });
  const declared = new Map(layout.columns.map((column) => [column.name, dialect.typeName(column)]));
  return [...columns].flatMap(([name, type]) => {
    const wanted = declared.get(name);
    return (wanted === undefined ? type === counter : wanted !== type) ? [name] : [];
  });
}

function isUndeclaredUnique(layout: Layout, name: string): boolean {
  return (
    name.startsWith(uniquePrefix(layout.table)) && !layout.uniques.some((unique) => unique.name === name)
  );
}

/** Refuses a database that a newer program has changed, before anything in it is touched. */
export function assertVersion(found: string | undefined): void {
  if (found === undefined || Number(found) <= SCHEMA_VERSION) return;
  throw new GuildhallError(
    'unavailable',
    'store.newer',
    `The database has the layout ${found}, this program knows ${SCHEMA_VERSION}: run a newer version of Guildhall.`,
  );
}

/** Which fields the words of a collection are made of, as the database remembers it. */
export function searchMarker({ name }: AnyCollection): string {
  return `search:${name}`;
}

/** Makes the words of every record anew where the search fields are not those that the database knows. */
export async function rebuildSearch(
  session: Session,
  texts: Texts,
  layouts: readonly Layout[],
): Promise<void> {
  for (const { collection, search } of layouts) {
    if (!search) continue;
    const [row] = await session.rows(texts.base.marker, [searchMarker(collection)]);
    // The first word stands for the way of folding: who changes `fold` or `indexWords` changes it.
    const wanted = JSON.stringify(['words-1', ...(collection.search ?? [])]);
    if (row && textOf(row, 'value') === wanted) continue;
    for (const text of texts.searchOf(collection).clear) await session.rows(text);
    await indexAll(session, texts, collection);
    await session.rows(texts.base.setMarker, [searchMarker(collection), wanted]);
  }
}

async function indexAll(session: Session, texts: Texts, collection: AnyCollection): Promise<void> {
  const { batch } = texts.of(collection);
  const search = texts.searchOf(collection);
  for (let after = ''; ;) {
    const rows = await session.rows(batch, [after, 500]);
    for (const row of rows) {
      const id = textOf(row, 'id');
      // What lies in a collection's table was put there as a record.
      const record = JSON.parse(textOf(row, 'body')) as StoredRecord;
      await indexSearch(session, search, collection, id, { new: record });
      after = id;
    }
    if (rows.length === 0) return;
  }
}
