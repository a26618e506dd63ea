import { Answers, Question } from '../../answers/question.js';
import type { Colluders, Group } from '../../release/model.js';
import { id, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Day, Language, PulseMode } from './kinds.js';
import { Readers, SurveyMove, type AudienceDraft, type PlanDraft, type ReadersDraft } from './survey.js';

/** Where a wave stands. `releasing`: closed, and its results are being computed. */
export const WAVE_STATES = ['open', 'releasing', 'released', 'canceled'] as const;
export const WaveState = z.enum(WAVE_STATES);
export type WaveState = z.output<typeof WaveState>;

/** One sending of a survey, as those read it who ask or read the results. */
export const Wave = z.object({
  id,
  surveyId: id,
  title: z.string(),
  /** From 1. */
  number: z.int(),
  state: WaveState,
  openedOn: Day,
  /** The last day on which it can be answered. */
  closesOn: Day,
  closedOn: Day.optional(),
  form: z.enum(['safety', 'own']),
  mode: PulseMode,
  k: z.int(),
  kText: z.int(),
  readers: Readers,
  /** Fewer were asked than figures need, with those who may pool what they know: there will be none, and the guide is what helps. */
  tooSmall: z.boolean(),
  /** About how many have answered: those of former days, rounded down to 5; absent under 10. */
  answered: z.int().optional(),
  /** Why the results could not be computed, when it was tried and failed. */
  releaseFailed: z.string().optional(),
  /** Of all results, as SHA-256 in hex. */
  hash: z.string().optional(),
  may: z.object({
    /** The whole may be asked for. */
    readAll: z.boolean(),
    /** Some group may be asked for. */
    readGroups: z.boolean(),
    readWords: z.boolean(),
    /** Writers who left a door open can be answered. */
    reply: z.boolean(),
    moves: z.array(SurveyMove),
  }),
});
export type Wave = z.output<typeof Wave>;

/** Where the caller's own answers stand. Nobody else is told. */
export const TaskState = z.enum(['open', 'answered']);

/** A wave that the caller is asked to answer, with all that is said before the first question. */
export const PulseTask = z.object({
  waveId: id,
  title: z.string(),
  purpose: z.string(),
  form: z.enum(['safety', 'own']),
  number: z.int(),
  state: TaskState,
  closesOn: Day,
  questionCount: z.int(),
  mode: PulseMode,
  k: z.int(),
  kText: z.int(),
  readers: Readers,
});
export type PulseTask = z.output<typeof PulseTask>;

/** The questions of a wave for the caller. */
export const PulseForm = PulseTask.extend({
  /** The language of the built-in form. */
  language: Language,
  questions: z.array(Question),
  /** Texts can carry a `threadHash`, so that their writer can be answered. */
  threads: z.boolean(),
  /** What the server keeps of an unfinished form; confidential waves only. */
  draft: Answers.optional(),
});
export type PulseForm = z.output<typeof PulseForm>;

/** One person's own receipt, made in the page: needed for sealed waves, ignored in others. */
export const Receipt = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'A receipt has 32 characters from 0-9 and a-f.')
  .optional();

/** A wave as stored. Its id is that of its round of answers. Everything but its state is frozen. */
export interface WaveRecord {
  id: string;
  surveyId: string;
  askerId: string;
  title: string;
  purpose: string;
  number: number;
  state: WaveState;
  form: 'safety' | 'own';
  /** Those of a form of its own; empty for the built-in one. */
  questions: Question[];
  mode: PulseMode;
  k: number;
  kText: number;
  audience: AudienceDraft;
  plan: PlanDraft;
  readers: ReadersDraft;
  /** HR asks it, so that all of HR runs it. */
  byHr: boolean;
  /** Somebody who was asked reads: the figures are made for that. */
  readersAsked: boolean;
  /** How many who pool what they know the figures withstand: each needs one more answer. */
  colluders: Colluders;
  groups: GroupOfWave[];
  invited: number;
  openedOn: string;
  openedAt: string;
  /**
   * Waves with the same questions and audience, of whatever survey, make one line: each is compared with the one before
   * it, so that asking by a new survey does not tell who came or went.
   */
  line: string;
  closesOn: string;
  closedOn?: string;
  releaseFailed?: string;
  hash?: string;
  /** The day on which something is due: the reminder, then the close; absent once it is closed. */
  dueOn?: string;
  /** While people are being reminded: those up to here were. */
  remindAfter?: string;
  /** People were reminded, or will not be. */
  reminded: boolean;
}

/** A group of the plan with what names it, for readers. */
export interface GroupOfWave extends Group {
  /** What it is made of: `department` and the unit's id, `location` and its name, `below` and the person's id. */
  of: { by: string; value: string }[];
  /** The label on the day of the opening. */
  label: string;
}

export const waves = collection<WaveRecord>({
  name: 'pulse_waves',
  indexes: [['surveyId', 'number'], ['line', 'openedAt'], ['dueOn']],
  numbers: ['number'],
});

/** Who was asked in a wave; its id is that of the wave. */
export interface RosterRecord {
  id: string;
  personIds: string[];
  /** By person: the groups of their own teams; empty unless those who were asked read. */
  ownGroups: Record<string, string[]>;
}

/** That the results of a wave are there for somebody who reads some of its groups. */
export interface PromiseRecord {
  id: string;
  personId: string;
  surveyId: string;
  waveId: string;
  /** Of the wave. */
  number: number;
}

export const promises = collection<PromiseRecord>({ name: 'pulse_promises', indexes: [['personId', 'id']] });

export const rosters = collection<RosterRecord>({ name: 'pulse_rosters', indexes: [] });
