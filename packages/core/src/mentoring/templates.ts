import { COACHING } from './templates/coaching.js';
import { EMERGING_LEADS } from './templates/emerging-leads.js';
import { NEW_HIRE_BUDDIES } from './templates/new-hire-buddies.js';
import { PEER_CIRCLE } from './templates/peer-circle.js';
import { REVERSE_MENTORING } from './templates/reverse-mentoring.js';
import type { ProgramTemplate } from './templates/template.js';

/** The built-in templates, in the order in which they are offered. */
export const TEMPLATES: readonly ProgramTemplate[] = [
  EMERGING_LEADS,
  NEW_HIRE_BUDDIES,
  REVERSE_MENTORING,
  COACHING,
  PEER_CIRCLE,
];
