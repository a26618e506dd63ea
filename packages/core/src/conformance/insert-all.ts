import { isGuildhallError } from '../errors.js';
import type { Reader, Store, Writer } from '../store/store.js';
import { expect, expectRefusal, expectSame, failureOf, patientWrite, together } from './expect.js';
import { hostileIds, hostileValues, unstorable } from './hostile.js';
import {
  accounts,
  ballots,
  card,
  cards,
  event,
  insertAccounts,
  notes,
  type Card,
  type Checks,
} from './sample.js';

/** More than any store takes in one statement. */
const MANY = 1300;

/** Contract point 4 and 6 for many at once: `insertAll` does what `insert` does with each. */
export const insertAllChecks: Checks = {
  'insertAll: hostile values and ids come back equal, and none is a change of none': async (store) => {
    const values = hostileValues().map((value, number) => ({ id: `v${number}`, value }));
    const ids = hostileIds().map((id) => ({ id, value: id }));
    await store.write((tx) => tx.insertAll(notes, []));
    await store.write(async (tx) => {
      await tx.insertAll(notes, [...values, ...ids]);
      expectSame(await tx.get(notes, 'v3'), values[3], 'inside the write');
    });
    const written = [...values, ...ids];
    const read = await store.read((tx) =>
      tx.getMany(
        notes,
        written.map((note) => note.id),
      ),
    );
    for (const [number, note] of written.entries()) expectSame(read[number], note, `record ${number}`);
  },

  'insertAll: what was inserted at once is found and sought like what was inserted one by one': async (
    store,
  ) => {
    await patientWrite(store, async (tx) => {
      for (let number = 0; number < MANY; number++) await tx.insert(cards, sampleOf('one', number));
    });
    await patientWrite(store, (tx) =>
      tx.insertAll(
        cards,
        Array.from({ length: MANY }, (_, number) => sampleOf('all', number)),
      ),
    );
    const [one, all] = await store.read(
      async (tx) => [await seen(tx, 'one'), await seen(tx, 'all')] as const,
    );
    expectSame(one.length > 0 && one.every((list) => list.length > 0), true, 'each way finds some');
    expectSame(all, one, 'what is found');
    // The indexes follow later changes too.
    await store.write(async (tx) => {
      await tx.replace(cards, card('all7', { group: 'all', title: 'changed', tags: ['new'] }));
      await tx.remove(cards, 'all8');
    });
    const after = await store.read(async (tx) => ({
      old: (await tx.search(cards, 'word7 all')).items.map(({ id }) => id).includes('all7'),
      changed: (await tx.search(cards, 'changed')).items.map(({ id }) => id),
      tagged: (await tx.find(cards, { where: { tags: 'new' }, order: '+at' })).items.map(({ id }) => id),
      removed: (await tx.search(cards, 'word8 all')).items.map(({ id }) => id).includes('all8'),
    }));
    expectSame(after, { old: false, changed: ['all7'], tagged: ['all7'], removed: false }, 'after changes');
  },

  'insertAll: a used id or unique key, there or among themselves, is a conflict and leaves nothing': async (
    store,
  ) => {
    await insertAccounts(store, [{ id: 'a', left: 1, owner: 'ann', kind: 'k' }]);
    const fine = Array.from({ length: MANY }, (_, number) => ({ id: `f${number}`, left: number }));
    const refused = {
      'a used id': { id: 'a', left: 2 },
      'a used unique key': { id: 'b', left: 2, owner: 'ann' },
      'a used key of two fields': { id: 'b', left: 1, kind: 'k' },
      'an id twice': { id: 'f0', left: 0 },
    };
    for (const [name, record] of Object.entries(refused)) {
      const attempt = store.write((tx) => tx.insertAll(accounts, [...fine, record]));
      await expectRefusal(attempt, 'conflict', 'store.taken', name);
      await expectNothing(store, name);
    }
    const twins = [5, 6].map((number) => ({ id: `t${number}`, left: number, owner: 'twin' }));
    const attempt = store.write((tx) => tx.insertAll(accounts, [...fine, ...twins]));
    await expectRefusal(attempt, 'conflict', 'store.taken', 'a unique key twice');
    await expectNothing(store, 'a unique key twice');
    await store.write((tx) => tx.insertAll(accounts, fine));
  },

  'insertAll: of 20 who want the same at once one wins': async (store) => {
    const attempts = await together(20, (number) =>
      failureOf(
        patientWrite(store, (tx) =>
          tx.insertAll(accounts, [
            { id: `own${number}`, left: number },
            { id: `hot${number}`, left: number, owner: 'hot' },
          ]),
        ),
      ),
    );
    expectSame(attempts.filter((failure) => failure === undefined).length, 1, 'winners');
    const refused = attempts.filter((error) => isGuildhallError(error) && error.reason === 'store.taken');
    expectSame(refused.length, 19, 'refused with store.taken');
    const ids = attempts.map((_, number) => `own${number}`);
    expectSame((await store.read((tx) => tx.getMany(accounts, ids))).length, 1, 'what is left');
  },

  'insertAll: one record that no store can keep refuses all, even when the work goes on as if not': async (
    store,
  ) => {
    const refused: Record<string, (tx: Writer) => Promise<void>> = {
      'below zero': (tx) =>
        tx.insertAll(accounts, [
          { id: 'n', left: 1 },
          { id: 'b', left: -1 },
        ]),
      'a long key': (tx) => tx.insertAll(cards, [card('n'), card('b', { group: 'x'.repeat(801) })]),
      'a date': (tx) => tx.insertAll(notes, [{ id: 'n' }, { id: 'b', value: new Date(0) }]),
    };
    for (const [number, note] of unstorable().entries())
      refused[`unstorable ${number}`] = (tx) => tx.insertAll(notes, [{ id: 'n' }, note]);
    for (const [name, change] of Object.entries(refused)) {
      let refusal: unknown;
      const swallowing = store.write(async (tx) => {
        await tx.insert(ballots, { id: 'before', choice: 'yes' });
        refusal = await failureOf(change(tx));
        return 'as if nothing had happened';
      });
      expect((await failureOf(swallowing)) !== undefined, `${name}: the write must fail`);
      expect(refusal !== undefined, `${name}: it was accepted`);
      const left = await store.read(async (tx) => [
        await tx.get(ballots, 'before'),
        await tx.get(accounts, 'n'),
        await tx.get(cards, 'n'),
        await tx.get(notes, 'n'),
      ]);
      expectSame(
        left.filter((record) => record !== undefined),
        [],
        `${name}: what is left`,
      );
    }
    const known = await failureOf(store.write((tx) => tx.insertAll(accounts, [{ id: 'c', left: -1 }])));
    expect(isGuildhallError(known) && known.reason === 'store.belowZero', 'below zero says so');
  },

  'insertAll: a write that throws afterwards leaves nothing of it': async (store) => {
    const failing = store.write(async (tx) => {
      await tx.insertAll(cards, [card('a', { tags: ['x'], title: 'alpha' }), card('b', { tags: ['x'] })]);
      await tx.tell(event('a'));
      throw new Error('half way');
    });
    expect((await failureOf(failing)) !== undefined, 'the write fails');
    const left = await store.read(async (tx) => [
      ...(await tx.find(cards, { order: '+at' })).items,
      ...(await tx.find(cards, { where: { tags: 'x' }, order: '+at' })).items,
      ...(await tx.search(cards, 'alpha')).items,
    ]);
    expectSame(left, [], 'what is left');
  },
};

