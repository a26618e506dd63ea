import type { CommandContext } from '../operation.js';
import { enrollmentOf } from './enrollment-read.js';
import { tellEnrollment } from './enrollment-write.js';
import { saveMentorship, tellStatus } from './hub.js';
import { enrollments, type EnrollmentRecord } from './model/enrollment.js';
import { endings, mentorships, type EndingRecord, type MentorshipRecord } from './model/mentorship.js';
import { places } from './model/places.js';
import { programs } from './model/program.js';
import { sessions, type SessionRecord } from './model/session.js';
import { placesId, returnPlace, setPlaces } from './places.js';
import { LIVE } from './rules/states.js';
import { canceled, changed } from './session-changes.js';
import { whenSigned } from './signing.js';

/** Who goes, why, and whether they would be matched again. `byId`: who says so, or `system`. */
export interface Leaving {
  personId: string;
  byId: string;
  reason: EndingRecord['reason'];
  note?: string | undefined;
  backToPool: boolean;
}

/**
 * Somebody leaves a mentorship before its time. It ends for all, unless people stay on both sides, as in a
 * circle: that goes on without them.
 */
export async function leave(
  context: CommandContext,
  record: MentorshipRecord,
  leaving: Leaving,
): Promise<MentorshipRecord> {
  const stay = (ids: readonly string[]) => ids.filter((id) => id !== leaving.personId);
  const rest = { mentorIds: stay(record.mentorIds), menteeIds: stay(record.menteeIds) };
  if (rest.mentorIds.length === 0 || rest.menteeIds.length === 0) return endForAll(context, record, leaving);
  await keepReason(context, `${record.id} ${leaving.personId}`, record, leaving);
  const saved = await goOnWithout(context, record, leaving.personId, rest);
  await release(context, record, leaving.personId, leaving.backToPool);
  await tellStatus(context, record, 'mentorship.left', leaving.personId);
  return saved;
}

/**
 * Ends a mentorship before its time. Places are given back; those who are left behind return to the pool of
 * their program, the one who goes as they wish. Nobody but the writer and those who run the program reads why.
 */
export async function endForAll(
  context: CommandContext,
  record: MentorshipRecord,
  leaving: Leaving,
): Promise<MentorshipRecord> {
  await keepReason(context, record.id, record, leaving);
  const saved = await end(context, record, 'endedEarly');
  for (const personId of record.personIds)
    await release(context, record, personId, personId !== leaving.personId || leaving.backToPool);
  await tellStatus(context, saved, 'mentorship.ended', leaving.personId);
  return saved;
}

/** Completes a mentorship: places are given back and enrollments are completed with their last mentorship. */
export async function finish(context: CommandContext, record: MentorshipRecord): Promise<MentorshipRecord> {
  const saved = await end(context, record, 'completed');
  for (const personId of record.personIds) await settleEnrollment(context, record, personId, 'completed');
  await tellStatus(context, saved, 'mentorship.completed');
  return saved;
}

async function keepReason(
  { tx, now }: CommandContext,
  endingId: string,
  { scope }: MentorshipRecord,
  { byId, reason, note }: Leaving,
): Promise<void> {
  const at = now.toISOString();
  await tx.insert(endings, { id: endingId, scope, byId, reason, ...(note !== undefined && { note }), at });
}

async function end(
  context: CommandContext,
  record: MentorshipRecord,
  state: 'completed' | 'endedEarly',
): Promise<MentorshipRecord> {
  const { tx, now } = context;
  for (const mentorId of record.mentorIds) await returnPlace(tx, record.scope, mentorId);
  for (const session of await comingSessions(context, record))
    await tx.replace(sessions, canceled(session, now));
  return saveMentorship(context, { ...record, state, endedAt: now.toISOString(), pausedUntil: undefined });
}

async function goOnWithout(
  context: CommandContext,
  record: MentorshipRecord,
  leaverId: string,
  rest: Pick<MentorshipRecord, 'mentorIds' | 'menteeIds'>,
): Promise<MentorshipRecord> {
  const { tx, now } = context;
  if (record.mentorIds.includes(leaverId)) await returnPlace(tx, record.scope, leaverId);
  const personIds = record.personIds.filter((id) => id !== leaverId);
  for (const session of await comingSessions(context, record))
    await tx.replace(sessions, { ...changed(session, {}, now), personIds });
  const signed = record.agreement.signed.filter((one) => one.personId !== leaverId);
  const completedBy = record.completedBy.filter((id) => id !== leaverId);
  const agreement = { ...record.agreement, signed };
  const after = { ...record, ...rest, personIds, agreement, completedBy };
  return saveMentorship(context, await whenSigned(context, after));
}

/** The sessions that are agreed and still to come: they will not be, or not with the same people. */
async function comingSessions(
  { tx, now }: CommandContext,
  { id }: Pick<MentorshipRecord, 'id'>,
): Promise<SessionRecord[]> {
  const where = { mentorshipId: id, state: 'scheduled', start: { from: now.toISOString() } } as const;
  return (await tx.find(sessions, { where, order: '+start', limit: 1000 })).items;
}

/** Somebody's enrollment after an early end. One who wants no other partner does not offer the place again. */
async function release(
  context: CommandContext,
  record: MentorshipRecord,
  personId: string,
  backToPool: boolean,
): Promise<void> {
  const more = await settleEnrollment(context, record, personId, backToPool ? 'accepted' : 'withdrawn');
  if (!more || backToPool || !record.mentorIds.includes(personId)) return;
  const pot = await context.tx.get(places, placesId(record.scope, personId));
  if (!pot || pot.left < 1 || pot.capacity < 2) return;
  await setPlaces(context.tx, record.scope, personId, pot.capacity - 1);
  await context.tx.replace(enrollments, { ...more, capacity: pot.capacity - 1 });
}

/**
 * Brings an enrollment to a state, unless the person has another mentorship in the program or had gone already.
 * Returns the enrollment that stays as it was because there is another mentorship.
 */
async function settleEnrollment(
  context: CommandContext,
  record: MentorshipRecord,
  personId: string,
  state: 'accepted' | 'withdrawn' | 'completed',
): Promise<EnrollmentRecord | undefined> {
  const { tx, now } = context;
  const enrollment = await enrollmentOf(tx, record.scope, personId);
  const program = enrollment && (await tx.get(programs, record.scope));
  if (!program || !['applied', 'accepted', 'matched'].includes(enrollment.state)) return undefined;
  const where = { personIds: personId, state: LIVE } as const;
  const others = await tx.find(mentorships, { where, order: '+createdAt', limit: 200 });
  if (others.items.some((one) => one.scope === record.scope && one.id !== record.id)) return enrollment;
  await tx.replace(enrollments, { ...enrollment, state, at: now.toISOString() });
  await tellEnrollment(tx, program, enrollment);
  return undefined;
}
