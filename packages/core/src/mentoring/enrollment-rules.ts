import type { EnrollmentRecord, EnrollmentState } from './model/enrollment.js';
import type { ProgramRecord } from './model/program.js';
import { isOpen } from './program-rules.js';

/** Enrollments in these states take part in the next match run, as far as places are left. */
export const IN_POOL: readonly EnrollmentState[] = ['applied', 'accepted', 'matched'];

/** What a manager can decide, and the state that follows. */
export const DECISIONS = {
  accept: 'accepted',
  waitlist: 'waitlisted',
  decline: 'declined',
} as const satisfies Record<string, EnrollmentState>;
export type Decision = keyof typeof DECISIONS;

/** Whether those who run the program can still decide: until there is a pair, or the person has gone. */
export function mayDecide(
  record: Pick<EnrollmentRecord, 'state'>,
  program: Pick<ProgramRecord, 'state'>,
): boolean {
  return isOpen(program) && ['applied', 'accepted', 'waitlisted', 'declined'].includes(record.state);
}

/** Whether the person can write it anew without enrolling again. */
export function mayChange(
  record: Pick<EnrollmentRecord, 'state'>,
  program: Pick<ProgramRecord, 'state'>,
): boolean {
  return isOpen(program) && ['applied', 'accepted', 'waitlisted', 'matched'].includes(record.state);
}

/** Whether the person can withdraw it. */
export function mayWithdrawEnrollment(record: Pick<EnrollmentRecord, 'state'>): boolean {
  return record.state !== 'withdrawn' && record.state !== 'completed' && record.state !== 'declined';
}
