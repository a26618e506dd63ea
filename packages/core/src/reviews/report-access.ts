import { notFound } from '../errors.js';
import type { QueryContext } from '../operation.js';
import type { KnownActor } from '../policy.js';
import type { Reader as Store } from '../store/store.js';
import { nominationsOf } from './board.js';
import { subjectKey } from './cycle-read.js';
import { cycles, subjects, type CycleRecord, type SubjectRecord } from './model/cycle.js';
import type { Reader } from './model/kinds.js';
import { isNameless } from './rules/cycle.js';
import { isHr } from './rules/nomination.js';

/** A released report, and as whom the caller reads it. */
export interface Readable {
  cycle: CycleRecord;
  subject: SubjectRecord;
  as: Reader;
}

/** Whether the reports of a cycle can be read. */
export function isReleased({ state }: Pick<CycleRecord, 'state'>): boolean {
  return state === 'released' || state === 'closed';
}

/** The report, if the caller may read it: absent, not yet released and forbidden are the same answer. */
export async function readable(
  { tx, actor }: Pick<QueryContext, 'tx' | 'actor'>,
  cycleId: string,
  subjectId: string = actor.id,
): Promise<Readable> {
  const cycle = await tx.get(cycles, cycleId);
  const subject = await tx.get(subjects, subjectKey(cycleId, subjectId));
  const as = cycle && subject && (await readerOf(tx, cycle, subject, actor));
  if (!cycle || !subject || !as) throw notFound('report');
  return { cycle, subject, as };
}

/** As whom somebody reads a report; undefined for those who do not. */
export async function readerOf(
  tx: Store,
  cycle: CycleRecord,
  subject: SubjectRecord,
  actor: KnownActor,
): Promise<Reader | undefined> {
  if (!isReleased(cycle)) return undefined;
  const as = roleOf(cycle, subject, actor);
  if (as === undefined || as === 'subject') return as;
  return (await wroteNameless(tx, cycle, subject, actor)) ? undefined : as;
}

function roleOf({ visibility }: CycleRecord, subject: SubjectRecord, actor: KnownActor): Reader | undefined {
  if (subject.subjectId === actor.id) return visibility.subject ? 'subject' : undefined;
  if (subject.managerId === actor.id && visibility.manager) return 'manager';
  if (subject.skipManagerId === actor.id && visibility.skipManager) return 'skipManager';
  return isHr(actor) && visibility.hr ? 'hr' : undefined;
}

/**
 * Whoever was asked for a nameless answer about the subject does not read the report: knowing one answer, they would
 * read of a group that is one smaller than its threshold. It does not matter whether they answered.
 */
async function wroteNameless(
  tx: Store,
  cycle: CycleRecord,
  { subjectId }: SubjectRecord,
  actor: KnownActor,
): Promise<boolean> {
  const asked = await nominationsOf(tx, cycle.id, subjectId);
  return asked.some(
    (one) => one.reviewerId === actor.id && one.state === 'approved' && isNameless(cycle, one.direction),
  );
}
