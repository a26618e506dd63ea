import { standing } from './rules.js';
import type { Field } from './field.js';
import type { Alternative, Explanation, Matching } from './matching.js';
import { checkedField } from './match.js';
import type { Participant } from './participant.js';
import { planOf, type Plan } from './plan.js';
import { FULL_SCORE, type MatchProgram } from './program.js';
import { RULE_AUDIENCE, type Audience, type RuleCode } from './rule-codes.js';
import { reasonsOf } from './score.js';

/** Better mentors named in an explanation at most. */
const MOST_BETTER = 10;

/**
 * Why a mentee has this mentor, or (with `mentorId`) does not have another: the parts of the score, the place among all
 * eligible mentors, who scored better and why it was not them, and what insisting would cost the whole at least, by the
 * prices of the match. For managers and admins; what `shownTo` leaves of it is for the participant. An unknown id throws a
 * `RangeError`. People, program and match are those of one run; the match may have been stored in between.
 */
export function explain(
  people: Iterable<Participant>,
  program: MatchProgram,
  matching: Matching,
  menteeId: string,
  mentorId?: string,
): Explanation {
  return explainer(people, program, matching)(menteeId, mentorId);
}

/** As `explain` for many questions about one match: people are read once. */
export function explainer(
  people: Iterable<Participant>,
  program: MatchProgram,
  matching: Matching,
): (menteeId: string, mentorId?: string) => Explanation {
  const field = checkedField(people, program);
  const plan = planOf(field);
  const taken = new Map<string, number>();
  for (const pair of matching.pairs) taken.set(pair.mentorId, (taken.get(pair.mentorId) ?? 0) + 1);
  return (menteeId, mentorId) => explainOne(plan, matching, taken, menteeId, mentorId);
}

function explainOne(
  plan: Plan,
  matching: Matching,
  taken: ReadonlyMap<string, number>,
  menteeId: string,
  asked: string | undefined,
): Explanation {
  const { field } = plan;
  const at = personAt(field, menteeId, 'menteeId');
  const own = matching.pairs.filter((pair) => pair.menteeId === menteeId);
  const mentorId = asked ?? own[0]?.mentorId;
  const ranked = rankedFor(plan, at);
  const unmatched = matching.unmatched.find((one) => one.menteeId === menteeId);
  const explanation: Explanation = {
    menteeId,
    matched: own.some((pair) => pair.mentorId === mentorId),
    eligible: ranked.length,
    rules: [],
    better: [],
    ...(unmatched ? { unmatched: unmatched.reason } : {}),
  };
  const pays = paysNow(plan, matching, own, unmatched !== undefined);
  const cost = (mentor: string, score: number) => reducedCost(plan, matching, menteeId, mentor, score, pays);
  if (mentorId !== undefined) Object.assign(explanation, aboutPair(field, at, mentorId));
  const place = ranked.findIndex(({ id }) => id === mentorId);
  if (place !== -1) explanation.rank = place + 1;
  if (place !== -1) {
    const z = explanation.matched ? 0 : cost(ranked[place]!.id, ranked[place]!.score);
    if (z !== undefined) explanation.cost = z;
  }
  const better = ranked.slice(0, place === -1 ? MOST_BETTER : Math.min(place, MOST_BETTER));
  explanation.better = better
    .filter(({ id }) => !own.some((pair) => pair.mentorId === id))
    .map(({ id, score }) => alternative(field, taken, id, score, cost(id, score)));
  return explanation;
}

function personAt({ everybody }: Field, id: string, name: string): number {
  const at = everybody.indexOf(id);
  if (at === undefined) throw new RangeError(`${name} "${id}" is not among the people`);
  return at;
}

/** All eligible mentors, best first. */
function rankedFor({ field, search }: Plan, at: number): { id: string; score: number }[] {
  const mentee = field.menteeOf[at]!;
  if (mentee === -1) return [];
  const scores = new Int32Array(search.mentors);
  search.prepare(mentee);
  search.all(scores);
  const { people } = field.everybody;
  return [...scores.keys()]
    .filter((mentor) => scores[mentor]! >= 0 && field.takes(people[field.mentors[mentor]!]!))
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .map((mentor) => ({ id: people[field.mentors[mentor]!]!.id, score: scores[mentor]! }));
}

