import { decide, setActionState } from './operations/actions.js';
import { answer, form, mine, ownAnswer, saveDraft, takeBack } from './operations/answering.js';
import {
  closeBoard,
  endVoting,
  getBoard,
  listBoards,
  openBoard,
  startGrouping,
  startVoting,
} from './operations/boards.js';
import { advanceWaves, deliverMessages, messagesDue, wavesDue } from './operations/due.js';
import { groupIdeas, post, takeIdeaBack, ungroupIdeas, vote } from './operations/ideas.js';
import { dashboard, exportReport, groups, guide, report, trend } from './operations/reports.js';
import { cancelSurvey, createSurvey, getSurvey, listSurveys, updateSurvey } from './operations/surveys.js';
import { closeThread, listThreads, myThreads, reply, say } from './operations/threads.js';
import { closeWave, getWave, listWaves, openWave } from './operations/waves.js';

/** Short surveys that are asked again, words without names, and boards of ideas. */
export const pulse = {
  createSurvey,
  updateSurvey,
  cancelSurvey,
  surveys: listSurveys,
  survey: getSurvey,
  openWave,
  closeWave,
  waves: listWaves,
  wave: getWave,
  mine,
  form,
  answer,
  ownAnswer,
  takeBack,
  saveDraft,
  report,
  groups,
  trend,
  dashboard,
  exportReport,
  guide,
  threads: listThreads,
  reply,
  closeThread,
  myThreads,
  say,
  openBoard,
  boards: listBoards,
  board: getBoard,
  post,
  takeIdeaBack,
  startGrouping,
  groupIdeas,
  ungroupIdeas,
  startVoting,
  vote,
  endVoting,
  decide,
  setActionState,
  closeBoard,
  wavesDue,
  advanceWaves,
  messagesDue,
  deliverMessages,
};
