import { takePath, type Places } from './places.js';

/**
 * Of all assignments of least total, takes one that leaves the fewest rows unmatched: unmatched rows that a
 * column would cost no more than staying out are seated along paths that cost nothing. One round visits each
 * column at most once; rounds go on until one seats nobody. Yields after `stride` operations.
 */
export function* preferMatching(places: Places, stride: number): Generator<void, void> {
  const { rows, match } = places;
  for (let seated = true; seated;) {
    seated = false;
    places.search++;
    for (let row = 0; row < rows; row++) {
      if (match[row]! >= 0) continue;
      beginTies(places, row);
      while (!continueTies(places, stride)) {
        yield;
        places.operations = 0;
      }
      if (places.endCol < 0) continue;
      takePath(places, row, places.endCol);
      seated = true;
    }
  }
}

function beginTies(places: Places, row: number): void {
  places.heapSize = 0;
  places.closedCount = 0;
  places.endCol = -1;
  followTies(places, row, places.outside[row]!);
}

/** Visits what is reached, first come first served; false when `limit` operations are done before the end. */
function continueTies(places: Places, limit: number): boolean {
  const { heap, first, count, occupant, paid, price } = places;
  while (places.endCol < 0 && places.closedCount < places.heapSize) {
    if (places.operations >= limit) return false;
    const col = heap[places.closedCount++]!;
    const begin = first[col]!;
    const end = begin + count[col]!;
    for (let place = begin; place < end && places.endCol < 0; place++) {
      const row = occupant[place]!;
      followTies(places, row, paid[row]! + price[col]!);
    }
  }
  return true;
}

/** Reaches all columns where the row pays just what it pays now. */
function followTies(places: Places, row: number, pays: number): void {
  const { indptr, indices, dense, cost, price, first, count, slotCost, seen, search, heap, viaRow, viaEdge } =
    places;
  const end = indptr[row + 1]!;
  const base = dense ? indptr[row]! : 0;
  places.operations += end - indptr[row]! + 4;
  for (let edge = indptr[row]!; edge < end; edge++) {
    const col = indices[edge - base]!;
    if (cost[edge]! + price[col]! !== pays || seen[col] === search) continue;
    seen[col] = search;
    viaRow[col] = row;
    viaEdge[col] = edge;
    if (first[col]! + count[col]! < first[col + 1]! && slotCost[count[col]!]! === price[col]!) {
      places.endCol = col;
      return;
    }
    heap[places.heapSize++] = col;
  }
}
