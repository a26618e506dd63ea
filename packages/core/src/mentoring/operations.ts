import { decideEnrollment, enroll, withdrawEnrollment } from './operations/enroll.js';
import { listEnrollments, myEnrollments } from './operations/enrollments.js';
import { importEnrollments } from './operations/import-enrollments.js';
import {
  archiveProgram,
  cancelProgram,
  closeProgram,
  launch,
  openEnrollment,
  startMatching,
  wrapUp,
} from './operations/program-moves.js';
import { createProgram, getProgram, listPrograms, updateProgram } from './operations/programs.js';
import { calendar, invitation } from './operations/calendar.js';
import {
  advanceMentorships,
  mentorshipsDue,
  remindOfSessions,
  sessionRemindersDue,
} from './operations/due.js';
import { complete, endEarly, pause, resume } from './operations/endings.js';
import { findMentors, mentor, nextMentor } from './operations/finder.js';
import { checkIn, setGoal } from './operations/goals.js';
import { getMentorship, listMentorships, sign } from './operations/mentorships.js';
import { nudge, reportMentorships } from './operations/oversight.js';
import { offer, setOffer } from './operations/offers.js';
import { feedbackOf, giveFeedback, listReflections, reflect } from './operations/reflections.js';
import { extendRequest, listRequests, request, withdrawRequest } from './operations/requests.js';
import { expireRequests, requestsDue, respond } from './operations/respond.js';
import { logSession } from './operations/session-log.js';
import { listCommitments, noteShared, notePrivately, settleCommitment } from './operations/session-notes.js';
import {
  cancelSession,
  getSession,
  listSessions,
  moveSession,
  scheduleSession,
} from './operations/sessions.js';
import {
  consentToStory,
  listStories,
  myStories,
  proposeStory,
  withdrawStoryConsent,
} from './operations/stories.js';
import { dismissThanks, thanksDue } from './operations/thanks.js';
import { movePair } from './operations/move-pair.js';
import { myMatch } from './operations/my-match.js';
import { listLeftovers, listPairs, lockPair } from './operations/pairs.js';
import { publishMatches } from './operations/publish.js';
import { exportProgram, report, stalled, statuses } from './operations/report.js';
import { cancelRun, getRun, listRuns, runMatch } from './operations/runs.js';
import { score } from './operations/score.js';
import { failRun, storeRun } from './operations/store-run.js';
import { templates } from './operations/templates.js';
import { placeValues, stayBonusCurve, whatIf } from './operations/what-if.js';
import { attest, training } from './operations/training.js';

/** Learning from one another, in programs and without. */
export const mentoring = {
  templates,
  createProgram,
  updateProgram,
  programs: listPrograms,
  program: getProgram,
  openEnrollment,
  startMatching,
  launch,
  wrapUp,
  closeProgram,
  archiveProgram,
  cancelProgram,
  enroll,
  withdrawEnrollment,
  myEnrollments,
  enrollments: listEnrollments,
  decideEnrollment,
  importEnrollments,
  training,
  attest,
  runMatch,
  cancelRun,
  matchRun: getRun,
  matchRuns: listRuns,
  storeRun,
  failRun,
  pairs: listPairs,
  leftovers: listLeftovers,
  lockPair,
  movePair,
  publishMatches,
  myMatch,
  score,
  whatIf,
  stayBonusCurve,
  placeValues,
  report,
  exportProgram,
  statuses,
  stalled,
  offer,
  setOffer,
  findMentors,
  mentor,
  request,
  requests: listRequests,
  respond,
  extendRequest,
  withdrawRequest,
  nextMentor,
  requestsDue,
  expireRequests,
  mentorships: listMentorships,
  mentorship: getMentorship,
  sign,
  setGoal,
  checkIn,
  scheduleSession,
  moveSession,
  cancelSession,
  logSession,
  noteShared,
  notePrivately,
  sessions: listSessions,
  session: getSession,
  commitments: listCommitments,
  settleCommitment,
  invitation,
  calendar,
  reflect,
  reflections: listReflections,
  giveFeedback,
  feedbackOf,
  pause,
  resume,
  endEarly,
  complete,
  proposeStory,
  consentToStory,
  withdrawStoryConsent,
  stories: listStories,
  myStories,
  thanksDue,
  dismissThanks,
  nudge,
  reportMentorships,
  mentorshipsDue,
  advanceMentorships,
  sessionRemindersDue,
  remindOfSessions,
};
