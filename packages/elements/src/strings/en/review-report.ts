import { plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');

/** A released 360 report: its subject, their manager, HR. */
export const reviewReport = {
  area: 'reviewReport' as const,

  listTitle: 'Reports',
  listEmpty:
    'There is no report yet. It appears here when the cycle is released, for everybody at the same moment.',
  yours: 'Your report',
  about: (name: string) => `Report about ${name}`,
  back: 'All reports',
  released: 'released {time}',
  states: {
    released: 'new',
    acknowledged: 'acknowledged',
    contested: 'contested',
    answered: 'contest answered',
  } as Record<string, string>,

  // Who answered.
  you: 'you',
  themself: (name: string) => `${name} about themself`,
  manager: (name: string) => `${name} (manager)`,
  relations: {
    self: 'self',
    manager: 'manager',
    peer: 'peers',
    upward: 'direct reports',
    external: 'people outside',
  } as Record<string, string>,
  colleagues: 'colleagues',
  everyone: 'all of them together',
  classOf: (name: string, band: string) => `${name} (${band})`,
  compareWith: 'Compare with',
  comesFrom: (who: string) => `Answers come from ${who}.`,
  modes: {
    named: 'Named: you see who wrote what.',
    confidential: 'Confidential: answers are shown together, never one by one.',
    sealed: 'Sealed: nobody can tell who wrote what, the server neither.',
  },
  smallest: (k: number) => `No group of fewer than ${count(k, { other: '#' })} is shown alone.`,
  tooFew: 'Not enough colleagues answered for their answers to be shown. You see the named ones.',

  // The picture.
  figures: 'Self against others',
  figuresNamed: 'The answers in figures',
  noFigures: 'There are no figures in this report.',
  biggestBelow: (what: string) => `The widest gap: others rate “${what}” lower than you do.`,
  biggestAbove: (what: string) => `The widest gap: others rate “${what}” higher than you do.`,
  biggestBelowThem: (what: string, name: string) =>
    `The widest gap: others rate “${what}” lower than ${name} does.`,
  biggestAboveThem: (what: string, name: string) =>
    `The widest gap: others rate “${what}” higher than ${name} does.`,
  closeAll: 'Others see it much as you do.',
  closeAllThem: (name: string) => `Others see it much as ${name} does.`,
  spreads: { close: 'Answers are close.', mixed: 'Answers are mixed.', farApart: 'Answers are far apart.' },
  deviation: (value: string) => `Answers differ by about ${value}.`,
  favorable: (percent: string) => `${percent} favorable.`,
  low: 'lowest',
  high: 'highest',
  hiddenHere: 'Not shown.',
  hidden:
    'What is missing here is not shown so that nobody can be recognized. It looks the same whether few answered, nobody did, or it would give somebody away.',
  distribution: (what: string) => `How the answers to “${what}” are spread`,
  range: (from: string, to: string) => `${from} to ${to}`,

  // Words.
  texts: 'In their words',
  textsHelp: 'Words without a name stand in no order, and nothing says who wrote them.',
  noTexts: 'No words are shown.',
  calibrated: 'The rating by the manager was changed in calibration.',
  eachQuestion: 'Question by question',
  yes: 'yes',
  no: 'no',
  cannotJudge: 'cannot judge',

  // Growth.
  gaps: 'Where to grow',
  gapsHelp: 'What others rate lower than you do, the widest gap first. Growth areas are seen by you alone.',
  gapsNone: 'Nothing was rated clearly lower by others than by you.',
  gapsThem: 'Where views differ',
  gap: (self: string, others: string) => `You ${self}, others ${others}`,
  gapThem: (name: string, self: string, others: string) => `${name} ${self}, others ${others}`,
  strengths: (list: string) => `Others see as strong: ${list}.`,
  makeArea: 'Make it a growth area',
  makeAreaNamed: (what: string) => `Make it a growth area: ${what}`,
  madeArea: (what: string) => `“${what}” is one of your growth areas now.`,
  isArea: (from: string, to: string) => `One of your growth areas: from ${from} to ${to}.`,
  mentorFor: 'Somebody who could help with it:',
  mentorNone: 'There is no mentor to suggest for this right now.',
  askRaters: 'Ask whether they noticed a change',
  askRatersSure: 'Ask them now?',
  askRatersHelp:
    'Those who were asked about you are asked once more, nameless: did they notice a change? They have two weeks, and can be asked again after 90 days.',
  asking: (day: string) => `They can answer until ${day}. Then you see here what they noticed.`,
  askedNow: 'They are asked.',
  noticed: 'What they noticed',
  changePrompt: 'Did they notice a change?',
  changeLow: 'It got worse',
  changeHigh: 'Much better',
  noticedHidden: 'Not enough of them answered for anything to be shown.',

  // Answering it.
  acknowledge: 'I have read it',
  acknowledgeHelp: 'Says that you have read the report, not that you agree with it.',
  acknowledged: 'You have said that you read it ({time}).',
  acknowledgedBy: 'Read {time}.',
  contest: 'Contest one point',
  contestHelp:
    'For something that is wrong as a matter of fact. HR reads it and answers; the report itself stays as it is.',
  contestWhat: 'Which point',
  contestWhole: 'The report as a whole',
  contestText: 'What is wrong, and what is right',
  contestSend: 'Send to HR',
  contestSeers: 'HR reads this, and whoever may read the report.',
  contestEmpty: 'Write what is wrong.',
  contests: 'Contested',
  contestOf: (what: string) => `About: ${what}`,
  contestWaiting: 'HR has not answered yet.',
  contestAnswer: (name: string) => `Answer from ${name}`,
  answerText: 'Your answer',
  answerSend: 'Send the answer',
  answerSeers: (name: string) => `${name} reads this, and whoever may read the report.`,
  answerEmpty: 'Write an answer.',
  sent: 'Sent.',

  // Taking it along.
  print: 'Print',
  exportAs: (format: string) => `Save as ${format}`,
  exported: (name: string) => `${name} is saved.`,
  fingerprint: 'Frozen at the release. Its fingerprint: {hash}',
};

translate(reviewReport, { de: async () => (await import('../de/review-report.js')).reviewReport });
