import { pointsFrom, type Weighed } from './criteria.js';
import type { Facts } from './facts.js';
import type { Reason } from './matching.js';

/** The score of a pair of 10,000: the sum of what each criterion gives. */
export function scoreOf(criteria: readonly Weighed[], mentee: Facts, mentor: Facts): number {
  let score = 0;
  for (const { max, opinion } of criteria) score += pointsFrom(opinion(mentee, mentor), max);
  return score;
}

/** As `scoreOf`; -1 as soon as it is known that the score is below `least`. */
export function scoreFrom(criteria: readonly Weighed[], mentee: Facts, mentor: Facts, least: number): number {
  let score = 0;
  let open = criteria.reduce((sum, { max }) => sum + max, 0);
  for (const { max, opinion } of criteria) {
    open -= max;
    score += pointsFrom(opinion(mentee, mentor), max);
    if (score + open < least) return -1;
  }
  return score;
}

/** What each criterion gives to a pair, in the program's order, and why. */
export function reasonsOf(criteria: readonly Weighed[], mentee: Facts, mentor: Facts): Reason[] {
  return criteria.map(({ name, max, opinion }) => {
    const said = opinion(mentee, mentor);
    const points = pointsFrom(said, max);
    const reasonCode =
      said.points === undefined ? 'unknown' : points === max ? 'full' : points === 0 ? 'none' : 'partial';
    return { criterion: name, points, max, reasonCode, evidence: said.evidence };
  });
}
