import { maximumCardinality } from './cardinality.js';
import type { MatchProgress } from './matching.js';
import { addPath, again, lostBy, type State } from './optimize.js';
import type { Plan } from './plan.js';
import type { AssignmentProblem } from './problem.js';
import { FULL_SCORE } from './program.js';
import { reach } from './reach.js';

/** Raises the floor as far as the number of matched allows, and matches anew above it. Answers the floor. */
export function* raiseFloor(plan: Plan, state: State): Generator<MatchProgress, number> {
  const matched = state.answer.matched;
  if (matched === 0) return 0;
  let match = state.answer.match;
  let low = 0;
  let high = worstLost(state);
  while (low < high) {
    const middle = (low + high) >> 1;
    const probe = maximumCardinality(lostProblem(plan, state), middle, match);
    if (probe.count === matched) {
      high = middle;
      match = probe.match;
    } else if (!(yield* extended(plan, state, middle, probe.match))) low = middle + 1;
    yield { phase: 'fairness', done: FULL_SCORE - (high - low), of: FULL_SCORE };
  }
  const floor = FULL_SCORE - high;
  for (let mentee = 0; mentee < plan.minScore.length; mentee++)
    plan.minScore[mentee] = Math.max(plan.minScore[mentee]!, floor);
  yield* again(plan, state);
  return floor;
}

/** If more can be matched above this floor by pairs that are not among the edges, adds these. */
function* extended(
  plan: Plan,
  state: State,
  lost: number,
  match: Int32Array,
): Generator<MatchProgress, boolean> {
  if (plan.candidates === undefined) return false;
  const minScore = plan.minScore.map((least) => Math.max(least, FULL_SCORE - lost));
  const found = yield* reach(
    { ...plan, minScore },
    { answer: { ...state.answer, match }, problem: state.problem },
  );
  if (!found.path) return false;
  addPath(state, found.path);
  return true;
}

function lostProblem(plan: Plan, { edges, problem }: State): AssignmentProblem {
  const { indptr, indices, lost } = edges;
  return { ...problem, rows: plan.rows.length, indptr, indices, cost: lost };
}

function worstLost(state: State): number {
  let worst = 0;
  for (const [row, mentor] of state.answer.match.entries())
    if (mentor !== -1) worst = Math.max(worst, lostBy(state, row, mentor));
  return worst;
}

/**
 * Keeps everybody within so many points of their own best, and matches anew. Where that leaves more people out, it is
 * given up for them and for those whose places they could have. Answers the mentees for whom it was given up.
 */
export function* limitRegret(plan: Plan, state: State, most: number): Generator<MatchProgress, number[]> {
  const { matched } = state.answer;
  const before = plan.minScore.slice();
  for (let row = 0; row < plan.rows.length; row++) {
    let least = FULL_SCORE;
    for (let at = state.edges.indptr[row]!; at < state.edges.indptr[row + 1]!; at++)
      least = Math.min(least, state.edges.lost[at]!);
    const mentee = plan.rows[row]!;
    plan.minScore[mentee] = Math.max(before[mentee]!, FULL_SCORE - least - most);
  }
  yield* again(plan, state);
  const relaxed = new Set<number>();
  while (state.answer.matched < matched) {
    const { rows } = yield* reach(plan, state);
    const given = rows.filter((row) => plan.minScore[plan.rows[row]!]! > before[plan.rows[row]!]!);
    if (given.length === 0) break;
    for (const row of given) {
      relaxed.add(plan.rows[row]!);
      state.bounds.pays[row] = -Infinity;
    }
    for (const mentee of relaxed) plan.minScore[mentee] = before[mentee]!;
    yield* again(plan, state);
  }
  return [...relaxed].sort((a, b) => a - b);
}
