import { formats } from '../../internal/format.js';
import type { Translated } from '../index.js';
import type { reasons as english } from '../en/reasons.js';

const small = ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'];
const word = (n: number) => small[n] ?? formats('de').number(n);
const levels: Partial<Record<string, string>> = {
  learning: 'lernt es auch',
  working: 'arbeitet damit',
  strong: 'ist stark darin',
  teaching: 'gibt es weiter',
};
const times = (n: number) => (n === 1 ? 'einmal' : n === 2 ? 'zweimal' : `${formats('de').number(n)}-mal`);

export const reasons: Translated<typeof english> = {
  wishes: {
    wantedSkill: 'Die gewünschte Fähigkeit',
    evidencedSkill: 'Dank für die Fähigkeit',
    goalOverlap: 'Gemeinsame Ziele',
    gradeGap: 'Abstand der Stufen',
    timeOverlap: 'Gemeinsame Arbeitszeit',
    otherDepartment: 'Andere Abteilung',
    department: 'Abteilungen',
    sharedLanguage: 'Gemeinsame Sprache',
    location: 'Derselbe Ort',
    preference: 'Wünsche nach Personen',
    freshPartner: 'Neu füreinander',
    interests: 'Gemeinsame Interessen',
    exposure: 'Bisher von wenigen gefragt',
  },
  otherWish: 'Etwas anderes, das im Programm zählt',

  wants: (skill, mentor, level, you) =>
    `${you ? 'Du möchtest' : 'Möchte'} ${skill} lernen; ${mentor} ${levels[level] ?? 'kennt es'}`,
  thankedFor: (n) => `, ${times(n)} dafür bedankt`,
  moreWanted: (n) => ` und ${n === 1 ? 'eine weitere gewünschte' : `${word(n)} weitere gewünschte`}`,
  notWanted: (mentor) => `${mentor} hat keine der gewünschten Fähigkeiten`,
  knowsWanted: (mentor) => `${mentor} kennt einiges vom Gewünschten`,
  thanked: (n, skill) => capital(`${times(n)} Dank für ${skill || 'die gewünschten Fähigkeiten'}`),
  notThanked: 'Noch kein öffentlicher Dank für die gewünschten Fähigkeiten',
  goal: (goal) => `Beide arbeiten an ${goal}`,
  goals: (n) => (n === 1 ? 'Ein gemeinsames Ziel' : `${capital(word(n))} gemeinsame Ziele`),
  noGoal: 'Kein gemeinsames Ziel',
  grades: (n) => (n === 1 ? 'Eine Stufe Abstand' : `${capital(word(n))} Stufen Abstand`),
  sameGrade: 'Dieselbe Stufe',
  hours: (n) =>
    n > 0 && n < 1
      ? 'Weniger als eine gemeinsame Arbeitsstunde'
      : capital(`${word(n)} gemeinsame ${n === 1 ? 'Arbeitsstunde' : 'Arbeitsstunden'}`),
  between: (one, other) => `, ${one} und ${other}`,
  otherDepartments: 'Verschiedene Abteilungen',
  sameDepartment: 'Dieselbe Abteilung',
  language: (language) => `Beide sprechen ${language}`,
  noLanguage: 'Keine gemeinsame Sprache',
  place: (place) => `Beide in ${place}`,
  samePlace: 'Am selben Ort',
  otherPlaces: 'An verschiedenen Orten',
  preferred: 'Haben sich einander gewünscht',
  wished: 'Von einer Seite gewünscht',
  notWished: 'Kein Wunsch nach dieser Person',
  fresh: 'Waren noch nie zusammen',
  notFresh: 'Waren schon einmal zusammen',
  interests: (shared) => `Beide mögen ${shared}`,
  noInterest: 'Keine gemeinsamen Interessen',
  unasked: 'Im Moment fragt niemand',
  asked: (n) => capital(`${word(n)} offene ${n === 1 ? 'Anfrage' : 'Anfragen'}`),
  unknown: (wish) => `${wish}: nicht bekannt, zählt deshalb halb`,
};

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('de') + text.slice(1);
}
