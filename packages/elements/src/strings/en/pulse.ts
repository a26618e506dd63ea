import { plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');

/** Short surveys without names, what came out of them, and conversations with writers whom nobody knows. */
export const pulse = {
  area: 'pulse' as const,

  mineTitle: 'Surveys for you',
  mineEmpty: 'Nothing to answer. When somebody asks you, the questions will be here.',
  allMine: 'All surveys',
  openUntil: (day: string) => `open until ${day}`,
  answerIt: 'Answer',
  answerNamed: (title: string) => `Answer “${title}”`,
  answeredNamed: (title: string) => `Change my answers: “${title}”`,
  states: { open: 'to answer', started: 'begun', answered: 'answered' },
  questions: (n: number) => count(n, { one: '# question', other: '# questions' }),

  before: 'Before you begin',
  modes: {
    confidential: 'Confidential',
    sealed: 'Sealed',
  },
  modeWords: {
    confidential:
      'No person can see which answers are yours. The server can link them to you until the results are made, so that you can change them; then the answers are deleted.',
    sealed:
      'Your answers are kept apart from your name, under a receipt that only this browser has. Once the survey is closed, nothing can link them to you.',
  },
  k: (n: number) => `Figures are shown for groups of ${String(n)} answers or more`,
  kWords: (text: number) =>
    `Smaller groups stay hidden, also from those who lead. Words are shown only when at least ${String(text)} people have answered, and then in random order, apart from the figures.`,
  readersTitle: 'Who reads the results',
  readers: {
    asker: (name: string) => `${name}, who asks: the whole`,
    whole: (names: string) => `${names}: the whole and the groups`,
    managers: 'Managers: their own team, when it is large enough',
    members: 'Members: their own team, when it is large enough',
  },
  roleNames: { hrAdmin: 'HR', analyst: 'analysts' },
  participation:
    'That you have answered is known to the server, so that nobody answers twice. No person can look it up.',
  begin: 'Begin',
  goOn: 'Go on',
  backToBefore: 'How your answers are protected',
  beforeShort: (mode: string, k: number) => `${mode} · shown from ${String(k)} answers on`,

  send: 'Send the answers',
  sendAgain: 'Send the changed answers',
  sending: 'Sending…',
  door: 'Leave a door open for a reply',
  doorHelp:
    'Those who read your words can then reply without knowing whose they are. The key stays in this browser; messages travel once a day, at midnight UTC.',
  doorNotLasting:
    'Those who read your words can then reply without knowing whose they are. But this page can keep no key: you could read the reply only as long as it stays open.',
  notLasting:
    'This page is not encrypted on its way, so the browser keeps nothing safely: what you write, and your receipt, are gone when you close it. Answer in one go, and save the receipt if you may want to change something.',
  thanks: 'Thank you.',
  thanksWords: 'Your answers are in.',
  changeUntil: (day: string) => `They can be changed until ${day}.`,
  change: 'Change my answers',
  takeBack: 'Take my answers back',
  takeBackSure: 'Your answers are deleted. You can answer again until the survey closes.',
  takeBackYes: 'Delete my answers',
  takeBackNo: 'Keep them',
  takenBack: 'Your answers are deleted.',
  receipt: 'Your receipt',
  receiptWords:
    'With it, and with nothing else, these answers can be changed or taken back until the survey closes. This browser keeps it; save it if you may want to change them elsewhere.',
  receiptWordsUnkept:
    'With it, and with nothing else, these answers can be changed or taken back until the survey closes. This page cannot keep it: save it now.',
  receiptLost:
    'This browser has no receipt for your answers, so it cannot show or change them. Enter the receipt that you saved.',
  receiptUse: 'Use this receipt',
  receiptForm: 'A receipt has 32 letters and digits.',
  copy: 'Copy',
  copied: 'Copied.',
  kept: { browser: 'Kept in this browser', memory: 'Kept until this page is closed', server: 'Saved' },

  trendTitle: 'Team safety',
  survey: 'Which survey',
  below: (name: string) => `Everybody below ${name}`,
  outOf: (max: string) => `of ${max}`,
  askTeam: 'Ask your team',
  askTeamWords:
    'Seven statements on how safe it is to speak up in the team, and one question in words, for everybody who reports to you.',
  titleField: 'What it is called',
  purpose: 'Why you ask',
  purposeHelp: 'Everybody reads this before the first question.',
  modeField: 'How answers are kept',
  membersRead: 'Those who are asked see the figures, too',
  openDays: 'How many days it is open',
  needTitle: 'Give it a name.',
  needPurpose: 'Say why you ask.',
  tooLong: (max: number) => `At most ${max} characters.`,
  openNow: 'Ask now',
  openSure:
    'Everybody is asked now. Who is asked, who reads, and from how many answers on figures are shown cannot be changed afterwards.',
  closeNow: 'Close the survey',
  closeWaveSure: 'Nobody can answer any more, and the results are made.',
  notNow: 'Not now',
  reportEmpty: 'No results yet. When a survey has ended, what it shows will be here.',
  wave: 'Survey',
  waveOf: (day: string) => `closed ${day}`,
  group: 'For',
  everyone: 'Everybody who was asked',
  whole: 'How safe it feels to speak up',
  bands: {
    '3-4': '3–4 answers',
    '5-9': '5–9 answers',
    '10-19': '10–19 answers',
    '20-49': '20–49 answers',
    '50+': '50 answers or more',
  },
  spread: {
    close: 'Answers lie close together.',
    mixed: 'Answers differ.',
    farApart: 'Answers lie far apart.',
  },
  spreadNumber: (sd: string) => `Answers differ by about ${sd} around it.`,
  rate: (percent: string) => `${percent} of those asked have answered.`,
  rateFull: 'over 95 %',
  items: 'Item by item',
  itemsHelp: 'Higher is better throughout: what was asked the other way round is turned.',
  reversed: 'asked the other way round',
  endLow: 'less safe',
  endHigh: 'safer',
  spreadShort: { close: 'close together', mixed: 'mixed', farApart: 'far apart' },
  spreadShortNumber: (sd: string) => `spread ${sd}`,
  low: 'low',
  lowest: (prompt: string) => `Lowest: “${prompt}”`,
  itemsLabel: 'Mean of each item',
  mean: 'Mean',
  trend: 'From survey to survey',
  trendHidden: 'A comparison with the survey before is shown when it cannot tell who has changed.',
  words: 'In their own words',
  wordsHelp: 'In random order. Nobody can be asked whose they are.',
  hidden:
    'Nothing is shown here: fewer than {k} answers, or a figure that would let somebody work out what a few have said.',
  hiddenSome:
    'What is not shown comes from fewer than {k} answers, or would let somebody work out what a few have said.',
  guideOnly:
    'A team this small gets no figures, so that everybody can answer freely. What helps is to talk about it: here is how to begin.',
  guide: 'Talk about it',
  guideWords: 'Choose one question, give it half an hour, and let the quietest speak first.',
  exportCsv: 'Save as a table',
  answered: (n: number) => `About ${String(n)} have answered so far`,
  stillOpen: (day: string) => `The survey is open until ${day}. Results come when it is closed.`,

  threadsTitle: 'Replies without names',
  earlier: 'Show earlier ones',
  earlierFound: (n: number) =>
    count(n, { one: 'One earlier conversation', other: '# earlier conversations' }),
  earlierNone: 'There is none in the results before.',
  threadsNone: 'No conversation in the latest results.',
  threadsEmpty:
    'No conversation yet. It begins when somebody leaves a door open in a survey, and the asker replies.',
  askerPart: 'Words with an open door',
  askerHelp: 'You can reply; you will not learn who wrote it, and no reply says when it was written.',
  writerPart: 'Replies to you',
  writerHelp:
    'These are conversations to which this browser has the key. Nobody knows that they are yours; who has this browser, does.',
  travels: 'Messages travel once a day, at midnight UTC, so that no time tells who wrote them.',
  waitsToTravel: 'Travels at midnight UTC',
  onlyHere: 'The key to your words is in this browser alone. Cleared browser data cannot be brought back.',
  theAsker: 'One of those who ask',
  doorsWaiting: (n: number) =>
    count(n, {
      one: 'One more door is open: nobody has replied there, or the words were not shown.',
      other: '# more doors are open: nobody has replied there, or the words were not shown.',
    }),
  unnamed: 'The writer',
  youUnnamed: 'You, unnamed',
  reply: 'Reply',
  replyTo: (text: string) => `Reply to “${text}”`,
  replyLabel: 'Your reply',
  replySeen: (name: string) => `The writer and those who read the results see it, with your name, ${name}`,
  saySeen: 'Those who read the results see it, without your name',
  say: 'Answer',
  sayTo: (text: string) => `Answer “${text}”`,
  sayLabel: 'Your answer, unnamed',
  sent: 'It travels at midnight UTC.',
  sendReply: 'Send',
  needText: 'Write something first.',
  closeThread: 'End the conversation',
  closeSure: 'Nobody can write in it any more.',
  threadClosed: 'Ended',
};

translate(pulse, { de: async () => (await import('../de/pulse.js')).pulse });
