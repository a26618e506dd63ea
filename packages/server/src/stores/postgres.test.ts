import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { storeConformance } from '@guildhall/core/conformance';
import { isGuildhallError } from '@guildhall/core/store';
import { postgresStore } from './postgres.js';
import { cuttingProxy } from './test/cutting-proxy.js';
import { newPostgres, type TestDatabase } from './test/databases.js';
import { feedChecks, first, idsOf, next } from './test/feed-checks.js';
import { killAndLook } from './test/kill.js';
import { migrationChecks } from './test/migration-checks.js';
import { planChecks } from './test/plan-checks.js';
import { allPosts, answers, post, postsTwo, told } from './test/posts.js';

const cluster = await findCluster();
const skip = cluster ? false : 'There is no PostgreSQL: set GUILDHALL_TEST_POSTGRES, or install it.';
const databases: TestDatabase[] = [];
after(async () => {
  for (const database of databases) await database.drop();
  await cluster?.stop();
});

/** The cluster to test on: the one that the environment names, else one of our own. */
async function findCluster(): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  const url = process.env['GUILDHALL_TEST_POSTGRES'];
  if (url) return { url, stop: async () => undefined };
  const script = new URL('../../../../scripts/postgres.mjs', import.meta.url).href;
  // The script is plain JavaScript; this is what it says of itself.
  const { startPostgres } = (await import(script)) as { startPostgres(): ReturnType<typeof findCluster> };
  return startPostgres();
}

async function fresh(): Promise<TestDatabase> {
  const database = await newPostgres(cluster?.url ?? '');
  databases.push(database);
  return database;
}

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: cluster?.url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const reason = (expected: string) => (error: unknown) => isGuildhallError(error) && error.reason === expected;

describe('the contract on PostgreSQL', { skip }, () => {
  storeConformance(test, async (collections) => {
    const store = (await fresh()).open(collections);
    await store.prepare();
    return store;
  });
});

describe('PostgreSQL: what both SQL stores promise', { skip }, () => {
  for (const [name, check] of Object.entries({ ...migrationChecks, ...planChecks, ...feedChecks }))
    test(name, async () => check(await fresh()));
});

describe('PostgreSQL: the feed', { skip }, () => {
  test('what commits late comes late and in its place: an older transaction holds younger ones back', async () => {
    const database = await fresh();
    const store = database.open(allPosts);
    await store.prepare();
    const feed = store.changes();
    await next(feed);
    const older = await connected();
    const events = database.dialect.table('guildhall_events');
    await older.query('BEGIN');
    await older.query(`INSERT INTO ${events} ("event", "at") VALUES ($1, 'now')`, [
      JSON.stringify(told('older')),
    ]);
    await store.write((tx) => tx.tell(told('younger')));
    const coming = next(feed);
    const early = await Promise.race([coming, pause(300, 'nothing')]);
    assert.equal(early, 'nothing', 'the younger one may not overtake');
    await older.query('COMMIT');
    assert.deepEqual(idsOf(await coming), ['older']);
    assert.deepEqual(idsOf(await next(feed)), ['younger']);
    await older.end();
    await feed.return?.();
    await store.close();
  });

  test('without hints the poll still brings everything', async () => {
    const database = await fresh();
    const store = database.open(allPosts);
    await store.prepare();
    const feed = store.changes();
    await next(feed);
    const events = database.dialect.table('guildhall_events');
    await database.rows(`INSERT INTO ${events} ("event", "at") VALUES ($1, 'now')`, [
      JSON.stringify(told('a')),
    ]);
    assert.deepEqual(idsOf(await next(feed)), ['a']);
    await feed.return?.();
    await store.close();
  });

  test('goes on after the server has thrown all connections out', async () => {
    const database = await fresh();
    const store = database.open(allPosts);
    await store.prepare();
    const feed = store.changes();
    await next(feed);
    const coming = next(feed);
    await pause(50);
    assert.ok((await throwOut(database)) >= 2, 'one of the pool at least, and the one that listens');
    await retried(() => store.write((tx) => tx.tell(told('after'))));
    assert.deepEqual(idsOf(await coming), ['after']);
    await feed.return?.();
    await store.close();
  });

  test('in another cluster, or restored, it begins anew', async () => {
    const database = await fresh();
    const store = database.open(allPosts);
    await store.prepare();
    await store.write((tx) => tx.tell(told('a')));
    const { cursor } = await first(store.changes());
    await store.close();
    const meta = database.dialect.table('guildhall_meta');
    await database.exec(`UPDATE ${meta} SET "value" = 'elsewhere' WHERE "key" = 'home'`);
    const moved = database.open(allPosts);
    await moved.prepare();
    const resync = await first(moved.changes(cursor));
    assert.ok('resync' in resync);
    assert.notEqual(resync.cursor.split('.')[0], cursor.split('.')[0]);
    await moved.close();
  });
});

