import type { Participant } from '../matching/participant.js';
import { evidenceOf } from '../people/evidence.js';
import { people, type PersonRecord } from '../people/model.js';
import { maySee, STRANGER } from '../people/rules.js';
import type { Settings } from '../settings/model.js';
import type { Reader } from '../store/store.js';
import { attestedIn, enrollmentsOf, trainingOf } from './enrollment-read.js';
import { IN_POOL } from './enrollment-rules.js';
import type { EnrollmentRecord } from './model/enrollment.js';
import type { Side } from './model/kinds.js';
import { mentorships, type MentorshipRecord } from './model/mentorship.js';
import { places } from './model/places.js';
import type { ProgramRecord } from './model/program.js';
import { openFacts, skillGradeOf } from './participants.js';
import { isLive } from './rules/states.js';

/** How many records one step of a walk reads. */
const STEP = 1000;
/** How many people's mentorships one `find` looks up. */
const PART = 100;
/** More steps than any reporting line has: a line that is longer runs in a circle. */
const LONGEST = 100;

/** Everyone who can be matched in a program now, and who else is needed to judge them. */
export interface Pool {
  /** By id; those above them in the reporting line are here without a role. */
  people: Participant[];
  /** The sides on which somebody would be matched if their training were done. */
  untrained: Map<string, Side[]>;
}

/**
 * Who takes part in the next run of a program: enrollments that are neither declined nor on the waiting list, with
 * the places that are left, mentees who have no mentor. Of profiles only what everyone may see, so that no reason
 * can tell more.
 */
export async function readPool(tx: Reader, program: ProgramRecord, settings: Settings): Promise<Pool> {
  const enrolled = await enrollmentsOf(tx, program.id, IN_POOL);
  const persons = await activePeople(
    tx,
    enrolled.map((record) => record.personId),
  );
  const evidence = await evidenceOf(tx, [...persons.values()]);
  const attested = await attestedIn(tx, program.id);
  const history = await historyOf(tx, program, [...persons.keys()]);
  const left = await placesLeft(tx, program.id);
  const untrained = new Map<string, Side[]>();
  const pool: Participant[] = [];
  for (const record of enrolled) {
    const person = persons.get(record.personId);
    if (!person) continue;
    const lacking = record.sides.filter((side) => {
      const { done, of, required } = trainingOf(program, [side], attested.get(person.id));
      return required && done < of;
    });
    if (lacking.length > 0) untrained.set(person.id, lacking);
    const facts = openFacts(person, settings, evidence);
    const { sides, capacity } = sidesLeft(program, record, history, left.get(person.id));
    pool.push({
      ...facts,
      roles: sides.filter((side) => !lacking.includes(side)),
      capacity,
      goals: goalsOf(record, person),
      ...(record.preferences.length > 0 && { preferences: record.preferences }),
      blocked: [...new Set([...record.notWith, ...(history.parted.get(person.id) ?? [])])].sort(),
      previous: [...(history.partners.get(person.id) ?? [])].sort(),
    });
  }
  const all = [...pool, ...(await managersOf(tx, pool))];
  return { people: all.sort((a, b) => (a.id < b.id ? -1 : 1)), untrained };
}

async function activePeople(tx: Reader, ids: readonly string[]): Promise<Map<string, PersonRecord>> {
  const found = await tx.getMany(people, [...new Set(ids)]);
  return new Map(found.filter(({ status }) => status === 'active').map((person) => [person.id, person]));
}

/** Topics of the enrollment; without any, what the profile says the person wants to learn. */
export function goalsOf(
  record: Pick<EnrollmentRecord, 'topics'>,
  person: PersonRecord,
): NonNullable<Participant['goals']> {
  if (record.topics.length > 0)
    return record.topics.map(({ skillId, level }) => ({ skill: skillId, level: skillGradeOf(level) }));
  if (!maySee('skills', person, STRANGER)) return [];
  return person.skills.flatMap(({ skillId, wantsToLearn }) => (wantsToLearn ? { skill: skillId } : []));
}

