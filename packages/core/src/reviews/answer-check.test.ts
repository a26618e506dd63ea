import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGuildhallError } from '../errors.js';
import { checkAnswers } from './answer-check.js';
import { TemplateItem } from './model/template.js';

const items = [
  { question: { type: 'yesNo', id: 'must', prompt: 'x' } },
  { question: { type: 'text', id: 'may', prompt: 'x', required: false } },
  { question: { type: 'rating', id: 'rated', prompt: 'x', labels: ['a', 'b'], required: false } },
].map((item) => TemplateItem.parse(item));

/** The fields that are refused. */
function refused(answers: Parameters<typeof checkAnswers>[1]): string[] {
  try {
    checkAnswers(items, answers);
    return [];
  } catch (error) {
    if (!isGuildhallError(error)) throw error;
    return (error.fields ?? []).map((field) => field.path);
  }
}

test('a form is taken when what must be answered is, and all of it fits', () => {
  assert.deepEqual(refused({ must: { yes: true } }), []);
  assert.deepEqual(refused({ must: { cannotJudge: true } }), []);
  assert.deepEqual(refused({}), ['answers.must']);
  assert.deepEqual(refused({ must: { level: 1 } }), ['answers.must']);
  assert.deepEqual(refused({ must: { yes: true }, rated: { level: 3 }, other: { yes: true } }), [
    'answers.other',
    'answers.rated.level',
  ]);
});
