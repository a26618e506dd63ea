import { expectIds, numbered } from './expect-find.js';
import { expect, expectSame } from './expect.js';
import { accounts, card, cards, insertCards, type Checks } from './sample.js';

/** Contract point 5: `find` is ordered, ties broken by id. */
export const findChecks: Checks = {
  'find: order of an index without equality, both directions, 20 by default': async (store) => {
    await insertCards(store, numbered(30).toReversed());
    const first = await store.read((tx) => tx.find(cards, { order: '+at' }));
    expectSame(
      first.items.map(({ id }) => id),
      numbered(20).map(({ id }) => id),
      'the first page',
    );
    expect(first.next !== undefined, 'there is a next page');
    await expectIds(store, { order: '+at', after: first.next }, numbered(30).slice(20));
    await expectIds(store, { order: '-at' }, numbered(30).toReversed());
    await expectIds(store, { order: '-id', limit: 7 }, numbered(30).toReversed());
    expectSame(
      await store.read((tx) => tx.find(accounts, { where: { kind: 'none' } })),
      { items: [] },
      'none',
    );
  },

  'find: ties are broken by id in the direction of the order, by code points': async (store) => {
    const ids = ['B', 'Z', 'a', 'b', 'é', '\ue000', '\uffff', '\u{10000}', '🎉'];
    await insertCards(
      store,
      ids.toReversed().map((id) => card(id)),
    );
    for (const limit of [1, 2, 4, 50]) {
      await expectIds(
        store,
        { order: '+at', limit },
        ids.map((id) => card(id)),
      );
      await expectIds(
        store,
        { order: '-at', limit },
        ids.toReversed().map((id) => card(id)),
      );
    }
  },

  'find: texts are ordered by code points, whatever the language': async (store) => {
    const texts = [
      '',
      ' ',
      '10',
      '9',
      'A',
      'Z',
      '_',
      'a',
      'a b',
      'ab',
      'z',
      'ä',
      'ａ',
      '\uffff',
      '\u{10000}',
    ];
    const made = texts.map((at, number) => card(`c${number}`, { at }));
    await insertCards(store, made.toReversed());
    await expectIds(store, { order: '+at', limit: 4 }, made);
    await expectIds(store, { order: '-at', limit: 4 }, made.toReversed());
    await expectIds(store, { order: '+at', where: { at: { from: 'A', before: 'z' } } }, made.slice(4, 10));
  },

  'find: numbers are ordered and matched as numbers': async (store) => {
    const sizes = [-1e21, -3, -0.5, 0, 0.1, 2, 10, 2 ** 31, 2 ** 53 - 1, 1e21];
    const made = sizes.map((size, number) => card(`c${9 - number}`, { size, group: 'g' }));
    await insertCards(store, made);
    await expectIds(store, { order: '+size', limit: 3 }, made);
    await expectIds(store, { order: '-size', limit: 3 }, made.toReversed());
    await expectIds(store, { where: { group: 'g', size: { from: 0, before: 2 ** 31 } } }, made.slice(3, 7));
    for (const [number, size] of sizes.entries())
      await expectIds(store, { where: { size }, order: '+at' }, made.slice(number, number + 1));
    await expectIds(store, { where: { size: -0 }, order: '+at' }, made.slice(3, 4));
  },

  'find: one and two equality fields, exactly as written': async (store) => {
    const made = ['a', 'A', 'a ', 'á', '%', ''].map((group, number) =>
      card(`c${number}`, { group, state: 's' }),
    );
    await insertCards(store, made);
    for (const one of made) {
      const group = one.group ?? '';
      await expectIds(store, { where: { group }, order: '+at' }, [one]);
      await expectIds(store, { where: { group, state: 's' } }, [one]);
    }
    await expectIds(store, { where: { group: 'a', state: 'S' } }, []);
  },

  'find: an array contains, each value once, and an empty one is nowhere': async (store) => {
    const made = [card('a', { tags: ['x', 'y', 'x'] }), card('b', { tags: ['y'] }), card('c', { tags: [] })];
    await insertCards(store, made);
    await expectIds(store, { where: { tags: 'x' }, order: '+at' }, made.slice(0, 1));
    await expectIds(store, { where: { tags: 'y' }, order: '-at' }, made.slice(0, 2).toReversed());
    await expectIds(store, { where: { tags: ['x', 'y'] }, order: '+at' }, made.slice(0, 2));
  },

  'find: several values are one ordered stream without doubles': async (store) => {
    const made = numbered(40).map((each, number) => ({
      ...each,
      group: `g${number % 4}`,
      state: `s${number % 3}`,
      tags: [`t${number % 2}`, `t${number % 5}`],
    }));
    await insertCards(store, made);
    const inGroups = made.filter(({ group }) => group !== 'g3');
    const groups = ['g2', 'g0', 'g1', 'g0', 'none'];
    for (const limit of [1, 3, 8, 100]) {
      await expectIds(store, { where: { group: groups }, order: '+at', limit }, inGroups);
      await expectIds(store, { where: { group: groups }, order: '-at', limit }, inGroups.toReversed());
      const both = inGroups.filter(({ state }) => state !== 's2');
      await expectIds(
        store,
        { where: { group: groups, state: ['s1', 's0'] }, order: '-at', limit },
        both.toReversed(),
      );
      const tagged = made.filter(({ tags, state }) => state === 's1' && !tags.every((tag) => tag === 't3'));
      await expectIds(store, { where: { tags: ['t0', 't1', 't2', 't4'], state: 's1' }, limit }, tagged);
    }
    await expectIds(store, { where: { group: [] }, order: '+at' }, []);
    await expectIds(store, { where: { group: 'g1', state: [] } }, []);
  },

  'find: ranges, from inclusive and before exclusive, in both directions and with a cursor': async (
    store,
  ) => {
    const made = numbered(20).map((each) => ({ ...each, group: 'g' }));
    await insertCards(store, made);
    const at = (number: number): string => made[number]?.at ?? '';
    for (const limit of [1, 4, 50]) {
      await expectIds(store, { where: { at: { from: at(5) } }, limit }, made.slice(5));
      await expectIds(
        store,
        { where: { at: { before: at(5) } }, order: '-at', limit },
        made.slice(0, 5).toReversed(),
      );
      const where = { group: ['g', 'h'], at: { from: at(5), before: at(9) } };
      await expectIds(store, { where, limit }, made.slice(5, 9));
      await expectIds(store, { where, order: '-at', limit }, made.slice(5, 9).toReversed());
    }
    await expectIds(store, { where: { at: { from: at(5), before: at(5) } } }, []);
    await expectIds(store, { where: { at: { from: at(9), before: at(5) } } }, []);
  },
};
