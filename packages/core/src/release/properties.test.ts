import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanAudit, type Audit } from './audit.js';
import { computeRelease, releaseSteps } from './compute-release.js';
import { Ledger } from './ledger.js';
import type { SurveyInput, SurveyRelease } from './model.js';
import { fixedOrder } from './order.js';
import { exposed, knownSums } from './test-attacker.js';
import { nextSmallest, remainderRule, thresholdOnly } from './test-policies.js';
import { anySurvey, integer, randomFrom, surveyOf } from './test-surveys.js';

const SEEDS = 60;

function released(input: SurveyInput, audit?: Audit): SurveyRelease {
  const steps = releaseSteps(input, audit);
  for (let step = steps.next(); ; step = steps.next())
    if (step.done) {
      assert.ok(step.value.kind === 'survey');
      return step.value;
    }
}

function sizeOf({ respondents }: SurveyInput, group: string, measure: string): number {
  return respondents.filter(
    ({ groups, values }) => (group === 'all' || groups.includes(group)) && measure in values,
  ).length;
}

/** P2 as a search for a counterexample: the people of the first exposed union, if there is one. */
function counterexample(input: SurveyInput, audit?: Audit): number[] | undefined {
  const release = released(input, audit);
  for (const { id } of input.measures) {
    const [union] = exposed(knownSums(input, release, id), input.thresholds.k);
    if (union) return union;
  }
  return undefined;
}

/** Half of them with questions that some leave out and an index, some of them for readers who answered. */
function surveys(from: number, count: number): { seed: number; input: SurveyInput }[] {
  return Array.from({ length: count }, (_, at) => {
    const seed = from + at;
    const partial = seed % 2 === 1 ? { questions: 3, indexes: true, skip: 0.08 } : {};
    return { seed, input: anySurvey(seed, { ...partial, k: 4 + (seed % 3) }) };
  });
}

test(`P1: nothing of a group below k is shown (seeds 0–${SEEDS - 1})`, () => {
  let cells = 0;
  for (const { seed, input } of surveys(0, SEEDS)) {
    const { cells: table } = released(input);
    for (const [group, row] of Object.entries(table))
      for (const [measure, cell] of Object.entries(row)) {
        if (!cell.shown || measure === 'index') continue;
        cells++;
        assert.ok(sizeOf(input, group, measure) >= input.thresholds.k, `seed ${seed}, ${group}, ${measure}`);
      }
  }
  assert.ok(cells > 1000, `${cells} cells`);
});

test(`P2: no sum of 1 to k − 1 people follows from what is shown (seeds 0–${SEEDS - 1})`, () => {
  for (const { seed, input } of surveys(0, SEEDS))
    assert.equal(counterexample(input), undefined, `seed ${seed}`);
});

test('P2 for readers who answered: nor from what is shown and the own answer (seeds 0–39)', () => {
  for (let seed = 0; seed < 40; seed++) {
    const input = surveyOf(seed, { people: 30 + seed, attributes: [4, 3], colluders: 1 });
    const known = knownSums(input, released(input), 'q0');
    assert.deepEqual(exposed(known, input.thresholds.k), [], `seed ${seed}`);
    for (const reader of input.respondents.keys())
      assert.deepEqual(exposed(known, input.thresholds.k, 1, [reader]), [], `seed ${seed}, reader ${reader}`);
  }
});

test('P2 for two who pool: nor from what is shown and both their answers (seeds 20–39)', () => {
  let pairs = 0;
  for (let seed = 20; seed < 40; seed++) {
    // In the larger ones many are alone in their groups.
    const random = randomFrom(seed);
    const people = integer(random, 20, 70);
    const attributes = Array.from({ length: integer(random, 2, 3) }, () => integer(random, 2, 5));
    const input = surveyOf(seed, { people, attributes, skew: random(), k: 4, colluders: 2 });
    const known = knownSums(input, released(input), 'q0');
    if (known.length < 2) continue;
    for (const [one, other] of pairsOf(input)) {
      assert.deepEqual(exposed(known, 4, 1, [one, other]), [], `seed ${seed}, ${one} and ${other}`);
      pairs++;
    }
  }
  assert.ok(pairs > 1000, `${pairs} pairs`);
});

