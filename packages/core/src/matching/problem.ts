import type { Transpose } from './transpose.js';

/**
 * The assignment problem as arrays. Rows (people who want) are given to columns (people who have places):
 * each row goes to one column or stays unmatched, and a column takes at most `capacity` rows.
 */

/** All numbers are integers; costs lie strictly between -2^30 and 2^30. Lower cost is better. */
export interface AssignmentProblem {
  /** How many rows there are. */
  rows: number;
  /** How many columns there are. */
  cols: number;
  /** Places of each column, at least 0; one entry for each column. */
  capacity: Int32Array;
  /** Where each row's edges begin; `rows + 1` entries, the last one is the number of edges. */
  indptr: Int32Array;
  /** The column of each edge; within a row no column comes twice. */
  indices: Int32Array;
  /** The cost of each edge, aligned with `indices`. */
  cost: Int32Array;
  /** What it costs to leave a row unmatched: one number for all, or one for each row. */
  unmatchedCost: number | Int32Array;
  /** Hears how far the work is, at least every 2^14 operations. */
  onProgress?: ((progress: AssignmentProgress) => void) | undefined;
}

/** How far the work is. A phase may come again, and `done` may fall: this is news, not a promise. */
export interface AssignmentProgress {
  phase: 'warmStart' | 'augment' | 'auction';
  /** How many rows have a place, or are known to stay unmatched. */
  done: number;
  /** How many rows there are. */
  of: number;
}

/** An assignment of least total cost, and what proves that. */
export interface Assignment {
  /** The column of each row, or -1. Of all assignments of least total, one that leaves the fewest unmatched. */
  match: Int32Array;
  /** How many rows have a column. */
  matched: number;
  /** The costs of the chosen edges, and the unmatched cost of the rows that have none. */
  total: number;
  /**
   * The price of a place in each column: at least 0, and 0 where there is room left. One place more in a
   * column saves at most its price. No row can do better for itself than it does, at `cost + price`.
   */
  prices: Int32Array | Float64Array;
  /** `total` less the bound that the prices prove, reckoned anew from the input. Below 1, nothing is better. */
  gap: number;
  /** Whether the gap proves that no assignment has a lower total. */
  optimal: boolean;
}

/** For those who build on the solver. */
export interface SolveOptions {
  /**
   * An earlier result to begin from: the answer is as exact as without, only sooner. What no longer fits
   * (people who left, other costs, other capacities) is given up; lengths must fit the problem.
   */
  start?: Start | undefined;
  /**
   * The k-th row in any column costs this much extra: never falling, at least as long as the greatest capacity.
   * The total then includes it, and `prices` are what a row pays at a column with its load: the price of the
   * k-th place itself is `max(0, prices[j] - slotCost[k])`, and a column with room left has the price of its
   * next place at most.
   */
  slotCost?: Int32Array | undefined;
}

/** An earlier result. */
export interface Start {
  prices: ArrayLike<number>;
  match?: Int32Array | undefined;
  /** The transpose of this problem's edges, if it is at hand: where places became free, it saves most of the time. */
  transpose?: Transpose | undefined;
}
