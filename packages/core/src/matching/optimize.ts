import { candidates, pricing, type Bounds } from './candidates.js';
import { merged, MoreEdges, problemOf, type Edges } from './edges.js';
import type { MatchProgress } from './matching.js';
import { FULL_SCORE } from './program.js';
import type { Plan } from './plan.js';
import type { Assignment, AssignmentProblem, SolveOptions } from './problem.js';
import { reach } from './reach.js';
import { solve } from './solve.js';

/** Rounds of pricing before the answer is given as the best of the candidates only. */
const MOST_ROUNDS = 60;

/** Where a match stands between two solves. */
export interface State {
  edges: Edges;
  bounds: Bounds;
  /** The last problem and its answer. */
  problem: AssignmentProblem;
  answer: Assignment;
  /** Whether the answer is the best over all eligible pairs. */
  complete: boolean;
}

/** Finds the best match of a plan over all eligible pairs. */
export function* optimum(plan: Plan): Generator<MatchProgress, State> {
  const { edges, bounds } = yield* candidates(plan);
  const problem = problemOf(plan, edges);
  const answer = yield* solved(plan, problem);
  const state: State = { edges, bounds, problem, answer, complete: plan.candidates === undefined };
  yield* priced(plan, state);
  yield* asManyAsPossible(plan, state);
  return state;
}

/** Solves again after the plan has changed, beginning from where the state stands. */
export function* again(plan: Plan, state: State): Generator<MatchProgress, void> {
  yield* resolve(plan, state);
  yield* priced(plan, state);
  yield* asManyAsPossible(plan, state);
}

/** One solve, with its progress in words of the match. */
export function* solved(
  plan: Plan,
  problem: AssignmentProblem,
  start?: SolveOptions['start'],
): Generator<MatchProgress, Assignment> {
  const steps = solve(problem, { start, slotCost: plan.slotCost });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { phase: 'solving', done: step.value.done, of: step.value.of };
  }
}

function* resolve(plan: Plan, state: State): Generator<MatchProgress, void> {
  const { match, prices } = state.answer;
  state.problem = problemOf(plan, state.edges);
  state.answer = yield* solved(plan, state.problem, { prices, match });
}

/** Adds pairs that the prices miss and solves again, until none is missing. */
function* priced(plan: Plan, state: State): Generator<MatchProgress, void> {
  if (plan.candidates === undefined) return;
  state.complete = false;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const more = yield* pricing(plan, state.problem, state.answer.prices, state.bounds);
    if (more.rows.length === 0) {
      state.complete = true;
      return;
    }
    state.edges = merged(state.edges, more);
    yield* resolve(plan, state);
  }
}

/**
 * While participation comes first, no chain of moves may lead from somebody left out to a place that is free. The
 * unmatched cost grows until none does; at `plan.enough` none can.
 */
function* asManyAsPossible(plan: Plan, state: State): Generator<MatchProgress, void> {
  while (plan.enough !== undefined && plan.unmatchedCost < plan.enough) {
    if (state.answer.matched === plan.rows.length) return;
    const found = yield* reach(plan, state);
    if (!found.path) return;
    addPath(state, found.path);
    plan.unmatchedCost = Math.min(plan.enough, plan.unmatchedCost * 32);
    yield* resolve(plan, state);
    yield* priced(plan, state);
  }
}

/** Adds the pairs of a chain, of which some may be new. */
export function addPath(state: State, path: { row: number; mentor: number; score: number }[]): void {
  const { indptr, indices } = state.edges;
  const more = new MoreEdges();
  for (const { row, mentor, score } of path)
    if (!indices.subarray(indptr[row]!, indptr[row + 1]!).includes(mentor))
      more.add(row, mentor, FULL_SCORE - score);
  if (more.rows.length > 0) state.edges = merged(state.edges, more);
}

/** The points that a row loses with a mentor among its edges. */
export function lostBy({ edges }: Pick<State, 'edges'>, row: number, mentor: number): number {
  for (let at = edges.indptr[row]!; at < edges.indptr[row + 1]!; at++)
    if (edges.indices[at] === mentor) return edges.lost[at]!;
  return FULL_SCORE;
}
