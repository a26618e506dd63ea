import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  createGuildhall,
  isGuildhallError,
  memoryStore,
  operations,
  systemActor,
  type Actor,
  type Guildhall,
} from '@guildhall/core';

const ACTORS = [
  'stranger',
  'departed',
  'member',
  'moderator',
  'peopleAdmin',
  'hrAdmin',
  'programManager',
  'analyst',
  'privacyOfficer',
  'orgAdmin',
  'system',
] as const;
type ActorName = (typeof ACTORS)[number];

const PEOPLE: readonly ActorName[] = ACTORS.filter(
  (name) => !['stranger', 'departed', 'system'].includes(name),
);
const PEOPLE_AND_SYSTEM: readonly ActorName[] = [...PEOPLE, 'system'];

/** The least that a program says. */
const PROGRAM = { name: 'x', purpose: 'x', guides: { mentor: 'x', mentee: 'x' }, agreement: 'x' };

/** The least that a review template and a review cycle say. */
const REVIEW_TEMPLATE = { name: 'x', items: [{ question: { type: 'yesNo', id: 'x', prompt: 'x' } }] };
const CYCLE = {
  name: 'x',
  purpose: 'x',
  templateByDirection: { peer: { templateId: 'missing' } },
  subjects: ['nobody'],
  dates: { nominateBy: '2030-01-01', answerBy: '2030-01-02' },
};

/** A survey of a team that is nobody's. */
const SURVEY = { title: 'x', purpose: 'x', audience: { kind: 'reports', managerId: 'missing' } };

