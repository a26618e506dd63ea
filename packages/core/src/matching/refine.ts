import { problemOf } from './edges.js';
import type { MatchProgress } from './matching.js';
import { lostBy, solved, type State } from './optimize.js';
import type { Plan } from './plan.js';
import type { Assignment } from './problem.js';
import { occupantsOf } from './reach.js';

/** An answer that also obeys what one solve cannot: different mentors, no mutual pairs, no group too small. */
export interface Refined {
  match: Int32Array;
  mutualBroken: number;
  /** Mentors whose groups were closed. */
  closed: number[];
  /** Whether anything had to be changed, by rule of thumb. */
  changed: boolean;
}

/**
 * Forbids what must not be, one thing per person at a time, and solves again: a mentee's second row the mentor of the
 * first, the worse one of two pairs in which two people mentor each other, and the group that is emptiest against
 * its least size. Each step is exact, their order is a rule of thumb.
 */
export function* refined(plan: Plan, state: State): Generator<MatchProgress, Refined> {
  const bans = new Map<number, Set<number>>();
  const capacity = plan.capacity.slice();
  const closed: number[] = [];
  let mutualBroken = 0;
  let answer: Assignment = state.answer;
  for (;;) {
    const doubled = banDoubles(plan, answer.match, bans);
    const mutual = banMutual(plan, state, answer.match, bans);
    mutualBroken += mutual;
    if (doubled + mutual === 0) {
      const group = emptiestGroup(plan, answer.match);
      if (group === undefined) break;
      capacity[group] = 0;
      closed.push(group);
    }
    const narrowed = { ...plan, capacity };
    const { match, prices } = answer;
    answer = yield* solved(narrowed, problemOf(narrowed, state.edges, bans), { match, prices });
  }
  const changed = bans.size > 0 || closed.length > 0;
  return { match: answer.match, mutualBroken, closed: closed.sort((a, b) => a - b), changed };
}

function ban(bans: Map<number, Set<number>>, row: number, mentor: number): void {
  const banned = bans.get(row) ?? new Set();
  bans.set(row, banned.add(mentor));
}

function banDoubles({ rows }: Plan, match: Int32Array, bans: Map<number, Set<number>>): number {
  let count = 0;
  for (let row = 1; row < rows.length; row++)
    for (let other = row - 1; other >= 0 && rows[other] === rows[row]; other--)
      if (match[row] !== -1 && match[row] === match[other]) {
        ban(bans, row, match[row]!);
        count++;
        break;
      }
  return count;
}

/** Of two people who mentor each other, forbids the pair that loses more; of equal ones the later. */
function banMutual(plan: Plan, state: State, match: Int32Array, bans: Map<number, Set<number>>): number {
  const { rows, field, locked } = plan;
  const { mentees, mentors, mentorOf, menteeOf } = field;
  const rowOf = new Map<string, number>();
  for (let row = 0; row < rows.length; row++)
    if (match[row] !== -1) rowOf.set(`${rows[row]} ${match[row]}`, row);
  const held = new Set(locked.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  let count = 0;
  for (const [key, row] of rowOf) {
    const asMentor = mentorOf[mentees[rows[row]!]!]!;
    const asMentee = menteeOf[mentors[match[row]!]!]!;
    if (asMentor === -1 || asMentee === -1) continue;
    const back = `${asMentee} ${asMentor}`;
    const other = rowOf.get(back);
    if (held.has(back)) ban(bans, row, match[row]!);
    else if (other === undefined || key > back) continue;
    else {
      const worse = lostBy(state, row, match[row]!) > lostBy(state, other, match[other]!) ? row : other;
      for (let copy = 0; copy < rows.length; copy++)
        if (rows[copy] === rows[worse]) ban(bans, copy, match[worse]!);
    }
    count++;
  }
  return count;
}

/** The mentor whose group is the emptiest against its least size; groups with locked pairs come about anyhow. */
function emptiestGroup({ field, locked }: Plan, match: Int32Array): number | undefined {
  const occupants = occupantsOf(match, field.mentors.length);
  const kept = new Set(locked.map(({ mentor }) => mentor));
  let worst: number | undefined;
  let fill = 1;
  for (let mentor = 0; mentor < occupants.length; mentor++) {
    const least = field.everybody.people[field.mentors[mentor]!]!.minCapacity ?? 0;
    const count = occupants[mentor]!.length;
    if (count === 0 || count >= least || kept.has(mentor) || count / least >= fill) continue;
    fill = count / least;
    worst = mentor;
  }
  return worst;
}
