import type { AnyFind } from '../store/plan.js';
import type { Find, Reader, Store } from '../store/store.js';
import { expect, expectRefusal, expectSame, failureOf, patientWrite } from './expect.js';
import { isGuildhallError } from '../errors.js';
import { accounts, card, cards, insertCards, notes, type Card, type Checks } from './sample.js';

/** Contract point 5: `find` is ordered, ties broken by id, and its cursor survives inserts. */
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

  'find: a record that lacks a field is not in that index but is in others': async (store) => {
    const made = [
      card('a', { group: 'g' }),
      card('b', { group: 'g', state: 's' }),
      card('c', { state: 's', size: 1 }),
    ];
    await insertCards(store, made);
    await expectIds(store, { order: '+at' }, made);
    await expectIds(store, { where: { group: 'g' }, order: '+at' }, made.slice(0, 2));
    await expectIds(store, { where: { group: 'g', state: 's' } }, made.slice(1, 2));
    await expectIds(store, { where: { state: 's' } }, made.slice(1));
    await expectIds(store, { where: { group: 'g' }, order: '+size' }, []);
    await expectIds(store, { order: '-size' }, made.slice(2));
  },

  'find: replace and remove move a record out of where it was': async (store) => {
    await insertCards(store, [
      card('a', { group: 'g', tags: ['x', 'y'], size: 1 }),
      card('b', { group: 'g', tags: ['x'] }),
    ]);
    const changed = card('a', { group: 'h', tags: ['y', 'z'], at: '2027', title: 'new' });
    const look = async (tx: Reader, found: readonly string[][]): Promise<void> => {
      const finds: Find<Card>[] = [
        { where: { group: 'g' }, order: '+at' },
        { where: { group: 'h' }, order: '+at' },
      ];
      for (const tag of ['x', 'y', 'z']) finds.push({ where: { tags: tag }, order: '+at' });
      finds.push({ order: '+size' }, { order: '-at' });
      for (const [number, find] of finds.entries()) {
        const { items } = await tx.find(cards, find);
        expectSame(
          items.map(({ id }) => id),
          found[number],
          JSON.stringify(find),
        );
      }
    };
    const afterReplace = [['b'], ['a'], ['b'], ['a'], ['a'], [], ['a', 'b']];
    await store.write(async (tx) => {
      await tx.replace(cards, changed);
      await look(tx, afterReplace);
    });
    await store.read((tx) => look(tx, afterReplace));
    await store.write(async (tx) => {
      await tx.remove(cards, 'a');
      await look(tx, [['b'], [], ['b'], [], [], [], ['b']]);
    });
    await store.read((tx) => look(tx, [['b'], [], ['b'], [], [], [], ['b']]));
  },

  'find: a cursor survives inserts and removals before and behind it': async (store) => {
    const made = numbered(12).map((each) => ({ ...each, group: 'g' }));
    await insertCards(store, made);
    for (const order of ['+at', '-at'] as const) {
      const sorted = order === '+at' ? made : made.toReversed();
      const find: Find<Card> = { where: { group: ['g', 'h'] }, order, limit: 5 };
      const { next } = await store.read((tx) => tx.find(cards, find));
      const low = card(`low${order}`, { group: 'h', at: '2000' });
      const high = card(`high${order}`, { group: 'g', at: '2999' });
      await insertCards(store, [low, high]);
      // The record at which the page ended goes too: the cursor is a place, not a record.
      const last = sorted[4]?.id ?? '';
      await patientWrite(store, (tx) => tx.remove(cards, last));
      await expectIds(store, { ...find, after: next }, [...sorted.slice(5), order === '+at' ? high : low]);
      await store.write(async (tx) => {
        for (const { id } of [low, high]) await tx.remove(cards, id);
        await tx.insert(cards, sorted[4] ?? low);
      });
    }
  },

  'find: what no declared index answers is refused, on every store': async (store) => {
    const undeclared: AnyFind[] = [
      {},
      { where: { title: 'x' } },
      { where: { tags: 'x', group: 'g' } },
      { where: { group: 'g' } },
      { where: { group: 'g', state: { from: 'a' } } },
      { where: { at: 'x' } },
      { where: { group: undefined }, order: '+at' },
      { where: { group: 5 }, order: '+at' },
      { where: { at: {} } },
      { where: { at: new Date(0) } },
      { order: '+title' },
      { order: '+state', where: { group: 'g' } },
      { order: '+at', limit: 0 },
      { order: '+at', limit: 1001 },
      { order: '+at', limit: 1.5 },
    ];
    for (const find of undeclared) {
      // The compiler would refuse some of these, as it should.
      const failure = await failureOf(store.read((tx) => tx.find(cards, find as Find<Card>)));
      expect(failure !== undefined, `${JSON.stringify(find)} was answered`);
      expect(
        !isGuildhallError(failure),
        `${JSON.stringify(find)} is a mistake of the program: a plain Error`,
      );
    }
    expect((await failureOf(store.read((tx) => tx.find(notes)))) !== undefined, 'find without any index');
  },

  'find: a cursor that is none is invalid': async (store) => {
    await insertCards(store, numbered(3));
    const wrong = [
      '',
      'x',
      '[]',
      '[1]',
      '["a"]',
      '[1,2]',
      '[1,"a"]',
      '["a","b","c"]',
      '{"value":"a"}',
      'null',
      '["\\u0000","a"]',
      '["a","\\ud800"]',
    ];
    for (const after of wrong) {
      const attempt = store.read((tx) => tx.find(cards, { order: '+at', after }));
      await expectRefusal(attempt, 'invalid', undefined, `the cursor ${after}`);
    }
    const text = store.read((tx) => tx.find(cards, { order: '+size', after: '["a","a"]' }));
    await expectRefusal(text, 'invalid', undefined, 'a text for a number');
  },
};

/** Cards whose ids and times ascend together. */
function numbered(count: number): Card[] {
  return Array.from({ length: count }, (_, number) =>
    card(`c${100 + number}`, { at: `2026-${100 + number}` }),
  );
}

/** Follows the cursors to the end and compares the whole: ids in order, pages full, no more, no less. */
async function expectIds(store: Store, find: Find<Card>, expected: readonly Card[]): Promise<void> {
  const found: string[] = [];
  const limit = find.limit ?? 20;
  let after = find.after;
  do {
    const page = await store.read((tx) => tx.find(cards, { ...find, after }));
    found.push(...page.items.map(({ id }) => id));
    expect(
      page.next === undefined || page.items.length === limit,
      `${JSON.stringify(find)}: a page is not full`,
    );
    expect(
      page.items.length > 0 || after === find.after,
      `${JSON.stringify(find)}: an empty page at the end`,
    );
    after = page.next;
  } while (after !== undefined);
  expectSame(
    found,
    expected.map(({ id }) => id),
    JSON.stringify(find),
  );
}
