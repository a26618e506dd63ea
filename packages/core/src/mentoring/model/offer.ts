import { Level, PersonRef, UnitRef } from '../../people/model.js';
import { id, text, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Direction, MentorshipKind } from './kinds.js';

/** What somebody offers to everyone, outside of programs. */
export const OfferDraft = z.strictObject({
  /** Closed offers are in no list, and their open requests are closed kindly. */
  open: z.boolean(),
  capacity: z.int().min(1).max(20),
  kinds: z.array(MentorshipKind).min(1).max(5).default(['mentoring']),
  /** Whether single conversations are welcome. */
  oneOff: z.boolean().default(true),
  direction: Direction.default('either'),
  /** What the person likes to be asked about, in their words. */
  about: text(1000).optional(),
});
export type OfferDraft = z.output<typeof OfferDraft>;

/** The caller's own offer. */
export const Offer = OfferDraft.extend({
  /** Places that are free now. */
  left: z.int(),
  /** The open requests that wait for an answer. */
  waiting: z.int(),
});
export type Offer = z.output<typeof Offer>;

/** Why a mentor appears: words are the interface's, facts are these. */
export const Reason = z.object({
  /** Stable, such as `wantedSkill` or `timeOverlap`. */
  criterion: z.string(),
  points: z.int(),
  max: z.int(),
  reason: z.string(),
  /** What the words need: names of skills, counts, hours. */
  evidence: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type Reason = z.output<typeof Reason>;

/** A mentor in the finder. */
export const FoundMentor = z.object({
  person: PersonRef,
  department: z.string().optional(),
  timeZone: z.string().optional(),
  languages: z.array(z.string()),
  about: z.string().optional(),
  kinds: z.array(MentorshipKind),
  oneOff: z.boolean(),
  skills: z.array(
    z.object({
      skill: UnitRef,
      level: Level,
      /** How often the person was thanked in public for it, with a reference; only with their consent. */
      evidenced: z.int().optional(),
    }),
  ),
  /** Of 10,000. */
  score: z.int(),
  reasons: z.array(Reason),
  left: z.int(),
  /** The caller's open request to this mentor. */
  requestId: id.optional(),
});
export type FoundMentor = z.output<typeof FoundMentor>;

/** An offer as stored; it is listed while open and places are left. */
export interface OfferRecord extends Omit<OfferDraft, 'about'> {
  /** That of the person. */
  id: string;
  about?: string;
  /** `open` while it can be found, else `closed`. */
  shelf: 'open' | 'closed';
  changedAt: string;
}

export const offers = collection<OfferRecord>({
  name: 'mentoring_offers',
  indexes: [['shelf', 'changedAt']],
  search: ['about'],
});

export const RequestState = z.enum([
  'pending',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'closedByCapacity',
]);

/** How a mentee asks. */
export const RequestDraft = z.strictObject({
  mentorId: id,
  /** What it is about and why this person. */
  ask: text(2000),
  /** The skill that it is about, by id. */
  skill: id.optional(),
  kind: MentorshipKind.default('mentoring'),
  oneOff: z.boolean().default(false),
});
export type RequestDraft = z.output<typeof RequestDraft>;

/** A request as its two people read it. */
export const MentorshipRequest = z.object({
  id,
  mentee: PersonRef,
  mentor: PersonRef,
  ask: z.string(),
  skill: UnitRef.optional(),
  kind: MentorshipKind,
  oneOff: z.boolean(),
  state: RequestState,
  /** What the mentor wrote when she declined. */
  answer: z.string().optional(),
  at: time,
  expiresAt: time,
  /** How often the expiry was put off. */
  extended: z.int(),
  answeredAt: time.optional(),
  mentorshipId: id.optional(),
  may: z.object({ respond: z.boolean(), extend: z.boolean(), withdraw: z.boolean() }),
});
export type MentorshipRequest = z.output<typeof MentorshipRequest>;

export interface RequestRecord {
  id: string;
  menteeId: string;
  mentorId: string;
  ask: string;
  skillId?: string;
  kind: MentorshipKind;
  oneOff: boolean;
  state: z.output<typeof RequestState>;
  answer?: string;
  at: string;
  expiresAt: string;
  extended: number;
  /** Who put it off last. */
  extendedById?: string;
  /** When to remind the mentor; absent once nothing more is due. */
  remindAt?: string;
  reminders: number;
  answeredAt?: string;
  mentorshipId?: string;
  /** `mentee mentor` while pending, so that there is one open request between two people at most. */
  pair?: string;
}

export const requests = collection<RequestRecord>({
  name: 'mentorship_requests',
  indexes: [
    ['menteeId', 'at'],
    ['menteeId', 'state', 'at'],
    ['mentorId', 'at'],
    ['mentorId', 'state', 'at'],
    ['state', 'expiresAt'],
    ['state', 'remindAt'],
  ],
  unique: [['pair']],
});
