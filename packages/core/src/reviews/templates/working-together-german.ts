import type { BuiltInTemplate } from '../templates.js';
import { howOftenInGerman as howOften, IN_GERMAN_WORDS } from './texts.js';

const TALKING = 'Zuhören und sprechen';
const MEETINGS = 'Besprechungen leiten';
const RELIABILITY = 'Tun, was vereinbart war';
const HELPING = 'Anderen helfen';

/** For everybody, in German: what colleagues notice of one another in daily work. */
export const WORKING_TOGETHER_GERMAN: BuiltInTemplate = {
  id: 'working-together-360-de',
  version: 1,
  language: 'de',
  draft: {
    name: 'Zusammenarbeit 360',
    description:
      'Dreizehn Aussagen zu dem, was man im Alltag voneinander bemerkt, und zwei Fragen in Worten. Passt zu jeder Rolle.',
    items: [
      howOften(TALKING, 'listens', 'Lässt andere ausreden und greift auf, was sie gesagt haben.', {
        skill: 'Zuhören',
      }),
      howOften(TALKING, 'explains', 'Erklärt so, dass auch Menschen aus anderen Fächern es verstehen.', {
        skill: 'Erklären',
      }),
      howOften(
        TALKING,
        'disagrees',
        'Sagt offen, wenn die eigene Meinung eine andere ist, und bleibt dabei sachlich.',
      ),
      howOften(MEETINGS, 'agenda', 'Macht vorher klar, wozu eine Besprechung da ist.', {
        skill: 'Besprechungen leiten',
      }),
      howOften(MEETINGS, 'voices', 'Sorgt dafür, dass in Besprechungen alle zu Wort kommen.', {
        skill: 'Besprechungen leiten',
      }),
      howOften(MEETINGS, 'results', 'Beendet Besprechungen damit, wer was bis wann tut.', {
        skill: 'Besprechungen leiten',
      }),
      howOften(RELIABILITY, 'keeps-word', 'Hält, was versprochen war, oder sagt früh, dass es nicht klappt.'),
      howOften(RELIABILITY, 'quality', 'Liefert Arbeit, auf der andere aufbauen können.'),
      howOften(RELIABILITY, 'mistakes', 'Nennt eigene Fehler, bevor andere sie finden.'),
      howOften(HELPING, 'reachable', 'Nimmt sich Zeit, wenn jemand um Hilfe bittet.', {
        skill: 'Anderen helfen',
      }),
      howOften(HELPING, 'shares', 'Gibt ungefragt weiter, was für andere wissenswert ist.', {
        skill: 'Anderen helfen',
      }),
      howOften(HELPING, 'credits', 'Nennt die Menschen, die die Arbeit gemacht haben.', {
        skill: 'Anderen helfen',
      }),
      howOften(
        'Für alle, die von dieser Person geführt werden',
        'time-for-me',
        'Nimmt sich Zeit für mich und meine Fragen.',
        {
          directions: ['upward'],
        },
      ),
      ...IN_GERMAN_WORDS,
    ],
    competencies: [
      { id: 'talking', name: TALKING, questionIds: ['listens', 'explains', 'disagrees'] },
      {
        id: 'meetings',
        name: MEETINGS,
        skill: 'Besprechungen leiten',
        questionIds: ['agenda', 'voices', 'results'],
      },
      { id: 'reliability', name: RELIABILITY, questionIds: ['keeps-word', 'quality', 'mistakes'] },
      {
        id: 'helping',
        name: HELPING,
        skill: 'Anderen helfen',
        questionIds: ['reachable', 'shares', 'credits'],
      },
    ],
  },
};