/** Who passes the policy of which operation, with an input that names what does not exist. */
const MATRIX: Record<string, { who: readonly ActorName[]; input?: unknown }> = {
  'answers.storeRelease': { who: ['system'], input: { id: 'missing', sheets: [] } },
  'answers.failRelease': { who: ['system'], input: { id: 'missing', reason: 'x' } },
  'answers.leftoversDue': { who: ['system'] },
  'answers.clearLeftovers': { who: ['system'] },
  'people.me': { who: PEOPLE },
  'people.get': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'people.search': { who: PEOPLE_AND_SYSTEM },
  'people.units': { who: PEOPLE_AND_SYSTEM, input: { kind: 'team' } },
  'people.skills': { who: PEOPLE_AND_SYSTEM },
  'people.values': { who: PEOPLE_AND_SYSTEM },
  'people.setValues': { who: ['hrAdmin', 'orgAdmin', 'system'], input: { values: [] } },
  'people.sync': { who: ['peopleAdmin', 'orgAdmin', 'system'], input: { people: [] } },
  'people.import': {
    who: ['peopleAdmin', 'orgAdmin', 'system'],
    input: { csv: 'externalId,name\n', dryRun: true },
  },
  'people.updateProfile': { who: PEOPLE, input: {} },
  'people.setSkills': { who: PEOPLE, input: { skills: [] } },
  'people.grantRole': { who: ['orgAdmin', 'system'], input: { personId: 'missing', role: 'analyst' } },
  'people.revokeRole': { who: ['orgAdmin', 'system'], input: { personId: 'missing', role: 'analyst' } },
  'people.introduce': { who: PEOPLE, input: { forId: 'missing', toId: 'nobody', message: 'x' } },
  'people.answerIntroduction': { who: PEOPLE, input: { id: 'missing', accept: true } },
  'people.withdrawIntroduction': { who: PEOPLE, input: { id: 'missing' } },
  'people.introductions': { who: PEOPLE },
  'recognition.give': { who: PEOPLE, input: { receivers: ['missing'], message: 'x' } },
  'recognition.list': { who: PEOPLE_AND_SYSTEM },
  'recognition.mine': { who: PEOPLE },
  'recognition.get': { who: PEOPLE, input: { id: 'missing' } },
  'recognition.marks': { who: PEOPLE, input: { ids: ['missing'] } },
  'recognition.edit': { who: PEOPLE, input: { id: 'missing', message: 'x' } },
  'recognition.withdraw': { who: PEOPLE, input: { id: 'missing' } },
  'recognition.react': { who: PEOPLE, input: { id: 'missing' } },
  'recognition.comment': { who: PEOPLE, input: { id: 'missing', text: 'x' } },
  'recognition.comments': { who: PEOPLE, input: { id: 'missing' } },
  'recognition.removeComment': { who: PEOPLE, input: { id: 'missing' } },
  'recognition.audience': { who: PEOPLE, input: { receivers: ['missing'] } },
  'recognition.thanks': { who: PEOPLE_AND_SYSTEM, input: { url: 'https://x.example' } },
  'recognition.allowance': { who: PEOPLE },
  'recognition.ledger': { who: PEOPLE },
  'recognition.grantAllowance': {
    who: ['hrAdmin', 'orgAdmin', 'system'],
    input: { personIds: ['missing'], amount: 1 },
  },
  'recognition.periodsDue': { who: ['system'] },
  'recognition.endPeriods': { who: ['system'] },
  'recognition.ledgerDue': { who: ['system'] },
  'recognition.compareLedger': { who: ['system'] },
  'recognition.endLedgerCheck': { who: ['system'], input: { walletIds: [] } },
  'reviews.templates': { who: ['hrAdmin', 'system'] },
  'reviews.template': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.saveTemplate': { who: ['hrAdmin', 'system'], input: { id: 'missing', draft: REVIEW_TEMPLATE } },
  'reviews.retireTemplate': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.createCycle': { who: ['hrAdmin', 'system'], input: CYCLE },
  'reviews.updateCycle': { who: ['hrAdmin', 'system'], input: { id: 'missing', draft: CYCLE } },
  'reviews.copyCycle': {
    who: ['hrAdmin', 'system'],
    input: { id: 'missing', name: 'x', dates: CYCLE.dates },
  },
  'reviews.cycles': { who: PEOPLE_AND_SYSTEM },
  'reviews.cycle': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'reviews.subjects': { who: PEOPLE_AND_SYSTEM, input: { cycleId: 'missing' } },
  'reviews.launch': { who: ['hrAdmin', 'orgAdmin', 'system'], input: { id: 'missing' } },
  'reviews.startApproving': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.startCollecting': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.extend': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.close': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.release': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.finish': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.cancelCycle': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.nominate': {
    who: PEOPLE_AND_SYSTEM,
    input: { cycleId: 'missing', reviewers: [{ personId: 'nobody', direction: 'peer' }] },
  },
  'reviews.suggestReviewers': { who: PEOPLE_AND_SYSTEM, input: { cycleId: 'missing', direction: 'peer' } },
  'reviews.nominations': { who: PEOPLE_AND_SYSTEM, input: { cycleId: 'missing' } },
  'reviews.decideNomination': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing', approve: true } },
  'reviews.withdrawNomination': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'reviews.decline': { who: PEOPLE, input: { id: 'missing' } },
  'reviews.tasks': { who: PEOPLE },
  'reviews.form': { who: PEOPLE, input: { id: 'missing' } },
  'reviews.start': { who: PEOPLE, input: { id: 'missing' } },
  'reviews.saveDraft': { who: PEOPLE, input: { id: 'missing', answers: {} } },
  'reviews.submit': { who: PEOPLE, input: { id: 'missing', answers: {} } },
  'reviews.answer': { who: PEOPLE, input: { id: 'missing', answers: {} } },
  'reviews.ownAnswer': { who: PEOPLE, input: { id: 'missing' } },
  'reviews.takeBack': { who: PEOPLE, input: { id: 'missing' } },
  'reviews.progress': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.remind': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.submittedForms': { who: ['hrAdmin', 'system'], input: { cycleId: 'missing' } },
  'reviews.reopen': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.extendReviewer': { who: ['hrAdmin', 'system'], input: { id: 'missing', dueOn: '2030-01-01' } },
  'reviews.startCalibration': {
    who: ['hrAdmin', 'system'],
    input: { cycleId: 'missing', name: 'x', participants: ['nobody'] },
  },
  'reviews.calibrations': { who: PEOPLE_AND_SYSTEM },
  'reviews.calibration': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'reviews.calibrate': {
    who: PEOPLE_AND_SYSTEM,
    input: { id: 'missing', responseId: 'x', questionId: 'x', to: 1, why: 'x' },
  },
  'reviews.agreeCalibration': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.reports': { who: PEOPLE_AND_SYSTEM },
  'reviews.report': { who: PEOPLE_AND_SYSTEM, input: { cycleId: 'missing' } },
  'reviews.acknowledge': { who: PEOPLE, input: { cycleId: 'missing' } },
  'reviews.contest': { who: PEOPLE, input: { cycleId: 'missing', text: 'x' } },
  'reviews.contests': { who: ['hrAdmin', 'system'], input: { cycleId: 'missing' } },
  'reviews.answerContest': {
    who: ['hrAdmin', 'system'],
    input: { cycleId: 'missing', subjectId: 'x', contestId: 'x', text: 'x' },
  },
  'reviews.exportReport': { who: PEOPLE_AND_SYSTEM, input: { cycleId: 'missing' } },
  'reviews.exportCycle': { who: ['hrAdmin', 'system'], input: { id: 'missing' } },
  'reviews.requestAuthor': { who: PEOPLE_AND_SYSTEM, input: { cycleId: 'missing' } },
  'reviews.reviewsDue': { who: ['system'] },
  'reviews.advanceCycles': { who: ['system'] },
  'feedback.give': {
    who: PEOPLE,
    input: { receiver: 'missing', situation: 'x', behavior: 'x', impact: 'x' },
  },
  'feedback.audience': { who: PEOPLE, input: { receiver: 'missing' } },
  'feedback.notes': { who: PEOPLE },
  'feedback.note': { who: PEOPLE, input: { id: 'missing' } },
  'feedback.markRead': { who: PEOPLE, input: { id: 'missing' } },
  'feedback.acknowledge': { who: PEOPLE, input: { id: 'missing' } },
  'feedback.share': { who: PEOPLE, input: { id: 'missing', manager: true } },
  'feedback.unshare': { who: PEOPLE, input: { id: 'missing', personId: 'nobody' } },
  'feedback.archive': { who: PEOPLE, input: { id: 'missing' } },
  'feedback.unarchive': { who: PEOPLE, input: { id: 'missing' } },
  'feedback.withdraw': { who: PEOPLE, input: { id: 'missing' } },
  'feedback.request': { who: PEOPLE, input: { reviewers: ['missing'], question: 'x', dueOn: '2020-01-01' } },
  'feedback.requests': { who: PEOPLE },
  'feedback.getRequest': { who: PEOPLE, input: { id: 'missing' } },
  'feedback.answerRequest': {
    who: PEOPLE,
    input: { receiver: 'missing', requestId: 'missing', situation: 'x', behavior: 'x', impact: 'x' },
  },
  'feedback.declineRequest': { who: PEOPLE, input: { id: 'missing' } },
  'feedback.withdrawRequest': { who: PEOPLE, input: { id: 'missing' } },
  'growth.fromFeedback': { who: PEOPLE, input: { cycleId: 'missing', skill: 'x' } },
  'growth.areas': { who: PEOPLE },
  'growth.updateArea': { who: PEOPLE, input: { id: 'missing' } },
  'growth.dropArea': { who: PEOPLE, input: { id: 'missing' } },
  'growth.suggest': { who: PEOPLE, input: { id: 'missing' } },
  'growth.askRaters': { who: PEOPLE, input: { id: 'missing' } },
  'growth.noticed': { who: PEOPLE, input: { id: 'missing' } },
  'growth.tasks': { who: PEOPLE },
  'growth.answer': { who: PEOPLE, input: { id: 'missing', answers: {} } },
  'growth.ownAnswer': { who: PEOPLE, input: { id: 'missing' } },
  'growth.takeBack': { who: PEOPLE, input: { id: 'missing' } },
  'feedback.requestsDue': { who: ['system'] },
  'feedback.advanceRequests': { who: ['system'] },
  'growth.panelsDue': { who: ['system'] },
  'growth.advancePanels': { who: ['system'] },
  'mentoring.templates': { who: PEOPLE_AND_SYSTEM },
  'mentoring.createProgram': { who: ['hrAdmin', 'programManager', 'system'], input: PROGRAM },
  'mentoring.updateProgram': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing', draft: PROGRAM } },
  'mentoring.programs': { who: PEOPLE_AND_SYSTEM },
  'mentoring.program': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'mentoring.openEnrollment': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'mentoring.startMatching': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'mentoring.launch': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'mentoring.wrapUp': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'mentoring.closeProgram': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'mentoring.archiveProgram': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'mentoring.cancelProgram': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'mentoring.enroll': { who: PEOPLE, input: { programId: 'missing', sides: ['mentee'] } },
  'mentoring.withdrawEnrollment': { who: PEOPLE, input: { programId: 'missing' } },
  'mentoring.myEnrollments': { who: PEOPLE },
  'mentoring.enrollments': { who: PEOPLE_AND_SYSTEM, input: { programId: 'missing' } },
  'mentoring.decideEnrollment': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing', decision: 'accept' } },
  'mentoring.importEnrollments': {
    who: PEOPLE_AND_SYSTEM,
    input: { programId: 'missing', csv: 'email,side' },
  },
  'mentoring.training': { who: PEOPLE, input: { programId: 'missing' } },
  'mentoring.runMatch': { who: PEOPLE_AND_SYSTEM, input: { programId: 'missing' } },
  'mentoring.cancelRun': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'mentoring.matchRun': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'mentoring.matchRuns': { who: PEOPLE_AND_SYSTEM, input: { programId: 'missing' } },
  'mentoring.storeRun': {
    who: ['system'],
    input: { id: 'missing', inputs: 'x', first: true, pairs: [], leftovers: [] },
  },
  'mentoring.failRun': { who: ['system'], input: { id: 'missing', reason: 'x' } },
  'mentoring.pairs': { who: PEOPLE_AND_SYSTEM, input: { runId: 'missing' } },
  'mentoring.leftovers': { who: PEOPLE_AND_SYSTEM, input: { runId: 'missing' } },
  'mentoring.lockPair': { who: PEOPLE_AND_SYSTEM, input: { runId: 'missing', menteeId: 'missing' } },
  'mentoring.movePair': {
    who: PEOPLE_AND_SYSTEM,
    input: { runId: 'missing', menteeId: 'missing', mentorId: 'missing' },
  },
  'mentoring.publishMatches': { who: PEOPLE_AND_SYSTEM, input: { runId: 'missing' } },
  'mentoring.score': {
    who: PEOPLE_AND_SYSTEM,
    input: { programId: 'missing', menteeId: 'missing', mentorId: 'missing' },
  },
  'mentoring.whatIf': { who: PEOPLE_AND_SYSTEM, input: { runId: 'missing', change: { fair: true } } },
  'mentoring.stayBonusCurve': { who: PEOPLE_AND_SYSTEM, input: { runId: 'missing' } },
  'mentoring.placeValues': { who: PEOPLE_AND_SYSTEM, input: { runId: 'missing' } },
  'mentoring.report': { who: PEOPLE_AND_SYSTEM, input: { programId: 'missing' } },
  'mentoring.exportProgram': { who: PEOPLE_AND_SYSTEM, input: { programId: 'missing', what: 'report' } },
  'mentoring.statuses': { who: PEOPLE_AND_SYSTEM, input: { programId: 'missing' } },
  'mentoring.stalled': { who: PEOPLE_AND_SYSTEM, input: { programId: 'missing' } },
  'mentoring.myMatch': { who: PEOPLE, input: { programId: 'missing' } },
  'mentoring.attest': { who: PEOPLE, input: { programId: 'missing', moduleId: 'missing' } },
  'mentoring.mentorships': { who: PEOPLE },
  'mentoring.mentorship': { who: PEOPLE, input: { id: 'missing' } },
  'mentoring.sign': { who: PEOPLE, input: { id: 'missing' } },
  'mentoring.setGoal': { who: PEOPLE, input: { mentorshipId: 'missing', title: 'x' } },
  'mentoring.checkIn': { who: PEOPLE, input: { mentorshipId: 'missing', goalId: 'x', progress: 1 } },
  'mentoring.scheduleSession': {
    who: PEOPLE,
    input: { mentorshipId: 'missing', title: 'x', start: '2026-03-10T10:00:00.000Z', timeZone: 'UTC' },
  },
  'mentoring.moveSession': { who: PEOPLE, input: { id: 'missing' } },
  'mentoring.cancelSession': { who: PEOPLE, input: { id: 'missing' } },
  'mentoring.logSession': { who: PEOPLE, input: { id: 'missing', held: true } },
  'mentoring.noteShared': { who: PEOPLE, input: { sessionId: 'missing', text: 'x' } },
  'mentoring.notePrivately': { who: PEOPLE, input: { sessionId: 'missing', text: 'x' } },
  'mentoring.sessions': { who: PEOPLE, input: { mentorshipId: 'missing' } },
  'mentoring.session': { who: PEOPLE, input: { id: 'missing' } },
  'mentoring.commitments': { who: PEOPLE, input: { mentorshipId: 'missing' } },
  'mentoring.settleCommitment': {
    who: PEOPLE,
    input: { mentorshipId: 'missing', commitmentId: 'x', state: 'kept' },
  },
  'mentoring.invitation': { who: PEOPLE, input: { sessionId: 'missing' } },
  'mentoring.calendar': { who: PEOPLE },
  'mentoring.reflect': { who: PEOPLE, input: { mentorshipId: 'missing', text: 'x' } },
  'mentoring.reflections': { who: PEOPLE, input: { mentorshipId: 'missing' } },
  'mentoring.giveFeedback': { who: PEOPLE, input: { mentorshipId: 'missing', helped: 'x' } },
  'mentoring.feedbackOf': { who: PEOPLE, input: { mentorshipId: 'missing' } },
  'mentoring.pause': { who: PEOPLE, input: { id: 'missing', until: '2026-04-01' } },
  'mentoring.resume': { who: PEOPLE, input: { id: 'missing' } },
  'mentoring.endEarly': { who: PEOPLE, input: { id: 'missing', reason: 'noTime', backToPool: true } },
  'mentoring.complete': { who: PEOPLE, input: { id: 'missing', reflection: { text: 'x' } } },
  'mentoring.proposeStory': { who: PEOPLE, input: { mentorshipId: 'missing', title: 'x', text: 'x' } },
  'mentoring.consentToStory': { who: PEOPLE, input: { id: 'missing' } },
  'mentoring.withdrawStoryConsent': { who: PEOPLE, input: { id: 'missing' } },
  'mentoring.stories': { who: PEOPLE_AND_SYSTEM },
  'mentoring.myStories': { who: PEOPLE },
  'mentoring.thanksDue': { who: PEOPLE },
  'mentoring.dismissThanks': { who: PEOPLE, input: { mentorshipId: 'missing' } },
  'mentoring.nudge': { who: PEOPLE, input: { mentorshipId: 'missing' } },
  'mentoring.reportMentorships': { who: PEOPLE },
  'mentoring.mentorshipsDue': { who: ['system'] },
  'mentoring.advanceMentorships': { who: ['system'] },
  'mentoring.sessionRemindersDue': { who: ['system'] },
  'mentoring.remindOfSessions': { who: ['system'] },
  'mentoring.offer': { who: PEOPLE },
  'mentoring.setOffer': { who: PEOPLE, input: { open: false, capacity: 1 } },
  'mentoring.findMentors': { who: PEOPLE },
  'mentoring.mentor': { who: PEOPLE, input: { personId: 'missing' } },
  'mentoring.request': { who: PEOPLE, input: { mentorId: 'missing', ask: 'x' } },
  'mentoring.requests': { who: PEOPLE },
  'mentoring.respond': { who: PEOPLE, input: { id: 'missing', accept: true } },
  'mentoring.extendRequest': { who: PEOPLE, input: { id: 'missing' } },
  'mentoring.withdrawRequest': { who: PEOPLE, input: { id: 'missing' } },
  'mentoring.nextMentor': { who: PEOPLE, input: { requestId: 'missing' } },
  'mentoring.requestsDue': { who: ['system'] },
  'mentoring.expireRequests': { who: ['system'] },
  'pulse.createSurvey': { who: PEOPLE, input: SURVEY },
  'pulse.updateSurvey': { who: PEOPLE, input: { id: 'missing', draft: SURVEY } },
  'pulse.cancelSurvey': { who: PEOPLE, input: { id: 'missing' } },
  'pulse.surveys': { who: PEOPLE_AND_SYSTEM },
  'pulse.survey': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'pulse.openWave': { who: PEOPLE, input: { surveyId: 'missing' } },
  'pulse.closeWave': { who: PEOPLE, input: { id: 'missing' } },
  'pulse.waves': { who: PEOPLE_AND_SYSTEM, input: { surveyId: 'missing' } },
  'pulse.wave': { who: PEOPLE_AND_SYSTEM, input: { id: 'missing' } },
  'pulse.mine': { who: PEOPLE },
  'pulse.form': { who: PEOPLE, input: { waveId: 'missing' } },
  'pulse.answer': { who: PEOPLE, input: { waveId: 'missing', answers: {} } },
  'pulse.ownAnswer': { who: PEOPLE, input: { waveId: 'missing' } },
  'pulse.takeBack': { who: PEOPLE, input: { waveId: 'missing' } },
  'pulse.saveDraft': { who: PEOPLE, input: { waveId: 'missing', answers: {} } },
  'pulse.report': { who: PEOPLE_AND_SYSTEM, input: { waveId: 'missing' } },
  'pulse.groups': { who: PEOPLE_AND_SYSTEM, input: { waveId: 'missing' } },
  'pulse.trend': { who: PEOPLE_AND_SYSTEM, input: { surveyId: 'missing' } },
  'pulse.dashboard': { who: PEOPLE_AND_SYSTEM, input: { waveId: 'missing' } },
  'pulse.exportReport': { who: PEOPLE_AND_SYSTEM, input: { waveId: 'missing' } },
  'pulse.guide': { who: PEOPLE_AND_SYSTEM },
  'pulse.threads': { who: PEOPLE, input: { waveId: 'missing' } },
  'pulse.reply': { who: PEOPLE, input: { threadId: 'missing', text: 'x' } },
  'pulse.closeThread': { who: PEOPLE, input: { threadId: 'missing' } },
  'pulse.myThreads': { who: PEOPLE, input: { keys: ['0'.repeat(32)] } },
  'pulse.say': { who: PEOPLE, input: { key: '0'.repeat(32), text: 'x' } },
  'pulse.openBoard': {
    who: PEOPLE,
    input: { title: 'x', question: 'x', audience: { kind: 'reports', managerId: 'missing' } },
  },
  'pulse.boards': { who: PEOPLE },
  'pulse.board': { who: PEOPLE, input: { id: 'missing' } },
  'pulse.post': { who: PEOPLE, input: { boardId: 'missing', text: 'x', key: '0'.repeat(32) } },
  'pulse.takeIdeaBack': { who: PEOPLE, input: { boardId: 'missing', key: '0'.repeat(32) } },
  'pulse.startGrouping': { who: PEOPLE, input: { id: 'missing' } },
  'pulse.groupIdeas': { who: PEOPLE, input: { boardId: 'missing', title: 'x', ideaIds: ['x'] } },
  'pulse.ungroupIdeas': { who: PEOPLE, input: { boardId: 'missing', ideaIds: ['x'] } },
  'pulse.startVoting': { who: PEOPLE, input: { id: 'missing' } },
  'pulse.vote': { who: PEOPLE, input: { boardId: 'missing', votes: {} } },
  'pulse.endVoting': { who: PEOPLE, input: { id: 'missing' } },
  'pulse.decide': {
    who: PEOPLE,
    input: { boardId: 'missing', actions: [{ title: 'x', ownerId: 'missing', dueOn: '2026-04-01' }] },
  },
  'pulse.setActionState': { who: PEOPLE, input: { boardId: 'missing', actionId: 'x', state: 'done' } },
  'pulse.closeBoard': { who: PEOPLE, input: { id: 'missing' } },
  'pulse.wavesDue': { who: ['system'] },
  'pulse.advanceWaves': { who: ['system'] },
  'pulse.messagesDue': { who: ['system'] },
  'pulse.deliverMessages': { who: ['system'] },
  'notifications.list': { who: PEOPLE },
  'notifications.markRead': { who: PEOPLE },
  'settings.get': { who: PEOPLE_AND_SYSTEM },
  'settings.auditLog': { who: ['privacyOfficer', 'system'] },
};

