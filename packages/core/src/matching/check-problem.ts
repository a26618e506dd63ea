import type { AssignmentProblem } from './problem.js';

/** Costs lie strictly between the negative of this and this: 2^30. */
export const COST_LIMIT = 2 ** 30;

const RANGE = 'must be an integer between -1073741823 and 1073741823';

/** Throws a `TypeError` or a `RangeError` that names the argument, unless the problem is well formed. */
export function checkProblem(problem: AssignmentProblem): void {
  const { rows, cols, capacity, indptr, indices, cost, unmatchedCost, onProgress } = problem;
  checkCount('rows', rows);
  checkCount('cols', cols);
  checkCapacity(capacity, cols);
  checkEdges(rows, cols, indptr, indices);
  checkArray('cost', cost, indices.length, 'the length of indices');
  checkCosts('cost', cost);
  if (typeof unmatchedCost === 'number') checkCost('unmatchedCost', unmatchedCost);
  else {
    checkArray('unmatchedCost', unmatchedCost, rows, 'rows', 'a number or an Int32Array');
    checkCosts('unmatchedCost', unmatchedCost);
  }
  if (onProgress !== undefined && typeof onProgress !== 'function')
    throw new TypeError('onProgress must be a function');
}

/** A count: an integer of at least 0, and one that an array can have. */
export function checkCount(name: string, value: unknown): void {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number, not ${kind(value)}`);
  if (!Number.isInteger(value) || value < 0 || value >= COST_LIMIT)
    throw new RangeError(`${name} must be an integer of at least 0, not ${value}`);
}

/** The places of each column. */
export function checkCapacity(capacity: Int32Array, cols: number): void {
  checkArray('capacity', capacity, cols, 'cols');
  const bad = capacity.findIndex((places) => places < 0);
  if (bad >= 0) throw new RangeError(`capacity[${bad}] must be at least 0, not ${capacity[bad]}`);
}

/** The edges in rows: `indptr` never falls, and `indices` names columns, none twice in a row. */
export function checkEdges(rows: number, cols: number, indptr: Int32Array, indices: Int32Array): void {
  checkArray('indptr', indptr, rows + 1, 'rows + 1');
  if (!(indices instanceof Int32Array))
    throw new TypeError(`indices must be an Int32Array, not ${kind(indices)}`);
  if (indptr[0] !== 0) throw new RangeError(`indptr[0] must be 0, not ${indptr[0]}`);
  if (indptr[rows] !== indices.length)
    throw new RangeError(
      `indptr[${rows}], the last, must be the length of indices, ${indices.length}, not ${indptr[rows]}`,
    );
  for (let row = 0; row < rows; row++)
    if (indptr[row + 1]! < indptr[row]!)
      throw new RangeError(`indptr must never fall, but indptr[${row + 1}] is below indptr[${row}]`);
  const lastRow = new Int32Array(cols).fill(-1);
  for (let row = 0; row < rows; row++) {
    const end = indptr[row + 1]!;
    for (let edge = indptr[row]!; edge < end; edge++) {
      const col = indices[edge]!;
      if (col < 0 || col >= cols)
        throw new RangeError(`indices[${edge}] must be a column from 0 to ${cols - 1}, not ${col}`);
      if (lastRow[col] === row)
        throw new RangeError(`indices[${edge}] must not name column ${col} twice in row ${row}`);
      lastRow[col] = row;
    }
  }
}

/** An Int32Array of the right length. */
export function checkArray(
  name: string,
  value: unknown,
  length: number,
  lengthName: string,
  wanted = 'an Int32Array',
): void {
  if (!(value instanceof Int32Array)) throw new TypeError(`${name} must be ${wanted}, not ${kind(value)}`);
  if (value.length !== length)
    throw new RangeError(`${name} must have ${lengthName}, ${length}, entries, not ${value.length}`);
}

/** Every entry within the range of costs. */
export function checkCosts(name: string, costs: Int32Array): void {
  for (let index = 0; index < costs.length; index++) {
    const cost = costs[index]!;
    if (cost >= COST_LIMIT || cost <= -COST_LIMIT)
      throw new RangeError(`${name}[${index}] ${RANGE}, not ${cost}`);
  }
}

/** One number within the range of costs. */
export function checkCost(name: string, cost: unknown): void {
  if (typeof cost !== 'number') throw new TypeError(`${name} must be a number, not ${kind(cost)}`);
  if (!Number.isInteger(cost) || cost >= COST_LIMIT || cost <= -COST_LIMIT)
    throw new RangeError(`${name} ${RANGE}, not ${cost}`);
}

function kind(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  return value.constructor?.name ?? 'object';
}
