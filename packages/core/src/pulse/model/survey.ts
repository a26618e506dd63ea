import { Question } from '../../answers/question.js';
import { PersonRef, UnitRef } from '../../people/model.js';
import { id, text, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Attribute, Day, PulseMode } from './kinds.js';

/** Where a survey stands. `running`: it was opened, and further waves may follow. */
export const SURVEY_STATES = ['draft', 'running', 'ended', 'canceled'] as const;
export const SurveyState = z.enum(SURVEY_STATES);
export type SurveyState = z.output<typeof SurveyState>;

/** Whom a survey or a board is for. `reports`: those who report to one person, which is that manager's team. */
export const AudienceDraft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('units'), unitIds: z.array(id).min(1).max(100) }),
  z.strictObject({ kind: z.literal('reports'), managerId: id }),
]);
export type AudienceDraft = z.output<typeof AudienceDraft>;

/** An audience with names. */
export const AudienceView = z.object({
  kind: z.enum(['everyone', 'units', 'reports']),
  units: z.array(UnitRef),
  manager: PersonRef.optional(),
});
export type AudienceView = z.output<typeof AudienceView>;

/** The groups for which there will be figures. Nothing else is ever computed. */
export const PlanDraft = z.strictObject({
  attributes: z.array(Attribute).max(4).default([]),
  /** Everybody below each manager is a group. */
  hierarchy: z.boolean().default(false),
  /** Pairs of attributes that are crossed. */
  crossings: z
    .array(z.tuple([Attribute, Attribute]))
    .max(6)
    .default([]),
});
export type PlanDraft = z.output<typeof PlanDraft>;

/** Who reads the results besides the one who asks. All of it is said before the first question. */
export const ReadersDraft = z.strictObject({
  /** These people read the whole and every group. */
  people: z.array(id).max(20).default([]),
  /** Holders of these roles read the whole and every group. */
  roles: z
    .array(z.enum(['hrAdmin', 'analyst']))
    .max(2)
    .default(['hrAdmin', 'analyst']),
  /** Managers read the group of everybody below them, and no words. */
  managers: z.boolean().default(false),
  /** Those who were asked read the whole and the groups of their own teams, and no words. */
  members: z.boolean().default(false),
});
export type ReadersDraft = z.output<typeof ReadersDraft>;

/** How often it is asked. Without `everyWeeks` it is asked when somebody opens a wave. */
export const Cadence = z
  .strictObject({
    everyWeeks: z.int().min(1).max(52).optional(),
    /** How many days a wave is open, the day of the opening included. */
    openDays: z.int().min(1).max(60).default(7),
  })
  .refine(({ everyWeeks, openDays }) => everyWeeks === undefined || openDays < everyWeeks * 7, {
    path: ['openDays'],
    message: 'A wave must be closed before the next one opens.',
  });
export type Cadence = z.output<typeof Cadence>;

/** What a survey asks: the built-in form on psychological safety, or questions of its own. */
export const FormDraft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('safety') }),
  z.strictObject({ kind: z.literal('own'), questions: z.array(Question).min(1).max(50) }),
]);
export type FormDraft = z.output<typeof FormDraft>;

/** A survey as the one who asks writes it. From the first wave on it is frozen; each wave freezes its roster. */
export const SurveyDraft = z.strictObject({
  title: text(120),
  purpose: text(2000),
  form: FormDraft.default({ kind: 'safety' }),
  mode: PulseMode.default('confidential'),
  /** Answers of a group for a figure. */
  k: z.int().min(4).max(20).default(5),
  /** Answers of an audience before its words are shown; three of them must have written. */
  kText: z.int().min(10).max(100).default(10),
  /**
   * How many of those who answer, at most, the figures withstand when they tell each other, or a reader, what they
   * answered. Each needs one more answer in every group. Where those who are asked read, 0 counts as 1.
   */
  colluders: z.literal([0, 1, 2]).default(0),
  audience: AudienceDraft,
  plan: PlanDraft.prefault({}),
  readers: ReadersDraft.prefault({}),
  cadence: Cadence.prefault({}),
});
export type SurveyDraft = z.output<typeof SurveyDraft>;

/** Who reads, as it is said to those who are asked. */
export const Readers = z.object({
  /** Who asks: reads the whole, every group, and the words. */
  asker: PersonRef.optional(),
  people: z.array(PersonRef),
  roles: z.array(z.enum(['hrAdmin', 'analyst'])),
  managers: z.boolean(),
  members: z.boolean(),
});
export type Readers = z.output<typeof Readers>;

/** What can be done with a survey as a whole. */
export const SURVEY_MOVES = ['updateSurvey', 'openWave', 'closeWave', 'cancelSurvey'] as const;
export const SurveyMove = z.enum(SURVEY_MOVES);
export type SurveyMove = z.output<typeof SurveyMove>;

/**
 * A survey as those read it who ask it or read its results. Who reads only some groups gets what was said before the
 * first question: no terms of the asker's, and no word of waves that are not theirs.
 */
export const Survey = z.object({
  id,
  title: z.string(),
  purpose: z.string(),
  state: SurveyState,
  form: z.enum(['safety', 'own']),
  questionCount: z.int(),
  mode: PulseMode,
  k: z.int(),
  kText: z.int(),
  readers: Readers,
  colluders: z.literal([0, 1, 2]).optional(),
  audience: AudienceView.optional(),
  plan: PlanDraft.optional(),
  cadence: z.object({ everyWeeks: z.int().optional(), openDays: z.int() }).optional(),
  /** How many waves were opened. */
  waves: z.int().optional(),
  /** The wave that is open now. */
  openWaveId: id.optional(),
  /** The latest wave whose results are there for the caller. */
  releasedWaveId: id.optional(),
  /** The day on which the next wave opens by itself. */
  nextOn: Day.optional(),
  /** Somebody wants to open it and a second person must agree, by opening it too. */
  awaits: z.object({ by: PersonRef, at: time }).optional(),
  createdAt: time.optional(),
  /** For those who may change it: as it was written. */
  draft: SurveyDraft.optional(),
  may: z.object({ manage: z.boolean(), read: z.boolean(), moves: z.array(SurveyMove) }),
});
export type Survey = z.output<typeof Survey>;

/** A survey as stored. */
export interface SurveyRecord extends SurveyDraft {
  id: string;
  state: SurveyState;
  askerId: string;
  /** HR asks it, so that all of HR runs it. */
  byHr: boolean;
  waves: number;
  openWaveId?: string;
  /** The latest wave that was closed: the next one is compared with it. */
  closedWaveId?: string;
  releasedWaveId?: string;
  /** The day on which the next wave opens by itself. */
  nextOn?: string;
  awaits?: { byId: string; at: string };
  createdAt: string;
}

export const surveys = collection<SurveyRecord>({
  name: 'pulse_surveys',
  indexes: [['createdAt'], ['state', 'createdAt'], ['askerId', 'createdAt'], ['nextOn']],
});
