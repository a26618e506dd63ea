import { formats, plural } from '../../internal/format.js';
import type { Translated } from '../index.js';
import type { workbench as english } from '../en/workbench.js';

const count = /* @__PURE__ */ plural('de');
const number = (value: number) => formats('de').number(value);
const pairsOf = (n: number) => count(n, { one: '# Paar', other: '# Paare' });
const points = (n: number) => count(n, { one: '# Punkt', other: '# Punkte' });
const places = (n: number) => count(n, { one: '# Platz', other: '# Plätze' });

export const workbench: Translated<typeof english> = {
  crumb: (program) => `${program} · Zuordnung`,
  size: (menteeCount, mentorCount, placeCount) =>
    `${number(menteeCount)} Mentees, ${number(mentorCount)} Mentor:innen, ${places(placeCount)}`,
  none: 'Noch ist niemand zugeordnet. Ein Lauf schlägt Paare für alle zugleich vor. Verschickt wird erst etwas, wenn du veröffentlichst.',
  notYet: 'Zugeordnet wird, wenn die Anmeldung vorbei ist. Beginne die Zuordnung zuerst im Programm.',
  notYours: 'Nur wer dieses Programm leitet, kann seine Leute zuordnen.',
  run: 'Paare finden',
  runAgain: 'Neu berechnen',
  publish: (n) => count(n, { one: '# Paar veröffentlichen', other: '# Paare veröffentlichen' }),
  published: 'Diese Paare sind veröffentlicht. Alle wissen Bescheid.',
  superseded: 'Ein neuerer Lauf hat diesen abgelöst.',
  outdated: 'Seit diesem Lauf haben sich Leute oder Regeln geändert. Berechne neu, um das einzubeziehen.',
  failed: 'Der Lauf brach ab. Die Paare davor sind unberührt.',
  canceled: 'Der Lauf wurde abgebrochen. Nichts hat sich geändert.',
  running: 'Alle werden zugleich zugeordnet',
  phases: {
    reading: 'Lesen, wer teilnimmt',
    candidates: 'Passende Paare suchen',
    solving: 'Das Beste für alle zusammen finden',
    pricing: 'Prüfen, dass nichts besser ist',
    fairness: 'Das schlechteste Paar anheben',
    explaining: 'Die Gründe aufschreiben',
  },
  cancelRun: 'Lauf abbrechen',
  finished: (matched, of) => `Der Lauf ist fertig: ${number(matched)} von ${number(of)} sind zugeordnet.`,

  figures: 'Der Lauf in Zahlen',
  matchedOf: (n, of) => `${number(n)} von ${number(of)}`,
  matched: 'zugeordnet',
  mean: 'mittlere Punkte',
  worst: 'schwächstes Paar',
  locked: (n) => (n === 1 ? 'von dir festgehalten' : 'von dir festgehalten'),
  proof: 'Keine andere Zuordnung nach diesen Regeln hat mehr Punkte.',
  checkedAll: (n) => `Geprüft über alle ${number(n)} möglichen Paare.`,
  checkedEvery: 'Geprüft über jedes mögliche Paar.',
  checkedSome: 'Geprüft über die aussichtsreichsten Paare jeder Person.',
  unproved: (n) => `Höchstens ${points(n)} insgesamt wären noch zu gewinnen.`,
  proofFigures: 'Die Zahlen des Beweises',
  primal: 'Kosten dieser Zuordnung',
  dual: 'Weniger kosten kann keine als',
  gap: 'Unterschied',
  inputs: 'Fingerabdruck der Eingaben',
  took: 'Rechenzeit',
  milliseconds: (n) => `${number(n)} ms`,
  proofHelp:
    'Kosten sind, was den Paaren zu voller Punktzahl fehlt, und was es kostet, jemanden auszulassen. Dieselben Leute und Regeln ergeben denselben Lauf, mit demselben Fingerabdruck.',

  pairs: 'Paare, die schwächsten zuerst',
  pairsRange: (from, to, of) => `Paare ${number(from)} bis ${number(to)} von ${number(of)}`,
  earlier: 'Zurück',
  later: 'Weiter',
  noPairs: 'Es ließ sich kein Paar bilden.',
  wants: (skills) => `möchte ${skills} lernen`,
  placesTaken: (taken, of) => `${number(taken)} von ${count(of, { one: '# Platz', other: '# Plätzen' })}`,
  showWhy: (mentee, mentor, score) => `Warum ${mentee} und ${mentor}, ${number(score)} von 100`,
  score: (n) => `${number(n)} von 100`,
  lock: (mentee, mentor) => `${mentee} und ${mentor} festhalten`,
  unlock: (mentee, mentor) => `${mentee} und ${mentor} freigeben`,
  lockedNow: (mentee, mentor) => `${mentee} und ${mentor} bleiben in jedem Lauf zusammen.`,
  unlockedNow: (mentee, mentor) => `${mentee} und ${mentor} kann ein Lauf wieder trennen.`,
  byHand: 'von Hand zugeordnet',
  ruleSetAside: (why) => `Regel außer Kraft: ${why}`,

  pickUp: (mentee) => `${mentee} jemand anderem zuordnen`,
  carrying: (mentee) => `Wähle einen neuen Platz für ${mentee}.`,
  carryHelp: 'Pfeiltasten führen zum nächsten Platz, Enter legt ab, Escape legt zurück.',
  pickedUp: (mentee) =>
    `${mentee} ist aufgenommen. Pfeiltasten führen zu den Plätzen, Enter legt ab, Escape legt zurück.`,
  putBack: 'Zurücklegen',
  putBackNow: (mentee) => `${mentee} ist wieder am alten Platz.`,
  swapWith: (mentee, mentor) => `Tauschen mit ${mentee}, zu ${mentor}`,
  swapHere: 'Tauschen',
  giveTo: (mentor, left) => `Hierher: ${mentor}, ${places(left)} frei`,
  putHere: 'Hierher',
  moved: (mentee, mentor) => `${mentee} ist jetzt bei ${mentor}.`,
  swapped: (one, other) => `${one} und ${other} haben getauscht.`,

  overrideTitle: 'Eine Regel spricht dagegen',
  overrideText: (mentee, mentor) => `${mentee} und ${mentor}:`,
  overrideWhy: 'Warum ist es richtig, die Regel hier außer Kraft zu setzen?',
  overrideHelp: 'Steht beim Paar. Wer das Programm leitet, kann es lesen.',
  overrideDo: 'Regel außer Kraft setzen',
  overrideNeed: 'Schreib ein oder zwei Sätze.',
  rules: {
    always: 'Eine Person ist in der Führungslinie der anderen, oder eine Seite möchte das nicht.',
    self: 'Niemand ist sich selbst Mentor:in.',
    blocked: 'Zwischen den beiden steht eine Regel, die hier nicht gezeigt wird.',
    optOut: 'Eine Seite nimmt an der Zuordnung nicht teil.',
    notEligible: 'Eine Seite darf an diesem Programm nicht teilnehmen.',
    noCapacity: 'Es wird kein Platz angeboten.',
    reportingLine: 'Eine Person ist in der Führungslinie der anderen.',
    commonLanguage: 'Sie haben keine gemeinsame Sprache.',
    hoursApart: 'Ihre Uhren gehen zu weit auseinander.',
    overlapHours: 'Ihre Arbeitstage haben zu wenig Zeit gemeinsam.',
    levelGap: 'Der Abstand der Stufen passt nicht zum Programm.',
    strongerInSkill: 'Sie ist in dem, was gewünscht ist, nicht stärker.',
    sameTeam: 'Sie sind im selben Team.',
    sameDepartment: 'Sie sind in derselben Abteilung.',
    training: 'Die Schulung ist nicht abgeschlossen.',
    previousPartners: 'Sie waren schon einmal ein Paar.',
  },
  otherRule: 'Eine Regel des Programms steht zwischen den beiden.',

  withoutMentor: 'Noch ohne Mentor:in',
  everyoneMatched: 'Alle, die jemanden suchen, sind zugeordnet.',
  freePlaces: 'Freie Plätze',
  free: (n) => count(n, { one: '# freier Platz', other: '# freie Plätze' }),
  moreLeft: (n) => count(n, { one: '# weitere Person', other: '# weitere' }),
  why: {
    noMentors: 'Niemand hat sich als Mentor:in angemeldet.',
    noMentorWithSkill: (skills) =>
      skills
        ? `möchte ${skills} lernen. Niemand bietet es an.`
        : 'möchte etwas lernen, das niemand anbietet.',
    allTaken: (wanting, placeCount, mentorCount) =>
      wanting
        ? `gehört zu ${number(wanting)} Mentees, für die nur ${count(mentorCount, { one: 'eine Person', other: '# Personen' })} in Frage kommen. Dort gibt es ${places(placeCount)}.`
        : 'wäre zuzuordnen, aber alle Plätze gingen an andere, die ohne sie mehr verlieren.',
    rules: 'hat niemanden, den die Regeln zulassen.',
    barred: (rule, n) => `${rule} Das schließt ${count(n, { one: 'eine Person', other: '# Personen' })} aus.`,
    training: 'hat die Schulung noch nicht abgeschlossen.',
    notWorthIt: (best) => `hätte höchstens ${number(best)} Punkte, was dem Programm zu wenig ist.`,
    unneeded: 'wird in diesem Lauf nicht gebraucht.',
    byHand: 'hat den Platz verloren, als du jemanden verschoben hast.',
    other: 'ließ sich nicht zuordnen.',
  },
  relax: (n) => (n === 1 ? 'Ohne diese Regel gäbe es jemanden:' : 'Ohne diese Regeln gäbe es jemanden:'),

  whyTitle: (mentee, mentor) => `Warum ${mentee} und ${mentor}`,
  whyPick: 'Wähle ein Paar, um zu sehen, warum.',
  whySum: (n) => `${number(n)} von 100 insgesamt`,
  pointsOf: (n, of) => `${number(n)} von ${number(of)}`,
  partsTable: 'Die Punkte als Tabelle',
  partsCaption: 'Woraus die Punkte bestehen',
  criterion: 'Was zählt',
  pointsColumn: 'Punkte',
  mostColumn: 'Höchstens',
  better: (mentee) => `Wer für ${mentee} ebenso viele oder mehr Punkte hätte`,
  nobodyBetter: (mentee) => `Niemand sonst hätte für ${mentee} so viele Punkte.`,
  rank: (n, of) => `Platz ${number(n)} von ${number(of)}, die die Regeln zulassen`,
  betterScore: (name, n) => `${name}, ${number(n)}`,
  full: (mentee, cost) =>
    cost > 0
      ? `voll; der Platz für ${mentee} kostet das Programm ${points(cost)}`
      : `voll; der Platz für ${mentee} kostete das Programm nichts`,
  fullBut: (cost) => `ein Platz ist frei, aber das Programm verlöre ${points(cost)}`,
  otherWhy: 'für alle zusammen nicht besser',

  curveTitle: 'Wenn sich etwas ändert: Paare behalten oder höchste Summe',
  curveHelp: 'Was es an Punkten kostet, Paare zu behalten',
  curveLabel: 'Wie sehr bestehende Paare bleiben sollen',
  curveNone: 'Noch ist nichts zu behalten: Die Kurve gibt es nach dem ersten Lauf.',
  curveFlat: 'Nichts spricht dagegen: Alle diese Paare können ohne Verlust zusammenbleiben.',
  bestTotal: (n) =>
    n
      ? `höchste Summe, ${pairsOf(n)} ${n === 1 ? 'wechselt' : 'wechseln'}`
      : 'höchste Summe, niemand wechselt',
  nobodyMoves: 'niemand wechselt',
  fewestMove: (n) => `mindestens ${pairsOf(n)} ${n === 1 ? 'wechselt' : 'wechseln'}`,
  curveNow: (n) => `${pairsOf(n)}`,
  curveSentence: (n) => `Hier ${n < 2 ? 'würde' : 'würden'} {pairs} wechseln und die Summe verlöre {lost}.`,
  noPair: 'kein Paar',
  runLikeThis: 'So berechnen',
  curveHere: (n, lost) => [pairsOf(n), lost && `−${lost}`].filter(Boolean).join(', '),
  curveTable: 'Die Kurve als Tabelle',
  stayColumn: 'Bonus fürs Bleiben',
  movedColumn: 'Paare, die wechseln',
  lostColumn: 'Verlorene Summe',

  fairTitle: 'Wenn das schwächste Paar vorginge',
  fairAsk: 'Vergleichen',
  fairSame: 'Das schwächste Paar kann nicht besser werden. Nichts würde sich ändern.',
  fairSentence: (worst, fairWorst, lost) =>
    `Das schwächste Paar stiege von ${number(worst)} auf ${number(fairWorst)} Punkte, und die Summe verlöre ${lost}.`,
  fairMoves: (n) => count(n, { one: '# Paar würde sich ändern.', other: '# Paare würden sich ändern.' }),
  fairUse: 'Mit dem Schwächsten zuerst berechnen',

  placesTitle: 'Wo ein weiterer Platz am meisten hilft',
  placesHelp: 'Was das Programm durch einen weiteren Platz für diese Fähigkeit gewänne.',
  placesNone: 'Ein weiterer Platz brächte nichts: Für jede Fähigkeit gibt es genug.',
  placesTable: 'Die Balken als Tabelle',
  skillColumn: 'Fähigkeit',
  gainColumn: 'Gewonnene Punkte',
  wantedColumn: 'Mentees, die sie lernen möchten',
  gain: (n) => `+${number(n)}`,

  publishTitle: (n) => count(n, { one: '# Paar veröffentlichen?', other: '# Paare veröffentlichen?' }),
  publishPeople: (menteeCount, mentorCount) =>
    `${number(menteeCount)} Mentees und ${number(mentorCount)} Mentor:innen erfahren, mit wem sie zusammenkommen, und werden gebeten, die Vereinbarung zu unterschreiben.`,
  publishLeft: (n) =>
    n === 1
      ? '{names} ist nicht zugeordnet, bekommt keine Nachricht und wartet auf den nächsten Lauf.'
      : '{names} sind nicht zugeordnet, bekommen keine Nachricht und warten auf den nächsten Lauf.',
  publishReasons:
    'Beide sehen, warum sie zusammenpassen. Niemand sieht Punkte anderer oder wer nicht gewählt wurde.',
  publishFinal:
    'Veröffentlichte Paare lassen sich hier nicht zurücknehmen; jedes Paar kann weiterhin beendet werden.',
  publishOutdated: 'Seit diesem Lauf haben sich Leute oder Regeln geändert.',
  publishDo: 'Jetzt veröffentlichen',
  someOthers: (names, n) => `${names} und ${number(n)} weitere`,
  publishedNow: 'Veröffentlicht. Alle wissen Bescheid.',
};
