import { GuildhallError, notFound } from '../errors.js';
import type { QueryContext } from '../operation.js';
import { refsOf } from '../people/read.js';
import { visibleCycle, subjectKey } from './cycle-read.js';
import { cycles, subjects, type CycleRecord, type SubjectRecord } from './model/cycle.js';
import { nominations, type Nomination, type NominationRecord } from './model/nomination.js';
import { isNominator, mayDo, maySeeNominations, maySeeReason } from './rules/nomination.js';

type Moment = Pick<QueryContext, 'tx' | 'actor'>;

/** A cycle with one of its subjects. */
export interface Of {
  cycle: CycleRecord;
  subject: SubjectRecord;
}

/** The subject, if the actor proposes reviewers for it: else `subject.unknown`, or `nomination.notYours`. */
export async function ownSubject(
  { tx, actor }: Moment,
  cycleId: string,
  subjectId: string = actor.id,
): Promise<Of> {
  const cycle = await visibleCycle(tx, cycleId, actor);
  const subject = await tx.get(subjects, subjectKey(cycleId, subjectId));
  if (!subject) throw notFound('subject');
  if (isNominator(cycle, subject, actor)) return { cycle, subject };
  if (!maySeeNominations(cycle, subject, actor) && subject.subjectId !== actor.id) throw notFound('subject');
  throw new GuildhallError(
    'forbidden',
    'nomination.notYours',
    `In this cycle ${cycle.nominationMode} proposes reviewers.`,
  );
}

/** A nomination with all it belongs to, if the actor sees it: else `nomination.unknown`. */
export async function seenNomination(
  { tx, actor }: Moment,
  nominationId: string,
): Promise<Of & { nomination: NominationRecord }> {
  const nomination = await tx.get(nominations, nominationId);
  const cycle = nomination && (await tx.get(cycles, nomination.cycleId));
  const subject =
    nomination && (await tx.get(subjects, subjectKey(nomination.cycleId, nomination.subjectId)));
  if (!nomination || !cycle || !subject || !maySeeNominations(cycle, subject, actor))
    throw notFound('nomination');
  return { cycle, subject, nomination };
}

/** Nominations as the caller reads them; those of people who are not known any more are left out. */
export async function nominationViews(
  { tx, actor }: Moment,
  cycle: CycleRecord,
  records: readonly NominationRecord[],
): Promise<Nomination[]> {
  const refs = await refsOf(
    tx,
    records.flatMap((one) => [one.subjectId, one.reviewerId, one.byId]),
  );
  const keys = [...new Set(records.map((one) => subjectKey(one.cycleId, one.subjectId)))];
  const found = new Map((await tx.getMany(subjects, keys)).map((one) => [one.subjectId, one]));
  return records.flatMap((record) => {
    const [subject, reviewer] = [refs.get(record.subjectId), refs.get(record.reviewerId)];
    const of = found.get(record.subjectId);
    if (!subject || !reviewer || !of) return [];
    const { id, cycleId, direction, state, reason, replacesId, dueOn, at } = record;
    const by = refs.get(record.byId);
    return {
      ...{ id, cycleId, subject, reviewer, direction, state, at },
      ...(by && { by }),
      ...(reason !== undefined && maySeeReason(record, actor) && { reason }),
      ...(replacesId !== undefined && { replaces: replacesId }),
      ...(dueOn !== undefined && { dueOn }),
      may: mayDo(cycle, of, record, actor),
    };
  });
}

/** One nomination as the caller reads it. */
export async function nominationView(
  moment: Moment,
  cycle: CycleRecord,
  record: NominationRecord,
): Promise<Nomination> {
  const [view] = await nominationViews(moment, cycle, [record]);
  if (!view) throw notFound('nomination');
  return view;
}