describe('PostgreSQL: many at once', { skip }, () => {
  test('with the same key `alone` the writes of two servers never run at the same time, nor again', async () => {
    const database = await fresh();
    const stores = [database.open(allPosts), database.open(allPosts)];
    await stores[0]?.prepare();
    await stores[0]?.write((tx) => tx.insert(postsTwo, post('wallet', { left: 40 })));
    let runs = 0;
    const spend = (at: number): Promise<void> | undefined =>
      stores[at % 2]?.write(
        async (tx) => {
          runs += 1;
          const wallet = await tx.get(postsTwo, 'wallet');
          assert.ok(wallet);
          await tx.replace(postsTwo, { ...wallet, left: (wallet.left ?? 0) - 1 });
        },
        { alone: 'wallet' },
      );
    await Promise.all(Array.from({ length: 40 }, (_, at) => spend(at)));
    assert.equal((await stores[0]?.read((tx) => tx.get(postsTwo, 'wallet')))?.left, 0);
    assert.equal(runs, 40, 'no write had to be run again');
    await assert.rejects(spend(0) ?? Promise.resolve(), reason('store.belowZero'));
    await Promise.all(stores.map((store) => store.close()));
  });

  test('the database itself refuses a counter below zero', async () => {
    const database = await fresh();
    const store = database.open(allPosts);
    await store.prepare();
    await store.write((tx) => tx.insert(postsTwo, post('a', { left: 1 })));
    const below = JSON.stringify(post('a', { left: -1 }));
    const change = database.rows(`UPDATE ${database.dialect.table('posts')} SET "body" = $1`, [below]);
    await assert.rejects(change, /check constraint/);
    await store.close();
  });

  test('a unique key that others took meanwhile is a conflict, by insert and by replace', async () => {
    const store = (await fresh()).open(allPosts);
    await store.prepare();
    await store.write(async (tx) => {
      for (const id of ['a', 'b', 'c', 'd']) await tx.insert(postsTwo, post(id));
    });
    const settled = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) =>
        store.write(async (tx) => {
          const record = post(id, { owner: 'me' });
          await (at < 4 ? tx.replace(postsTwo, record) : tx.insert(postsTwo, record));
        }),
      ),
    );
    assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const each of settled)
      if (each.status === 'rejected') assert.ok(reason('store.taken')(each.reason), String(each.reason));
    await store.close();
  });

  test('more reads and writes than connections: all come through', async () => {
    const { target } = await fresh();
    assert.equal(target.kind, 'postgres');
    const store = postgresStore({ ...target, collections: allPosts, poolSize: 2 });
    await store.prepare();
    const works = Array.from({ length: 60 }, (_, at) =>
      at % 2
        ? store.read((tx) => tx.find(postsTwo, { order: '+id' })).then(() => undefined)
        : store.write((tx) => tx.insert(postsTwo, post(`p${at}`))),
    );
    await Promise.all(works);
    await store.close();
  });
});

