import type { PersonRef } from '../people/model.js';
import type { EndingRecord, MentorshipRecord, MentorshipStatus } from './model/mentorship.js';

/**
 * A mentorship as those who run its program see it: whether it lives, never what is said in it. `people`: those
 * of the record by id. `ending`: why it ended early, given only where the reader may know.
 */
export function statusOf(
  record: MentorshipRecord,
  people: ReadonlyMap<string, PersonRef>,
  now: Date,
  ending?: EndingRecord,
): MentorshipStatus {
  const named = (ids: readonly string[]) => ids.flatMap((id) => people.get(id) ?? []);
  const { lastHeldAt, nextAt, stalledSince, nudgedAt } = record;
  const coming = nextAt !== undefined && nextAt > now.toISOString();
  return {
    id: record.id,
    mentors: named(record.mentorIds),
    mentees: named(record.menteeIds),
    state: record.state,
    signed: record.agreement.signed.length,
    sessionsHeld: record.sessionsHeld,
    ...(lastHeldAt !== undefined && { lastHeldAt }),
    ...(coming && { nextAt }),
    goals: {
      open: record.goals.filter((goal) => goal.state === 'open').length,
      met: record.goals.filter((goal) => goal.state === 'met').length,
    },
    ...(stalledSince !== undefined && { stalledSince }),
    ...(nudgedAt !== undefined && { nudgedAt }),
    ...(ending && { ending: endingOf(ending) }),
  };
}

function endingOf({ reason, note, at }: EndingRecord): NonNullable<MentorshipStatus['ending']> {
  return { reason, ...(note !== undefined && { note }), at };
}