function aboutPair(field: Field, at: number, mentorId: string): Partial<Explanation> {
  const { everybody, criteria, rules } = field;
  const [mentee, mentor] = [everybody.facts(at), everybody.facts(personAt(field, mentorId, 'mentorId'))];
  const reasons = reasonsOf(criteria, mentee, mentor);
  const codes = standing(rules, mentee, mentor);
  return {
    mentorId,
    reasons,
    score: reasons.reduce((sum, { points }) => sum + points, 0),
    rules: codes.map((rule) => ({ rule, audience: RULE_AUDIENCE[rule] })),
  };
}

/** What the mentee pays now, price included: the dearest of what they have. Undefined in a stable match. */
function paysNow(
  plan: Plan,
  { certificate, prices }: Matching,
  own: Matching['pairs'],
  missing: boolean,
): number | undefined {
  if ('stable' in certificate) return undefined;
  if (missing) return certificate.unmatchedCost;
  const free = own.filter(({ locked }) => !locked);
  if (free.length === 0) return undefined;
  return Math.max(
    ...free.map(
      ({ menteeId, mentorId, score }) =>
        costOf(plan, certificate.stayBonus, menteeId, mentorId, score) + (prices[mentorId] ?? 0),
    ),
  );
}

function costOf(plan: Plan, stayBonus: number, menteeId: string, mentorId: string, score: number): number {
  const current = plan.field.program.current?.pairs.some(
    (pair) => pair.menteeId === menteeId && pair.mentorId === mentorId,
  );
  return plan.costs[FULL_SCORE - score]! - (current ? stayBonus : 0);
}

function reducedCost(
  plan: Plan,
  { certificate, prices }: Matching,
  menteeId: string,
  mentorId: string,
  score: number,
  pays: number | undefined,
): number | undefined {
  if ('stable' in certificate || pays === undefined || score < certificate.floor) return undefined;
  return Math.max(
    0,
    costOf(plan, certificate.stayBonus, menteeId, mentorId, score) + (prices[mentorId] ?? 0) - pays,
  );
}

function alternative(
  field: Field,
  taken: ReadonlyMap<string, number>,
  mentorId: string,
  score: number,
  cost: number | undefined,
): Alternative {
  const { capacity = 1 } = field.everybody.people[field.everybody.indexOf(mentorId)!]!;
  const full = (taken.get(mentorId) ?? 0) >= capacity;
  return { mentorId, score, why: full ? 'full' : 'other', ...(cost === undefined ? {} : { cost }) };
}

const RANK: Record<Audience, number> = { participant: 0, manager: 1, admin: 2 };

/**
 * What of an explanation an audience may be told. Rules above it vanish, and with them every count and name from which
 * they could be worked out: for participants also who else scored better, and why the unmatched were barred.
 */
export function shownTo(audience: Audience, explanation: Explanation): Explanation {
  const may = (rule: RuleCode) => RANK[RULE_AUDIENCE[rule]] <= RANK[audience];
  const rules = explanation.rules.filter(({ rule }) => may(rule));
  const shown: Explanation = { ...explanation, rules };
  if (audience === 'participant') {
    shown.better = [];
    shown.eligible = 0;
    delete shown.rank;
    delete shown.cost;
    delete shown.unmatched;
  } else if (shown.unmatched?.code === 'noEligibleMentor') {
    const { barred, relax } = shown.unmatched;
    const visible = Object.entries(barred).filter(([rule]) => may(rule as RuleCode)); // The keys of `barred` are rules.
    shown.unmatched = {
      ...shown.unmatched,
      barred: Object.fromEntries(visible),
      relax: relax.every(may) ? relax : [],
    };
  }
  return shown;
}
