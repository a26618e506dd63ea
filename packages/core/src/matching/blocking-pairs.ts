import type { PreferenceProblem } from './deferred-acceptance.js';

/**
 * Counts the pairs that would both rather have each other: the row strictly better off than now, the column
 * with room, or with a row that it ranks strictly lower. `held` is the edge of each row, or -1.
 */
export function countBlockingPairs(problem: PreferenceProblem, held: Int32Array): number {
  const { rows, cols, capacity, indptr, indices, rowRank, colRank } = problem;
  const load = new Int32Array(cols);
  const worst = new Int32Array(cols).fill(-(2 ** 31));
  for (let row = 0; row < rows; row++) {
    const edge = held[row]!;
    if (edge < 0) continue;
    const col = indices[edge]!;
    load[col]!++;
    if (colRank[edge]! > worst[col]!) worst[col] = colRank[edge]!;
  }
  let pairs = 0;
  for (let row = 0; row < rows; row++) {
    const mine = held[row]! < 0 ? Infinity : rowRank[held[row]!]!;
    const end = indptr[row + 1]!;
    for (let edge = indptr[row]!; edge < end; edge++) {
      if (rowRank[edge]! >= mine) continue;
      const col = indices[edge]!;
      if (load[col]! < capacity[col]! || (load[col]! > 0 && colRank[edge]! < worst[col]!)) pairs++;
    }
  }
  return pairs;
}
