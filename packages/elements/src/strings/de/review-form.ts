import type { reviewForm as english } from '../en/review-form.js';
import type { Translated } from '../index.js';

export const reviewForm: Translated<typeof english> = {
  tasksTitle: 'Rückmeldungen, um die du gebeten bist',
  tasksEmpty: 'Niemand wartet auf deine Rückmeldung. Wenn dich jemand bittet, ist der Bogen hier.',
  tasksDone: 'Beantwortet',
  tasksOver: 'Vorbei',
  back: 'Alle deine Rückmeldungen',
  as: {
    self: 'Deine eigene Sicht',
    manager: 'Als Führungskraft',
    peer: 'Als Kollegin oder Kollege',
    upward: 'Aus dem geführten Team',
    external: 'Von außerhalb des Teams',
  },
  formTitle: {
    self: 'Deine Sicht auf deine eigene Arbeit',
    manager: 'Deine Sicht auf {name}, als Führungskraft',
    peer: 'Deine Sicht auf {name}, aus der Zusammenarbeit',
    upward: 'Deine Sicht auf {name}, aus dem geführten Team',
    external: 'Deine Sicht auf {name}, von außerhalb des Teams',
  },
  dueOn: (day) => `bis ${day}`,
  opensLater: 'öffnet, wenn feststeht, wer gefragt wird',
  begin: 'Beginnen',
  beginNamed: (name) => `Den Bogen zu ${name} beginnen`,
  beginOwn: 'Den Bogen zu dir selbst beginnen',
  goOn: 'Weitermachen',
  goOnNamed: (name) => `Mit dem Bogen zu ${name} weitermachen`,
  change: 'Antworten ändern',
  changeNamed: (name) => `Antworten ändern zu ${name}`,
  look: 'Ansehen',
  lookNamed: (name) => `Den Bogen zu ${name} ansehen`,

  keepings: {
    attributed: 'Mit deinem Namen',
    confidential: 'Vertraulich',
    sealed: 'Versiegelt',
  },
  promise: 'Vor der ersten Frage',
  keepingWords: {
    attributed: 'Wer es liest, sieht, dass die Antworten von dir sind.',
    confidential:
      'Niemandem wird gezeigt, welche Antworten von dir sind, auch HR nicht. Der Server kann sie dir bis zur Freigabe zuordnen, damit du sie ändern kannst; dann werden die einzelnen Antworten gelöscht.',
    sealed:
      'Deine Antworten liegen getrennt von deinem Namen, unter einem Beleg, den nur du bekommst. Nach dem Ende hat der Server nichts, was sie mit dir verbindet.',
  },
  kTitle: (k) => `Gezeigt ab ${String(k)} Antworten`,
  kWords: (k, kText) =>
    `Zahlen erscheinen, sobald ${String(k)} aus deiner Gruppe geantwortet haben, deine Worte, sobald es ${String(kText)} sind und drei von ihnen etwas geschrieben haben. Eine kleinere Gruppe wird mit einer anderen zusammengelegt oder bleibt verborgen.`,
  styleWords: 'Wer deine Art zu schreiben kennt, kann dich trotzdem an ihr erkennen.',
  readersTitle: 'Wer das Ergebnis liest',
  readersNone: 'Niemand liest einzelne Berichte.',
  readers: {
    you: 'du',
    subject: '{name} (um diese Person geht es)',
    manager: '{name} (die Führungskraft)',
    skipManager: '{name} (die nächsthöhere Führungskraft)',
    hr: 'HR',
  },
  calibrated:
    'Vor der Freigabe vergleichen eingeladene Führungskräfte und HR die Bewertungen und können sie ändern, mit einem Grund, der festgehalten wird.',
  onlyReaders: (who) => `Das lesen nur: ${who}`,
  noReaders: 'Niemand liest einzelne Antworten darauf.',
  roles: {
    subject: 'die Person, um die es geht',
    manager: 'die Führungskraft',
    skipManager: 'die nächsthöhere Führungskraft',
    hr: 'HR',
  },

  readBy: 'Das liest: {readers}.',
  readByNobody: 'Das liest niemand.',
  noNames: 'Ohne deinen Namen.',
  send: 'Antworten absenden',
  sendAgain: 'Geänderte Antworten absenden',
  reopened:
    'HR hat den Bogen wieder geöffnet. Deine Antworten gelten, wie du sie geschickt hast, bis du neue schickst.',
  unsent: 'Das sind deine Änderungen, die noch nicht abgeschickt sind.',

  saving: 'Wird gespeichert …',
  saved: 'Gespeichert',
  savedHere: 'In diesem Browser behalten',
  savedMemory: 'Nur behalten, solange diese Seite offen ist',
  savedNot: 'Noch nicht auf dem Server gespeichert; in diesem Browser behalten',
  draftServer: 'Was du schreibst, wird laufend gespeichert und ist auf allen deinen Geräten wieder da.',
  draftSealed:
    'Was du schreibst, bleibt verschlüsselt in diesem Browser, bis du es absendest. Der Server hat keinen Entwurf.',
  draftMemory:
    'Diese Seite hat keine sichere Verbindung, deshalb kann der Browser nichts behalten: Was du schreibst, ist weg, wenn du die Seite schließt oder neu lädst. Schreib es in einem Zug.',

  sentTitle: 'Deine Antworten sind da',
  sentWords: (day) => `Du kannst sie bis ${day} ändern. Danach bleiben sie, wie sie sind.`,
  sentAttributed: (day) => `Du kannst sie bis ${day} ändern.`,
  sentThanks: 'Danke.',
  takeBack: 'Antworten zurücknehmen',
  takeBackSure: 'Antworten zurücknehmen? Sie werden gelöscht, als hättest du sie nie geschickt.',
  takeBackYes: 'Ja, meine Antworten löschen',
  takeBackNo: 'Behalten',
  takenBack:
    'Deine Antworten sind gelöscht. Was du geschrieben hast, steht noch hier; du kannst es wieder absenden.',
  receipt: 'Dein Beleg',
  receiptWords:
    'Mit ihm, und nur mit ihm, kannst du diese Antworten ändern oder zurücknehmen. Dieser Browser behält ihn; sichere ihn selbst, wenn du einen anderen benutzen willst. Behalte ihn für dich.',
  receiptMemory:
    'Mit ihm, und nur mit ihm, kannst du diese Antworten ändern oder zurücknehmen. Diese Seite kann ihn nicht behalten: Sichere ihn jetzt, wenn du später etwas ändern willst. Behalte ihn für dich.',
  receiptCopy: 'Beleg kopieren',
  receiptCopied: 'Kopiert',
  receiptAsk:
    'Du hast geantwortet. Um deine Antworten zu sehen oder zu ändern, braucht diese Seite den Beleg, den du beim Absenden bekommen hast; dieser Browser hat ihn nicht.',
  receiptUse: 'Antworten öffnen',
  receiptWrong: 'Ein Beleg hat 32 Zeichen von 0 bis 9 und a bis f.',

  upcoming: 'Die Fragen kommen, wenn feststeht, wer gefragt wird. Du hörst davon.',
  overTitle: 'Dieser Bogen ist geschlossen',
  over: 'Die Zeit zum Antworten ist vorbei. Was abgeschickt wurde, zählt; anderes geht nirgendwohin.',
  decline: 'Ich möchte nicht antworten',
  declineSure:
    'Du wirst in diesem Durchgang nicht noch einmal zu dieser Person gefragt. Wer dich vorgeschlagen hat, hört davon, mit deinem Grund.',
  declineWhy: 'Warum',
  declineHelp: 'Etwa: Wir haben kaum zusammengearbeitet',
  declineYes: 'Ablehnen',
  declineNo: 'Bogen behalten',
  declined: 'Du hast abgelehnt. Wer dich vorgeschlagen hat, hört davon.',
  afterStart: 'Sobald du beginnst, kann der Bogen nicht mehr abgelehnt werden.',

  nominateTitle: 'Wer gefragt werden soll',
  nominateTitleNamed: 'Wer zu {name} gefragt werden soll',
  nominateBy: (day) => `Vorschläge bis ${day}`,
  directions: {
    peer: 'Kolleginnen und Kollegen',
    upward: 'Aus dem geführten Team',
    external: 'Von außerhalb des Teams',
  },
  amount: (standing, min, max) =>
    min > 0
      ? `${String(standing)} gewählt, mindestens ${String(min)} und höchstens ${String(max)}`
      : `${String(standing)} gewählt, höchstens ${String(max)}`,
  few: 'Bei weniger als fünf kann eine einzige fehlende Antwort alles verbergen. Frag mehr, wenn du kannst.',
  added: (name) => `${name} ist vorgeschlagen`,
  nominationStates: {
    proposed: 'wartet auf Zustimmung',
    approved: 'wird gefragt',
    rejected: 'abgelehnt',
    declined: 'hat abgesagt',
    withdrawn: 'zurückgenommen',
  },
  freePlaces: 'An ihrer Stelle kann jemand anderes gefragt werden',
  replace: 'Jemand anderen vorschlagen',
  replaceNamed: (name) => `Jemand anderen vorschlagen statt ${name}`,
  replacing: (name) => `Statt ${name}`,
  neverWho: 'Wer geantwortet hat, wird nie jemandem gezeigt.',

  growthTitle: 'Hast du eine Veränderung bemerkt?',
  growthAbout: '{name} arbeitet an „{label}“ und möchte es wissen',
  growthAnswer: 'Antworten',
  growthAnswerNamed: (name, label) => `Auf die Frage von ${name} zu ${label} antworten`,
  growthChange: 'Meine Antwort ändern',
  growthChangeNamed: (name, label) => `Meine Antwort an ${name} zu ${label} ändern`,
  growthLater: 'Jetzt nicht',
  growthClose: 'Schließen',
  growthPrompt: 'Hast du eine Veränderung bemerkt?',
  growthLevels: [
    'Es ist schlechter geworden',
    'Keine Veränderung',
    'Etwas besser',
    'Deutlich besser',
    'Viel besser',
  ],
  growthWhat: 'Was hast du bemerkt?',
  growthDraft: 'Was du schreibst, bleibt verschlüsselt in diesem Browser, bis du es absendest.',
  growthSentNote: 'beantwortet',
};
