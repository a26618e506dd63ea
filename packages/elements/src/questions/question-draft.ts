import type { Question } from '@guildhall/core';
import { newKey } from '../internal/new-key.js';
import type { questionEdit } from '../strings/en/question-edit.js';

/** The types of questions, those that are wanted most first. */
export const QUESTION_TYPES = [
  'rating',
  'text',
  'choice',
  'multiple',
  'yesNo',
  'scale',
  'rubric',
  'rank',
  'points',
] as const satisfies readonly Question['type'][];

/** A line of a list of options, levels or themes while it is written. */
export interface LabelRow {
  id: string;
  label: string;
  description?: string;
}

/** The lists that questions have. */
export type ListName = 'labels' | 'options' | 'themes' | 'rows' | 'levels';
/** How few and how many lines a list has, and how long a line may be. */
export interface ListBounds {
  least: number;
  most: number;
  long: number;
}

/** What is wrong with a question, by field. */
export type QuestionProblems = Partial<Record<string, string>>;

/** What the division of two decimal fractions may miss a whole number by. */
const NEARLY = 1e-9;

/** An id that nothing else has. */
export function newId(): string {
  return newKey().slice(0, 12);
}

/** An empty line of a list. */
export function blankRow(): LabelRow {
  return { id: newId(), label: '' };
}

/** An empty question of a type. */
export function blankQuestion(type: Question['type']): Question {
  return retyped(
    { type: 'yesNo', id: newId(), prompt: '', required: type !== 'text', comment: type === 'yesNo' },
    type,
  );
}

/** The same question with answers of another type: what both types have stays. */
export function retyped(question: Question, type: Question['type']): Question {
  const { id, prompt, help, required, skill, valueId, comment } = question;
  const common = {
    ...{ id, prompt, required, comment: comment && type !== 'text' },
    ...(help !== undefined && { help }),
    ...(skill !== undefined && { skill }),
    ...(valueId !== undefined && { valueId }),
  };
  const options = 'options' in question ? question.options : [blankRow(), blankRow()];
  switch (type) {
    case 'text':
      return { type, ...common, themes: [] };
    case 'rating':
      return { type, ...common, labels: ['', '', '', '', ''], reversed: false };
    case 'scale':
      return { type, ...common, min: 0, max: 10, step: 1 };
    case 'rubric':
      return { type, ...common, rows: [blankRow()], levels: [{ label: '' }, { label: '' }, { label: '' }] };
    case 'points':
      return { type, ...common, options, total: 100 };
    case 'choice':
    case 'multiple':
    case 'rank':
      return { type, ...common, options };
    case 'yesNo':
      return { type, ...common };
  }
}

/** The lists of a question, in order, each with its lines. Labels and levels have their place for an id. */
export function listsOf(question: Question): [ListName, readonly LabelRow[]][] {
  const placed = (lines: readonly { label: string; description?: string | undefined }[]): LabelRow[] =>
    lines.map(({ label, description }, place) => ({
      id: String(place),
      label,
      ...(description !== undefined && { description }),
    }));
  switch (question.type) {
    case 'text':
      return [['themes', question.themes]];
    case 'rating':
      return [['labels', placed(question.labels.map((label) => ({ label })))]];
    case 'rubric':
      return [
        ['rows', question.rows],
        ['levels', placed(question.levels)],
      ];
    case 'choice':
    case 'multiple':
    case 'rank':
    case 'points':
      return [['options', question.options]];
    case 'scale':
    case 'yesNo':
      return [];
  }
}

/** What a list of a question takes; the server says the same. */
export function boundsOf({ type }: Question, list: ListName): ListBounds {
  if (list === 'themes') return { least: 0, most: 20, long: 300 };
  if (list === 'labels') return { least: 2, most: 10, long: 120 };
  if (list === 'rows') return { least: 1, most: 20, long: 300 };
  if (list === 'levels') return { least: 2, most: 8, long: 120 };
  return { least: 2, most: type === 'rank' || type === 'points' ? 15 : 30, long: 300 };
}

/** What is missing or wrong, by field; empty: it can be asked. */
export function questionProblems(question: Question, strings: typeof questionEdit): QuestionProblems {
  const lists = listsOf(question).filter(([, rows]) => rows.some(({ label }) => !label.trim()));
  return {
    ...(!question.prompt.trim() && { prompt: strings.promptEmpty }),
    ...Object.fromEntries(lists.map(([name]) => [name, strings.labelEmpty])),
    ...(question.type === 'scale' && scaleProblems(question, strings)),
    ...(question.type === 'points' && !isWhole(question.total, 2, 1000) && { total: strings.totalWrong }),
  };
}

function scaleProblems(
  { min, max, step }: Extract<Question, { type: 'scale' }>,
  strings: typeof questionEdit,
): QuestionProblems {
  const wrong = (['min', 'max'] as const).filter((name) => !Number.isFinite({ min, max }[name]));
  if (wrong.length) return Object.fromEntries(wrong.map((name) => [name, strings.numberWrong]));
  if (max <= min) return { max: strings.scaleOrder };
  const steps = (max - min) / step;
  const isRight = step > 0 && steps >= 1 && Math.abs(steps - Math.round(steps)) < NEARLY * steps;
  return isRight ? {} : { step: strings.stepWrong };
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

/** The question as it is sent: no blanks around its words, and nothing that was left empty. */
export function finished(question: Question): Question {
  const kept = Object.entries(question).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return value.trim() ? [[name, value.trim()] as const] : [];
    return Array.isArray(value) ? [[name, value.map(finishedLine)] as const] : [[name, value] as const];
  });
  // Only optional texts are left out: what is required is not empty where there are no problems.
  return Object.fromEntries(kept) as unknown as Question;
}

function finishedLine(line: unknown): unknown {
  if (typeof line === 'string') return line.trim();
  if (typeof line !== 'object' || line === null) return line;
  const kept = Object.entries(line).filter(([, value]) => typeof value !== 'string' || value.trim() !== '');
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : (value as unknown)]),
  );
}
