import { collections, createGuildhall, type Guildhall } from '@guildhall/core';
import type { SqlStore } from '../stores/sql.js';
import type { Surroundings } from './command.js';
import type { Flag, Given } from './flags.js';

/** The flag that names the database; without it DATABASE_URL decides. */
export const FILE_FLAG: Flag = {
  value: 'FILE',
  help: 'The SQLite database. Default: the PostgreSQL of DATABASE_URL, else guildhall.db.',
};

/** An open database and the Guildhall over it. */
export interface Opened {
  store: SqlStore;
  guildhall: Guildhall;
  /** What to call the database in messages: never the address, which may hold a password. */
  name: string;
}

/** Opens the database that flags and environment name, and makes or migrates its tables. */
export async function openDatabase(given: Given, around: Surroundings): Promise<Opened> {
  const { store, name } = await openStore(given.text('file'), around.env['DATABASE_URL']);
  const guildhall = createGuildhall({ store });
  await guildhall.prepare();
  return { store, guildhall, name };
}

async function openStore(
  file: string | undefined,
  url: string | undefined,
): Promise<{ store: SqlStore; name: string }> {
  if (file === undefined && url) {
    const { postgresStore } = await import('../stores/postgres.js');
    return { store: postgresStore({ url, collections }), name: 'the PostgreSQL database of DATABASE_URL' };
  }
  const { sqliteStore } = await import('../stores/sqlite.js');
  const path = file ?? 'guildhall.db';
  return { store: sqliteStore({ file: path, collections }), name: path };
}
