import type { Participant } from './participant.js';
import { CRITERIA, FULL_SCORE, type MatchProgram, type Pair } from './program.js';
import { RULE_CODES, type RuleCode } from './rule-codes.js';

/** Rules that always hold and are not listed in a program. */
const UNLISTED: readonly RuleCode[] = ['self', 'blocked', 'optOut', 'notEligible', 'noCapacity'];

/** Throws a `TypeError` or `RangeError` that names the place, such as `program.criteria[1].weight`. */
export function checkProgram(program: MatchProgram, people: readonly Participant[]): void {
  if (typeof program !== 'object' || program === null) fail('', 'must be a program', program);
  checkCriteria(program);
  checkConstraints(program);
  checkObjective(program.objective ?? {});
  oneOf('method', program.method, ['maxTotal', 'stable']);
  oneOf('proposing', program.proposing, ['mentee', 'mentor']);
  oneOf('direction', program.direction, ['forward', 'reverse', 'either']);
  number('candidatesPerMentee', program.candidatesPerMentee, 1, 10_000);
  if (program.at !== undefined && (typeof program.at !== 'string' || Number.isNaN(Date.parse(program.at))))
    fail('.at', 'must be an ISO time', program.at);
  if (program.at === undefined && asksClocks(program))
    throw new TypeError('program.at must be given, since a criterion or a rule compares clocks');
  if (program.current) checkCurrent(program.current, people);
}

function checkCriteria({ criteria }: MatchProgram): void {
  if (!Array.isArray(criteria)) fail('.criteria', 'must be a list', criteria);
  const names = new Set<string>();
  for (const [index, criterion] of criteria.entries()) {
    const path = `.criteria[${index}]`;
    if (!CRITERIA.includes(criterion?.criterion))
      fail(`${path}.criterion`, 'must be a known criterion', criterion?.criterion);
    if (names.has(criterion.criterion))
      fail(`${path}.criterion`, 'must not be listed twice', criterion.criterion);
    names.add(criterion.criterion);
    if (!Number.isFinite(criterion.weight) || criterion.weight < 0 || criterion.weight > 1e9)
      fail(`${path}.weight`, 'must be a number of at least 0', criterion.weight);
    if (criterion.criterion === 'gradeGap') checkBand(path, criterion);
    if (
      criterion.criterion === 'timeOverlap' &&
      criterion.hours !== undefined &&
      !(criterion.hours > 0 && criterion.hours <= 24)
    )
      fail(`${path}.hours`, 'must be more than 0 and at most 24', criterion.hours);
    if (criterion.criterion === 'department')
      oneOf(`criteria[${index}].prefer`, criterion.prefer, ['other', 'same']);
  }
  if (!criteria.some(({ weight }) => weight > 0))
    throw new RangeError('program.criteria must have at least one with a weight above 0');
}

function checkBand(path: string, band: { min?: number; peak?: number; max?: number }): void {
  for (const name of ['min', 'peak', 'max'] as const)
    if (band[name] !== undefined && !Number.isFinite(band[name]))
      fail(`${path}.${name}`, 'must be a number', band[name]);
  const { min = -Infinity, peak = min, max = Infinity } = band;
  if (min > peak || peak > max || min > max)
    fail(path, 'must have min, peak and max in this order', `${min}, ${peak}, ${max}`);
}

function checkConstraints({ constraints }: MatchProgram): void {
  if (!Array.isArray(constraints)) fail('.constraints', 'must be a list', constraints);
  const names = new Set<string>();
  for (const [index, constraint] of constraints.entries()) {
    const path = `.constraints[${index}]`;
    if (!RULE_CODES.includes(constraint?.rule) || UNLISTED.includes(constraint.rule))
      fail(`${path}.rule`, 'must be a rule that a program may list', constraint?.rule);
    if (names.has(constraint.rule)) fail(`${path}.rule`, 'must not be listed twice', constraint.rule);
    names.add(constraint.rule);
    if (constraint.rule === 'hoursApart' || constraint.rule === 'overlapHours')
      if (!(constraint.hours >= 0 && constraint.hours <= 24))
        fail(`${path}.hours`, 'must be from 0 to 24', constraint.hours);
    if (constraint.rule === 'levelGap') checkBand(path, constraint);
  }
}

