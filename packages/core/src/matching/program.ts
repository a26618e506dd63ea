import type { RuleCode } from './rule-codes.js';

/** What a whole score is: 100 %. */
export const FULL_SCORE = 10_000;

/** What makes a match better, by name. */
export const CRITERIA = [
  'wantedSkill',
  'evidencedSkill',
  'goalOverlap',
  'gradeGap',
  'timeOverlap',
  'department',
  'sharedLanguage',
  'location',
  'interests',
  'preference',
  'freshPartner',
  'exposure',
] as const;
export type CriterionName = (typeof CRITERIA)[number];

/** Criteria without settings of their own. */
export type PlainCriterion = Exclude<CriterionName, 'gradeGap' | 'timeOverlap' | 'department'>;

/**
 * What makes a match better, and how much it counts against the others: weights are made to sum to 10,000 points.
 * Each criterion agrees between 0 and 100 % with a pair and gives that part of its points. Where data are missing on
 * either side it gives half of its points: a sparse profile looks neither perfect nor hopeless.
 *
 * - `wantedSkill`: each goal of the mentee has an equal part. The gap is the mentor's level minus the mentee's own,
 *   or minus one below the wanted level where the mentee has none: 1 or 2 gives all, 3 gives 75 %, 4 gives 50 %,
 *   none or less gives nothing.
 * - `evidencedSkill`: for each goal that is covered so, all with three or more pieces of evidence, half with one or two.
 * - `goalOverlap`: the part of the mentee's goals that the mentor pursues too.
 * - `gradeGap`: grades from mentee to mentor, the other way in a reverse program, without sign for `either`. All at
 *   `peak`, falling in a straight line to nothing one grade outside `min` to `max`.
 * - `timeOverlap`: hours of the two working days in common, all from `hours` on.
 * - `department`: all when the two are of different departments, or of the same if `prefer` says so.
 * - `sharedLanguage`, `location`: all when they have one in common.
 * - `interests`: those in common as a part of the shorter list.
 * - `preference`: the place on the other's list of wishes, all for the first; the mean of both sides' lists.
 * - `freshPartner`: all when the two were never partners, else nothing.
 * - `exposure`: all for a mentor nobody asks, half with one open request per place, a third with two.
 */
export type Criterion =
  | { criterion: PlainCriterion; weight: number }
  | { criterion: 'gradeGap'; weight: number; min?: number; peak?: number; max?: number }
  | { criterion: 'timeOverlap'; weight: number; hours?: number }
  | { criterion: 'department'; weight: number; prefer?: 'other' | 'same' };

/**
 * What a pair must obey. `self`, `blocked`, `optOut`, `notEligible` and `noCapacity` always hold and are not listed.
 * Where the data that a rule asks for are missing on either side, it does not exclude; only `training` does.
 *
 * - `reportingLine`: neither is anywhere above the other.
 * - `commonLanguage`: they have a language in common.
 * - `hoursApart`: the clocks of their zones differ by at most `hours`.
 * - `overlapHours`: their working days have at least `hours` in common.
 * - `levelGap`: grades counted as for the criterion `gradeGap`, between `min` and `max`.
 * - `strongerInSkill`: the mentor is above the mentee in at least one skill that the mentee wants.
 * - `sameTeam`, `sameDepartment`: they are of different ones.
 * - `training`: both have done it.
 * - `previousPartners`: they were not partners before.
 */
export type Constraint =
  | { rule: Exclude<ListedRule, 'hoursApart' | 'overlapHours' | 'levelGap'> }
  | { rule: 'hoursApart'; hours: number }
  | { rule: 'overlapHours'; hours: number }
  | { rule: 'levelGap'; min?: number; max?: number };

/** The rules that a program may list. */
export type ListedRule = Exclude<RuleCode, 'self' | 'blocked' | 'optOut' | 'notEligible' | 'noCapacity'>;

/** A mentee and their mentor, by id. */
export interface Pair {
  menteeId: string;
  mentorId: string;
}

/** What the match is after; as many pairs as possible, then the greatest total score, when left out. */
export interface Objective {
  /**
   * `first`: as many as possible are matched, then the total counts. A number: what leaving a mentee out costs, in
   * points below a whole score, so that 6000 leaves out whoever could only be matched at less than 40 %.
   */
  participation?: 'first' | { unmatchedCost: number };
  /** No pair scores less; `maxMin`: no pair scores less than the best floor under which just as many are matched. */
  floor?: number | 'maxMin';
  /** No mentee is matched at more than this many points below their own best; given up for those it leaves out. */
  maxRegret?: number;
  /** 1 to 3: points lost count to this power, so that one bad match weighs more than several fair ones. */
  convexity?: number;
  /** What the first, second, … mentee of a mentor costs extra, in points, never falling. The last goes on. */
  loadBalance?: number[];
}

/** The match that is running, for a re-match. */
export interface CurrentMatch {
  pairs: Pair[];
  /** These stay, whatever the rules say. Each counts toward capacity and demand. */
  locked?: Pair[];
  /** Points that staying together is worth to each current pair; 0 when left out. */
  stayBonus?: number;
  /** At most this many current pairs part, if that can be had; raises the stay bonus as far as needed. */
  maxMoves?: number;
}

/** How to match. Plain JSON. */
export interface MatchProgram {
  criteria: Criterion[];
  constraints: Constraint[];
  objective?: Objective;
  /** `maxTotal` when left out. `stable`: no two people would both rather have each other. */
  method?: 'maxTotal' | 'stable';
  /** For `stable`: whose best stable match it is; the mentees' when left out. */
  proposing?: 'mentee' | 'mentor';
  current?: CurrentMatch;
  /** How many candidates per mentee the search begins with; it goes on until more would change nothing. */
  candidatesPerMentee?: number;
  /** The day on which clocks are compared, as an ISO time. Needed by `timeOverlap`, `overlapHours` and `hoursApart`. */
  at?: string;
  /** Who teaches whom, for grades: `forward` (the more senior the other) when left out. */
  direction?: 'forward' | 'reverse' | 'either';
}
