import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hintOf } from './gaps.js';
import { byTurns } from './turns.js';

test('a gap is growth where the others see little, or a point less than the person', () => {
  const five = { min: 1, max: 5 };
  assert.equal(hintOf(five, 3, 2.9), 'growth');
  assert.equal(hintOf(five, 5, 4), 'growth');
  assert.equal(hintOf(five, 4.9, 4), 'strength');
  assert.equal(hintOf(five, 2, 4.5), 'strength');
  assert.equal(hintOf(five, 3, 3.5), 'even');
  assert.equal(hintOf({ min: 0, max: 100 }, 80, 54), 'growth');
  assert.equal(hintOf({ min: 0, max: 100 }, 80, 56), 'even');
});

test('groups take turns, each in its own order', () => {
  const items = ['a1', 'a2', 'b1', 'a3', 'c1', 'b2'];
  assert.deepEqual(
    byTurns(items, (item) => item.charAt(0)),
    ['a1', 'b1', 'c1', 'a2', 'b2', 'a3'],
  );
  assert.deepEqual(byTurns([], String), []);
});
