import { formats, plural } from '../../internal/format.js';
import type { reviewTemplates as english } from '../en/review-templates.js';
import type { Translated } from '../index.js';

const count = /* @__PURE__ */ plural('de');
const number = (value: number) => formats('de').number(value);

export const reviewTemplates: Translated<typeof english> = {
  title: 'Fragenvorlagen',
  open: 'Vorlagen',
  back: 'Alle Vorlagen',
  create: 'Neue Vorlage',
  lead: 'Eine Runde stellt die Fragen einer Vorlage. Was eine Runde benutzt hat, bleibt, wie es gefragt wurde.',
  builtIn: 'von Guildhall mitgebracht',
  languages: { en: 'auf Englisch', de: 'auf Deutsch' },
  states: { draft: 'noch nicht benutzt', active: 'benutzt', retired: 'zurückgezogen' },
  version: (n) => `Fassung ${number(n)}`,
  questions: (n) => count(n, { one: '# Frage', other: '# Fragen' }),
  view: 'Ansehen',
  edit: 'Bearbeiten',
  editNamed: (name) => `${name} bearbeiten`,
  copy: 'Kopieren',
  copyNamed: (name) => `${name} kopieren`,
  copyOf: (name) => `Kopie von ${name}`,
  retire: 'Zurückziehen',
  retireNamed: (name) => `${name} zurückziehen`,
  retireSure: 'Vorlage zurückziehen?',
  retireWords: 'Sie kann für neue Runden nicht mehr gewählt werden. Runden, die sie benutzen, gehen weiter.',
  retired: (name) => `${name} ist zurückgezogen.`,
  notNow: 'Behalten',
  saved: (name) => `${name} ist gespeichert.`,

  name: 'Name',
  nameEmpty: 'Gib der Vorlage einen Namen.',
  description: 'Wofür sie ist',
  descriptionHelp: 'HR liest das beim Wählen einer Vorlage.',
  items: 'Fragen',
  itemsEmpty: 'Füg mindestens eine Frage hinzu.',
  add: 'Frage hinzufügen',
  change: 'Ändern',
  changeNamed: (what) => `Ändern: ${what}`,
  done: 'Fertig',
  doneNamed: (what) => `Fertig: ${what}`,
  up: (what) => `Nach oben: ${what}`,
  down: (what) => `Nach unten: ${what}`,
  remove: (what) => `Entfernen: ${what}`,
  moved: (what, place) => `${what} ist jetzt Frage ${number(place)}.`,
  removed: (what) => `Entfernt: ${what}.`,
  untitled: (n) => `Frage ${number(n)}`,
  itemWrong: 'An dieser Frage fehlt etwas, oder etwas stimmt nicht.',
  problems: (n) =>
    count(n, { one: 'Eines fehlt oder stimmt nicht.', other: '# Dinge fehlen oder stimmen nicht.' }),
  section: 'Überschrift, unter der sie steht',
  askedOf: 'Wer das gefragt wird',
  everybody: 'an alle',
  directions: {
    self: 'Die Person selbst',
    manager: 'Die Führungskraft',
    peer: 'Kolleginnen und Kollegen',
    upward: 'Das geführte Team',
    external: 'Menschen von außerhalb',
  },
  directionsEmpty: 'Jemand muss gefragt werden.',

  visibility: 'Wer die Antworten auf diese Frage liest',
  visibilityAll: 'Wie die Runde es sagt',
  visibilitySome: 'Nur die hier Gewählten, und nie mehr, als die Runde erlaubt',
  lists: {
    response: 'Liest die Antworten',
    giver: 'Liest, von wem sie sind, wo sie einen Namen tragen',
    recipient: 'Liest sie zusammen mit der Person, um die es geht',
  },
  readers: {
    subject: 'die Person selbst',
    manager: 'ihre Führungskraft',
    skipManager: 'die nächsthöhere Führungskraft',
    hr: 'HR',
  },
  subjectFirst: 'Was andere über eine Person lesen, liest sie auch selbst.',
  subjectKnows:
    'Wer Antworten über sich liest, weiß, um wen es geht: Wähl die Person auch in der letzten Liste.',

  competencies: 'Kompetenzen',
  competenciesHelp:
    'Mehrere Bewertungen, die zusammen eines sagen. Gezeigt wird auch ihr Mittel. Mindestens drei, mit denselben Enden und an dieselben Leute.',
  competencyAdd: 'Kompetenz hinzufügen',
  competencyName: 'Was sie zusammen sagen',
  competencyNameEmpty: 'Gib der Kompetenz einen Namen.',
  competencyFew: 'Wähl mindestens drei mit denselben Enden, die dieselben Leute gefragt werden.',
  competencyRemove: (name) => `Kompetenz ${name} entfernen`,
  competencyAbout: 'Die Bewertungen darin',

  preview: 'So wird es aussehen',
  previewAs: 'Wie es gefragt wird',
  previewNone: 'Sie werden nichts gefragt.',
  save: 'Vorlage speichern',
  saveNew: 'Vorlage anlegen',
  seers: 'HR sieht Vorlagen. Die Fragen lesen alle, denen eine Runde sie stellt.',
  newVersion: (n) =>
    `Eine Runde hat Fassung ${number(n)} benutzt; sie bleibt, wie sie ist. Speichern macht Fassung ${number(n + 1)}, für Runden, die später starten.`,
  kept: 'Was du schreibst, bleibt in diesem Browser, bis du es speicherst.',
  dropChanges: 'Änderungen verwerfen',
};
