import type { CommandContext } from '../operation.js';
import { mentorships, type MentorshipRecord } from './model/mentorship.js';
import { takePlace } from './places.js';
import { withDue } from './rules/due.js';

/** What a mentorship begins with: a published pair or an accepted request. */
export type Beginning = Pick<
  MentorshipRecord,
  | 'scope'
  | 'kind'
  | 'mentorIds'
  | 'menteeIds'
  | 'ask'
  | 'cadenceDays'
  | 'stalledAfterDays'
  | 'oneOff'
  | 'plan'
  | 'startsOn'
  | 'endsOn'
> & { agreement: string };

/**
 * Begins a mentorship: takes a place of each mentor (refused with `mentor.full`), writes the record and tells
 * its people. It counts as active, with its places, from now on; sessions count once all have signed.
 */
export async function begin(context: CommandContext, beginning: Beginning): Promise<MentorshipRecord> {
  const { tx, now, newId, settings } = context;
  const { agreement, ...rest } = beginning;
  for (const mentorId of beginning.mentorIds) await takePlace(tx, beginning.scope, mentorId);
  const record: MentorshipRecord = {
    id: newId(),
    ...rest,
    personIds: [...beginning.mentorIds, ...beginning.menteeIds],
    state: 'proposed',
    agreement: { text: agreement, signed: [] },
    goals: [],
    sessionsHeld: 0,
    completedBy: [],
    createdAt: now.toISOString(),
  };
  await tx.insert(mentorships, withDue(record, settings.timeZone));
  await tx.tell({ type: 'mentorship.begun', ids: [record.id], audience: record.personIds });
  return record;
}
