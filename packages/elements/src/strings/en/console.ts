import { formats, plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');
const number = (value: number) => formats('en').number(value);

/** The program console: for those who run mentoring programs. */
export const programConsole = {
  area: 'console' as const,

  title: 'Programs you run',
  empty:
    'You run no program yet. Begin with a template: it is complete, and everything in it can be changed.',
  emptyMember: 'You run no program. Those who run one are named in it: ask HR if you would like to run one.',
  create: 'New program',
  createTitle: 'Begin with a template',
  blank: 'An empty program',
  blankAbout: 'Nothing is written yet.',
  sessionsIn: (sessions: number, days: number) =>
    `${count(sessions, { one: '# session', other: '# sessions' })} in ${count(Math.max(1, Math.round(days / 30)), { one: '# month', other: '# months' })}`,
  noSessions: 'no planned sessions',
  back: 'All programs',
  states: {
    draft: 'Draft',
    enrolling: 'Enrolling',
    matching: 'Matching',
    running: 'Running',
    wrappingUp: 'Wrapping up',
    closed: 'Closed',
    archived: 'Put away',
    canceled: 'Canceled',
  },
  forms: { cohort: 'a cohort', evergreen: 'open all year' },
  kinds: {
    mentoring: 'Mentoring',
    coaching: 'Coaching',
    buddy: 'Buddies',
    peer: 'Learning as peers',
    circle: 'Learning circle',
  },
  over: 'This program is over and stays as it was.',
  notManager: 'Only those who run this program can see this.',

  tabs: 'Parts of the program',
  tabPeople: 'People',
  tabMatches: 'Matches',
  tabPairs: 'Pairs',
  tabReport: 'Report',
  tabProgram: 'Program',

  otherMoves: 'Other steps',
  moves: {
    openEnrollment: 'Open enrollment',
    startMatching: 'Start matching',
    launch: 'Launch',
    wrapUp: 'Wrap up',
    closeProgram: 'Close the program',
    archiveProgram: 'Put away',
    cancelProgram: 'Cancel the program',
  },
  movesDo: {
    openEnrollment: 'Everyone can read the program and enroll within its dates.',
    startMatching: 'Nobody can enroll any more. You make the pairs.',
    launch: 'The program begins. Publishing the matches does this by itself.',
    wrapUp: 'Says that the program comes to its end. Mentorships go on until their people close them.',
    closeProgram: 'The program is over, and its report is final. Mentorships that still live go on.',
    archiveProgram: 'The program leaves the lists. Its report stays.',
    cancelProgram:
      'The program is called off, and nobody can enroll. Mentorships that live go on. This cannot be undone.',
  },
  moveSure: {
    openEnrollment: 'Open enrollment now?',
    startMatching: 'Start matching now?',
    launch: 'Launch the program now?',
    wrapUp: 'Begin to wrap up?',
    closeProgram: 'Close the program?',
    archiveProgram: 'Put the program away?',
    cancelProgram: 'Cancel the whole program?',
  },
  promised: 'From then on kind, direction, form and what managers may know stay as they are.',
  notNow: 'Not now',
  moved: (state: string) => `The program is now: ${state}.`,

  // Enrollments.
  enrollments: 'Who is enrolled',
  noEnrollments: 'Nobody has enrolled yet. You can also bring people in from a file.',
  nobodyHere: 'Nobody is in this state.',
  filterState: 'State',
  filterSide: 'Side',
  filterAll: 'All',
  enrollmentStates: {
    applied: 'applied',
    accepted: 'accepted',
    waitlisted: 'waiting list',
    declined: 'declined',
    matched: 'matched',
    completed: 'completed',
    withdrawn: 'withdrawn',
  },
  mentor: 'mentor',
  mentee: 'mentee',
  mentorPlaces: (n: number) => `mentor, ${count(n, { one: '# place', other: '# places' })}`,
  menteeWants: (skills: string) => (skills ? `mentee, wants ${skills}` : 'mentee'),
  trainingDone: 'training done',
  trainingOf: (done: number, of: number) =>
    `${number(done)} of ${count(of, { one: '# module', other: '# modules' })}`,
  notMatchedYet: 'not matched before the training is done',
  accept: 'Accept',
  waitlist: 'Waiting list',
  decline: 'Decline',
  decide: (what: string, name: string) => `${what}: ${name}`,
  decided: (name: string, state: string) => `${name}: ${state}.`,

  // The file.
  importTitle: 'Bring people in from a file',
  importHelp:
    'A CSV file with the columns externalId or email, side (mentor, mentee or both), and if you like capacity and topics, as “Facilitation:strong; SQL”. All are accepted at once.',
  chooseFile: 'Choose a CSV file',
  orPaste: 'Or paste the lines here',
  check: 'Check without changing anything',
  checkAgain: 'Check again',
  importDo: (n: number) => count(n, { one: 'Bring in # person', other: 'Bring in # people' }),
  wouldCreate: (created: number, changed: number) =>
    `${count(created, { one: '# person', other: '# people' })} would be enrolled, ${number(changed)} changed.`,
  nothingNew: 'Everyone in the file is enrolled already as it says. Nothing would change.',
  didImport: (created: number, changed: number) =>
    `Done: ${count(created, { one: '# person', other: '# people' })} enrolled, ${number(changed)} changed.`,
  importErrors: (n: number) =>
    count(n, {
      one: 'One line needs another look. Nobody is brought in until it is right.',
      other: '# lines need another look. Nobody is brought in until all are right.',
    }),
  line: 'Line',
  column: 'Column',
  cause: 'What is wrong',
  ignored: (columns: string) => `These columns were not understood and are left out: ${columns}.`,
  tooLarge: 'The file is larger than 5 MB. Split it in two.',

  // Pairs.
  stalledTitle: 'Pairs that have gone quiet',
  stalledNone: 'No pair has gone quiet.',
  stalledHelp: 'You see whether pairs meet, never what they say or write.',
  since: 'quiet since {time}',
  held: (n: number) => count(n, { one: '# session held', other: '# sessions held' }),
  notSigned: (n: number) => `${number(n)} signed`,
  nudge: 'Nudge',
  nudgeNamed: (names: string) => `Nudge ${names}`,
  nudged: 'nudged {time}',
  nudgedNow: (names: string) => `${names} get a friendly reminder.`,
  allPairs: 'All pairs',
  noPairsYet: 'There are no pairs yet. They begin when matches are published.',
  goalsMet: (met: number, all: number) =>
    `${number(met)} of ${count(all, { one: '# goal', other: '# goals' })} met`,
  nextSession: 'next session {time}',
  pairStates: {
    proposed: 'not signed yet',
    agreed: 'agreed',
    active: 'active',
    paused: 'paused',
    wrappingUp: 'wrapping up',
    completed: 'completed',
    endedEarly: 'ended early',
  },
  endings: {
    notRightFit: 'not the right fit',
    noTime: 'no time',
    goalsReached: 'goals reached',
    left: 'somebody left',
    other: 'another reason',
  } as Record<string, string>,

  // The report.
  reportTitle: 'The program in figures',
  reportHelp: 'Every figure is counted from what happened, and says how.',
  how: 'How it is computed',
  figure: 'Figure',
  value: 'Value',
  figures: {
    mentors: 'Mentors',
    mentees: 'Mentees',
    waitlisted: 'On the waiting list',
    matchRate: 'Mentees matched',
    mentorships: 'Mentorships begun',
    signed: 'Agreements signed',
    live: 'Still going on',
    stalled: 'Gone quiet',
    completed: 'Completed',
    endedEarly: 'Ended early',
    sessionsHeld: 'Sessions held',
    sessionsPerMentorship: 'Sessions per mentorship',
    daysBetweenSessions: 'Days between sessions',
    goalsMet: 'Goals met',
    stories: 'Stories published',
    thanks: 'Thanks given',
  } as Record<string, string>,
  /** How figures are computed, in other words than the server’s English ones. */
  hows: {} as Record<string, string>,
  endedFor: (why: string) => `Ended early: ${why}`,
  valueOf: (value: string, of: string) => `${value} of ${of}`,
  nothingYet: 'nothing to count yet',
  exportWhat: 'Download',
  exports: {
    report: 'These figures',
    enrollments: 'Enrollments',
    pairs: 'Pairs of the last run',
    mentorships: 'Mentorships',
    sessions: 'Sessions',
  },
  exportCsv: 'Download as CSV',
  exportHelp: 'Names, states and figures. No notes, no words that people wrote.',
  exported: (name: string) => `${name} is downloaded.`,
};

translate(programConsole, { de: async () => (await import('../de/console.js')).programConsole });
