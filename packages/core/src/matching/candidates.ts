import { EdgeList, MoreEdges, type Edges } from './edges.js';
import type { MatchProgress } from './matching.js';
import { Nearest, priceList } from './nearest.js';
import type { Plan } from './plan.js';
import type { AssignmentProblem } from './problem.js';
import { FULL_SCORE } from './program.js';

/** Mentors looked at between two yields. */
const STRIDE = 2 ** 14;

/** For each row, what every pair that is not among the edges pays at least, at the prices of some round. */
export interface Bounds {
  pays: Float64Array;
  round: Int32Array;
  prices: ArrayLike<number>[];
}

/** The candidates to begin with: all eligible pairs, or the best of each mentee and those they know. */
export function* candidates(plan: Plan): Generator<MatchProgress, { edges: Edges; bounds: Bounds }> {
  const { rows, search, candidates: size } = plan;
  const list = new EdgeList(rows.length, rows.length * Math.min(size ?? search.mentors, search.mentors));
  const free = new Float64Array(search.mentors);
  const pays = new Float64Array(rows.length).fill(Infinity);
  const nearest = size === undefined ? undefined : new Nearest(search, plan.costs, size);
  const scores = new Int32Array(search.mentors);
  const prices = priceList(search, free);
  let looked = 0;
  for (let row = 0; row < rows.length; row++) {
    if (row > 0 && rows[row] === rows[row - 1]) {
      list.repeatRow();
      pays[row] = pays[row - 1]!;
      continue;
    }
    search.prepare(rows[row]!, nearest !== undefined);
    if (nearest) {
      pays[row] = nearest.find(prices, Infinity, FULL_SCORE - plan.minScore[rows[row]!]!);
      for (let at = 0; at < nearest.count; at++) list.add(nearest.mentor[at]!, nearest.lost[at]!);
      addSpecial(plan, list);
    } else {
      search.all(scores);
      list.addAll(scores);
    }
    list.endRow();
    looked += nearest ? 100 + search.touchedCount : search.mentors;
    if (looked < STRIDE) continue;
    looked = 0;
    yield { phase: 'candidates', done: row, of: rows.length };
  }
  return { edges: list.edges(), bounds: { pays, round: new Int32Array(rows.length), prices: [free] } };
}

function addSpecial({ search }: Plan, list: EdgeList): void {
  for (const mentor of search.special) {
    const score = search.specialScore(mentor);
    if (score >= 0) list.add(mentor, FULL_SCORE - score);
  }
}

/** How many pairs a round of pricing adds to a row at most. */
const MORE = 12;

/**
 * Looks for eligible pairs that are not among the edges, but would be cheaper for their row than what it has, at
 * these prices. When there are none, the prices prove the match over all eligible pairs.
 */
export function* pricing(
  plan: Plan,
  problem: AssignmentProblem,
  prices: ArrayLike<number>,
  bounds: Bounds,
): Generator<MatchProgress, MoreEdges> {
  const { rows, search } = plan;
  const more = new MoreEdges();
  const nearest = new Nearest(search, plan.costs, MORE);
  const list = priceList(search, prices);
  const drops = bounds.prices.map((before) => greatestDrop(before, prices));
  const round = bounds.prices.push(Float64Array.from(prices)) - 1;
  let looked = 0;
  for (let row = 0; row < rows.length; row++) {
    const first = row === 0 || rows[row] !== rows[row - 1];
    if (!first) {
      bounds.pays[row] = bounds.pays[row - 1]!;
      bounds.round[row] = bounds.round[row - 1]!;
      continue;
    }
    const mentee = rows[row]!;
    const pays = leastPaid(problem, row, prices);
    looked += 100;
    if (bounds.pays[row]! - drops[bounds.round[row]!]! >= pays) continue;
    search.prepare(mentee, true);
    bounds.pays[row] = nearest.find(list, pays, FULL_SCORE - plan.minScore[mentee]!);
    bounds.round[row] = round;
    for (let copy = row; copy < rows.length && rows[copy] === mentee; copy++)
      for (let at = 0; at < nearest.count; at++) more.add(copy, nearest.mentor[at]!, nearest.lost[at]!);
    looked += search.touchedCount;
    if (looked < STRIDE) continue;
    looked = 0;
    yield { phase: 'pricing', done: row, of: rows.length };
  }
  return more;
}

/** What a row pays: the least of its unmatched cost and cost plus price over its edges. */
function leastPaid(
  { indptr, indices, cost, unmatchedCost }: AssignmentProblem,
  row: number,
  prices: ArrayLike<number>,
): number {
  let least = typeof unmatchedCost === 'number' ? unmatchedCost : unmatchedCost[row]!;
  for (let at = indptr[row]!; at < indptr[row + 1]!; at++) {
    const pays = cost[at]! + prices[indices[at]!]!;
    if (pays < least) least = pays;
  }
  return least;
}

function greatestDrop(before: ArrayLike<number>, after: ArrayLike<number>): number {
  let drop = 0;
  for (let mentor = 0; mentor < before.length; mentor++)
    drop = Math.max(drop, before[mentor]! - after[mentor]!);
  return drop;
}
