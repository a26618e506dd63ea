import { PersonRef, TimeZone } from '../../people/model.js';
import { id, text, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Day } from './kinds.js';

export const SessionState = z.enum(['scheduled', 'held', 'missed', 'canceled']);
export type SessionState = z.output<typeof SessionState>;

/** A meeting as its people agree on it. */
export const SessionDraft = z.strictObject({
  mentorshipId: id,
  title: text(200),
  agenda: text(5000).optional(),
  start: time,
  minutes: z.int().min(5).max(480).default(60),
  /** The zone in which the meeting was agreed; each person's calendar shows their own. */
  timeZone: TimeZone,
  /** A room or an address. */
  place: text(500).optional(),
  /** The step of the plan that it is for, counted from 0. */
  planStep: z.int().min(0).max(49).optional(),
});

/** What may be moved of a meeting; fields left out stay as they are, null empties one. */
export const SessionMove = SessionDraft.omit({ mentorshipId: true, planStep: true })
  .partial()
  .extend({
    id,
    minutes: z.int().min(5).max(480).optional(),
    agenda: text(5000).nullish(),
    place: text(500).nullish(),
  });
export type SessionMove = z.output<typeof SessionMove>;

/** What is written down after a meeting. */
export const SessionLog = z.strictObject({
  /** That of the session. */
  id,
  /** False when somebody did not come. */
  held: z.boolean(),
  notesShared: text(20_000).optional(),
  /** The shared notes as the caller had read them, or null: refused when somebody has changed them since. */
  replaces: text(20_000).nullable().optional(),
  /** New promises, each by one of the people. */
  commitments: z
    .array(z.strictObject({ text: text(500), ownerId: id, dueOn: Day.optional() }))
    .max(30)
    .default([]),
  /** Ids of open commitments that were kept; those in neither list are carried on. */
  kept: z.array(id).max(100).default([]),
  dropped: z.array(id).max(100).default([]),
});
export type SessionLog = z.output<typeof SessionLog>;

/** A promise made in one session, carried on until it is kept or dropped. */
export const Commitment = z.object({
  id,
  text: z.string(),
  owner: PersonRef,
  /** The session in which it was made. */
  sessionId: id,
  dueOn: Day.optional(),
  state: z.enum(['open', 'kept', 'dropped']),
  /** Through how many further sessions it was carried. */
  carried: z.int(),
});
export type Commitment = z.output<typeof Commitment>;

/** A session as its people read it; nobody else ever does. */
export const Session = z.object({
  id,
  mentorshipId: id,
  title: z.string(),
  agenda: z.string().optional(),
  start: time,
  minutes: z.int(),
  timeZone: z.string(),
  place: z.string().optional(),
  planStep: z.int().optional(),
  state: SessionState,
  /** False while not both have signed: such a session counts for nothing. */
  counts: z.boolean(),
  /** What both wrote down. */
  notesShared: z.string().optional(),
  /** The caller's own, which nobody else can read. */
  notesPrivate: z.string().optional(),
  commitments: z.array(Commitment),
  /** Of the calendar entry: the first never changes, the second rises with every change. */
  uid: z.string(),
  sequence: z.int(),
  may: z.object({ move: z.boolean(), cancel: z.boolean(), log: z.boolean() }),
});
export type Session = z.output<typeof Session>;

export interface SessionRecord {
  id: string;
  mentorshipId: string;
  personIds: string[];
  title: string;
  agenda?: string | undefined;
  start: string;
  minutes: number;
  timeZone: string;
  place?: string | undefined;
  planStep?: number | undefined;
  state: SessionState;
  counts: boolean;
  notesShared?: string | undefined;
  uid: string;
  sequence: number;
  createdById: string;
  /** When this version of the entry was made: the calendar's DTSTAMP and LAST-MODIFIED. */
  changedAt: string;
  /** When to remind of it; absent once done. */
  remindAt?: string | undefined;
}

export const sessions = collection<SessionRecord>({
  name: 'mentoring_sessions',
  indexes: [
    ['mentorshipId', 'start'],
    ['mentorshipId', 'state', 'start'],
    ['personIds', 'start'],
    ['personIds', 'state', 'start'],
    ['remindAt'],
  ],
  arrays: ['personIds'],
});

/** What one person noted for themself; the id is made of session and person. */
export interface PrivateNoteRecord {
  id: string;
  sessionId: string;
  personId: string;
  text: string;
  at: string;
}

export const privateNotes = collection<PrivateNoteRecord>({
  name: 'mentoring_private_notes',
  indexes: [['personId', 'at']],
});

export interface CommitmentRecord {
  id: string;
  mentorshipId: string;
  sessionId: string;
  ownerId: string;
  text: string;
  dueOn?: string;
  state: 'open' | 'kept' | 'dropped';
  carried: number;
  at: string;
  /** Sorts: when it was made, and its place among those made together. */
  place: string;
}

export const commitments = collection<CommitmentRecord>({
  name: 'mentoring_commitments',
  indexes: [
    ['mentorshipId', 'place'],
    ['mentorshipId', 'state', 'place'],
    ['sessionId', 'place'],
  ],
});
