import type { Constraint, CriterionName, ListedRule, Pair } from './program.js';
import type { Audience, RuleCode } from './rule-codes.js';

/** Why a criterion gave its points: all, a part, nothing, or half because data are missing. */
export type ReasonCode = 'full' | 'partial' | 'none' | 'unknown';

/** What a reason rests on: skills by name, levels, hours, ranks. Plain JSON for words to be made of. */
export type Evidence = Record<string, string | number | boolean | string[]>;

/** What one criterion gave to a pair. The points of all reasons of a pair add up to its score exactly. */
export interface Reason {
  criterion: CriterionName;
  points: number;
  /** The most this criterion could give. */
  max: number;
  reasonCode: ReasonCode;
  evidence: Evidence;
}

/** A pair of the match with its score of 10,000 and why. */
export interface ScoredPair extends Pair {
  score: number;
  reasons: Reason[];
  locked: boolean;
  /** Rules that a locked pair breaks; absent when none. */
  overrides?: RuleCode[];
}

/** A group of mentees who are all eligible only for mentors with fewer places than they are. */
export interface Shortage {
  menteeIds: string[];
  mentorIds: string[];
  places: number;
}

/** Why a mentee is left without a mentor, in a form that can be checked. */
export type UnmatchedReason =
  /** No mentor at all is eligible. */
  | {
      code: 'noEligibleMentor';
      /**
       * Mentors barred by each rule; one mentor may be barred by several. For a mentee who may not be matched with
       * anybody (opted out, not eligible, not trained) only the rules that say so.
       */
      barred: Partial<Record<RuleCode, number>>;
      mentors: number;
      /**
       * A smallest set of rules without which at least one mentor would be eligible; empty without mentors. For a
       * mentee who may not be matched with anybody, the rules that say so.
       */
      relax: RuleCode[];
    }
  /** Too few places: `shortage` indexes `Matching.shortages`, whose mentees are more than its places. */
  | { code: 'capacity'; shortage: number }
  /** The floor, the regret or the unmatched cost says rather not; `best` is the best score they could have had. */
  | { code: 'notWorthIt'; best: number }
  /** In a stable match: everybody they could have has partners whom they would rather have. */
  | { code: 'othersPreferred' };

/** A mentee without a mentor, or with fewer than they asked for. */
export interface Unmatched {
  menteeId: string;
  /** How many mentors are missing. */
  missing: number;
  reason: UnmatchedReason;
}

/**
 * The proof of a match by total: a bound that no match can beat, made of a price for each mentor's place.
 * Costs are points below a whole score (or their power, with `convexity`), less the stay bonus of current pairs, plus
 * load costs, plus `unmatchedCost` for each mentor that a mentee misses. `dual` is the sum over mentees of the least
 * of `unmatchedCost` and cost plus price over their eligible mentors, less the sum over places of what the price
 * is above the load cost. Locked pairs are outside of it.
 */
export interface OptimalityCertificate {
  primal: number;
  dual: number;
  /** primal − dual: how much better another match could be at most. */
  gap: number;
  /** True when the gap is below 1: costs are whole numbers, so nothing is better. */
  optimal: boolean;
  /** Whether the bound covers every eligible pair, or only those that the search looked at. */
  scope: 'allEligiblePairs' | 'candidateLists';
  /** What leaving one mentee out costs in this proof. */
  unmatchedCost: number;
  /** The floor that held: pairs below it are not eligible in this proof. */
  floor: number;
  /** The stay bonus that held; more than asked for when `maxMoves` needed it. */
  stayBonus: number;
  /** True when chosen parts of the answer (groups, several mentors, mutual pairs) are found by rule of thumb. */
  heuristic: boolean;
}

/** The proof of a stable match: no mentee and mentor would both rather have each other. */
export interface StabilityCertificate {
  stable: true;
  blockingPairs: 0;
}

