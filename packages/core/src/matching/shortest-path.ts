import { rise, sink } from './heap.js';
import { movePath, takePath, type Places } from './places.js';

/** Begins the search for a place for `row`: how to seat it at the least cost, moving others where that pays. */
export function beginSearch(places: Places, row: number): void {
  places.search++;
  places.heapSize = 0;
  places.closedCount = 0;
  places.best = places.outside[row]!;
  places.endCol = -1;
  places.endRow = row;
  places.underWay = true;
  lookAlong(places, row, 0);
}

/**
 * Dijkstra's search over columns, by what a row would pay there and then by what those who make room would
 * pay more elsewhere. Goes on until the end is known, or `limit` operations are done; says whether it ended.
 */
export function continueSearch(places: Places, limit: number): boolean {
  const { first, count, occupant, paid, price, outside, distance, heap, heapPlace, closed } = places;
  while (places.heapSize > 0) {
    if (places.operations >= limit) return false;
    const col = heap[0]!;
    const away = distance[col]!;
    if (away >= places.best) break;
    heapPlace[col] = -1;
    const last = heap[--places.heapSize]!;
    if (places.heapSize > 0) sink(heap, heapPlace, distance, last, places.heapSize);
    closed[places.closedCount++] = col;
    const begin = first[col]!;
    const end = begin + count[col]!;
    const base = away - price[col]!;
    for (let place = begin; place < end; place++) {
      const row = occupant[place]!;
      const from = base - paid[row]!;
      if (from + outside[row]! < places.best) {
        places.best = from + outside[row]!;
        places.endCol = -1;
        places.endRow = row;
      }
      lookAlong(places, row, from);
    }
  }
  places.underWay = false;
  return true;
}

/** Looks at all columns of a row that pays `from` less than it would at distance 0. */
function lookAlong(places: Places, row: number, from: number): void {
  const { indptr, indices, dense, cost, price, first, count, slotCost } = places;
  const { distance, viaRow, viaEdge, heap, heapPlace, seen, search } = places;
  const begin = indptr[row]!;
  const end = indptr[row + 1]!;
  const base = dense ? begin : 0;
  let best = places.best;
  let size = places.heapSize;
  for (let edge = begin; edge < end; edge++) {
    const col = indices[edge - base]!;
    const away = from + cost[edge]! + price[col]!;
    if (away >= best) continue;
    const known = seen[col] === search;
    if (known && away >= distance[col]!) continue;
    distance[col] = away;
    viaRow[col] = row;
    viaEdge[col] = edge;
    if (!known) {
      seen[col] = search;
      heapPlace[col] = size;
      size++;
    }
    rise(heap, heapPlace, distance, col, heapPlace[col]!);
    if (first[col]! + count[col]! < first[col + 1]!) {
      const extra = slotCost[count[col]!]! - price[col]!;
      const whole = extra > 0 ? away + extra : away;
      if (whole < best) {
        best = whole;
        places.endCol = col;
      }
    }
  }
  places.best = best;
  places.heapSize = size;
  places.operations += end - begin + 4;
  places.rowScans++;
}

/** Raises prices by what the search found, and moves everybody along the path. */
export function endSearch(places: Places, source: number): void {
  const { price, distance, closed, closedCount, best, endRow, endCol, match, placeOf } = places;
  for (let index = 0; index < closedCount; index++) {
    const col = closed[index]!;
    price[col] = price[col]! + best - distance[col]!;
  }
  if (endCol >= 0) takePath(places, source, endCol);
  else if (endRow !== source) {
    // A row leaves for its outside option; otherwise the new one never gets in.
    const col = match[endRow]!;
    match[endRow] = -1;
    movePath(places, source, col, placeOf[endRow]!);
  }
}
