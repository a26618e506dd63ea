import { minutesApart, overlapMinutes } from './clock.js';
import { common, gradesBetween, timesTogether } from './criteria.js';
import { coverage, type Facts } from './facts.js';
import type { Lines } from './org-chart.js';
import type { Constraint, MatchProgram } from './program.js';
import { RULE_CODES, type RuleCode } from './rule-codes.js';

/** A hard rule as a predicate: true when it stands between the two. */
export interface Rule {
  code: RuleCode;
  stands(mentee: Facts, mentor: Facts): boolean;
}

type Stands = Rule['stands'];

/** Rules that hold in every program. */
const ALWAYS: Record<'self' | 'blocked' | 'optOut' | 'notEligible' | 'noCapacity', Stands> = {
  self: (mentee, mentor) => mentee.person.id === mentor.person.id,
  blocked: (mentee, mentor) =>
    (mentee.person.blocked?.includes(mentor.person.id) ?? false) ||
    (mentor.person.blocked?.includes(mentee.person.id) ?? false),
  optOut: (mentee, mentor) => mentee.person.optOut === true || mentor.person.optOut === true,
  notEligible: (mentee, mentor) => mentee.person.eligible === false || mentor.person.eligible === false,
  noCapacity: (_mentee, mentor) => mentor.person.capacity === 0,
};

/** All rules of a program, those that always hold included, in the order of `RULE_CODES`. */
export function rulesOf({ constraints, direction = 'forward' }: MatchProgram, chart: Lines): Rule[] {
  const rules: Rule[] = Object.entries(ALWAYS).map(([code, stands]) => ({
    code: code as keyof typeof ALWAYS, // Object.entries forgets the keys of a record written out above.
    stands,
  }));
  for (const constraint of constraints)
    rules.push({ code: constraint.rule, stands: ruleOf(constraint, chart, direction) });
  return rules.sort((a, b) => RULE_CODES.indexOf(a.code) - RULE_CODES.indexOf(b.code));
}

/** The rules that stand between two people. */
export function standing(rules: readonly Rule[], mentee: Facts, mentor: Facts): RuleCode[] {
  const codes: RuleCode[] = [];
  for (const rule of rules) if (rule.stands(mentee, mentor)) codes.push(rule.code);
  return codes;
}

/** The rules by which a mentee may not be matched with anybody, whoever it were. */
export function standingAlone(rules: readonly Rule[], { person }: Facts): RuleCode[] {
  const alone: Partial<Record<RuleCode, boolean>> = {
    optOut: person.optOut === true,
    notEligible: person.eligible === false,
    training: person.trained !== true,
  };
  return rules.map(({ code }) => code).filter((code) => alone[code] === true);
}

function ruleOf(
  constraint: Constraint,
  chart: Lines,
  direction: NonNullable<MatchProgram['direction']>,
): Stands {
  switch (constraint.rule) {
    case 'reportingLine':
      return (mentee, mentor) => chart.inLine(mentee.at, mentor.at);
    case 'hoursApart':
      return ({ schedule: own }, { schedule: other }) =>
        own !== undefined && other !== undefined && minutesApart(own, other) > constraint.hours * 60;
    case 'overlapHours':
      return ({ schedule: own }, { schedule: other }) =>
        own !== undefined && other !== undefined && overlapMinutes(own, other) < constraint.hours * 60;
    case 'levelGap':
      return ({ person: { level: own } }, { person: { level: other } }) => {
        if (own === undefined || other === undefined) return false;
        const gap = gradesBetween(own, other, direction);
        return gap < (constraint.min ?? -Infinity) || gap > (constraint.max ?? Infinity);
      };
    default:
      return PLAIN[constraint.rule];
  }
}

const PLAIN: Record<
  Exclude<Constraint['rule'], 'reportingLine' | 'hoursApart' | 'overlapHours' | 'levelGap'>,
  Stands
> = {
  commonLanguage: ({ languages: own }, { languages: other }) =>
    own.size > 0 && other.size > 0 && common(own, other).length === 0,
  strongerInSkill: (mentee, mentor) =>
    mentee.goals.length > 0 &&
    mentor.skills.size > 0 &&
    !mentee.goals.some(({ skill, from }) => coverage((mentor.skills.get(skill)?.level ?? 0) - from) > 0),
  sameTeam: (mentee, mentor) => common(mentee.teams, mentor.teams).length > 0,
  sameDepartment: ({ person: { department: own } }, { person: { department: other } }) =>
    own !== undefined && own === other,
  training: (mentee, mentor) => mentee.person.trained !== true || mentor.person.trained !== true,
  previousPartners: (mentee, mentor) => timesTogether(mentee, mentor) > 0,
};
