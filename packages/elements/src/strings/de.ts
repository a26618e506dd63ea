import { board } from './de/board.js';
import { charts } from './de/charts.js';
import { common } from './de/common.js';
import { cycleForm } from './de/cycle-form.js';
import { errors } from './de/errors.js';
import { feedback } from './de/feedback.js';
import { finder } from './de/finder.js';
import { mentorship } from './de/mentorship.js';
import { notifications } from './de/notifications.js';
import { people } from './de/people.js';
import { program } from './de/program.js';
import { pulse } from './de/pulse.js';
import { questions } from './de/questions.js';
import { reasons } from './de/reasons.js';
import { reviewForm } from './de/review-form.js';
import { reviewConsole } from './de/review-console.js';
import { reviewReport } from './de/review-report.js';
import { survey } from './de/survey.js';
import { workbench } from './de/workbench.js';
import { programForm } from './de/program-form.js';
import { programConsole } from './de/console.js';
import { recognition } from './de/recognition.js';
import type { Language } from './index.js';

/** German, in the familiar form. */
export const de: Language = {
  board,
  charts,
  common,
  cycleForm,
  errors,
  feedback,
  finder,
  mentorship,
  notifications,
  people,
  program,
  pulse,
  questions,
  reasons,
  reviewConsole,
  reviewForm,
  reviewReport,
  survey,
  workbench,
  console: programConsole,
  programForm,
  recognition,
};
