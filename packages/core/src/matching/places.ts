import type { AssignmentProblem } from './problem.js';
import type { Transpose } from './transpose.js';

/**
 * What the kernels work on: the problem, the assignment so far, and room for one search. The rule that
 * every step keeps ("complementary slackness"): each row with a column pays there, at `cost + price`, no more
 * than anywhere else and no more than its unmatched cost.
 */
export class Places {
  readonly rows: number;
  readonly cols: number;
  readonly indptr: Int32Array;
  /** The column of each edge; where `dense`, of each edge of a row, the same for all rows. */
  readonly indices: Int32Array;
  readonly dense: boolean;
  readonly cost: Int32Array;
  /** The unmatched cost of each row. */
  readonly outside: Int32Array;
  /** What the k-th row in a column costs extra. */
  readonly slotCost: Int32Array;

  /** Where each column's places begin in `occupant`. */
  readonly first: Int32Array;
  /** The rows of each column stand at the beginning of its places. */
  readonly occupant: Int32Array;
  /** How many rows each column has. */
  readonly count: Int32Array;
  /** Per row: its place in `occupant`, its column or -1, and the cost of its edge. */
  readonly placeOf: Int32Array;
  readonly match: Int32Array;
  readonly paid: Int32Array;
  /** What a row pays for the column besides the cost of its edge. */
  readonly price: Int32Array;

  /** Rows that wait for a search. */
  waiting: Int32Array;
  waitingCount = 0;

  /** The search: distance, who reached the column over which edge, the heap and what has left it. */
  readonly distance: Int32Array;
  readonly viaRow: Int32Array;
  readonly viaEdge: Int32Array;
  readonly heap: Int32Array;
  /** Place in the heap; -1 once it has left. Valid where `seen` is this search's number. */
  readonly heapPlace: Int32Array;
  readonly seen: Int32Array;
  readonly closed: Int32Array;
  search = 0;
  heapSize = 0;
  closedCount = 0;
  best = 0;
  endCol = -1;
  endRow = -1;
  endEdge = -1;
  /** Whether a search was interrupted. */
  underWay = false;

  /** Edges looked at since the last pause, rows looked at since the beginning. */
  operations = 0;
  rowScans = 0;

  constructor(problem: AssignmentProblem, slotCost?: Int32Array, dense = false, columns?: Transpose) {
    const { rows, cols, unmatchedCost } = problem;
    this.dense = dense;
    this.rows = rows;
    this.cols = cols;
    this.indptr = problem.indptr;
    this.indices = problem.indices;
    this.cost = problem.cost;
    this.outside =
      typeof unmatchedCost === 'number' ? new Int32Array(rows).fill(unmatchedCost) : unmatchedCost;
    this.first = firstPlaces(problem, dense, columns);
    this.slotCost = slotCost ?? new Int32Array(mostPlaces(this.first) + 1);
    this.occupant = new Int32Array(this.first[cols]!);
    this.count = new Int32Array(cols);
    this.placeOf = new Int32Array(rows);
    this.match = new Int32Array(rows).fill(-1);
    this.paid = new Int32Array(rows);
    this.price = new Int32Array(cols).fill(this.slotCost[0] ?? 0);
    this.waiting = new Int32Array(rows);
    this.distance = new Int32Array(cols);
    this.viaRow = new Int32Array(cols);
    this.viaEdge = new Int32Array(cols);
    this.heap = new Int32Array(cols);
    this.heapPlace = new Int32Array(cols);
    this.seen = new Int32Array(cols);
    this.closed = new Int32Array(cols);
  }
}

/**
 * Where each column's places begin. A column needs no more places than it has edges, and one more to
 * show that there is room left.
 */
export function firstPlaces(
  { rows, cols, capacity, indices }: AssignmentProblem,
  dense = false,
  columns?: Transpose,
): Int32Array {
  const first = new Int32Array(cols + 1);
  if (dense) first.fill(rows, 1);
  else if (columns)
    for (let col = 0; col < cols; col++) first[col + 1] = columns.begins[col + 1]! - columns.begins[col]!;
  else for (let edge = 0; edge < indices.length; edge++) first[indices[edge]! + 1]!++;
  for (let col = 0; col < cols; col++)
    first[col + 1] = first[col]! + Math.min(capacity[col]!, first[col + 1]! + 1);
  return first;
}

function mostPlaces(first: Int32Array): number {
  let most = 0;
  for (let col = 0; col + 1 < first.length; col++) most = Math.max(most, first[col + 1]! - first[col]!);
  return most;
}

/** Gives a row a place in a column that has room; `cost` is that of its edge. */
export function seat(places: Places, row: number, col: number, cost: number): void {
  const place = places.first[col]! + places.count[col]!++;
  places.occupant[place] = row;
  places.placeOf[row] = place;
  places.match[row] = col;
  places.paid[row] = cost;
}

/** Takes a row out of its column. */
export function unseat(places: Places, row: number): void {
  const { first, count, occupant, placeOf, match } = places;
  const col = match[row]!;
  const last = first[col]! + --count[col]!;
  const moved = occupant[last]!;
  occupant[placeOf[row]!] = moved;
  placeOf[moved] = placeOf[row]!;
  match[row] = -1;
}

/** Gives the place of `leaver` to another row, over one of its edges. */
export function replace(places: Places, leaver: number, row: number, edge: number): void {
  const { occupant, placeOf, match, paid, cost } = places;
  const place = placeOf[leaver]!;
  occupant[place] = row;
  placeOf[row] = place;
  match[row] = match[leaver]!;
  paid[row] = cost[edge]!;
}

/** Seats `source`: everybody on the path to column `end`, which has room, moves up by one. */
export function takePath(places: Places, source: number, end: number): void {
  const { first, count } = places;
  movePath(places, source, end, first[end]! + count[end]!++);
}

/** Gives `place` of a column to the row that reached it, and so on back to `source`. */
export function movePath(places: Places, source: number, end: number, free: number): void {
  const { occupant, placeOf, match, paid, viaRow, viaEdge, cost } = places;
  let col = end;
  let place = free;
  for (;;) {
    const row = viaRow[col]!;
    const from = match[row]!;
    const left = placeOf[row]!;
    occupant[place] = row;
    placeOf[row] = place;
    match[row] = col;
    paid[row] = cost[viaEdge[col]!]!;
    if (row === source) return;
    col = from;
    place = left;
  }
}
