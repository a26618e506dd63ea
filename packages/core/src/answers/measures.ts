import type { Measure, WrittenText } from '../release/model.js';
import type { Answer, Answers, Question } from './question.js';
import type { Problem } from './round-rules.js';
import { problemOf } from './problem.js';

export { problemOf } from './problem.js';

/** Between a question and a part of it in the id of a measure: a sign that no id has. */
const SEPARATOR = '/';
/** More places than these are no distribution that anybody could read. */
const MOST_BARS = 11;

/** The question that a measure is of, and where it is of a part of it: the row, the option or the theme. */
export interface MeasureSource {
  questionId: string;
  partId?: string;
}

/** Finds the question and the part again by the id of a measure. */
export function sourceOf(measureId: string): MeasureSource {
  const at = measureId.indexOf(SEPARATOR);
  if (at < 0) return { questionId: measureId };
  return { questionId: measureId.slice(0, at), partId: measureId.slice(at + 1) };
}

/** The id of the measure of a question, or of a part of it. */
export function measureId(questionId: string, partId?: string): string {
  return partId === undefined ? questionId : `${questionId}${SEPARATOR}${partId}`;
}

/**
 * What is measured by these questions, in their order. A rating is a mean from 1 (reversed ones are turned, so that
 * more is always better), a scale a mean on it, each row of a rubric a mean from 1, each option of a ranking a mean
 * place (1 is the first), each option of a distribution mean points. A choice is one measure by the place of the
 * option; each option of a multiple choice, each theme of a text and yes-or-no is a mean of 0 and 1.
 */
export function measuresOf(questions: readonly Question[]): Measure[] {
  return questions.flatMap((question): Measure[] => {
    const share = { kind: 'mean', min: 0, max: 1, whole: true } as const;
    const parts = (list: readonly { id: string }[], measure: Omit<Measure, 'id'>) =>
      list.map((part) => ({ id: measureId(question.id, part.id), ...measure }));
    switch (question.type) {
      case 'rating':
        return [{ id: question.id, ...graded(question.labels.length) }];
      case 'scale':
        return [
          { id: question.id, kind: 'mean', min: question.min, max: question.max, ...wholeOf(question) },
        ];
      case 'rubric':
        return parts(question.rows, graded(question.levels.length));
      case 'rank':
        return parts(question.options, { kind: 'mean', min: 1, max: question.options.length, whole: true });
      case 'points':
        return parts(question.options, { kind: 'mean', min: 0, max: question.total });
      case 'choice':
        return [{ id: question.id, kind: 'choice', min: 0, max: question.options.length - 1 }];
      case 'multiple':
        return parts(question.options, share);
      case 'text':
        return parts(question.themes, share);
      case 'yesNo':
        return [{ id: question.id, ...share }];
    }
  });
}

/** A mean of places from 1 to `places`; those above the middle are favorable. */
function graded(places: number): Omit<Measure, 'id'> {
  return {
    kind: 'mean',
    min: 1,
    max: places,
    favorable: Math.floor(places / 2) + 1 + (places % 2),
    whole: true,
  };
}

function wholeOf({ min, max, step }: Extract<Question, { type: 'scale' }>): { whole?: true } {
  const whole = Number.isInteger(min) && Number.isInteger(max) && Number.isInteger(step);
  return whole && max - min < MOST_BARS ? { whole: true } : {};
}

/** The ids of the questions to which people can write: texts, and those with a box for words. */
export function textQuestionsOf(questions: readonly Question[]): string[] {
  return questions.filter(({ type, comment }) => type === 'text' || comment).map(({ id }) => id);
}

/** What a filled form says, by measure. What could not be judged, or was left out, is absent. */
export function valuesOf(questions: readonly Question[], answers: Answers): Record<string, number> {
  const values: Record<string, number> = {};
  for (const question of questions) {
    const answer = own(answers, question.id);
    if (answer) Object.assign(values, valuesOfAnswer(question, answer));
  }
  return values;
}

function valuesOfAnswer(question: Question, answer: Answer): Record<string, number> {
  const parts = (list: readonly { id: string }[], value: (id: string, place: number) => number | undefined) =>
    Object.fromEntries(
      list.flatMap((part, place) => {
        const found = value(part.id, place);
        return found === undefined ? [] : [[measureId(question.id, part.id), found]];
      }),
    );
  if ('level' in answer && question.type === 'rating')
    return { [question.id]: question.reversed ? question.labels.length + 1 - answer.level : answer.level };
  if ('value' in answer && question.type === 'scale')
    return { [question.id]: wholeOf(question).whole ? Math.round(answer.value) : answer.value };
  if ('levels' in answer && question.type === 'rubric')
    return parts(question.rows, (id) => own(answer.levels, id));
  if ('order' in answer && question.type === 'rank')
    return parts(question.options, (id) => answer.order.indexOf(id) + 1);
  if ('points' in answer && question.type === 'points')
    return parts(question.options, (id) => own(answer.points, id) ?? 0);
  if ('choice' in answer && question.type === 'choice')
    return { [question.id]: question.options.findIndex(({ id }) => id === answer.choice) };
  if ('choices' in answer && question.type === 'multiple')
    return parts(question.options, (id) => Number(answer.choices.includes(id)));
  if ('text' in answer && question.type === 'text')
    return parts(question.themes, (id) => Number(answer.themes.includes(id)));
  if ('yes' in answer && question.type === 'yesNo') return { [question.id]: Number(answer.yes) };
  return {};
}

/**
 * What of a filled form may be shown word for word, by question. Words given only for their themes are not in it. The
 * id of a thread is the hash that the writer left: who has the key can make it, and nobody can go back from it.
 */
export function textsOf(questions: readonly Question[], answers: Answers): Record<string, WrittenText> {
  const texts: Record<string, WrittenText> = {};
  for (const { id } of questions) {
    const answer = own(answers, id);
    if (!answer) continue;
    if ('text' in answer) {
      if (answer.use === 'themes') continue;
      const { text, threadHash } = answer;
      texts[id] = { text, ...(threadHash !== undefined && { thread: threadHash }) };
    } else if (answer.comment !== undefined) texts[id] = { text: answer.comment };
  }
  return texts;
}

/** The first thing that is wrong with a filled form, with the id of the question; undefined when it can be taken. */
export function problemOfAnswers(questions: readonly Question[], answers: Answers): Problem | undefined {
  const known = new Set(questions.map(({ id }) => id));
  for (const id of Object.keys(answers))
    if (!known.has(id)) return { field: id, cause: 'There is no such question.' };
  for (const question of questions) {
    const answer = own(answers, question.id);
    if (answer === undefined) {
      if (question.required) return { field: question.id, cause: 'Answer it, or say that you cannot judge.' };
      continue;
    }
    const problem = problemOf(question, answer);
    if (problem) {
      const field = problem.field === '' ? question.id : `${question.id}.${problem.field}`;
      return { field, cause: problem.cause };
    }
  }
  return undefined;
}

/** What was given under this id: people name ids, and some are names of what every object has. */
function own<Value>(given: Record<string, Value>, id: string): Value | undefined {
  return Object.hasOwn(given, id) ? given[id] : undefined;
}
