import { checkPeople, checkPerson } from './check-people.js';
import { checkProgram } from './check-program.js';
import { inOrder } from './everybody.js';
import { FacetLists, hasAll, type Facets, type Only } from './facets.js';
import type { Field } from './field.js';
import { fieldOf } from './field.js';
import type { Reason } from './matching.js';
import { Nearest } from './nearest.js';
import type { Participant } from './participant.js';
import { FULL_SCORE, type MatchProgram } from './program.js';
import { Register } from './register.js';
import { standing } from './rules.js';
import { reasonsOf, scoreFrom } from './score.js';
import { Search } from './search.js';

/** Points that a mentor without a free place is put back by; with half of the places free it is half of it. */
export const FULLNESS_DISCOUNT = 2500;

/** After so many changes everything is indexed anew. */
const MOST_CHANGES = 400;
/** As a price: so much that nobody comes. */
const GONE = 1e9;
/** Where the narrowed are less than one in so many, each is looked at. */
const FEW = 4;
const LOSSES = new Int32Array(FULL_SCORE + 1).map((_, lost) => lost);

/** How a ranking is asked for. */
export interface RankOptions {
  /** How many mentors; 20 when left out, at most 1000. */
  limit?: number;
  /** Places in use and requests open, by mentor: who is nearly full comes later. */
  exposure?: Readonly<Record<string, number>>;
  /** So many of the best are passed over. They count toward the limit. */
  skip?: number;
  /** Leaves out whom it refuses. */
  filter?: (mentor: Participant) => boolean;
  /** Leaves out who has not these values of the index's facets: as a filter would, only quicker. */
  only?: Only;
  /** Only these, by id. */
  among?: Iterable<string>;
}

/** Options with what is meant when they are left out. */
interface Asked {
  limit: number;
  skip: number;
  exposure: Readonly<Record<string, number>>;
  only: Only;
  filter: RankOptions['filter'];
  among: ReadonlySet<string> | undefined;
}

/** What an index is made for, besides rankings of everybody. */
export interface IndexOptions {
  /** By what rankings can be narrowed with `only`. A mentor's values must not change but by `update`. */
  facets?: Facets;
}

/** A mentor in a ranking. */
export interface RankedMentor {
  mentorId: string;
  /** Of 10,000; the points of the reasons add up to it. */
  score: number;
  reasons: Reason[];
  /** Points that the mentor was put back by for having little room; the order is by score less this, then by id. */
  discount: number;
}

/**
 * Mentors for one person at a time, out of many: ranks by the same scores and rules as a match, without looking at
 * everybody. People may come, change and go; a ranking afterwards is as if the index had been made of those there are.
 */
export class MentorIndex {
  readonly #program: MatchProgram;
  readonly #facets: Facets;
  #register: Register;
  #field: Field;
  #search: Search;
  #lists: FacetLists;
  /** What puts a mentor of the field back: nothing, a discount while a ranking is made, or `GONE`. */
  #prices: Float64Array;

