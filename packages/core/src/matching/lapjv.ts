/** A square assignment under way, after Jonker and Volgenant: rows and columns one to one, every pair possible. */
interface Square {
  n: number;
  cost: Int32Array;
  /** The column of each row and the row of each column, or -1. */
  columnOf: Int32Array;
  rowOf: Int32Array;
  /** What is taken off the costs of each column. */
  reduction: Int32Array;
  free: Int32Array;
  freeCount: number;
  operations: number;
}

/** A column for each row, and prices that prove it the best. */
export interface SquareAssignment {
  match: Int32Array;
  /** At least 0, and 0 for one column. */
  prices: Int32Array;
}

/**
 * The least assignment of a square matrix by column reduction, reduction transfer, two rounds of augmenting row
 * reduction, and shortest augmenting paths. Gives up, with undefined, after looking at `limit` entries: some
 * matrices are better left to the auction.
 */
export function lapjv(cost: Int32Array, n: number, limit: number): SquareAssignment | undefined {
  const square: Square = {
    n,
    cost,
    columnOf: new Int32Array(n).fill(-1),
    rowOf: new Int32Array(n).fill(-1),
    reduction: new Int32Array(n),
    free: new Int32Array(n),
    freeCount: 0,
    operations: 2 * n * n,
  };
  reduceColumns(square);
  const free = square.freeCount;
  reduceRows(square, limit);
  // Where costs are much alike, another round would find as little.
  if (square.freeCount < 0.9 * free) reduceRows(square, limit);
  if (!augmentAll(square, limit)) return undefined;
  const prices = square.reduction;
  const most = prices.reduce((a, b) => Math.max(a, b), -Infinity);
  for (let col = 0; col < n; col++) prices[col] = most - prices[col]!;
  return { match: square.columnOf, prices };
}

/** Each column goes to the row where it is cheapest; a row that has just one hands its gain on to the prices. */
function reduceColumns(square: Square): void {
  const { n, cost, columnOf, rowOf, reduction, free } = square;
  const cheapest = new Int32Array(n);
  reduction.set(cost.subarray(0, n));
  for (let row = 1, at = n; row < n; row++)
    for (let col = 0; col < n; col++, at++)
      if (cost[at]! < reduction[col]!) {
        reduction[col] = cost[at]!;
        cheapest[col] = row;
      }
  const wins = new Int32Array(n);
  for (let col = n - 1; col >= 0; col--) {
    const row = cheapest[col]!;
    if (wins[row]!++ > 0) continue;
    columnOf[row] = col;
    rowOf[col] = row;
  }
  for (let row = 0; row < n; row++) {
    if (wins[row] === 0) free[square.freeCount++] = row;
    if (wins[row] !== 1) continue;
    const own = columnOf[row]!;
    let least = 0x7fffffff;
    for (let col = 0, at = row * n; col < n; col++, at++) {
      const rest = cost[at]! - reduction[col]!;
      if (rest < least && col !== own) least = rest;
    }
    if (n > 1) reduction[own]! -= least;
  }
}

/** Free rows take their best column and price it up to their second best. */
function reduceRows(square: Square, limit: number): void {
  const { n, cost, columnOf, rowOf, reduction, free } = square;
  const count = square.freeCount;
  square.freeCount = 0;
  for (let at = 0; at < count;) {
    const row = free[at++]!;
    const base = row * n;
    let least = cost[base]! - reduction[0]!;
    let second = 0x7fffffff;
    let best = 0;
    let next = 0;
    for (let col = 1; col < n; col++) {
      const rest = cost[base + col]! - reduction[col]!;
      if (rest > second) continue;
      if (rest >= least) {
        // Of columns that are equally good, one that is free is better.
        if (rest === second && (rowOf[next]! < 0 || rowOf[col]! >= 0)) continue;
        second = rest;
        next = col;
      } else {
        second = least;
        next = best;
        least = rest;
        best = col;
      }
    }
    square.operations += n;
    const gains = second > least && n > 1;
    let displaced = rowOf[best]!;
    if (gains) reduction[best]! -= second - least;
    else if (displaced >= 0) {
      best = next;
      displaced = rowOf[best]!;
    }
    columnOf[row] = best;
    rowOf[best] = row;
    if (displaced < 0) continue;
    columnOf[displaced] = -1;
    if (gains && square.operations < limit) free[--at] = displaced;
    else free[square.freeCount++] = displaced;
  }
}

/** Seats each free row along a shortest path. */
function augmentAll(square: Square, limit: number): boolean {
  const { n, columnOf, rowOf, free, freeCount } = square;
  const search = {
    distance: new Int32Array(n),
    via: new Int32Array(n),
    open: new Int32Array(n),
    done: new Int32Array(n),
  };
  for (let index = 0; index < freeCount; index++) {
    if (square.operations > limit) return false;
    const source = free[index]!;
    let col = shortestPath(square, search, source);
    for (let row = -1; row !== source;) {
      row = search.via[col]!;
      rowOf[col] = row;
      const before = columnOf[row]!;
      columnOf[row] = col;
      col = before;
    }
  }
  return true;
}

interface Search {
  distance: Int32Array;
  /** The row over which each column was reached. */
  via: Int32Array;
  /** The columns whose distance is not final, in their order, and the others in that of their distance. */
  open: Int32Array;
  done: Int32Array;
}

/** Dijkstra from a free row; changes the prices, and returns the free column where the path ends. */
function shortestPath(square: Square, { distance, via, open, done }: Search, source: number): number {
  const { n, cost, rowOf, reduction } = square;
  for (let col = 0; col < n; col++) open[col] = col;
  distance.fill(0x7fffffff);
  let row = source;
  let offset = 0;
  let reached = -0x80000000;
  for (let count = 0; ; count++) {
    const size = n - count;
    const base = row * n;
    let least = 0x7fffffff;
    let nearest = 0;
    for (let at = 0; at < size; at++) {
      const col = open[at]!;
      const away = cost[base + col]! - reduction[col]! - offset;
      let known = distance[col]!;
      if (away < known) {
        distance[col] = known = away;
        via[col] = row;
        if (away === reached && rowOf[col]! < 0) {
          // Nearer is nothing.
          least = away;
          nearest = at;
          break;
        }
      }
      if (known > least) continue;
      // Of columns at the same distance a free one is best: there the path ends.
      if (known === least && rowOf[col]! >= 0) continue;
      least = known;
      nearest = at;
    }
    square.operations += size;
    const col = open[nearest]!;
    if (rowOf[col]! < 0) {
      for (let at = 0; at < count; at++) reduction[done[at]!]! += distance[done[at]!]! - least;
      return col;
    }
    done[count] = col;
    reached = least;
    open.copyWithin(nearest, nearest + 1, size);
    row = rowOf[col]!;
    offset = cost[row * n + col]! - reduction[col]! - least;
  }
}
