import type { CommandContext } from '../operation.js';
import type { MentorshipRecord } from './model/mentorship.js';
import { sessions } from './model/session.js';
import { isSigned, withHeld } from './rules/states.js';
import { dayOf } from './rules/zone.js';

/** With the last signature it is agreed, or active when its day has come; sessions held before count from now on. */
export async function whenSigned(
  context: CommandContext,
  record: MentorshipRecord,
): Promise<MentorshipRecord> {
  if (record.state !== 'proposed' || !isSigned(record)) return record;
  const { tx, now, settings } = context;
  const today = dayOf(now.toISOString(), settings.timeZone);
  const state = record.startsOn !== undefined && record.startsOn > today ? 'agreed' : 'active';
  const where = { mentorshipId: record.id, state: 'held' } as const;
  const held = await tx.find(sessions, { where, order: '+start', limit: 1000 });
  for (const session of held.items) await tx.replace(sessions, { ...session, counts: true });
  return withHeld({ ...record, state }, held.items, now);
}
