import type { Facts } from './facts.js';
import type { Unmatched } from './matching.js';
import { standing, standingAlone } from './rules.js';
import { scoreOf } from './score.js';
import { leastScores, mentorsOf } from './verify-proof.js';
import type { Inquiry } from './verify.js';

/** Checks that everybody left out is left out for the reason given. */
export function verifyUnmatched(inquiry: Inquiry): void {
  const { everybody, matching, report } = inquiry;
  const mentors = mentorsOf(inquiry);
  for (const unmatched of matching.unmatched) {
    const at = everybody.indexOf(unmatched.menteeId);
    if (at === undefined)
      report({ code: 'unknownPerson', message: 'not among the people', menteeId: unmatched.menteeId });
    else verifyReason(inquiry, unmatched, everybody.facts(at), mentors);
  }
  for (const index of matching.shortages.keys()) verifyShortage(inquiry, index, mentors);
}

function verifyReason(
  inquiry: Inquiry,
  { menteeId, reason }: Unmatched,
  mentee: Facts,
  mentors: readonly Facts[],
): void {
  const { rules, criteria, locked, matching, report } = inquiry;
  const wrong = (message: string) => report({ code: 'unmatched', message, menteeId });
  if (reason.code === 'capacity') {
    if (!matching.shortages[reason.shortage]?.menteeIds.includes(menteeId))
      wrong('is not in the shortage named');
    return;
  }
  if (reason.code === 'othersPreferred') return;
  const barred: Record<string, number> = {};
  let best = -1;
  let fewest = Infinity;
  const alone = standingAlone(rules, mentee);
  for (const mentor of mentors) {
    const others = standing(rules, mentee, mentor);
    const codes = alone.length === 0 ? others : others.includes('self') ? [] : alone;
    for (const code of codes) barred[code] = (barred[code] ?? 0) + 1;
    if (!others.includes('self')) fewest = Math.min(fewest, codes.length);
    if (others.length === 0 && !locked.has(`${menteeId}\n${mentor.person.id}`))
      best = Math.max(best, scoreOf(criteria, mentee, mentor));
  }
  if (reason.code === 'notWorthIt') {
    if (best !== reason.best) wrong(`could have had ${best}, not ${reason.best}`);
    return;
  }
  if (best !== -1) wrong('has an eligible mentor');
  if (fewest < Infinity && reason.relax.length !== fewest) wrong(`needs ${fewest} rules to be relaxed`);
  for (const code of new Set([...Object.keys(barred), ...Object.keys(reason.barred)]))
    if (barred[code] !== Object.entries(reason.barred).find(([key]) => key === code)?.[1])
      wrong(`is barred by ${code} from ${barred[code] ?? 0} mentors`);
}

/** The mentees of a shortage are eligible for its mentors only, and want more places than these have. */
function verifyShortage(inquiry: Inquiry, index: number, mentors: readonly Facts[]): void {
  const { everybody, rules, criteria, matching, places, demands, locked, report } = inquiry;
  const { menteeIds, mentorIds, places: said } = matching.shortages[index]!;
  const inside = new Set(mentorIds);
  const wrong = (message: string) => report({ code: 'shortage', message: `Shortage ${index}: ${message}` });
  const count = mentorIds.reduce((sum, id) => sum + (places.get(id) ?? 0), 0);
  if (count !== said) wrong(`its mentors have ${count} places, not ${said}`);
  const wanted = menteeIds.reduce((sum, id) => sum + (demands.get(id) ?? 0), 0);
  if (wanted <= count) wrong(`${wanted} are not too many for ${count} places`);
  const least = leastScores(inquiry, mentors);
  for (const menteeId of menteeIds) {
    const at = everybody.indexOf(menteeId);
    if (at === undefined) continue;
    const mentee = everybody.facts(at);
    for (const mentor of mentors) {
      if (inside.has(mentor.person.id) || standing(rules, mentee, mentor).length > 0) continue;
      if (locked.has(`${menteeId}\n${mentor.person.id}`)) continue;
      if (scoreOf(criteria, mentee, mentor) < least(mentee)) continue;
      wrong(`${menteeId} could also have ${mentor.person.id}`);
      return;
    }
  }
}
