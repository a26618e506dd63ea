import { PersonRef } from '../../people/model.js';
import { id, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Reason } from './offer.js';

/** A run is computed by a job, looked at, changed by hand, and published or superseded. */
export const RunState = z.enum(['waiting', 'computed', 'failed', 'canceled', 'published', 'superseded']);
export type RunState = z.output<typeof RunState>;

/** What a manager may set for one run; the rest are the program's rules. */
export const RunOptions = z.strictObject({
  /** Points of 10,000 that keeping a pair of the run before is worth. */
  stayBonus: z.int().min(0).max(10_000).default(300),
  /** Raise the worst match first; as the program's rules say when left out. */
  fair: z.boolean().optional(),
});
export type RunOptions = z.output<typeof RunOptions>;

/** How sure the result is, to be recomputed by anyone. */
export const Certificate = z.object({
  optimal: z.boolean(),
  primal: z.number(),
  dual: z.number(),
  gap: z.number(),
  scope: z.enum(['allEligiblePairs', 'candidateLists']),
});

/** A match run as those who run the program see it. */
export const MatchRun = z.object({
  id,
  programId: id,
  state: RunState,
  /** Of a waiting run, in parts of 1. */
  progress: z.number(),
  /** What a waiting run does now: `reading`, `candidates`, `solving`, `pricing`, `fairness` or `explaining`. */
  phase: z.string().optional(),
  options: RunOptions,
  /** Hash of everything that went in: the same hash gives the same run. */
  inputs: z.string(),
  /** True when people, profiles or rules have changed since: run again. */
  outdated: z.boolean(),
  requestedAt: time,
  finishedAt: time.optional(),
  /** Of the pairs as they stand, moved by hand or not; the certificate and `moved` are of the run as computed. */
  figures: z
    .object({
      mentors: z.int(),
      mentees: z.int(),
      places: z.int(),
      /** Mentees with a mentor, and mentors with a mentee. */
      matched: z.int(),
      matchedMentors: z.int(),
      /** Of 10,000: the sum over pairs divided by their number. */
      mean: z.number(),
      worst: z.int(),
      /** The sum over pairs. */
      total: z.int(),
      moved: z.int(),
      /** Pairs that were made by hand, and pairs that are locked. */
      byHand: z.int(),
      locked: z.int(),
      certificate: Certificate,
      /** Milliseconds of computing. */
      took: z.number(),
    })
    .optional(),
  /** Why it failed, as a stable reason: `run.outdated` when its inputs changed while it was computed. */
  error: z.string().optional(),
});
export type MatchRun = z.output<typeof MatchRun>;

/** A proposed pair. */
export const MatchPair = z.object({
  mentor: PersonRef,
  mentee: PersonRef,
  /** Of 10,000; the points of the reasons add up to it. */
  score: z.int(),
  reasons: z.array(Reason),
  /** A locked pair stays in every later run. */
  locked: z.boolean(),
  /** True for one that the run did not make: moved by hand. */
  byHand: z.boolean(),
  /** Why a hard rule was set aside by hand. */
  override: z.string().optional(),
  /** What the mentee wants to learn, by name, most wanted first. */
  wants: z.array(z.string()).optional(),
  /** The department of the mentor. */
  department: z.string().optional(),
  /** The places of the mentor: how many this run fills, of how many. */
  places: z.object({ taken: z.int(), of: z.int() }).optional(),
});
export type MatchPair = z.output<typeof MatchPair>;

/** A mentor who would score higher for a mentee, and why it is not them. */
export const BetterMentor = z.object({
  mentor: PersonRef,
  /** Of 10,000. */
  score: z.int(),
  /** `full`: the places went to people who lose more without them. `rule`: a rule stands between the two. */
  why: z.enum(['full', 'rule', 'other']),
  /** Points of 10,000 that giving the mentee this mentor costs the whole program at least. */
  cost: z.number().optional(),
  /** The rules between the two by their codes; those that always hold go by the one name `always`. */
  rules: z.array(z.string()),
});
export type BetterMentor = z.output<typeof BetterMentor>;

/** Why a mentee has, or has not, this mentor in a run, for those who run the program. */
export const PairWhy = z.object({
  mentee: PersonRef,
  mentor: PersonRef.optional(),
  /** Of 10,000; absent without a mentor. */
  score: z.int().optional(),
  reasons: z.array(Reason),
  /** The place of the mentor among all who are eligible for the mentee, 1 is best; of how many. */
  rank: z.int().optional(),
  eligible: z.int(),
  /** The rules between the two by their codes; those that always hold go by the one name `always`. */
  rules: z.array(z.string()),
  /** Up to ten, best first. */
  better: z.array(BetterMentor),
});
export type PairWhy = z.output<typeof PairWhy>;

/** Somebody without a partner, and why. */
export const Leftover = z.object({
  person: PersonRef,
  side: z.enum(['mentor', 'mentee']),
  /**
   * Of mentees `noMentors`, `noMentorWithSkill`, `allTaken`, `rules`, `notWorthIt`, `training`, `byHand`; of mentors
   * `unneeded`, `room`, `training`.
   */
  why: z.string(),
  /**
   * Figures that the words need. `noMentorWithSkill`: `skills` by name. `allTaken`: `wanting`, `mentors`, `places`.
   * `rules`: `mentors` in all, how many each rule bars by its code, those that always hold together as `always`, and
   * `relax`, the rules without which there would be a mentor. `notWorthIt`: the `best` score. `unneeded`, `room`: how
   * many places are `free` of how many `places`.
   */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});
export type Leftover = z.output<typeof Leftover>;

export interface RunRecord {
  id: string;
  programId: string;
  state: RunState;
  options: z.output<typeof RunOptions>;
  inputs: string;
  /** The run whose pairs and locks it began from. */
  beforeId?: string;
  requestedById: string;
  requestedAt: string;
  finishedAt?: string;
  figures?: NonNullable<MatchRun['figures']>;
  error?: string;
  /** Dual prices of the mentors by id, and the terms of the proof: explanations are made of them. */
  prices?: Record<string, number>;
  proof?: { unmatchedCost: number; floor: number; stayBonus: number };
}

export const runs = collection<RunRecord>({
  name: 'match_runs',
  indexes: [
    ['programId', 'requestedAt'],
    ['programId', 'state', 'requestedAt'],
    ['state', 'requestedAt'],
  ],
});

export interface PairRecord {
  /** `run mentee mentor`. */
  id: string;
  runId: string;
  mentorId: string;
  menteeId: string;
  score: number;
  reasons: z.output<typeof Reason>[];
  locked: boolean;
  byHand: boolean;
  override?: string;
  /** The mentorship that it became. */
  mentorshipId?: string;
  /** Sorts pairs: worst score first, as a fixed number of digits and the mentee. */
  place: string;
}

export const pairs = collection<PairRecord>({
  name: 'match_pairs',
  indexes: [
    ['runId', 'place'],
    ['runId', 'mentorId', 'place'],
    ['runId', 'menteeId', 'place'],
  ],
});

export interface LeftoverRecord {
  /** `run side person`. */
  id: string;
  runId: string;
  personId: string;
  side: 'mentor' | 'mentee';
  why: string;
  facts: Record<string, string | number | boolean | string[]>;
}

export const leftovers = collection<LeftoverRecord>({
  name: 'match_leftovers',
  indexes: [['runId', 'side', 'personId']],
});
