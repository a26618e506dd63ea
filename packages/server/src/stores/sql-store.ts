import { setTimeout as pause } from 'node:timers/promises';
import { isGuildhallError } from '@guildhall/core/store';
import { EVENTS_KEPT_DAYS, META, SCHEMA_VERSION, textOf, type Session } from './sql.js';
import type { Dialect } from './sql-dialect.js';
import type { Layout } from './sql-layout.js';
import { assertVersion, migration, rebuildSearch, type Catalog } from './sql-migration.js';
import type { Texts } from './sql-texts.js';

/** How long `prepare` waits for another process that prepares the same database. */
const PATIENCE_MS = 60_000;

/** The key under which the store remembers up to where events were forgotten. */
export const COMPACTED = 'compacted';
/** The key under which it remembers the version of its layout. */
const VERSION = 'schema_version';

/** Brings the database up to date inside one transaction that runs alone. */
export async function prepareTables(
  session: Session,
  database: { dialect: Dialect; layouts: readonly Layout[]; texts: Texts; catalog: Catalog },
): Promise<void> {
  const { dialect, layouts, texts, catalog } = database;
  const isEmpty = !catalog.tables.has(META);
  if (!isEmpty) assertVersion(await readMarker(session, texts, VERSION));
  for (const text of migration(dialect, layouts, catalog)) await session.exec(text);
  await rebuildSearch(session, texts, layouts);
  const version = await readMarker(session, texts, VERSION);
  if (version !== String(SCHEMA_VERSION))
    await session.rows(texts.base.setMarker, [VERSION, String(SCHEMA_VERSION)]);
}

/** Runs the work again while somebody else, who may be making the very same tables, is at it. */
export async function patiently(work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isBusy = isGuildhallError(error) && ['store.busy', 'store.contended'].includes(error.reason);
      if (!isBusy || performance.now() - start > PATIENCE_MS) throw error;
    }
    await pause(200);
  }
}

/** The SQL that `prepare` runs on an empty database. */
export function schemaOf(dialect: Dialect, layouts: readonly Layout[]): string {
  const texts = migration(dialect, layouts, { tables: new Map(), indexes: new Map() });
  return texts.map((text) => `${text};\n`).join('\n');
}

/** A value of the store's own table. */
export async function readMarker(session: Session, texts: Texts, key: string): Promise<string | undefined> {
  const [row] = await session.rows(texts.base.marker, [key]);
  return row && textOf(row, 'value');
}

/** Events told before this time may be forgotten. */
export function eventsKeptSince(now: number): string {
  return new Date(now - EVENTS_KEPT_DAYS * 24 * 60 * 60 * 1000).toISOString();
}