function checkObjective(objective: NonNullable<MatchProgram['objective']>): void {
  const { participation, floor, maxRegret, convexity, loadBalance } = objective;
  if (participation !== undefined && participation !== 'first') {
    if (typeof participation !== 'object')
      fail('.objective.participation', 'must be first or an unmatchedCost', participation);
    if (participation.unmatchedCost === undefined)
      fail('.objective.participation.unmatchedCost', 'must be given', undefined);
    number('objective.participation.unmatchedCost', participation.unmatchedCost, 0, 2 ** 26);
  }
  if (floor !== 'maxMin') number('objective.floor', floor, 0, FULL_SCORE);
  number('objective.maxRegret', maxRegret, 0, FULL_SCORE);
  if (convexity !== undefined && !(convexity >= 1 && convexity <= 3))
    fail('.objective.convexity', 'must be from 1 to 3', convexity);
  if (loadBalance !== undefined && !Array.isArray(loadBalance))
    fail('.objective.loadBalance', 'must be a list', loadBalance);
  for (const [place, cost] of (loadBalance ?? []).entries()) {
    number(`objective.loadBalance[${place}]`, cost, 0, 1_000_000);
    if (place > 0 && cost < loadBalance![place - 1]!)
      fail(`.objective.loadBalance[${place}]`, 'must not be less than the one before', cost);
  }
}

function checkCurrent(current: NonNullable<MatchProgram['current']>, people: readonly Participant[]): void {
  number('current.stayBonus', current.stayBonus, 0, 100_000);
  number('current.maxMoves', current.maxMoves, 0, 2 ** 30);
  checkPairs('current.pairs', current.pairs);
  checkPairs('current.locked', current.locked ?? []);
  if (!current.locked?.length) return;
  const byId = new Map(people.map((person) => [person.id, person]));
  const [places, wants] = [new Map<string, number>(), new Map<string, number>()];
  const seen = new Set<string>();
  for (const [index, { menteeId, mentorId }] of (current.locked ?? []).entries()) {
    const path = `.current.locked[${index}]`;
    const [mentee, mentor] = [byId.get(menteeId), byId.get(mentorId)];
    if (!mentee?.roles.includes('mentee')) fail(`${path}.menteeId`, 'must be one of the mentees', menteeId);
    if (!mentor?.roles.includes('mentor')) fail(`${path}.mentorId`, 'must be one of the mentors', mentorId);
    if (menteeId === mentorId) fail(path, 'must be two people', menteeId);
    if (seen.has(`${menteeId}\n${mentorId}`)) fail(path, 'must not be listed twice', menteeId);
    seen.add(`${menteeId}\n${mentorId}`);
    places.set(mentorId, (places.get(mentorId) ?? mentor.capacity ?? 1) - 1);
    wants.set(menteeId, (wants.get(menteeId) ?? mentee.demand ?? 1) - 1);
    if (places.get(mentorId)! < 0) fail(`${path}.mentorId`, 'must have a place left', mentorId);
    if (wants.get(menteeId)! < 0) fail(`${path}.menteeId`, 'must want one more mentor', menteeId);
  }
}

function checkPairs(path: string, pairs: readonly Pair[]): void {
  if (!Array.isArray(pairs)) fail(`.${path}`, 'must be a list', pairs);
  for (const [index, pair] of pairs.entries())
    for (const name of ['menteeId', 'mentorId'] as const)
      if (typeof pair?.[name] !== 'string') fail(`.${path}[${index}].${name}`, 'must be text', pair?.[name]);
}

function asksClocks({ criteria, constraints }: MatchProgram): boolean {
  return (
    criteria.some(({ criterion, weight }) => criterion === 'timeOverlap' && weight > 0) ||
    constraints.some(({ rule }) => rule === 'hoursApart' || rule === 'overlapHours')
  );
}

function oneOf(path: string, value: unknown, allowed: readonly string[]): void {
  if (value !== undefined && !allowed.includes(String(value)))
    fail(`.${path}`, `must be ${allowed.join(' or ')}`, value);
}

function number(path: string, value: unknown, least: number, most: number): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    fail(`.${path}`, `must be a whole number from ${least} to ${most}`, value);
}

function fail(path: string, wanted: string, value: unknown): never {
  const said = typeof value === 'string' ? `"${value}"` : String(value);
  const Failure = typeof value === 'number' || typeof value === 'string' ? RangeError : TypeError;
  throw new Failure(`program${path} ${wanted}, not ${said}`);
}
