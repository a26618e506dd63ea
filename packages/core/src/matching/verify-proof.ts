import type { Facts } from './facts.js';
import type { OptimalityCertificate } from './matching.js';
import { FULL_SCORE } from './program.js';
import { standing } from './rules.js';
import { scoreOf } from './score.js';
import type { Inquiry } from './verify.js';

/** Reckons the proof anew over every pair: the bound from the prices, or that no two would rather have each other. */
export function verifyProof(inquiry: Inquiry): void {
  const { certificate } = inquiry.matching;
  if ('stable' in certificate) verifyStable(inquiry);
  else verifyBound(inquiry, certificate);
}

/** The facts of all who are mentors. */
export function mentorsOf({ everybody }: Inquiry): Facts[] {
  const found: Facts[] = [];
  for (let at = 0; at < everybody.people.length; at++)
    if (everybody.people[at]!.roles.includes('mentor')) found.push(everybody.facts(at));
  return found;
}

/** What a mentee's pairs must score at least: the floor, and with a limited regret not far below their best. */
export function leastScores(inquiry: Inquiry, mentors: readonly Facts[]): (mentee: Facts) => number {
  const { program, matching, rules, criteria, locked } = inquiry;
  const { certificate } = matching;
  const floor = 'floor' in certificate ? certificate.floor : (floorOf(inquiry) ?? 0);
  const regret = 'floor' in certificate ? program.objective?.maxRegret : undefined;
  if (regret === undefined) return () => floor;
  const relaxed = new Set(matching.relaxed);
  const memory = new Map<string, number>();
  return (mentee) => {
    const { id } = mentee.person;
    if (relaxed.has(id)) return floor;
    let best = memory.get(id);
    if (best === undefined) {
      best = 0;
      for (const mentor of mentors)
        if (standing(rules, mentee, mentor).length === 0 && !locked.has(`${id}\n${mentor.person.id}`))
          best = Math.max(best, scoreOf(criteria, mentee, mentor));
      memory.set(id, best);
    }
    return Math.max(floor, best - regret);
  };
}

function floorOf({ program }: Inquiry): number | undefined {
  const floor = program.objective?.floor;
  return typeof floor === 'number' ? floor : undefined;
}

/** What a pair costs in the proof, by its score. */
function costs(
  inquiry: Inquiry,
  certificate: OptimalityCertificate,
): (menteeId: string, mentorId: string, score: number) => number {
  const { program } = inquiry;
  const power = program.objective?.convexity ?? 1;
  const current = new Set((program.current?.pairs ?? []).map((pair) => `${pair.menteeId}\n${pair.mentorId}`));
  return (menteeId, mentorId, score) =>
    Math.round(FULL_SCORE * ((FULL_SCORE - score) / FULL_SCORE) ** power) -
    (current.has(`${menteeId}\n${mentorId}`) ? certificate.stayBonus : 0);
}

