import type { Change, Cursor, Resync, Store, StoreEvent } from '../store/store.js';
import { expect, expectSame, failureOf, patientWrite, pause, together, within } from './expect.js';
import { accounts, event, insertAccounts, notes, type Checks } from './sample.js';

/** Contract point 8: `changes` yields each committed event once, cause before effect, and resumes. */
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

  'feed: every committed event once, with 16 writers of whom some roll back, for two consumers': async (
    store,
  ) => {
    const [first, second] = [await begin(store), await begin(store)];
    const early = takeUntil(first, 'end');
    const committed = (await together(16, (writer) => writeSome(store, writer))).flat();
    await tell(store, 'end');
    const expected = [...committed, 'end'].toSorted();
    for (const heard of [await early, await takeUntil(second, 'end')]) {
      expectSame(heard.flatMap(({ ids }) => ids).toSorted(), expected, 'the events');
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

  'feed: cause before effect: a write that saw another comes after it': async (store) => {
    await insertAccounts(store, [{ id: 'a', left: 0 }]);
    const feed = await begin(store);
    await together(16, async () => {
      for (let round = 0; round < 3; round++) {
        await patientWrite(store, async (tx) => {
          const account = await tx.get(accounts, 'a');
          expect(account !== undefined, 'the account is there');
          const left = account.left + 1;
          await tx.replace(accounts, { id: 'a', left });
          await tx.tell(event(`${left}`));
        });
      }
    });
    const order = (await take(feed, 48)).map(({ ids }) => Number(ids[0]));
    expectSame(
      order,
      Array.from({ length: 48 }, (_, number) => number + 1),
      'the order of the events',
    );
  },

  'feed: cause before effect also for writes that change nothing in common': async (store) => {
    const feed = await begin(store);
    const effects = together(8, async (number) => {
      // Waits for what another writes, sees it in its own write, and only then tells.
      for (let tries = 0; tries < 2000; tries++) {
        const saw = await patientWrite(store, async (tx) => {
          if (!(await tx.get(notes, `cause${number}`))) return false;
          await tx.tell(event(`effect${number}`));
          return true;
        });
        if (saw) return;
        await pause(1);
      }
      throw new Error(`cause${number} was never seen`);
    });
    await together(8, (number) =>
      patientWrite(store, async (tx) => {
        await tx.tell(event(`cause${number}`));
        await tx.insert(notes, { id: `cause${number}` });
      }),
    );
    await effects;
    const heard = (await take(feed, 16)).map(({ ids }) => ids[0]);
    for (let number = 0; number < 8; number++) {
      expect(
        heard.indexOf(`cause${number}`) < heard.indexOf(`effect${number}`),
        `effect ${number} came before its cause`,
      );
    }
  },

  'feed: what is heard of can be read, and what was rolled back is never heard of': async (store) => {
    const feed = await begin(store);
    const hearing = (async () => {
      for (const { ids } of await takeUntil(feed, 'end', async ([id = '']) => {
        const note = id === 'end' ? { id } : await store.read((tx) => tx.get(notes, id));
        expect(note !== undefined, `${id} was heard of but is not there`);
      }))
        expect(!ids[0]?.startsWith('bad'), 'an event of a write that was rolled back');
    })();
    await together(12, async (number) => {
      const good = number % 2 === 0;
      await failureOf(
        patientWrite(store, async (tx) => {
          const id = `${good ? 'good' : 'bad'}${number}`;
          await tx.tell(event(id));
          await tx.insert(notes, { id });
          if (!good) throw new Error('half way');
        }),
      );
    });
    await tell(store, 'end');
    await hearing;
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

type Feed = AsyncIterableIterator<Change | Resync>;

/** A feed that has begun: its first resync is behind it. */
async function begin(store: Store): Promise<Feed> {
  const feed = store.changes();
  await within(feed.next(), 'the beginning of a feed');
  return feed;
}

function tell(store: Store, id: string): Promise<void> {
  return patientWrite(store, (tx) => tx.tell(event(id)));
}

/** Ten writes of one or two events, a third of them rolled back. Gives the ids that were committed. */
async function writeSome(store: Store, writer: number): Promise<string[]> {
  const committed: string[] = [];
  for (let round = 0; round < 10; round++) {
    const ids = round % 2 ? [`${writer}-${round}`] : [`${writer}-${round}`, `${writer}-${round}-more`];
    const failure = await failureOf(
      patientWrite(store, async (tx) => {
        for (const id of ids) await tx.tell(event(id));
        await tx.insert(notes, { id: `${writer}-${round}` });
        if (round % 3 === 2) throw new Error('rolled back');
      }),
    );
    if (failure === undefined) committed.push(...ids);
  }
  expectSame(committed.length, 10, 'events that were committed');
  return committed;
}

async function take(feed: Feed, count: number): Promise<Change[]> {
  const changes: Change[] = [];
  while (changes.length < count)
    changes.push(await nextChange(feed, `event ${changes.length + 1} of ${count}`));
  return changes;
}

async function takeUntil(
  feed: Feed,
  id: string,
  onEach?: (ids: readonly string[]) => Promise<void>,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (;;) {
    const change = await nextChange(feed, `the event ${id} (${changes.length} others came)`);
    changes.push(change);
    await onEach?.(change.ids);
    if (change.ids[0] === id) return changes;
  }
}

async function nextChange(feed: Feed, what: string): Promise<Change> {
  const { done, value } = await within(feed.next(), what);
  expect(!done, `${what}: the feed has ended`);
  expect(!('resync' in value), `${what}: a resync came instead`);
  const cursor: Cursor = value.cursor;
  expect(typeof cursor === 'string' && cursor !== '', `${what}: it has a cursor`);
  return value;
}
