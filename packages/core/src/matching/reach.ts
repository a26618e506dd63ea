import type { MatchProgress } from './matching.js';
import type { Plan } from './plan.js';
import type { State } from './optimize.js';

/** A step of a chain: the row may take this mentor. */
export interface Step {
  row: number;
  mentor: number;
  score: number;
}

/** Who can be reached from those left out: a free place, or else a proof that there is none. */
export interface Reached {
  /** A chain of moves from a row left out to a free place; absent when there is none. */
  path?: Step[];
  /** Rows of the chains, and the mentors eligible for them. Without a path these have too few places. */
  rows: number[];
  mentors: number[];
}

/**
 * Follows everybody left out to the mentors they could have, from there to the rows that have these now, and so on,
 * over all eligible pairs. Each mentor is visited once, and a row only looks at mentors not yet visited.
 */
export function* reach(
  plan: Plan,
  { answer, problem }: Pick<State, 'answer' | 'problem'>,
): Generator<MatchProgress, Reached> {
  const { search, minScore } = plan;
  const { match } = answer;
  const occupants = occupantsOf(match, search.mentors);
  const unvisited = Int32Array.from({ length: search.mentors }, (_, mentor) => mentor);
  let left = unvisited.length;
  const cameFrom = new Int32Array(search.mentors).fill(-1);
  const scores = new Int32Array(search.mentors);
  const rows: number[] = [];
  for (let row = 0; row < match.length; row++) if (match[row] === -1) rows.push(row);
  const mentors: number[] = [];
  for (let at = 0; at < rows.length && left > 0; at++) {
    const row = rows[at]!;
    const mentee = plan.rows[row]!;
    search.prepare(mentee);
    const special = new Set(search.special);
    let kept = 0;
    for (let index = 0; index < left; index++) {
      const mentor = unvisited[index]!;
      const score = scoreFor(plan, mentor, special);
      if (score < 0 || score < minScore[mentee]!) {
        unvisited[kept++] = mentor;
        continue;
      }
      cameFrom[mentor] = row;
      scores[mentor] = score;
      mentors.push(mentor);
      for (const next of occupants[mentor]!) rows.push(next);
      if (occupants[mentor]!.length < problem.capacity[mentor]!)
        return { path: pathTo(mentor, cameFrom, scores, match), rows, mentors };
    }
    left = kept;
    if (at % 16 === 0) yield { phase: 'explaining', done: at, of: rows.length };
  }
  return { rows, mentors };
}

function scoreFor({ search }: Plan, mentor: number, special: ReadonlySet<number>): number {
  if (special.has(mentor)) return search.specialScore(mentor);
  if (search.isBarred(mentor)) return -1;
  const quick = search.quick(mentor);
  return quick < 0 ? -1 : search.whole(mentor, quick);
}

/** The rows that each mentor has. */
export function occupantsOf(match: Int32Array, mentors: number): number[][] {
  const occupants: number[][] = Array.from({ length: mentors }, () => []);
  for (let row = 0; row < match.length; row++) if (match[row] !== -1) occupants[match[row]!]!.push(row);
  return occupants;
}

function pathTo(end: number, cameFrom: Int32Array, scores: Int32Array, match: Int32Array): Step[] {
  const path: Step[] = [];
  for (let mentor = end; mentor !== -1;) {
    const row = cameFrom[mentor]!;
    path.push({ row, mentor, score: scores[mentor]! });
    mentor = match[row]!;
  }
  return path;
}
