import { Mode } from '../../answers/question.js';
import { PersonRef } from '../../people/model.js';
import { id, text, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { CycleState, Day, Direction, Reader } from './kinds.js';
import type { TemplateDraft } from './template.js';

/** A template and, when a certain one is meant, its version; else the newest at the launch. */
const TemplateChoice = z.strictObject({ templateId: id, version: z.int().min(1).optional() });

/** How many reviewers a subject should have at least, and may have at most, in one direction. */
export const Amount = z.strictObject({ min: z.int().min(0).max(30), max: z.int().min(1).max(30) });
export type Amount = z.output<typeof Amount>;

/** The least numbers of people for figures and for texts. */
export const CycleThresholds = z.strictObject({
  /** Answers of one relation before anything of it is shown. */
  k360: z.int().min(3).max(10).default(3),
  /** Answers of one shown class before its texts are; three of them must have written. */
  kText: z.int().min(5).max(50).default(10),
});

/** Who may read a report after the release. What others read, the subject reads too. */
export const CycleVisibility = z.strictObject({
  subject: z.boolean().default(true),
  manager: z.boolean().default(false),
  skipManager: z.boolean().default(false),
  hr: z.boolean().default(false),
});
export type CycleVisibility = z.output<typeof CycleVisibility>;

/** The days of a cycle; each ends at midnight in the organization's zone. */
export const CycleDates = z.strictObject({
  nominateBy: Day,
  answerBy: Day,
  /** The day on which it is released by itself, unless HR released it before or a calibration is open. */
  releaseOn: Day.optional(),
});

/** A review cycle as HR writes it. All of it is frozen at the launch. */
export const CycleDraft = z.strictObject({
  name: text(120),
  purpose: text(2000),
  /** How the answers of peers, reports and external people are kept. Those of subject and manager carry names. */
  mode: Mode.default('confidential'),
  /** One for each direction of the cycle; directions without one are not asked. */
  templateByDirection: z.partialRecord(Direction, TemplateChoice),
  /** The people who are reviewed. */
  subjects: z.array(id).min(1).max(1000),
  /** Who proposes reviewers. HR always may. */
  nominationMode: z.enum(['hr', 'manager', 'subject']).default('subject'),
  /** For peers, reports and external people. Left out: from none to ten. */
  amounts: z.partialRecord(z.enum(['peer', 'upward', 'external']), Amount).default({}),
  /** Who approves what was proposed; HR always may. */
  approval: z.enum(['none', 'manager', 'hr']).default('manager'),
  thresholds: CycleThresholds.prefault({}),
  visibility: CycleVisibility.prefault({}),
  dates: CycleDates,
});
export type CycleDraft = z.output<typeof CycleDraft>;

/** What HR can do with a cycle as a whole, in the order of its life. */
export const CYCLE_MOVES = [
  'updateCycle',
  'launch',
  'startApproving',
  'startCollecting',
  'extend',
  'remind',
  'close',
  'calibrate',
  'release',
  'finish',
  'cancelCycle',
  'copyCycle',
  'exportCycle',
] as const;
export const CycleMove = z.enum(CYCLE_MOVES);
export type CycleMove = z.output<typeof CycleMove>;

/** A reader as people are told of it before they answer. */
export const NamedReader = z.object({
  who: Reader,
  /** Who that is, where it is one person and a certain subject is meant. */
  person: PersonRef.optional(),
});
export type NamedReader = z.output<typeof NamedReader>;

/** A cycle as those who take part in it, and HR, read it. */
export const Cycle = CycleDraft.omit({ subjects: true, templateByDirection: true }).extend({
  id,
  state: CycleState,
  /** What is asked of whom, in the order of the directions. */
  templates: z.array(
    z.object({
      direction: Direction,
      templateId: id,
      /** Absent while the newest at the launch is meant. */
      version: z.int().optional(),
      name: z.string(),
    }),
  ),
  subjectCount: z.int(),
  /** Who reads the reports. */
  readers: z.array(Reader),
  /** Comments come in one shuffled order, never by person. Always. */
  shuffle: z.literal(true),
  /** Somebody wants to launch it and a second person must agree. */
  awaits: z.object({ by: PersonRef, at: time }).optional(),
  /** Why the release could not be computed, when it was tried and failed. */
  releaseFailed: z.string().optional(),
  /** When it entered each state, as times. */
  since: z.partialRecord(CycleState, time),
  /** For HR: as it was written, to go on from. */
  draft: CycleDraft.optional(),
  may: z.object({
    manage: z.boolean(),
    /** The moves that the caller can make now. */
    moves: z.array(CycleMove),
    /** Propose reviewers, for the caller or for people who report to the caller; later in place of one who declined. */
    nominate: z.boolean(),
    /** Approve what was proposed for people who report to the caller, or for all. */
    approve: z.boolean(),
  }),
});
export type Cycle = z.output<typeof Cycle>;

/** A cycle as stored. */
export interface CycleRecord extends CycleDraft {
  id: string;
  state: CycleState;
  createdById: string;
  createdAt: string;
  since: Partial<Record<CycleState, string>>;
  /** Who launched it without another person's agreement. */
  launchedAloneById?: string;
  /** Who wants to launch it, where a second person must agree. */
  awaits?: { byId: string; at: string };
  releaseFailed?: string;
  /** The last day on which anybody may answer: the deadline, or the latest that somebody was given. */
  closesOn: string;
  /**
   * Somebody was given longer than the others: after this day, the last one of all others then, it is no more said about
   * how many have answered. Who changes that figure would be known.
   */
  figureUntil?: string;
  /** When something is to be done without being asked: reminders, the close, the release, telling people. */
  dueAt?: string;
  /** How many of the two reminders of this collection were sent. */
  reminders: number;
  /** The day on which HR last had people reminded. */
  remindedOn?: string;
  /** While people are still to be told: of what, and behind whom to go on. */
  telling?: { what: 'nominate' | 'start' | 'release'; after?: string };
  /** While something is still to be deleted: unfinished forms, or in a cycle that was called off all that was answered. */
  cleaning?: 'drafts' | 'round';
}

export const cycles = collection<CycleRecord>({
  name: 'review_cycles',
  indexes: [['createdAt'], ['state', 'createdAt'], ['dueAt']],
});

/** What is asked in a cycle, by direction, as it was at the launch. */
export interface FrozenForms {
  /** The cycle's. */
  id: string;
  forms: Partial<Record<z.output<typeof Direction>, TemplateDraft & { templateId: string; version: number }>>;
}

export const frozenForms = collection<FrozenForms>({ name: 'review_frozen_forms', indexes: [] });

/** A subject of a launched cycle with those who count as whose, as it was at the launch; id: cycle and person. */
export interface SubjectRecord {
  id: string;
  cycleId: string;
  subjectId: string;
  sortName: string;
  managerId?: string;
  skipManagerId?: string;
  reportIds: string[];
  launchedAt: string;
  acknowledgedAt?: string;
  contests: ContestRecord[];
}

/** A factual point that a subject contests in the report, and the answer. */
export interface ContestRecord {
  id: string;
  questionId?: string;
  text: string;
  at: string;
  answer?: { text: string; byId: string; at: string };
}

export const subjects = collection<SubjectRecord>({
  name: 'review_subjects',
  indexes: [
    ['cycleId', 'sortName'],
    ['subjectId', 'launchedAt'],
    ['managerId', 'launchedAt'],
    ['skipManagerId', 'launchedAt'],
  ],
});

/** One subject of a cycle as the board shows it. */
export const CycleSubject = z.object({
  subject: PersonRef,
  manager: PersonRef.optional(),
  /** By direction: how many reviewers stand, how many wait for approval, and what the cycle asks for. */
  reviewers: z.array(
    z.object({
      direction: Direction,
      standing: z.int(),
      proposed: z.int(),
      declined: z.int(),
      min: z.int(),
      max: z.int(),
      /** Fewer than five stand: a single one who does not answer may hide all. Nameless directions only. */
      few: z.boolean(),
    }),
  ),
});
export type CycleSubject = z.output<typeof CycleSubject>;
