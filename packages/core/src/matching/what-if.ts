import { checkedField, match, matchSteps, type MatchOptions } from './match.js';
import type { Change, Matching, MatchingDelta } from './matching.js';
import type { Participant } from './participant.js';
import { run } from './pause.js';
import type { MatchProgram } from './program.js';
import { movesOf } from './report.js';

/**
 * What a change would do to a match: the match is made again with it, just as exactly, and compared. A change that does
 * not fit the people or the program rejects with a `RangeError` that names it.
 */
export async function whatIf(
  people: Iterable<Participant>,
  program: MatchProgram,
  matching: Matching,
  change: Change,
  options: MatchOptions = {},
): Promise<MatchingDelta> {
  const list = [...people];
  const changed = withChange(list, program, change);
  const next = await match(changed.people, changed.program, options);
  return {
    total: next.total - matching.total,
    worst: next.fairness.worst - matching.fairness.worst,
    matched: next.pairs.length - matching.pairs.length,
    moved: movesOf(matching.pairs, next.pairs),
    matching: next,
  };
}

/** People and program with a change; those given stay as they are. */
export function withChange(
  people: readonly Participant[],
  program: MatchProgram,
  change: Change,
): { people: readonly Participant[]; program: MatchProgram } {
  switch (change.change) {
    case 'capacity':
      return { people: withCapacity(people, change.mentorId, change.by), program };
    case 'pin': {
      const current = program.current ?? { pairs: [] };
      return {
        people,
        program: { ...program, current: { ...current, locked: [...(current.locked ?? []), change.pair] } },
      };
    }
    case 'dropRule': {
      const constraints = program.constraints.filter(({ rule }) => rule !== change.rule);
      if (constraints.length === program.constraints.length)
        throw new RangeError(`change.rule "${change.rule}" is not in the program`);
      return { people, program: { ...program, constraints } };
    }
    case 'addRule': {
      const others = program.constraints.filter(({ rule }) => rule !== change.constraint.rule);
      return { people, program: { ...program, constraints: [...others, change.constraint] } };
    }
    case 'weight': {
      if (!program.criteria.some(({ criterion }) => criterion === change.criterion))
        throw new RangeError(`change.criterion "${change.criterion}" is not in the program`);
      const criteria = program.criteria.map((criterion) =>
        criterion.criterion === change.criterion ? { ...criterion, weight: change.weight } : criterion,
      );
      return { people, program: { ...program, criteria } };
    }
    case 'stayBonus': {
      if (!program.current) throw new RangeError('change.stayBonus needs program.current');
      return {
        people,
        program: { ...program, current: { ...program.current, stayBonus: change.stayBonus } },
      };
    }
  }
}

function withCapacity(people: readonly Participant[], mentorId: string, by: number): readonly Participant[] {
  if (!people.some(({ id, roles }) => id === mentorId && roles.includes('mentor')))
    throw new RangeError(`change.mentorId "${mentorId}" is not one of the mentors`);
  return people.map((person) =>
    person.id === mentorId ? { ...person, capacity: Math.max(0, (person.capacity ?? 1) + by) } : person,
  );
}

/** A point of the curve that a slider for the stay bonus moves along. */
export interface StayPoint {
  stayBonus: number;
  total: number;
  worst: number;
  matched: number;
  /** Mentees whose mentors change. */
  moved: number;
}

/**
 * What each stay bonus would do to a running match: the more staying together is worth, the fewer people move and the
 * lower the total. Points come in the order of the bonuses given.
 */
export async function stayBonusCurve(
  people: Iterable<Participant>,
  program: MatchProgram,
  stayBonuses: readonly number[],
  { signal, onProgress }: MatchOptions = {},
): Promise<StayPoint[]> {
  if (!program.current) throw new RangeError('program.current must be given for a curve of stay bonuses');
  const { current } = program;
  const list = [...people];
  const points: StayPoint[] = [];
  for (const stayBonus of stayBonuses) {
    const field = checkedField(list, { ...program, current: { ...current, stayBonus } });
    const { total, fairness, pairs, moved } = await run(matchSteps(field), signal, onProgress);
    const movers = new Set(moved.filter(({ from }) => from !== undefined).map(({ menteeId }) => menteeId));
    points.push({ stayBonus, total, worst: fairness.worst, matched: pairs.length, moved: movers.size });
  }
  return points;
}

/** What places with the mentors of one skill are worth. */
export interface PlaceValue {
  skill: string;
  mentors: number;
  /** The most and the mean that one more place with one of them saves, in the certificate's cost. */
  most: number;
  mean: number;
}

/** Where one more mentor would help most: skills by what one more place is worth, most first, then by name. */
export function placeValue(matching: Matching, people: Iterable<Participant>): PlaceValue[] {
  const found = new Map<string, number[]>();
  for (const { id, roles, skills = [] } of people)
    if (roles.includes('mentor'))
      for (const skill of new Set(skills.map((one) => one.skill))) {
        const prices = found.get(skill) ?? [];
        found.set(skill, prices);
        prices.push(matching.prices[id] ?? 0);
      }
  return [...found]
    .map(([skill, prices]) => ({
      skill,
      mentors: prices.length,
      most: prices.reduce((a, b) => Math.max(a, b), 0),
      mean: prices.reduce((a, b) => a + b, 0) / prices.length,
    }))
    .sort((a, b) => b.most - a.most || b.mean - a.mean || (a.skill < b.skill ? -1 : 1));
}
