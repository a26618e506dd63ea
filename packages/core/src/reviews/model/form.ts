import { Answers, Question } from '../../answers/question.js';
import { PersonRef } from '../../people/model.js';
import { id, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { NamedReader } from './cycle.js';
import { Day, Direction, Reader } from './kinds.js';

/** How a form is kept. `attributed`: readers see who wrote it. */
export const Keeping = z.enum(['attributed', 'confidential', 'sealed']);
export type Keeping = z.output<typeof Keeping>;

/** Where the caller's own form stands. Nobody else is told. */
export const TASK_STATES = ['upcoming', 'open', 'started', 'answered', 'over'] as const;
export const TaskState = z.enum(TASK_STATES);

/** A form that the caller is asked to fill. */
export const ReviewTask = z.object({
  /** Of the form and of the nomination alike. */
  id,
  cycle: z.object({ id, name: z.string() }),
  about: PersonRef,
  direction: Direction,
  keeping: Keeping,
  state: TaskState,
  dueOn: Day,
  may: z.object({ start: z.boolean(), decline: z.boolean(), answer: z.boolean() }),
});
export type ReviewTask = z.output<typeof ReviewTask>;

/** A question of a form. */
export const FormQuestion = z.object({
  question: Question,
  section: z.string().optional(),
  /** Who reads the answer, where fewer do than the form's `readers`. */
  readers: z.array(Reader).optional(),
});
export type FormQuestion = z.output<typeof FormQuestion>;

/** A form with all that somebody must know before the first question. */
export const ReviewForm = ReviewTask.extend({
  purpose: z.string(),
  /** Who will read it after the release. */
  readers: z.array(NamedReader),
  /** Invited managers and HR compare and may change the manager's ratings before the release. */
  calibrated: z.boolean(),
  /** Answers of one relation before anything of it is shown; of texts, of one shown class. */
  k: z.int(),
  kText: z.int(),
  questions: z.array(FormQuestion),
  /** What the server keeps of a form that is not finished. Never of a sealed one. */
  draft: z.object({ answers: Answers, savedAt: time }).optional(),
  /** What the caller sent, while it can be changed and where the server can find it without a receipt. */
  answers: Answers.optional(),
  /** HR opened it again. */
  reopened: z.boolean(),
  may: z.object({
    start: z.boolean(),
    decline: z.boolean(),
    /** Send it, or send it anew. */
    answer: z.boolean(),
    saveDraft: z.boolean(),
    takeBack: z.boolean(),
  }),
});
export type ReviewForm = z.output<typeof ReviewForm>;

/** A filled form with a name on it, as stored; the id is that of the nomination. */
export interface ResponseRecord {
  id: string;
  cycleId: string;
  subjectId: string;
  reviewerId: string;
  direction: z.output<typeof Direction>;
  state: 'submitted' | 'reopened';
  answers: Answers;
  submittedOn: string;
  /** Ratings that were changed in calibration. */
  changes: RatingChange[];
}

/** A rating that was changed in calibration. */
export interface RatingChange {
  questionId: string;
  from: number;
  to: number;
  why: string;
  byId: string;
  at: string;
}

export const responses = collection<ResponseRecord>({
  name: 'review_responses',
  indexes: [
    ['cycleId', 'subjectId', 'id'],
    ['cycleId', 'direction', 'id'],
  ],
});
