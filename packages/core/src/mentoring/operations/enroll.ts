import { GuildhallError, notFound } from '../../errors.js';
import { command, type CommandContext } from '../../operation.js';
import { CATALOG_WRITES } from '../../people/catalog.js';
import { people } from '../../people/model.js';
import { members, membersAndSystem } from '../../policy.js';
import { id, z } from '../../schema.js';
import { dayOf } from '../days.js';
import { activeAmong, enrollmentOf, enrollmentView } from '../enrollment-read.js';
import { DECISIONS, mayChange, mayDecide, mayWithdrawEnrollment } from '../enrollment-rules.js';
import { tellEnrollment, topicsByName, writeEnrollment } from '../enrollment-write.js';
import { Enrollment, EnrollmentDraft, enrollments, type EnrollmentRecord } from '../model/enrollment.js';
import type { ProgramRecord } from '../model/program.js';
import { managedProgram, visibleProgram } from '../program-read.js';
import { enrollmentClosed, isEligible } from '../program-rules.js';

export const enroll = command({
  summary: 'Enrolls the caller in a program, or writes anew what the caller said when enrolling.',
  who: members,
  input: EnrollmentDraft,
  output: Enrollment,
  refuses: [
    'program.unknown',
    'program.notEnrolling',
    'program.notYetEnrolling',
    'program.enrollmentOver',
    'program.notEligible',
    'enrollment.declined',
    'person.unknown',
    'mentor.capacityInUse',
  ],
  alone: () => CATALOG_WRITES,
  async run(context, { programId, ...words }) {
    const { tx, actor } = context;
    const program = await visibleProgram(tx, programId, actor);
    const before = await enrollmentOf(tx, programId, actor.id);
    if (!before || !mayChange(before, program)) await checkMayEnroll(context, program, before);
    const named = [...words.preferences, ...words.notWith];
    const active = await activeAmong(tx, named);
    const known = new Set([...(before?.preferences ?? []), ...(before?.notWith ?? [])]);
    // Somebody who has left since may stay on a list; nobody who is not here can be put on it.
    if (named.some((one) => !active.has(one) && !known.has(one))) throw notFound('person');
    const skillIds = await topicsByName(context, words.topics);
    const state = before && mayChange(before, program) ? before.state : 'applied';
    const record = await writeEnrollment(context, program, actor.id, words, skillIds, { before, state });
    await tellEnrollment(tx, program, record);
    return enrollmentView(context, record);
  },
});

async function checkMayEnroll(
  { tx, actor, now, settings }: CommandContext,
  program: ProgramRecord,
  before: EnrollmentRecord | undefined,
): Promise<void> {
  const closed = enrollmentClosed(program, dayOf(now, settings.timeZone));
  if (closed !== undefined)
    throw new GuildhallError('conflict', closed, 'Nobody can enroll in this program now.');
  if (before?.state === 'declined')
    throw new GuildhallError('forbidden', 'enrollment.declined', 'Those who run the program have declined.');
  const person = await tx.get(people, actor.id);
  if (!person || !isEligible(program, person))
    throw new GuildhallError('forbidden', 'program.notEligible', 'This program is for others.');
}

export const withdrawEnrollment = command({
  summary: 'Takes the caller out of a program. A mentorship that has begun goes on until it is ended.',
  who: members,
  input: z.strictObject({ programId: id }),
  output: Enrollment,
  refuses: ['program.unknown', 'enrollment.unknown', 'enrollment.over'],
  async run(context, { programId }) {
    const { tx, actor } = context;
    const program = await visibleProgram(tx, programId, actor);
    const before = await enrollmentOf(tx, programId, actor.id);
    if (!before) throw notFound('enrollment');
    if (!mayWithdrawEnrollment(before))
      throw new GuildhallError('conflict', 'enrollment.over', `The enrollment is ${before.state} already.`);
    const record = { ...before, state: 'withdrawn' as const, at: context.now.toISOString() };
    await tx.replace(enrollments, record);
    await tellEnrollment(tx, program, record);
    return enrollmentView(context, record);
  },
});

export const decideEnrollment = command({
  summary:
    'Accepts an enrollment, puts it on the waiting list, or declines it. Undecided ones take part in match runs.',
  who: membersAndSystem,
  input: z.strictObject({ id, decision: z.enum(['accept', 'waitlist', 'decline']) }),
  output: Enrollment,
  refuses: ['enrollment.unknown', 'program.notYours', 'enrollment.decided'],
  async run(context, { id: enrollmentId, decision }) {
    const { tx, actor, now } = context;
    const before = await tx.get(enrollments, enrollmentId);
    if (!before) throw notFound('enrollment');
    const program = await managedProgram(tx, before.programId, actor);
    if (!mayDecide(before, program))
      throw new GuildhallError(
        'conflict',
        'enrollment.decided',
        `The enrollment is ${before.state}, the program ${program.state}: there is nothing to decide.`,
      );
    const record = { ...before, state: DECISIONS[decision], at: now.toISOString() };
    await tx.replace(enrollments, record);
    await tellEnrollment(tx, program, record);
    return enrollmentView(context, record);
  },
});
