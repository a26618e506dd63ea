import { EVENTS, textOf, type Session } from './sql.js';
import type { Catalog } from './sql-migration.js';
import { COMPACTED } from './sql-store.js';
import type { Texts } from './sql-texts.js';

/** What the file holds already. */
export async function sqliteCatalog(session: Session): Promise<Catalog> {
  const columns = await session.rows(
    `SELECT m.name AS "table", x.name AS "column", x.type AS "type", x.hidden AS "hidden"
     FROM sqlite_schema AS m, pragma_table_xinfo(m.name) AS x WHERE m.type = 'table'`,
  );
  const tables = new Map<string, Map<string, string>>();
  for (const row of columns) {
    const table = tables.get(textOf(row, 'table')) ?? new Map<string, string>();
    tables.set(textOf(row, 'table'), table);
    // 2 marks a column that is computed when it is read.
    if (row['hidden'] === 2) table.set(textOf(row, 'column'), textOf(row, 'type'));
  }
  const indexes = new Map<string, string[]>();
  // Those without SQL belong to primary keys.
  for (const row of await session.rows(
    `SELECT "name", "tbl_name" AS "table" FROM sqlite_schema WHERE "type" = 'index' AND "sql" IS NOT NULL`,
  )) {
    const names = indexes.get(textOf(row, 'table')) ?? [];
    indexes.set(textOf(row, 'table'), [...names, textOf(row, 'name')]);
  }
  return { tables, indexes };
}

/** Forgets the events up to the first that was told since the given time. */
export async function forgetSqliteEvents(session: Session, texts: Texts, since: string): Promise<void> {
  const [kept] = await session.rows(`SELECT "seq" FROM ${EVENTS} WHERE "at" >= $1 ORDER BY "seq" LIMIT 1`, [
    since,
  ]);
  const bound = kept ? Number(kept['seq']) : Number.MAX_SAFE_INTEGER;
  const [last] = await session.rows(`SELECT max("seq") AS "seq" FROM ${EVENTS} WHERE "seq" < $1`, [bound]);
  if (typeof last?.['seq'] !== 'number') return;
  await session.rows(`DELETE FROM ${EVENTS} WHERE "seq" < $1`, [bound]);
  await session.rows(texts.base.setMarker, [COMPACTED, String(last['seq'])]);
}
