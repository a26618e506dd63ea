import type { Client, Question } from '@guildhall/core';
import { blankQuestion, finished, newId, questionProblems } from '../questions/question-draft.js';
import type { questionEdit } from '../strings/en/question-edit.js';
import type { reviewTemplates } from '../strings/en/review-templates.js';
import { DIRECTIONS } from './cycle-writing.js';

/** A template of a review form, as the client gives it. */
export type Template = Awaited<ReturnType<Client['reviews']['template']>>;
/** A template as HR writes it. */
export type TemplateDraft = Parameters<Client['reviews']['saveTemplate']>[0]['draft'];
/** A question in a template, all of it filled in. */
export type TemplateItem = Template['items'][number];
/** Several ratings that say one thing. */
export type Competency = Template['competencies'][number];
/** Who sees what of the answers to one question. */
export type Visibility = NonNullable<TemplateItem['visibility']>;

/** A template while it is being written. */
export interface TemplateWriting {
  name: string;
  description: string;
  items: readonly TemplateItem[];
  competencies: readonly Competency[];
}

/** What is wrong, by field; questions and competencies by their id. */
export type TemplateProblems = Partial<Record<string, string>>;

/** The strings that say what is wrong. */
export interface TemplateStrings {
  template: typeof reviewTemplates;
  question: typeof questionEdit;
}

/** A template as the form holds it; a new one is empty. */
export function writingOf(template: Template | undefined): TemplateWriting {
  const { name = '', description = '', items = [], competencies = [] } = template ?? {};
  return { name, description, items, competencies };
}

/** A new question that goes on as those before it: asked of the same people, rated with the same labels. */
export function nextItem(items: readonly TemplateItem[]): TemplateItem {
  const question = blankQuestion('rating');
  const before = items.at(-1);
  const rated = items.findLast((item) => item.question.type === 'rating')?.question;
  const isLike = rated?.type === 'rating' && question.type === 'rating';
  return {
    question: isLike ? { ...question, labels: rated.labels } : question,
    directions: before?.directions ?? [...DIRECTIONS],
    ...(before?.section !== undefined && { section: before.section }),
  };
}

/** An empty competency. */
export function blankCompetency(): Competency {
  return { id: newId(), name: '', questionIds: [] };
}

/** What is wrong with the readers of a question. */
export function visibilityProblem(
  visibility: Visibility | undefined,
  strings: typeof reviewTemplates,
): string | undefined {
  if (!visibility) return undefined;
  const knows = visibility.response.includes('subject');
  if (visibility.response.length && !knows) return strings.subjectFirst;
  return knows && !visibility.recipient.includes('subject') ? strings.subjectKnows : undefined;
}

/** Whether anything is missing or wrong in a question of a template. */
export function isItemWrong(item: TemplateItem, { template, question }: TemplateStrings): boolean {
  const problems = Object.keys(questionProblems(item.question, question));
  return problems.length > 0 || !item.directions.length || !!visibilityProblem(item.visibility, template);
}

/** The ends of a question that has a mean; undefined for others. */
export function endsOf(question: Question): string | undefined {
  if (question.type === 'rating') return `1 ${String(question.labels.length)}`;
  return question.type === 'scale' ? `${String(question.min)} ${String(question.max)}` : undefined;
}

function isOneMean({ questionIds }: Competency, items: readonly TemplateItem[]): boolean {
  const found = items.filter(({ question }) => questionIds.includes(question.id));
  const kinds = found.map(
    ({ question, directions }) => `${endsOf(question) ?? newId()} ${[...directions].sort().join(' ')}`,
  );
  return found.length >= 3 && new Set(kinds).size === 1;
}

/** What must be mended before sending, from top to bottom. The server looks again. */
export function templateProblems(writing: TemplateWriting, strings: TemplateStrings): TemplateProblems {
  const { template } = strings;
  const { name, items, competencies } = writing;
  const wrong = items.filter((item) => isItemWrong(item, strings));
  const mixed = competencies.flatMap((one) => {
    if (!one.name.trim()) return [[one.id, template.competencyNameEmpty] as const];
    return isOneMean(one, items) ? [] : [[one.id, template.competencyFew] as const];
  });
  return {
    ...(!name.trim() && { name: template.nameEmpty }),
    ...(!items.length && { items: template.itemsEmpty }),
    ...Object.fromEntries(wrong.map(({ question }) => [question.id, template.itemWrong])),
    ...Object.fromEntries(mixed),
  };
}

/** What is sent for a template that has no problems. */
export function draftOf({ name, description, items, competencies }: TemplateWriting): TemplateDraft {
  return {
    name: name.trim(),
    ...(description.trim() && { description: description.trim() }),
    items: items.map(({ question, section, ...item }) => ({
      ...item,
      question: finished(question),
      ...(section?.trim() && { section: section.trim() }),
    })),
    competencies: competencies.map((one) => ({
      ...one,
      name: one.name.trim(),
      questionIds: one.questionIds.filter((id) => items.some(({ question }) => question.id === id)),
    })),
  };
}

/** The question as far as it can be shown already: what is not written yet has a dash in its place. */
export function shownQuestion(question: Question): Question {
  const said = finished(question);
  const line = <T extends { label?: string }>(one: T) => ({ ...one, label: one.label ?? '–' });
  const shown = { ...said, prompt: said.prompt || '–' };
  if (shown.type === 'rating') return { ...shown, labels: shown.labels.map((label) => label || '–') };
  if (shown.type === 'rubric')
    return { ...shown, rows: shown.rows.map(line), levels: shown.levels.map(line) };
  if ('options' in shown) return { ...shown, options: shown.options.map(line) };
  return 'themes' in shown ? { ...shown, themes: shown.themes.map(line) } : shown;
}
