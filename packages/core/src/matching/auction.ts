import { beginBids, bidRound, nextRound, settle, type Bids } from './bids.js';
import { unseat, type Places } from './places.js';
import { beginCalls, Calls, callRows, columnEdges, type ColumnEdges } from './reverse-bids.js';

/** The first step is the spread of the costs by this; each phase makes it smaller, to this part of a cost unit. */
const FIRST_STEP = 1 / 256;
const FINER = 1 / 8;
const LAST_STEP = 1 / 16;

/** When the first phase has had this many bids for each row, its step grows. */
const PATIENCE = 4;
const COARSER = 4;

/** Prices and costs in the auction stay up to 2^30, and steps add a quarter at most. */
const MOST_BITS = 30;
const MOST_SHIFT = 14;

/** Whether the prices of an auction fit into 32 bits: only costs near the limits of both signs are too far apart. */
export function canAuction(bids: Bids): boolean {
  return bids.forbidding <= 2 ** MOST_BITS;
}

/**
 * Brings prices near the best by an auction whose bids rise in steps, first coarse, then finer (Bertsekas'
 * epsilon scaling). In each phase rows bid for places, then columns that are dear and have room call rows.
 * It goes on from the prices and seats that there are. It ends with prices in whole numbers, and those rows
 * waiting that could do better at them. Yields how many rows have done with a round.
 */
export function* auction(places: Places, bids: Bids, stride: number): Generator<number, void> {
  const { price, cols } = places;
  const shift = finest(bids);
  const unit = 2 ** shift;
  bids.shift = shift;
  for (let col = 0; col < cols; col++) price[col]! <<= shift;
  const calls = new Calls(places);
  const columns = columnEdges(places);
  bids.epsilon = step(bids, bids.spread * unit * FIRST_STEP);
  yield* phase(places, bids, calls, columns, stride, true);
  while (bids.epsilon > 1 && bids.epsilon > unit * LAST_STEP) {
    bids.epsilon = step(bids, bids.epsilon * FINER);
    freeRows(places, shift, bids.epsilon);
    yield* phase(places, bids, calls, columns, stride, false);
  }
  for (let col = 0; col < cols; col++) price[col] = Math.round(price[col]! / unit);
  freeRows(places, 0, 0);
}

/** How many bits finer than costs prices can be. */
function finest({ forbidding, largest }: Bids): number {
  const bits = Math.ceil(Math.log2(Math.max(forbidding, largest)));
  return Math.max(0, Math.min(MOST_SHIFT, MOST_BITS - bits));
}

function step(bids: Bids, wanted: number): number {
  return Math.max(1, Math.floor(Math.min(wanted, (bids.forbidding * 2 ** bids.shift) / 4)));
}

function* phase(
  places: Places,
  bids: Bids,
  calls: Calls,
  columns: ColumnEdges,
  stride: number,
  growing: boolean,
): Generator<number, void> {
  const { rows } = places;
  beginBids(places, bids);
  for (let patience = bids.bids + PATIENCE * rows; places.waitingCount > 0; nextRound(places, bids)) {
    if (growing && bids.bids > patience) {
      bids.epsilon = step(bids, bids.epsilon * COARSER);
      patience = bids.bids + PATIENCE * rows;
    }
    while (!bidRound(places, bids, stride)) {
      yield rows - places.waitingCount;
      places.operations = 0;
    }
  }
  settle(places);
  beginCalls(places, calls, bids.shift);
  while (!callRows(places, calls, columns, bids, stride)) {
    yield rows - calls.size;
    places.operations = 0;
  }
}

/** Frees the rows that would pay over `epsilon` less elsewhere, and lets them wait. */
function freeRows(places: Places, shift: number, epsilon: number): void {
  const { rows, indptr, indices, dense, cost, price, outside, match, paid } = places;
  places.waitingCount = 0;
  for (let row = 0; row < rows; row++) {
    const end = indptr[row + 1]!;
    const base = dense ? indptr[row]! : 0;
    let least = outside[row]! << shift;
    for (let edge = indptr[row]!; edge < end; edge++) {
      const pays = (cost[edge]! << shift) + price[indices[edge - base]!]!;
      if (pays < least) least = pays;
    }
    const col = match[row]!;
    const pays = col < 0 ? outside[row]! << shift : (paid[row]! << shift) + price[col]!;
    if (pays <= least + epsilon) continue;
    if (col >= 0) unseat(places, row);
    places.waiting[places.waitingCount++] = row;
  }
}
