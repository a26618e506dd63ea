import { problemOf } from '../answers/measures.js';
import type { Answer, Question } from '../answers/question.js';
import { notFound } from '../errors.js';
import type { QueryContext } from '../operation.js';
import { refsOf } from '../people/read.js';
import type { z } from '../schema.js';
import {
  calibrations,
  type Calibration,
  type CalibrationRecord,
  type CalibrationRow,
  type CalibrationSheet,
} from './model/calibration.js';
import { cycles, frozenForms, type CycleRecord } from './model/cycle.js';
import { responses, type ResponseRecord } from './model/form.js';
import { isHr } from './rules/nomination.js';
import { endsOf, itemsFor } from './rules/template.js';

/** More than any cycle has manager forms. */
const MANY = 1000;

type Moment = Pick<QueryContext, 'tx' | 'actor'>;

/** The calibration, if the actor is invited or HR; absent and hidden are the same answer. */
export async function seenCalibration(
  { tx, actor }: Moment,
  calibrationId: string,
): Promise<CalibrationRecord> {
  const record = await tx.get(calibrations, calibrationId);
  if (!record || !(isHr(actor) || record.participantIds.includes(actor.id))) throw notFound('calibration');
  return record;
}

/** Calibrations as the caller reads them. */
export async function calibrationViews(
  { tx, actor }: Moment,
  records: readonly CalibrationRecord[],
): Promise<Calibration[]> {
  const refs = await refsOf(
    tx,
    records.flatMap((one) => one.participantIds),
  );
  const all = await tx.getMany(cycles, [...new Set(records.map((one) => one.cycleId))]);
  const states = new Map(all.map((cycle: CycleRecord) => [cycle.id, cycle.state]));
  return records.map(({ id, cycleId, name, state, participantIds }) => {
    const open = state === 'open' && states.get(cycleId) === 'calibrating';
    return {
      ...{ id, cycleId, name, state },
      participants: participantIds.flatMap((one) => refs.get(one) ?? []),
      may: { calibrate: open, agree: open && isHr(actor) },
    };
  });
}

/** One calibration as the caller reads it. */
export async function calibrationView(moment: Moment, record: CalibrationRecord): Promise<Calibration> {
  const [view] = await calibrationViews(moment, [record]);
  if (!view) throw notFound('calibration');
  return view;
}

/**
 * A calibration with the ratings that its participants gave as managers: a text or a nameless answer is not in it, nor
 * what was said of the one who reads. Nobody reads or changes that before the release.
 */
export async function calibrationSheet(
  moment: Moment,
  record: CalibrationRecord,
): Promise<z.output<typeof CalibrationSheet>> {
  const { tx, actor } = moment;
  const form = (await tx.get(frozenForms, record.cycleId))?.forms.manager;
  const questions = form
    ? itemsFor(form, 'manager')
        .map((item) => item.question)
        .filter((question) => endsOf(question))
    : [];
  const where = { cycleId: record.cycleId, direction: 'manager' as const };
  const found = await tx.find(responses, { where, order: '+id', limit: MANY });
  const compared = found.items.filter(
    (one) => record.participantIds.includes(one.reviewerId) && one.subjectId !== actor.id,
  );
  const rows = await calibrationRows(moment, questions, compared);
  rows.sort((a, b) => a.manager.name.localeCompare(b.manager.name, 'en') || byName(a, b));
  return { ...(await calibrationView(moment, record)), questions, rows };
}

function byName(a: CalibrationRow, b: CalibrationRow): number {
  return a.subject.name.localeCompare(b.subject.name, 'en');
}

/** Managers' forms as far as they are ratings. */
export async function calibrationRows(
  { tx }: Moment,
  questions: readonly Question[],
  records: readonly ResponseRecord[],
): Promise<CalibrationRow[]> {
  const refs = await refsOf(
    tx,
    records.flatMap((one) => [one.subjectId, one.reviewerId, ...one.changes.map((change) => change.byId)]),
  );
  return records.flatMap((record) => {
    const [subject, manager] = [refs.get(record.subjectId), refs.get(record.reviewerId)];
    if (!subject || !manager) return [];
    const ratings = questions.map((question) => {
      const value = ratedValue(question, record);
      const changes = record.changes.filter((one) => one.questionId === question.id);
      return {
        questionId: question.id,
        ...(value !== undefined && { value }),
        changes: changes.map(({ from, to, why, byId, at }) => {
          const by = refs.get(byId);
          return { from, to, why, at, ...(by && { by }) };
        }),
      };
    });
    return { responseId: record.id, subject, manager, ratings };
  });
}

/** The rating that stands; undefined where the manager could not judge. */
export function ratedValue(
  { id }: Question,
  { answers }: Pick<ResponseRecord, 'answers'>,
): number | undefined {
  const answer = answers[id];
  if (answer && 'level' in answer) return answer.level;
  return answer && 'value' in answer ? answer.value : undefined;
}

/** The answer with another rating; undefined where the question has no such value. What was said beside it stays. */
export function withRating(
  question: Question,
  { answers }: Pick<ResponseRecord, 'answers'>,
  to: number,
): Answer | undefined {
  const before = answers[question.id];
  const said =
    before && 'comment' in before && before.comment !== undefined ? { comment: before.comment } : {};
  const answer: Answer = question.type === 'rating' ? { level: to, ...said } : { value: to, ...said };
  return problemOf(question, answer) ? undefined : answer;
}
