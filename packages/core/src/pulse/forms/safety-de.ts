import type { SafetyText } from './safety-text.js';

/** The safety form and its guide in German, in our own words. */
export const safetyDe: SafetyText = {
  labels: ['Trifft gar nicht zu', 'Trifft eher nicht zu', 'Teils, teils', 'Trifft eher zu', 'Trifft voll zu'],
  items: {
    mistakes: {
      prompt: 'Wer in diesem Team etwas falsch macht, bekommt es noch lange zu hören.',
      about: 'Wo Fehler nachgetragen werden, verschweigt man sie, und dieselben kommen wieder.',
      questions: [
        'Aus welchem Fehler der letzten Monate haben wir am meisten gelernt? Was haben wir einander gesagt, als er herauskam?',
        'Was müsste anders sein, damit ein Fehler noch am selben Tag erzählt wird?',
        'Wer leitet: Welchen eigenen Fehler kannst du als Erstes erzählen?',
      ],
    },
    hardTopics: {
      prompt: 'In diesem Team kann jede und jeder ein schwieriges Problem auf den Tisch legen.',
      about: 'Was in der Besprechung nicht gesagt wird, wird danach gesagt, wo es niemand beheben kann.',
      questions: [
        'Worüber sprechen wir in der Küche, aber nicht in der Besprechung?',
        'An welcher Stelle der Woche wäre Platz für das Schwierige?',
        'Wie haben wir reagiert, als zuletzt jemand eine schlechte Nachricht brachte?',
      ],
    },
    different: {
      prompt: 'Wer anders ist als die anderen, hat es in diesem Team schwerer, dazuzugehören.',
      about:
        'Unterschiede in Alter, Sprache, Herkunft oder Arbeitsweise kosten uns Ideen, wo sie Zugehörigkeit kosten.',
      questions: [
        'Zu wessen Arbeitsweise passen unsere Gewohnheiten, und zu wessen nicht?',
        'Wer spricht in unseren Besprechungen am meisten, und wen haben wir lange nicht gehört?',
        'Was könnten wir ändern, damit jemand Neues ab der ersten Woche dazugehört?',
      ],
    },
    risk: {
      prompt:
        'In diesem Team kann ich etwas mit offenem Ausgang versuchen, ohne um mein Ansehen fürchten zu müssen.',
      about: 'Wo ein misslungener Versuch gegen einen spricht, wird nur noch das Sichere versucht.',
      questions: [
        'Was haben wir zuletzt versucht, das nicht gelang? Wie erging es denen, die es versucht haben?',
        'Wo könnten wir etwas Kleines versuchen, dessen Ende wir vorher vereinbaren?',
        'Woran unterscheiden wir einen guten Versuch, der misslang, von Nachlässigkeit?',
      ],
    },
    askHelp: {
      prompt: 'Es kostet mich Überwindung, jemanden in diesem Team um Hilfe zu bitten.',
      about: 'Wer nicht fragt, verliert Tage an etwas, das eine Kollegin in einer Minute weiß.',
      questions: [
        'Wann hast du zuletzt um Hilfe gebeten, und was hat es leicht oder schwer gemacht?',
        'Woran sieht jemand, dass du gerade einen Moment Zeit hast?',
        'Wen fragen alle, und wie nehmen wir dieser Person etwas davon ab?',
      ],
    },
    undermine: {
      prompt: 'Niemand in diesem Team würde wissentlich gegen das arbeiten, was ich tue.',
      about: 'Zweifel an den Absichten der anderen macht jeden Satz zu einer Frage der Vorsicht.',
      questions: [
        'Wo stehen unsere Ziele einander im Weg, ohne dass es jemand so meint?',
        'Wie klären wir, wer entscheidet, bevor zwei verschieden entscheiden?',
        'Was tun wir, wenn sich jemand übergangen fühlt?',
      ],
    },
    strengths: {
      prompt: 'Was gerade ich kann, ist in diesem Team gefragt und wird genutzt.',
      about: 'Wer nicht einbringen kann, was sie oder er gut kann, wird still oder geht.',
      questions: [
        'Was kann jede und jeder von uns, wovon die anderen nichts wissen?',
        'Welche Aufgabe würdest du morgen übernehmen, wenn du wählen könntest?',
        'Wofür hast du zuletzt jemandem in diesem Team gedankt?',
      ],
    },
  },
  words: {
    prompt: 'Was sollte sich ändern, damit es leichter wird, in diesem Team offen zu sprechen?',
    help: 'Schreib so, dass es nicht verrät, wer du bist: keine Namen, keine Tage, nichts, was nur du wissen kannst.',
  },
};
