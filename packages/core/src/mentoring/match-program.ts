import { FULL_SCORE, type Constraint, type Criterion, type MatchProgram } from '../matching/program.js';
import type { ProgramRecord } from './model/program.js';

/** What of a program decides who is matched with whom. */
export type RuledProgram = Pick<ProgramRecord, 'rules' | 'direction'>;

/** A program's rules as the engine reads them. `at`: the day on which clocks are compared, as an ISO time. */
export function matchProgram(
  { rules, direction }: RuledProgram,
  at: string,
  fair = rules.fair,
): MatchProgram {
  const floor = fair ? 'maxMin' : rules.goal === 'score' ? rules.minScore * (FULL_SCORE / 100) : undefined;
  return {
    criteria: criteriaOf(rules),
    constraints: constraintsOf(rules, direction),
    objective: {
      participation:
        rules.goal === 'participation'
          ? 'first'
          : { unmatchedCost: FULL_SCORE - rules.minScore * (FULL_SCORE / 100) },
      ...(floor !== undefined && { floor }),
    },
    direction,
    at,
  };
}

function criteriaOf(rules: ProgramRecord['rules']): Criterion[] {
  const weighed = rules.wishes.filter(({ weight }) => weight > 0);
  if (weighed.length === 0) return [{ criterion: 'wantedSkill', weight: 1 }];
  return weighed.map(({ wish, weight }): Criterion => {
    if (wish === 'otherDepartment') return { criterion: 'department', prefer: 'other', weight };
    if (wish !== 'gradeGap') return { criterion: wish, weight };
    const { minGradeGap: min, maxGradeGap: max } = rules;
    return { criterion: wish, weight, ...(min !== null && { min }), ...(max !== null && { max }) };
  });
}

/**
 * The hard rules. In a reverse program the mentor is also stronger in something that the mentee wants. Training is
 * no rule of the engine here: who has not done that of a side is not in the pool on that side.
 */
function constraintsOf(rules: ProgramRecord['rules'], direction: ProgramRecord['direction']): Constraint[] {
  const { minGradeGap: min, maxGradeGap: max } = rules;
  return [
    { rule: 'reportingLine' },
    ...(rules.commonLanguage ? [{ rule: 'commonLanguage' } as const] : []),
    ...(rules.maxHoursApart === null ? [] : [{ rule: 'hoursApart', hours: rules.maxHoursApart } as const]),
    ...(rules.otherTeam ? [{ rule: 'sameTeam' } as const] : []),
    ...(min === null && max === null
      ? []
      : [{ rule: 'levelGap', ...(min !== null && { min }), ...(max !== null && { max }) } as const]),
    ...(direction === 'reverse' ? [{ rule: 'strongerInSkill' } as const] : []),
    ...(rules.newPartners ? [{ rule: 'previousPartners' } as const] : []),
  ];
}
