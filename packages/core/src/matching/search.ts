import { BARRED } from './attributes.js';
import { pointsFrom, type Weighed } from './criteria.js';
import { goalsFor, type Field } from './field.js';
import { gatherSkill, type Wanted } from './gather.js';
import { kindsOf, type Kinds } from './kinds.js';
import { Links, type ByPerson } from './links.js';
import type { Participant } from './participant.js';
import { COVER_BITS, kindTable } from './postings.js';
import { standing } from './rules.js';
import { scoreOf } from './score.js';

const COVERED = (1 << COVER_BITS) - 1;

/**
 * Looks for mentors of one mentee at a time. `prepare` fills the tables of a mentee: what their goals give to whom,
 * what each value of an attribute gives, and who is barred. Then every mentor's score is a few additions. Pairs
 * that know of each other (wishes, former partners, current pairs) are few; they are scored one by one.
 */
export class Search {
  readonly field: Field;
  readonly mentors: number;
  /** Points that skills gave, as in the tables of gifts; 0 for mentors who were not touched. */
  readonly gained: Int32Array;
  readonly touched: Int32Array;
  touchedCount = 0;
  /** Room for one entry of each mentor, for whoever asks. */
  readonly room: Int32Array;
  /** Mentors for whom this mentee's number stands here are not looked at. */
  readonly bars: Int32Array;
  /** Mentors to be scored one by one. */
  special: number[] = [];
  /** The most that attributes and late criteria can give; negative when every mentor is barred. */
  most = 0;
  lateMost = 0;

  readonly #values: Int16Array;
  readonly #classes: Int32Array;
  readonly #width: number;
  readonly #late: Weighed[];
  readonly #line: boolean;
  readonly #stronger: boolean;
  /** Whether a mentor says any skill; filled where a rule asks for it. */
  readonly #skilled: Uint8Array;
  readonly #links: Links;
  #kinds: Kinds | undefined;
  #mentee = -1;
  #open: (Wanted & { most: number }) | undefined;
  #turn = 0;
  #goals = 0;

