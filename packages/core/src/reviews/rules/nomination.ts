import type { KnownActor } from '../../policy.js';
import type { CycleRecord, SubjectRecord } from '../model/cycle.js';
import type { Direction } from '../model/kinds.js';
import type { NominationRecord } from '../model/nomination.js';

type Of = Pick<SubjectRecord, 'subjectId' | 'managerId'>;

/** HR, and the product itself. */
export function isHr(actor: KnownActor): boolean {
  return actor.system || actor.roles.includes('hrAdmin');
}

/** Whether one person holds both roles that a small cycle needs two people for. */
export function holdsBothRoles({ roles }: Pick<KnownActor, 'roles'>): boolean {
  return roles.includes('hrAdmin') && roles.includes('orgAdmin');
}

/** Whether the actor was the manager of a subject when the cycle was launched. */
export function isManagerOf(subject: Of, actor: KnownActor): boolean {
  return subject.managerId === actor.id;
}

/** The states in which reviewers are found. In the last one only in place of one who declined, or by HR. */
const FINDING = ['nominating', 'approving', 'collecting'];

/** Whether reviewers can still be found for the subjects of a cycle. */
export function isFinding({ state }: Pick<CycleRecord, 'state'>): boolean {
  return FINDING.includes(state);
}

/** Whether the actor proposes reviewers for a subject at all; a manager may where the subject does. */
export function isNominator(
  { nominationMode }: Pick<CycleRecord, 'nominationMode'>,
  subject: Of,
  actor: KnownActor,
): boolean {
  if (isHr(actor)) return true;
  if (nominationMode === 'hr') return false;
  if (isManagerOf(subject, actor)) return true;
  return nominationMode === 'subject' && subject.subjectId === actor.id;
}

/** Whether the actor may propose now: once proposing has ended, only in place of somebody, unless it is HR's. */
export function mayPropose(
  cycle: Pick<CycleRecord, 'state' | 'nominationMode'>,
  subject: Of,
  actor: KnownActor,
  replacing: boolean,
): boolean {
  if (!isFinding(cycle) || !isNominator(cycle, subject, actor)) return false;
  return cycle.state === 'nominating' || replacing || isHr(actor);
}

/** Whether what the actor proposes, or is proposed to the actor, is for the actor to approve. Of oneself HR approves nobody. */
export function isApprover(
  { approval }: Pick<CycleRecord, 'approval'>,
  subject: Of,
  actor: KnownActor,
): boolean {
  if (approval === 'none') return true;
  if (isHr(actor)) return subject.subjectId !== actor.id;
  return approval === 'manager' && isManagerOf(subject, actor);
}

/** Whether the actor sees who is asked about a subject: those who propose and those who approve. */
export function maySeeNominations(
  cycle: Pick<CycleRecord, 'nominationMode' | 'approval'>,
  subject: Of,
  actor: KnownActor,
): boolean {
  if (isNominator(cycle, subject, actor)) return true;
  return cycle.approval === 'manager' && isManagerOf(subject, actor);
}

/** Whether an actor who sees a nomination reads why it ended: who was rejected or taken out does not, HR neither. */
export function maySeeReason(
  { state, reviewerId }: Pick<NominationRecord, 'state' | 'reviewerId'>,
  actor: KnownActor,
): boolean {
  return state === 'declined' || reviewerId !== actor.id;
}

/** What an actor who sees a nomination may do with it. Nothing here depends on whether it was answered. */
export function mayDo(
  cycle: Pick<CycleRecord, 'state' | 'nominationMode' | 'approval'>,
  subject: Of,
  nomination: Pick<NominationRecord, 'state' | 'direction' | 'byId'>,
  actor: KnownActor,
): { decide: boolean; withdraw: boolean; replace: boolean; extend: boolean } {
  const { state, direction, byId } = nomination;
  const nominated = direction !== 'self' && direction !== 'manager';
  const approver = cycle.approval === 'none' ? isHr(actor) : isApprover(cycle, subject, actor);
  const early = cycle.state === 'nominating' || cycle.state === 'approving';
  const waiting = state === 'proposed' && isFinding(cycle);
  return {
    decide: nominated && waiting && approver,
    withdraw: nominated && (byId === actor.id || approver) && (waiting || (early && state === 'approved')),
    replace:
      nominated && (state === 'declined' || state === 'rejected') && mayPropose(cycle, subject, actor, true),
    extend: isHr(actor) && cycle.state === 'collecting' && state === 'approved',
  };
}

/** Why a person cannot answer about a subject in a direction, as a reason; undefined when nothing is against it. */
export function reviewerProblem(
  subject: Pick<SubjectRecord, 'subjectId' | 'managerId' | 'skipManagerId' | 'reportIds'>,
  reviewerId: string,
  direction: Direction,
  skipManagerReads: boolean,
): 'reviewer.self' | 'reviewer.direction' | 'reviewer.reader' | undefined {
  if (reviewerId === subject.subjectId) return 'reviewer.self';
  if (reviewerId === subject.managerId) return 'reviewer.direction';
  // Who reads a report knows the own answer in it, so that the class is one smaller than it looks.
  if (reviewerId === subject.skipManagerId && skipManagerReads) return 'reviewer.reader';
  const reports = subject.reportIds.includes(reviewerId);
  return reports === (direction === 'upward') ? undefined : 'reviewer.direction';
}
