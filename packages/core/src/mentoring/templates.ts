import type { z } from '../schema.js';
import type { ProgramDraft } from './model/program.js';
import { COACHING } from './templates/coaching.js';
import { EMERGING_LEADS } from './templates/emerging-leads.js';
import { NEW_HIRE_BUDDIES } from './templates/new-hire-buddies.js';
import { PEER_CIRCLE } from './templates/peer-circle.js';
import { REVERSE_MENTORING } from './templates/reverse-mentoring.js';

/** A program to begin from. */
export interface ProgramTemplate {
  id: string;
  name: string;
  draft: z.input<typeof ProgramDraft>;
}

/** The built-in templates, in the order in which they are offered. */
export const TEMPLATES: readonly ProgramTemplate[] = [
  EMERGING_LEADS,
  NEW_HIRE_BUDDIES,
  REVERSE_MENTORING,
  COACHING,
  PEER_CIRCLE,
];
