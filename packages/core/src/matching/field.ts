import { attributesOf, type Attribute } from './attributes.js';
import { weigh, type Weighed } from './criteria.js';
import { everybody as everybodyOf } from './everybody.js';
import { bestOfEach, goalsOf, type Everybody } from './facts.js';
import { joined } from './joint-attributes.js';
import type { Participant } from './participant.js';
import { giftsOf, postingsOf, type Gifts, type Postings } from './postings.js';
import type { MatchProgram } from './program.js';
import { rulesOf, type Rule } from './rules.js';

/** People and program, made ready for looking through many pairs: mentors and mentees by number, tables, the index. */
export interface Field {
  program: MatchProgram;
  everybody: Everybody;
  criteria: Weighed[];
  rules: Rule[];
  /** Those who may be matched or are locked, as places among all people, in the order of ids. */
  mentors: Int32Array;
  mentees: Int32Array;
  /** For each person their number as a mentor, or -1. */
  mentorOf: Int32Array;
  menteeOf: Int32Array;
  /** Whether a person may be matched anew; others are here for the sake of a locked pair. */
  takes(person: Participant): boolean;
  capacity: Int32Array;
  attributes: Attribute[];
  postings: Postings;
  gifts: Gifts;
}

/** Makes the field. Input must have been checked. */
export function fieldOf(
  people: readonly Participant[],
  program: MatchProgram,
  everybody: Everybody = everybodyOf(people, program),
): Field {
  const criteria = weigh(program);
  const rules = rulesOf(program, everybody.chart);
  const training = rules.some(({ code }) => code === 'training');
  const takes = (person: Participant) =>
    person.optOut !== true && person.eligible !== false && (!training || person.trained === true);
  const locked = program.current?.locked ?? [];
  const heldMentors = new Set(locked.map(({ mentorId }) => mentorId));
  const heldMentees = new Set(locked.map(({ menteeId }) => menteeId));
  const mentors = numbered(everybody, (person) => {
    const free = person.roles.includes('mentor') && person.capacity !== 0 && takes(person);
    return free || heldMentors.has(person.id);
  });
  const mentees = numbered(everybody, (person) => {
    return (person.roles.includes('mentee') && takes(person)) || heldMentees.has(person.id);
  });
  const overlap = criteria.some(({ name }) => name === 'goalOverlap');
  return {
    program,
    everybody,
    criteria,
    rules,
    mentors,
    mentees,
    mentorOf: inverse(mentors, everybody.people.length),
    menteeOf: inverse(mentees, everybody.people.length),
    takes,
    capacity: capacityOf(everybody, mentors, takes),
    attributes: joined(attributesOf(program, everybody, mentors, criteria, rules)),
    postings: postingsOf(everybody, mentors, overlap),
    gifts: giftsOf(criteria),
  };
}

function capacityOf(
  { people }: Everybody,
  mentors: Int32Array,
  takes: (person: Participant) => boolean,
): Int32Array {
  const capacity = new Int32Array(mentors.length);
  for (let mentor = 0; mentor < mentors.length; mentor++) {
    const person = people[mentors[mentor]!]!;
    if (takes(person)) capacity[mentor] = person.capacity ?? 1;
  }
  return capacity;
}

/** The goals of a person, without making all their facts. */
export function goalsFor(person: Participant): ReturnType<typeof goalsOf> {
  if (!person.goals?.length) return [];
  return goalsOf(person, bestOfEach(person.skills ?? []));
}

function numbered({ people }: Everybody, takes: (person: Participant) => boolean): Int32Array {
  const found: number[] = [];
  for (let at = 0; at < people.length; at++) if (takes(people[at]!)) found.push(at);
  return Int32Array.from(found);
}

function inverse(places: Int32Array, length: number): Int32Array {
  const numbers = new Int32Array(length).fill(-1);
  for (let number = 0; number < places.length; number++) numbers[places[number]!] = number;
  return numbers;
}