/** A card of a group; those of two groups with the same number are alike in all else. */
function sampleOf(group: string, number: number): Card {
  return card(`${group}${number}`, {
    group,
    ...(number % 3 > 0 && { state: `s${number % 3}` }),
    tags: [`${group}-t${number % 5}`, `${group}-u${number % 7}`, `${group}-t${number % 5}`],
    at: `2026-01-${String(1 + (number % 28)).padStart(2, '0')}`,
    ...(number % 2 > 0 && { size: number % 11 }),
    title: `word${number} ${group}`,
    lines: [`Größe ${number % 13}`, '東京都'],
  });
}

/** What is found of a group by each way, by number. */
async function seen(tx: Reader, group: string): Promise<number[][]> {
  const found = [
    await tx.find(cards, { where: { group }, order: '+at', limit: 1000 }),
    await tx.find(cards, { where: { group }, order: '-size', limit: 1000 }),
    await tx.find(cards, { where: { group, state: ['s1', 's2'] }, order: '+at', limit: 1000 }),
    await tx.find(cards, { where: { tags: [`${group}-t1`, `${group}-u2`] }, order: '+at', limit: 1000 }),
    await tx.find(cards, { where: { tags: `${group}-t2`, state: 's1' }, order: '+at', limit: 1000 }),
    await tx.search(cards, `wrod77 ${group}`, { limit: 1000 }),
    await tx.search(cards, `grosse 4 ${group}`, { limit: 1000 }),
    await tx.search(cards, `京 ${group}`, { limit: 1000 }),
  ];
  return found.map(({ items }) => items.map(({ id }) => Number(id.slice(group.length))));
}

async function expectNothing(store: Store, what: string): Promise<void> {
  const left = await store.read((tx) => tx.getMany(accounts, ['f0', `f${MANY - 1}`, 'b', 't5', 't6']));
  expectSame(left, [], `${what}: what is left`);
}
