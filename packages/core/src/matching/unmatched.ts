import type { Field } from './field.js';
import type { MatchProgress, Unmatched, UnmatchedReason } from './matching.js';
import type { State } from './optimize.js';
import type { Plan } from './plan.js';
import { RULE_CODES, type RuleCode } from './rule-codes.js';
import { standing, standingAlone } from './rules.js';
import type { Lack } from './shortages.js';

/** Says why each mentee who has fewer mentors than they asked for goes without. In the order of ids. */
export function* unmatchedOf(
  plan: Plan,
  state: State,
  match: Int32Array,
  lack: Lack,
  stable: boolean,
): Generator<MatchProgress, Unmatched[]> {
  const { field, rows } = plan;
  const { people, indexOf } = field.everybody;
  const found = new Map<number, Unmatched>();
  for (let row = 0; row < rows.length; row++) {
    if (match[row] !== -1) continue;
    const at = field.mentees[rows[row]!]!;
    const known = found.get(at);
    if (known) {
      known.missing++;
      continue;
    }
    const reason = reasonFor(plan, state, row, lack, stable);
    found.set(at, { menteeId: people[at]!.id, missing: 1, reason });
    yield { phase: 'explaining', done: row, of: rows.length };
  }
  for (let at = 0; at < people.length; at++) {
    const person = people[at]!;
    if (!person.roles.includes('mentee') || field.takes(person)) continue;
    const missing = (person.demand ?? 1) - locks(plan, at);
    if (missing > 0) found.set(at, { menteeId: person.id, missing, reason: nobodyFor(field, at) });
  }
  return [...found.values()].sort((a, b) => indexOf(a.menteeId)! - indexOf(b.menteeId)!);
}

function locks({ locked, field }: Plan, at: number): number {
  return locked.filter(({ mentee }) => mentee === field.menteeOf[at]).length;
}

function reasonFor(plan: Plan, state: State, row: number, lack: Lack, stable: boolean): UnmatchedReason {
  const { edges } = state;
  const mentee = plan.rows[row]!;
  if (edges.indptr[row] === edges.indptr[row + 1]) {
    const best = bestFor(plan, mentee);
    return best === -1 ? nobodyFor(plan.field, plan.field.mentees[mentee]!) : { code: 'notWorthIt', best };
  }
  if (stable) return { code: 'othersPreferred' };
  const shortage = lack.of.get(row);
  return shortage === undefined
    ? { code: 'notWorthIt', best: bestFor(plan, mentee) }
    : { code: 'capacity', shortage };
}

/** The best score that anyone eligible would have, or -1. */
export function bestFor({ search }: Plan, mentee: number): number {
  const scores = new Int32Array(search.mentors);
  search.prepare(mentee);
  search.all(scores);
  return scores.reduce((best, score) => Math.max(best, score), -1);
}

/**
 * Counts what stands between a person and each mentor, and looks for a smallest set of rules to give up. Of somebody who
 * may not be matched at all, only the rules by which this is so.
 */
export function nobodyFor(
  { everybody, rules }: Field,
  at: number,
): UnmatchedReason & { code: 'noEligibleMentor' } {
  const barred: Partial<Record<RuleCode, number>> = {};
  let relax: RuleCode[] | undefined;
  let mentors = 0;
  const mentee = everybody.facts(at);
  const alone = standingAlone(rules, mentee);
  if (alone.length > 0) {
    for (const { id, roles } of everybody.people)
      if (roles.includes('mentor') && id !== mentee.person.id) mentors++;
    for (const code of alone) barred[code] = mentors;
    return { code: 'noEligibleMentor', barred, mentors, relax: alone };
  }
  for (let other = 0; other < everybody.people.length; other++) {
    if (!everybody.people[other]!.roles.includes('mentor')) continue;
    const codes = standing(rules, mentee, everybody.facts(other));
    for (const code of codes) barred[code] = (barred[code] ?? 0) + 1;
    if (codes.includes('self')) continue;
    mentors++;
    if (relax === undefined || codes.length < relax.length) relax = codes;
  }
  const ordered: Partial<Record<RuleCode, number>> = {};
  for (const code of RULE_CODES) if (barred[code] !== undefined) ordered[code] = barred[code];
  return { code: 'noEligibleMentor', barred: ordered, mentors, relax: relax ?? [] };
}
