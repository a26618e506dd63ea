import type { Answer, Question } from '@guildhall/core';
import type { Formats } from '../internal/format.js';
import type { questions } from '../strings/en/questions.js';

type Of<T extends Question['type']> = Extract<Question, { type: T }>;

/** The longest texts and comments, in code points. */
export const TEXT_MAX = 10_000;
export const COMMENT_MAX = 5000;
/** A scale with no more values than this is shown as one button for each. */
const BUTTONS_MAX = 11;
/** What the division of two decimal fractions may miss a whole number by. */
const NEARLY = 1e-9;

/** The words of an answer beside it, to be carried over to the next one. */
export function commentOf(answer: Answer | undefined): { comment?: string } {
  return answer && 'comment' in answer && answer.comment ? { comment: answer.comment } : {};
}

/** Whether the viewer said that they cannot judge. */
export function isUnjudged(answer: Answer | undefined): boolean {
  return answer !== undefined && 'cannotJudge' in answer;
}

/** The values of a scale with few of them, in order; undefined for a finer one. */
export function stepsOf({ min, max, step }: Of<'scale'>): number[] | undefined {
  const count = Math.floor((max - min) / step + NEARLY) + 1;
  if (count > BUTTONS_MAX) return undefined;
  // Ten digits take away what decimal fractions gather on the way.
  return Array.from({ length: count }, (_, index) => Number((min + index * step).toPrecision(10)));
}

/** What is missing or wrong in an answer, in words; undefined: it can be sent. */
export function problemOf(
  question: Question,
  answer: Answer | undefined,
  words: typeof questions,
  formats: Formats,
): string | undefined {
  if (!answer) {
    if (!question.required) return undefined;
    return question.type === 'text' ? words.missingText : words.missing;
  }
  if ((commentOf(answer).comment?.length ?? 0) > COMMENT_MAX && isLong(answer)) return words.tooLong;
  if ('cannotJudge' in answer) return undefined;
  if ('text' in answer) {
    if ([...answer.text].length > TEXT_MAX) return words.tooLong;
    return answer.use === 'themes' && !answer.themes.length ? words.missingThemes : undefined;
  }
  if (question.type === 'rank' && 'order' in answer) {
    return answer.order.length < question.options.length ? words.rankPart : undefined;
  }
  if (question.type === 'points' && 'points' in answer) {
    return spent(answer.points) === question.total ? undefined : words.pointsPart(question.total);
  }
  if (question.type === 'multiple' && 'choices' in answer && question.required) {
    return answer.choices.length ? undefined : words.missing;
  }
  return question.type === 'scale' && 'value' in answer
    ? scaleProblem(question, answer.value, words, formats)
    : undefined;
}

/** The points given so far. */
export function spent(points: Record<string, number>): number {
  return Object.values(points).reduce((sum, each) => sum + each, 0);
}

function isLong(answer: Answer): boolean {
  return [...(commentOf(answer).comment ?? '')].length > COMMENT_MAX;
}

function scaleProblem(
  { min, max, step }: Of<'scale'>,
  value: number,
  words: typeof questions,
  formats: Formats,
): string | undefined {
  if (!(value >= min && value <= max)) return words.outside(formats.number(min), formats.number(max));
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) > NEARLY * Math.max(1, steps)
    ? words.offStep(formats.number(step))
    : undefined;
}
