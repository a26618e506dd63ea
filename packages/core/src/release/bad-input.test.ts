import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeRelease } from './compute-release.js';
import { computeReleases } from './compute-releases.js';
import type { PanelInput, ReleaseInput, SurveyInput } from './model.js';
import { panelOf, surveyOf } from './test-surveys.js';

const survey = () => surveyOf(1, { people: 30, attributes: [3], questions: 3, indexes: true, texts: 1 });

/** Breaks a well formed input, as untyped JSON can be broken, and says how the message begins. */
const BROKEN: [string, (input: SurveyInput & Record<string, unknown>) => void][] = [
  ['kind must', (one) => Object.assign(one, { kind: 'poll' })],
  ['thresholds must', (one) => Object.assign(one, { thresholds: null })],
  ['thresholds.k must', (one) => (one.thresholds.k = 3)],
  ['thresholds.k must', (one) => (one.thresholds.k = 21)],
  ['thresholds.k must', (one) => (one.thresholds.k = 5.5)],
  ['thresholds.kText must', (one) => (one.thresholds.kText = 1)],
  ['thresholds.writers must', (one) => (one.thresholds.writers = 2)],
  ['shuffle must', (one) => (one.shuffle = 'abc')],
  ['colluders must', (one) => Object.assign(one, { colluders: 3 })],
  ['groups[0] must', (one) => one.groups.reverse()],
  ['groups[1].level must', (one) => (one.groups[1]!.level = 0)],
  ['groups[2] must not be there twice', (one) => (one.groups[2]!.id = one.groups[1]!.id)],
  ['groups[1] must not be __proto__', (one) => (one.groups[1]!.id = '__proto__')],
  ['measures[0].max must', (one) => (one.measures[0]!.max = 1)],
  ['measures[0].kind must', (one) => Object.assign(one.measures[0]!, { kind: 'sum' })],
  ['measures[1].favorable must', (one) => (one.measures[1]!.favorable = 9)],
  ['indexes[0].measures must be three', (one) => one.indexes[0]!.measures.pop()],
  ['indexes[0].measures[1] must be a measure', (one) => (one.indexes[0]!.measures[1] = 'none')],
  ['indexes[0].id must not', (one) => (one.indexes[0]!.id = 'q0')],
  ['respondents[3].values.q1 must', (one) => (one.respondents[3]!.values.q1 = 6)],
  ['respondents[3].values.q1 must', (one) => (one.respondents[3]!.values.q1 = NaN)],
  ['respondents[3].values.q1 must', (one) => (one.respondents[3]!.values.q1 = 2.5)],
  ['respondents[2].values must', (one) => (one.respondents[2]!.values.none = 1)],
  ['respondents[2].groups must', (one) => one.respondents[2]!.groups.push('none')],
  ['respondents[2].groups must', (one) => one.respondents[2]!.groups.push('all')],
  ['respondents[2].texts must', (one) => (one.respondents[2]!.texts.none = { text: 'a' })],
  ['respondents[2].texts.t0.text must', (one) => Object.assign(one.respondents[2]!.texts, { t0: {} })],
  ['invited.all must', (one) => (one.invited.all = 29)],
  ['before must', (one) => Object.assign(one, { before: 1 })],
];

test('what is not well formed is refused, and the message names it', () => {
  for (const [message, breaks] of BROKEN) {
    const input = survey() as SurveyInput & Record<string, unknown>; // To break it in ways that the types forbid.
    breaks(input);
    assert.throws(
      () => computeRelease(input),
      (error) =>
        (error instanceof RangeError || error instanceof TypeError) && error.message.startsWith(message),
      message,
    );
  }
  const broken: PanelInput = panelOf(1, { peer: 4 });
  broken.respondents[0]!.groups = ['peer', 'upward'];
  assert.throws(() => computeRelease(broken), /^RangeError: respondents\[0\]\.groups must be/);
});

test('nothing given is changed', () => {
  const input = survey();
  const before = structuredClone(input);
  computeRelease(input);
  assert.deepEqual(input, before);
});

test('ids like those of every object mean only themselves', () => {
  const input = survey();
  input.measures.push({ id: 'constructor', kind: 'mean', min: 1, max: 5, whole: true });
  const release = computeRelease(input);
  assert.ok(release.kind === 'survey');
  assert.deepEqual(release.cells.all!.constructor, { shown: false });
});

test('several sheets: a release each, progress, the sheet’s name in errors, and an end when aborted', async () => {
  const sheets: { id: string; input: ReleaseInput }[] = ['ada', 'ben', 'cy'].map((id, seed) => ({
    id,
    input: panelOf(seed, { peer: 5, upward: 4 }),
  }));
  const told: number[] = [];
  const releases = await computeReleases({ sheets }, { onProgress: ({ done }) => told.push(done) });
  assert.deepEqual(
    releases,
    sheets.map(({ id, input }) => ({ id, release: computeRelease(input) })),
  );
  assert.deepEqual(told, [1, 2, 3]);
  sheets[1]!.input.thresholds.k = 2;
  await assert.rejects(computeReleases({ sheets }), /^RangeError: Sheet ben: thresholds\.k must/);
  const stop = new AbortController();
  const stopped = computeReleases(
    { sheets: [{ id: 'all', input: survey() }] },
    {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    },
  );
  await assert.rejects(stopped, /enough/);
});
