import { PersonRef, UnitRef } from '../../people/model.js';
import { id, text, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Day, Direction, MentorshipKind, Side } from './kinds.js';

/** Where a program stands. An evergreen one enrolls while it runs. */
export const PROGRAM_STATES = [
  'draft',
  'enrolling',
  'matching',
  'running',
  'wrappingUp',
  'closed',
  'archived',
  'canceled',
] as const;
export const ProgramState = z.enum(PROGRAM_STATES);
export type ProgramState = z.output<typeof ProgramState>;

/** A cohort begins and ends together; an evergreen program takes people in at any time. */
export const ProgramForm = z.enum(['cohort', 'evergreen']);

/** A planned meeting of every pair, and how many days after the beginning it should have been. */
export const PlanStep = z.strictObject({
  title: text(120),
  agenda: text(2000),
  dueAfterDays: z.int().min(0).max(1000),
});

/** Something to read and to attest before, or while, taking part. */
export const TrainingModule = z.strictObject({
  id,
  title: text(120),
  body: text(10_000),
  minutes: z.int().min(1).max(600),
  /** Whom it is for. */
  side: z.enum(['mentor', 'mentee', 'both']),
});
export type TrainingModule = z.output<typeof TrainingModule>;

/** The wishes that a match run weighs, in words that a manager reads. */
export const WISHES = [
  'wantedSkill',
  'evidencedSkill',
  'goalOverlap',
  'gradeGap',
  'timeOverlap',
  'otherDepartment',
  'sharedLanguage',
  'location',
  'preference',
  'freshPartner',
] as const;
export const Wish = z.enum(WISHES);

/** What a match run must obey and what it weighs. Own line, blocked pairs and capacity always hold. */
export const MatchRules = z.strictObject({
  /** The most hours between the two clocks; null for any. */
  maxHoursApart: z.number().min(0).max(24).nullable().default(null),
  /** They must have a language in common. */
  commonLanguage: z.boolean().default(false),
  /** People of one team are not matched. */
  otherTeam: z.boolean().default(false),
  /** How many grades the mentor is above the mentee at least; in a reverse program below. Null for any. */
  minGradeGap: z.int().min(0).max(20).nullable().default(null),
  maxGradeGap: z.int().min(0).max(20).nullable().default(null),
  /** Partners of an earlier mentorship are not matched again. */
  newPartners: z.boolean().default(false),
  /** What makes a match better, and how much it counts against the others; the sum is made 100 %. */
  wishes: z
    .array(z.strictObject({ wish: Wish, weight: z.int().min(0).max(100) }))
    .max(WISHES.length)
    .default([
      { wish: 'wantedSkill', weight: 45 },
      { wish: 'evidencedSkill', weight: 10 },
      { wish: 'gradeGap', weight: 15 },
      { wish: 'timeOverlap', weight: 10 },
      { wish: 'sharedLanguage', weight: 10 },
      { wish: 'otherDepartment', weight: 10 },
    ]),
  /** Participation: match as many as possible, then the best scores. Score: leave out who would match badly. */
  goal: z.enum(['participation', 'score']).default('participation'),
  /** With goal `score`: pairs below this percentage are not made. */
  minScore: z.int().min(0).max(100).default(0),
  /** Raise the worst match first. */
  fair: z.boolean().default(false),
});
export type MatchRules = z.output<typeof MatchRules>;

/** Who may enroll; an empty list asks nothing. */
export const Eligibility = z.strictObject({
  departments: z.array(id).max(100).default([]),
  locations: z.array(text(200)).max(100).default([]),
});

/** The dates of a program, as days in the organization's zone. */
export const Timeline = z.strictObject({
  enrollFrom: Day.optional(),
  enrollUntil: Day.optional(),
  startsOn: Day.optional(),
  endsOn: Day.optional(),
});

/** A program as its manager writes it. */
export const ProgramDraft = z.strictObject({
  name: text(120),
  purpose: text(2000),
  objectives: z.array(text(300)).max(20).default([]),
  /** How one will know that it worked. */
  outcomes: z.array(text(300)).max(20).default([]),
  kind: MentorshipKind.default('mentoring'),
  direction: Direction.default('forward'),
  form: ProgramForm.default('cohort'),
  /** What each side is asked to do. */
  guides: z.strictObject({ mentor: text(5000), mentee: text(5000) }),
  /** What both sign before their first session counts. */
  agreement: text(5000),
  plan: z.array(PlanStep).max(50).default([]),
  /** Days between sessions, and days without one after which a pair is called stalled. */
  cadenceDays: z.int().min(1).max(120).default(21),
  stalledAfterDays: z.int().min(1).max(365).default(21),
  eligibility: Eligibility.prefault({}),
  timeline: Timeline.prefault({}),
  /** Mentees per mentor when an enrollment says nothing. */
  capacityDefault: z.int().min(1).max(50).default(1),
  training: z
    .strictObject({
      /** Who has not attested every module of their side is not matched. */
      gate: z.boolean().default(false),
      modules: z.array(TrainingModule).max(50).default([]),
    })
    .prefault({}),
  rules: MatchRules.prefault({}),
  /** Managers of people may know that these take part. Said to everyone before they enroll. */
  visibleToManagers: z.boolean().default(false),
  /** People who run it besides its maker. */
  managers: z.array(id).max(20).default([]),
});
export type ProgramDraft = z.output<typeof ProgramDraft>;

/** What those who run a program can do with it as a whole, in the order of its life. */
export const PROGRAM_MOVES = [
  'openEnrollment',
  'startMatching',
  'launch',
  'wrapUp',
  'closeProgram',
  'archiveProgram',
  'cancelProgram',
] as const;

/** A program as everyone in the organization may read it once it is published. */
export const Program = ProgramDraft.omit({ managers: true, rules: true, eligibility: true }).extend({
  id,
  state: ProgramState,
  managers: z.array(PersonRef),
  /** In words for those who think of enrolling. */
  eligibility: z.object({
    departments: z.array(UnitRef),
    locations: z.array(z.string()),
  }),
  /** Only for those who run it. */
  rules: MatchRules.optional(),
  /** What the caller may do now. */
  may: z.object({
    enroll: z.array(Side),
    manage: z.boolean(),
    /** Whether pairs can be made now. */
    match: z.boolean(),
    /** The moves that the caller can make now. */
    moves: z.array(z.enum(PROGRAM_MOVES)),
  }),
  /** Why the caller may not enroll: stable words such as `program.notEligible`. */
  mayNot: z.string().optional(),
  createdAt: time,
});
export type Program = z.output<typeof Program>;

/** A program as stored. */
export interface ProgramRecord extends Omit<ProgramDraft, 'managers'> {
  id: string;
  state: ProgramState;
  managerIds: string[];
  sortName: string;
  createdAt: string;
  /** When it entered each state, as ISO times. */
  since: Partial<Record<ProgramState, string>>;
}

export const programs = collection<ProgramRecord>({
  name: 'mentoring_programs',
  indexes: [
    ['state', 'sortName'],
    ['managerIds', 'sortName'],
  ],
  arrays: ['managerIds'],
});

/** A module that somebody says they have done; the id is made of program, module and person. */
export interface AttestationRecord {
  id: string;
  programId: string;
  moduleId: string;
  personId: string;
  at: string;
}

export const attestations = collection<AttestationRecord>({
  name: 'mentoring_attestations',
  indexes: [
    ['programId', 'personId', 'at'],
    ['programId', 'at'],
  ],
});
