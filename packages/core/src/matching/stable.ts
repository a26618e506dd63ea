import { candidates } from './candidates.js';
import { deferredAcceptance } from './deferred-acceptance.js';
import { EdgeList, problemOf, type Edges } from './edges.js';
import type { MatchProgress, Matching } from './matching.js';
import type { State } from './optimize.js';
import type { Plan } from './plan.js';
import { FULL_SCORE } from './program.js';
import { reported } from './report.js';

/** Ranks by a list of wishes come before all ranks by score. */
const LISTED = 20_000;

/**
 * The stable match that is best for the side that proposes. Each side ranks by its list of wishes, then by score,
 * then by id. Mentees who end with nobody, or with somebody behind their best candidates, have been looked at with every
 * mentor they may have, so it is stable over all eligible pairs.
 */
export function* stableMatch(plan: Plan): Generator<MatchProgress, Matching> {
  const { program } = plan.field;
  const begun = yield* candidates(plan);
  const { bounds } = begun;
  let { edges } = begun;
  const whole = new Uint8Array(plan.rows.length).fill(plan.candidates === undefined ? 1 : 0);
  const proposing = program.proposing === 'mentor' ? 'cols' : 'rows';
  for (;;) {
    edges = aboveFloor(plan, edges);
    const { indptr, indices } = edges;
    const problem = {
      rows: plan.rows.length,
      cols: plan.capacity.length,
      capacity: plan.capacity,
      indptr,
      indices,
    };
    const ranks = ranksOf(plan, edges);
    const { match } = deferredAcceptance({ ...problem, ...ranks, proposing });
    yield { phase: 'solving', done: 0, of: plan.rows.length };
    const short = [...match.keys()].filter(
      (row) =>
        whole[row] === 0 && bounds.pays[row]! < Infinity && isBehind(plan, edges, ranks.rowRank, match, row),
    );
    if (short.length > 0) {
      edges = yield* extended(plan, edges, new Set(short));
      for (const row of short) whole[row] = 1;
      continue;
    }
    const answer: State['answer'] = {
      match,
      matched: 0,
      total: 0,
      prices: new Int32Array(0),
      gap: 0,
      optimal: false,
    };
    const state: State = { edges, bounds, problem: problemOf(plan, edges), answer, complete: true };
    const nothing = {
      floor: 0,
      priceOfFairness: 0,
      relaxed: [],
      mutualBroken: 0,
      closed: [],
      heuristic: false,
    };
    return yield* reported(plan, state, { ...nothing, match, stable: true });
  }
}

/** Whether somebody beyond the candidates could be better for the row than what it has. */
function isBehind(
  { candidates: size = 0 }: Plan,
  { indptr, indices }: Edges,
  rowRank: Int32Array,
  match: Int32Array,
  row: number,
): boolean {
  if (match[row] === -1) return true;
  const first = indptr[row]!;
  const edge = indices.indexOf(match[row]!, first);
  // The best by score come first in a row; who is there for another reason may score less than many others.
  return edge - first >= size && rowRank[edge]! >= LISTED;
}

/** Lower is better for both: the place on one's list, or behind all lists the points lost. */
function ranksOf(
  { field, rows }: Plan,
  { indptr, indices, lost }: Edges,
): { rowRank: Int32Array; colRank: Int32Array } {
  const { everybody, mentees, mentors } = field;
  const rowRank = new Int32Array(indices.length);
  const colRank = new Int32Array(indices.length);
  const lists = (at: number) => {
    const list = everybody.people[at]!.preferences;
    return list?.length ? new Map(list.map((id, place) => [id, place])) : undefined;
  };
  const ofMentors = Array.from(mentors, lists);
  for (let row = 0; row < rows.length; row++) {
    const at = mentees[rows[row]!]!;
    const wishes = lists(at);
    const { id } = everybody.people[at]!;
    for (let edge = indptr[row]!; edge < indptr[row + 1]!; edge++) {
      const mentor = indices[edge]!;
      rowRank[edge] = wishes?.get(everybody.people[mentors[mentor]!]!.id) ?? LISTED + lost[edge]!;
      colRank[edge] = ofMentors[mentor]?.get(id) ?? LISTED + lost[edge]!;
    }
  }
  return { rowRank, colRank };
}

/** The edges that the plan's bounds allow. */
function aboveFloor({ rows, minScore }: Plan, { indptr, indices, lost }: Edges): Edges {
  const list = new EdgeList(rows.length, indices.length);
  for (let row = 0; row < rows.length; row++) {
    for (let at = indptr[row]!; at < indptr[row + 1]!; at++)
      if (FULL_SCORE - lost[at]! >= minScore[rows[row]!]!) list.add(indices[at]!, lost[at]!);
    list.endRow();
  }
  return list.edges();
}

/** All eligible mentors for some rows, and for the others what they have. */
function* extended(plan: Plan, edges: Edges, short: ReadonlySet<number>): Generator<MatchProgress, Edges> {
  const { search, rows, minScore } = plan;
  const list = new EdgeList(rows.length, edges.indices.length);
  const scores = new Int32Array(search.mentors);
  for (let row = 0; row < rows.length; row++) {
    if (!short.has(row))
      for (let at = edges.indptr[row]!; at < edges.indptr[row + 1]!; at++)
        list.add(edges.indices[at]!, edges.lost[at]!);
    else {
      search.prepare(rows[row]!);
      search.all(scores);
      for (let mentor = 0; mentor < scores.length; mentor++)
        if (scores[mentor]! >= 0 && scores[mentor]! >= minScore[rows[row]!]!)
          list.add(mentor, FULL_SCORE - scores[mentor]!);
      yield { phase: 'candidates', done: row, of: rows.length };
    }
    list.endRow();
  }
  return list.edges();
}
