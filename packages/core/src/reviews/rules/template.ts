import type { Question } from '../../answers/question.js';
import type { Direction } from '../model/kinds.js';
import type { Competency, TemplateDraft, TemplateItem } from '../model/template.js';

/** What is wrong and where. */
export interface Problem {
  path: string;
  message: string;
}

/** What is wrong with a template that its schema cannot say; undefined when nothing. */
export function templateProblem(draft: TemplateDraft): Problem | undefined {
  const ids = draft.items.map((item) => item.question.id);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) < at);
  if (twice >= 0) return { path: `items.${twice}.question.id`, message: 'Two questions have the same id.' };
  for (const [at, item] of draft.items.entries()) {
    const problem = itemProblem(item);
    if (problem) return { path: `items.${at}.${problem.path}`, message: problem.message };
  }
  const names = draft.competencies.map((one) => one.id);
  for (const [at, competency] of draft.competencies.entries()) {
    const path = `competencies.${at}`;
    if (names.indexOf(competency.id) < at || ids.includes(competency.id))
      return { path: `${path}.id`, message: 'The id is used before.' };
    const message = competencyProblem(draft, competency);
    if (message !== undefined) return { path: `${path}.questionIds`, message };
  }
  return undefined;
}

function itemProblem({ question, visibility }: TemplateItem): Problem | undefined {
  if (question.type === 'scale' && question.max <= question.min)
    return { path: 'question.max', message: 'The scale ends before it begins.' };
  if (visibility && visibility.response.length > 0 && !visibility.response.includes('subject'))
    return { path: 'visibility.response', message: 'What others read of a person, the person reads too.' };
  if (visibility?.response.includes('subject') && !visibility.recipient.includes('subject'))
    return { path: 'visibility.recipient', message: 'A subject knows about whom the own report is.' };
  return undefined;
}

function competencyProblem(draft: TemplateDraft, { questionIds }: Competency): string | undefined {
  if (new Set(questionIds).size < questionIds.length) return 'A question is in it twice.';
  const items = questionIds.map((id) => draft.items.find((item) => item.question.id === id));
  const ends = new Set<string>();
  const askedOf = new Set<string>();
  for (const item of items) {
    if (!item) return 'There is no such question in the template.';
    const range = endsOf(item.question);
    if (!range) return 'Only ratings and scales can be taken together.';
    ends.add(range.join(' '));
    askedOf.add([...item.directions].sort().join(' '));
  }
  if (ends.size > 1) return 'The questions have different ends, so that they have no mean.';
  return askedOf.size > 1
    ? 'The questions are asked in different forms, so that they have no mean.'
    : undefined;
}

/** The least and the greatest value of a question that has a mean by itself; undefined for others. */
export function endsOf(question: Question): readonly [number, number] | undefined {
  if (question.type === 'rating') return [1, question.labels.length];
  return question.type === 'scale' ? [question.min, question.max] : undefined;
}

/** The questions of one direction's form, in their order. */
export function itemsFor(draft: Pick<TemplateDraft, 'items'>, direction: Direction): TemplateItem[] {
  return draft.items.filter((item) => item.directions.includes(direction));
}
