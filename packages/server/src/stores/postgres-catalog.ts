import { EVENTS, textOf, type Session } from './sql.js';
import type { Catalog } from './sql-migration.js';
import { COMPACTED, readMarker } from './sql-store.js';
import type { Texts } from './sql-texts.js';

/** The key under which the store remembers which cluster and table its transaction numbers belong to. */
const HOME = 'home';

/** What the schema holds already. */
export async function postgresCatalog(session: Session, schema: string): Promise<Catalog> {
  const columns = await session.rows(
    `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS "type"
     FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
     LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attgenerated = 's' AND NOT a.attisdropped
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'p')`,
    [schema],
  );
  const tables = new Map<string, Map<string, string>>();
  for (const row of columns) {
    const table = tables.get(textOf(row, 'table')) ?? new Map<string, string>();
    tables.set(textOf(row, 'table'), table);
    if (row['column'] !== null) table.set(textOf(row, 'column'), textOf(row, 'type'));
  }
  const indexes = new Map<string, string[]>();
  for (const row of await session.rows(
    `SELECT t.relname AS "table", c.relname AS "name"
     FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_class AS t ON t.oid = i.indrelid
     JOIN pg_namespace AS n ON n.oid = t.relnamespace WHERE n.nspname = $1 AND NOT i.indisprimary`,
    [schema],
  ))
    indexes.set(textOf(row, 'table'), [...(indexes.get(textOf(row, 'table')) ?? []), textOf(row, 'name')]);
  return { tables, indexes };
}

/** Says whether the schema is there. */
export async function hasSchema(session: Session, schema: string): Promise<boolean> {
  const rows = await session.rows('SELECT 1 AS "found" FROM pg_namespace WHERE nspname = $1', [schema]);
  return rows.length > 0;
}

/**
 * Transaction numbers mean something in one cluster only. After a restore or a move the feed begins anew: the old
 * events go, and the new epoch tells everybody who resumes to read again.
 */
export async function renewEpoch(session: Session, texts: Texts, events: string): Promise<void> {
  const [row] = await session.rows(
    `SELECT (SELECT system_identifier FROM pg_control_system())::text || '.' || $1::regclass::oid::text AS "home"`,
    [events],
  );
  const home = textOf(row, 'home');
  const known = await readMarker(session, texts, HOME);
  if (known === home) return;
  await session.rows(texts.base.setMarker, [HOME, home]);
  if (known === undefined) return;
  await session.rows(`DELETE FROM ${events}`);
  await session.rows(`DELETE FROM ${events.replace(EVENTS, 'guildhall_meta')} WHERE "key" = '${COMPACTED}'`);
  const [epoch] = await session.rows(`SELECT replace(gen_random_uuid()::text, '-', '') AS "epoch"`);
  await session.rows(texts.base.setMarker, ['epoch', textOf(epoch, 'epoch')]);
}

/** Forgets the events up to the first that was told since the given time. */
export async function forgetPostgresEvents(
  session: Session,
  texts: Texts,
  events: string,
  since: string,
): Promise<void> {
  const [kept] = await session.rows(
    `SELECT "xid"::text AS "xid", "seq" FROM ${events} WHERE "at" >= $1 ORDER BY "xid", "seq" LIMIT 1`,
    [since],
  );
  // Without one to keep all go, but never one that is not behind every reader yet.
  const bound = kept ? `("xid", "seq") < ('${textOf(kept, 'xid')}'::xid8, ${textOf(kept, 'seq')})` : 'true';
  const [last] = await session.rows(
    `WITH gone AS (DELETE FROM ${events} WHERE ${bound} AND "xid" < pg_snapshot_xmin(pg_current_snapshot()) RETURNING "xid", "seq")
     SELECT "xid"::text || '.' || "seq" AS "place" FROM gone ORDER BY "xid" DESC, "seq" DESC LIMIT 1`,
  );
  if (last) await session.rows(texts.base.setMarker, [COMPACTED, textOf(last, 'place')]);
}
