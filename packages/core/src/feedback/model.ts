import { PersonRef, UnitRef } from '../people/model.js';
import { id, text, time, z } from '../schema.js';
import { collection } from '../store/store.js';

/** A day of the calendar in the organization's zone, as `2026-03-31`. */
const Day = z.iso.date();

/** A text by its receiver or giver: what happened, what the person did, what came of it. */
const situation = text(1000);
const behavior = text(2000);
const impact = text(2000);
/** A wish for the next time. */
const feedforward = text(1000);

/** A feedback note as its giver writes it. */
export const FeedbackDraft = z.strictObject({
  /** The person it is for, and about. */
  receiver: id,
  situation,
  behavior,
  impact,
  feedforward: feedforward.optional(),
  /** Ids of skills of the catalog that it is about. */
  skills: z.array(id).max(3, 'Name at most three skills.').default([]),
  /** The request that it answers. */
  requestId: id.optional(),
});
export type FeedbackDraft = z.input<typeof FeedbackDraft>;

/** Where a note stands. */
export const NOTE_STATES = ['sent', 'read', 'acknowledged', 'withdrawn'] as const;
export const NoteState = z.enum(NOTE_STATES);
export type NoteState = z.output<typeof NoteState>;

/** A feedback note as one of those who may read it does. */
export const FeedbackNote = z.object({
  id,
  giver: PersonRef,
  receiver: PersonRef,
  state: NoteState,
  at: time,
  /** The question that it answers. Part of the content: absent while the receiver has not opened the note. */
  question: z.string().optional(),
  /** Absent for its receiver until the note is marked as read: until then the giver can take it back unseen. */
  content: z
    .object({
      situation: z.string(),
      behavior: z.string(),
      impact: z.string(),
      feedforward: z.string().optional(),
      skills: z.array(UnitRef),
    })
    .optional(),
  readAt: time.optional(),
  acknowledgedAt: time.optional(),
  /** What the receiver answered when acknowledging; for giver and receiver. */
  thanks: z.string().optional(),
  /** For the receiver: whether it lies in the archive, and who else reads it. */
  archived: z.boolean().optional(),
  sharedWith: z.array(PersonRef).optional(),
  may: z.object({
    markRead: z.boolean(),
    acknowledge: z.boolean(),
    share: z.boolean(),
    archive: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type FeedbackNote = z.output<typeof FeedbackNote>;

/** Who reads a note, the caller not among them. */
export const FeedbackAudience = z.object({
  people: z.array(PersonRef),
  /** Nobody else, unless this person shares it. Absent when that is the caller. */
  sharedBy: PersonRef.optional(),
});
export type FeedbackAudience = z.output<typeof FeedbackAudience>;

/** A request as the one who asks writes it. */
export const FeedbackRequestDraft = z.strictObject({
  /** The person it is about: the caller when left out, else somebody who reports to the caller. */
  subject: id.optional(),
  /** Who is asked. */
  reviewers: z.array(id).min(1, 'Choose whom you want to ask.').max(10),
  question: text(1000),
  /** The last day for an answer. */
  dueOn: Day,
});
export type FeedbackRequestDraft = z.input<typeof FeedbackRequestDraft>;

/** Where the answer of one reviewer stands. */
export const ASK_STATES = ['open', 'answered', 'declined', 'expired', 'withdrawn'] as const;
export const AskState = z.enum(ASK_STATES);
export type AskState = z.output<typeof AskState>;

/** A request for feedback as its requester, its subject or a reviewer reads it. */
export const FeedbackRequest = z.object({
  id,
  requester: PersonRef,
  /** Whom the feedback is about: it goes to this person alone. */
  subject: PersonRef,
  question: z.string(),
  dueOn: Day,
  at: time,
  /** For a reviewer: their own answer. Else `open` while somebody may still answer. */
  state: AskState,
  /** The note with which the caller has answered. */
  noteId: id.optional(),
  /**
   * For requester and subject: who was asked. `state` is there for the subject, who gets the notes; a requester who is
   * not the subject learns of declines alone. `why` is what a reviewer who declined said.
   */
  reviewers: z
    .array(z.object({ person: PersonRef, state: AskState.optional(), why: z.string().optional() }))
    .optional(),
  may: z.object({ answer: z.boolean(), decline: z.boolean(), withdraw: z.boolean() }),
});
export type FeedbackRequest = z.output<typeof FeedbackRequest>;

/** A note as stored. */
export interface NoteRecord {
  id: string;
  giverId: string;
  receiverId: string;
  requestId?: string;
  situation: string;
  behavior: string;
  impact: string;
  feedforward?: string;
  skillIds: string[];
  state: NoteState;
  /** Where it lies for its receiver. */
  shelf: 'inbox' | 'archive' | 'withdrawn';
  /** Whom the receiver shared it with. */
  sharedIds: string[];
  at: string;
  readAt?: string;
  acknowledgedAt?: string;
  thanks?: string;
}

export const notes = collection<NoteRecord>({
  name: 'feedback_notes',
  indexes: [
    ['receiverId', 'shelf', 'at'],
    ['receiverId', 'state', 'at'],
    ['giverId', 'at'],
    ['sharedIds', 'at'],
  ],
  arrays: ['sharedIds'],
});

/** A request as stored; what became of it is told by its asks. */
export interface FeedbackRequestRecord {
  id: string;
  requesterId: string;
  subjectId: string;
  question: string;
  dueOn: string;
  at: string;
  /** Its requester has taken it back. */
  withdrawn?: true;
}

export const feedbackRequests = collection<FeedbackRequestRecord>({
  name: 'feedback_requests',
  indexes: [
    ['requesterId', 'at'],
    ['subjectId', 'at'],
  ],
});

/** One reviewer's part of a request. */
export interface AskRecord {
  id: string;
  requestId: string;
  reviewerId: string;
  state: AskState;
  at: string;
  /** The last day for an answer, and the moment at which it has passed. */
  dueOn: string;
  expiresAt: string;
  /** When the reviewer is to be reminded next; absent when no reminder is left. */
  remindAt?: string;
  noteId?: string;
  /** Why the reviewer declined; for who asked. */
  why?: string;
}

export const asks = collection<AskRecord>({
  name: 'feedback_asks',
  indexes: [
    ['requestId', 'at'],
    ['requestId', 'reviewerId', 'at'],
    ['reviewerId', 'at'],
    ['reviewerId', 'state', 'at'],
    ['state', 'expiresAt'],
    ['state', 'remindAt'],
  ],
  unique: [['requestId', 'reviewerId']],
});
