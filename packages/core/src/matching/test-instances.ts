/** Small seeded instances, and answers found by trying everything: what the tests of this area compare with. */
import type { Assignment, AssignmentProblem } from './problem.js';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An integer from `from` up to and including `to`. */
export function integer(random: () => number, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** A problem from lists of `[column, cost]` per row. */
export function problemOf(
  edges: readonly (readonly (readonly [number, number])[])[],
  capacity: readonly number[],
  unmatchedCost: number | readonly number[],
): AssignmentProblem {
  const indptr = new Int32Array(edges.length + 1);
  edges.forEach((row, index) => (indptr[index + 1] = indptr[index]! + row.length));
  return {
    rows: edges.length,
    cols: capacity.length,
    capacity: Int32Array.from(capacity),
    indptr,
    indices: Int32Array.from(edges.flat(), ([col]) => col),
    cost: Int32Array.from(edges.flat(), ([, cost]) => cost),
    unmatchedCost: typeof unmatchedCost === 'number' ? unmatchedCost : Int32Array.from(unmatchedCost),
  };
}

/** The edges of a problem as lists of `[column, cost]` per row. */
export function edgesOf({ rows, indptr, indices, cost }: AssignmentProblem): [number, number][][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(indices.subarray(indptr[row], indptr[row + 1]), (col, index): [number, number] => [
      col,
      cost[indptr[row]! + index]!,
    ]),
  );
}

/**
 * A small instance of a kind chosen by the seed: sparse or dense, with empty rows, capacity 0, ties, costs of 0
 * and below, unmatched costs below, among and above the costs, one for all or one for each row.
 */
export function smallProblem(random: () => number, most = 8): AssignmentProblem {
  const rows = integer(random, 0, most);
  const cols = integer(random, 0, 6);
  const spread = [1, 3, 10, 1000, 100_000_000][integer(random, 0, 4)]!;
  const lowest = random() < 0.3 ? -spread : 0;
  const density = [0.2, 0.5, 0.8, 1][integer(random, 0, 3)]!;
  const edges = Array.from({ length: rows }, () =>
    random() < 0.1
      ? []
      : Array.from({ length: cols }, (_, col): [number, number] => [
          col,
          integer(random, lowest, spread),
        ]).filter(() => random() < density),
  );
  if (random() < 0.5) edges.forEach((row) => row.sort(() => random() - 0.5));
  const capacity = Array.from({ length: cols }, () => integer(random, 0, random() < 0.2 ? 9 : 2));
  const outside = () => integer(random, lowest * 2, spread * integer(random, 0, 4));
  return problemOf(edges, capacity, random() < 0.5 ? outside() : Array.from({ length: rows }, outside));
}

/** The least total, and the most matched rows at that total, found by trying every assignment. */
export function bruteForce(
  problem: AssignmentProblem,
  slotCost?: Int32Array,
): { total: number; matched: number } {
  const edges = edgesOf(problem);
  const load = new Int32Array(problem.cols);
  let best = { total: Infinity, matched: 0 };
  const visit = (row: number, total: number, matched: number): void => {
    if (row === problem.rows) {
      if (total < best.total || (total === best.total && matched > best.matched)) best = { total, matched };
      return;
    }
    const outside =
      typeof problem.unmatchedCost === 'number' ? problem.unmatchedCost : problem.unmatchedCost[row]!;
    visit(row + 1, total + outside, matched);
    for (const [col, cost] of edges[row]!) {
      if (load[col]! >= problem.capacity[col]!) continue;
      const extra = slotCost?.[load[col]!] ?? 0;
      load[col]!++;
      visit(row + 1, total + cost + extra, matched + 1);
      load[col]!--;
    }
  };
  visit(0, 0, 0);
  return best;
}

/** The value of a solution in steps. */
export function ended<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What a result must fulfil whatever the instance: the rules of the problem, and its own proof. */
export function faultsOf(problem: AssignmentProblem, result: Assignment): string[] {
  const { match, matched, total, prices, gap, optimal } = result;
  const load = new Int32Array(problem.cols);
  let sum = 0;
  let bound = 0;
  const faults: string[] = [];
  edgesOf(problem).forEach((edges, row) => {
    const outside =
      typeof problem.unmatchedCost === 'number' ? problem.unmatchedCost : problem.unmatchedCost[row]!;
    bound += Math.min(outside, ...edges.map(([col, cost]) => cost + prices[col]!));
    if (match[row] === -1) sum += outside;
    else {
      const edge = edges.find(([col]) => col === match[row]);
      if (!edge) faults.push(`row ${row} has no edge to ${match[row]}`);
      sum += edge?.[1] ?? 0;
      load[match[row]!]!++;
    }
  });
  for (let col = 0; col < problem.cols; col++) {
    bound -= problem.capacity[col]! * prices[col]!;
    if (load[col]! > problem.capacity[col]!) faults.push(`column ${col} has too many`);
    if (prices[col]! < 0) faults.push(`the price of ${col} is below 0`);
    if (load[col]! < problem.capacity[col]! && prices[col] !== 0) faults.push(`${col} has room and a price`);
  }
  if (sum !== total) faults.push(`the total is ${sum}, not ${total}`);
  if (bound !== total || gap !== 0 || !optimal) faults.push(`the bound is ${bound}, the gap ${gap}`);
  if (match.filter((col) => col >= 0).length !== matched) faults.push(`matched is not ${matched}`);
  return faults;
}
