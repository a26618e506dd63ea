import type { Participant } from './participant.js';

/** By what mentors can be looked for, such as `language` or `department`: the values that one has of each facet. */
export type Facets = Readonly<Record<string, (mentor: Participant) => readonly string[]>>;

/** In each of these facets a mentor must have this value, or one that is accepted. */
export type Only = Readonly<Record<string, string | ((value: string) => boolean)>>;

/** Whether somebody has in each facet what is asked for. A facet that there is not throws a `RangeError`. */
export function hasAll(facets: Facets, only: Only, mentor: Participant): boolean {
  return Object.entries(only).every(([name, asked]) =>
    valuesOf(
      facets,
      name,
    )(mentor).some((value) => (typeof asked === 'string' ? value === asked : asked(value))),
  );
}

function valuesOf(facets: Facets, name: string): Facets[string] {
  const values = Object.hasOwn(facets, name) ? facets[name] : undefined;
  if (!values) throw new RangeError(`only.${name} is not a facet of the index`);
  return values;
}

/** The mentors of each value of one facet, in the order of numbers. */
interface Lists {
  numbers: ReadonlyMap<string, number>;
  /** Where each value's mentors begin. */
  first: Int32Array;
  mentor: Int32Array;
}

/** Mentors of whom one must be: the parts of some lists. */
interface Group {
  mentor: Int32Array;
  parts: { begin: number; end: number }[];
  size: number;
}

/** Mentors found by facets: they stand in `mentor` from 0 to `count`, and `has` knows them. */
export interface Narrowed {
  mentor: Int32Array;
  count: number;
  has(mentor: number): boolean;
}

/** Finds the mentors who have all of some values, the rarest value first. Lists are made when first asked for. */
export class FacetLists {
  readonly #facets: Facets;
  readonly #mentors: number;
  readonly #personAt: (mentor: number) => Participant;
  readonly #lists = new Map<string, Lists>();
  readonly #found: Int32Array;
  /** How far each mentor came: above `#turn` by the number of groups they are in. */
  readonly #marks: Int32Array;
  #turn = 0;

  /** @param personAt The mentor with a number below `mentors`. */
  constructor(facets: Facets, mentors: number, personAt: (mentor: number) => Participant) {
    this.#facets = facets;
    this.#mentors = mentors;
    this.#personAt = personAt;
    this.#found = new Int32Array(mentors);
    this.#marks = new Int32Array(mentors);
  }

  /**
   * Those who have all that is asked for and are among `some`, numbers without a double; undefined for everybody.
   * The answer holds until the next call.
   */
  narrow(only: Only, some?: Int32Array): Narrowed | undefined {
    const groups: Group[] = some
      ? [{ mentor: some, parts: [{ begin: 0, end: some.length }], size: some.length }]
      : [];
    for (const [name, asked] of Object.entries(only)) {
      const group = groupOf(this.#listsOf(name), asked);
      const all = group.parts.length === 1 && group.size === this.#mentors;
      if (!all) groups.push(group);
    }
    if (groups.length === 0) return undefined;
    groups.sort((one, other) => one.size - other.size);
    const begin = this.#turn;
    let count = this.#begin(groups[0]!);
    for (const group of groups.slice(1)) count = this.#keep(group, count);
    const marks = this.#marks;
    const last = begin + groups.length;
    this.#turn = last;
    return { mentor: this.#found, count, has: (mentor) => marks[mentor] === last };
  }

  #begin({ mentor, parts }: Group): number {
    const [marks, found, mark] = [this.#marks, this.#found, ++this.#turn];
    let count = 0;
    for (const { begin, end } of parts)
      for (let at = begin; at < end; at++) {
        const who = mentor[at]!;
        if (marks[who] === mark) continue;
        marks[who] = mark;
        found[count++] = who;
      }
    return count;
  }

  /** Keeps those of the found who are in another group. */
  #keep(group: Group, found: number): number {
    const mark = ++this.#turn;
    // A search in a list looks at some sixteen of its entries.
    const few = found * group.parts.length * 16 < group.size;
    return few ? this.#keepFew(group, found, mark) : this.#keepMany(group, mark);
  }

  #keepFew({ mentor, parts }: Group, found: number, mark: number): number {
    const [marks, list] = [this.#marks, this.#found];
    let count = 0;
    for (let at = 0; at < found; at++) {
      const who = list[at]!;
      if (!parts.some(({ begin, end }) => isIn(mentor, begin, end, who))) continue;
      marks[who] = mark;
      list[count++] = who;
    }
    return count;
  }

  #keepMany({ mentor, parts }: Group, mark: number): number {
    const [marks, list, before] = [this.#marks, this.#found, mark - 1];
    let count = 0;
    for (const { begin, end } of parts)
      for (let at = begin; at < end; at++) {
        const who = mentor[at]!;
        if (marks[who] !== before) continue;
        marks[who] = mark;
        list[count++] = who;
      }
    return count;
  }

  #listsOf(name: string): Lists {
    let lists = this.#lists.get(name);
    if (!lists)
      this.#lists.set(name, (lists = listsOf(valuesOf(this.#facets, name), this.#mentors, this.#personAt)));
    return lists;
  }
}

function groupOf({ numbers, first, mentor }: Lists, asked: Only[string]): Group {
  const group: Group = { mentor, parts: [], size: 0 };
  const add = (number: number | undefined) => {
    if (number === undefined) return;
    const [begin, end] = [first[number]!, first[number + 1]!];
    group.parts.push({ begin, end });
    group.size += end - begin;
  };
  if (typeof asked === 'string') add(numbers.get(asked));
  else for (const [value, number] of numbers) if (asked(value)) add(number);
  return group;
}

/** Whether a part of a list, which is in the order of numbers, has one. */
function isIn(list: Int32Array, begin: number, end: number, sought: number): boolean {
  let [low, high] = [begin, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < sought) low = middle + 1;
    else high = middle;
  }
  return low < end && list[low] === sought;
}

function listsOf(values: Facets[string], mentors: number, personAt: (mentor: number) => Participant): Lists {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const last: number[] = [];
  const drafts: { mentor: number[]; number: number[] } = { mentor: [], number: [] };
  for (let mentor = 0; mentor < mentors; mentor++)
    for (const value of values(personAt(mentor))) {
      let number = numbers.get(value);
      if (number === undefined) {
        numbers.set(value, (number = counts.length));
        counts.push(0);
        last.push(-1);
      }
      // Said twice, it counts once.
      if (last[number] === mentor) continue;
      last[number] = mentor;
      counts[number]!++;
      drafts.mentor.push(mentor);
      drafts.number.push(number);
    }
  const first = new Int32Array(counts.length + 1);
  for (let number = 0; number < counts.length; number++) first[number + 1] = first[number]! + counts[number]!;
  const next = first.slice();
  const mentor = new Int32Array(drafts.mentor.length);
  for (let at = 0; at < mentor.length; at++) mentor[next[drafts.number[at]!]!++] = drafts.mentor[at]!;
  return { numbers, first, mentor };
}
