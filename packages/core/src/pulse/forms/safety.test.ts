import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Question } from '../../answers/question.js';
import { LANGUAGES } from '../model/kinds.js';
import { safetyGuide, safetyIndexes, safetyQuestions } from './safety.js';

test('the safety form has seven rated items, three of them reversed, and one question in words, in each language', () => {
  for (const language of LANGUAGES) {
    const questions = safetyQuestions(language);
    for (const question of questions) assert.deepEqual(Question.parse(question), question);
    const ratings = questions.filter((question) => question.type === 'rating');
    assert.equal(ratings.length, 7);
    assert.deepEqual(
      ratings.filter((rating) => rating.reversed).map(({ id }) => id),
      ['mistakes', 'different', 'askHelp'],
    );
    assert.ok(ratings.every((rating) => rating.labels.length === 5));
    assert.deepEqual(
      safetyIndexes.flatMap((index) => index.measures),
      ratings.map(({ id }) => id),
    );
    assert.equal(questions.at(-1)?.type, 'text');
  }
});

test('the languages have the same items and no prompt in common', () => {
  const [en, de] = [safetyQuestions('en'), safetyQuestions('de')];
  assert.deepEqual(
    en.map(({ id }) => id),
    de.map(({ id }) => id),
  );
  const words = new Set(en.map(({ prompt }) => prompt));
  assert.ok(de.every(({ prompt }) => !words.has(prompt)));
});

test('the guide has a part for each item and says which are low', () => {
  const guide = safetyGuide('en', (itemId) => itemId === 'different');
  assert.deepEqual(
    guide.filter((part) => part.low).map(({ itemId }) => itemId),
    ['different'],
  );
  assert.ok(guide.every((part) => part.questions.length === 3));
});
