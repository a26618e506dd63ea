/** Every reason why two people may not be matched. The order is the order of bits in masks and of counts in reports. */
export const RULE_CODES = [
  'self',
  'blocked',
  'optOut',
  'notEligible',
  'noCapacity',
  'reportingLine',
  'commonLanguage',
  'hoursApart',
  'overlapHours',
  'levelGap',
  'strongerInSkill',
  'sameTeam',
  'sameDepartment',
  'training',
  'previousPartners',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

/** Who may be told a reason. A manager here is one who runs the program; an admin sees what a manager sees, and more. */
export type Audience = 'participant' | 'manager' | 'admin';

/** Who may be told that a rule stands between two people. */
export const RULE_AUDIENCE: Readonly<Record<RuleCode, Audience>> = {
  self: 'participant',
  blocked: 'admin',
  optOut: 'admin',
  notEligible: 'manager',
  noCapacity: 'participant',
  reportingLine: 'participant',
  commonLanguage: 'participant',
  hoursApart: 'participant',
  overlapHours: 'participant',
  levelGap: 'participant',
  strongerInSkill: 'participant',
  sameTeam: 'participant',
  sameDepartment: 'participant',
  training: 'manager',
  previousPartners: 'participant',
};
