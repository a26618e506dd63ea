import { bandOf, lotsOf } from '../mentoring/finder/order.js';
import type { Report, ReportMeasure } from '../reviews/model/report.js';
import type { AreaRecord } from './model.js';

/** The raters of a report are asked about the same gap once in so many days at most. */
export const ASK_AGAIN_DAYS = 90;

/** What of a report an area is made from. */
export interface Gapped {
  measureId: string;
  label: string;
  skill?: string;
  min: number;
  max: number;
  /** How the others see it. */
  from: number;
}

/**
 * What a report shows of a skill or a question; undefined where it shows no figure of the others, for whatever reason.
 */
export function gapFor(
  {
    gaps,
    measures,
    questions,
    classes,
    all,
  }: Pick<Report, 'gaps' | 'measures' | 'questions' | 'classes' | 'all'>,
  choice: { skill?: string | undefined; questionId?: string | undefined },
): Gapped | undefined {
  const bySkill = gaps.find(({ skill }) => skill !== undefined && sameName(skill, choice.skill));
  const gap = bySkill ?? gaps.find(({ measureId }) => measureId === choice.questionId);
  if (gap) {
    const { measureId, label, skill, min, max, others } = gap;
    return {
      measureId,
      label: skill ?? label,
      min,
      max,
      from: others,
      ...(skill !== undefined && { skill }),
    };
  }
  const measure = measures.find((one) => isOf(one, choice, questions));
  const asked = questions.find(({ question }) => question.id === measure?.questionId)?.question;
  if (!measure || !asked) return undefined;
  for (const one of [...(all ? [all] : []), ...classes]) {
    const cell = one.cells[measure.id];
    if (!cell?.shown || cell.mean === undefined) continue;
    const { id: measureId, min, max } = measure;
    const { skill } = asked;
    return {
      measureId,
      label: skill ?? asked.prompt,
      min,
      max,
      from: cell.mean,
      ...(skill !== undefined && { skill }),
    };
  }
  return undefined;
}

function isOf(
  { kind, partId, questionId }: ReportMeasure,
  choice: { skill?: string | undefined; questionId?: string | undefined },
  questions: Report['questions'],
): boolean {
  if (kind !== 'mean' || partId !== undefined || questionId === undefined) return false;
  if (choice.questionId !== undefined) return questionId === choice.questionId;
  const asked = questions.find(({ question }) => question.id === questionId)?.question;
  return asked?.skill !== undefined && sameName(asked.skill, choice.skill);
}

function sameName(one: string, other: string | undefined): boolean {
  return other !== undefined && one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Where to get to when nobody says: a quarter of the scale further, in tenths, at most to its end. */
export function nextStepOf({ from, min, max }: Pick<Gapped, 'from' | 'min' | 'max'>): number {
  return Math.min(max, Math.round((from + (max - min) / 4) * 10) / 10);
}

/** What makes an area one of its kind while it is open. */
export function liveKey({
  personId,
  cycleId,
  measureId,
}: Pick<AreaRecord, 'personId' | 'cycleId' | 'measureId'>): string {
  return JSON.stringify([personId, cycleId, measureId]);
}

/** One of those that stand as near to the best as chance: by lots that follow from the seed. */
export function pickNearBest<T extends { score: number; mentorId: string }>(
  ranked: readonly T[],
  seed: string,
): T | undefined {
  const best = Math.min(...ranked.map(({ score }) => bandOf(score)));
  const lot = lotsOf(seed);
  return ranked
    .filter(({ score }) => bandOf(score) === best)
    .reduce<T | undefined>(
      (chosen, one) => (chosen === undefined || lot(one.mentorId) < lot(chosen.mentorId) ? one : chosen),
      undefined,
    );
}
