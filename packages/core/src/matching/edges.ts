import type { AssignmentProblem } from './problem.js';
import type { Plan } from './plan.js';
import { FULL_SCORE } from './program.js';

/** Pairs that the solver looks at, in rows: the mentor of each and the points that it loses. */
export interface Edges {
  indptr: Int32Array;
  indices: Int32Array;
  lost: Int32Array;
}

/** Collects edges row by row. */
export class EdgeList {
  readonly #indptr: Int32Array;
  #indices: Int32Array;
  #lost: Int32Array;
  #row = 0;
  #size = 0;

  constructor(rows: number, room: number) {
    this.#indptr = new Int32Array(rows + 1);
    this.#indices = new Int32Array(room);
    this.#lost = new Int32Array(room);
  }

  add(mentor: number, lost: number): void {
    if (this.#size === this.#indices.length) this.#grow();
    this.#indices[this.#size] = mentor;
    this.#lost[this.#size++] = lost;
  }

  /** Adds every mentor with a score of 0 or more. */
  addAll(scores: Int32Array): void {
    while (this.#indices.length < this.#size + scores.length) this.#grow();
    const [indices, lost] = [this.#indices, this.#lost];
    let size = this.#size;
    for (let mentor = 0; mentor < scores.length; mentor++) {
      const score = scores[mentor]!;
      if (score < 0) continue;
      indices[size] = mentor;
      lost[size++] = FULL_SCORE - score;
    }
    this.#size = size;
  }

  /** The row is complete. */
  endRow(): void {
    this.#indptr[++this.#row] = this.#size;
  }

  /** Another row with the same edges as the one before. */
  repeatRow(): void {
    const [from, to] = [this.#indptr[this.#row - 1]!, this.#indptr[this.#row]!];
    for (let at = from; at < to; at++) this.add(this.#indices[at]!, this.#lost[at]!);
    this.endRow();
  }

  edges(): Edges {
    return {
      indptr: this.#indptr,
      indices: cut(this.#indices, this.#size),
      lost: cut(this.#lost, this.#size),
    };
  }

  #grow(): void {
    const room = Math.max(1024, Math.ceil(this.#size * 1.5));
    const [indices, lost] = [new Int32Array(room), new Int32Array(room)];
    indices.set(this.#indices);
    lost.set(this.#lost);
    [this.#indices, this.#lost] = [indices, lost];
  }
}

/** A list at its size; it is copied where that saves much room. */
function cut(list: Int32Array, size: number): Int32Array {
  return size * 1.25 < list.length ? list.slice(0, size) : list.subarray(0, size);
}

/** Pairs found for some rows, to be added to those there are. */
export class MoreEdges {
  readonly rows: number[] = [];
  readonly mentors: number[] = [];
  readonly lost: number[] = [];

  add(row: number, mentor: number, lost: number): void {
    this.rows.push(row);
    this.mentors.push(mentor);
    this.lost.push(lost);
  }
}

/** The edges with more of them; rows keep what they have in front. */
export function merged(edges: Edges, more: MoreEdges): Edges {
  const rows = edges.indptr.length - 1;
  const indptr = new Int32Array(rows + 1);
  for (const row of more.rows) indptr[row + 1]!++;
  for (let row = 0; row < rows; row++)
    indptr[row + 1]! += indptr[row]! + edges.indptr[row + 1]! - edges.indptr[row]!;
  const indices = new Int32Array(indptr[rows]!);
  const lost = new Int32Array(indptr[rows]!);
  const next = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const [from, to] = [edges.indptr[row]!, edges.indptr[row + 1]!];
    indices.set(edges.indices.subarray(from, to), indptr[row]!);
    lost.set(edges.lost.subarray(from, to), indptr[row]!);
    next[row] = indptr[row]! + to - from;
  }
  for (let at = 0; at < more.rows.length; at++) {
    const place = next[more.rows[at]!]!++;
    indices[place] = more.mentors[at]!;
    lost[place] = more.lost[at]!;
  }
  return { indptr, indices, lost };
}

/** What a row may not have, beyond the rules: mentors by row. */
export type Bans = ReadonlyMap<number, ReadonlySet<number>>;

/** The problem that the solver is given: edges that the plan's bounds allow, at what they cost. */
export function problemOf(plan: Plan, edges: Edges, bans?: Bans): AssignmentProblem {
  const { rows, capacity, costs, minScore, current, stayBonus, unmatchedCost } = plan;
  const sides = { rows: rows.length, cols: capacity.length, capacity, unmatchedCost };
  const plain = plan.plainCosts && (current.size === 0 || stayBonus === 0) && !bans?.size;
  // Points lost are what pairs cost, and no pair is left out: then nothing needs to be copied.
  if (plain && minScore.every((least) => least === 0))
    return { ...sides, indptr: edges.indptr, indices: edges.indices, cost: edges.lost };
  const indptr = new Int32Array(rows.length + 1);
  const indices = new Int32Array(edges.indices.length);
  const cost = new Int32Array(edges.indices.length);
  let size = 0;
  for (let row = 0; row < rows.length; row++) {
    const mentee = rows[row]!;
    const mostLost = FULL_SCORE - minScore[mentee]!;
    const partners = current.size > 0 && stayBonus > 0 ? current.get(mentee) : undefined;
    const banned = bans?.get(row);
    for (let at = edges.indptr[row]!; at < edges.indptr[row + 1]!; at++) {
      const lost = edges.lost[at]!;
      const mentor = edges.indices[at]!;
      if (lost > mostLost || banned?.has(mentor)) continue;
      indices[size] = mentor;
      cost[size++] = costs[lost]! - (partners?.includes(mentor) ? stayBonus : 0);
    }
    indptr[row + 1] = size;
  }
  return { ...sides, indptr, indices: indices.subarray(0, size), cost: cost.subarray(0, size) };
}
