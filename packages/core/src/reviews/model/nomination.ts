import { PersonRef } from '../../people/model.js';
import { id, text, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Day, Direction } from './kinds.js';

/** Where a nomination stands. It never says whether anybody has answered. */
export const NOMINATION_STATES = ['proposed', 'approved', 'rejected', 'declined', 'withdrawn'] as const;
export const NominationState = z.enum(NOMINATION_STATES);
export type NominationState = z.output<typeof NominationState>;

/** A reviewer proposed for a subject. */
export const Nomination = z.object({
  id,
  cycleId: id,
  subject: PersonRef,
  reviewer: PersonRef,
  direction: Direction,
  state: NominationState,
  by: PersonRef.optional(),
  /** Why it was rejected, taken out or declined. The person who was rejected or taken out is not told. */
  reason: z.string().optional(),
  /** The nomination in whose place this one came. */
  replaces: id.optional(),
  /** Until when this reviewer may answer, where it is longer than for the others. */
  dueOn: Day.optional(),
  at: time,
  may: z.object({ decide: z.boolean(), withdraw: z.boolean(), replace: z.boolean(), extend: z.boolean() }),
});
export type Nomination = z.output<typeof Nomination>;

/** A nomination as stored: also the one of each subject, and of each subject's manager. */
export interface NominationRecord {
  id: string;
  cycleId: string;
  subjectId: string;
  reviewerId: string;
  direction: z.output<typeof Direction>;
  state: NominationState;
  byId: string;
  decidedById?: string;
  reason?: string;
  replacesId?: string;
  dueOn?: string;
  at: string;
  /** Of a form with a name on it: the reviewer has opened it. That of a nameless one is known to its round alone. */
  opened?: true;
  /** Cycle, subject and reviewer while it stands or waits: nobody is asked twice about the same person. */
  live?: string;
}

export const nominations = collection<NominationRecord>({
  name: 'review_nominations',
  indexes: [
    ['cycleId', 'subjectId', 'at'],
    ['cycleId', 'state', 'at'],
    ['cycleId', 'direction', 'state', 'at'],
    ['reviewerId', 'state', 'at'],
  ],
  unique: [['live']],
});

/** Somebody to propose, as the one who proposes writes it. */
export const NominationDraft = z.strictObject({
  personId: id,
  direction: z.enum(['peer', 'upward', 'external']),
  /** A declined or rejected nomination of the same subject in whose place this one comes. */
  replaces: id.optional(),
});

/** Why somebody is suggested: what everyone can see, or what the caller has a part in. */
export const SuggestionReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('team'), name: z.string() }),
  z.object({ kind: z.literal('kudos'), count: z.int() }),
  z.object({ kind: z.literal('mentorship') }),
  z.object({ kind: z.literal('reports') }),
]);

/** A reviewer that the product suggests. */
export const ReviewerSuggestion = z.object({
  person: PersonRef,
  department: z.string().optional(),
  why: z.array(SuggestionReason),
});
export type ReviewerSuggestion = z.output<typeof ReviewerSuggestion>;

/** Why somebody declines. */
export const Why = text(1000);
/** Why somebody is not asked: for those who propose. */
export const WhyNot = text(300);
