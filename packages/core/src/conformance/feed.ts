import type { StoreEvent } from '../store/store.js';
import { begin, take, takeUntil, tell } from './expect-feed.js';
import { expect, expectSame, patientWrite, pause, together, within } from './expect.js';
import { event, type Checks } from './sample.js';

/** Contract point 8: `changes` yields what was told, and resumes after a cursor. */
export const feedChecks: Checks = {
  'feed: events come as told, in the order told, with audience and ids': async (store) => {
    const feed = await begin(store);
    const told: StoreEvent[] = [
      {
        type: 'a.b',
        area: 'a',
        ids: ['x', 'é🎉', '__proto__'],
        audience: 'everyone',
        at: '2026-01-01T00:00:00.000Z',
      },
      { type: 'a.c', area: 'a', ids: [], audience: ['p1', 'p2'], at: '2026-01-01T00:00:00.001Z' },
      { type: 'b.b', area: 'b', ids: ['y'], audience: [], at: '2025-01-01T00:00:00.000Z' },
    ];
    await store.write(async (tx) => {
      for (const each of told) await tx.tell(each);
    });
    const heard = await take(feed, 3);
    expectSame(
      heard.map(({ cursor: _, ...rest }) => rest),
      told,
      'the events',
    );
    expectSame(new Set(heard.map(({ cursor }) => cursor)).size, 3, 'different cursors');
  },

  'feed: without a cursor it begins now, with the present cursor': async (store) => {
    await tell(store, 'old');
    const feed = store.changes();
    const first = (await within(feed.next(), 'the first')).value;
    expect(first !== undefined && 'resync' in first, 'the first is a resync');
    await tell(store, 'new');
    expectSame((await take(feed, 1))[0]?.ids, ['new'], 'the next');
    expectSame((await take(store.changes(first.cursor), 1))[0]?.ids, ['new'], 'behind the present cursor');
  },

  'feed: an unknown cursor gives one resync, then what is to come': async (store) => {
    await tell(store, 'old');
    for (const cursor of ['', 'x', 'nothing.known', '0.0', '0.0.0', 'a.b.c.d', '🎉']) {
      const feed = store.changes(cursor);
      const first = (await within(feed.next(), `the first behind ${cursor}`)).value;
      expect(first !== undefined && 'resync' in first, `${cursor} gives a resync`);
      await tell(store, cursor || 'empty');
      expectSame((await take(feed, 1))[0]?.ids, [cursor || 'empty'], `the next behind ${cursor}`);
      await feed.return?.();
    }
  },

  'feed: a consumer resumes behind any event': async (store) => {
    const feed = await begin(store);
    await together(8, (number) =>
      patientWrite(store, async (tx) => {
        await tx.tell(event(`a${number}`));
        await tx.tell(event(`b${number}`));
      }),
    );
    await tell(store, 'end');
    const all = await takeUntil(feed, 'end');
    for (const [number, { cursor }] of all.slice(0, -1).entries()) {
      const resumed = store.changes(cursor);
      expectSame(await takeUntil(resumed, 'end'), all.slice(number + 1), `behind event ${number}`);
      await resumed.return?.();
    }
    const last = store.changes(all.at(-1)?.cursor);
    const waiting = last.next();
    await tell(store, 'later');
    const { value } = await within(waiting, 'behind the last event');
    expectSame(value && 'ids' in value && value.ids, ['later'], 'behind the last event');
  },

  'feed: a consumer that stops, even while it waits, ends and hurts no other': async (store) => {
    const [stopping, staying, leaving] = [await begin(store), await begin(store), store.changes()];
    const waiting = stopping.next();
    await pause(20);
    expect(stopping.return !== undefined, 'a feed can be stopped');
    await within(stopping.return(), 'return');
    expectSame((await within(waiting, 'the one that waits')).done, true, 'the one that waits');
    expectSame((await within(stopping.next(), 'next')).done, true, 'next after return');
    for await (const change of leaving) {
      expect('resync' in change, 'the first is a resync');
      break;
    }
    await tell(store, 'a');
    expectSame((await take(staying, 1))[0]?.ids, ['a'], 'the one that stays');
  },
};