/** How evenly scores are spread over the matched. */
export interface FairnessReport {
  /** Of the matched pairs; all 0 when there are none. */
  worst: number;
  p5: number;
  mean: number;
  /** 0 when all scores are equal, toward 1 when few have all. */
  gini: number;
  /** Jain's index: 1 when all scores are equal, 1/n when one has all. */
  jain: number;
  /** Total score given up for the floor of `maxMin`, against the match without it; otherwise 0. */
  priceOfFairness: number;
}

/** A mentee whose mentor changes. `undefined` stands for nobody. */
export interface Move {
  menteeId: string;
  from?: string;
  to?: string;
}

/** A match with its reasons and its proof. Plain JSON: it survives a structured clone and JSON itself. */
export interface Matching {
  /** In the order of mentee ids, then mentor ids. */
  pairs: ScoredPair[];
  unmatched: Unmatched[];
  shortages: Shortage[];
  /** The sum of all scores, locked pairs included. */
  total: number;
  certificate: OptimalityCertificate | StabilityCertificate;
  /** What one more place with each mentor is worth, in the certificate's cost; mentors at 0 are left out. */
  prices: Record<string, number>;
  fairness: FairnessReport;
  /** Against `program.current`; empty without one. */
  moved: Move[];
  /** Mutual pairs (each the other's mentor) that were found and broken up. */
  mutualBroken: number;
  /** Mentees for whom `maxRegret` was given up. */
  relaxed: string[];
  /** Mentors whose group stayed below their `minCapacity` and was closed. */
  closedGroups: string[];
}

/** How far a match is. `of` is an estimate until the phase ends. */
export interface MatchProgress {
  phase: 'reading' | 'candidates' | 'solving' | 'pricing' | 'fairness' | 'explaining';
  done: number;
  of: number;
}

/** Another mentor who would have scored as well or better for a mentee, and why it is not them. */
export interface Alternative {
  mentorId: string;
  score: number;
  /** `full`: their places went to people who lose more without them. `cost`: what insisting costs the whole program. */
  why: 'full' | 'rule' | 'other';
  /** Points that the whole would lose at least. */
  cost?: number;
  /** The rules between the two, for `rule`. */
  rules?: { rule: RuleCode; audience: Audience }[];
}

/** Why a mentee has, or does not have, a mentor. */
export interface Explanation {
  menteeId: string;
  mentorId?: string;
  matched: boolean;
  /** For a mentor asked about: the score and its parts, also if they are not matched. */
  score?: number;
  reasons?: Reason[];
  /** The place of this mentor among all who are eligible for the mentee, 1 is best. */
  rank?: number;
  eligible: number;
  /** What making this pair would cost the whole at least; 0 for a pair of an optimal match. */
  cost?: number;
  /** Rules between the two asked about. */
  rules: { rule: RuleCode; audience: Audience }[];
  /** Up to ten mentors who score better, best first. */
  better: Alternative[];
  /** For a mentee without a mentor. */
  unmatched?: UnmatchedReason;
}

/** A question of the form: what if … */
export type Change =
  | { change: 'capacity'; mentorId: string; by: number }
  | { change: 'pin'; pair: Pair }
  | { change: 'dropRule'; rule: ListedRule }
  | { change: 'addRule'; constraint: Constraint }
  | { change: 'weight'; criterion: CriterionName; weight: number }
  | { change: 'stayBonus'; stayBonus: number };

/** What a change would do. */
export interface MatchingDelta {
  /** Differences: the match with the change less the one without. */
  total: number;
  worst: number;
  matched: number;
  moved: Move[];
  /** The whole match with the change. */
  matching: Matching;
}

/** Something in a match that is not as it should be. */
export interface Violation {
  code:
    | 'unknownPerson'
    | 'notInRole'
    | 'rule'
    | 'capacity'
    | 'demand'
    | 'duplicate'
    | 'score'
    | 'parts'
    | 'total'
    | 'floor'
    | 'missingPair'
    | 'unmatched'
    | 'shortage'
    | 'price'
    | 'certificate'
    | 'blockingPair'
    | 'fairness';
  message: string;
  menteeId?: string;
  mentorId?: string;
  rule?: RuleCode;
}
