import type { Store } from '../store/store.js';
import {
  expect,
  expectRefusal,
  expectSame,
  failureOf,
  patientWrite,
  pause,
  together,
  within,
} from './expect.js';
import { withSeed } from './random.js';
import { accounts, card, cards, event, insertAccounts, insertCards, notes, type Checks } from './sample.js';

/** Contract point 3: a read sees one moment; and how a store begins and ends. */
export const momentChecks: Checks = {
  'read: sees one moment, whatever is written meanwhile': async (store) => {
    await insertCards(store, [
      card('a', { group: 'g', title: 'alpha' }),
      card('b', { group: 'g', title: 'alpha' }),
    ]);
    await store.read(async (tx) => {
      const look = async (): Promise<unknown> => ({
        a: await tx.get(cards, 'a'),
        many: await tx.getMany(cards, ['a', 'b', 'c']),
        found: await tx.find(cards, { where: { group: ['g', 'h'] }, order: '-at' }),
        latest: await tx.find(cards, { order: '-at', limit: 1 }),
        words: (await tx.search(cards, 'alpha')).items,
        others: (await tx.search(cards, 'beta')).items,
      });
      const before = await look();
      await insertCards(store, [card('c', { group: 'g', title: 'beta', at: '2027' })]);
      expectSame(await look(), before, 'after an insert');
      await patientWrite(store, (other) =>
        other.replace(cards, card('a', { group: 'h', title: 'beta', at: '2028' })),
      );
      await patientWrite(store, (other) => other.remove(cards, 'b'));
      expectSame(await look(), before, 'after a replace and a remove');
      await failureOf(
        store.write(async (other) => {
          await other.remove(cards, 'a');
          throw new Error('half way');
        }),
      );
      expectSame(await look(), before, 'after a write that was undone');
    });
    const { items } = await store.read((tx) =>
      tx.find(cards, { where: { group: ['g', 'h'] }, order: '-at' }),
    );
    expectSame(
      items.map(({ id }) => id),
      ['a', 'c'],
      'the next read',
    );
  },

  'read: sums stay the same while 16 writers move things about': (store) =>
    withSeed(async (random) => {
      const ids = Array.from({ length: 8 }, (_, number) => `a${number}`);
      await insertAccounts(
        store,
        ids.map((id) => ({ id, left: 100 })),
      );
      const moves = Array.from(
        { length: 16 },
        () => [random.pick(ids), random.pick(ids), 1 + random.below(9)] as const,
      );
      const sumNow = (): Promise<number> =>
        store.read(async (tx) => {
          let sum = 0;
          for (const id of ids) sum += (await tx.get(accounts, id))?.left ?? 0;
          return sum;
        });
      const sums: number[] = [];
      const writers = moves.map(async ([from, to, amount]) => {
        for (let round = 0; round < 4; round++) await move(store, from, to, amount);
      });
      const readers = together(4, async () => {
        for (let round = 0; round < 10; round++) sums.push(await sumNow());
      });
      await Promise.all([...writers, readers]);
      expectSame(
        sums.filter((sum) => sum !== 800),
        [],
        'sums other than 800',
      );
      expectSame(await sumNow(), 800, 'the sum at the end');
    }),

  'read: does not see a write that has not ended, and sees one that was acknowledged': async (store) => {
    for (let round = 0; round < 20; round++) {
      const id = `n${round}`;
      await store.write(async (tx) => {
        await tx.insert(notes, { id });
        await tx.get(notes, id);
      });
      expectSame(await store.read((tx) => tx.get(notes, id)), { id }, `round ${round}`);
    }
    const states = new Set<number>();
    const writing = together(10, (number) =>
      patientWrite(store, async (tx) => {
        for (let part = 0; part < 5; part++)
          await tx.insert(cards, card(`w${number}-${part}`, { group: `w${number}` }));
      }),
    );
    const reading = together(10, async (number) => {
      for (let round = 0; round < 6; round++) {
        const where = { group: `w${number}` };
        states.add((await store.read((tx) => tx.find(cards, { where, order: '+at' }))).items.length);
      }
    });
    await Promise.all([writing, reading]);
    expectSame(
      [...states].filter((count) => count !== 0 && count !== 5),
      [],
      'halves that were seen',
    );
  },

  'store: prepare again changes nothing': async (store) => {
    await insertCards(store, [card('a', { title: 'alpha', tags: ['x'] })]);
    await store.prepare();
    await store.prepare();
    expectSame((await store.read((tx) => tx.search(cards, 'alpha'))).items.length, 1, 'search');
    expectSame(
      (await store.read((tx) => tx.find(cards, { where: { tags: 'x' }, order: '+at' }))).items.length,
      1,
      'find',
    );
  },

  'store: close ends every feed, then all use is refused as unavailable': async (store) => {
    const feeds = [store.changes(), store.changes(), store.changes('unknown')];
    for (const feed of feeds) await within(feed.next(), 'the first of a feed');
    const waiting = feeds.map((feed) => feed.next());
    // By now some may wait inside of the store, others not yet.
    await pause(20);
    await within(store.close(), 'close');
    for (const next of waiting)
      expectSame((await within(next, 'the end of a feed')).done, true, 'a feed that waits');
    for (const feed of feeds)
      expectSame((await within(feed.next(), 'after the end')).done, true, 'a feed after its end');
    const uses: Record<string, () => Promise<unknown>> = {
      read: () => store.read((tx) => tx.get(notes, 'a')),
      write: () => store.write((tx) => tx.tell(event('a'))),
      changes: async () => store.changes().next(),
    };
    for (const [name, use] of Object.entries(uses))
      await expectRefusal(within(use(), name), 'unavailable', undefined, name);
    await within(store.close(), 'close again');
  },

  'store: close waits for what is under way, whole or not at all': async (store) => {
    const writes = together(12, (number) =>
      failureOf(insertCards(store, [card(`a${number}`), card(`b${number}`)])),
    );
    await within(store.close(), 'close');
    for (const failure of await within(writes, 'the writes')) {
      if (failure !== undefined)
        await expectRefusal(Promise.reject(failure), 'unavailable', undefined, 'a write that came late');
    }
  },
};

function move(store: Store, from: string, to: string, amount: number): Promise<void> {
  return patientWrite(store, async (tx) => {
    const giver = await tx.get(accounts, from);
    expect(giver !== undefined, 'the giver is there');
    if (giver.left < amount) return;
    await tx.replace(accounts, { ...giver, left: giver.left - amount });
    const taker = await tx.get(accounts, to);
    expect(taker !== undefined, 'the taker is there');
    await tx.replace(accounts, { ...taker, left: taker.left + amount });
  });
}