/** Pairs of respondents, each that groups tell from others once: who is in the same groups knows the same. */
function pairsOf({ respondents }: SurveyInput): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  const place = respondents.map(({ groups }) => groups.join());
  for (const one of respondents.keys())
    for (let other = one + 1; other < respondents.length; other++)
      pairs.set([place[one], place[other]].sort().join('|'), [one, other]);
  return [...pairs.values()];
}

test('P3: the same input gives the same bytes, whatever the order of respondents (seeds 0–39)', () => {
  for (const { seed, input } of surveys(0, 40)) {
    const texts = anySurvey(seed, { texts: 2 });
    for (const one of [input, texts]) {
      const once = JSON.stringify(computeRelease(one));
      assert.ok(JSON.stringify(computeRelease(structuredClone(one))) === once, `seed ${seed}`);
      const turned = { ...one, respondents: one.respondents.toReversed() };
      assert.ok(JSON.stringify(computeRelease(turned)) === once, `seed ${seed}, turned`);
    }
  }
});

test('P12: the property notices a threshold alone, the remainder rule, and hiding the next smallest', () => {
  const plans = Array.from({ length: 30 }, (_, seed) => surveyOf(seed, { people: 140, attributes: [5, 4] }));
  const policies: Record<string, (input: SurveyInput) => Audit> = {
    thresholdOnly: () => thresholdOnly,
    remainderRule: () => remainderRule,
    nextSmallest: ({ groups }) => nextSmallest(groups.map(({ id }) => id)),
  };
  for (const [name, policy] of Object.entries(policies)) {
    const caught = plans.filter((input) => counterexample(input, policy(input)));
    assert.ok(caught.length >= 10, `${name}: ${caught.length} of ${plans.length} caught`);
  }
  assert.equal(plans.filter((input) => counterexample(input)).length, 0);
});

/** The simple rule for plans with one attribute (the end of 3.4), written down as it stands there. */
function simpleRule({ groups, respondents, thresholds: { k } }: SurveyInput): string[] {
  const size = (id: string) => respondents.filter((one) => one.groups.includes(id)).length;
  const shown = groups
    .slice(1)
    .filter(({ id }) => size(id) >= k)
    .sort((a, b) => size(b.id) - size(a.id) || (a.name < b.name ? -1 : 1))
    .map(({ id }) => id);
  for (;;) {
    const hidden = respondents.length - shown.reduce((sum, id) => sum + size(id), 0);
    if (hidden === 0 || hidden >= k || shown.length === 0) return shown.sort();
    shown.pop();
  }
}

test('with one attribute the audit is the simple rule (seeds 0–299)', () => {
  let secondary = 0;
  for (let seed = 0; seed < 300; seed++) {
    const input = surveyOf(seed, { people: 12 + seed, attributes: [3 + (seed % 9)], skew: 1 });
    const { groups, respondents } = input;
    const members = groups.map(({ id }) =>
      Uint8Array.from(respondents, (one) => (id === 'all' || one.groups.includes(id) ? 1 : 0)),
    );
    const ledger = new Ledger({
      people: respondents.length,
      groups: members,
      answered: [members[0]!],
      indexes: [],
      k: 5,
      colluders: 0,
      audit: spanAudit,
    });
    const sizes = members.map((people) => people.reduce((sum, one) => sum + one, 0));
    const shown = fixedOrder(groups, sizes).filter((group) => ledger.acceptMeasure(0, group));
    const expected = simpleRule(input);
    assert.deepEqual(
      shown.flatMap((group) => (group === 0 ? [] : [groups[group]!.id])).sort(),
      expected,
      `seed ${seed}`,
    );
    if (expected.length < sizes.slice(1).filter((size) => size >= 5).length) secondary++;
  }
  assert.ok(secondary > 20, `${secondary} with a group hidden beside the small ones`);
});
