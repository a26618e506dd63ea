import { checkPeople } from './check-people.js';
import { checkProgram } from './check-program.js';
import { weigh, type Weighed } from './criteria.js';
import { everybody as everybodyOf } from './everybody.js';
import type { Everybody } from './facts.js';
import type { Matching, Violation } from './matching.js';
import type { Participant } from './participant.js';
import type { MatchProgram, Pair } from './program.js';
import { rulesOf, standing, type Rule } from './rules.js';
import { reasonsOf } from './score.js';
import { spreadOf } from './spread.js';
import { verifyProof } from './verify-proof.js';
import { verifyUnmatched } from './verify-unmatched.js';

/** What is looked at, and what is found. */
export interface Inquiry {
  everybody: Everybody;
  program: MatchProgram;
  criteria: Weighed[];
  rules: Rule[];
  matching: Matching;
  /** Keys of the program's locked pairs. */
  locked: ReadonlySet<string>;
  /** Places of each mentor, and mentors each mentee asks for, less the locked pairs; by id. */
  places: ReadonlyMap<string, number>;
  demands: ReadonlyMap<string, number>;
  report(violation: Violation): void;
}

/** One text for a pair. */
export function keyOf({ menteeId, mentorId }: Pair): string {
  return `${menteeId}\n${mentorId}`;
}

/**
 * Checks a match against what went in, without the solver and the search that made it: hard rules, capacities, scores
 * and their parts, why people are left out, the spread, and the proof, over every pair of mentee and mentor. Answers what
 * is wrong; nothing for a match that is what it says. Takes about a millisecond for each thousand pairs of people.
 * Bad people and programs throw as in `match`.
 */
export function verify(
  people: Iterable<Participant>,
  program: MatchProgram,
  matching: Matching,
): Violation[] {
  const list = checkPeople(people);
  checkProgram(program, list);
  const violations: Violation[] = [];
  const everybody = everybodyOf(list, program);
  const locked = new Set((program.current?.locked ?? []).map(keyOf));
  const inquiry: Inquiry = {
    everybody,
    program,
    criteria: weigh(program),
    rules: rulesOf(program, everybody.chart),
    matching,
    locked,
    ...leftOver(list, program),
    report: (violation) => violations.push(violation),
  };
  verifyPairs(inquiry);
  verifyCounts(inquiry);
  if (violations.some(({ code }) => code === 'unknownPerson')) return violations;
  verifyFigures(inquiry);
  verifyUnmatched(inquiry);
  verifyProof(inquiry);
  return violations;
}

function leftOver(
  people: readonly Participant[],
  program: MatchProgram,
): Pick<Inquiry, 'places' | 'demands'> {
  const places = new Map<string, number>();
  const demands = new Map<string, number>();
  for (const { id, roles, capacity = 1, demand = 1 } of people) {
    if (roles.includes('mentor')) places.set(id, capacity);
    if (roles.includes('mentee')) demands.set(id, demand);
  }
  for (const { menteeId, mentorId } of program.current?.locked ?? []) {
    places.set(mentorId, places.get(mentorId)! - 1);
    demands.set(menteeId, demands.get(menteeId)! - 1);
  }
  return { places, demands };
}

function verifyPairs({ everybody, criteria, rules, matching, locked, report }: Inquiry): void {
  const seen = new Set<string>();
  for (const pair of matching.pairs) {
    const { menteeId, mentorId } = pair;
    const [mentee, mentor] = [everybody.indexOf(menteeId), everybody.indexOf(mentorId)];
    const names = { menteeId, mentorId };
    if (mentee === undefined || mentor === undefined) {
      report({
        code: 'unknownPerson',
        message: `${menteeId} or ${mentorId} is not among the people`,
        ...names,
      });
      continue;
    }
    const [one, other] = [everybody.facts(mentee), everybody.facts(mentor)];
    if (!one.person.roles.includes('mentee') || !other.person.roles.includes('mentor'))
      report({
        code: 'notInRole',
        message: `${menteeId} and ${mentorId} are not mentee and mentor`,
        ...names,
      });
    if (seen.has(keyOf(pair))) report({ code: 'duplicate', message: 'The pair is listed twice', ...names });
    seen.add(keyOf(pair));
    if (pair.locked !== locked.has(keyOf(pair)))
      report({ code: 'missingPair', message: 'The pair is locked in one place only', ...names });
    for (const rule of pair.locked ? [] : standing(rules, one, other))
      report({ code: 'rule', message: `The rule ${rule} stands between the two`, rule, ...names });
    const reasons = reasonsOf(criteria, one, other);
    if (pair.score !== reasons.reduce((sum, { points }) => sum + points, 0))
      report({ code: 'score', message: `The score ${pair.score} is not that of the two`, ...names });
    if (JSON.stringify(pair.reasons) !== JSON.stringify(reasons))
      report({ code: 'parts', message: 'The reasons are not those of the two', ...names });
  }
  for (const key of locked)
    if (!seen.has(key)) {
      const [menteeId, mentorId] = key.split('\n');
      report({
        code: 'missingPair',
        message: 'A locked pair is not there',
        menteeId: menteeId!,
        mentorId: mentorId!,
      });
    }
}

function verifyCounts({ matching, places, demands, locked, report }: Inquiry): void {
  const load = new Map<string, number>();
  const had = new Map<string, number>();
  for (const pair of matching.pairs) {
    if (locked.has(keyOf(pair))) continue;
    load.set(pair.mentorId, (load.get(pair.mentorId) ?? 0) + 1);
    had.set(pair.menteeId, (had.get(pair.menteeId) ?? 0) + 1);
  }
  for (const [mentorId, count] of load)
    if (count > (places.get(mentorId) ?? 0))
      report({ code: 'capacity', message: `${count} mentees for ${places.get(mentorId)} places`, mentorId });
  const missing = new Map(matching.unmatched.map((one) => [one.menteeId, one.missing]));
  if (missing.size !== matching.unmatched.length)
    report({ code: 'unmatched', message: 'Somebody is listed twice among the unmatched' });
  for (const [menteeId, demand] of demands)
    if ((had.get(menteeId) ?? 0) + (missing.get(menteeId) ?? 0) !== demand)
      report({
        code: 'demand',
        message: `Matched and missing mentors are not the ${demand} asked for`,
        menteeId,
      });
}

function verifyFigures({ matching, report }: Inquiry): void {
  const { pairs, total, fairness, certificate } = matching;
  const scores = pairs.map(({ score }) => score);
  if (total !== scores.reduce((a, b) => a + b, 0))
    report({ code: 'total', message: `The total ${total} is not the sum of the scores` });
  if (JSON.stringify(fairness) !== JSON.stringify(spreadOf(scores, fairness.priceOfFairness)))
    report({ code: 'fairness', message: 'The spread is not that of the scores' });
  if (!('floor' in certificate)) return;
  for (const { menteeId, mentorId, score, locked } of pairs)
    if (!locked && score < certificate.floor)
      report({
        code: 'floor',
        message: `${score} is below the floor ${certificate.floor}`,
        menteeId,
        mentorId,
      });
}
