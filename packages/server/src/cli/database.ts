import { readFile } from 'node:fs/promises';
import { collections, createGuildhall, type Guildhall, type SettingsInput } from '@guildhall/core';
import { workerCompute } from '../compute/worker-compute.js';
import { logEntry, logToConsole } from '../http/log.js';
import type { SqlStore } from '../stores/sql.js';
import type { Surroundings } from './command.js';
import { UsageError, type Flag, type Given } from './flags.js';

/** The flag that names the database; without it DATABASE_URL decides. */
export const FILE_FLAG: Flag = {
  value: 'FILE',
  help: 'The SQLite database. Default: the PostgreSQL of DATABASE_URL, else guildhall.db.',
};

/** The flag that names the organization's settings. */
export const SETTINGS_FLAG: Flag = {
  value: 'FILE',
  help: 'A JSON file of settings, such as { "timeZone": "Europe/Berlin", "points": { "enabled": true } }.',
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
  const settings = await settingsOf(given.text('settings'));
  const { store, name } = await openStore(given.text('file'), around.env['DATABASE_URL']);
  const guildhall = createGuildhall({
    store,
    settings,
    compute: workerCompute(),
    onFailure: (error) => logToConsole(logEntry('error', 'job.failed', { error })),
  });
  await guildhall.prepare();
  return { store, guildhall, name };
}

async function settingsOf(file: string | undefined): Promise<SettingsInput> {
  if (file === undefined) return {};
  try {
    // `createGuildhall` refuses what is not a setting, by name.
    return JSON.parse(await readFile(file, 'utf8')) as SettingsInput;
  } catch (error) {
    throw new UsageError(
      `${file} is not a readable JSON file: ${error instanceof Error ? error.message : ''}`,
    );
  }
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
