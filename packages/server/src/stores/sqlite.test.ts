import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { storeConformance } from '@guildhall/core/conformance';
import { isGuildhallError } from '@guildhall/core/store';
import { layoutsOf } from './sql-layout.js';
import { Texts } from './sql-texts.js';
import { SqlWriter } from './sql-transaction.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { openSqlite, type Connection } from './sqlite-driver.js';
import { SqliteWriter } from './sqlite-writer.js';
import { sqliteStore } from './sqlite.js';
import { newSqlite, type TestDatabase } from './test/databases.js';
import { feedChecks } from './test/feed-checks.js';
import { killAndLook } from './test/kill.js';
import { migrationChecks } from './test/migration-checks.js';
import { planChecks } from './test/plan-checks.js';
import { allPosts, answers, post, postsTwo } from './test/posts.js';

const databases: TestDatabase[] = [];
after(() => Promise.all(databases.map((database) => database.drop())));

async function fresh(): Promise<TestDatabase> {
  const database = await newSqlite();
  databases.push(database);
  return database;
}

function fileOf({ target }: TestDatabase): string {
  assert.equal(target.kind, 'sqlite');
  return target.file;
}

describe('the contract on SQLite', () => {
  storeConformance(test, async (collections) => {
    const store = (await fresh()).open(collections);
    await store.prepare();
    return store;
  });
});

describe('SQLite: what both SQL stores promise', () => {
  for (const [name, check] of Object.entries({ ...migrationChecks, ...planChecks, ...feedChecks }))
    test(name, async () => check(await fresh()));
});

describe('SQLite: group commit', () => {
  test('64 writes at once take one commit, one alone takes its own', async () => {
    const commits: number[] = [];
    const file = fileOf(await fresh());
    const store = sqliteStore({ file, collections: allPosts, onCommit: (writes) => commits.push(writes) });
    await store.prepare();
    commits.length = 0;
    await Promise.all(
      Array.from({ length: 64 }, (_, at) => store.write((tx) => tx.insert(postsTwo, post(`p${at}`)))),
    );
    assert.deepEqual(commits, [64]);
    await store.write((tx) => tx.insert(postsTwo, post('alone')));
    assert.deepEqual(commits, [64, 1]);
    await store.close();
  });

  test('of 64 that share a commit those that fail leave nothing, and the others stay', async () => {
    const store = (await fresh()).open(allPosts);
    await store.prepare();
    const writes = Array.from({ length: 64 }, (_, at) =>
      store.write(async (tx) => {
        await tx.insert(postsTwo, post(`p${at}`, { tags: ['x'] }));
        if (at % 3 === 0) throw new Error('No.');
        return at;
      }),
    );
    const settled = await Promise.allSettled(writes);
    const kept = settled.flatMap((each, at) => (each.status === 'fulfilled' ? [`p${at}`] : []));
    assert.equal(kept.length, 42);
    const found = await store.read((tx) =>
      tx.find(postsTwo, { where: { tags: 'x' }, order: '+at', limit: 99 }),
    );
    assert.deepEqual(new Set(found.items.map(({ id }) => id)), new Set(kept));
    await store.close();
  });
});