describe('PostgreSQL: when things go wrong', { skip }, () => {
  test('a connection lost in the middle of the work: nothing happened, and the store goes on', async () => {
    const database = await fresh();
    const store = database.open(allPosts);
    await store.prepare();
    const write = store.write(async (tx) => {
      await tx.insert(postsTwo, post('a'));
      await throwOut(database);
      await tx.insert(postsTwo, post('b'));
    });
    await assert.rejects(write, reason('store.unreachable'));
    const stuck = store.write(async (tx) => {
      await tx.insert(postsTwo, post('c'));
      await throwOut(database);
      await new Promise(() => undefined);
    });
    await assert.rejects(stuck, reason('store.unreachable'));
    assert.deepEqual((await store.read((tx) => tx.find(postsTwo, { order: '+id' }))).items, []);
    await store.close();
  });

  test('a connection lost in COMMIT: nobody knows, and the error says so', async () => {
    const database = await fresh();
    const { target } = database;
    assert.equal(target.kind, 'postgres');
    const { searchParams } = new URL(target.url.replace('@/', '@local/'));
    const proxy = await cuttingProxy(`${searchParams.get('host')}/.s.PGSQL.5432`);
    const url = `postgresql://postgres@127.0.0.1:${proxy.port}/postgres`;
    const store = postgresStore({ ...target, url, collections: allPosts });
    await store.prepare();
    for (const cut of ['before', 'after'] as const) {
      proxy.cut = cut;
      await assert.rejects(
        store.write((tx) => tx.insert(postsTwo, post(cut))),
        reason('store.unknown'),
      );
    }
    await pause(50);
    const found = await store.read((tx) => tx.find(postsTwo, { order: '+id' }));
    assert.deepEqual(
      found.items.map(({ id }) => id),
      ['after'],
    );
    await store.close();
    await proxy.close();
  });

  test('a database error that the work hides still fails the write', async () => {
    const database = await fresh();
    const store = database.open(allPosts);
    await store.prepare();
    await database.exec(`DROP TABLE ${database.dialect.table('answers')}`);
    const write = store.write(async (tx) => {
      await tx.insert(postsTwo, post('a'));
      await tx.get(answers, 'x').catch(() => undefined);
    });
    await assert.rejects(write, reason('store.unprepared'));
    assert.equal(await store.read((tx) => tx.get(postsTwo, 'a')), undefined);
    await store.close();
  });

  test('a server that is not there is unavailable', async () => {
    const store = postgresStore({ url: 'postgresql://nobody@127.0.0.1:1/none', collections: allPosts });
    await assert.rejects(
      store.read((tx) => tx.get(postsTwo, 'a')),
      reason('store.unreachable'),
    );
    await assert.rejects(
      store.write((tx) => tx.insert(postsTwo, post('a'))),
      reason('store.unreachable'),
    );
    await store.close();
  });

  test('killed in the middle of its work, again and again', async () => killAndLook(await fresh()));
});

describe('PostgreSQL: sealed collections', { skip }, () => {
  test('what was removed is gone from the file when the store has closed', async () => {
    const database = await fresh();
    const preparing = database.open(allPosts);
    await preparing.prepare();
    await preparing.close();
    const store = database.open(allPosts);
    const table = database.dialect.table('answers');
    await store.write(async (tx) => {
      for (let at = 0; at < 100; at++) await tx.insert(answers, { id: `old${at}`, choice: 'yes' });
    });
    await store.write(async (tx) => {
      for (let at = 0; at < 100; at++) await tx.remove(answers, `old${at}`);
      await tx.insert(answers, { id: 'new', choice: 'yes' });
    });
    await store.close();
    const [place] = await database.rows(`SELECT ctid::text AS "place" FROM ${table}`);
    assert.equal(place?.['place'], '(0,1)', 'the table was written anew');
  });
});

/** Ends all connections of a test's stores, as a restart of the server does. Gives their number. */
async function throwOut({ target }: TestDatabase): Promise<number> {
  assert.equal(target.kind, 'postgres');
  const client = await connected();
  const { rowCount } = await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
    [target.schema],
  );
  await client.end();
  return rowCount ?? 0;
}

async function retried(work: () => Promise<void>): Promise<void> {
  for (let left = 20; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isGuildhallError(error) || error.code !== 'unavailable') throw error;
      await pause(50);
    }
  }
}
