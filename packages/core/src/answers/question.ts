import { id, text, z } from '../schema.js';

const Option = z.strictObject({ id, label: text(300) });

/** What every question has. */
const common = {
  id,
  prompt: text(1000),
  help: text(2000).optional(),
  required: z.boolean().default(true),
  /** The skill that it is about, by name. */
  skill: text(80).optional(),
  /** The id of the company value that it is about. */
  valueId: id.optional(),
  /** Offers a box for words beside the answer. */
  comment: z.boolean().default(false),
};

/** Questions of every type; each but `text` can be answered with "cannot judge". */
export const Question = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    ...common,
    /** What a writer can say it is about who does not want the words to be shown. */
    themes: z.array(Option).max(20).default([]),
  }),
  z.strictObject({ type: z.literal('choice'), ...common, options: z.array(Option).min(2).max(30) }),
  z.strictObject({ type: z.literal('multiple'), ...common, options: z.array(Option).min(2).max(30) }),
  /** Labels from the lowest to the highest; the answer is the place, from 1. `reversed`: agreeing is unfavorable. */
  z.strictObject({
    type: z.literal('rating'),
    ...common,
    labels: z.array(text(120)).min(2).max(10),
    reversed: z.boolean().default(false),
  }),
  z.strictObject({
    type: z.literal('scale'),
    ...common,
    min: z.number(),
    max: z.number(),
    step: z.number().positive(),
    lowLabel: text(120).optional(),
    highLabel: text(120).optional(),
  }),
  z.strictObject({
    type: z.literal('rubric'),
    ...common,
    rows: z.array(Option).min(1).max(20),
    levels: z
      .array(z.strictObject({ label: text(120), description: text(1000).optional() }))
      .min(2)
      .max(8),
  }),
  z.strictObject({ type: z.literal('rank'), ...common, options: z.array(Option).min(2).max(15) }),
  z.strictObject({
    type: z.literal('points'),
    ...common,
    options: z.array(Option).min(2).max(15),
    total: z.int().min(2).max(1000).default(100),
  }),
  z.strictObject({ type: z.literal('yesNo'), ...common }),
]);
export type Question = z.output<typeof Question>;
export type QuestionType = Question['type'];

const said = { comment: text(5000).optional() };

/** The answer to one question. Whether it fits the question is a rule: see `problemOf`. */
export const Answer = z.union([
  z.strictObject({ cannotJudge: z.literal(true), ...said }),
  /** `words`: may be shown word for word. `themes`: only what it is about is counted, the words never leave. */
  z.strictObject({
    text: text(10_000),
    use: z.enum(['words', 'themes']).default('words'),
    themes: z.array(id).max(20).default([]),
    /** SHA-256 in hex of a key that the writer alone keeps: with it the asker can answer the unnamed writer. */
    threadHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  z.strictObject({ choice: id, ...said }),
  z.strictObject({ choices: z.array(id).max(30), ...said }),
  z.strictObject({ level: z.int().min(1).max(10), ...said }),
  z.strictObject({ value: z.number(), ...said }),
  /** By row: the place of the level, from 1; a row left out cannot be judged. */
  z.strictObject({ levels: z.record(id, z.int().min(1).max(8)), ...said }),
  /** All options, the first is the first. */
  z.strictObject({ order: z.array(id).max(15), ...said }),
  z.strictObject({ points: z.record(id, z.int().min(0).max(1000)), ...said }),
  z.strictObject({ yes: z.boolean(), ...said }),
]);
export type Answer = z.output<typeof Answer>;

/** A filled form: by question id. */
export const Answers = z.record(id, Answer);
export type Answers = z.output<typeof Answers>;

/** How answers are kept. */
export const MODES = ['named', 'confidential', 'sealed'] as const;
/**
 * `named`: readers see who wrote. `confidential`: the server can link an answer to its writer until the release,
 * people cannot. `sealed`: after the close nothing can.
 */
export const Mode = z.enum(MODES);
export type Mode = z.output<typeof Mode>;
