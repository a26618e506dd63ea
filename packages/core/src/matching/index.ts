/** The assignment engine: exact, with proof, and free of everything else in Guildhall. */
export { assign } from './assign.js';
export { assignDense, type DenseOptions } from './assign-dense.js';
export { deferredAcceptance, type PreferenceProblem, type StableMatch } from './deferred-acceptance.js';
export type { Assignment, AssignmentProblem, AssignmentProgress } from './problem.js';
export { match, type MatchOptions } from './match.js';
export type {
  Alternative,
  Change,
  Evidence,
  Explanation,
  FairnessReport,
  Matching,
  MatchingDelta,
  MatchProgress,
  Move,
  OptimalityCertificate,
  Reason,
  ReasonCode,
  ScoredPair,
  Shortage,
  StabilityCertificate,
  Unmatched,
  UnmatchedReason,
  Violation,
} from './matching.js';
export type { Participant, Role, SkillGoal, SkillGrade, SkillLevel, WorkingHours } from './participant.js';
export {
  CRITERIA,
  FULL_SCORE,
  type Constraint,
  type Criterion,
  type CriterionName,
  type CurrentMatch,
  type ListedRule,
  type MatchProgram,
  type Objective,
  type Pair,
} from './program.js';
export { RULE_AUDIENCE, RULE_CODES, type Audience, type RuleCode } from './rule-codes.js';
export { explain, explainer, shownTo } from './explain.js';
export { verify } from './verify.js';
export { placeValue, stayBonusCurve, whatIf, type PlaceValue, type StayPoint } from './what-if.js';
export type { Facets, Only } from './facets.js';
export {
  FULLNESS_DISCOUNT,
  MentorIndex,
  type IndexOptions,
  type RankedMentor,
  type RankOptions,
} from './mentor-index.js';
export { compute } from './compute.js';
