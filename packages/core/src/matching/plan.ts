import type { Field } from './field.js';
import { FULL_SCORE, type MatchProgram } from './program.js';
import { Search } from './search.js';

/** With as many pairs of mentee and mentor as this or fewer, all are candidates. */
const ALL_PAIRS = 2 ** 21;
/** Costs and prices stay below this, so that sums of two are whole numbers of 32 bits. */
const MOST_COST = 2 ** 28;

/** A match as the solver is to see it: who asks how often, what points lost cost, what bounds hold. */
export interface Plan {
  field: Field;
  search: Search;
  /** The mentee of each row; a mentee who wants several mentors has several rows, side by side. */
  rows: Int32Array;
  /** Places left when locked pairs have theirs. */
  capacity: Int32Array;
  locked: Place[];
  /** For each mentee the mentors of now. */
  current: Map<number, number[]>;
  stayBonus: number;
  /** What losing so many points costs; of 10,001 entries. */
  costs: Int32Array;
  /** Whether each point lost costs one. */
  plainCosts: boolean;
  slotCost: Int32Array | undefined;
  /** No pair of this mentee may score less. */
  minScore: Int32Array;
  /** What leaving a row out costs; grows while participation comes first. */
  unmatchedCost: number;
  /** At this unmatched cost no total can outweigh one more match; undefined when the cost is given. */
  enough: number | undefined;
  /** Candidates per mentee to begin with; undefined for all eligible pairs. */
  candidates: number | undefined;
}

/** A mentee and a mentor, by their numbers in the field. */
export interface Place {
  mentee: number;
  mentor: number;
}

/** Reads the objective of the program into a plan. Input must have been checked. */
export function planOf(field: Field): Plan {
  const { program, mentees, mentors, everybody } = field;
  const { objective = {}, current } = program;
  const locked = (current?.locked ?? []).flatMap((pair) => placeOf(field, pair.menteeId, pair.mentorId));
  const partners = new Map<number, number[]>();
  for (const { menteeId, mentorId } of current?.pairs ?? [])
    for (const { mentee, mentor } of placeOf(field, menteeId, mentorId)) push(partners, mentee, mentor);
  const capacity = field.capacity.slice();
  for (const { mentor } of locked) capacity[mentor] = Math.max(0, capacity[mentor]! - 1);
  const rows: number[] = [];
  const taken = new Int32Array(mentees.length);
  for (const { mentee } of locked) taken[mentee]!++;
  for (let mentee = 0; mentee < mentees.length; mentee++) {
    const person = everybody.people[mentees[mentee]!]!;
    const wanted = field.takes(person) ? (person.demand ?? 1) : 0;
    for (let copy = taken[mentee]!; copy < wanted; copy++) rows.push(mentee);
  }
  const byPlace = new Map([...partners].map(([mentee, list]) => [mentees[mentee]!, list]));
  const search = new Search(field, byPlace, barsOf(field, locked));
  const stayBonus = current?.stayBonus ?? 0;
  const costs = costsOf(objective.convexity ?? 1);
  const slotCost = slotCosts(objective.loadBalance, capacity);
  const { participation = 'first' } = objective;
  const plan: Plan = {
    field,
    search,
    rows: Int32Array.from(rows),
    capacity,
    locked,
    current: partners,
    stayBonus,
    costs,
    plainCosts: (objective.convexity ?? 1) === 1,
    slotCost,
    minScore: new Int32Array(mentees.length).fill(typeof objective.floor === 'number' ? objective.floor : 0),
    unmatchedCost:
      participation === 'first'
        ? MOST_COST
        : (costs[participation.unmatchedCost] ?? participation.unmatchedCost),
    enough: participation === 'first' ? MOST_COST : undefined,
    candidates: candidatesOf(program, rows.length * mentors.length),
  };
  setStayBonus(plan, stayBonus);
  return plan;
}

/** Sets what staying together is worth, and how much leaving somebody out must cost beside it. */
export function setStayBonus(plan: Plan, stayBonus: number): void {
  plan.stayBonus = stayBonus;
  if (plan.enough === undefined) return;
  const most = FULL_SCORE + 2 * stayBonus + (plan.slotCost?.at(-1) ?? 0);
  plan.enough = Math.min(MOST_COST, (Math.min(plan.rows.length, sum(plan.capacity)) + 1) * most + 1);
  plan.unmatchedCost = Math.min(plan.enough, 64 * most);
}

/** The pair's numbers, or nothing when one of the two cannot be matched at all. */
function placeOf(field: Field, menteeId: string, mentorId: string): Place[] {
  const { everybody, menteeOf, mentorOf } = field;
  const [one, other] = [everybody.indexOf(menteeId), everybody.indexOf(mentorId)];
  if (one === undefined || other === undefined) return [];
  const [mentee, mentor] = [menteeOf[one]!, mentorOf[other]!];
  return mentee === -1 || mentor === -1 ? [] : [{ mentee, mentor }];
}

function barsOf({ mentees }: Field, locked: readonly Place[]): Map<number, number[]> {
  const bars = new Map<number, number[]>();
  for (const { mentee, mentor } of locked) push(bars, mentees[mentee]!, mentor);
  return bars;
}

function candidatesOf({ candidatesPerMentee }: MatchProgram, pairs: number): number | undefined {
  return candidatesPerMentee ?? (pairs <= ALL_PAIRS ? undefined : 32);
}

/** Points lost to a power, scaled so that losing all costs as much as ever. */
function costsOf(convexity: number): Int32Array {
  const costs = new Int32Array(FULL_SCORE + 1);
  for (let lost = 0; lost <= FULL_SCORE; lost++)
    costs[lost] = convexity === 1 ? lost : Math.round(FULL_SCORE * (lost / FULL_SCORE) ** convexity);
  return costs;
}

/** The extra cost of each place of any mentor; the last one given goes on. */
function slotCosts(loadBalance: readonly number[] | undefined, capacity: Int32Array): Int32Array | undefined {
  if (!loadBalance?.length) return undefined;
  const most = capacity.reduce((a, b) => Math.max(a, b), 0) + 1;
  return Int32Array.from(
    { length: most },
    (_, place) => loadBalance[Math.min(place, loadBalance.length - 1)]!,
  );
}

function sum(values: Int32Array): number {
  return values.reduce((a, b) => a + b, 0);
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
