import { problemOf } from '../answers/measures.js';
import type { Answers } from '../answers/question.js';
import { GuildhallError, type FieldError } from '../errors.js';
import type { TemplateItem } from './model/template.js';

/**
 * Refuses a filled form, with every field named, where an answer does not fit its question, where one that must be
 * answered is not, or where something was answered that this form does not ask.
 */
export function checkAnswers(items: readonly TemplateItem[], answers: Answers): void {
  const fields: FieldError[] = [];
  const asked = new Map(items.map(({ question }) => [question.id, question]));
  for (const questionId of Object.keys(answers))
    if (!asked.has(questionId))
      fields.push({ path: `answers.${questionId}`, message: 'This form does not ask that.' });
  for (const question of asked.values()) {
    const path = `answers.${question.id}`;
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    if (answer === undefined) {
      if (question.required) fields.push({ path, message: 'Answer this, or say that you cannot judge.' });
      continue;
    }
    const problem = problemOf(question, answer);
    if (problem)
      fields.push({
        path: problem.field === '' ? path : `${path}.${problem.field}`,
        message: problem.cause,
      });
  }
  if (fields.length === 0) return;
  const text = fields.map(({ path, message }) => `${path}: ${message}`).join(' ');
  throw new GuildhallError('invalid', 'input.invalid', text, { fields });
}
