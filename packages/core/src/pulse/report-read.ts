import { textQuestionsOf } from '../answers/measures.js';
import type { z } from '../schema.js';
import type { RateCell as ReleasedRate, SurveyRelease, TextCell, TrendCell } from '../release/model.js';
import type { Reader } from '../store/store.js';
import { questionsOf } from './form-read.js';
import { LOW, safetyGuide } from './forms/safety.js';
import { itemsOf } from './items.js';
import type { Language } from './model/kinds.js';
import type { Cell, Report, TrendPoint, WordsCell } from './model/report.js';
import { threads, type ThreadRecord } from './model/thread.js';
import { maySeeGroup } from './rules/readers.js';
import { releasedOf, type ReadableWave } from './wave-read.js';

const HIDDEN = { shown: false as const };

/** What a wave released about one group: every access hides what is not there, is too small, or is not to be read. */
export interface GroupRelease {
  cell(measureId: string): Cell;
  trend(measureId: string): TrendCell;
  rate: ReleasedRate;
  text(questionId: string): TextCell;
}

/**
 * What of a group the caller reads. The release is read also where nothing of it may be shown, so that neither the
 * answer nor its time tells one cause from another.
 */
export async function groupRelease(
  tx: Reader,
  { wave, reading }: ReadableWave,
  group: string,
): Promise<GroupRelease> {
  const release = await releasedOf(tx, wave);
  return pick(release, maySeeGroup(reading, group) ? group : undefined, reading.words);
}

/** The parts of a release that are about a group; without a group, nothing. */
export function pick(
  release: SurveyRelease | undefined,
  group: string | undefined,
  words: boolean,
): GroupRelease {
  const of = <T>(all: Record<string, T> | undefined): T | undefined =>
    all && group !== undefined && Object.hasOwn(all, group) ? all[group] : undefined;
  const [cells, trends, texts] = [of(release?.cells), of(release?.trends), of(release?.texts)];
  return {
    cell: (measureId) => cells?.[measureId] ?? HIDDEN,
    trend: (measureId) => trends?.[measureId] ?? HIDDEN,
    rate: of(release?.rates) ?? HIDDEN,
    text: (questionId) => (words ? (texts?.[questionId] ?? HIDDEN) : HIDDEN),
  };
}

/** The report of a group, the same shape whatever is hidden. */
export async function reportOf(
  tx: Reader,
  readable: ReadableWave,
  group: string,
  language: Language,
): Promise<Report> {
  const { wave } = readable;
  const shown = await groupRelease(tx, readable, group);
  const items = itemsOf(wave, language).map((item) => ({
    ...item,
    cell: shown.cell(item.id),
    trend: shown.trend(item.id),
  }));
  const questions = questionsOf(wave, language);
  const prompts = new Map(questions.map(({ id, prompt }) => [id, prompt]));
  const words: Report['words'] = [];
  for (const questionId of textQuestionsOf(questions)) {
    const cell = await wordsCell(tx, { waveId: wave.id, questionId }, shown.text(questionId));
    words.push({ questionId, prompt: prompts.get(questionId) ?? '', cell });
  }
  const low = (itemId: string) => {
    const cell = shown.cell(itemId);
    return cell.shown && cell.mean !== undefined && cell.mean < LOW;
  };
  return {
    waveId: wave.id,
    surveyId: wave.surveyId,
    items,
    rate: shown.rate,
    words,
    guide: wave.form === 'safety' ? safetyGuide(language, low) : [],
  };
}

/**
 * Texts with the ids of their threads instead of what their writers left. A key that was used elsewhere too shows its
 * thread there alone: otherwise the id would say that both texts have one writer.
 */
async function wordsCell(
  tx: Reader,
  { waveId, questionId }: Pick<ThreadRecord, 'waveId' | 'questionId'>,
  cell: TextCell,
): Promise<z.output<typeof WordsCell>> {
  if (!cell.shown) return HIDDEN;
  const texts = [];
  for (const { text, thread: keyHash } of cell.texts) {
    const found =
      keyHash === undefined ? [] : (await tx.find(threads, { where: { keyHash }, order: '+id' })).items;
    const own = found.find((thread) => thread.waveId === waveId && thread.questionId === questionId);
    texts.push({ text, ...(own && { threadId: own.id }) });
  }
  return { shown: true, texts };
}

/** One wave of a trend. */
export async function trendPoint(
  tx: Reader,
  readable: ReadableWave,
  group: string,
): Promise<z.output<typeof TrendPoint>> {
  const { wave } = readable;
  const shown = await groupRelease(tx, readable, group);
  const cells = Object.fromEntries(itemsOf(wave, 'en').map(({ id }) => [id, shown.cell(id)]));
  return {
    waveId: wave.id,
    number: wave.number,
    closedOn: wave.closedOn ?? wave.closesOn,
    cells,
    rate: shown.rate,
  };
}
