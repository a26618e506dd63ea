import type { PreferenceProblem } from './deferred-acceptance.js';
import { rowOfEdges, sortByRank } from './rank-order.js';
import { transpose } from './transpose.js';

/** The edge that each row ends with, or -1, when rows propose, from their best column downwards. */
export function rowsPropose(problem: PreferenceProblem): Int32Array {
  const { rows, cols, indptr, indices, rowRank, colRank } = problem;
  const rowOf = rowOfEdges(rows, indptr);
  const order = Int32Array.from(indices.keys());
  sortByRank(order, indptr, rowRank, indices, cols);
  const first = placesOf(problem);
  // The edges that a column holds are a heap, the least wanted one at the top.
  const held = new Int32Array(first[cols]!);
  const count = new Int32Array(cols);
  const next = indptr.slice(0, rows);
  const result = new Int32Array(rows).fill(-1);
  for (let begin = 0; begin < rows; begin++)
    for (let row = begin; next[row]! < indptr[row + 1]!;) {
      const edge = order[next[row]!++]!;
      const col = indices[edge]!;
      const top = first[col]!;
      const room = first[col + 1]! - top;
      if (count[col]! < room) {
        rise(held, top, count[col]!++, edge, colRank);
        result[row] = edge;
        break;
      }
      if (room === 0 || !isWorse(held[top]!, edge, colRank)) continue;
      const displaced = rowOf[held[top]!]!;
      sink(held, top, room, edge, colRank);
      result[row] = edge;
      result[displaced] = -1;
      row = displaced;
    }
  return result;
}

/** Where the places of each column begin; no column has more than it has edges. */
function placesOf({ cols, capacity, indices }: PreferenceProblem): Int32Array {
  const first = new Int32Array(cols + 1);
  for (let edge = 0; edge < indices.length; edge++) first[indices[edge]! + 1]!++;
  for (let col = 0; col < cols; col++)
    first[col + 1] = first[col]! + Math.min(first[col + 1]!, capacity[col]!);
  return first;
}

/** Whether the column of both edges wants the first one less. Edges are in the order of rows. */
function isWorse(edge: number, other: number, colRank: Int32Array): boolean {
  return colRank[edge] === colRank[other] ? edge > other : colRank[edge]! > colRank[other]!;
}

function rise(held: Int32Array, top: number, place: number, edge: number, colRank: Int32Array): void {
  let at = place;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isWorse(edge, held[top + above]!, colRank)) break;
    held[top + at] = held[top + above]!;
    at = above;
  }
  held[top + at] = edge;
}

function sink(held: Int32Array, top: number, size: number, edge: number, colRank: Int32Array): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && isWorse(held[top + child + 1]!, held[top + child]!, colRank)) child++;
    if (!isWorse(held[top + child]!, edge, colRank)) break;
    held[top + at] = held[top + child]!;
    at = child;
  }
  held[top + at] = edge;
}

/** The edge that each row ends with, or -1, when columns propose, from their best row downwards. */
export function colsPropose(problem: PreferenceProblem): Int32Array {
  const { rows, cols, capacity, indptr, indices, rowRank, colRank } = problem;
  const rowOf = rowOfEdges(rows, indptr);
  const { begins, edges: order } = transpose(problem);
  sortByRank(order, begins, colRank, rowOf, rows);
  const next = begins.slice(0, cols);
  const room = capacity.slice();
  const result = new Int32Array(rows).fill(-1);
  // Columns that may have something to propose; one whose row left it comes back.
  const stack = Int32Array.from({ length: cols }, (_, at) => cols - 1 - at);
  const stacked = new Uint8Array(cols).fill(1);
  for (let size = cols; size > 0;) {
    const col = stack[size - 1]!;
    if (room[col] === 0 || next[col] === begins[col + 1]!) {
      stacked[col] = 0;
      size--;
      continue;
    }
    const edge = order[next[col]!++]!;
    const row = rowOf[edge]!;
    const now = result[row]!;
    if (now >= 0 && !isBetterForRow(edge, now, rowRank, indices)) continue;
    result[row] = edge;
    room[col]!--;
    if (now < 0) continue;
    const left = indices[now]!;
    room[left]!++;
    if (stacked[left]) continue;
    stacked[left] = 1;
    stack[size++] = left;
  }
  return result;
}

/** Whether the row of both edges wants the first one more. */
function isBetterForRow(edge: number, other: number, rowRank: Int32Array, indices: Int32Array): boolean {
  return rowRank[edge] === rowRank[other]
    ? indices[edge]! < indices[other]!
    : rowRank[edge]! < rowRank[other]!;
}
