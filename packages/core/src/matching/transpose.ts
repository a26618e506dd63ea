import type { AssignmentProblem } from './problem.js';

/** The edges of a problem in the order of their columns. Costs are not copied, so they may change. */
export interface Transpose {
  /** Where each column's edges begin; `cols + 1` entries. */
  begins: Int32Array;
  /** The row of each edge. */
  rows: Int32Array;
  /** The place of each edge in the problem's `indices` and `cost`. */
  edges: Int32Array;
}

/** Edges in rows; where `dense`, `indices` holds one row's, the same for all. */
type Edges = Pick<AssignmentProblem, 'rows' | 'cols' | 'indptr' | 'indices'> & { dense?: boolean };

/** Sorts the edges by column, within a column by row. */
export function transpose(problem: Edges): Transpose {
  const { rows, cols, indptr, indices, dense = false } = problem;
  const begins = new Int32Array(cols + 1);
  const each = dense ? rows : 1;
  for (let at = 0; at < indices.length; at++) begins[indices[at]! + 1]! += each;
  for (let col = 0; col < cols; col++) begins[col + 1]! += begins[col]!;
  const next = begins.slice(0, cols);
  const rowOf = new Int32Array(indptr[rows]!);
  const edges = new Int32Array(indptr[rows]!);
  for (let row = 0; row < rows; row++) {
    const end = indptr[row + 1]!;
    const base = dense ? indptr[row]! : 0;
    for (let edge = indptr[row]!; edge < end; edge++) {
      const place = next[indices[edge - base]!]!++;
      rowOf[place] = row;
      edges[place] = edge;
    }
  }
  return { begins, rows: rowOf, edges };
}
