import type { Enrollment, EnrollmentDraft, Program } from '@guildhall/core';
import { Drafts } from '../internal/drafts.js';
import type { Failure } from '../internal/failure.js';
import type { Picked } from '../parts/person-search.js';

/** Something that somebody wants to learn, as its editor holds it. */
export interface TopicWriting {
  skill: string;
  level: 'learning' | 'working' | 'strong' | 'teaching';
}

/** An application while it is written: every field as its control holds it. */
export interface EnrollWriting {
  mentor: boolean;
  mentee: boolean;
  capacity: string;
  topics: readonly TopicWriting[];
  why: string;
  preferences: readonly Picked[];
  notWith: readonly Picked[];
}

/** Where something can be wrong; `send` is the form as a whole. */
export type EnrollPlace = 'sides' | Exclude<keyof EnrollWriting, 'mentor' | 'mentee'> | 'send';

const WHY_MAX = 2000;
const MOST_MENTEES = 50;

/** What tells the draft of an application from other drafts. */
export function enrollFormName(programId: string): string {
  return `enroll ${programId}`;
}

/** Whether the viewer has begun to write an application in this browser. */
export function isEnrollBegun(name: string, viewerId: string): boolean {
  const isSomething = (value: unknown): value is object => typeof value === 'object' && value !== null;
  return new Drafts(name, isSomething).read(viewerId) !== undefined;
}

/** The form as it begins: what was said before, else nothing, with the one side that is open to the viewer. */
export function writingOf(program: Program, said: Enrollment | undefined): EnrollWriting {
  const sides = said && said.state !== 'withdrawn' ? said.sides : [];
  const only = program.may.enroll.length === 1 ? program.may.enroll : [];
  const people = (refs: Enrollment['preferences'] = []) =>
    refs.map(({ id, name }): Picked => ({ id, name, kind: 'person' }));
  return {
    mentor: [...sides, ...only].includes('mentor'),
    mentee: [...sides, ...only].includes('mentee'),
    capacity: String(said?.capacity ?? program.capacityDefault),
    topics: said?.topics.map(({ skill, level }) => ({ skill: skill.name, level })) ?? [],
    why: said?.why ?? '',
    preferences: people(said?.preferences),
    notWith: people(said?.notWith),
  };
}

/** The application as the server takes it. */
export function enrollDraftOf(programId: string, writing: EnrollWriting): EnrollmentDraft {
  const { mentor, mentee, capacity, topics, why, preferences, notWith } = writing;
  return {
    programId,
    sides: [...(mentor ? ['mentor' as const] : []), ...(mentee ? ['mentee' as const] : [])],
    ...(mentor && { capacity: Number(capacity) }),
    topics: mentee ? topics.map((topic) => ({ ...topic })) : [],
    ...(why.trim() && { why: why.trim() }),
    preferences: preferences.map(({ id }) => id),
    notWith: notWith.map(({ id }) => id),
  };
}

/** What must be mended before sending, by place. The server looks again. */
export function enrollProblems(
  { mentor, mentee, capacity, why, preferences, notWith }: EnrollWriting,
  needs: { needSide: string; needCapacity: string; tooLong: string; both: string },
): Partial<Record<EnrollPlace, string>> {
  const places = Number(capacity);
  const isCount = Number.isInteger(places) && places >= 1 && places <= MOST_MENTEES;
  return {
    ...(!mentor && !mentee && { sides: needs.needSide }),
    ...(mentor && !isCount && { capacity: needs.needCapacity }),
    ...([...why].length > WHY_MAX && { why: needs.tooLong }),
    ...(notWith.some(({ id }) => preferences.some((one) => one.id === id)) && { notWith: needs.both }),
  };
}

const placeOfReason: Partial<Record<string, EnrollPlace>> = {
  'mentor.capacityInUse': 'capacity',
  'person.unknown': 'preferences',
};

/** The field that a refusal is about. */
export function enrollPlaceOf({ reason, fields = [] }: Failure): EnrollPlace {
  const places = ['sides', 'capacity', 'topics', 'why', 'preferences', 'notWith'] as const;
  const named = fields.map(({ path }) => path.split('.')[0]);
  return places.find((place) => named.includes(place)) ?? placeOfReason[reason] ?? 'send';
}
