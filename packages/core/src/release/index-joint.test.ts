import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseSteps } from './compute-release.js';
import type { SurveyInput, SurveyRelease } from './model.js';
import { followsExactly } from './test-attacker.js';
import { surveyOf } from './test-surveys.js';

function released(input: SurveyInput, showIndex = false): SurveyRelease {
  const steps = releaseSteps(input);
  let step = steps.next();
  while (!step.done) step = steps.next();
  assert.ok(step.value.kind === 'survey');
  if (showIndex)
    for (const [group, row] of Object.entries(step.value.cells))
      if (sizeOf(input, group) >= input.thresholds.k) row.index = { shown: true, n: '5-9', mean: 3 };
  return step.value;
}

const within = (groups: readonly string[], id: string) => id === 'all' || groups.includes(id);

function sizeOf({ respondents }: SurveyInput, group: string): number {
  return respondents.filter(({ groups, values }) => within(groups, group) && Object.keys(values).length === 3)
    .length;
}

/** Every known sum over the answers of all people to all questions, an index as what it is: a sum over its questions. */
function jointRows({ groups, measures, respondents }: SurveyInput, { cells }: SurveyRelease): number[][] {
  return groups.flatMap(({ id: group }) =>
    [...measures.map(({ id }) => [id]), measures.map(({ id }) => id)].flatMap((asked) => {
      if (!cells[group]![asked.length === 1 ? asked[0]! : 'index']!.shown) return [];
      return [
        respondents.flatMap(({ groups: own, values }) =>
          measures.map(({ id }) =>
            within(own, group) && asked.includes(id) && asked.every((one) => one in values) ? 1 : 0,
          ),
        ),
      ];
    }),
  );
}

/** Whether the total of 1 to k − 1 people over one or several questions follows, by trying all with exact fractions. */
function isExposed(input: SurveyInput, release: SurveyRelease): boolean {
  const rows = jointRows(input, release);
  const { respondents, measures, thresholds } = input;
  const grow = (union: number[], from: number): boolean => {
    for (let next = from; next < respondents.length; next++) {
      const more = [...union, next];
      for (let asked = 1; asked < 2 ** measures.length; asked++) {
        const wanted = respondents.flatMap(({ values }, person) =>
          measures.map(({ id }, at) => (more.includes(person) && asked & (1 << at) && id in values ? 1 : 0)),
        );
        if (wanted.includes(1) && followsExactly(rows, wanted)) return true;
      }
      if (more.length < thresholds.k - 1 && grow(more, next + 1)) return true;
    }
    return false;
  };
  return grow([], 0);
}

test('an index beside its questions tells nothing of a few who left one out (seeds 0–11)', () => {
  let naive = 0;
  for (let seed = 0; seed < 12; seed++) {
    const shape = { people: 11, attributes: [2], questions: 3, indexes: true, skip: 0.08, k: 4 };
    const input = surveyOf(seed, shape);
    assert.equal(isExposed(input, released(input)), false, `seed ${seed}`);
    // The same with the index shown wherever enough people answered all: what the audit is for.
    if (isExposed(input, released(input, true))) naive++;
  }
  assert.ok(naive >= 3, `${naive} of 12 would be exposed without the audit`);
});
