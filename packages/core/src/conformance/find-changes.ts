import { isGuildhallError } from '../errors.js';
import type { AnyFind } from '../store/plan.js';
import type { Find, Reader } from '../store/store.js';
import { expectIds, numbered } from './expect-find.js';
import { expect, expectRefusal, expectSame, failureOf, patientWrite } from './expect.js';
import { card, cards, insertCards, notes, type Card, type Checks } from './sample.js';

/** Contract point 5: `find` follows every change, its cursor survives inserts, and it refuses what it must. */
export const changedFindChecks: Checks = {
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
    await store.read((tx) => look(tx, [['a', 'b'], [], ['a', 'b'], ['a'], [], ['a'], ['b', 'a']]));
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