const names = Object.entries(operations).flatMap(([area, verbs]) =>
  Object.keys(verbs).map((verb) => `${area}.${verb}`),
);

let guildhall: Guildhall;

before(async () => {
  guildhall = createGuildhall({ store: memoryStore() });
  const people = ACTORS.filter((name) => name !== 'system' && name !== 'stranger').map((name) => ({
    id: name,
    externalId: name,
    name,
    status: name === 'departed' ? ('departed' as const) : ('active' as const),
  }));
  await guildhall.as(systemActor).people.sync({ people });
  for (const role of [
    'moderator',
    'peopleAdmin',
    'hrAdmin',
    'programManager',
    'analyst',
    'privacyOfficer',
    'orgAdmin',
  ] as const)
    await guildhall.as(systemActor).people.grantRole({ personId: role, role });
});

/** What the policy says: the reason with which the call stops there, or `passes`. */
async function gate(name: string, actor: Actor, input: unknown): Promise<string> {
  try {
    await guildhall.perform(name, input, { actor });
    return 'passes';
  } catch (error) {
    if (!isGuildhallError(error)) throw error;
    assert.notEqual(error.code, 'internal', `${name}: ${error.message}`);
    assert.notEqual(error.reason, 'input.invalid', `${name}: ${error.message}`);
    return ['policy.refused', 'actor.unknown', 'actor.inactive'].includes(error.reason)
      ? error.reason
      : 'passes';
  }
}

