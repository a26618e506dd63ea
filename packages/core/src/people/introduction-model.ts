import { id, text, time, z } from '../schema.js';
import { collection } from '../store/store.js';
import { PersonRef } from './model.js';

export const IntroductionState = z.enum(['proposed', 'accepted', 'declined', 'withdrawn']);
export type IntroductionState = z.output<typeof IntroductionState>;

/** How a mentor introduces a mentee to somebody. */
export const IntroductionDraft = z.strictObject({
  /** Who is introduced: a mentee of the caller's. */
  forId: id,
  /** To whom. */
  toId: id,
  /** What the third person reads: who this is, and why the two should talk. */
  message: text(1000),
});

/** What the two who were introduced then know of each other. */
export const Contact = z.object({ person: PersonRef, email: z.string().optional() });

/** An introduction as one of its people reads it. The mentee reads nothing before it is accepted. */
export const Introduction = z.object({
  id,
  /** Who introduces. */
  by: PersonRef,
  /** The mentee. */
  for: PersonRef,
  /** The third person. */
  to: PersonRef,
  message: z.string(),
  state: IntroductionState,
  /** What the third person wrote. */
  answer: z.string().optional(),
  /** Once accepted: how mentee and third person reach each other. Only for these two. */
  contact: Contact.optional(),
  at: time,
  answeredAt: time.optional(),
  may: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
});
export type Introduction = z.output<typeof Introduction>;

/** An introduction as stored. */
export interface IntroductionRecord {
  id: string;
  byId: string;
  forId: string;
  toId: string;
  message: string;
  state: IntroductionState;
  answer?: string;
  at: string;
  answeredAt?: string;
  /** `by for to` while proposed, so that nobody is asked twice at a time. */
  open?: string;
}

export const introductions = collection<IntroductionRecord>({
  name: 'introductions',
  indexes: [
    ['byId', 'at'],
    ['byId', 'open', 'at'],
    ['toId', 'at'],
    ['forId', 'state', 'at'],
  ],
  unique: [['open']],
});
