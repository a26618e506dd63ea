import { rise, sink } from './heap.js';
import { replace, seat, unseat, type Places } from './places.js';
import type { Transpose } from './transpose.js';

/** What a place that stays empty may cost at most: what the next row would cost extra. */
function floor(places: Places, col: number): number {
  return places.slotCost[places.count[col]!]!;
}

/** Whether a column has room and still asks for more than its next place may cost. */
export function isTooDear(places: Places, col: number): boolean {
  const { first, count, price } = places;
  return first[col]! + count[col]! < first[col + 1]! && price[col]! > floor(places, col);
}

/** Begins the search for who should take the empty place of a column that is too dear, or how far its price falls. */
export function beginLowering(places: Places, col: number): void {
  places.search++;
  places.heapSize = 1;
  places.closedCount = 0;
  places.best = places.price[col]! - floor(places, col);
  places.endCol = col;
  places.endRow = -1;
  places.distance[col] = 0;
  places.seen[col] = places.search;
  places.heap[0] = col;
  places.heapPlace[col] = 0;
}

/** The search against the direction of `continueSearch`: who would rather be in the nearest column? */
export function continueLowering(places: Places, { begins, rows, edges }: Transpose, limit: number): boolean {
  const { cost, outside, match, paid, price, count, slotCost } = places;
  const { distance, heap, heapPlace, closed, seen, viaRow, viaEdge, search } = places;
  while (places.heapSize > 0) {
    if (places.operations >= limit) return false;
    const col = heap[0]!;
    const from = distance[col]! + price[col]!;
    if (distance[col]! >= places.best) break;
    heapPlace[col] = -1;
    const last = heap[--places.heapSize]!;
    if (places.heapSize > 0) sink(heap, heapPlace, distance, last, places.heapSize);
    closed[places.closedCount++] = col;
    const end = begins[col + 1]!;
    places.operations += end - begins[col]! + 4;
    for (let index = begins[col]!; index < end; index++) {
      const row = rows[index]!;
      const edge = edges[index]!;
      const theirs = match[row]!;
      if (theirs < 0) {
        const away = from + cost[edge]! - outside[row]!;
        if (away >= places.best) continue;
        places.best = away;
        places.endCol = -1;
        places.endRow = row;
        places.endEdge = edge;
        continue;
      }
      if (theirs === col) continue;
      const away = from + cost[edge]! - paid[row]! - price[theirs]!;
      if (away >= places.best) continue;
      const known = seen[theirs] === search;
      if (known && away >= distance[theirs]!) continue;
      distance[theirs] = away;
      viaRow[theirs] = row;
      viaEdge[theirs] = edge;
      if (!known) {
        seen[theirs] = search;
        heapPlace[theirs] = places.heapSize++;
      }
      rise(heap, heapPlace, distance, theirs, heapPlace[theirs]!);
      const whole = away + price[theirs]! - slotCost[count[theirs]! - 1]!;
      if (whole < places.best) {
        places.best = whole;
        places.endCol = theirs;
      }
    }
  }
  return true;
}

/** Lowers prices by what the search found, and moves everybody along the path towards column `target`. */
export function endLowering(places: Places, target: number): void {
  const { price, distance, closed, closedCount, best, endCol, viaRow, viaEdge } = places;
  for (let index = 0; index < closedCount; index++) {
    const col = closed[index]!;
    price[col] = price[col]! - best + distance[col]!;
  }
  if (endCol === target) return;
  let row = places.endRow;
  let edge = places.endEdge;
  if (endCol >= 0) {
    row = viaRow[endCol]!;
    edge = viaEdge[endCol]!;
    unseat(places, row);
  }
  for (let col = colOf(places, edge); col !== target; col = colOf(places, edge)) {
    const leaver = viaRow[col]!;
    replace(places, leaver, row, edge);
    row = leaver;
    edge = viaEdge[col]!;
  }
  seat(places, row, target, places.cost[edge]!);
}

function colOf({ dense, indices, cols }: Places, edge: number): number {
  return indices[dense ? edge % cols : edge]!;
}
