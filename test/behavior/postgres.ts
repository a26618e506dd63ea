import { collections } from '@guildhall/core';
import { postgresStore } from '@guildhall/server/postgres';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

const url = process.env['GUILDHALL_TEST_POSTGRES'];

/** False when the stories can run over PostgreSQL, else why they cannot; with `CI=true` that is an error. */
export function postgresMissing(): string | false {
  if (url) return false;
  if (process.env['CI'] === 'true')
    throw new Error('CI needs PostgreSQL: GUILDHALL_TEST_POSTGRES is not set.');
  return 'PostgreSQL is not there: run the tests by `npm test`, which starts one.';
}

/** The cluster that the tests may use. */
export function postgresUrl(): string {
  if (!url) throw new Error('GUILDHALL_TEST_POSTGRES is not set.');
  return url;
}

/** A store in a database schema of its own, dropped afterwards. */
export async function openPostgresStore() {
  const url = postgresUrl();
  const schema = `story_${randomBytes(6).toString('hex')}`;
  const store = postgresStore({ url, collections, schema, poolSize: 4 });
  const dispose = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await client.end();
  };
  return { store, dispose, schema };
}
