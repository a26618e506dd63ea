import { firstPlaces } from './places.js';
import type { AssignmentProblem } from './problem.js';

/** How many rows can have a column at once, and which. */
export interface Cardinality {
  count: number;
  match: Int32Array;
}

/** What one run works on. Levels are -1 where this phase has not been. */
interface Run {
  problem: AssignmentProblem;
  limit: number;
  first: Int32Array;
  occupant: Int32Array;
  count: Int32Array;
  placeOf: Int32Array;
  match: Int32Array;
  rowLevel: Int32Array;
  colLevel: Int32Array;
  queue: Int32Array;
  nextEdge: Int32Array;
  nextPlace: Int32Array;
}

/**
 * The most rows that can have a column at once over edges that cost at most `limit` (Hopcroft and Karp's
 * phases, with capacities). A `start` match is kept where it still holds, so that probes with
 * limits close to each other are cheap. The problem must be well formed.
 */
export function maximumCardinality(
  problem: AssignmentProblem,
  limit: number,
  start?: Int32Array,
): Cardinality {
  const run = begin(problem, limit, start);
  while (layers(run)) {
    run.nextEdge.set(problem.indptr.subarray(0, problem.rows));
    run.nextPlace.set(run.first.subarray(0, problem.cols));
    for (let row = 0; row < problem.rows; row++) if (run.match[row]! < 0) augment(run, row);
  }
  let count = 0;
  for (let row = 0; row < problem.rows; row++) if (run.match[row]! >= 0) count++;
  return { count, match: run.match };
}

/** Keeps what holds of `start`, and gives every other row the first column that has room. */
function begin(problem: AssignmentProblem, limit: number, start: Int32Array | undefined): Run {
  const { rows, cols, indptr, indices, cost } = problem;
  const first = firstPlaces(problem);
  const run: Run = {
    problem,
    limit,
    first,
    occupant: new Int32Array(first[cols]!),
    count: new Int32Array(cols),
    placeOf: new Int32Array(rows),
    match: new Int32Array(rows).fill(-1),
    rowLevel: new Int32Array(rows),
    colLevel: new Int32Array(cols),
    queue: new Int32Array(rows),
    nextEdge: new Int32Array(rows),
    nextPlace: new Int32Array(cols),
  };
  for (const wanted of start ? [start, undefined] : [undefined])
    for (let row = 0; row < rows; row++) {
      const end = indptr[row + 1]!;
      for (let edge = indptr[row]!; edge < end && run.match[row]! < 0; edge++) {
        const col = indices[edge]!;
        if (cost[edge]! > limit || (wanted && wanted[row] !== col)) continue;
        const place = first[col]! + run.count[col]!;
        if (place === first[col + 1]!) continue;
        run.count[col]!++;
        run.occupant[place] = row;
        run.placeOf[row] = place;
        run.match[row] = col;
      }
    }
  return run;
}

/** Numbers rows and columns by how far they are from the unmatched rows; says whether a column with room was reached. */
function layers(run: Run): boolean {
  const { problem, limit, first, occupant, count, match, rowLevel, colLevel, queue } = run;
  const { rows, indptr, indices, cost } = problem;
  colLevel.fill(-1);
  let size = 0;
  for (let row = 0; row < rows; row++) {
    rowLevel[row] = match[row]! < 0 ? 0 : -1;
    if (match[row]! < 0) queue[size++] = row;
  }
  let depth = Infinity;
  for (let at = 0; at < size; at++) {
    const row = queue[at]!;
    const level = rowLevel[row]!;
    if (level > depth) break;
    const end = indptr[row + 1]!;
    for (let edge = indptr[row]!; edge < end; edge++) {
      const col = indices[edge]!;
      if (cost[edge]! > limit || colLevel[col]! >= 0) continue;
      colLevel[col] = level;
      const last = first[col]! + count[col]!;
      if (last < first[col + 1]!) depth = level;
      for (let place = first[col]!; place < last; place++) {
        const next = occupant[place]!;
        rowLevel[next] = level + 1;
        queue[size++] = next;
      }
    }
  }
  return depth < Infinity;
}

/** Looks, one level at a time, for a column with room, and seats everybody on the way there. */
function augment(run: Run, source: number): boolean {
  const { problem, limit, first, occupant, count, rowLevel, colLevel, queue, nextEdge, nextPlace } = run;
  const { indptr, indices, cost } = problem;
  const stack = queue;
  let depth = 0;
  stack[0] = source;
  while (depth >= 0) {
    const row = stack[depth]!;
    const edge = nextEdge[row]!;
    if (edge === indptr[row + 1]!) {
      depth--;
      continue;
    }
    const col = indices[edge]!;
    if (cost[edge]! > limit || colLevel[col] !== rowLevel[row]) {
      nextEdge[row]!++;
      continue;
    }
    if (first[col]! + count[col]! < first[col + 1]!) {
      seatStack(run, stack, depth, first[col]! + count[col]!++);
      return true;
    }
    if (nextPlace[col]! === first[col + 1]!) {
      nextEdge[row]!++;
      continue;
    }
    const next = occupant[nextPlace[col]!++]!;
    if (rowLevel[next] === rowLevel[row]! + 1) stack[++depth] = next;
  }
  return false;
}

/** Everybody on the stack takes the place of the one above; the top one takes the empty place. */
function seatStack(run: Run, stack: Int32Array, depth: number, empty: number): void {
  const { occupant, placeOf, match, nextEdge, problem } = run;
  let place = empty;
  for (let at = depth; at >= 0; at--) {
    const row = stack[at]!;
    const left = placeOf[row]!;
    occupant[place] = row;
    placeOf[row] = place;
    match[row] = problem.indices[nextEdge[row]!]!;
    place = left;
  }
}
