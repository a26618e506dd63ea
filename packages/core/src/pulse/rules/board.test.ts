import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, totals, votable, withIdeasIn, withoutIdeas } from './board.js';

test('a board moves forward only, one step at a time', () => {
  assert.equal(moved('collecting', 'startGrouping'), 'grouping');
  assert.equal(moved('grouping', 'startVoting'), 'voting');
  assert.equal(moved('voting', 'endVoting'), 'deciding');
  assert.equal(moved('deciding', 'closeBoard'), 'closed');
  assert.equal(moved('closed', 'startGrouping'), undefined);
  assert.equal(moved('collecting', 'startVoting'), undefined);
});

test('an idea is in one group, groups keep their order, and an empty one vanishes', () => {
  const first = withIdeasIn([], { id: 'g', title: 'G' }, ['a', 'b']);
  const second = withIdeasIn(first, { id: 'h', title: 'H' }, ['b']);
  assert.deepEqual(second, [
    { id: 'g', title: 'G', ideaIds: ['a'] },
    { id: 'h', title: 'H', ideaIds: ['b'] },
  ]);
  assert.deepEqual(withIdeasIn(second, { id: 'h' }, ['a', 'b']), [
    { id: 'h', title: 'H', ideaIds: ['a', 'b'] },
  ]);
  assert.deepEqual(withoutIdeas(second, ['a', 'b']), []);
});

test('groups get votes, and of ideas those that are in none', () => {
  const groups = [{ id: 'g', title: 'G', ideaIds: ['a'] }];
  assert.deepEqual([...votable(groups, ['a', 'b'])], ['g', 'b']);
});

test('votes add up by what they are for', () => {
  assert.deepEqual(
    [...totals([{ g: 2 }, { g: 1, b: 1 }])],
    [
      ['g', 3],
      ['b', 1],
    ],
  );
});
