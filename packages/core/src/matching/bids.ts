import type { Places } from './places.js';

/** An auction for places: each place has a price of its own, and a full column costs what its cheapest place does. */
export class Bids {
  /** The price of each occupied place; within a column a heap, the cheapest place first. */
  readonly placePrice: Int32Array;
  /** What an empty place costs at least. */
  readonly floor: Int32Array;
  /** Rows that lost their place, for the next round. */
  next: Int32Array;
  nextCount = 0;
  /** How far this round is. */
  cursor = 0;
  /** How much a bid goes above what the row would have to pay elsewhere. */
  epsilon = 0;
  /** Costs are multiplied by 2 to this power, so that prices can be finer than costs. */
  shift = 0;
  /** How many bids there were. */
  bids = 0;
  /** The spread of the costs, the largest amount among them and the unmatched costs, and a price that no row would pay. */
  readonly spread: number;
  readonly largest: number;
  readonly forbidding: number;

  constructor(places: Places) {
    const { least, most } = extremes(places.cost);
    const outside = extremes(places.outside);
    this.spread = most - least;
    this.largest = Math.max(-least, most, -outside.least, outside.most);
    this.forbidding = Math.max(1, outside.most - least + 1);
    this.placePrice = new Int32Array(places.occupant.length);
    this.floor = places.price.slice();
    this.next = new Int32Array(places.rows);
  }
}

/** The least and the greatest of costs and 0. */
export function extremes(costs: Int32Array): { least: number; most: number } {
  let least = 0;
  let most = 0;
  for (let at = 0; at < costs.length; at++) {
    const cost = costs[at]!;
    if (cost < least) least = cost;
    else if (cost > most) most = cost;
  }
  return { least, most };
}

/** Begins a phase: empty places cost what their column does now, and columns without a place what nobody pays. */
export function beginBids(places: Places, bids: Bids): void {
  const { first, count, price, cols } = places;
  for (let col = 0; col < cols; col++) {
    const begin = first[col]!;
    if (first[col + 1] === begin) price[col] = bids.forbidding * 2 ** bids.shift;
    bids.placePrice.fill(price[col]!, begin, begin + count[col]!);
  }
  bids.floor.set(price);
}

/** Lets the waiting rows bid, until all have or `limit` operations are done; says whether all have. */
export function bidRound(places: Places, bids: Bids, limit: number): boolean {
  const { indptr, indices, dense, cost, outside, price, waiting, waitingCount } = places;
  const { epsilon, shift } = bids;
  let operations = places.operations;
  let at = bids.cursor;
  for (; at < waitingCount && operations < limit; at++) {
    const row = waiting[at]!;
    const end = indptr[row + 1]!;
    let edge = indptr[row]!;
    const base = dense ? edge : 0;
    operations += end - edge + 4;
    let least = outside[row]! << shift;
    let second = least;
    let chosen = -1;
    for (; edge < end; edge++) {
      const pays = (cost[edge]! << shift) + price[indices[edge - base]!]!;
      if (pays < second) {
        if (pays < least) {
          second = least;
          least = pays;
          chosen = edge;
        } else second = pays;
      }
    }
    if (chosen >= 0)
      place(places, bids, row, indices[chosen - base]!, cost[chosen]!, second - least + epsilon);
  }
  bids.bids += at - bids.cursor;
  bids.cursor = at;
  places.operations = operations;
  return at === waitingCount;
}

/** Begins another round with the rows that lost their place in the last one. */
export function nextRound(places: Places, bids: Bids): void {
  const done = places.waiting;
  places.waiting = bids.next;
  places.waitingCount = bids.nextCount;
  bids.next = done;
  bids.nextCount = 0;
  bids.cursor = 0;
}

/** Gives a row the cheapest place of a column, at a price raised by `raise`. */
function place(places: Places, bids: Bids, row: number, col: number, cost: number, raise: number): void {
  const { first, count, occupant, match, paid, price, slotCost } = places;
  const { placePrice, floor, shift } = bids;
  const top = first[col]!;
  const size = first[col + 1]! - top;
  const taken = count[col]!;
  const asked = price[col]! + raise;
  match[row] = col;
  paid[row] = cost;
  // An empty place comes first where it costs no more: nobody has to leave it.
  if (taken < size && price[col]! === emptyPrice(slotCost[taken]! << shift, floor[col]!)) {
    count[col] = taken + 1;
    rise(placePrice, occupant, top, taken, asked, row);
    const empty = taken + 1 < size ? emptyPrice(slotCost[taken + 1]! << shift, floor[col]!) : 0x7fffffff;
    price[col] = empty < placePrice[top]! ? empty : placePrice[top]!;
    return;
  }
  const displaced = occupant[top]!;
  match[displaced] = -1;
  bids.next[bids.nextCount++] = displaced;
  sink(placePrice, occupant, top, taken, asked, row);
  const empty = taken < size ? emptyPrice(slotCost[taken]! << shift, floor[col]!) : 0x7fffffff;
  price[col] = empty < placePrice[top]! ? empty : placePrice[top]!;
}

function emptyPrice(slot: number, floor: number): number {
  return slot > floor ? slot : floor;
}

function rise(
  prices: Int32Array,
  occupant: Int32Array,
  top: number,
  place: number,
  asked: number,
  row: number,
): void {
  let at = place;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const price = prices[top + above]!;
    if (price <= asked) break;
    prices[top + at] = price;
    occupant[top + at] = occupant[top + above]!;
    at = above;
  }
  prices[top + at] = asked;
  occupant[top + at] = row;
}

function sink(
  prices: Int32Array,
  occupant: Int32Array,
  top: number,
  size: number,
  asked: number,
  row: number,
): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && prices[top + child + 1]! < prices[top + child]!) child++;
    const price = prices[top + child]!;
    if (price >= asked) break;
    prices[top + at] = price;
    occupant[top + at] = occupant[top + child]!;
    at = child;
  }
  prices[top + at] = asked;
  occupant[top + at] = row;
}

/** Ends the auction: rows know their places again, and rows that are better off outside stay there. */
export function settle(places: Places): void {
  const { first, count, occupant, placeOf, cols } = places;
  for (let col = 0; col < cols; col++)
    for (let at = first[col]!; at < first[col]! + count[col]!; at++) placeOf[occupant[at]!] = at;
}