test('every operation has its row, and no row is left over', () => {
  assert.deepEqual(Object.keys(MATRIX).sort(), [...names].sort());
});

describe('the permission table', () => {
  for (const [name, { who, input }] of Object.entries(MATRIX))
    test(name, async () => {
      for (const actorName of ACTORS) {
        const actor = actorName === 'system' ? systemActor : { id: actorName };
        const expected =
          actorName === 'stranger'
            ? 'actor.unknown'
            : actorName === 'departed'
              ? 'actor.inactive'
              : who.includes(actorName)
                ? 'passes'
                : 'policy.refused';
        assert.equal(await gate(name, actor, input), expected, `${actorName} calls ${name}`);
      }
    });
});

test('nobody becomes the system by its id', async () => {
  assert.equal(await gate('recognition.endPeriods', { id: 'system' }, {}), 'actor.unknown');
});

test('what lists show is what `get` allows', async () => {
  const give = (audience: 'public' | 'team' | 'private') =>
    guildhall.as({ id: 'member' }).recognition.give({ receivers: ['analyst'], message: audience, audience });
  await Promise.all((['public', 'team', 'private'] as const).map(give));
  for (const id of PEOPLE) {
    const { recognition } = guildhall.as({ id });
    const lists = await Promise.all([
      recognition.list({ limit: 100 }),
      recognition.mine({ of: 'received' }),
      recognition.mine({ of: 'given' }),
      recognition.mine({ of: 'teams' }),
    ]);
    for (const kudos of lists.flatMap((list) => list.items))
      assert.deepEqual(await recognition.get({ id: kudos.id }), kudos, id);
  }
});
