import { Answers, Mode, Question } from '../answers/question.js';
import { FoundMentor } from '../mentoring/model/offer.js';
import { PersonRef, UnitRef } from '../people/model.js';
import { ReportClass } from '../reviews/model/report.js';
import { id, text, time, z } from '../schema.js';
import { collection } from '../store/store.js';

/** Where an area stands. */
export const AREA_STATES = ['open', 'done', 'dropped'] as const;
export const AreaState = z.enum(AREA_STATES);
export type AreaState = z.output<typeof AreaState>;

/** What of a released report an area is made from: a skill by name, or a question. */
export const GapChoice = z.strictObject({
  cycleId: id,
  skill: text(80).optional(),
  questionId: id.optional(),
  /** Where to get to, on the scale of the report. Left out: a quarter of the scale further. */
  to: z.number().optional(),
});

/** What the person wants to do about it. */
const plan = text(2000);

/** What its owner changes; fields left out stay as they are. */
export const AreaChange = z.strictObject({
  id,
  to: z.number().optional(),
  /** null empties it. */
  plan: plan.nullable().optional(),
  state: z.enum(['open', 'done']).optional(),
});

/** A growth area as its owner, and nobody else, reads it. */
export const GrowthArea = z.object({
  id,
  /** The skill of the catalog, where it is one. */
  skill: UnitRef.optional(),
  /** What it is called: the skill by name, or the words of the question. */
  label: z.string(),
  /** How the others saw it in the report, and where to get to. */
  from: z.number(),
  to: z.number(),
  /** The ends of the scale. */
  min: z.number(),
  max: z.number(),
  source: z.object({ cycleId: id, cycle: z.string(), measureId: z.string() }),
  plan: z.string().optional(),
  state: AreaState,
  at: time,
  changedAt: time,
  /** Where the newest question to the raters stands. */
  asked: z.enum(['collecting', 'releasing', 'released']).optional(),
  may: z.object({ change: z.boolean(), askRaters: z.boolean() }),
});
export type GrowthArea = z.output<typeof GrowthArea>;

/** The one mentor that is suggested; absent where nobody can be asked. The reasons are with the mentor. */
export const Suggestion = z.object({ mentor: FoundMentor.optional() });

/** What a rater is asked: nameless, and about whom. */
export const GrowthTask = z.object({
  id,
  subject: PersonRef,
  /** What the subject works on. */
  label: z.string(),
  mode: Mode.exclude(['named']),
  /** So many of a relation must answer before anything of it is shown; so many of one shown class before words are. */
  k: z.int(),
  kText: z.int(),
  /** The subject alone reads it. */
  readers: z.array(PersonRef),
  /** The last day to answer. */
  answerBy: z.iso.date(),
  questions: z.array(Question),
  answered: z.boolean(),
});
export type GrowthTask = z.output<typeof GrowthTask>;

/** What the raters noticed. Before the release there are no classes, as where too few have answered. */
export const Noticed = z.object({
  state: z.enum(['none', 'collecting', 'releasing', 'released']),
  askedAt: time.optional(),
  answerBy: z.iso.date().optional(),
  releasedAt: time.optional(),
  k: z.int().optional(),
  questions: z.array(Question),
  classes: z.array(ReportClass),
  all: ReportClass.optional(),
  /** SHA-256 of the release. */
  hash: z.string().optional(),
});
export type Noticed = z.output<typeof Noticed>;

/** 128 random bits in hex that the page makes and keeps: for panels that are sealed. */
export const Receipt = z.string().regex(/^[0-9a-f]{32}$/, 'A receipt is 32 hexadecimal digits.');
export { Answers as GrowthAnswers };

/** An area as stored. */
export interface AreaRecord {
  id: string;
  personId: string;
  skillId?: string;
  label: string;
  from: number;
  to: number;
  min: number;
  max: number;
  cycleId: string;
  measureId: string;
  plan?: string;
  state: AreaState;
  at: string;
  changedAt: string;
  /** Person, cycle and measure while it is open: a gap makes one area. */
  live?: string;
}

export const areas = collection<AreaRecord>({
  name: 'growth_areas',
  indexes: [
    ['personId', 'at'],
    ['personId', 'state', 'at'],
  ],
  unique: [['live']],
});

/** Where a question to the raters stands. */
export type PanelState = 'collecting' | 'releasing' | 'released' | 'canceled';

/** One question to the raters about an area; its round of answers has the same id. */
export interface PanelRecord {
  id: string;
  areaId: string;
  personId: string;
  cycleId: string;
  measureId: string;
  label: string;
  mode: 'confidential' | 'sealed';
  k: number;
  state: PanelState;
  at: string;
  answerBy: string;
  closesAt: string;
  /** When the raters who have not answered are reminded next; then none. */
  remindAt?: string;
  /** When something is to be done: a reminder, the close, another try, deleting what was called off. */
  dueAt?: string;
  /** Behind whom a reminder goes on. */
  reminding?: string;
}

export const panels = collection<PanelRecord>({
  name: 'growth_panels',
  indexes: [['areaId', 'at'], ['personId', 'cycleId', 'measureId', 'at'], ['dueAt']],
});
