import type { AssignmentProblem } from './problem.js';

/** What a match costs, and what its prices prove. */
export interface Certificate {
  matched: number;
  total: number;
  /** No assignment has a lower total than this, whatever the prices are. */
  bound: number;
  /** `total - bound`; Infinity when the match breaks a rule of the problem. */
  gap: number;
}

/**
 * Reckons total and bound from the problem alone, trusting nothing of the solver. By weak duality, any
 * prices `p` bound every assignment from below: sum over rows of `min(unmatchedCost, min(cost + p))`, less
 * the sum over all places of `max(0, p - slotCost)`.
 */
export function certificate(
  problem: AssignmentProblem,
  match: Int32Array,
  prices: Int32Array | Float64Array,
  slotCost?: Int32Array,
  dense = false,
): Certificate {
  const { rows, cols, capacity } = problem;
  const load = new Int32Array(cols);
  const sums = { matched: 0, total: 0, bound: 0, valid: match.length === rows && prices.length === cols };
  if (sums.valid) addRows(problem, match, prices, dense, load, sums);
  for (let col = 0; col < cols && sums.valid; col++) {
    const price = prices[col]!;
    const taken = load[col]!;
    if (taken > capacity[col]! || Number.isNaN(price)) sums.valid = false;
    if (slotCost === undefined) {
      if (price > 0) sums.bound -= price * capacity[col]!;
      continue;
    }
    for (let place = 0; place < taken; place++) sums.total += slotCost[place]!;
    for (let place = 0; place < capacity[col]! && slotCost[place]! < price; place++)
      sums.bound -= price - slotCost[place]!;
  }
  const { matched, total, bound } = sums;
  return { matched, total, bound, gap: sums.valid ? total - bound : Infinity };
}

interface Sums {
  matched: number;
  total: number;
  bound: number;
  valid: boolean;
}

function addRows(
  { rows, indptr, indices, cost, unmatchedCost }: AssignmentProblem,
  match: Int32Array,
  prices: Int32Array | Float64Array,
  dense: boolean,
  load: Int32Array,
  sums: Sums,
): void {
  let total = 0;
  let bound = 0;
  let matched = 0;
  for (let row = 0; row < rows; row++) {
    const outside = typeof unmatchedCost === 'number' ? unmatchedCost : unmatchedCost[row]!;
    const mine = match[row]!;
    const end = indptr[row + 1]!;
    let chosen = -1;
    let least = outside;
    if (dense) {
      const begin = indptr[row]!;
      for (let col = 0; col < prices.length; col++) {
        const pays = cost[begin + col]! + prices[col]!;
        if (pays < least) least = pays;
      }
      if (mine >= 0) chosen = begin + mine;
    } else
      for (let edge = indptr[row]!; edge < end; edge++) {
        const col = indices[edge]!;
        const pays = cost[edge]! + prices[col]!;
        if (pays < least) least = pays;
        if (col === mine) chosen = edge;
      }
    bound += least;
    if (mine === -1) total += outside;
    else if (chosen === -1) sums.valid = false;
    else {
      total += cost[chosen]!;
      load[mine]!++;
      matched++;
    }
  }
  sums.total = total;
  sums.bound = bound;
  sums.matched = matched;
}
