import type { Bids } from './bids.js';
import { seat, unseat, type Places } from './places.js';

/** The edges by column, with a copy of their costs: columns look along them often. */
export interface ColumnEdges {
  begins: Int32Array;
  /** The row of each edge; where `dense`, of each edge of a column, the same for all columns. */
  rows: Int32Array;
  dense: boolean;
  cost: Int32Array;
}

/** Sorts the edges by column. */
export function columnEdges(places: Places): ColumnEdges {
  const { rows, cols, indptr, indices, cost, dense } = places;
  if (dense) return denseColumnEdges(places);
  const begins = new Int32Array(cols + 1);
  for (let edge = 0; edge < indices.length; edge++) begins[indices[edge]! + 1]!++;
  for (let col = 0; col < cols; col++) begins[col + 1]! += begins[col]!;
  const next = begins.slice(0, cols);
  const sorted = {
    begins,
    dense,
    rows: new Int32Array(indices.length),
    cost: new Int32Array(indices.length),
  };
  for (let row = 0; row < rows; row++) {
    const end = indptr[row + 1]!;
    for (let edge = indptr[row]!; edge < end; edge++) {
      const place = next[indices[edge]!]!++;
      sorted.rows[place] = row;
      sorted.cost[place] = cost[edge]!;
    }
  }
  return sorted;
}

function denseColumnEdges({ rows, cols, cost }: Places): ColumnEdges {
  const begins = new Int32Array(cols + 1);
  for (let col = 0; col < cols; col++) begins[col + 1] = begins[col]! + rows;
  const sorted = new Int32Array(cost.length);
  for (let row = 0, edge = 0; row < rows; row++)
    for (let col = 0; col < cols; col++, edge++) sorted[col * rows + row] = cost[edge]!;
  const all = new Int32Array(rows);
  for (let row = 0; row < rows; row++) all[row] = row;
  return { begins, rows: all, dense: true, cost: sorted };
}

/** The most rows that a column calls at once. */
const MOST = 16;

/** Columns that have room and a price, and room for those that one of them calls. */
export class Calls {
  readonly stack: Int32Array;
  size = 0;
  readonly stacked: Uint8Array;
  /** What each row pays now. */
  readonly pays: Int32Array;
  readonly worth = new Int32Array(MOST + 2);
  readonly place = new Int32Array(MOST + 2);
  readonly atOnce: number;
  calls = 0;

  constructor(places: Places) {
    const { slotCost, cols, rows } = places;
    this.stack = new Int32Array(cols);
    this.stacked = new Uint8Array(cols);
    this.pays = new Int32Array(rows);
    // Places of different extra cost are filled one by one.
    this.atOnce = slotCost.length === 0 || slotCost[0] === slotCost[slotCost.length - 1] ? MOST : 1;
  }
}

/** Lines up the columns that have room and cost more than the next place must. */
export function beginCalls(places: Places, calls: Calls, shift: number): void {
  const { rows, cols, match, paid, price, outside } = places;
  for (let row = 0; row < rows; row++) {
    const col = match[row]!;
    calls.pays[row] = col < 0 ? outside[row]! << shift : (paid[row]! << shift) + price[col]!;
  }
  for (let col = cols - 1; col >= 0; col--) push(places, calls, col, shift);
}

function push(places: Places, calls: Calls, col: number, shift: number): void {
  const { first, count, price, slotCost } = places;
  if (calls.stacked[col] === 1 || first[col]! + count[col]! >= first[col + 1]!) return;
  if (price[col]! <= slotCost[count[col]!]! << shift) return;
  calls.stacked[col] = 1;
  calls.stack[calls.size++] = col;
}

/** Lets the columns call rows, until none is dear and has room or `limit` operations are done; says whether none is. */
export function callRows(
  places: Places,
  calls: Calls,
  columns: ColumnEdges,
  bids: Bids,
  limit: number,
): boolean {
  while (calls.size > 0) {
    if (places.operations >= limit) return false;
    const col = calls.stack[--calls.size]!;
    calls.stacked[col] = 0;
    call(places, calls, columns, col, bids.epsilon, bids.shift);
    push(places, calls, col, bids.shift);
  }
  return true;
}

/**
 * The price of a column falls until as many rows as it has places for would rather come, or to the least it
 * may be. Those rows come.
 */
function call(
  places: Places,
  calls: Calls,
  columns: ColumnEdges,
  col: number,
  epsilon: number,
  shift: number,
): void {
  const { first, count, price, paid, match, occupant, slotCost } = places;
  const { worth, place, pays, atOnce } = calls;
  const taken = count[col]!;
  const room = first[col + 1]! - first[col]! - taken;
  const wanted = room < atOnce ? room : atOnce;
  const floor = slotCost[taken]! << shift;
  const found = findCallers(places, calls, columns, col, wanted, floor + epsilon, shift);
  let asked = floor;
  if (found > wanted && worth[wanted]! - epsilon > floor) asked = worth[wanted]! - epsilon;
  price[col] = asked;
  const base = columns.dense ? columns.begins[col]! : 0;
  for (let at = 0; at < found && at < wanted; at++) {
    const row = columns.rows[place[at]! - base]!;
    const left = match[row]!;
    if (left >= 0) unseat(places, row);
    seat(places, row, col, columns.cost[place[at]!]!);
    if (left >= 0) push(places, calls, left, shift);
  }
  const end = first[col]! + count[col]!;
  for (let at = first[col]!; at < end; at++) {
    const row = occupant[at]!;
    pays[row] = (paid[row]! << shift) + asked;
  }
  calls.calls++;
}

/** Finds the rows that would pay most, the best first, one more than wanted; none below `least`. */
function findCallers(
  places: Places,
  calls: Calls,
  { begins, rows, cost, dense }: ColumnEdges,
  col: number,
  wanted: number,
  least: number,
  shift: number,
): number {
  const { match } = places;
  const { worth, place, pays } = calls;
  const end = begins[col + 1]!;
  const base = dense ? begins[col]! : 0;
  places.operations += end - begins[col]! + 4;
  let found = 0;
  let threshold = least - 1;
  for (let at = begins[col]!; at < end; at++) {
    const row = rows[at - base]!;
    const offer = pays[row]! - (cost[at]! << shift);
    if (offer <= threshold || match[row] === col) continue;
    let to = found <= wanted ? found++ : wanted;
    while (to > 0 && worth[to - 1]! < offer) {
      worth[to] = worth[to - 1]!;
      place[to] = place[to - 1]!;
      to--;
    }
    worth[to] = offer;
    place[to] = at;
    if (found > wanted) threshold = worth[wanted]!;
  }
  return found;
}
