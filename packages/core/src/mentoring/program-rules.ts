import type { PersonRecord } from '../people/model.js';
import type { KnownActor } from '../policy.js';
import type { Side } from './model/kinds.js';
import type { ProgramRecord, ProgramState, TrainingModule } from './model/program.js';

/** Whether the actor runs the program: its maker, those named in it, HR, and the product itself. */
export function mayManage(program: Pick<ProgramRecord, 'managerIds'>, actor: KnownActor): boolean {
  return actor.system || actor.roles.includes('hrAdmin') || program.managerIds.includes(actor.id);
}

/** Whether a program has ever been shown to everyone: then it stays readable, however it ends. */
export function isPublished(program: Pick<ProgramRecord, 'since'>): boolean {
  return program.since.enrolling !== undefined;
}

/** Drafts, and what was canceled before anybody saw it, are for those who run them. */
export function maySeeProgram(
  program: Pick<ProgramRecord, 'managerIds' | 'since'>,
  actor: KnownActor,
): boolean {
  return isPublished(program) || mayManage(program, actor);
}

/** The moves of a program, and the states from which each can be made. */
export const MOVES = {
  openEnrollment: { from: ['draft'], to: 'enrolling' },
  startMatching: { from: ['enrolling'], to: 'matching' },
  launch: { from: ['matching'], to: 'running' },
  wrapUp: { from: ['running'], to: 'wrappingUp' },
  closeProgram: { from: ['wrappingUp'], to: 'closed' },
  archiveProgram: { from: ['closed'], to: 'archived' },
  cancelProgram: { from: ['draft', 'enrolling', 'matching', 'running'], to: 'canceled' },
} as const satisfies Record<string, { from: readonly ProgramState[]; to: ProgramState }>;
export type Move = keyof typeof MOVES;

/** Whether a move can be made now. An evergreen program may be launched while it enrolls. */
export function mayMove(program: Pick<ProgramRecord, 'state' | 'form'>, move: Move): boolean {
  const from: readonly ProgramState[] = MOVES[move].from;
  if (move === 'launch' && program.form === 'evergreen' && program.state === 'enrolling') return true;
  return from.includes(program.state);
}

/** Whether people can still be put into the program and matched in it, now or soon. */
export function mayMatch(program: Pick<ProgramRecord, 'state'>): boolean {
  return program.state === 'enrolling' || program.state === 'matching' || program.state === 'running';
}

/** Whether a match can be run now: a cohort when enrollment is over, an evergreen program also while it enrolls. */
export function mayRun(program: Pick<ProgramRecord, 'state' | 'form'>): boolean {
  return mayMatch(program) && (program.state !== 'enrolling' || program.form === 'evergreen');
}

/** Whether something in the program can still be changed at all. */
export function isOpen(program: Pick<ProgramRecord, 'state'>): boolean {
  return !['closed', 'archived', 'canceled'].includes(program.state);
}

/** What was promised to those who enrolled, and so cannot change once they may. */
export const PROMISED = ['kind', 'direction', 'form', 'visibleToManagers'] as const;

/**
 * Why nobody can enroll on this day, as a reason; undefined when people can. A cohort enrolls while it is
 * `enrolling`, an evergreen program also while it runs, both within their dates.
 */
export function enrollmentClosed(
  program: Pick<ProgramRecord, 'state' | 'form' | 'timeline'>,
  today: string,
): string | undefined {
  const evergreen =
    program.form === 'evergreen' && (program.state === 'matching' || program.state === 'running');
  if (program.state !== 'enrolling' && !evergreen) return 'program.notEnrolling';
  const { enrollFrom, enrollUntil } = program.timeline;
  if (enrollFrom !== undefined && today < enrollFrom) return 'program.notYetEnrolling';
  if (enrollUntil !== undefined && today > enrollUntil) return 'program.enrollmentOver';
  return undefined;
}

/** Whether a person is among those whom the program is for. */
export function isEligible(
  { eligibility }: Pick<ProgramRecord, 'eligibility'>,
  person: Pick<PersonRecord, 'departmentId' | 'location' | 'status'>,
): boolean {
  const { departments, locations } = eligibility;
  return (
    person.status === 'active' &&
    (departments.length === 0 || departments.includes(person.departmentId ?? '')) &&
    (locations.length === 0 || locations.includes(person.location ?? ''))
  );
}

/** The modules that somebody on these sides is to do. */
export function modulesFor(
  { training }: Pick<ProgramRecord, 'training'>,
  sides: readonly Side[],
): TrainingModule[] {
  return training.modules.filter((module) => module.side === 'both' || sides.includes(module.side));
}

/** What is wrong with a draft that its schema cannot say: the field and what to do; undefined when nothing. */
export function draftProblem(
  draft: Pick<ProgramRecord, 'timeline' | 'training' | 'rules'>,
): { path: string; message: string } | undefined {
  const { enrollFrom, enrollUntil, startsOn, endsOn } = draft.timeline;
  if (enrollFrom !== undefined && enrollUntil !== undefined && enrollUntil < enrollFrom)
    return { path: 'timeline.enrollUntil', message: 'Enrollment ends before it begins.' };
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn)
    return { path: 'timeline.endsOn', message: 'The program ends before it begins.' };
  if (twice(draft.training.modules.map((module) => module.id)))
    return { path: 'training.modules', message: 'Two modules have the same id.' };
  if (twice(draft.rules.wishes.map((wish) => wish.wish)))
    return { path: 'rules.wishes', message: 'A wish is listed twice.' };
  const { minGradeGap, maxGradeGap } = draft.rules;
  if (minGradeGap !== null && maxGradeGap !== null && maxGradeGap < minGradeGap)
    return { path: 'rules.maxGradeGap', message: 'The greatest gap is smaller than the least.' };
  return undefined;
}

function twice(items: readonly string[]): boolean {
  return new Set(items).size < items.length;
}
