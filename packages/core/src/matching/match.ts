import { checkPeople } from './check-people.js';
import { checkProgram } from './check-program.js';
import { limitRegret, raiseFloor } from './fair.js';
import { fieldOf, type Field } from './field.js';
import type { MatchProgress, Matching } from './matching.js';
import { lostBy, optimum, type State } from './optimize.js';
import type { Participant } from './participant.js';
import { run, type Signal } from './pause.js';
import { planOf } from './plan.js';
import { FULL_SCORE, type MatchProgram } from './program.js';
import { refined } from './refine.js';
import { reported } from './report.js';
import { stableMatch } from './stable.js';
import { keepMost } from './stay.js';

/** How a match may be watched and stopped. */
export interface MatchOptions {
  /** An `AbortSignal`: the promise is rejected with its reason and nothing remains. */
  signal?: Signal | undefined;
  /** Hears how far the match is, every few milliseconds of work. */
  onProgress?: ((progress: MatchProgress) => void) | undefined;
}

/**
 * Matches mentees with mentors: the greatest total score, or whatever else the program's objective says, over every
 * pair that no hard rule forbids, with reasons for every pair, for everybody left out, and a proof. The same people and
 * program give the same match, in whatever order people come, here, in a worker and on a server. Lets others work
 * every few milliseconds. What is not well formed rejects with a `TypeError` or a `RangeError` whose message names
 * it, such as `people[3].capacity`; nothing given is changed.
 */
export async function match(
  people: Iterable<Participant>,
  program: MatchProgram,
  { signal, onProgress }: MatchOptions = {},
): Promise<Matching> {
  const field = checkedField(people, program);
  return run(matchSteps(field), signal, onProgress);
}

/** Checks input and makes the field for it. */
export function checkedField(people: Iterable<Participant>, program: MatchProgram): Field {
  const list = checkPeople(people);
  checkProgram(program, list);
  return fieldOf(list, program);
}

function totalOf(state: State): number {
  let total = 0;
  for (const [row, mentor] of state.answer.match.entries())
    if (mentor !== -1) total += FULL_SCORE - lostBy(state, row, mentor);
  return total;
}

/** The match in steps, for those who run it themselves. */
export function* matchSteps(field: Field): Generator<MatchProgress, Matching> {
  const { objective = {}, method = 'maxTotal', current } = field.program;
  const plan = planOf(field);
  if (method === 'stable') return yield* stableMatch(plan);
  const state = yield* optimum(plan);
  let floor = typeof objective.floor === 'number' ? objective.floor : 0;
  let priceOfFairness = 0;
  if (objective.floor === 'maxMin') {
    const before = totalOf(state);
    floor = yield* raiseFloor(plan, state);
    priceOfFairness = before - totalOf(state);
  }
  const relaxed =
    objective.maxRegret === undefined ? [] : yield* limitRegret(plan, state, objective.maxRegret);
  if (current?.maxMoves !== undefined) yield* keepMost(plan, state, current.maxMoves);
  const { match, mutualBroken, closed, changed } = yield* refined(plan, state);
  return yield* reported(plan, state, {
    match,
    floor,
    priceOfFairness,
    relaxed,
    mutualBroken,
    closed,
    heuristic: changed,
    stable: false,
  });
}