function sidesLeft(
  program: ProgramRecord,
  { personId, sides, capacity }: EnrollmentRecord,
  { teaching, learning }: History,
  left: number = capacity,
): { sides: Side[]; capacity: number } {
  // A circle that has begun takes nobody in.
  const free = program.kind === 'circle' && teaching.has(personId) ? 0 : left;
  return {
    sides: sides.filter((side) => (side === 'mentor' ? free > 0 : !learning.has(personId))),
    capacity: Math.max(free, 1),
  };
}

interface History {
  /** Who has a mentee, and who has a mentor, in this program now. */
  teaching: Set<string>;
  learning: Set<string>;
  /** Partners of mentorships of this program that ended early: not again. */
  parted: Map<string, Set<string>>;
  /** Partners of any mentorship, where the program asks for it. */
  partners: Map<string, Set<string>>;
}

async function historyOf(tx: Reader, program: ProgramRecord, ids: readonly string[]): Promise<History> {
  const { newPartners, wishes } = program.rules;
  const asked = newPartners || wishes.some(({ wish, weight }) => wish === 'freshPartner' && weight > 0);
  const here = await mentorshipsOf(tx, program.id);
  const live = here.filter(isLive);
  return {
    teaching: new Set(live.flatMap((record) => record.mentorIds)),
    learning: new Set(live.flatMap((record) => record.menteeIds)),
    parted: partnersOf(here.filter((record) => record.state === 'endedEarly')),
    partners: asked ? partnersOf(await allMentorships(tx, ids)) : new Map(),
  };
}

/** All mentorships that belong to a program, the oldest first. */
export async function mentorshipsOf(tx: Reader, programId: string): Promise<MentorshipRecord[]> {
  const all: MentorshipRecord[] = [];
  let after: string | undefined;
  do {
    const where = { scope: programId };
    const step = await tx.find(mentorships, { where, order: '+createdAt', after, limit: STEP });
    all.push(...step.items);
    after = step.next;
  } while (after !== undefined);
  return all;
}

async function allMentorships(tx: Reader, ids: readonly string[]): Promise<MentorshipRecord[]> {
  const all = new Map<string, MentorshipRecord>();
  for (let at = 0; at < ids.length; at += PART) {
    let after: string | undefined;
    do {
      const where = { personIds: ids.slice(at, at + PART) };
      const step = await tx.find(mentorships, { where, order: '+createdAt', after, limit: STEP });
      for (const record of step.items) all.set(record.id, record);
      after = step.next;
    } while (after !== undefined);
  }
  return [...all.values()];
}

function partnersOf(
  records: readonly Pick<MentorshipRecord, 'mentorIds' | 'menteeIds'>[],
): Map<string, Set<string>> {
  const partners = new Map<string, Set<string>>();
  const know = (one: string, other: string) => partners.set(one, (partners.get(one) ?? new Set()).add(other));
  for (const { mentorIds, menteeIds } of records)
    for (const mentor of mentorIds)
      for (const mentee of menteeIds) {
        know(mentor, mentee);
        know(mentee, mentor);
      }
  return partners;
}

async function placesLeft(tx: Reader, programId: string): Promise<Map<string, number>> {
  const left = new Map<string, number>();
  let after: string | undefined;
  do {
    const step = await tx.find(places, {
      where: { scope: programId },
      order: '+personId',
      after,
      limit: STEP,
    });
    for (const pot of step.items) left.set(pot.personId, pot.left);
    after = step.next;
  } while (after !== undefined);
  return left;
}

/** Those above the people in the reporting line who are not among them: they only complete the lines. */
async function managersOf(tx: Reader, pool: readonly Participant[]): Promise<Participant[]> {
  const known = new Set(pool.map((person) => person.id));
  const above: Participant[] = [];
  let next = pool.map((person) => person.managerId);
  for (let step = 0; step < LONGEST; step++) {
    const ids = [...new Set(next)].filter((id) => typeof id === 'string').filter((id) => !known.has(id));
    if (ids.length === 0) break;
    const found = await tx.getMany(people, ids);
    for (const { id, managerId } of found) {
      known.add(id);
      above.push({ id, roles: [], ...(managerId !== undefined && { managerId }) });
    }
    next = found.map((person) => person.managerId);
  }
  return above;
}
