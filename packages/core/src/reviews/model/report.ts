import { Answers, Mode } from '../../answers/question.js';
import { PersonRef } from '../../people/model.js';
import { id, text, time, z } from '../../schema.js';
import { Direction, Reader } from './kinds.js';
import { Competency } from './template.js';
import { FormQuestion } from './form.js';

/** How many answered, as a band. */
const Band = z.enum(['3-4', '5-9', '10-19', '20-49', '50+']);

/** Suppressed, empty and forbidden: one and the same. */
const Hidden = z.object({ shown: z.literal(false) });

/** What is shown of one measure in one class: see `release/model.ts`, which says what each figure promises. */
export const ReportCell = z.discriminatedUnion('shown', [
  Hidden,
  z.object({
    shown: z.literal(true),
    n: Band,
    mean: z.number().optional(),
    favorable: z.number().optional(),
    spread: z.union([z.enum(['close', 'mixed', 'farApart']), z.number()]).optional(),
    bars: z.array(z.object({ from: z.number(), to: z.number(), percent: z.number() })).optional(),
  }),
]);
export type ReportCell = z.output<typeof ReportCell>;

/** The texts on one question in one class, in the one shuffled order of the release. */
export const ReportTexts = z.discriminatedUnion('shown', [
  Hidden,
  z.object({ shown: z.literal(true), texts: z.array(z.object({ text: z.string() })) }),
]);
export type ReportTexts = z.output<typeof ReportTexts>;

/** Nameless answers that are shown together. */
export const ReportClass = z.object({
  /** One relation; or several that were too small alone and are called colleagues. */
  relations: z.array(Direction),
  n: Band,
  /** By measure. */
  cells: z.record(z.string(), ReportCell),
  /** By question. */
  texts: z.record(z.string(), ReportTexts),
});
export type ReportClass = z.output<typeof ReportClass>;

/** What a key of `cells` stands for. */
export const ReportMeasure = z.object({
  id: z.string(),
  /** The question that was measured; absent for a competency. */
  questionId: id.optional(),
  competencyId: id.optional(),
  /** The option or the row of the question. */
  partId: id.optional(),
  kind: z.enum(['mean', 'choice']),
  min: z.number(),
  max: z.number(),
});
export type ReportMeasure = z.output<typeof ReportMeasure>;

/** A form with a name on it. */
export const AttributedForm = z.object({
  direction: Direction,
  /** Absent where the reader may not know. */
  by: PersonRef.optional(),
  answers: Answers,
  /** The same as numbers, by measure, to be put beside the cells. */
  values: z.record(z.string(), z.number()),
  /** The questions whose ratings were changed in calibration. */
  calibrated: z.array(id),
});
export type AttributedForm = z.output<typeof AttributedForm>;

/** How the subject and the others see a skill or competency. */
export const Gap = z.object({
  /** The skill by name, where the question or competency has one. */
  skill: z.string().optional(),
  measureId: z.string(),
  label: z.string(),
  min: z.number(),
  max: z.number(),
  self: z.number(),
  others: z.number(),
  /** Others less self, in tenths. */
  difference: z.number(),
  /** `growth`: the others see less than half of the range, or a point less than the subject. `strength`: much, and no less. */
  hint: z.enum(['strength', 'growth', 'even']),
});
export type Gap = z.output<typeof Gap>;

/** A factual point that the subject contests. */
export const Contest = z.object({
  id,
  questionId: id.optional(),
  text: z.string(),
  at: time,
  answer: z.object({ text: z.string(), by: PersonRef.optional(), at: time }).optional(),
});

/** What is said of a report in a list. */
export const ReportHead = z.object({
  cycle: z.object({ id, name: z.string() }),
  subject: PersonRef,
  /** As whom the caller reads it. */
  as: Reader,
  state: z.enum(['released', 'acknowledged', 'contested', 'answered']),
  releasedAt: time,
});
export type ReportHead = z.output<typeof ReportHead>;

/** A report: frozen at the release, the same however often and by whom it is read. */
export const Report = ReportHead.extend({
  mode: Mode,
  k: z.int(),
  kText: z.int(),
  /** SHA-256 of what is frozen in it for this reader. */
  hash: z.string(),
  /** What was asked, as far as this reader reads the answers. */
  questions: z.array(FormQuestion.omit({ readers: true }).extend({ directions: z.array(Direction) })),
  competencies: z.array(Competency),
  measures: z.array(ReportMeasure),
  /** Self and manager first. In a named cycle: everyone. */
  attributed: z.array(AttributedForm),
  /** Empty: not enough answers, and not how many. */
  classes: z.array(ReportClass),
  /** All classes together, where they are several and it may be shown. */
  all: ReportClass.optional(),
  gaps: z.array(Gap),
  acknowledgedAt: time.optional(),
  contests: z.array(Contest),
  may: z.object({
    acknowledge: z.boolean(),
    contest: z.boolean(),
    answerContest: z.boolean(),
    export: z.boolean(),
    /** Make a growth area of a gap. */
    grow: z.boolean(),
  }),
});
export type Report = z.output<typeof Report>;

/** Which report: the caller's own when no subject is said. */
export const ReportChoice = z.strictObject({ cycleId: id, subjectId: id.optional() });

/** A factual point to contest. */
export const ContestDraft = z.strictObject({ cycleId: id, questionId: id.optional(), text: text(2000) });

/** A file to save. */
export const ReportFile = z.object({ name: z.string(), type: z.string(), text: z.string() });
