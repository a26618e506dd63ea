import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeRelease } from './compute-release.js';
import type { SurveyInput, SurveyRelease } from './model.js';
import { integer, question, randomFrom } from './test-surveys.js';

/** A wave of people by group; each person of a list once. */
function wave(groups: Record<string, string[]>, before?: SurveyInput['before'], seed = 1): SurveyInput {
  const random = randomFrom(seed);
  const people = [...new Set(Object.values(groups).flat())];
  return {
    kind: 'survey',
    thresholds: { k: 5, kText: 10, writers: 3 },
    colluders: 0,
    groups: [
      { id: 'all', level: 0, name: 'Everyone' },
      ...Object.keys(groups).map((id) => ({ id, level: 1 as const, name: id })),
    ],
    measures: [question('q0')],
    indexes: [],
    texts: [],
    respondents: people.map((person) => ({
      groups: Object.keys(groups).filter((id) => groups[id]!.includes(person)),
      values: { q0: integer(random, 1, 5) },
      texts: {},
    })),
    invited: Object.fromEntries([
      ['all', people.length],
      ...Object.entries(groups).map(([id, one]) => [id, one.length]),
    ]),
    ...(before ? { before } : {}),
    shuffle: '000102030405060708090a0b0c0d0e0f',
  };
}

function released(input: SurveyInput): SurveyRelease {
  const release = computeRelease(input);
  assert.ok(release.kind === 'survey');
  return release;
}

const named = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `p${from + at}`);
const everyone = (groups: Record<string, string[]>) => ({
  all: [...new Set(Object.values(groups).flat())],
  ...groups,
});

/** The second of two waves. */
function second(then: Record<string, string[]>, now: Record<string, string[]>): SurveyRelease {
  const { cells } = released(wave(then));
  return released(wave(now, { participants: everyone(then), now: everyone(now), cells }, 2));
}

test('P5: a small group whose people changed by a few is not shown again, nor is another that is nearly the same', () => {
  const rest = named(100, 140);
  const shown = (then: string[], now: string[]) =>
    second({ a: then, rest }, { a: now, rest }).cells.a!.q0!.shown;
  assert.equal(shown(named(0, 8), named(0, 8)), true);
  assert.equal(shown(named(0, 8), named(0, 7)), false);
  assert.equal(shown(named(0, 8), named(1, 9)), false);
  assert.equal(shown(named(0, 8), named(4, 12)), true);
  assert.equal(shown(named(0, 12), named(0, 11)), true);
  assert.equal(shown(named(0, 10), named(0, 9)), false);
  // Another group of the second wave, one person apart from a group of the first.
  const { cells } = second({ a: named(0, 8), rest }, { b: named(0, 7), rest });
  assert.equal(cells.b!.q0!.shown, false);
});

test('P5: no two shown figures of two waves are of 1 to k − 1 different people below 2k (seeds 0–199)', () => {
  let pairs = 0;
  for (let seed = 0; seed < 200; seed++) {
    const random = randomFrom(seed);
    const teams = () => {
      const groups: Record<string, string[]> = { a: [], b: [], c: [], d: [] };
      for (const person of named(0, 45)) {
        const team = 'abcd'[Number(person.slice(1)) % 4]!;
        if (random() < 0.92) groups[random() < 0.97 ? team : 'a']!.push(person);
      }
      return groups;
    };
    const [then, now] = [teams(), teams()];
    const first = released(wave(then, undefined, seed));
    const input = wave(
      now,
      { participants: everyone(then), now: everyone(now), cells: first.cells },
      seed + 1,
    );
    const { cells } = released(input);
    for (const [before, people] of Object.entries(everyone(then)))
      for (const [after, others] of Object.entries(everyone(now))) {
        if (!first.cells[before]!.q0!.shown || !cells[after]!.q0!.shown) continue;
        pairs++;
        const common = people.filter((person) => others.includes(person)).length;
        const apart = people.length + others.length - 2 * common;
        const small = Math.min(people.length, others.length) < 10;
        assert.ok(!small || apart === 0 || apart >= 5, `seed ${seed}: ${before} and ${after}`);
      }
  }
  assert.ok(pairs > 500, `${pairs} pairs`);
});

test('a trend is both waves where both are shown, and hidden everywhere without a wave before', () => {
  const groups = { a: named(0, 20), b: named(20, 40), tiny: named(40, 43) };
  const { trends, cells } = second(groups, groups);
  const now = cells.a!.q0!;
  const then = released(wave(groups)).cells.a!.q0!;
  assert.ok(now.shown && then.shown);
  assert.deepEqual(trends.a!.q0, { shown: true, before: then.mean, after: now.mean });
  assert.deepEqual(trends.tiny!.q0, { shown: false });
  assert.deepEqual(released(wave(groups)).trends.a!.q0, { shown: false });
});

test('a rate is shown only of a group that shows something', () => {
  const input = wave({ a: named(0, 20), few: named(20, 24), rest: named(24, 50) });
  input.invited.few = 40;
  const { rates, cells } = released(input);
  assert.deepEqual(cells.few!.q0, { shown: false });
  assert.deepEqual(rates.few, { shown: false });
  assert.deepEqual(rates.rest, { shown: true, rate: 'over95' });
});
