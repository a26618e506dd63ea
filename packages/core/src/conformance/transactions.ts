import { isGuildhallError } from '../errors.js';
import type { Writer } from '../store/store.js';
import { expect, expectRefusal, expectSame, failureOf, patientWrite, together } from './expect.js';
import { accounts, card, cards, event, insertAccounts, insertCards, notes, type Checks } from './sample.js';

/** Contract point 2: a write happens wholly or not at all. */
export const transactionChecks: Checks = {
  'write: gives what its work gives, and sees what it wrote': async (store) => {
    const given = await store.write(async (tx) => {
      await tx.insert(cards, card('a', { group: 'g' }));
      await tx.insert(cards, card('b', { group: 'g' }));
      await tx.replace(cards, card('a', { group: 'g', title: 'changed' }));
      await tx.remove(cards, 'b');
      expectSame((await tx.get(cards, 'a'))?.title, 'changed', 'get');
      expectSame((await tx.getMany(cards, ['a', 'b'])).length, 1, 'getMany');
      return (await tx.find(cards, { where: { group: 'g' }, order: '+at' })).items.map(({ id }) => id);
    });
    expectSame(given, ['a'], 'the result');
    expectSame(await store.write(async () => undefined), undefined, 'a write that does nothing');
    expectSame(await store.read(async () => 'x'), 'x', 'a read that reads nothing');
  },

  'write: what its work throws comes out, the very same': async (store) => {
    const error = new Error('mine');
    expect((await failureOf(store.write(() => Promise.reject(error)))) === error, 'the error of a write');
    expect((await failureOf(store.read(() => Promise.reject(error)))) === error, 'the error of a read');
  },

  'write: one that throws half way leaves nothing at all': async (store) => {
    await insertCards(store, [card('kept', { tags: ['x'], title: 'alpha' }), card('other', { tags: ['x'] })]);
    await insertAccounts(store, [{ id: 'a', left: 3, owner: 'ann' }]);
    const feed = store.changes();
    await feed.next();
    const failing = store.write(async (tx) => {
      await tx.insert(cards, card('new', { tags: ['x', 'y'], title: 'beta' }));
      await tx.replace(cards, card('kept', { tags: ['y'], title: 'gamma' }));
      await tx.remove(cards, 'other');
      await tx.replace(accounts, { id: 'a', left: 2, owner: 'bob' });
      await tx.insert(accounts, { id: 'b', left: 3, owner: 'ann' });
      await tx.tell(event('new'));
      throw new Error('half way');
    });
    expect((await failureOf(failing)) !== undefined, 'the write fails');
    const seen = await store.read(async (tx) => ({
      x: (await tx.find(cards, { where: { tags: 'x' }, order: '+at' })).items,
      y: (await tx.find(cards, { where: { tags: 'y' }, order: '+at' })).items,
      alpha: (await tx.search(cards, 'alpha')).items.length,
      beta: (await tx.search(cards, 'beta')).items.length,
      gamma: (await tx.search(cards, 'gamma')).items.length,
      accounts: await tx.getMany(accounts, ['a', 'b']),
    }));
    const x = [card('kept', { tags: ['x'], title: 'alpha' }), card('other', { tags: ['x'] })];
    const untouched = [{ id: 'a', left: 3, owner: 'ann' }];
    expectSame(seen, { x, y: [], alpha: 1, beta: 0, gamma: 0, accounts: untouched }, 'what is left');
    await expectRefusal(
      insertAccounts(store, [{ id: 'c', left: 1, owner: 'ann' }]),
      'conflict',
      'store.taken',
      'ann',
    );
    await insertAccounts(store, [{ id: 'b', left: 1, owner: 'bob' }]);
    await insertCards(store, [card('new')]);
    await store.write((tx) => tx.tell(event('after')));
    const heard = await feed.next();
    expectSame(heard.value && 'ids' in heard.value && heard.value.ids, ['after'], 'the first event heard');
  },

  'write: one whose change was refused fails, even when its work goes on as if not': async (store) => {
    await insertAccounts(store, [{ id: 'a', left: 1, owner: 'ann' }]);
    const refused: Record<string, (tx: Writer) => Promise<void>> = {
      'a used id': (tx) => tx.insert(accounts, { id: 'a', left: 2 }),
      'a used unique key': (tx) => tx.insert(accounts, { id: 'b', left: 2, owner: 'ann' }),
      'below zero': (tx) => tx.replace(accounts, { id: 'a', left: -1 }),
      'nothing to replace': (tx) => tx.replace(accounts, { id: 'b', left: 1 }),
      'unstorable text': (tx) => tx.insert(notes, { id: 'b', value: '\u0000' }),
    };
    for (const [name, change] of Object.entries(refused)) {
      const swallowing = store.write(async (tx) => {
        await tx.insert(notes, { id: 'n' });
        await failureOf(change(tx));
        return 'as if nothing had happened';
      });
      expect(isGuildhallError(await failureOf(swallowing)), `${name}: the write must fail with the refusal`);
      expectSame(await store.read((tx) => tx.get(notes, 'n')), undefined, `${name}: what is left`);
    }
  },

  'write: one that throws does not hurt its neighbors': async (store) => {
    const attempts = await together(36, (number) =>
      failureOf(
        patientWrite(store, async (tx) => {
          await tx.insert(cards, card(`c${number}`, { title: `title${number}` }));
          await tx.insert(accounts, { id: `a${number}`, left: number, owner: `o${number}` });
          if (number % 3 === 1) throw new Error('half way');
          if (number % 3 === 2) await tx.insert(cards, card(`c${number}`));
        }),
      ),
    );
    const good = Array.from({ length: 12 }, (_, number) => number * 3);
    expectSame(
      attempts.flatMap((failure, number) => (failure ? [] : [number])),
      good,
      'the writes that held',
    );
    const found = await store.read((tx) => tx.find(cards, { order: '+id', limit: 100 }));
    expectSame(new Set(found.items.map(({ id }) => id)).size, 12, 'cards');
    const ids = Array.from({ length: 36 }, (_, number) => `a${number}`);
    const kept = await store.read((tx) => tx.getMany(accounts, ids));
    expectSame(
      kept.map(({ left }) => left),
      good,
      'accounts',
    );
  },

  'write: a transaction is of no use after its work': async (store) => {
    let leaked: Writer | undefined;
    await store.write(async (tx) => {
      leaked = tx;
    });
    expect(
      (await failureOf(leaked?.insert(notes, { id: 'late' }) ?? Promise.resolve())) !== undefined,
      'a late insert',
    );
    expectSame(await store.read((tx) => tx.get(notes, 'late')), undefined, 'what it left');
  },
};
