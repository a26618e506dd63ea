import type { MentorshipRecord } from './model/mentorship.js';

/** A mentorship that was begun on 1 March 2026 and that both have signed, but for what a test cares about. */
export function mentorship(facts: Partial<MentorshipRecord> = {}): MentorshipRecord {
  const at = '2026-03-01T09:00:00.000Z';
  return {
    id: 'm1',
    scope: 'open',
    kind: 'mentoring',
    mentorIds: ['mo'],
    menteeIds: ['ana'],
    personIds: ['mo', 'ana'],
    state: 'active',
    agreement: {
      text: 'We keep it between us.',
      signed: [
        { personId: 'mo', at },
        { personId: 'ana', at },
      ],
    },
    goals: [],
    cadenceDays: 14,
    stalledAfterDays: 21,
    oneOff: false,
    plan: [],
    sessionsHeld: 0,
    completedBy: [],
    createdAt: at,
    ...facts,
  };
}
