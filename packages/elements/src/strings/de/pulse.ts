import { plural } from '../../internal/format.js';
import type { pulse as english } from '../en/pulse.js';
import type { Translated } from '../index.js';

const count = /* @__PURE__ */ plural('de');

export const pulse: Translated<typeof english> = {
  mineTitle: 'Umfragen für dich',
  mineEmpty: 'Nichts zu beantworten. Wenn dich jemand fragt, stehen die Fragen hier.',
  allMine: 'Alle Umfragen',
  openUntil: (day) => `offen bis ${day}`,
  answerIt: 'Antworten',
  answerNamed: (title) => `„${title}“ beantworten`,
  answeredNamed: (title) => `Meine Antworten ändern: „${title}“`,
  states: { open: 'zu beantworten', started: 'begonnen', answered: 'beantwortet' },
  questions: (n) => count(n, { one: '# Frage', other: '# Fragen' }),

  before: 'Bevor du beginnst',
  modes: {
    confidential: 'Vertraulich',
    sealed: 'Versiegelt',
  },
  modeWords: {
    confidential:
      'Kein Mensch kann sehen, welche Antworten von dir sind. Der Server kann sie dir zuordnen, bis die Ergebnisse gemacht werden, damit du sie ändern kannst; dann werden die Antworten gelöscht.',
    sealed:
      'Deine Antworten liegen getrennt von deinem Namen, unter einer Quittung, die nur dieser Browser hat. Ist die Umfrage geschlossen, kann sie dir nichts mehr zuordnen.',
  },
  k: (n) => `Werte werden für Gruppen ab ${String(n)} Antworten gezeigt`,
  kWords: (text) =>
    `Kleinere Gruppen bleiben verborgen, auch vor denen, die leiten. Worte erscheinen nur, wenn mindestens ${String(text)} Menschen geantwortet haben, und dann in zufälliger Folge, getrennt von den Werten.`,
  readersTitle: 'Wer die Ergebnisse liest',
  readers: {
    asker: (name) => `${name}, von wem die Umfrage ist: das Ganze`,
    whole: (names) => `${names}: das Ganze und die Gruppen`,
    managers: 'Führungskräfte: ihr eigenes Team, wenn es groß genug ist',
    members: 'Mitglieder: ihr eigenes Team, wenn es groß genug ist',
  },
  roleNames: { hrAdmin: 'HR', analyst: 'Auswertende' },
  participation:
    'Dass du geantwortet hast, weiß der Server, damit niemand doppelt antwortet. Kein Mensch kann es nachsehen.',
  begin: 'Beginnen',
  goOn: 'Weiter',
  backToBefore: 'Wie deine Antworten geschützt sind',
  beforeShort: (mode, k) => `${mode} · gezeigt ab ${String(k)} Antworten`,

  send: 'Antworten senden',
  sendAgain: 'Geänderte Antworten senden',
  sending: 'Wird gesendet…',
  door: 'Eine Tür für eine Antwort offen lassen',
  doorHelp:
    'Wer deine Worte liest, kann dann antworten, ohne zu wissen, von wem sie sind. Der Schlüssel bleibt in diesem Browser; Nachrichten reisen einmal am Tag, um Mitternacht UTC.',
  doorNotLasting:
    'Wer deine Worte liest, kann dann antworten, ohne zu wissen, von wem sie sind. Aber diese Seite kann keinen Schlüssel behalten: Du könntest die Antwort nur lesen, solange sie offen bleibt.',
  notLasting:
    'Diese Seite ist auf ihrem Weg nicht verschlüsselt, deshalb behält der Browser nichts sicher: Was du schreibst, und deine Quittung, sind weg, wenn du sie schließt. Antworte in einem Zug, und sichere die Quittung, wenn du vielleicht etwas ändern willst.',
  thanks: 'Danke.',
  thanksWords: 'Deine Antworten sind da.',
  changeUntil: (day) => `Du kannst sie bis ${day} ändern.`,
  change: 'Meine Antworten ändern',
  takeBack: 'Meine Antworten zurücknehmen',
  takeBackSure: 'Deine Antworten werden gelöscht. Bis die Umfrage schließt, kannst du neu antworten.',
  takeBackYes: 'Meine Antworten löschen',
  takeBackNo: 'Behalten',
  takenBack: 'Deine Antworten sind gelöscht.',
  receipt: 'Deine Quittung',
  receiptWords:
    'Mit ihr, und mit nichts anderem, lassen sich diese Antworten ändern oder zurücknehmen, bis die Umfrage schließt. Dieser Browser behält sie; sichere sie, wenn du sie vielleicht anderswo ändern willst.',
  receiptWordsUnkept:
    'Mit ihr, und mit nichts anderem, lassen sich diese Antworten ändern oder zurücknehmen, bis die Umfrage schließt. Diese Seite kann sie nicht behalten: Sichere sie jetzt.',
  receiptLost:
    'Dieser Browser hat keine Quittung für deine Antworten und kann sie daher weder zeigen noch ändern. Gib die Quittung ein, die du gesichert hast.',
  receiptUse: 'Diese Quittung verwenden',
  receiptForm: 'Eine Quittung hat 32 Buchstaben und Ziffern.',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  kept: {
    browser: 'In diesem Browser behalten',
    memory: 'Behalten, bis die Seite geschlossen wird',
    server: 'Gesichert',
  },

  trendTitle: 'Sicherheit im Team',
  survey: 'Welche Umfrage',
  below: (name) => `Alle unter ${name}`,
  outOf: (max) => `von ${max}`,
  askTeam: 'Frag dein Team',
  askTeamWords:
    'Sieben Aussagen dazu, wie sicher es ist, im Team offen zu sprechen, und eine Frage in Worten, für alle, die direkt zu dir gehören.',
  titleField: 'Wie die Umfrage heißt',
  purpose: 'Warum du fragst',
  purposeHelp: 'Alle lesen das vor der ersten Frage.',
  modeField: 'Wie Antworten aufbewahrt werden',
  membersRead: 'Auch die Gefragten sehen die Werte',
  openDays: 'Wie viele Tage sie offen ist',
  needTitle: 'Gib ihr einen Namen.',
  needPurpose: 'Sag, warum du fragst.',
  tooLong: (max) => `Höchstens ${max} Zeichen.`,
  openNow: 'Jetzt fragen',
  openSure:
    'Jetzt werden alle gefragt. Wer gefragt wird, wer liest und ab wie vielen Antworten Werte erscheinen, lässt sich danach nicht mehr ändern.',
  closeNow: 'Umfrage schließen',
  closeWaveSure: 'Niemand kann noch antworten, und die Ergebnisse werden gemacht.',
  notNow: 'Nicht jetzt',
  reportEmpty: 'Noch keine Ergebnisse. Wenn eine Umfrage zu Ende ist, steht hier, was sie zeigt.',
  wave: 'Umfrage',
  waveOf: (day) => `geschlossen am ${day}`,
  group: 'Für',
  everyone: 'Alle, die gefragt wurden',
  whole: 'Wie sicher es ist, offen zu sprechen',
  bands: {
    '3-4': '3–4 Antworten',
    '5-9': '5–9 Antworten',
    '10-19': '10–19 Antworten',
    '20-49': '20–49 Antworten',
    '50+': '50 oder mehr Antworten',
  },
  spread: {
    close: 'Die Antworten liegen nah beieinander.',
    mixed: 'Die Antworten sind verschieden.',
    farApart: 'Die Antworten liegen weit auseinander.',
  },
  spreadNumber: (sd) => `Die Antworten weichen um etwa ${sd} davon ab.`,
  rate: (percent) => `${percent} der Gefragten haben geantwortet.`,
  rateFull: 'Über 95 %',
  items: 'Aussage für Aussage',
  itemsHelp: 'Höher ist überall besser: Umgekehrt Gefragtes ist gedreht.',
  reversed: 'umgekehrt gefragt',
  endLow: 'weniger sicher',
  endHigh: 'sicherer',
  spreadShort: { close: 'nah beieinander', mixed: 'verschieden', farApart: 'weit auseinander' },
  spreadShortNumber: (sd) => `Streuung ${sd}`,
  low: 'niedrig',
  lowest: (prompt) => `Am niedrigsten: „${prompt}“`,
  itemsLabel: 'Mittelwert jeder Aussage',
  mean: 'Mittelwert',
  trend: 'Von Umfrage zu Umfrage',
  trendHidden:
    'Ein Vergleich mit der Umfrage davor erscheint, wenn er nicht verrät, wer anders geantwortet hat.',
  words: 'In eigenen Worten',
  wordsHelp: 'In zufälliger Folge. Niemand kann gefragt werden, von wem sie sind.',
  hidden:
    'Hier wird nichts gezeigt: weniger als {k} Antworten, oder ein Wert, aus dem sich errechnen ließe, was wenige gesagt haben.',
  hiddenSome:
    'Was nicht gezeigt wird, kommt von weniger als {k} Antworten oder ließe errechnen, was wenige gesagt haben.',
  guideOnly:
    'Ein so kleines Team bekommt keine Werte, damit alle frei antworten können. Was hilft, ist darüber zu sprechen: So könnt ihr beginnen.',
  guide: 'Sprecht darüber',
  guideWords: 'Wählt eine Frage, nehmt euch eine halbe Stunde, und lasst die Stillsten zuerst sprechen.',
  exportCsv: 'Als Tabelle sichern',
  answered: (n) => `Bisher haben etwa ${String(n)} geantwortet`,
  stillOpen: (day) => `Die Umfrage ist offen bis ${day}. Ergebnisse kommen, wenn sie geschlossen ist.`,

  threadsTitle: 'Antworten ohne Namen',
  earlier: 'Frühere zeigen',
  earlierFound: (n) => count(n, { one: 'Ein früheres Gespräch', other: '# frühere Gespräche' }),
  earlierNone: 'In den Ergebnissen davor gibt es keines.',
  threadsNone: 'Kein Gespräch in den letzten Ergebnissen.',
  threadsEmpty:
    'Noch kein Gespräch. Es beginnt, wenn jemand in einer Umfrage eine Tür offen lässt und eine Antwort bekommt.',
  askerPart: 'Worte mit offener Tür',
  askerHelp:
    'Du kannst antworten; von wem es ist, erfährst du nicht, und keine Nachricht sagt, wann sie geschrieben wurde.',
  writerPart: 'Antworten an dich',
  writerHelp:
    'Zu diesen Gesprächen hat dieser Browser den Schlüssel. Niemand weiß, dass sie deine sind; wer diesen Browser hat, weiß es.',
  travels: 'Nachrichten reisen einmal am Tag, um Mitternacht UTC, damit keine Zeit verrät, von wem sie sind.',
  waitsToTravel: 'Reist um Mitternacht UTC',
  onlyHere:
    'Den Schlüssel zu deinen Worten hat allein dieser Browser. Werden seine Daten gelöscht, ist er verloren.',
  theAsker: 'Jemand von denen, die fragen',
  doorsWaiting: (n) =>
    count(n, {
      one: 'Noch eine Tür ist offen: Dort hat niemand geantwortet, oder die Worte wurden nicht gezeigt.',
      other: 'Noch # Türen sind offen: Dort hat niemand geantwortet, oder die Worte wurden nicht gezeigt.',
    }),
  unnamed: 'Von wem die Worte sind',
  youUnnamed: 'Du, ohne Namen',
  reply: 'Antworten',
  replyTo: (text) => `Auf „${text}“ antworten`,
  replyLabel: 'Deine Antwort',
  replySeen: (name) =>
    `Wer die Worte schrieb und wer die Ergebnisse liest, sieht sie mit deinem Namen, ${name}`,
  saySeen: 'Wer die Ergebnisse liest, sieht sie, ohne deinen Namen',
  say: 'Antworten',
  sayTo: (text) => `Zu „${text}“ antworten`,
  sayLabel: 'Deine Antwort, ohne Namen',
  sent: 'Sie reist um Mitternacht UTC.',
  sendReply: 'Senden',
  needText: 'Schreib zuerst etwas.',
  closeThread: 'Gespräch beenden',
  closeSure: 'Niemand kann noch darin schreiben.',
  threadClosed: 'Beendet',
};
