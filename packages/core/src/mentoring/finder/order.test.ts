import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandOf, byPlace, cursorOf, lotsOf, placeFrom } from './order.js';

const placeOf = (score: number, id: string, viewer: string) => ({
  window: 0,
  band: bandOf(score),
  lot: lotsOf(viewer)(id),
  id,
});

const MENTORS = Array.from({ length: 200 }, (_, n) => `mentor-${n}`);
const listFor = (viewer: string, score: (mentor: string) => number) =>
  MENTORS.map((id) => ({ id, place: placeOf(score(id), id, viewer) }))
    .sort((one, other) => byPlace(one.place, other.place))
    .map(({ id }) => id);

test('near-equals come in another order for another viewer, and in the same for the same', () => {
  const equal = () => 7000;
  assert.deepEqual(listFor('ana', equal), listFor('ana', equal));
  assert.notDeepEqual(listFor('ana', equal), listFor('ben', equal));
  const first = new Set(Array.from({ length: 400 }, (_, n) => listFor(`viewer-${n}`, equal)[0]));
  assert.ok(first.size > 120, `only ${first.size} of 200 ever come first`);
});

test('whoever is clearly better comes first for everybody', () => {
  const better = (id: string) => (id === 'mentor-7' ? 7600 : 7000);
  for (const viewer of ['ana', 'ben', 'lea']) assert.equal(listFor(viewer, better)[0], 'mentor-7');
});

test('a cursor stands for a place, and what is no cursor for none', () => {
  const place = placeOf(6123, 'dana@house:1', 'ana');
  assert.deepEqual(placeFrom(cursorOf(place)), place);
  for (const wrong of ['', '12', 'x 1 2 dana', '1 1234 1 dana', '1 2 3x dana', '1 2 3'])
    assert.equal(placeFrom(wrong), undefined, wrong);
});
