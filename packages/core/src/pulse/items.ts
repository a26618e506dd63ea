import { measuresOf, sourceOf } from '../answers/measures.js';
import type { Question } from '../answers/question.js';
import type { Measure } from '../release/model.js';
import { safetyIndexes } from './forms/safety.js';
import type { Language } from './model/kinds.js';
import type { Item } from './model/report.js';
import type { WaveRecord } from './model/wave.js';
import { questionsOf } from './form-read.js';

/** What a wave measures, in words: of the safety form the whole first, then each measure in the order of the form. */
export function itemsOf(wave: WaveRecord, language: Language): Item[] {
  const questions = new Map(questionsOf(wave, language).map((question) => [question.id, question]));
  const measured = measuresOf([...questions.values()]).map((measure) =>
    itemOf(measure, questions.get(sourceOf(measure.id).questionId)),
  );
  if (wave.form !== 'safety') return measured;
  const [first] = measured;
  if (!first) return [];
  const wholes = safetyIndexes.map(({ id }): Item => ({
    ...first,
    id,
    prompt: '',
    index: true,
    reversed: false,
  }));
  return [...wholes, ...measured];
}

function itemOf({ id, kind, min, max }: Measure, question: Question | undefined): Item {
  const { partId } = sourceOf(id);
  const part = question && partId !== undefined ? partLabel(question, partId) : undefined;
  return {
    ...{ id, kind, min, max },
    prompt: question?.prompt ?? '',
    ...(part !== undefined && { part }),
    index: false,
    reversed: question?.type === 'rating' && question.reversed,
    labels: question ? labelsOf(question) : [],
  };
}

function partLabel(question: Question, partId: string): string | undefined {
  switch (question.type) {
    case 'rubric':
      return question.rows.find(({ id }) => id === partId)?.label;
    case 'rank':
    case 'points':
    case 'multiple':
      return question.options.find(({ id }) => id === partId)?.label;
    case 'text':
      return question.themes.find(({ id }) => id === partId)?.label;
    default:
      return undefined;
  }
}

function labelsOf(question: Question): string[] {
  switch (question.type) {
    case 'rating':
      // Turned with the answers, so that the last label is the best.
      return question.reversed ? [...question.labels].reverse() : question.labels;
    case 'rubric':
      return question.levels.map(({ label }) => label);
    case 'choice':
      return question.options.map(({ label }) => label);
    case 'scale':
      return [question.lowLabel ?? '', question.highLabel ?? ''];
    default:
      return [];
  }
}
