import { Level, PersonRef, UnitRef } from '../../people/model.js';
import { id, text, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Side } from './kinds.js';

export const EnrollmentState = z.enum([
  'applied',
  'accepted',
  'waitlisted',
  'declined',
  'matched',
  'completed',
  'withdrawn',
]);
export type EnrollmentState = z.output<typeof EnrollmentState>;

/** What a mentee wants to get better at, by name; the catalog grows by itself. */
export const Topic = z.strictObject({ skill: text(80), level: Level.default('working') });

/** What a person says when they enroll. */
export const EnrollmentDraft = z.strictObject({
  programId: id,
  /** One side or both: a person may teach one thing and learn another. */
  sides: z.array(Side).min(1, 'Choose at least one side.').max(2),
  /** Mentees at the same time; the program's own number when left out. */
  capacity: z.int().min(1).max(50).optional(),
  /** What the mentee side wants to learn, most wanted first. */
  topics: z.array(Topic).max(10).default([]),
  /** What is hoped for, in the person's words. */
  why: text(2000).optional(),
  /** People the person would like to be matched with, most wanted first. Nobody else ever sees the list. */
  preferences: z.array(id).max(20).default([]),
  /** People the person will not be matched with. Nobody ever sees it. */
  notWith: z.array(id).max(50).default([]),
});
export type EnrollmentDraft = z.output<typeof EnrollmentDraft>;

/** An enrollment as the person and those who run the program read it. */
export const Enrollment = z.object({
  id,
  programId: id,
  program: UnitRef,
  person: PersonRef,
  sides: z.array(Side),
  capacity: z.int(),
  topics: z.array(z.object({ skill: UnitRef, level: Level })),
  why: z.string().optional(),
  /** The person's own to read. */
  preferences: z.array(PersonRef).optional(),
  notWith: z.array(PersonRef).optional(),
  state: EnrollmentState,
  /** How many modules of the person's sides are attested; `required`: nobody is matched before all are. */
  training: z.object({ done: z.int(), of: z.int(), required: z.boolean() }),
  /** When it was last written. */
  at: time,
  /** What the caller may do now. */
  may: z.object({ change: z.boolean(), withdraw: z.boolean(), decide: z.boolean() }),
});
export type Enrollment = z.output<typeof Enrollment>;

export interface EnrollmentRecord {
  id: string;
  programId: string;
  personId: string;
  sides: ('mentor' | 'mentee')[];
  capacity: number;
  topics: { skillId: string; level: z.output<typeof Level> }[];
  why?: string;
  preferences: string[];
  notWith: string[];
  state: EnrollmentState;
  at: string;
}

export const enrollments = collection<EnrollmentRecord>({
  name: 'mentoring_enrollments',
  indexes: [
    ['programId', 'at'],
    ['programId', 'state', 'at'],
    ['programId', 'personId', 'at'],
    ['personId', 'at'],
  ],
  unique: [['programId', 'personId']],
});
