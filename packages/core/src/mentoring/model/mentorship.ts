import { PersonRef, UnitRef } from '../../people/model.js';
import { id, text, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Day, MentorshipKind, Side } from './kinds.js';

export const MENTORSHIP_STATES = [
  'proposed',
  'agreed',
  'active',
  'paused',
  'wrappingUp',
  'completed',
  'endedEarly',
] as const;
export const MentorshipState = z.enum(MENTORSHIP_STATES);
export type MentorshipState = z.output<typeof MentorshipState>;

/** Something that the mentee wants to reach. */
export const Goal = z.object({
  id,
  title: z.string(),
  skill: UnitRef.optional(),
  dueOn: Day.optional(),
  /** In percent, as last set by either side. */
  progress: z.int(),
  state: z.enum(['open', 'met', 'dropped']),
});
export type Goal = z.output<typeof Goal>;

/** A mentorship as its people read it. Those who run the program read `MentorshipStatus` instead. */
export const Mentorship = z.object({
  id,
  program: UnitRef.optional(),
  kind: MentorshipKind,
  mentors: z.array(PersonRef),
  mentees: z.array(PersonRef),
  /** The caller's own side. */
  side: Side,
  state: MentorshipState,
  /** What was asked for, in the mentee's words. */
  ask: z.string().optional(),
  agreement: z.object({
    text: z.string(),
    signed: z.array(z.object({ person: PersonRef, at: time })),
  }),
  goals: z.array(Goal),
  cadenceDays: z.int(),
  /** A single conversation rather than a row of them. */
  oneOff: z.boolean(),
  startsOn: Day.optional(),
  endsOn: Day.optional(),
  pausedUntil: Day.optional(),
  /** The meetings of the program's plan, and which session was held for each. */
  plan: z.array(
    z.object({ title: z.string(), agenda: z.string(), dueOn: Day.optional(), sessionId: id.optional() }),
  ),
  sessionsHeld: z.int(),
  lastHeldAt: time.optional(),
  /** When the next session is, if one is agreed. */
  nextAt: time.optional(),
  /** Who has written the closing reflection. */
  closedBy: z.array(PersonRef),
  /** An early end as everybody may read it: never the reason, which only the one who gave it reads again. */
  ended: z
    .object({
      at: time,
      neutral: z.literal(true),
      yours: z.object({ reason: z.string(), note: z.string().optional() }).optional(),
    })
    .optional(),
  /** What the caller may do now. */
  may: z.object({
    sign: z.boolean(),
    edit: z.boolean(),
    schedule: z.boolean(),
    pause: z.boolean(),
    resume: z.boolean(),
    endEarly: z.boolean(),
    complete: z.boolean(),
    thank: z.boolean(),
  }),
  createdAt: time,
});
export type Mentorship = z.output<typeof Mentorship>;

/** A mentorship as those who run the program see it: whether it lives, never what is said in it. */
export const MentorshipStatus = z.object({
  id,
  mentors: z.array(PersonRef),
  mentees: z.array(PersonRef),
  state: MentorshipState,
  signed: z.int(),
  sessionsHeld: z.int(),
  lastHeldAt: time.optional(),
  nextAt: time.optional(),
  goals: z.object({ open: z.int(), met: z.int() }),
  /** Since when it is stalled: no session held or agreed for longer than the program allows. */
  stalledSince: time.optional(),
  nudgedAt: time.optional(),
  /** Why it ended early, where the caller may know: the manager of the program and HR. */
  ending: z.object({ reason: z.string(), note: z.string().optional(), at: time }).optional(),
});
export type MentorshipStatus = z.output<typeof MentorshipStatus>;

/** What a goal is set to. */
export const GoalDraft = z.strictObject({
  mentorshipId: id,
  /** Of the goal to change; a new one is made without it. */
  goalId: id.optional(),
  title: text(200),
  /** A skill by name. */
  skill: text(80).optional(),
  dueOn: Day.optional(),
});

/** Somebody who reports to the caller, and of their mentorships, where the program allows, that they exist. */
export const ReportMentorships = z.object({
  person: PersonRef,
  mentorships: z.array(z.object({ side: Side, program: UnitRef, since: time })),
});

/** A thank-you that is due: to whom, and what a draft can say. Nothing is sent by itself. */
export const ThanksDue = z.object({
  mentorshipId: id,
  to: PersonRef,
  kind: MentorshipKind,
  program: UnitRef.optional(),
  sessionsHeld: z.int(),
  /** The titles of the goals that were met. */
  goalsMet: z.array(z.string()),
  /** Their skills, as far as the catalog lists them. */
  skills: z.array(UnitRef),
  completedAt: time,
});
export type ThanksDue = z.output<typeof ThanksDue>;

/** A mentorship as stored. Sessions, notes, reflections and endings are records of their own. */
export interface MentorshipRecord {
  id: string;
  /** The program it belongs to, or `open`. */
  scope: string;
  kind: MentorshipKind;
  mentorIds: string[];
  menteeIds: string[];
  /** All of them. */
  personIds: string[];
  state: MentorshipState;
  ask?: string | undefined;
  agreement: { text: string; signed: { personId: string; at: string }[] };
  goals: {
    id: string;
    title: string;
    skillId?: string;
    dueOn?: string;
    progress: number;
    state: 'open' | 'met' | 'dropped';
  }[];
  cadenceDays: number;
  stalledAfterDays: number;
  oneOff: boolean;
  plan: { title: string; agenda: string; dueAfterDays: number; sessionId?: string }[];
  startsOn?: string | undefined;
  endsOn?: string | undefined;
  pausedUntil?: string | undefined;
  /** When the last pause ended: the time without a session counts from there. */
  resumedAt?: string | undefined;
  /** Held sessions that count. */
  sessionsHeld: number;
  lastHeldAt?: string | undefined;
  /** When the next session begins, as known when the record was written; it may have passed since. */
  nextAt?: string | undefined;
  /** When it counts as stalled unless something happens; absent while it cannot be (paused, ended). */
  stallsAt?: string | undefined;
  stalledSince?: string | undefined;
  nudgedAt?: string | undefined;
  /** Since when it is wrapping up. */
  wrapUpSince?: string | undefined;
  /** When the product itself has something to do about it; absent when nothing is to come. */
  dueAt?: string | undefined;
  /** Who has written the closing reflection. */
  completedBy: string[];
  /** Who will not be offered to thank the others any more. */
  thanksDismissedBy?: string[] | undefined;
  createdAt: string;
  endedAt?: string | undefined;
}

export const mentorships = collection<MentorshipRecord>({
  name: 'mentorships',
  indexes: [
    ['personIds', 'createdAt'],
    ['personIds', 'state', 'createdAt'],
    ['scope', 'createdAt'],
    ['scope', 'state', 'createdAt'],
    ['dueAt'],
    ['scope', 'stalledSince'],
  ],
  arrays: ['personIds'],
});

/** Why a mentorship ended early: for its author, the manager of the program and HR, and nobody else. */
export const EndReason = z.enum(['notRightFit', 'noTime', 'goalsReached', 'left', 'other']);

/** Why a mentorship ended early. `byId` is `system` where nobody ended it: somebody left the organization. */
export interface EndingRecord {
  /** That of the mentorship; of somebody who left a circle that goes on, `mentorship person`. */
  id: string;
  scope: string;
  byId: string;
  reason: z.output<typeof EndReason>;
  note?: string;
  at: string;
}

export const endings = collection<EndingRecord>({
  name: 'mentorship_endings',
  indexes: [['scope', 'at']],
});
