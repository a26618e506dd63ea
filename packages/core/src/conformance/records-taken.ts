import { isGuildhallError } from '../errors.js';
import { expect, expectRefusal, expectSame, failureOf, together } from './expect.js';
import { accounts, ballots, card, cards, insertAccounts, insertCards, notes, type Checks } from './sample.js';

/** Contract point 4: a used id or unique key is a conflict; and what replace and remove need. */
export const takenChecks: Checks = {
  'records: a used id is a conflict, also among 20 that want it at once': async (store) => {
    await insertCards(store, [card('a', { title: 'first' })]);
    await expectRefusal(insertCards(store, [card('a')]), 'conflict', 'store.taken', 'a second insert');
    const twice = store.write(async (tx) => {
      await tx.insert(cards, card('b'));
      await tx.insert(cards, card('b'));
    });
    await expectRefusal(twice, 'conflict', 'store.taken', 'two inserts in one write');
    expectSame((await store.read((tx) => tx.get(cards, 'a')))?.title, 'first', 'the first');
    expectSame(await store.read((tx) => tx.get(cards, 'b')), undefined, 'the twin');
    const attempts = await together(20, (number) =>
      failureOf(insertCards(store, [card('hot', { title: `${number}` })])),
    );
    const [winner, ...others] = attempts.flatMap((failure, number) =>
      failure === undefined ? [number] : [],
    );
    expect(winner !== undefined && others.length === 0, 'exactly one of 20 inserts wins');
    const refused = attempts.filter((error) => isGuildhallError(error) && error.reason === 'store.taken');
    expectSame(refused.length, 19, 'refused with store.taken');
    expectSame((await store.read((tx) => tx.get(cards, 'hot')))?.title, `${winner}`, 'what the winner wrote');
  },

  'records: a used unique key is a conflict, also among 20 that want it at once': async (store) => {
    const attempts = await together(20, (number) =>
      failureOf(insertAccounts(store, [{ id: `t${number}`, left: 1, owner: 'hot' }])),
    );
    expectSame(attempts.filter((failure) => failure === undefined).length, 1, 'winners');
    const refused = attempts.filter((error) => isGuildhallError(error) && error.reason === 'store.taken');
    expectSame(refused.length, 19, 'refused with store.taken');
    await insertAccounts(store, [{ id: 'a', left: 1, owner: 'o', kind: 'k' }]);
    await expectRefusal(
      insertAccounts(store, [{ id: 'b', left: 1, kind: 'k' }]),
      'conflict',
      'store.taken',
      'two fields',
    );
    await insertAccounts(store, [
      { id: 'b', left: 2, kind: 'k' },
      { id: 'c', left: 1 },
      { id: 'd', left: 1, kind: 'K' },
    ]);
    const replaced = store.write((tx) => tx.replace(accounts, { id: 'b', left: 1, kind: 'k' }));
    await expectRefusal(replaced, 'conflict', 'store.taken', 'a replace');
  },

  'records: a unique key is free again after replace and remove, and a record may keep its own': async (
    store,
  ) => {
    await insertAccounts(store, [
      { id: 'a', left: 1, owner: 'x' },
      { id: 'b', left: 1, owner: 'y' },
    ]);
    await store.write(async (tx) => {
      await tx.replace(accounts, { id: 'a', left: 5, owner: 'x' });
      await tx.replace(accounts, { id: 'a', left: 5, owner: 'z' });
      await tx.insert(accounts, { id: 'c', left: 1, owner: 'x' });
      await tx.remove(accounts, 'b');
      await tx.insert(accounts, { id: 'd', left: 1, owner: 'y' });
      await tx.remove(accounts, 'd');
    });
    await insertAccounts(store, [{ id: 'b', left: 1, owner: 'y' }]);
    await expectRefusal(
      insertAccounts(store, [{ id: 'e', left: 1, owner: 'z' }]),
      'conflict',
      'store.taken',
      'z',
    );
  },

  'records: replace needs a record, remove does not, and a removed id may come again': async (store) => {
    await expectRefusal(
      store.write((tx) => tx.replace(notes, { id: 'a' })),
      'internal',
      undefined,
      'replace',
    );
    await store.write((tx) => tx.remove(notes, 'a'));
    await store.write(async (tx) => {
      await tx.insert(notes, { id: 'a', value: 1 });
      await tx.remove(notes, 'a');
      expectSame(await tx.get(notes, 'a'), undefined, 'inside the write');
      await tx.insert(notes, { id: 'a', value: 2 });
      await tx.replace(notes, { id: 'a', value: 3 });
    });
    expectSame(await store.read((tx) => tx.get(notes, 'a')), { id: 'a', value: 3 }, 'the record');
    await store.write((tx) => tx.replace(notes, { id: 'a' }));
    expectSame(await store.read((tx) => tx.get(notes, 'a')), { id: 'a' }, 'replaced as a whole');
    await store.write((tx) => tx.remove(notes, 'a'));
    expectSame(await store.read((tx) => tx.get(notes, 'a')), undefined, 'removed');
  },

  'records: a sealed collection can be rewritten under new ids in one write': async (store) => {
    const old = Array.from({ length: 30 }, (_, number) => ({
      id: `old${number}`,
      choice: number % 2 ? 'yes' : 'no',
    }));
    await store.write(async (tx) => {
      for (const ballot of old) await tx.insert(ballots, ballot);
    });
    await store.write(async (tx) => {
      for (const { id } of old) await tx.remove(ballots, id);
      for (const { id, choice } of old) await tx.insert(ballots, { id: id.replace('old', 'new'), choice });
    });
    const { items } = await store.read((tx) => tx.find(ballots, { where: { choice: 'yes' }, limit: 50 }));
    expectSame(items.length, 15, 'ballots');
    expect(
      items.every(({ id }) => id.startsWith('new')),
      'only the new ids are left',
    );
  },
};
