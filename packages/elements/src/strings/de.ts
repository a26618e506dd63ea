import { common } from './de/common.js';
import { errors } from './de/errors.js';
import { finder } from './de/finder.js';
import { mentorship } from './de/mentorship.js';
import { notifications } from './de/notifications.js';
import { people } from './de/people.js';
import { program } from './de/program.js';
import { reasons } from './de/reasons.js';
import { workbench } from './de/workbench.js';
import { programForm } from './de/program-form.js';
import { programConsole } from './de/console.js';
import { recognition } from './de/recognition.js';
import type { Language } from './index.js';

/** German, in the familiar form. */
export const de: Language = {
  common,
  errors,
  finder,
  mentorship,
  notifications,
  people,
  program,
  reasons,
  workbench,
  console: programConsole,
  programForm,
  recognition,
};
