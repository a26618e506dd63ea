import { measuresOf } from './measures.js';
import type { RoundDraft } from './open-round.js';
import type { Question } from './question.js';

/** What is wrong with something, and in which of its fields. */
export interface Problem {
  field: string;
  cause: string;
}

/** Why no release could be computed from such a round; undefined when one can. */
export function problemOfRound(draft: RoundDraft): Problem | undefined {
  return problemOfThresholds(draft) ?? problemOfPlan(draft) ?? problemOfQuestions(draft);
}

function problemOfThresholds({ thresholds, shape, colluders }: RoundDraft): Problem | undefined {
  if (shape === 'panel' && colluders !== 0)
    return { field: 'colluders', cause: 'In a panel nobody pools: raters do not read the report.' };
  const { k, kText, writers } = thresholds;
  const [least, most] = shape === 'survey' ? [4, 20] : [3, 10];
  if (!Number.isInteger(k) || k < least || k > most)
    return { field: 'thresholds.k', cause: `Use a whole number from ${least} to ${most}.` };
  if (!Number.isInteger(kText) || kText < 5)
    return { field: 'thresholds.kText', cause: 'Use a whole number from 5 on.' };
  if (!Number.isInteger(writers) || writers < 3)
    return { field: 'thresholds.writers', cause: 'Use a whole number from 3 on.' };
  return undefined;
}

function problemOfPlan({ shape, groups, relations }: RoundDraft): Problem | undefined {
  const ids = shape === 'survey' ? groups.map(({ id }) => id) : [...relations];
  const field = shape === 'survey' ? 'groups' : 'relations';
  if (shape === 'survey' ? relations.length > 0 : groups.length > 0)
    return { field: shape === 'survey' ? 'relations' : 'groups', cause: `A ${shape} has none.` };
  if (ids.length === 0) return { field, cause: 'Name one at least.' };
  if (new Set(ids).size < ids.length) return { field, cause: 'An id occurs twice.' };
  if (shape === 'survey' && (groups[0]?.id !== 'all' || groups[0].level !== 0))
    return { field, cause: 'The first group is all, of level 0.' };
  if (shape === 'survey' && groups.filter(({ level }) => level === 0).length > 1)
    return { field, cause: 'Only the group all is of level 0.' };
  return undefined;
}

function problemOfQuestions({ questions, indexes }: RoundDraft): Problem | undefined {
  const ids = questions.map(({ id }) => id);
  if (ids.length === 0) return { field: 'questions', cause: 'Ask one at least.' };
  if (new Set(ids).size < ids.length) return { field: 'questions', cause: 'An id occurs twice.' };
  const empty = questions.find((one) => one.type === 'scale' && !(one.max > one.min));
  if (empty) return { field: `questions.${empty.id}.max`, cause: 'Use a number above min.' };
  const parts = questions.map(partsOf);
  if ([ids, ...parts].flat().includes('__proto__'))
    return { field: 'questions', cause: 'The id __proto__ cannot be used.' };
  const twice = questions.find((_, at) => new Set(parts[at]).size < (parts[at]?.length ?? 0));
  if (twice) return { field: `questions.${twice.id}`, cause: 'An option occurs twice.' };
  const measures = new Map(measuresOf(questions).map((measure) => [measure.id, measure]));
  const taken = new Set(measures.keys());
  for (const { id, measures: parts } of indexes) {
    const field = `indexes.${id}`;
    if (taken.has(id)) return { field, cause: 'The id is used.' };
    taken.add(id);
    if (parts.length < 3 || new Set(parts).size < parts.length)
      return { field, cause: 'An index is a mean of three different measures at least.' };
    const found = parts.map((part) => measures.get(part));
    const [first] = found;
    const fits = found.every(
      (one) => one?.kind === 'mean' && one.min === first?.min && one.max === first.max,
    );
    if (!fits) return { field, cause: 'Each part is a mean measure of the round, all of one scale.' };
  }
  return undefined;
}

/** The ids of options, rows or themes. */
function partsOf(question: Question): string[] {
  if ('options' in question) return question.options.map(({ id }) => id);
  if (question.type === 'rubric') return question.rows.map(({ id }) => id);
  return question.type === 'text' ? question.themes.map(({ id }) => id) : [];
}
