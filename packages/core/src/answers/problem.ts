import type { Answer, Question } from './question.js';
import type { Problem } from './round-rules.js';

/** Slack for steps such as 0.1, which no computer can add up exactly. */
const SLACK = 1e-9;

/** The property that holds the answer to a question of each type. */
const HOLDS = {
  text: 'text',
  choice: 'choice',
  multiple: 'choices',
  rating: 'level',
  scale: 'value',
  rubric: 'levels',
  rank: 'order',
  points: 'points',
  yesNo: 'yes',
} as const satisfies Record<Question['type'], string>;

/**
 * Why an answer does not fit its question: the field of the answer (empty for all of it) and the cause; undefined when
 * it does. "Cannot judge" fits every question but a text.
 */
export function problemOf(question: Question, answer: Answer): Problem | undefined {
  if ('comment' in answer && answer.comment !== undefined && !question.comment)
    return { field: 'comment', cause: 'This question has no box for words.' };
  if ('cannotJudge' in answer)
    return question.type === 'text' ? { field: '', cause: 'Leave a text out instead.' } : undefined;
  if (!(HOLDS[question.type] in answer))
    return {
      field: '',
      cause: `A question of type ${question.type} takes an answer with ${HOLDS[question.type]}.`,
    };
  return problemOfValue(question, answer);
}

function problemOfValue(question: Question, answer: Answer): Problem | undefined {
  if ('text' in answer && question.type === 'text')
    return problemOfIds('themes', question.themes, answer.themes);
  if ('choice' in answer && question.type === 'choice')
    return problemOfIds('choice', question.options, [answer.choice]);
  if ('choices' in answer && question.type === 'multiple')
    return problemOfIds('choices', question.options, answer.choices);
  if ('level' in answer && question.type === 'rating')
    return answer.level > question.labels.length
      ? { field: 'level', cause: `Use a whole number from 1 to ${question.labels.length}.` }
      : undefined;
  if ('value' in answer && question.type === 'scale') return problemOfScale(question, answer.value);
  if ('levels' in answer && question.type === 'rubric') return problemOfRows(question, answer.levels);
  if ('order' in answer && question.type === 'rank') {
    const whole = answer.order.length === question.options.length;
    return whole
      ? problemOfIds('order', question.options, answer.order)
      : { field: 'order', cause: `Put all ${question.options.length} options in order.` };
  }
  if ('points' in answer && question.type === 'points') return problemOfPoints(question, answer.points);
  return undefined;
}

/** Each of them is one of the options, and none occurs twice. */
function problemOfIds(
  field: string,
  options: readonly { id: string }[],
  chosen: readonly string[],
): Problem | undefined {
  const known = new Set(options.map(({ id }) => id));
  const stray = chosen.find((id) => !known.has(id));
  if (stray !== undefined) return { field, cause: `${stray} is none of the options.` };
  return new Set(chosen).size < chosen.length ? { field, cause: 'An option occurs twice.' } : undefined;
}

function problemOfScale(
  { min, max, step }: Extract<Question, { type: 'scale' }>,
  value: number,
): Problem | undefined {
  if (value < min || value > max) return { field: 'value', cause: `Use a number from ${min} to ${max}.` };
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) > SLACK * Math.max(1, Math.abs(steps))
    ? { field: 'value', cause: `Use steps of ${step} from ${min} on.` }
    : undefined;
}

function problemOfRows(
  { rows, levels }: Extract<Question, { type: 'rubric' }>,
  given: Record<string, number>,
): Problem | undefined {
  const stray = problemOfIds('levels', rows, Object.keys(given));
  if (stray) return { ...stray, cause: stray.cause.replace('options', 'rows') };
  if (Object.keys(given).length === 0)
    return { field: 'levels', cause: 'Judge one row at least, or say that you cannot judge.' };
  const high = Object.entries(given).find(([, level]) => level > levels.length);
  return high && { field: `levels.${high[0]}`, cause: `Use a whole number from 1 to ${levels.length}.` };
}

function problemOfPoints(
  { options, total }: Extract<Question, { type: 'points' }>,
  points: Record<string, number>,
): Problem | undefined {
  const stray = problemOfIds('points', options, Object.keys(points));
  if (stray) return stray;
  const sum = Object.values(points).reduce((all, one) => all + one, 0);
  return sum === total ? undefined : { field: 'points', cause: `Give away exactly ${total}, not ${sum}.` };
}
