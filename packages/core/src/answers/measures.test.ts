import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  measuresOf,
  problemOf,
  problemOfAnswers,
  sourceOf,
  textQuestionsOf,
  textsOf,
  valuesOf,
} from './measures.js';
import { Answer, Question } from './question.js';

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }));
const ASKED: unknown[] = [
  { type: 'rating', id: 'rating', prompt: 'x', labels: ['1', '2', '3', '4', '5'], comment: true },
  { type: 'rating', id: 'turned', prompt: 'x', labels: ['1', '2', '3', '4'], reversed: true },
  { type: 'scale', id: 'scale', prompt: 'x', min: 0, max: 10, step: 1 },
  { type: 'scale', id: 'fine', prompt: 'x', min: 0.1, max: 0.9, step: 0.1 },
  {
    type: 'rubric',
    id: 'rubric',
    prompt: 'x',
    rows: options,
    levels: [{ label: 'l' }, { label: 'm' }, { label: 'h' }],
  },
  { type: 'rank', id: 'rank', prompt: 'x', options },
  { type: 'points', id: 'points', prompt: 'x', options, total: 10 },
  { type: 'choice', id: 'choice', prompt: 'x', options },
  { type: 'multiple', id: 'multiple', prompt: 'x', options },
  { type: 'yesNo', id: 'yesNo', prompt: 'x' },
  { type: 'text', id: 'text', prompt: 'x', themes: options, required: false },
];
const QUESTIONS = ASKED.map((asked) => Question.parse(asked));
const question = (id: string) => QUESTIONS.find((one) => one.id === id) ?? assert.fail(id);

const FILLED = {
  rating: { level: 5, comment: 'Good.' },
  turned: { level: 1 },
  scale: { value: 7 },
  fine: { value: 0.3 },
  rubric: { levels: { a: 3, c: 1 } },
  rank: { order: ['c', 'a', 'b'] },
  points: { points: { b: 10 } },
  choice: { choice: 'b' },
  multiple: { choices: ['a', 'c'] },
  yesNo: { yes: true },
  text: { text: 'Words.', use: 'words' as const, themes: ['b'] },
};

test('each type of question becomes its measures', () => {
  const measures = Object.fromEntries(measuresOf(QUESTIONS).map(({ id, ...rest }) => [id, rest]));
  const whole = { kind: 'mean', whole: true };
  assert.deepEqual(measures['rating'], { ...whole, min: 1, max: 5, favorable: 4 });
  assert.deepEqual(measures['turned'], { ...whole, min: 1, max: 4, favorable: 3 });
  assert.deepEqual(measures['scale'], { ...whole, min: 0, max: 10 });
  assert.deepEqual(measures['fine'], { kind: 'mean', min: 0.1, max: 0.9 });
  assert.deepEqual(measures['rubric/b'], { ...whole, min: 1, max: 3, favorable: 3 });
  assert.deepEqual(measures['rank/a'], { ...whole, min: 1, max: 3 });
  assert.deepEqual(measures['points/a'], { kind: 'mean', min: 0, max: 10 });
  assert.deepEqual(measures['choice'], { kind: 'choice', min: 0, max: 2 });
  for (const id of ['multiple/a', 'text/a', 'yesNo'])
    assert.deepEqual(measures[id], { ...whole, min: 0, max: 1 }, id);
  assert.equal(Object.keys(measures).length, 21);
  assert.deepEqual(sourceOf('rubric/b'), { questionId: 'rubric', partId: 'b' });
  assert.deepEqual(sourceOf('choice'), { questionId: 'choice' });
});

test('each answer becomes its values; what was not judged or left out is absent', () => {
  assert.equal(problemOfAnswers(QUESTIONS, FILLED), undefined);
  assert.deepEqual(valuesOf(QUESTIONS, FILLED), {
    ...{ rating: 5, turned: 4, scale: 7, fine: 0.3, choice: 1, yesNo: 1 },
    ...{ 'rubric/a': 3, 'rubric/c': 1 },
    ...{ 'rank/a': 2, 'rank/b': 3, 'rank/c': 1 },
    ...{ 'points/a': 0, 'points/b': 10, 'points/c': 0 },
    ...{ 'multiple/a': 1, 'multiple/b': 0, 'multiple/c': 1 },
    ...{ 'text/a': 0, 'text/b': 1, 'text/c': 0 },
  });
  assert.deepEqual(valuesOf(QUESTIONS, { rating: { cannotJudge: true } }), {});
  const all = new Set(measuresOf(QUESTIONS).map(({ id }) => id));
  assert.ok(Object.keys(valuesOf(QUESTIONS, FILLED)).every((id) => all.has(id)));
});

