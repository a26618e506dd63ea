import { certificate } from './certificate.js';
import type { Field } from './field.js';
import type { MatchProgress, Matching, Move, OptimalityCertificate, ScoredPair } from './matching.js';
import type { State } from './optimize.js';
import type { Plan } from './plan.js';
import type { Pair } from './program.js';
import { standing } from './rules.js';
import { reasonsOf } from './score.js';
import { shortagesOf } from './shortages.js';
import { spreadOf } from './spread.js';
import { unmatchedOf } from './unmatched.js';

/** What the search found out besides the match itself. */
export interface Findings {
  match: Int32Array;
  floor: number;
  /** Total score given up for the highest floor. */
  priceOfFairness: number;
  relaxed: number[];
  mutualBroken: number;
  closed: number[];
  heuristic: boolean;
  stable: boolean;
}

/** Writes a match down: pairs with their reasons, who is left out and why, the proof, the spread, and the moves. */
export function* reported(plan: Plan, state: State, findings: Findings): Generator<MatchProgress, Matching> {
  const { field, search } = plan;
  const { match, stable } = findings;
  const pairs = yield* pairsOf(plan, match);
  const nothing = { shortages: [], of: new Map<number, number>() };
  const lack = stable ? nothing : yield* shortagesOf(plan, state, match);
  const unmatched = yield* unmatchedOf(plan, state, match, lack, stable);
  const total = pairs.reduce((sum, { score }) => sum + score, 0);
  const id = (mentor: number) => field.everybody.people[field.mentors[mentor]!]!.id;
  const prices: Record<string, number> = {};
  for (let mentor = 0; mentor < search.mentors && !stable; mentor++)
    if (state.answer.prices[mentor]! > 0) prices[id(mentor)] = state.answer.prices[mentor]!;
  return {
    pairs,
    unmatched,
    shortages: lack.shortages,
    total,
    certificate: stable ? { stable: true, blockingPairs: 0 } : proof(plan, state, findings),
    prices,
    fairness: spreadOf(
      pairs.map(({ score }) => score),
      findings.priceOfFairness,
    ),
    moved: field.program.current ? movesOf(field.program.current.pairs, pairs) : [],
    mutualBroken: findings.mutualBroken,
    relaxed: findings.relaxed.map((mentee) => field.everybody.people[field.mentees[mentee]!]!.id),
    closedGroups: findings.closed.map(id),
  };
}

/** Pairs in the order of ids, locked ones among them. */
function* pairsOf(plan: Plan, match: Int32Array): Generator<MatchProgress, ScoredPair[]> {
  const { field, locked, rows } = plan;
  const found = locked.map((place) => ({ ...place, locked: true }));
  for (let row = 0; row < rows.length; row++)
    if (match[row] !== -1) found.push({ mentee: rows[row]!, mentor: match[row]!, locked: false });
  found.sort((a, b) => a.mentee - b.mentee || a.mentor - b.mentor);
  const pairs: ScoredPair[] = [];
  for (const place of found) {
    pairs.push(pairOf(field, place.mentee, place.mentor, place.locked));
    if (pairs.length % 64 === 0) yield { phase: 'explaining', done: pairs.length, of: found.length };
  }
  return pairs;
}

function pairOf(
  { everybody, mentees, mentors, criteria, rules }: Field,
  mentee: number,
  mentor: number,
  locked: boolean,
): ScoredPair {
  const [one, other] = [everybody.facts(mentees[mentee]!), everybody.facts(mentors[mentor]!)];
  const reasons = reasonsOf(criteria, one, other);
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  const pair: ScoredPair = { menteeId: one.person.id, mentorId: other.person.id, score, reasons, locked };
  const overrides = locked ? standing(rules, one, other) : [];
  if (overrides.length > 0) pair.overrides = overrides;
  return pair;
}

function proof(plan: Plan, state: State, { match, floor, heuristic }: Findings): OptimalityCertificate {
  const { answer, problem } = state;
  // What the solver was proven by is proven; another match at the same prices is not yet.
  const known = match === answer.match;
  const { total, gap } = known ? answer : certificate(problem, match, answer.prices, plan.slotCost);
  const bound = total - gap;
  return {
    primal: total,
    dual: bound,
    gap,
    optimal: gap < 1 && state.complete,
    scope: state.complete ? 'allEligiblePairs' : 'candidateLists',
    unmatchedCost: plan.unmatchedCost,
    floor,
    stayBonus: plan.stayBonus,
    heuristic,
  };
}

/** Who changes between two lists of pairs, one move for each mentor lost or won, in the order of ids. */
export function movesOf(before: readonly Pair[], after: readonly Pair[]): Move[] {
  const [had, has] = [byMentee(before), byMentee(after)];
  const moves: Move[] = [];
  for (const menteeId of [...new Set([...had.keys(), ...has.keys()])].sort()) {
    const lost = [...(had.get(menteeId) ?? [])].filter((id) => !has.get(menteeId)?.has(id)).sort();
    const won = [...(has.get(menteeId) ?? [])].filter((id) => !had.get(menteeId)?.has(id)).sort();
    for (let index = 0; index < Math.max(lost.length, won.length); index++) {
      const [from, to] = [lost[index], won[index]];
      moves.push({ menteeId, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
    }
  }
  return moves;
}

function byMentee(pairs: readonly Pair[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { menteeId, mentorId } of pairs)
    found.set(menteeId, (found.get(menteeId) ?? new Set()).add(mentorId));
  return found;
}
