import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TemplateDraft } from '../model/template.js';
import { BUILT_IN } from '../templates.js';
import { itemsFor, templateProblem } from './template.js';

const rating = (id: string, labels = 5, more: object = {}) => ({
  question: {
    type: 'rating',
    id,
    prompt: id,
    labels: Array.from({ length: labels }, (_, at) => `l${at}`),
  },
  ...more,
});

function problem(draft: object): string | undefined {
  return templateProblem(TemplateDraft.parse({ name: 'x', ...draft }))?.path;
}

describe('a review template', () => {
  test('that is built in is complete and can be used', () => {
    for (const { draft } of BUILT_IN) {
      const parsed = TemplateDraft.parse(draft);
      assert.equal(templateProblem(parsed), undefined, draft.name);
      for (const direction of ['self', 'manager', 'peer', 'upward', 'external'] as const)
        assert.ok(itemsFor(parsed, direction).length > 5, `${draft.name} for ${direction}`);
      assert.ok(parsed.competencies.every((one) => one.questionIds.length >= 3));
    }
  });

  test('has each question once', () => {
    assert.equal(problem({ items: [rating('a'), rating('a')] }), 'items.1.question.id');
  });

  test('takes together what has one scale and is asked of the same people', () => {
    const of = (items: object[]) =>
      problem({ items, competencies: [{ id: 'c', name: 'c', questionIds: ['a', 'b', 'd'] }] });
    assert.equal(of([rating('a'), rating('b'), rating('d')]), undefined);
    assert.equal(of([rating('a'), rating('b')]), 'competencies.0.questionIds');
    assert.equal(of([rating('a'), rating('b'), rating('d', 4)]), 'competencies.0.questionIds');
    assert.equal(
      of([rating('a'), rating('b'), rating('d', 5, { directions: ['peer'] })]),
      'competencies.0.questionIds',
    );
    const text = { question: { type: 'text', id: 'd', prompt: 'd' } };
    assert.equal(of([rating('a'), rating('b'), text]), 'competencies.0.questionIds');
  });

  test('hides from a person nothing that others read of them', () => {
    const of = (visibility: object) => problem({ items: [rating('a', 5, { visibility })] });
    const all = ['subject', 'manager'];
    assert.equal(of({ response: all, giver: [], recipient: all }), undefined);
    assert.equal(of({ response: [], giver: [], recipient: [] }), undefined);
    assert.equal(of({ response: ['manager'], giver: [], recipient: all }), 'items.0.visibility.response');
    assert.equal(of({ response: all, giver: [], recipient: ['manager'] }), 'items.0.visibility.recipient');
  });
});