  constructor(field: Field, current?: ByPerson, bars?: ByPerson) {
    const { mentors, attributes, rules, criteria, everybody } = field;
    this.field = field;
    this.mentors = mentors.length;
    this.gained = new Int32Array(mentors.length);
    this.touched = new Int32Array(mentors.length);
    this.room = new Int32Array(mentors.length);
    this.bars = new Int32Array(mentors.length);
    this.#width = attributes.length;
    this.#classes = new Int32Array(mentors.length * attributes.length);
    let offset = 0;
    for (const [place, { classes, count }] of attributes.entries()) {
      for (let mentor = 0; mentor < mentors.length; mentor++)
        this.#classes[mentor * attributes.length + place] = classes[mentor]! + offset;
      offset += count;
    }
    this.#values = new Int16Array(offset);
    this.#late = criteria.filter(({ name }) => name === 'interests');
    this.lateMost = this.#late.reduce((sum, { max }) => sum + max, 0);
    this.#line = rules.some(({ code }) => code === 'reportingLine');
    this.#stronger = rules.some(({ code }) => code === 'strongerInSkill');
    this.#skilled = new Uint8Array(mentors.length);
    for (let mentor = 0; mentor < mentors.length && this.#stronger; mentor++)
      if (everybody.people[mentors[mentor]!]!.skills?.length) this.#skilled[mentor] = 1;
    this.#links = new Links(field, current, bars);
  }

  /** Mentors who are alike, grouped when first asked for. */
  get kinds(): Kinds {
    return (this.#kinds ??= kindsOf(this.#classes, this.mentors, this.#width, this.#values.length));
  }

  /** Whoever asks next is this mentee, a number of the field, or a person who is not in it (at -1). */
  prepare(mentee: number, lean = false): void {
    const at = this.field.mentees[mentee]!;
    this.prepareFor(this.field.everybody.people[at]!, at, lean);
  }

  /**
   * As `prepare`, for the person at a place among all people. Lean: who has nothing but the most common of the wanted
   * skills is not touched until `close`, as `open` says.
   */
  prepareFor(person: Participant, at: number, lean = false): void {
    this.#begin(person, at);
    this.#gather(person, lean);
  }

  /** As `prepareFor`, where none but some mentors will be looked at: those from 0 to `count`, without a double. */
  prepareAmong(person: Participant, at: number, some: Int32Array, count: number): void {
    this.#begin(person, at);
    for (const { skill, gifts } of this.#wantedBy(person)) this.#gatherAmong(skill, gifts, some, count);
  }

  #begin(person: Participant, at: number): void {
    this.#clear();
    this.#mentee = at;
    this.#turn++;
    let offset = 0;
    let most = 0;
    for (const attribute of this.field.attributes) {
      const row = attribute.row(person, at);
      this.#values.set(row, offset);
      offset += attribute.count;
      let best = BARRED;
      for (let value = 0; value < row.length; value++) if (row[value]! > best) best = row[value]!;
      most += best;
    }
    this.most = most < 0 ? -1 : most + this.lateMost;
    this.special = this.#links.mark(person, at, this.bars, this.#turn);
    this.#open = undefined;
  }

  /** Whether the mentor is not to be looked at for this mentee, or on their own. */
  isBarred(mentor: number): boolean {
    return this.bars[mentor] === this.#turn;
  }

  /** Points without late criteria, or a negative number when a rule stands between the two. Not for barred mentors. */
  quick(mentor: number): number {
    const values = this.#values;
    const classes = this.#classes;
    const end = (mentor + 1) * this.#width;
    let score = 0;
    for (let at = end - this.#width; at < end; at++) score += values[classes[at]!]!;
    const gained = this.gained[mentor]!;
    if (this.#stronger && this.#goals > 0 && (gained & COVERED) === 0 && this.#skilled[mentor] === 1)
      return -1;
    return score < 0 ? -1 : score + (gained >> COVER_BITS);
  }

  /** Points of the attributes of a kind of mentors, or a negative number. */
  ofKind(kind: number): number {
    return this.#sum(this.kinds.example[kind]!);
  }

  /** The whole score given the quick one, or -1 when the reporting line stands between the two. */
  whole(mentor: number, quick: number): number {
    const { everybody, mentors } = this.field;
    const at = mentors[mentor]!;
    if (this.#line && everybody.chart.inLine(this.#mentee, at)) return -1;
    let score = quick;
    if (this.#late.length > 0) {
      const mentee = everybody.facts(this.#mentee);
      for (const { max, opinion } of this.#late)
        score += pointsFrom(opinion(mentee, everybody.facts(at)), max);
    }
    return score;
  }

  /** The score of a special pair, or -1 when a rule stands between the two. */
  specialScore(mentor: number): number {
    const { everybody, mentors, rules, criteria } = this.field;
    const mentee = everybody.facts(this.#mentee);
    const facts = everybody.facts(mentors[mentor]!);
    return standing(rules, mentee, facts).length > 0 ? -1 : scoreOf(criteria, mentee, facts);
  }

  /** Scores of all mentors into `scores`, -1 for those who are not eligible. */
  all(scores: Int32Array): void {
    for (let mentor = 0; mentor < this.mentors; mentor++) {
      if (this.bars[mentor] === this.#turn) scores[mentor] = -1;
      else {
        const quick = this.quick(mentor);
        scores[mentor] = quick < 0 ? -1 : this.whole(mentor, quick);
      }
    }
    for (const mentor of this.special) scores[mentor] = this.specialScore(mentor);
  }

  #sum(mentor: number): number {
    const end = (mentor + 1) * this.#width;
    let score = 0;
    for (let at = end - this.#width; at < end; at++) score += this.#values[this.#classes[at]!]!;
    return score;
  }

  /** The most that somebody who is not touched yet gains; 0 when all are. */
  get open(): number {
    return this.#open?.most ?? 0;
  }

  /** Touches those whom a lean preparation left; answers where they begin among the touched. */
  close(): number {
    const begin = this.touchedCount;
    if (!this.#open) return begin;
    const { skill, gifts } = this.#open;
    const { first, mentor, kind } = this.field.postings;
    for (let at = first[skill]!; at < first[skill + 1]!; at++) {
      const who = mentor[at]!;
      const gift = gifts[kind[at]!]!;
      if (gift === 0 || this.gained[who] !== 0) continue;
      this.gained[who] = gift;
      this.touched[this.touchedCount++] = who;
    }
    this.#open = undefined;
    return begin;
  }

  /** The wanted skills that somebody has. */
  #wantedBy(person: Participant): Wanted[] {
    const { postings, gifts } = this.field;
    const goals = goalsFor(person);
    this.#goals = goals.length;
    const wanted: Wanted[] = [];
    for (let index = 0; index < goals.length; index++) {
      const skill = postings.skills.get(goals[index]!.skill);
      if (skill !== undefined) wanted.push({ skill, gifts: gifts(goals, index) });
    }
    return wanted;
  }

  /** Adds what one skill gives to its mentors, or only to those who will be looked at. */
  #gatherAmong(skill: number, gifts: Int32Array, some: Int32Array, count: number): void {
    const { postings } = this.field;
    const { gained, touched } = this;
    const size = postings.first[skill + 1]! - postings.first[skill]!;
    if (size <= count || size * 32 <= this.mentors) {
      this.touchedCount = gatherSkill(postings, skill, gifts, gained, touched, this.touchedCount);
      return;
    }
    const table = kindTable(postings, skill, this.mentors);
    for (let index = 0; index < count; index++) {
      const who = some[index]!;
      const gift = gifts[table[who]!]!;
      if (gift === 0) continue;
      if (gained[who] === 0) touched[this.touchedCount++] = who;
      gained[who] = gained[who]! + gift;
    }
  }

  #gather(person: Participant, lean: boolean): void {
    const { postings } = this.field;
    const { gained, touched } = this;
    const wanted = this.#wantedBy(person);
    const common = lean ? this.#mostCommon(wanted) : undefined;
    let count = 0;
    for (const one of wanted)
      if (one !== common) count = gatherSkill(postings, one.skill, one.gifts, gained, touched, count);
    this.touchedCount = count;
    if (!common) return;
    const table = kindTable(postings, common.skill, this.mentors);
    for (let index = 0; index < count; index++) {
      const who = touched[index]!;
      gained[who] = gained[who]! + common.gifts[table[who]!]!;
    }
    this.#open = { ...common, most: common.gifts.reduce((a, b) => Math.max(a, b), 0) };
  }

  /** The wanted skill that most mentors have, if there are many of them and other skills are wanted too. */
  #mostCommon(wanted: readonly Wanted[]): Wanted | undefined {
    const { first } = this.field.postings;
    const size = ({ skill }: Wanted) => first[skill + 1]! - first[skill]!;
    if (wanted.length < 2) return undefined;
    const common = wanted.reduce((most, one) => (size(one) > size(most) ? one : most));
    return size(common) * 32 > this.mentors ? common : undefined;
  }

  #clear(): void {
    // Where many are to be cleared, clearing all is quicker.
    if (this.touchedCount * 16 > this.mentors) this.gained.fill(0);
    else for (let index = 0; index < this.touchedCount; index++) this.gained[this.touched[index]!] = 0;
    this.touchedCount = 0;
  }
}
