import { weigh } from '../matching/criteria.js';
import { everybody } from '../matching/everybody.js';
import type { Reason as EngineReason } from '../matching/matching.js';
import type { Participant } from '../matching/participant.js';
import type { MatchProgram } from '../matching/program.js';
import type { RuleCode } from '../matching/rule-codes.js';
import { rulesOf, standing } from '../matching/rules.js';
import { reasonsOf } from '../matching/score.js';

/** What the engine thinks of two people, whether or not they are matched. */
export interface Judgment {
  /** Of 10,000. */
  score: number;
  reasons: EngineReason[];
  /** The rules that stand between the two. */
  rules: RuleCode[];
}

/** Judges pairs of these people by a program's criteria and rules. Undefined for people who are not among them. */
export function judge(
  people: readonly Participant[],
  program: MatchProgram,
): (menteeId: string, mentorId: string) => Judgment | undefined {
  const all = everybody(people, program);
  const criteria = weigh(program);
  const rules = rulesOf(program, all.chart);
  return (menteeId, mentorId) => {
    const [menteeAt, mentorAt] = [all.indexOf(menteeId), all.indexOf(mentorId)];
    if (menteeAt === undefined || mentorAt === undefined) return undefined;
    const [mentee, mentor] = [all.facts(menteeAt), all.facts(mentorAt)];
    const reasons = reasonsOf(criteria, mentee, mentor);
    const score = reasons.reduce((sum, reason) => sum + reason.points, 0);
    return { score, reasons, rules: standing(rules, mentee, mentor) };
  };
}

const FIRM: readonly RuleCode[] = ['self', 'blocked', 'optOut', 'notEligible', 'noCapacity', 'reportingLine'];

/** What the rules that always hold are called together, so that none of them says what was to stay unsaid. */
export const ALWAYS = 'always';

/** Whether a rule always holds: no manager can set it aside. */
export function isFirm(rule: RuleCode): boolean {
  return FIRM.includes(rule);
}

/**
 * Rules as those who run a program may read them. Those that always hold go by one name, `always`: whether somebody
 * reports to the other or does not want them looks the same.
 */
export function shownRules(rules: readonly RuleCode[]): string[] {
  const own = rules.filter((rule) => !isFirm(rule));
  return own.length < rules.length ? [ALWAYS, ...own] : own;
}
