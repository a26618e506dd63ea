import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Group } from '../release/model.js';
import { bucketsOf, keyOfGroups } from './buckets.js';
import { randomFrom } from './test-hall.js';

const SEED = 311;
console.log(`seed ${SEED}`);

function group(id: string, level: Group['level']): Group {
  return { id, level, name: id };
}
const PLAN = [group('all', 0), group('a', 1), group('b', 1), group('x', 1), group('y', 1), group('ax', 3)];

test('who shares all groups with somebody keeps them', () => {
  const buckets = bucketsOf([['a', 'x'], ['x', 'a'], ['b'], ['b']], PLAN);
  assert.deepEqual(buckets, { '["a","x"]': ['a', 'x'], '["b"]': ['b'] });
});

test('who is alone joins those who are closest; where nobody is, the crossing goes first, then the smallest', () => {
  const close = bucketsOf([['a', 'x', 'ax'], ['a', 'x'], ['a', 'x'], ['a'], ['a'], ['a']], PLAN);
  assert.deepEqual(close['["a","ax","x"]'], ['a', 'x']);
  const most = bucketsOf([['a', 'x'], ['a'], ['a'], ['x', 'b'], ['x', 'b'], ['x', 'b']], PLAN);
  assert.deepEqual(most['["a","x"]'], ['a'], 'those who are only in x are none');
  const crossing = bucketsOf([['a', 'x', 'ax'], ['a', 'y', 'ax'], ['b'], ['b']], PLAN);
  assert.deepEqual(crossing, {
    '["a","ax","x"]': ['a'],
    '["a","ax","y"]': ['a'],
    '["b"]': ['b'],
  });
});

test('who stays alone is in no group, and two others join', () => {
  const buckets = bucketsOf([['a'], ['b'], ['b'], ['x'], ['x'], ['x']], PLAN);
  assert.deepEqual(buckets, { '["a"]': [], '["b"]': [], '["x"]': ['x'] });
  assert.deepEqual(bucketsOf([['a']], PLAN), { '["a"]': [] }, 'one person in all hides nowhere');
});

test('in any roster everybody shares what their answer carries with somebody, and it is never more than they have', () => {
  const random = randomFrom(SEED);
  const ids = PLAN.slice(1).map(({ id }) => id);
  for (let run = 0; run < 500; run++) {
    const size = 2 + Math.floor(random() * 30);
    const roster = Array.from({ length: size }, () => ids.filter(() => random() < 0.4));
    const buckets = bucketsOf(roster, PLAN);
    const carried = roster.map((groups) => buckets[keyOfGroups(groups)] ?? assert.fail('no bucket'));
    for (const [at, groups] of carried.entries()) {
      assert.ok(groups.every((one) => roster[at]?.includes(one)));
      const alike = carried.filter((other) => keyOfGroups(other) === keyOfGroups(groups));
      assert.ok(alike.length >= 2, `run ${run}: ${keyOfGroups(groups)} is alone`);
    }
  }
});
