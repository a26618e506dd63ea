import { countBlockingPairs } from './blocking-pairs.js';
import { checkArray, checkCapacity, checkCount, checkEdges } from './check-problem.js';
import { colsPropose, rowsPropose } from './proposals.js';

/** Two-sided preferences as arrays: both rank arrays are aligned with `indices`, and lower is better. */
export interface PreferenceProblem {
  rows: number;
  cols: number;
  /** Places of each column, at least 0. */
  capacity: Int32Array;
  /** Where each row's edges begin; `rows + 1` entries. An edge says that both accept each other. */
  indptr: Int32Array;
  indices: Int32Array;
  /** How the row ranks the column of each edge; equal ranks go by the column's number. */
  rowRank: Int32Array;
  /** How the column ranks the row of each edge; equal ranks go by the row's number. */
  colRank: Int32Array;
  /** Whose best stable match it is to be. Default: the rows'. */
  proposing?: 'rows' | 'cols' | undefined;
}

/** A stable match. */
export interface StableMatch {
  /** The column of each row, or -1. */
  match: Int32Array;
  /** Pairs who both would rather have each other, counted anew from the input. */
  blockingPairs: 0;
}

/**
 * The stable match that is best for the side that proposes (Gale and Shapley's deferred acceptance, with
 * capacities): no row and column would both rather have each other than what they have. Each row of the
 * proposing side does as well as in any stable match. Bad input throws as in `assign`.
 */
export function deferredAcceptance(problem: PreferenceProblem): StableMatch {
  const { rows, cols, capacity, indptr, indices, rowRank, colRank, proposing = 'rows' } = problem;
  checkCount('rows', rows);
  checkCount('cols', cols);
  checkCapacity(capacity, cols);
  checkEdges(rows, cols, indptr, indices);
  checkArray('rowRank', rowRank, indices.length, 'the length of indices');
  checkArray('colRank', colRank, indices.length, 'the length of indices');
  if (proposing !== 'rows' && proposing !== 'cols')
    throw new RangeError(`proposing must be 'rows' or 'cols', not ${String(proposing)}`);
  const held = proposing === 'rows' ? rowsPropose(problem) : colsPropose(problem);
  const match = Int32Array.from(held, (edge) => (edge < 0 ? -1 : indices[edge]!));
  const blockingPairs = countBlockingPairs(problem, held);
  if (blockingPairs !== 0) throw new Error(`deferredAcceptance left ${blockingPairs} blocking pairs`);
  return { match, blockingPairs };
}
