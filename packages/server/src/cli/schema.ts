import { collections } from '@guildhall/core';
import type { CliCommand } from './command.js';

/** `guildhall schema`: for hosts that own their database's schema. */
export const schema: CliCommand = {
  name: 'schema',
  usage: 'schema [--postgres]',
  summary: 'Prints the SQL that makes the tables.',
  flags: { postgres: { help: 'For PostgreSQL. Default: for SQLite.' } },
  notes: ['`guildhall serve` makes and migrates the tables by itself.'],
  async run(given, { out }) {
    out(given.on('postgres') ? await postgresSchema() : await sqliteSchema());
    return 0;
  },
};

async function postgresSchema(): Promise<string> {
  const { postgresStore } = await import('../stores/postgres.js');
  const store = postgresStore({ url: 'postgresql://localhost/guildhall', collections });
  const text = store.schema();
  await store.close();
  return text;
}

async function sqliteSchema(): Promise<string> {
  const { sqliteStore } = await import('../stores/sqlite.js');
  const store = sqliteStore({ file: ':memory:', collections });
  const text = store.schema();
  await store.close();
  return text;
}
