import type { z } from '../schema.js';
import type { TemplateDraft } from './model/template.js';
import { LEADING_PEOPLE } from './templates/leading-people.js';
import { WORKING_TOGETHER } from './templates/working-together.js';

/** A review template that comes with the product. */
export interface BuiltInTemplate {
  id: string;
  version: number;
  draft: z.input<typeof TemplateDraft>;
}

/** The built-in templates, in the order in which they are offered. */
export const BUILT_IN: readonly BuiltInTemplate[] = [WORKING_TOGETHER, LEADING_PEOPLE];
