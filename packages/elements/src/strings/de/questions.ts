import { plural } from '../../internal/format.js';
import type { questions as english } from '../en/questions.js';
import type { Translated } from '../index.js';

const count = /* @__PURE__ */ plural('de');

export const questions: Translated<typeof english> = {
  keys: 'Tab geht weiter, die Pfeiltasten wechseln die Antwort, Zifferntasten wählen eine.',
  progress: (done, all) => `${String(done)} von ${String(all)} beantwortet`,
  cannotJudge: 'Das kann ich nicht beurteilen',
  clear: 'Antwort löschen',
  clearNamed: (prompt) => `Antwort löschen: „${prompt}“`,
  yes: 'Ja',
  no: 'Nein',

  commentAdd: 'Kommentar dazu',
  commentAddNamed: (prompt) => `Kommentar dazu: „${prompt}“`,
  comment: 'Kommentar',
  commentShown: 'Wird Wort für Wort gezeigt, wenn genug Leute geantwortet haben.',

  use: 'Wie dürfen deine Worte verwendet werden?',
  useWords: 'Wort für Wort',
  useWordsHelp:
    'Gelesen wird der Text, wie du ihn schreibst, ohne deinen Namen und in zufälliger Reihenfolge.',
  useThemes: 'Nur für Themen',
  useThemesHelp: 'Niemand liest den Text. Nur die Themen, die du wählst, werden gezählt.',
  themes: 'Worum geht es?',

  scaleValue: 'Wert',
  scaleBetween: (low, high) => `Von ${low} bis ${high}`,
  rubricHelp: 'Eine Zeile, die du auslässt, zählt als „kann ich nicht beurteilen“.',
  notChosen: 'nichts gewählt',

  rankHelp: 'Wähle, was zuerst kommt, dann das Nächste. Die Pfeile ändern die Reihenfolge.',
  rankRest: 'Noch ohne Platz',
  rankSoFar: 'Deine Reihenfolge',
  rankUp: (label) => `„${label}“ nach oben`,
  rankDown: (label) => `„${label}“ nach unten`,
  rankOut: (label) => `„${label}“ herausnehmen`,
  rankSaid: (label, place) => `${label}: Platz ${String(place)}`,
  rankedOut: (label) => `${label} ist herausgenommen`,

  pointsHelp: (total) => `Verteile ${String(total)} Punkte. Was wichtiger ist, bekommt mehr davon.`,
  pointsLeft: (n) => count(n, { one: 'noch # Punkt', other: 'noch # Punkte' }),
  pointsOver: (n) => count(n, { one: '# Punkt zu viel', other: '# Punkte zu viel' }),
  pointsDone: 'Alle Punkte sind verteilt.',

  missing: 'Wähle eine Antwort, oder sag, dass du es nicht beurteilen kannst.',
  missingText: 'Schreib hier ein paar Worte.',
  missingThemes: 'Wähle mindestens ein Thema, oder lass die Worte zeigen.',
  rankPart: 'Gib auch den übrigen einen Platz, oder sag, dass du es nicht beurteilen kannst.',
  pointsPart: (total) =>
    `Verteile genau ${String(total)} Punkte, oder sag, dass du es nicht beurteilen kannst.`,
  tooLong: 'Das ist zu lang. Kürze es; nichts geht verloren.',
  outside: (low, high) => `Gib einen Wert von ${low} bis ${high} an.`,
  offStep: (step) => `Gib einen Wert in Schritten von ${step} an.`,
  problems: (n) =>
    count(n, { one: 'Eine Frage braucht noch einen Blick:', other: '# Fragen brauchen noch einen Blick:' }),
};
