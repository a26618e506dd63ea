import { plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');

/** Questions of every type, as reviews and surveys ask them. */
export const questions = {
  area: 'questions' as const,

  keys: 'Tab goes on, the arrow keys move between answers, number keys choose one.',
  progress: (done: number, all: number) => `${String(done)} of ${String(all)} answered`,
  cannotJudge: 'I cannot judge this',
  clear: 'Clear my answer',
  clearNamed: (prompt: string) => `Clear my answer to “${prompt}”`,
  yes: 'Yes',
  no: 'No',

  commentAdd: 'Add a comment',
  commentAddNamed: (prompt: string) => `Add a comment on “${prompt}”`,
  comment: 'Comment',
  commentShown: 'Shown word for word, when enough people have answered.',

  use: 'How may your words be used?',
  useWords: 'Word for word',
  useWordsHelp: 'Readers see the text as you write it, without your name and in random order.',
  useThemes: 'Only for themes',
  useThemesHelp: 'Nobody reads the text. Only the themes that you choose are counted.',
  themes: 'What is it about?',

  scaleValue: 'Value',
  scaleBetween: (low: string, high: string) => `From ${low} to ${high}`,
  rubricHelp: 'A line that you leave out counts as “cannot judge”.',
  notChosen: 'nothing chosen',

  rankHelp: 'Choose the first, then the next. The arrows change the order.',
  rankRest: 'Still to be placed',
  rankSoFar: 'Your order',
  rankUp: (label: string) => `Move “${label}” up`,
  rankDown: (label: string) => `Move “${label}” down`,
  rankOut: (label: string) => `Take “${label}” out`,
  rankSaid: (label: string, place: number) => `${label}: place ${String(place)}`,
  rankedOut: (label: string) => `${label} was taken out`,

  pointsHelp: (total: number) =>
    `Share ${String(total)} points among these. What matters more gets more of them.`,
  pointsLeft: (n: number) => count(n, { one: '# point left', other: '# points left' }),
  pointsOver: (n: number) => count(n, { one: '# point too many', other: '# points too many' }),
  pointsDone: 'All points are shared.',

  missing: 'Choose an answer, or say that you cannot judge this.',
  missingText: 'Write a few words here.',
  missingThemes: 'Choose at least one theme, or let the words be shown.',
  rankPart: 'Place the rest, too, or say that you cannot judge this.',
  pointsPart: (total: number) => `Share exactly ${String(total)} points, or say that you cannot judge this.`,
  tooLong: 'This is too long. Make it shorter; nothing is lost.',
  outside: (low: string, high: string) => `Give a value from ${low} to ${high}.`,
  offStep: (step: string) => `Give a value in steps of ${step}.`,
  problems: (n: number) =>
    count(n, { one: 'One question needs another look:', other: '# questions need another look:' }),
};

translate(questions, { de: async () => (await import('../de/questions.js')).questions });
