import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Change, Resync } from '@guildhall/core/store';
import type { TestDatabase } from './databases.js';
import { allPosts, post, postsTwo, told } from './posts.js';

/** What the feeds of several handles on one database promise. */
export const feedChecks: Record<string, (database: TestDatabase) => Promise<void>> = {
  'two handles hear of each other within a second': async (database) => {
    const [one, two] = [database.open(allPosts), database.open(allPosts)];
    await one.prepare();
    const feeds = [one, two].map((store) => store.changes());
    for (const feed of feeds) assert.ok('resync' in (await next(feed)));
    const times: number[] = [];
    for (const [writer, id] of [
      [one, 'a'],
      [two, 'b'],
      [one, 'c'],
    ] as const) {
      const coming = feeds.map((feed) => next(feed));
      await pause(20);
      const start = performance.now();
      await writer.write(async (tx) => {
        await tx.insert(postsTwo, post(id));
        await tx.tell(told(id));
      });
      for (const change of coming) assert.deepEqual(idsOf(await change), [id]);
      times.push(performance.now() - start);
    }
    // Not each of them: an older transaction of another test in the same cluster may hold one back.
    assert.ok(Math.min(...times) < 1000, `took ${times.join(', ')} ms`);
    for (const feed of feeds) await feed.return?.();
    await Promise.all([one.close(), two.close()]);
  },

  'two handles write at the same time, and nobody is refused': async (database) => {
    const stores = [database.open(allPosts), database.open(allPosts)];
    await stores[0]?.prepare();
    const writes = stores.flatMap((store, of) =>
      Array.from({ length: 50 }, (_, at) => store.write((tx) => tx.insert(postsTwo, post(`${of}-${at}`)))),
    );
    await Promise.all(writes);
    const found = await stores[1]?.read((tx) => tx.find(postsTwo, { order: '+id', limit: 1000 }));
    assert.equal(found?.items.length, 100);
    await Promise.all(stores.map((store) => store.close()));
  },

  'events of more than 30 days ago are forgotten; who is behind them is told to read again': async (
    database,
  ) => {
    const store = database.open(allPosts);
    await store.prepare();
    const long = { at: new Date(Date.now() - 31 * 24 * 60 * 60 * 1000).toISOString() };
    for (const id of ['a', 'b']) await store.write((tx) => tx.tell({ ...told(id), ...long }));
    const feed = store.changes();
    const start = await next(feed);
    await feed.return?.();
    for (const id of ['c', 'd'])
      await store.write((tx) => tx.tell({ ...told(id), ...(id === 'c' ? long : {}) }));
    const [c] = await take(store.changes(start.cursor), 2);
    assert.deepEqual(idsOf(c), ['c']);
    await store.close();

    const again = database.open(allPosts);
    await again.prepare();
    assert.ok('resync' in (await first(again.changes(start.cursor))), 'c was forgotten');
    assert.deepEqual(idsOf(await first(again.changes(c?.cursor))), ['d']);
    const events = await database.rows(`SELECT "event" FROM ${database.dialect.table('guildhall_events')}`);
    assert.equal(events.length, 1);
    await again.close();
  },

  'a cursor from ahead, of another life or of nonsense gives one resync': async (database) => {
    const store = database.open(allPosts);
    await store.prepare();
    await store.write((tx) => tx.tell(told('a')));
    const start = await first(store.changes());
    const [epoch, ...place] = start.cursor.split('.');
    const ahead = [epoch, String(Number(place[0]) + 1_000_000), ...place.slice(1)].join('.');
    for (const cursor of [
      ahead,
      `0000.${place.join('.')}`,
      '',
      'x',
      `${epoch}.`,
      `${epoch}.-1`,
      `${epoch}.1e3`,
    ]) {
      const got = await first(store.changes(cursor));
      assert.ok('resync' in got, `${cursor} gave ${JSON.stringify(got)}`);
    }
    await store.close();
  },

  'a feed that waits asks nothing more when it was stopped': async (database) => {
    const store = database.open(allPosts);
    await store.prepare();
    const feed = store.changes();
    await next(feed);
    const waiting = feed.next();
    await pause(20);
    await feed.return?.();
    assert.deepEqual(await waiting, { done: true, value: undefined });
    await store.write((tx) => tx.tell(told('a')));
    assert.deepEqual(await feed.next(), { done: true, value: undefined });
    await store.close();
  },
};

/** The next of a feed, within five seconds. */
export async function next(feed: AsyncIterableIterator<Change | Resync>): Promise<Change | Resync> {
  const { promise: late, timer } = silence();
  try {
    const { done, value } = await Promise.race([feed.next(), late]);
    assert.ok(!done, 'The feed has ended.');
    return value;
  } finally {
    clearTimeout(timer);
  }
}

function silence() {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The feed stayed silent.')), 5000);
  });
  return { promise, timer };
}

/** The first of a feed, which is then stopped. */
export async function first(feed: AsyncIterableIterator<Change | Resync>): Promise<Change | Resync> {
  const value = await next(feed);
  await feed.return?.();
  return value;
}

/** The first few of a feed, which is then stopped. */
export async function take(
  feed: AsyncIterableIterator<Change | Resync>,
  count: number,
): Promise<(Change | Resync)[]> {
  const taken: (Change | Resync)[] = [];
  while (taken.length < count) taken.push(await next(feed));
  await feed.return?.();
  return taken;
}

/** The ids of an event. */
export function idsOf(change: Change | Resync | undefined): readonly string[] | undefined {
  return change && 'ids' in change ? change.ids : undefined;
}