function verifyBound(inquiry: Inquiry, certificate: OptimalityCertificate): void {
  const { everybody, rules, criteria, matching, places, demands, locked, program, report } = inquiry;
  const wrong = (message: string) => report({ code: 'certificate', message });
  const cost = costs(inquiry, certificate);
  const load = (place: number) => program.objective?.loadBalance?.slice(0, place + 1).at(-1) ?? 0;
  const { unmatchedCost, primal, dual, gap, optimal, scope } = certificate;
  const taken = new Map<string, number>();
  let least = 0;
  for (const { menteeId, mentorId, score, locked: held } of matching.pairs) {
    if (held) continue;
    const place = taken.get(mentorId) ?? 0;
    taken.set(mentorId, place + 1);
    least += cost(menteeId, mentorId, score) + load(place);
  }
  const mentors = mentorsOf(inquiry);
  const prices = new Map(mentors.map(({ person: { id } }) => [id, matching.prices[id] ?? 0]));
  const leastScore = leastScores(inquiry, mentors);
  let bound = 0;
  for (const [id, demand] of demands) {
    const mentee = everybody.facts(everybody.indexOf(id)!);
    if (!takes(inquiry, mentee)) continue;
    let pays = unmatchedCost;
    for (const mentor of mentors) {
      const other = mentor.person.id;
      if (standing(rules, mentee, mentor).length > 0 || locked.has(`${id}\n${other}`)) continue;
      const score = scoreOf(criteria, mentee, mentor);
      if (score >= leastScore(mentee)) pays = Math.min(pays, cost(id, other, score) + prices.get(other)!);
    }
    bound += demand * pays;
    least += unmatchedCost * (matching.unmatched.find(({ menteeId }) => menteeId === id)?.missing ?? 0);
  }
  for (const mentor of mentors) {
    const { id } = mentor.person;
    const price = prices.get(id)!;
    if (!(price >= 0))
      report({ code: 'price', message: `The price ${price} is not a number of at least 0`, mentorId: id });
    const count = takes(inquiry, mentor) ? Math.max(0, places.get(id)!) : 0;
    for (let place = 0; place < count; place++) bound -= Math.max(0, price - load(place));
  }
  if (primal !== least) wrong(`The match costs ${least}, not ${primal}`);
  if (Math.abs(gap - (primal - dual)) > 1e-6) wrong('The gap is not the difference of primal and dual');
  if (scope === 'allEligiblePairs' && Math.abs(dual - bound) > 1e-6)
    wrong(`The prices prove ${bound}, not ${dual}`);
  if (optimal && !(least - bound < 1)) wrong(`The match is not proved: the gap is ${least - bound}`);
}

/** Whether a person may be matched at all. */
function takes({ rules }: Inquiry, { person }: Facts): boolean {
  const training = rules.some(({ code }) => code === 'training');
  return person.optOut !== true && person.eligible !== false && (!training || person.trained === true);
}

/** Counts pairs who both would rather have each other than somebody they have, or nobody. */
function verifyStable(inquiry: Inquiry): void {
  const { everybody, rules, criteria, matching, places, demands, locked, report } = inquiry;
  const mentors = mentorsOf(inquiry);
  const least = leastScores(inquiry, mentors);
  const rank = (from: Facts, to: Facts, score: number) => {
    const place = from.person.preferences?.indexOf(to.person.id) ?? -1;
    return place === -1 ? 2 * FULL_SCORE - score : place - FULL_SCORE;
  };
  const [hers, his] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const { menteeId, mentorId, score, locked: held } of matching.pairs) {
    if (held) continue;
    const mentee = everybody.facts(everybody.indexOf(menteeId)!);
    const mentor = everybody.facts(everybody.indexOf(mentorId)!);
    hers.set(menteeId, [...(hers.get(menteeId) ?? []), rank(mentee, mentor, score)]);
    his.set(mentorId, [...(his.get(mentorId) ?? []), rank(mentor, mentee, score)]);
  }
  const together = new Set(matching.pairs.map((pair) => `${pair.menteeId}\n${pair.mentorId}`));
  for (const [menteeId, demand] of demands) {
    const mentee = everybody.facts(everybody.indexOf(menteeId)!);
    const has = hers.get(menteeId) ?? [];
    for (const mentor of mentors) {
      const mentorId = mentor.person.id;
      if (together.has(`${menteeId}\n${mentorId}`) || locked.has(`${menteeId}\n${mentorId}`)) continue;
      if (standing(rules, mentee, mentor).length > 0) continue;
      const score = scoreOf(criteria, mentee, mentor);
      if (score < least(mentee)) continue;
      const held = his.get(mentorId) ?? [];
      const wants = has.length < demand || rank(mentee, mentor, score) < Math.max(...has);
      const wanted = held.length < places.get(mentorId)! || rank(mentor, mentee, score) < Math.max(...held);
      if (demand > 0 && places.get(mentorId)! > 0 && wants && wanted)
        report({ code: 'blockingPair', message: 'The two would rather have each other', menteeId, mentorId });
    }
  }
}
