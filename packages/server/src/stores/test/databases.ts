import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { AnyCollection } from '@guildhall/core/store';
import { postgresDialect } from '../postgres-dialect.js';
import { postgresStore } from '../postgres.js';
import type { Dialect } from '../sql-dialect.js';
import type { Row, SqlStore, SqlValue } from '../sql.js';
import { sqliteDialect } from '../sqlite-dialect.js';
import { openSqlite } from '../sqlite-driver.js';
import { sqliteStore } from '../sqlite.js';

/** Names a database, for a child process too. */
export type Target = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string; schema: string };

/** A database of a test's own. */
export interface TestDatabase {
  target: Target;
  dialect: Dialect;
  /** A further handle, as another process has one. */
  open(collections: readonly AnyCollection[]): SqlStore;
  /** Runs a statement behind the store's back. */
  rows(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** How the database goes about a statement. */
  plan(text: string, values: readonly SqlValue[]): Promise<string>;
  /** Runs several statements. */
  exec(text: string): Promise<void>;
  drop(): Promise<void>;
}

/** Opens the store of a target. */
export function openTarget(target: Target, collections: readonly AnyCollection[]): SqlStore {
  if (target.kind === 'sqlite') return sqliteStore({ file: target.file, collections });
  return postgresStore({ ...target, collections });
}

/** A new SQLite file. */
export async function newSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-sqlite-'));
  const file = join(folder, 'data', 'guildhall.db');
  const target: Target = { kind: 'sqlite', file };
  const rows = async (text: string, values?: readonly SqlValue[]): Promise<Row[]> => {
    const connection = openSqlite(file);
    try {
      connection.all('PRAGMA busy_timeout=2000');
      return connection.all(text, values);
    } finally {
      connection.close();
    }
  };
  return {
    target,
    dialect: sqliteDialect,
    open: (collections) => openTarget(target, collections),
    rows,
    plan: async (text, values) => {
      const steps = await rows(`EXPLAIN QUERY PLAN ${text}`, values);
      return steps.map((step) => String(step['detail'])).join('\n');
    },
    exec: async (text) => {
      const connection = openSqlite(file);
      connection.exec(text);
      connection.close();
    },
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A new schema in the cluster at the url. */
export async function newPostgres(url: string): Promise<TestDatabase> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  // By its name a test finds its own connections among those of others.
  const named = `${url}${url.includes('?') ? '&' : '?'}application_name=${schema}`;
  const target: Target = { kind: 'postgres', url: named, schema };
  const connected = async <R>(work: (client: pg.Client) => Promise<R>): Promise<R> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const literal = (value: SqlValue): string => (typeof value === 'number' ? String(value) : `'${value}'`);
  return {
    target,
    dialect: postgresDialect(schema),
    open: (collections) => openTarget(target, collections),
    rows: (text, values = []) =>
      connected(async (client) => (await client.query<Record<string, unknown>>(text, [...values])).rows),
    plan: (text, values) =>
      connected(async (client) => {
        await client.query('SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan');
        await client.query(`PREPARE asked AS ${text}`);
        const { rows } = await client.query<Record<string, string>>(
          `EXPLAIN EXECUTE asked(${values.map(literal).join(', ')})`,
        );
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      }),
    exec: (text) => connected(async (client) => void (await client.query(text))),
    drop: () =>
      connected(async (client) => void (await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`))),
  };
}
