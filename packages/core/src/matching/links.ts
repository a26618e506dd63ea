import type { Field } from './field.js';
import type { Participant } from './participant.js';

/** Numbers of mentors by the place of a person among all people. */
export type ByPerson = ReadonlyMap<number, readonly number[]>;

/**
 * Which mentors are out of the question for a mentee, and which are to be scored on their own because one of the
 * two says something about the other. What mentors say is turned around once.
 */
export class Links {
  readonly #field: Field;
  readonly #teams = new Map<string, number[]>();
  /** Mentors who block, and who name or knew, somebody; by that person's id. */
  readonly #blockedBy = new Map<string, number[]>();
  readonly #namedBy = new Map<string, number[]>();
  readonly #current: ByPerson;
  readonly #bars: ByPerson;
  readonly #fresh: boolean;

  constructor(field: Field, current: ByPerson = new Map(), bars: ByPerson = new Map()) {
    const { mentors, everybody, criteria, rules } = field;
    this.#field = field;
    this.#current = current;
    this.#bars = bars;
    const teams = rules.some(({ code }) => code === 'sameTeam');
    this.#fresh = [...criteria.map(({ name }) => name), ...rules.map(({ code }) => code)].some(
      (name) => name === 'freshPartner' || name === 'previousPartners',
    );
    for (let mentor = 0; mentor < mentors.length; mentor++) {
      const person = everybody.people[mentors[mentor]!]!;
      for (const id of person.blocked ?? []) add(this.#blockedBy, id, mentor);
      for (const id of this.#named(person)) add(this.#namedBy, id, mentor);
      if (teams) for (const team of person.teams ?? []) add(this.#teams, team, mentor);
    }
  }

  /** Marks with `turn` all who are barred or special, and lists the special in the order of numbers. */
  mark(person: Participant, at: number, bars: Int32Array, turn: number): number[] {
    const { everybody, mentorOf } = this.#field;
    const number = (id: string) => mentorOf[everybody.indexOf(id) ?? -1] ?? -1;
    const self = number(person.id);
    if (self !== -1) bars[self] = turn;
    for (const id of person.blocked ?? []) {
      const mentor = number(id);
      if (mentor !== -1) bars[mentor] = turn;
    }
    for (const mentor of this.#bars.get(at) ?? []) bars[mentor] = turn;
    for (const mentor of this.#blockedBy.get(person.id) ?? []) bars[mentor] = turn;
    for (const team of person.teams ?? [])
      for (const mentor of this.#teams.get(team) ?? []) bars[mentor] = turn;
    const special: number[] = [];
    const single = (mentor: number) => {
      if (mentor === -1 || bars[mentor] === turn) return;
      bars[mentor] = turn;
      special.push(mentor);
    };
    for (const id of this.#named(person)) single(number(id));
    for (const mentor of this.#namedBy.get(person.id) ?? []) single(mentor);
    for (const mentor of this.#current.get(at) ?? []) single(mentor);
    return special.sort((a, b) => a - b);
  }

  #named({ preferences, previous }: Participant): readonly string[] {
    if (!this.#fresh || !previous?.length) return preferences ?? [];
    return preferences?.length ? [...preferences, ...previous] : previous;
  }
}

function add(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
