import type { z } from '../schema.js';
import type { TemplateDraft } from './model/template.js';
import { LEADING_PEOPLE_GERMAN } from './templates/leading-people-german.js';
import { LEADING_PEOPLE } from './templates/leading-people.js';
import { WORKING_TOGETHER_GERMAN } from './templates/working-together-german.js';
import { WORKING_TOGETHER } from './templates/working-together.js';

/** A review template that comes with the product. */
export interface BuiltInTemplate {
  id: string;
  version: number;
  /** The language of its words, as a tag. The same question has the same id in each. */
  language: 'en' | 'de';
  draft: z.input<typeof TemplateDraft>;
}

/** The built-in templates, in the order in which they are offered. */
export const BUILT_IN: readonly BuiltInTemplate[] = [
  WORKING_TOGETHER,
  LEADING_PEOPLE,
  WORKING_TOGETHER_GERMAN,
  LEADING_PEOPLE_GERMAN,
];
