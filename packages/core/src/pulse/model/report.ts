import { PersonRef } from '../../people/model.js';
import { id, z } from '../../schema.js';
import { Day, GroupId } from './kinds.js';

/** How many answered. */
export const Band = z.enum(['3-4', '5-9', '10-19', '20-49', '50+']);

/** Too few, empty, or not for the caller: one and the same. */
export const Hidden = z.object({ shown: z.literal(false) });

/** A figure of a group, or nothing. The higher, the better: answers to reversed items are turned. */
export const Cell = z.discriminatedUnion('shown', [
  z.object({
    shown: z.literal(true),
    n: Band,
    mean: z.number().optional(),
    /** Percent in steps of 5. */
    favorable: z.number().optional(),
    /** How far answers lie apart: a word, or from ten answers on the standard deviation in steps of 0.5. */
    spread: z.union([z.enum(['close', 'mixed', 'farApart']), z.number()]).optional(),
    bars: z.array(z.object({ from: z.number(), to: z.number(), percent: z.number() })).optional(),
  }),
  Hidden,
]);
export type Cell = z.output<typeof Cell>;

export const RateCell = z.discriminatedUnion('shown', [
  z.object({ shown: z.literal(true), rate: z.union([z.number(), z.literal('over95')]) }),
  Hidden,
]);
export const TrendCell = z.discriminatedUnion('shown', [
  z.object({ shown: z.literal(true), before: z.number(), after: z.number() }),
  Hidden,
]);
export const WordsCell = z.discriminatedUnion('shown', [
  z.object({
    shown: z.literal(true),
    /** In an order that says nothing. `threadId`: the writer left a door open; only for those who may reply. */
    texts: z.array(z.object({ text: z.string(), threadId: id.optional() })),
  }),
  Hidden,
]);

/** A measure of the form: a question, a row or an option of one, or several together. */
export const Item = z.object({
  /** Of the measure. */
  id: z.string(),
  kind: z.enum(['mean', 'choice']),
  /** The question's words, or `` for all items together. */
  prompt: z.string(),
  /** The row or option that it is about, where the question has several. */
  part: z.string().optional(),
  /** Several measures together: the whole of the safety form. */
  index: z.boolean(),
  reversed: z.boolean(),
  min: z.number(),
  max: z.number(),
  /** The labels of the answers, from the lowest; of a choice, its options. */
  labels: z.array(z.string()),
});

export type Item = z.output<typeof Item>;

/** A group as readers name it. */
export const GroupRef = z.object({
  id: GroupId,
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** Empty for all. */
  label: z.string(),
  /** Whom it is below. */
  below: PersonRef.optional(),
});
export type GroupRef = z.output<typeof GroupRef>;

/** How to begin to talk about an item. */
export const GuidePart = z.object({
  itemId: z.string(),
  prompt: z.string(),
  /** The item's mean is shown and low. */
  low: z.boolean(),
  /** What a low figure often means. */
  about: z.string(),
  questions: z.array(z.string()),
});
export type GuidePart = z.output<typeof GuidePart>;

/** What a wave shows of one group. The same bytes for every group of which nothing is shown, whatever the cause. */
export const Report = z.object({
  waveId: id,
  surveyId: id,
  items: z.array(Item.extend({ cell: Cell, trend: TrendCell })),
  rate: RateCell,
  words: z.array(z.object({ questionId: id, prompt: z.string(), cell: WordsCell })),
  /** The discussion guide of the built-in form; empty for others. */
  guide: z.array(GuidePart),
});
export type Report = z.output<typeof Report>;

/** One wave in a trend. */
export const TrendPoint = z.object({
  waveId: id,
  number: z.int(),
  closedOn: Day,
  /** By measure. */
  cells: z.record(z.string(), Cell),
  rate: RateCell,
});

/** A group's figures over the waves of a survey, oldest first. */
export const Trend = z.object({
  surveyId: id,
  items: z.array(Item),
  points: z.array(TrendPoint),
});

/** A row of the dashboard: a group and its figures by measure. */
export const DashboardRow = z.object({ group: GroupRef, cells: z.record(z.string(), Cell), rate: RateCell });

/** All groups of a wave side by side. */
export const Dashboard = z.object({
  waveId: id,
  items: z.array(Item),
  rows: z.array(DashboardRow),
});

/** A report as a file. */
export const ReportFile = z.object({ name: z.string(), type: z.string(), text: z.string() });
