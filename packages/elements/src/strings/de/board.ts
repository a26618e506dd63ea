import { plural } from '../../internal/format.js';
import type { board as english } from '../en/board.js';
import type { Translated } from '../index.js';

const count = /* @__PURE__ */ plural('de');

export const board: Translated<typeof english> = {
  listTitle: 'Ideenwände',
  listEmpty:
    'Noch keine Ideenwand. Auf ihr sammelt ein Team Ideen ohne Namen, stimmt ab und beschließt, was es tut.',
  all: 'Alle Ideenwände',
  over: 'Entschieden',
  phases: {
    collecting: 'Sammeln',
    grouping: 'Ordnen',
    voting: 'Abstimmen',
    deciding: 'Entscheiden',
    closed: 'Fertig',
  },
  phaseLine: {
    collecting: 'Ideen werden gesammelt',
    grouping: 'Wird geordnet',
    voting: 'Es wird abgestimmt',
    deciding: 'Wird entschieden',
    closed: 'Entschieden',
  },
  phasesLabel: 'Wie weit die Ideenwand ist',
  stepDone: 'erledigt',
  facilitator: (name) => `Geleitet von ${name}`,
  audience: (names) => `Für ${names}`,
  nameless: 'Keine Idee trägt einen Namen: jetzt nicht und auch nicht nach dem Ende.',
  forEveryone: 'Für alle',
  forReports: (name) => `Für alle, die direkt zu ${name} gehören`,
  kinds: {
    reports: 'Alle, die direkt zu mir gehören',
    units: 'Ein anderes Team oder eine Abteilung',
    everyone: 'Alle',
  },
  unit: 'Welches',
  unitHelp: 'Schreib ein paar Buchstaben des Namens',
  needUnit: 'Wähle ein Team oder eine Abteilung.',
  small: (n) =>
    `Hier können weniger als ${n} Menschen schreiben. Auch ohne Namen ahnt vielleicht jemand, von wem eine Idee ist.`,

  open: 'Ideenwand eröffnen',
  openTitle: 'Eine neue Ideenwand',
  title: 'Worum es geht',
  titleHint: 'Rückblick im März',
  question: 'Die Frage, auf die alle antworten',
  questionHint: 'Was machen wir beim nächsten Mal anders?',
  forWhom: 'Wer mitmacht',
  forWhomHelp: 'Alle darin können auf der Ideenwand lesen und schreiben. Sonst niemand.',
  votesEach: 'Stimmen für jede Person',
  openIt: 'Ideenwand eröffnen',
  needTitle: 'Sag, worum es geht.',
  needQuestion: 'Stell eine Frage.',
  tooLong: (max) => `Höchstens ${max} Zeichen.`,

  write: 'Deine Idee',
  notLasting:
    'Diese Seite kann nichts sicher behalten: Was du schreibst und womit du es zurücknimmst, ist weg, wenn sie geschlossen wird.',
  post: 'Dazulegen',
  posting: 'Wird dazugelegt…',
  posted: 'Dazugelegt. Die Idee ist ohne deinen Namen an der Wand.',
  own: 'Von dir, soweit dieser Browser weiß',
  ownWhy:
    'Nur dieser Browser weiß, dass sie von dir sind. Bis das Ordnen beginnt, kannst du sie hier zurücknehmen.',
  ownNone: 'Schreib so viele Ideen, wie du magst, eine nach der anderen.',
  takeBack: 'Zurücknehmen',
  takeBackNamed: (text) => `„${text}“ zurücknehmen`,
  takenBack: 'Zurückgenommen.',
  seenBy:
    'Vor dem Ordnen sieht sie niemand, auch nicht, wer die Ideenwand leitet; dann alle, die mitmachen, ohne Namen',

  toGrouping: 'Ideen zeigen und ordnen',
  toGroupingSure:
    'Niemand kann noch Ideen dazulegen. Alle erscheinen auf einmal, in zufälliger Folge und ohne Namen.',
  toVoting: 'Abstimmung beginnen',
  toVotingSure: 'Die Gruppen bleiben, wie sie sind. Jede Idee oder Gruppe kann dann Stimmen bekommen.',
  toDeciding: 'Abstimmung beenden',
  toDecidingSure:
    'Niemand kann noch abstimmen. Die Summen erscheinen, und wer wofür gestimmt hat, wird gelöscht.',
  toClosed: 'Ideenwand schließen',
  toClosedSure:
    'Ideen, Summen und Aufgaben bleiben zum Lesen. Aufgaben können weiter als erledigt markiert werden.',
  notYet: 'Noch nicht',

  groupHelp:
    'Leg zusammen, was zusammengehört: Zieh eine Idee, oder nimm sie am Griff und wähle, wohin sie kommt.',
  groupWaits: (name) => `${name} legt zusammen, was zusammengehört.`,
  noIdeas: 'Niemand hat eine Idee geschrieben.',
  ungrouped: 'Einzelne Ideen',
  groupName: 'Name der Gruppe',
  groupHint: 'Was haben sie gemeinsam?',
  newGroup: 'Neue Gruppe',
  rename: (title) => `„${title}“ umbenennen`,
  take: (text) => `„${text}“ nehmen`,
  taken: (text) =>
    `„${text}“ ist genommen. Pfeiltasten führen zu den Plätzen, Enter legt ab, Escape legt zurück.`,
  putDown: (text, place) => `„${text}“ ist jetzt in „${place}“.`,
  putBack: (text) => `„${text}“ ist wieder, wo es war.`,
  alone: (text) => `„${text}“ steht für sich.`,
  cancelTake: 'Zurücklegen',
  intoGroup: (title) => `Hierher legen: „${title}“`,
  withIdea: (text) => `Damit zusammenlegen: „${text}“`,
  here: 'Hierher legen',
  together: 'Damit zusammenlegen',
  single: 'Aus der Gruppe nehmen',

  votesLeft: (n, of) => `Noch ${count(n, { one: '# Stimme', other: '# Stimmen' })} von ${String(of)}`,
  votesNone: 'Alle deine Stimmen sind vergeben. Nimm eine zurück, um sie woanders zu geben.',
  voteHelp:
    'Die Summen erscheinen, wenn die Abstimmung endet. Wer wofür gestimmt hat, wird nie gezeigt und dann gelöscht.',
  voteFor: (title) => `Eine Stimme für „${title}“`,
  voteBack: (title) => `Eine Stimme weniger für „${title}“`,
  given: (n) => count(n, { one: '# Stimme', other: '# Stimmen' }),

  result: 'Was Stimmen bekam',
  votes: 'Stimmen',
  noVotes: 'Niemand hat abgestimmt.',

  actions: 'Was wir tun',
  actionsEmpty: 'Noch ist nichts beschlossen.',
  actionsNone: 'Es wurde nichts beschlossen.',
  decideHelp: 'Wenige Aufgaben, um die sich jemand bis zu einem Tag kümmert, sind besser als viele ohne.',
  action: 'Was getan wird',
  actionHint: 'Die Checkliste für Übergaben schreiben',
  owner: 'Wer sich darum kümmert',
  due: 'Bis wann',
  addAction: 'Aufgabe hinzufügen',
  another: 'Noch eine Aufgabe',
  needAction: 'Sag, was getan wird.',
  needOwner: 'Wähle eine Person, die sich darum kümmert.',
  needDue: 'Wähle einen Tag.',
  by: (day) => `bis ${day}`,
  overdue: (day) => `war fällig am ${day}`,
  done: 'erledigt',
  doneButton: 'Erledigt',
  dropped: 'fallen gelassen',
  isOpen: 'zu tun',
  markDone: (title) => `„${title}“ ist erledigt`,
  drop: 'Fallen lassen',
  dropNamed: (title) => `„${title}“ fallen lassen`,
  reopen: 'Wieder aufnehmen',
  reopenNamed: (title) => `Wieder aufnehmen: „${title}“`,
  closedLine: (day) => `Geschlossen am ${day}`,
};
