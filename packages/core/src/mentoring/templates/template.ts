import type { z } from '../../schema.js';
import type { ProgramDraft } from '../model/program.js';

/** A program to begin from. */
export interface ProgramTemplate {
  id: string;
  name: string;
  draft: z.input<typeof ProgramDraft>;
}