describe('SQLite: when things go wrong', () => {
  /** A writer on a connection of our own, which the test can spoil. */
  async function spoilable(spoil: (connection: Connection) => Connection) {
    const database = await fresh();
    const store = database.open(allPosts);
    await store.prepare();
    const texts = new Texts(sqliteDialect, layoutsOf(allPosts));
    const plain = openSqlite(fileOf(database));
    const connection = spoil(plain);
    const writer = new SqliteWriter(
      () => connection,
      () => undefined,
    );
    /** Inserts a post; `instead` is inserted when that fails, by a work that takes no notice. */
    const insert = (id: string, title: string, instead?: string): Promise<unknown> =>
      writer.write(async (session) => {
        const tx = new SqlWriter(session, texts);
        await tx.insert(postsTwo, post(id, { title })).catch(async (error: unknown) => {
          if (instead === undefined) throw error;
          await tx.insert(postsTwo, post(instead));
        });
      });
    const ids = async (): Promise<string[]> =>
      (await store.read((tx) => tx.find(postsTwo, { order: '+id', limit: 1000 }))).items.map(({ id }) => id);
    const end = async (): Promise<void> => {
      await writer.end();
      plain.close();
      await store.close();
    };
    return { insert, ids, end, connection: plain };
  }

  test('a full disk refuses what does not fit as unavailable, loses nothing acknowledged, and passes', async () => {
    const { insert, ids, end, connection } = await spoilable((plain) => plain);
    const pages = Number(connection.all('PRAGMA page_count')[0]?.['page_count']);
    connection.all(`PRAGMA max_page_count = ${pages + 60}`);
    const tried = Array.from({ length: 100 }, (_, at) => `p${String(at).padStart(3, '0')}`);
    const settled = await Promise.allSettled(tried.map((id) => insert(id, 'x'.repeat(8000))));
    const kept = tried.filter((_, at) => settled[at]?.status === 'fulfilled');
    const refused = settled.filter((each) => each.status === 'rejected');
    assert.ok(refused.length > 0);
    for (const { reason } of refused)
      assert.ok(
        isGuildhallError(reason) && reason.code === 'unavailable' && reason.reason === 'store.full',
        String(reason),
      );
    assert.deepEqual(await ids(), kept);
    connection.all('PRAGMA max_page_count = 1000000');
    await insert('then', 'x'.repeat(8000));
    assert.deepEqual(await ids(), [...kept, 'then']);
    await end();
  });

  test('an error that ends the transaction fails its whole batch, and nothing after it slips in by itself', async () => {
    let isSpoiled = true;
    const { insert, ids, end } = await spoilable((plain) => ({
      ...plain,
      get inTransaction() {
        return plain.inTransaction;
      },
      all(text, values) {
        if (!isSpoiled || !text.startsWith('INSERT') || values?.[0] !== 'p5') return plain.all(text, values);
        plain.exec('ROLLBACK');
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      },
    }));
    const tried = Array.from({ length: 10 }, (_, at) => `p${at}`);
    const settled = await Promise.allSettled(tried.map((id) => insert(id, 'a title of words', 'sneaky')));
    for (const each of settled) {
      assert.equal(each.status, 'rejected');
      assert.ok(isGuildhallError(each.reason) && each.reason.reason === 'store.full', String(each.reason));
    }
    assert.deepEqual(await ids(), []);
    isSpoiled = false;
    await Promise.all(tried.map((id) => insert(id, 'a title of words')));
    assert.deepEqual(await ids(), tried);
    await end();
  });

  test('a commit that fails is acknowledged to nobody', async () => {
    let isSpoiled = true;
    const { insert, ids, end } = await spoilable((plain) => ({
      ...plain,
      get inTransaction() {
        return plain.inTransaction;
      },
      all(text, values) {
        if (!isSpoiled || text !== 'COMMIT') return plain.all(text, values);
        throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
      },
    }));
    const refused = (error: unknown): boolean => isGuildhallError(error) && error.code === 'unavailable';
    await Promise.all(['a', 'b'].map((id) => assert.rejects(insert(id, 'x'), refused)));
    isSpoiled = false;
    await insert('c', 'x');
    assert.deepEqual(await ids(), ['c']);
    await end();
  });

  test('another process that holds the lock is waited for without blocking anybody', async () => {
    const database = await fresh();
    const store = database.open(allPosts);
    await store.prepare();
    const other = openSqlite(fileOf(database));
    other.exec('BEGIN IMMEDIATE');
    const write = store.write((tx) => tx.insert(postsTwo, post('a')));
    let longest = 0;
    for (let last = performance.now(), at = 0; at < 60; at++, last = performance.now()) {
      await pause(5);
      longest = Math.max(longest, performance.now() - last);
      assert.equal(await store.read((tx) => tx.get(postsTwo, 'a')), undefined);
    }
    assert.ok(longest < 1000, `the event loop stood still for ${longest} ms`);
    other.exec('COMMIT');
    other.close();
    await write;
    await store.close();
  });

  test('a work that waits for something else is given up after five seconds, alone', async () => {
    const store = (await fresh()).open(allPosts);
    await store.prepare();
    const stuck = store.write(async (tx) => {
      await tx.insert(postsTwo, post('stuck'));
      await new Promise(() => undefined);
    });
    const neighbor = store.write((tx) => tx.insert(postsTwo, post('neighbor')));
    await assert.rejects(stuck, (error) => isGuildhallError(error) && error.reason === 'store.slow');
    await neighbor;
    const found = await store.read((tx) => tx.find(postsTwo, { order: '+id' }));
    assert.deepEqual(
      found.items.map(({ id }) => id),
      ['neighbor'],
    );
    await store.close();
  });

  test('killed in the middle of its work, again and again', async () => {
    const database = await fresh();
    await killAndLook(database);
    const [row] = await database.rows('PRAGMA integrity_check');
    assert.equal(row?.['integrity_check'], 'ok');
  });
});

describe('SQLite: the file', () => {
  test('is durable, guarded and tidy: settings, closing, sealed tables', async () => {
    const database = await fresh();
    const store = database.open(allPosts);
    await store.prepare();
    await store.write((tx) => tx.insert(answers, { id: 'a', choice: 'yes' }));
    await store.close();
    const log = `${fileOf(database)}-wal`;
    assert.equal(existsSync(log) ? statSync(log).size : 0, 0, 'all lies in the one file');
    const [mode] = await database.rows('PRAGMA journal_mode');
    assert.equal(mode?.['journal_mode'], 'wal');
    const [table] = await database.rows(`SELECT sql FROM sqlite_schema WHERE name = 'answers'`);
    assert.match(String(table?.['sql']), /WITHOUT ROWID/);
  });

  test('in memory there is none: the error names memoryStore, the printed schema needs no file', async () => {
    const store = sqliteStore({ file: ':memory:', collections: allPosts });
    assert.match(store.schema(), /CREATE TABLE "posts"/);
    await assert.rejects(store.prepare(), /memoryStore/);
    assert.ok(!existsSync(':memory:'));
  });

  test('an idle store lets its process end', async () => {
    const database = await fresh();
    const script = `
      const { sqliteStore } = await import(${JSON.stringify(new URL('sqlite.ts', import.meta.url).href)});
      const store = sqliteStore({ file: ${JSON.stringify(fileOf(database))}, collections: [] });
      await store.prepare();
      await store.changes().next();`;
    const args = ['--conditions=guildhall-source', '--import', 'tsx', '--input-type=module', '-e', script];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    const [code] = (await once(child, 'exit')) as [number | null];
    assert.equal(code, 0);
  });
});
