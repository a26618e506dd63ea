import { isGuildhallError } from '../errors.js';
import type { Writer } from '../store/store.js';
import { expect, expectRefusal, expectSame, failureOf, patientWrite, together } from './expect.js';
import { accounts, card, cards, insertAccounts, notes, type Checks } from './sample.js';

/** Contract points 1 and 7: a write behaves as if it ran alone, and its work may run more than once. */
export const isolationChecks: Checks = {
  'write: 20 that read, add one and write lose nothing': async (store) => {
    await insertAccounts(store, [{ id: 'a', left: 0 }]);
    await together(20, () => patientWrite(store, (tx) => add(tx, 'a', 1)));
    expectSame((await store.read((tx) => tx.get(accounts, 'a')))?.left, 20, 'the sum');
  },

  'write: two that each read both and change the other cannot both have seen the old (write skew)': async (
    store,
  ) => {
    for (let round = 0; round < 15; round++) {
      const ids = [`x${round}`, `y${round}`];
      await insertAccounts(
        store,
        ids.map((id) => ({ id, left: 1 })),
      );
      await Promise.all(
        ids.map((mine) =>
          patientWrite(store, async (tx) => {
            const [x, y] = [await tx.get(accounts, `x${round}`), await tx.get(accounts, `y${round}`)];
            if ((x?.left ?? 0) + (y?.left ?? 0) === 2) await tx.replace(accounts, { id: mine, left: 0 });
          }),
        ),
      );
      const left = await store.read((tx) => tx.getMany(accounts, ids));
      expectSame(
        left.reduce((sum, each) => sum + each.left, 0),
        1,
        `round ${round}: one stays`,
      );
    }
  },

  'write: of ten that insert when a find is empty one inserts (phantoms)': async (store) => {
    for (let round = 0; round < 5; round++) {
      await together(10, (number) =>
        patientWrite(store, async (tx) => {
          const { items } = await tx.find(cards, { where: { group: `g${round}` }, order: '+at' });
          if (items.length === 0) await tx.insert(cards, card(`c${round}-${number}`, { group: `g${round}` }));
        }),
      );
      const found = await store.read((tx) => tx.find(cards, { where: { group: `g${round}` }, order: '+at' }));
      expectSame(found.items.length, 1, `round ${round}: cards`);
    }
  },

  'write: a counter never falls below zero, also among 32 that take at once': async (store) => {
    await insertAccounts(store, [{ id: 'a', left: 10 }]);
    const attempts = await together(32, () => failureOf(patientWrite(store, (tx) => add(tx, 'a', -1))));
    expectSame(attempts.filter((failure) => failure === undefined).length, 10, 'those that got one');
    const refused = attempts.filter((error) => isGuildhallError(error) && error.reason === 'store.belowZero');
    expectSame(refused.length, 22, 'refused with store.belowZero');
    expectSame((await store.read((tx) => tx.get(accounts, 'a')))?.left, 0, 'what is left');
    await expectRefusal(
      insertAccounts(store, [{ id: 'b', left: -1 }]),
      'conflict',
      'store.belowZero',
      'an insert',
    );
  },

  'write: with the same key `alone` they never run at the same time, with others they end': async (store) => {
    const running = new Map<string, number>();
    let most = 0;
    await insertAccounts(store, [
      { id: 'k0', left: 0 },
      { id: 'k1', left: 0 },
    ]);
    await together(30, (number) => {
      const key = `k${number % 2}`;
      return patientWrite(
        store,
        (tx) => {
          running.set(key, (running.get(key) ?? 0) + 1);
          most = Math.max(most, running.get(key) ?? 0);
          return add(tx, key, 1).finally(() => running.set(key, (running.get(key) ?? 0) - 1));
        },
        { alone: key },
      );
    });
    const left = await store.read((tx) => tx.getMany(accounts, ['k0', 'k1']));
    expectSame(
      left.map((each) => each.left),
      [15, 15],
      'the sums',
    );
    expectSame(most, 1, 'writes with the same key at the same time');
    const failing = store.write(() => Promise.reject(new Error('mine')), { alone: 'k0' });
    expect((await failureOf(failing)) !== undefined, 'a write that fails');
    await patientWrite(store, (tx) => add(tx, 'k0', 1), { alone: 'k0' });
  },

  'write: work may run more than once, and has one effect with the result of its last run': async (store) => {
    await insertAccounts(store, [{ id: 'a', left: 0 }]);
    let runs = 0;
    const results = await together(12, (number) =>
      patientWrite(store, async (tx) => {
        const run = ++runs;
        await add(tx, 'a', 1);
        await tx.insert(notes, { id: `n${number}`, value: run });
        return run;
      }),
    );
    expect(runs >= 12, 'every work has run');
    const ids = results.map((_, number) => `n${number}`);
    const written = await store.read((tx) => tx.getMany(notes, ids));
    expectSame(
      written.map(({ value }) => value),
      results,
      'what was written',
    );
    expectSame((await store.read((tx) => tx.get(accounts, 'a')))?.left, 12, 'the sum');
  },
};

/** Reads an account and writes it back with more or less. */
async function add(tx: Writer, id: string, amount: number): Promise<void> {
  const account = await tx.get(accounts, id);
  expect(account !== undefined, `the account ${id} is there`);
  await tx.replace(accounts, { ...account, left: account.left + amount });
}