  /** Throws as `match` does for people or a program that are not well formed. `program.current` is not looked at. */
  constructor(people: Iterable<Participant>, program: MatchProgram, { facets = {} }: IndexOptions = {}) {
    const list = checkPeople(people);
    this.#facets = facets;
    this.#program = { ...program, current: { pairs: [] } };
    checkProgram(this.#program, list);
    this.#register = new Register(inOrder(list), program);
    this.#field = fieldOf(this.#register.base, this.#program, this.#register);
    this.#search = new Search(this.#field);
    this.#lists = listsFor(this.#field, facets);
    this.#prices = new Float64Array(this.#field.mentors.length);
  }

  /** Takes somebody in. Throws a `RangeError` for an id that is there already. */
  add(person: Participant): void {
    checkPerson(person, 0);
    if (this.#register.indexOf(person.id) !== undefined)
      throw new RangeError(`person.id "${person.id}" is there already: use update`);
    this.#take(person);
  }

  /** Puts somebody's new profile in the place of the one before, or takes them in. */
  update(person: Participant): void {
    checkPerson(person, 0);
    this.remove(person.id);
    this.#take(person);
  }

  /** Somebody has left; for an unknown id there is nothing to do. */
  remove(id: string): void {
    const at = this.#register.remove(id);
    const mentor = at === undefined ? -1 : (this.#field.mentorOf[at] ?? -1);
    if (mentor !== -1) this.#prices[mentor] = GONE;
  }

  /**
   * The best mentors for a mentee of the index, or for a person as given, who need not be in it. An unknown id or a bad
   * limit throws a `RangeError`; for somebody who may not be matched at all there is nobody.
   */
  rank(mentee: string | Participant, options: RankOptions = {}): RankedMentor[] {
    const { limit = 20, skip = 0, exposure = {}, only = {}, filter } = options;
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
      throw new RangeError(`limit must be a whole number from 1 to 1000, not ${limit}`);
    if (!Number.isInteger(skip) || skip < 0)
      throw new RangeError(`skip must be a whole number from 0 on, not ${skip}`);
    const among = options.among && new Set(options.among);
    const asked: Asked = { limit, skip, exposure, only, filter, among };
    if (typeof mentee !== 'string') {
      checkPerson(mentee, 0);
      return this.#register.visit(mentee, (at) => this.#rank(at, asked));
    }
    const at = this.#register.indexOf(mentee);
    if (at === undefined) throw new RangeError(`mentee "${mentee}" is not in the index`);
    return this.#rank(at, asked);
  }

  #rank(at: number, options: Asked): RankedMentor[] {
    const register = this.#register;
    const { limit, skip, exposure, only, filter, among } = options;
    const { criteria, rules, takes } = this.#field;
    if (!takes(register.personAt(at))) return [];
    const mentee = register.facts(at);
    const discounts = this.#discounts(exposure);
    const found = this.#nearest(at, discounts, options);
    const least = found.size < limit ? 0 : lowestOf(found, discounts);
    for (const later of register.later()) {
      const person = register.personAt(later);
      if (!person.roles.includes('mentor') || (among && !among.has(person.id))) continue;
      if (!hasAll(this.#facets, only, person) || (filter && !filter(person))) continue;
      const mentor = register.facts(later);
      const score = scoreFrom(criteria, mentee, mentor, least + (discounts.get(later) ?? 0));
      if (score >= 0 && standing(rules, mentee, mentor).length === 0) found.set(later, score);
    }
    return [...found]
      .map(([mentor, score]) => ({
        facts: register.facts(mentor),
        score,
        discount: discounts.get(mentor) ?? 0,
      }))
      .sort(
        (a, b) =>
          b.score - b.discount - a.score + a.discount || (a.facts.person.id < b.facts.person.id ? -1 : 1),
      )
      .slice(skip, limit)
      .map(({ facts, score, discount }) => {
        return { mentorId: facts.person.id, score, discount, reasons: reasonsOf(criteria, mentee, facts) };
      });
  }

  /** Places and scores of the best of those who were there when the field was made. */
  #nearest(
    at: number,
    discounts: ReadonlyMap<number, number>,
    { limit, filter, only, among }: Asked,
  ): Map<number, number> {
    const { mentors, mentorOf } = this.#field;
    const search = this.#search;
    const prices = this.#prices;
    const narrowed = this.#lists.narrow(only, among && this.#numbersOf(among));
    const known = [...discounts].flatMap(([place, discount]) => {
      const mentor = mentorOf[place] ?? -1;
      return mentor === -1 || prices[mentor] === GONE ? [] : [{ mentor, discount }];
    });
    const nearest = new Nearest(search, LOSSES, limit);
    const isWanted = (mentor: number) => !filter || filter(this.#register.personAt(mentors[mentor]!));
    const accepts = narrowed ? (mentor: number) => narrowed.has(mentor) && isWanted(mentor) : isWanted;
    if (filter || narrowed) nearest.accepts = accepts;
    const person = this.#register.personAt(at);
    for (const { mentor, discount } of known) prices[mentor] = discount;
    if (narrowed && narrowed.count * FEW <= search.mentors) {
      search.prepareAmong(person, at, narrowed.mentor, narrowed.count);
      nearest.findAmong(narrowed.mentor, narrowed.count, prices, GONE);
    } else {
      search.prepareFor(person, at, true);
      // Lower bounds of prices that hold for every ranking: none is below 0.
      nearest.find({ prices, ofKind: undefined, of: 0 }, GONE);
    }
    for (const { mentor } of known) prices[mentor] = 0;
    const found = new Map<number, number>();
    for (let place = 0; place < nearest.count; place++)
      found.set(mentors[nearest.mentor[place]!]!, FULL_SCORE - nearest.lost[place]!);
    for (const mentor of search.special) {
      const score = prices[mentor] === GONE || !accepts(mentor) ? -1 : search.specialScore(mentor);
      if (score >= 0) found.set(mentors[mentor]!, score);
    }
    return found;
  }

  /** The mentors of the field with these ids, in the order of numbers. */
  #numbersOf(ids: Iterable<string>): Int32Array {
    const numbers: number[] = [];
    for (const id of ids) {
      const mentor = this.#field.mentorOf[this.#register.indexOf(id) ?? -1] ?? -1;
      if (mentor !== -1) numbers.push(mentor);
    }
    return Int32Array.from(numbers).sort();
  }

  /** By place: up to the whole discount, by the part of the places that is taken or asked for. */
  #discounts(exposure: Record<string, number>): Map<number, number> {
    const discounts = new Map<number, number>();
    for (const [id, used] of Object.entries(exposure)) {
      const at = this.#register.indexOf(id);
      if (at === undefined || !(used > 0)) continue;
      const { capacity = 1 } = this.#register.personAt(at);
      discounts.set(at, Math.round(FULLNESS_DISCOUNT * Math.min(1, used / Math.max(1, capacity))));
    }
    return discounts;
  }

  #take(person: Participant): void {
    if (this.#register.add(person) <= MOST_CHANGES) return;
    this.#register = new Register(inOrder([...this.#register.everyone()]), this.#program);
    this.#field = fieldOf(this.#register.base, this.#program, this.#register);
    this.#search = new Search(this.#field);
    this.#lists = listsFor(this.#field, this.#facets);
    this.#prices = new Float64Array(this.#field.mentors.length);
  }
}

/** The lowest score less its discount. */
function lowestOf(found: ReadonlyMap<number, number>, discounts: ReadonlyMap<number, number>): number {
  let lowest = FULL_SCORE;
  for (const [mentor, score] of found) lowest = Math.min(lowest, score - (discounts.get(mentor) ?? 0));
  return lowest;
}

function listsFor({ mentors, everybody }: Field, facets: Facets): FacetLists {
  return new FacetLists(facets, mentors.length, (mentor) => everybody.people[mentors[mentor]!]!);
}