test('words may be shown unless they are for their themes only; a key that was left goes with them', () => {
  const threadHash = 'a'.repeat(64);
  assert.deepEqual(textQuestionsOf(QUESTIONS), ['rating', 'text']);
  assert.deepEqual(textsOf(QUESTIONS, { ...FILLED, text: { ...FILLED.text, threadHash } }), {
    rating: { text: 'Good.' },
    text: { text: 'Words.', thread: threadHash },
  });
  assert.deepEqual(textsOf(QUESTIONS, { text: { ...FILLED.text, use: 'themes' } }), {});
});

test('what does not fit its question is refused by field and cause', () => {
  const wrong: [string, unknown, string, RegExp][] = [
    ['rating', { level: 6 }, 'level', /from 1 to 5/],
    ['rating', { yes: true }, '', /takes an answer with level/],
    ['turned', { level: 1, comment: 'x' }, 'comment', /no box/],
    ['scale', { value: 11 }, 'value', /from 0 to 10/],
    ['scale', { value: 2.5 }, 'value', /steps of 1/],
    ['rubric', { levels: {} }, 'levels', /one row/],
    ['rubric', { levels: { z: 1 } }, 'levels', /z is none of the rows/],
    ['rubric', { levels: { a: 4 } }, 'levels.a', /from 1 to 3/],
    ['rank', { order: ['a', 'b'] }, 'order', /all 3/],
    ['rank', { order: ['a', 'b', 'b'] }, 'order', /twice/],
    ['points', { points: { a: 9 } }, 'points', /exactly 10, not 9/],
    ['points', { points: { z: 10 } }, 'points', /z is none/],
    ['choice', { choice: 'z' }, 'choice', /z is none/],
    ['multiple', { choices: ['a', 'a'] }, 'choices', /twice/],
    ['text', { text: 'x', themes: ['z'] }, 'themes', /z is none/],
    ['text', { cannotJudge: true }, '', /out/],
  ];
  for (const [id, given, field, cause] of wrong) {
    const problem = problemOf(question(id), Answer.parse(given));
    assert.equal(problem?.field, field, `${id} ${JSON.stringify(given)}`);
    assert.match(problem.cause, cause);
  }
  for (const one of QUESTIONS)
    if (one.type !== 'text') assert.equal(problemOf(one, { cannotJudge: true }), undefined, one.id);
  for (let step = 1; step <= 9; step++)
    assert.equal(problemOf(question('fine'), { value: step / 10 }), undefined, `${step / 10}`);
});

test('a form is refused for questions that are missing or unknown, and for names that every object has', () => {
  assert.deepEqual(problemOfAnswers(QUESTIONS, { ...FILLED, other: { yes: true } })?.field, 'other');
  const { yesNo: _, ...short } = FILLED;
  assert.equal(problemOfAnswers(QUESTIONS, short)?.field, 'yesNo');
  const { text: __, ...silent } = FILLED;
  assert.equal(problemOfAnswers(QUESTIONS, silent), undefined, 'the text is not required');
  const named = Question.parse({ type: 'yesNo', id: 'constructor', prompt: 'x', required: false });
  assert.equal(problemOfAnswers([named], {}), undefined);
  assert.deepEqual(valuesOf([named], {}), {});
});

/** Of the items Q1 to Q28, worked out from the columns of the file by another program. */
const MEANS =
  '2.932 3.043 3.205 3.060 3.128 3.197 3.103 3.103 3.214 3.120 3.291 3.009 3.274 3.350 3.333 3.179 3.444 3.214 3.325 3.325 3.350 3.342 3.205 3.205 3.402 3.274 3.222 3.342';

test('real course evaluations: the mean of each item is that of the file', () => {
  const file = new URL('../../../../test/fixtures/course-evaluation-excerpt.csv', import.meta.url);
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const columns = head.split(',');
  const items = columns.filter((name) => /^Q\d+$/.test(name));
  const asked = items.map((id) =>
    Question.parse({ type: 'rating', id, prompt: id, labels: ['1', '2', '3', '4', '5'] }),
  );
  const sums = new Map<string, number>();
  for (const line of lines) {
    const cells = line.split(',').map(Number);
    const filled = Object.fromEntries(items.map((id) => [id, { level: cells[columns.indexOf(id)] ?? 0 }]));
    assert.equal(problemOfAnswers(asked, filled), undefined);
    for (const [id, value] of Object.entries(valuesOf(asked, filled)))
      sums.set(id, (sums.get(id) ?? 0) + value);
  }
  assert.equal(lines.length, 117);
  const means = items.map((id) => ((sums.get(id) ?? 0) / lines.length).toFixed(3));
  assert.equal(means.join(' '), MEANS);
});
