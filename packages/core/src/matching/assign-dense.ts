import { runToEnd } from './assign.js';
import { extremes } from './bids.js';
import { certificate } from './certificate.js';
import { COST_LIMIT, checkArray, checkCapacity, checkCost, checkCosts, checkCount } from './check-problem.js';
import { lapjv } from './lapjv.js';
import type { Assignment, AssignmentProblem } from './problem.js';
import { solve } from './solve.js';

/** How to assign a full matrix. */
export interface DenseOptions {
  /** Places of each column, at least 0. Default: 1 each. */
  capacity?: Int32Array | undefined;
  /** What it costs to leave a row unmatched, for all or each. Default: every row that can have a column gets one. */
  unmatchedCost?: number | Int32Array | undefined;
}

/** The square method looks at each entry so often on average, then it leaves the matrix to the general one. */
const PATIENCE = 100;

/** The square method's sums of three differences stay within 32 bits. */
const MOST_SPREAD = 2 ** 29;

/**
 * The assignment of least total over a full matrix: `cost[row * cols + col]`, everybody may go everywhere.
 * Without `unmatchedCost`, as many rows are matched as there are rows or places, whichever is less, and the total
 * is that of the chosen entries alone. Otherwise as `assign`, also in what it throws.
 */
export function assignDense(
  cost: Int32Array,
  rows: number,
  cols: number,
  options: DenseOptions = {},
): Assignment {
  const { least, most } = check(cost, rows, cols, options);
  const { unmatchedCost } = options;
  const capacity = options.capacity ?? new Int32Array(cols).fill(1);
  const problem = {
    rows,
    cols,
    capacity,
    indptr: Int32Array.from({ length: rows + 1 }, (_, row) => row * cols),
    indices: Int32Array.from({ length: cols }, (_, col) => col),
    cost,
  };
  if (rows === cols && rows > 0 && unmatchedCost === undefined && most - least <= MOST_SPREAD)
    if (capacity.every((places) => places === 1)) {
      const square = lapjv(cost, rows, PATIENCE * cost.length);
      if (square) return proved(problem, square.match, square.prices);
    }
  // Above every cost, nobody stays out while there is room: each row may go to each column.
  const outside = unmatchedCost ?? most + 1;
  const result = runToEnd(solve({ ...problem, unmatchedCost: outside }, {}, 'chosen', true));
  if (unmatchedCost === undefined) result.total -= (most + 1) * (rows - result.matched);
  return result;
}

function check(
  cost: Int32Array,
  rows: number,
  cols: number,
  options: DenseOptions,
): { least: number; most: number } {
  const { capacity, unmatchedCost } = options;
  checkCount('rows', rows);
  checkCount('cols', cols);
  checkArray('cost', cost, rows * cols, 'rows * cols');
  const { least, most } = extremes(cost);
  if (least <= -COST_LIMIT || most >= COST_LIMIT) checkCosts('cost', cost);
  if (capacity !== undefined) checkCapacity(capacity, cols);
  if (unmatchedCost instanceof Int32Array) {
    checkArray('unmatchedCost', unmatchedCost, rows, 'rows');
    checkCosts('unmatchedCost', unmatchedCost);
  } else if (unmatchedCost !== undefined) checkCost('unmatchedCost', unmatchedCost);
  return { least, most };
}

/** With its proof: nobody may stay unmatched, so that is taken to cost more than any cost and price. */
function proved(
  problem: Omit<AssignmentProblem, 'unmatchedCost'>,
  match: Int32Array,
  prices: Int32Array,
): Assignment {
  const whole = { ...problem, unmatchedCost: 2 ** 31 - 1 };
  const { matched, total, gap } = certificate(whole, match, prices, undefined, true);
  return { match, matched, total, prices, gap, optimal: gap < 1 };
}
