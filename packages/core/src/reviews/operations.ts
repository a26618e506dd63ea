import { form, listTasks, saveDraft, submit } from './operations/answering.js';
import {
  agreeCalibration,
  calibrate,
  getCalibration,
  listCalibrations,
  startCalibration,
} from './operations/calibration.js';
import {
  cancelCycle,
  close,
  extend,
  finish,
  launch,
  release,
  startApproving,
  startCollecting,
} from './operations/cycle-moves.js';
import {
  copyCycle,
  createCycle,
  getCycle,
  listCycles,
  listSubjects,
  updateCycle,
} from './operations/cycles.js';
import { advanceCycles, reviewsDue } from './operations/due.js';
import { answer, decline, ownAnswer, start, takeBack } from './operations/nameless.js';
import { decideNomination, listNominations, nominate, withdrawNomination } from './operations/nominations.js';
import { extendReviewer, progress, remind, reopen, submittedForms } from './operations/oversight.js';
import { exportCycle, exportReport } from './operations/exports.js';
import { acknowledge, answerContest, contest, listContests } from './operations/report-answers.js';
import { listReports, report, requestAuthor } from './operations/reports.js';
import { suggestReviewers } from './operations/suggest.js';
import { getTemplate, listTemplates, retireTemplate, saveTemplate } from './operations/templates.js';

/** Reviews by several people (360): templates, cycles, nominations, forms, calibration, reports. */
export const reviews = {
  templates: listTemplates,
  template: getTemplate,
  saveTemplate,
  retireTemplate,
  createCycle,
  updateCycle,
  copyCycle,
  cycles: listCycles,
  cycle: getCycle,
  subjects: listSubjects,
  launch,
  startApproving,
  startCollecting,
  extend,
  close,
  release,
  finish,
  cancelCycle,
  nominate,
  suggestReviewers,
  nominations: listNominations,
  decideNomination,
  withdrawNomination,
  decline,
  tasks: listTasks,
  form,
  start,
  saveDraft,
  submit,
  answer,
  ownAnswer,
  takeBack,
  progress,
  remind,
  submittedForms,
  reopen,
  extendReviewer,
  startCalibration,
  calibrations: listCalibrations,
  calibration: getCalibration,
  calibrate,
  agreeCalibration,
  reports: listReports,
  report,
  acknowledge,
  contest,
  contests: listContests,
  answerContest,
  exportReport,
  exportCycle,
  requestAuthor,
  reviewsDue,
  advanceCycles,
};
