import type { Weighed } from './criteria.js';
import { coverage, evidenceShare, type Everybody, type Goal } from './facts.js';
import type { CriterionName } from './program.js';
import { percentOf, shareOf } from './weights.js';

/** For each skill the mentors who have it or want it: the inverted index. */
export interface Postings {
  skills: ReadonlyMap<string, number>;
  /** Where each skill's mentors begin. */
  first: Int32Array;
  mentor: Int32Array;
  /** Level (0 to 4), evidence (0 not said, 1 none, 2 some, 3 much) times 8, wanting it too times 32. */
  kind: Uint8Array;
  /** For common skills the kind of each mentor, 0 for none; made when first asked for. */
  tables: Map<number, Uint8Array>;
}

/** The kind that each mentor has of a skill, 0 for none. */
export function kindTable(
  { first, mentor, kind, tables }: Postings,
  skill: number,
  mentors: number,
): Uint8Array {
  let table = tables.get(skill);
  if (table) return table;
  table = new Uint8Array(mentors);
  for (let at = first[skill]!; at < first[skill + 1]!; at++) table[mentor[at]!] = kind[at]!;
  tables.set(skill, table);
  return table;
}

/** In `kind`: the mentor wants the skill too. */
const WANTED = 32;

/** Pieces of evidence that stand for each code of `kind`. */
const EVIDENCE: (number | undefined)[] = [undefined, 0, 1, 3];

function evidenceCode(evidence: number | undefined): number {
  if (evidence === undefined) return 0;
  if (evidence >= 3) return 3;
  return evidence > 0 ? 2 : 1;
}

/** Indexes the mentors, given as places among all people. `goals`: whether what mentors want counts. */
export function postingsOf({ people }: Everybody, mentors: Int32Array, goals: boolean): Postings {
  const drafts = new Drafts(8 * mentors.length);
  for (let index = 0; index < mentors.length; index++) {
    const person = people[mentors[index]!]!;
    const { skills, goals: wanted } = person;
    for (let at = 0; at < (skills?.length ?? 0); at++) {
      const { skill, level, evidence } = skills![at]!;
      drafts.add(index, skill, level + 8 * evidenceCode(evidence));
    }
    if (goals)
      for (let at = 0; at < (wanted?.length ?? 0); at++) drafts.add(index, wanted![at]!.skill, WANTED);
  }
  return drafts.sorted();
}

/** Postings in the order of mentors, to be sorted by skill. */
class Drafts {
  readonly #numbers = new Map<string, number>();
  readonly #counts: number[] = [];
  /** For each skill its last posting, so that a mentor has one for each. */
  readonly #last: number[] = [];
  #mentor: Int32Array;
  #skill: Int32Array;
  #kind: Uint8Array;
  #size = 0;

  /** @param room How many there may be; there can be more. */
  constructor(room: number) {
    this.#mentor = new Int32Array(room);
    this.#skill = new Int32Array(room);
    this.#kind = new Uint8Array(room);
  }

  /** Adds a code, or joins it to what the mentor has of this skill: the highest level counts. */
  add(mentor: number, skill: string, code: number): void {
    let number = this.#numbers.get(skill);
    if (number === undefined) {
      this.#numbers.set(skill, (number = this.#counts.length));
      this.#counts.push(0);
      this.#last.push(-1);
    }
    const last = this.#last[number]!;
    if (last !== -1 && this.#mentor[last] === mentor) {
      const had = this.#kind[last]!;
      if (code === WANTED) this.#kind[last] = had | WANTED;
      else if ((code & 7) > (had & 7)) this.#kind[last] = code;
      return;
    }
    if (this.#size === this.#mentor.length) this.#grow();
    this.#counts[number]!++;
    this.#last[number] = this.#size;
    this.#mentor[this.#size] = mentor;
    this.#skill[this.#size] = number;
    this.#kind[this.#size++] = code;
  }

  #grow(): void {
    const before = [this.#mentor, this.#skill, this.#kind] as const;
    const room = 2 * this.#size + 64;
    this.#mentor = new Int32Array(room);
    this.#skill = new Int32Array(room);
    this.#kind = new Uint8Array(room);
    this.#mentor.set(before[0]);
    this.#skill.set(before[1]);
    this.#kind.set(before[2]);
  }

  sorted(): Postings {
    const skills = this.#counts.length;
    const first = new Int32Array(skills + 1);
    for (let skill = 0; skill < skills; skill++) first[skill + 1] = first[skill]! + this.#counts[skill]!;
    const mentor = new Int32Array(first[skills]!);
    const kind = new Uint8Array(mentor.length);
    const next = first.slice();
    for (let draft = 0; draft < this.#size; draft++) {
      const at = next[this.#skill[draft]!]!++;
      mentor[at] = this.#mentor[draft]!;
      kind[at] = this.#kind[draft]!;
    }
    return { skills: this.#numbers, first, mentor, kind, tables: new Map() };
  }
}

/** In what a posting gives: the lowest bits count covered goals, the points stand above them. */
export const COVER_BITS = 6;

/** What a goal gives for each kind of posting: the points times 64, plus 1 if the mentor covers it. */
export type Gifts = (goals: readonly Goal[], index: number) => Int32Array;

/** Makes and remembers the tables of gifts of a program. */
export function giftsOf(criteria: readonly Weighed[]): Gifts {
  const max = (name: CriterionName) => criteria.find((criterion) => criterion.name === name)?.max ?? 0;
  const [wanted, evidenced, overlap] = [max('wantedSkill'), max('evidencedSkill'), max('goalOverlap')];
  const tables = new Map<number, Int32Array>();
  return (goals, index) => {
    const { length } = goals;
    const { from } = goals[index]!;
    const key = (length * 64 + index) * 8 + from;
    let table = tables.get(key);
    if (table) return table;
    table = new Int32Array(64);
    for (let kind = 0; kind < 64; kind++) {
      const cover = coverage((kind & 7) - from);
      const shown = cover > 0 ? evidenceShare(EVIDENCE[(kind >> 3) & 3]) : 0;
      const points =
        percentOf(shareOf(wanted, length, index), cover) +
        percentOf(shareOf(evidenced, length, index), shown) +
        (kind >= WANTED ? shareOf(overlap, length, index) : 0);
      table[kind] = (points << COVER_BITS) + (cover > 0 ? 1 : 0);
    }
    tables.set(key, table);
    return table;
  };
}
