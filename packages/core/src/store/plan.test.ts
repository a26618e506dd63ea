import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGuildhallError } from '../errors.js';
import {
  assertStorable,
  combinations,
  compareText,
  decodeCursor,
  encodeCursor,
  keysOf,
  planFind,
} from './plan.js';
import { collection, type StoredRecord } from './store.js';

interface Card {
  id: string;
  group?: string;
  tags?: string[];
  at?: string;
  size?: number;
  left?: number;
  value?: unknown;
}
const cards = collection<Card>({
  name: 'cards',
  indexes: [['at'], ['size'], ['group', 'at'], ['group', 'size'], ['tags', 'group', 'at'], ['at', 'id']],
  arrays: ['tags'],
  numbers: ['size', 'left'],
  unique: [['group', 'size']],
  atLeastZero: ['left'],
});

test('a plan names the index, its equality fields in its order, order, direction, range, place and limit', () => {
  const after = encodeCursor({ value: '2026', id: 'a' });
  const where = { group: ['g', 'h', 'g'], tags: 'x', at: { from: '2025', before: '2027' } };
  assert.deepEqual(planFind(cards, { where, order: '-at', after, limit: 5 }), {
    index: ['tags', 'group', 'at'],
    equals: [
      ['tags', ['x']],
      ['group', ['g', 'h']],
    ],
    order: 'at',
    direction: -1,
    range: { from: '2025', before: '2027' },
    after: { value: '2026', id: 'a' },
    limit: 5,
  });
});

test('the order may stay unsaid when one index is left, and is ascending then', () => {
  const plan = planFind(cards, { where: { tags: 'x', group: 'g' } });
  assert.deepEqual([plan.order, plan.direction, plan.limit], ['at', 1, 20]);
  assert.equal(planFind(cards, { where: { group: 'g', size: { from: 1 } } }).order, 'size');
  assert.deepEqual(planFind(cards, { where: { at: 'x' } }).index, ['at', 'id']);
});

test('an undeclared query names the collection, the fields and what is declared', () => {
  assert.throws(
    () => planFind(cards, { where: { tags: 'x', left: 1 }, order: '-size' }),
    /cards.*tags, left.*-size.*\[group, at\]/s,
  );
  assert.throws(() => planFind(cards, { where: { group: 'g' } }), /No single index/);
  assert.throws(() => planFind(cards, {}), /No single index/);
});

test('values of the wrong type are a mistake, never a query for everything', () => {
  const wrong: object[] = [
    { group: undefined },
    { group: null },
    { group: 1 },
    { size: 'a' },
    { size: Number.NaN },
  ];
  for (const where of [
    ...wrong,
    { group: 'g', at: {} },
    { group: 'g', at: new Date() },
    { group: 'g', at: { form: 'x' } },
  ]) {
    assert.throws(
      () => planFind(cards, { where, order: '+at' }),
      (error) => !isGuildhallError(error),
    );
  }
});

test('values that no store can keep match nothing', () => {
  assert.deepEqual(planFind(cards, { where: { group: ['a\0', '\ud800', 'b'] }, order: '+at' }).equals, [
    ['group', ['b']],
  ]);
  assert.deepEqual(planFind(cards, { where: { group: [] }, order: '+at' }).equals, [['group', []]]);
});

test('limits from 1 to 1000', () => {
  assert.equal(planFind(cards, { order: '+at', limit: 1000 }).limit, 1000);
  for (const limit of [0, -1, 1001, 1.5, Number.NaN])
    assert.throws(() => planFind(cards, { order: '+at', limit }), /limit/);
});

test('cursors come back as they went, and wrong ones are invalid at `after`', () => {
  for (const place of [
    { value: 'é"\\🎉', id: 'ü' },
    { value: '', id: '' },
  ]) {
    assert.deepEqual(decodeCursor(encodeCursor(place), 'string'), place);
  }
  assert.deepEqual(decodeCursor(encodeCursor({ value: -0.5, id: 'a' }), 'number'), { value: -0.5, id: 'a' });
  const wrong = [
    '',
    '{}',
    '[]',
    '["a"]',
    '[1,"a"]',
    '["a",1]',
    '["a","b","c"]',
    '[null,"a"]',
    '["\\u0000","a"]',
  ];
  for (const cursor of wrong) {
    assert.throws(
      () => decodeCursor(cursor, 'string'),
      (error) => isGuildhallError(error) && error.code === 'invalid' && error.fields?.[0]?.path === 'after',
    );
  }
  assert.throws(() => decodeCursor('[1e999,"a"]', 'number'));
});

test('texts are ordered by code points, as their UTF-8 bytes are', () => {
  const texts = [
    '',
    'A',
    'a',
    'ab',
    'z',
    '\u007f',
    'é',
    '\ud7ff',
    '\ue000',
    '\uffff',
    '\u{10000}',
    '🎉',
    '\u{10ffff}',
    '\u{10ffff}a',
  ];
  for (const a of texts) {
    for (const b of texts)
      assert.equal(Math.sign(compareText(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)), `${a} ${b}`);
  }
});

test('keysOf gives each value once, and combinations every one', () => {
  const record = { id: 'a', tags: ['x', 'y', 'x'], size: 0, none: null };
  assert.deepEqual(
    [keysOf(record, 'tags'), keysOf(record, 'size'), keysOf(record, 'none')],
    [['x', 'y'], [0], []],
  );
  assert.deepEqual(combinations([['a', 'b'], [1]]), [
    ['a', 1],
    ['b', 1],
  ]);
  assert.deepEqual([combinations([]), combinations([['a'], []])], [[[]], []]);
});

test('assertStorable refuses text that is invalid, counters below zero, and mistakes', () => {
  const code = (record: StoredRecord): string => {
    try {
      assertStorable(cards, record);
      return 'fine';
    } catch (error) {
      return isGuildhallError(error) ? error.code : 'mistake';
    }
  };
  const fine: Card[] = [
    { id: 'a' },
    { id: 'a', group: '🎉'.repeat(200), value: { a: [null, 1e21, { b: 'x'.repeat(1e5) }] } },
  ];
  for (const record of [...fine, { id: 'a', left: 0, size: -1.5, tags: [] }])
    assert.equal(code(record), 'fine');
  const invalid = [
    { id: '\0' },
    { id: 'a', value: ['\ud800'] },
    { id: 'a', value: { '\0': 1 } },
    { id: 'a', group: 'x'.repeat(801) },
  ];
  for (const record of invalid) assert.equal(code(record), 'invalid');
  assert.equal(code(Object.assign({ id: 'a' }, { left: -1 })), 'conflict');
  const deep = JSON.parse('['.repeat(100) + ']'.repeat(100)) as unknown;
  const values = [Number.NaN, 1n, new Date(), new Map(), () => 1, [undefined], Symbol('a'), deep];
  for (const value of values) assert.equal(code(Object.assign({ id: 'a' }, { value })), 'mistake');
  for (const fields of [
    { group: null },
    { group: 1 },
    { size: '1' },
    { tags: 'x' },
    { at: ['x'] },
    { tags: [1] },
    { left: 0.5 },
    { left: 2 ** 53 },
  ]) {
    assert.equal(code(Object.assign({ id: 'a' }, fields)), 'mistake', JSON.stringify(fields));
  }
});
