import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergedBars, Possible } from './bars.js';
import type { Measure } from './model.js';
import { bandOf, meanInterval, shownMean } from './scale.js';
import { integer, question, randomFrom } from './test-surveys.js';
import { cellOf, meanOf, rateOf } from './values.js';

const FIVE = question('q');
const repeat = (value: number, times: number) => new Array<number>(times).fill(value);

test('numbers of respondents are bands', () => {
  const bands = [3, 4, 5, 9, 10, 19, 20, 49, 50, 900].map(bandOf);
  assert.deepEqual(bands, ['3-4', '3-4', '5-9', '5-9', '10-19', '10-19', '20-49', '20-49', '50+', '50+']);
});

test('a group of one opinion looks like one with one other answer', () => {
  for (const people of [3, 4, 5, 6, 7, 8, 9, 10, 11, 15, 20, 49, 50, 200]) {
    for (const [all, one] of [
      [1, 2],
      [5, 4],
    ] as const) {
      const alike = cellOf(FIVE, repeat(all, people)).mean;
      assert.equal(alike, cellOf(FIVE, [...repeat(all, people - 1), one]).mean, `${people} people`);
      const edge = people < 10 ? 0.2 : 0.1;
      assert.ok(alike! >= 1 + edge && alike! <= 5 - edge);
    }
    const options: Measure = { id: 'o', kind: 'mean', min: 0, max: 1, whole: true };
    assert.equal(
      cellOf(options, repeat(0, people)).mean,
      cellOf(options, [...repeat(0, people - 1), 1]).mean,
    );
  }
});

test('means have one decimal on a scale of 1 to 5, and as many steps on others', () => {
  assert.equal(cellOf(FIVE, [3, 3, 4, 4, 4, 3]).mean, 3.5);
  assert.equal(cellOf(FIVE, [2, 3, 4, 4, 4, 4, 5]).mean, 3.7);
  const hundred: Measure = { id: 'h', kind: 'mean', min: 0, max: 100 };
  assert.equal(cellOf(hundred, [10, 20, 31, 40, 50]).mean, 30);
});

test('what a shown mean stands for holds the true mean, and no other shown mean (seed 1)', () => {
  const random = randomFrom(1);
  for (let round = 0; round < 3000; round++) {
    const people = integer(random, 3, 14);
    const scale = { min: 1, max: integer(random, 3, 10), whole: true };
    const mean = meanOf(Array.from({ length: people }, () => integer(random, 1, scale.max)));
    const shown = shownMean(scale, mean, people);
    const { low, high } = meanInterval(scale, shown, people);
    assert.ok(low - 1e-9 <= mean && mean <= high + 1e-9, `${mean} is shown as ${shown}`);
  }
});

test('the favorable share is in steps of 5 and never says all or none', () => {
  const favorable = (yes: number, no: number) =>
    cellOf(FIVE, [...repeat(5, yes), ...repeat(2, no)]).favorable;
  assert.deepEqual([favorable(5, 0), favorable(4, 1), favorable(0, 5), favorable(1, 4)], [80, 80, 20, 20]);
  assert.deepEqual([favorable(9, 0), favorable(15, 0), favorable(0, 19), favorable(10, 5)], [85, 90, 10, 65]);
  assert.deepEqual(
    [favorable(40, 0), favorable(0, 40), favorable(39, 1), favorable(10, 20)],
    [95, 5, 95, 35],
  );
});

test('spread is a word below ten respondents and a coarse number from ten on', () => {
  assert.equal(cellOf(FIVE, [3, 3, 3, 4, 4]).spread, 'close');
  assert.equal(cellOf(FIVE, [2, 3, 3, 4, 5]).spread, 'mixed');
  assert.equal(cellOf(FIVE, [1, 1, 5, 5, 5]).spread, 'farApart');
  assert.equal(cellOf(FIVE, repeat(3, 12)).spread, 0.5);
  assert.equal(cellOf(FIVE, [...repeat(1, 6), ...repeat(5, 6)]).spread, 2);
});

test('each bar holds nobody or two at least, together they are everyone and all values (seed 2)', () => {
  const random = randomFrom(2);
  for (let round = 0; round < 2000; round++) {
    const max = integer(random, 2, 9);
    const values = Array.from({ length: integer(random, 10, 30) }, () => integer(random, 1, max));
    const bars = mergedBars({ id: 'q', kind: 'mean', min: 1, max, whole: true }, values);
    let next = 1;
    for (const { from, to, people } of bars) {
      assert.equal(from, next);
      next = to + 1;
      assert.notEqual(people, 1);
      assert.equal(people, values.filter((value) => value >= from && value <= to).length);
    }
    assert.equal(next, max + 1);
  }
});

test('bars are left out where they, with those of other groups, leave too little open', () => {
  const bars = (...people: number[]) =>
    people.map((count, at) => ({ from: at + 1, to: at + 1, people: count }));
  assert.equal(new Possible(FIVE, 1).accept([0], bars(0, 0, 0, 5, 7)), false);
  assert.equal(new Possible(FIVE, 1).accept([0], bars(0, 0, 4, 0, 8)), true);
  const both = new Possible(FIVE, 3);
  assert.equal(both.accept([0, 1], bars(5, 5, 2, 0, 0)), true);
  // The people of atom 1, in both groups, could only have answered 3.
  assert.equal(both.accept([1, 2], bars(0, 0, 2, 5, 5)), false);
  assert.equal(both.accept([2], bars(0, 0, 2, 5, 5)), true);
  assert.deepEqual(both.range(0), { low: 1, high: 3 });
  const choice: Measure = { id: 'c', kind: 'choice', min: 0, max: 2 };
  assert.equal(
    new Possible(choice, 1).accept(
      [0],
      [
        { from: 0, to: 0, people: 12 },
        { from: 1, to: 2, people: 0 },
      ],
    ),
    false,
  );
});

test('a choice shows its band, and no mean', () => {
  assert.deepEqual(cellOf({ id: 'c', kind: 'choice', min: 0, max: 3 }, [0, 1, 2, 3, 3]), {
    shown: true,
    n: '5-9',
  });
});

test('rates are in steps of 5, hidden for few, and never say that everyone answered', () => {
  assert.deepEqual(rateOf(9, 9), { shown: false });
  assert.deepEqual(rateOf(10, 10), { shown: true, rate: 'over95' });
  assert.deepEqual(rateOf(98, 100), { shown: true, rate: 'over95' });
  assert.deepEqual(rateOf(13, 20), { shown: true, rate: 65 });
});
