import { Question } from '../../answers/question.js';
import { id, text, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Direction, DIRECTIONS, Reader } from './kinds.js';

/**
 * Who sees what of the answers to one question. Nobody sees more than the cycle allows: these lists only take away.
 */
export const QuestionVisibility = z.strictObject({
  /** Who reads the answers. */
  response: z.array(Reader).max(4),
  /** Who reads from whom an attributed answer came. Of nameless answers nobody does. */
  giver: z.array(Reader).max(4),
  /** Who reads them together with the name of the person they are about: a report does, so it leaves out the rest. */
  recipient: z.array(Reader).max(4),
});
export type QuestionVisibility = z.output<typeof QuestionVisibility>;

/** A question in a template. */
export const TemplateItem = z.strictObject({
  question: Question,
  /** The forms in which it is asked. */
  directions: z
    .array(Direction)
    .min(1)
    .max(DIRECTIONS.length)
    .default([...DIRECTIONS]),
  /** The heading under which it stands. */
  section: text(120).optional(),
  /** Left out: as the cycle says. */
  visibility: QuestionVisibility.optional(),
});
export type TemplateItem = z.output<typeof TemplateItem>;

/** Several ratings that say one thing: their mean is shown, over those who answered all of them. */
export const Competency = z.strictObject({
  id,
  name: text(120),
  /** The skill that it is about, by name. */
  skill: text(80).optional(),
  /** Ratings or scales with the same ends. */
  questionIds: z.array(id).min(3).max(20),
});
export type Competency = z.output<typeof Competency>;

/** A template as HR writes it. */
export const TemplateDraft = z.strictObject({
  name: text(120),
  description: text(2000).optional(),
  items: z.array(TemplateItem).min(1).max(60),
  competencies: z.array(Competency).max(20).default([]),
});
export type TemplateDraft = z.output<typeof TemplateDraft>;

/** A version of a template. */
export const ReviewTemplate = TemplateDraft.extend({
  id,
  version: z.int().min(1),
  /** `draft` until a cycle uses it. */
  state: z.enum(['draft', 'active', 'retired']),
  /** Comes with the product: it can be used and copied, not changed. */
  builtIn: z.boolean(),
  /** In which language a built-in one asks; of others it is not known. */
  language: z.enum(['en', 'de']).optional(),
  may: z.object({
    /** Save it anew; a version that was used stays, and a new one is made. */
    save: z.boolean(),
    retire: z.boolean(),
  }),
  savedAt: time.optional(),
});
export type ReviewTemplate = z.output<typeof ReviewTemplate>;

/** A version of a template as stored; the id is made of template and version. */
export interface TemplateRecord extends TemplateDraft {
  id: string;
  templateId: string;
  version: number;
  state: 'draft' | 'active' | 'retired';
  /** The name to sort by, of the newest version unless retired. */
  listed?: string;
  savedAt: string;
}

export const templates = collection<TemplateRecord>({
  name: 'review_templates',
  indexes: [['listed'], ['templateId', 'version']],
  unique: [['templateId', 'version']],
  numbers: ['version'],
});
