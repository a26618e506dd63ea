import type { MatchProgress, Shortage } from './matching.js';
import type { State } from './optimize.js';
import type { Plan } from './plan.js';
import { occupantsOf, reach } from './reach.js';

/** Why rows are left out, as far as places are concerned. */
export interface Lack {
  shortages: Shortage[];
  /** For rows that are left out for want of places, the shortage. */
  of: Map<number, number>;
}

/**
 * Groups of people who all want the same places, which are too few (violators of Hall's condition), for those whom
 * `match` leaves out. With all eligible pairs at hand the groups are as small as they can be told apart, else all
 * are one. Who could have a place by a chain of moves is in none.
 */
export function* shortagesOf(plan: Plan, state: State, match: Int32Array): Generator<MatchProgress, Lack> {
  const out: number[] = [];
  for (let row = 0; row < match.length; row++)
    if (match[row] === -1 && state.problem.indptr[row]! < state.problem.indptr[row + 1]!) out.push(row);
  if (out.length === 0) return { shortages: [], of: new Map() };
  if (plan.candidates === undefined) return groupsOf(plan, state, match, out);
  const answer = { ...state.answer, match };
  const { path, rows, mentors } = yield* reach(plan, { answer, problem: state.problem });
  if (path) return { shortages: [], of: new Map() };
  const wanting = new Set(out);
  const members = rows.filter((row) => match[row] !== -1 || wanting.has(row));
  return { shortages: [shortage(plan, members, mentors)], of: new Map(out.map((row) => [row, 0])) };
}

/** One group for each set of rows left out whose chains meet. */
function groupsOf(plan: Plan, { problem }: State, match: Int32Array, out: readonly number[]): Lack {
  const { indptr, indices, capacity, cols } = problem;
  const occupants = occupantsOf(match, cols);
  const groupOf = new Int32Array(cols).fill(-1);
  const groups: { rows: number[]; mentors: number[]; free: boolean; into: number }[] = [];
  const root = (group: number): number => (groups[group]!.into === group ? group : root(groups[group]!.into));
  const first = new Map<number, number>();
  for (const start of out) {
    const group = groups.push({ rows: [start], mentors: [], free: false, into: groups.length }) - 1;
    first.set(start, group);
    const { rows, mentors } = groups[group]!;
    for (let at = 0; at < rows.length; at++)
      for (let edge = indptr[rows[at]!]!; edge < indptr[rows[at]! + 1]!; edge++) {
        const mentor = indices[edge]!;
        if (groupOf[mentor] !== -1) {
          groups[root(groupOf[mentor]!)]!.into = root(group);
          continue;
        }
        groupOf[mentor] = group;
        mentors.push(mentor);
        for (const row of occupants[mentor]!) rows.push(row);
        if (occupants[mentor]!.length < capacity[mentor]!) groups[group]!.free = true;
      }
  }
  return gathered(plan, groups, root, first);
}

function gathered(
  plan: Plan,
  groups: readonly { rows: number[]; mentors: number[]; free: boolean }[],
  root: (group: number) => number,
  first: ReadonlyMap<number, number>,
): Lack {
  const whole = new Map<number, { rows: number[]; mentors: number[]; free: boolean }>();
  for (const [group, { rows, mentors, free }] of groups.entries()) {
    const sum = whole.get(root(group)) ?? { rows: [], mentors: [], free: false };
    whole.set(root(group), sum);
    for (const row of rows) sum.rows.push(row);
    for (const mentor of mentors) sum.mentors.push(mentor);
    sum.free ||= free;
  }
  const numbers = new Map<number, number>();
  const shortages: Shortage[] = [];
  for (const [group, { rows, mentors, free }] of whole)
    if (!free) numbers.set(group, shortages.push(shortage(plan, rows, mentors)) - 1);
  const of = new Map<number, number>();
  for (const [row, group] of first) {
    const number = numbers.get(root(group));
    if (number !== undefined) of.set(row, number);
  }
  return { shortages, of };
}

function shortage(
  { field, rows, capacity }: Plan,
  members: readonly number[],
  mentors: readonly number[],
): Shortage {
  const { people } = field.everybody;
  const mentees = [...new Set(members.map((row) => rows[row]!))].sort((a, b) => a - b);
  return {
    menteeIds: mentees.map((mentee) => people[field.mentees[mentee]!]!.id),
    mentorIds: [...mentors].sort((a, b) => a - b).map((mentor) => people[field.mentors[mentor]!]!.id),
    places: mentors.reduce((sum, mentor) => sum + capacity[mentor]!, 0),
  };
}
