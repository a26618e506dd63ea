import type { BuiltInTemplate } from '../templates.js';
import { howOftenInGerman as howOften, IN_GERMAN_WORDS } from './texts.js';

const DIRECTION = 'Richtung geben';
const GROWING = 'Menschen wachsen lassen';
const SAFETY = 'Offenes Sprechen sicher machen';

/** For people who lead others, in German. */
export const LEADING_PEOPLE_GERMAN: BuiltInTemplate = {
  id: 'leading-people-360-de',
  version: 1,
  language: 'de',
  draft: {
    name: 'Führung 360',
    description: 'Neun Aussagen zum Führen und zwei Fragen in Worten. Für Menschen, die andere führen.',
    items: [
      howOften(DIRECTION, 'goal-clear', 'Macht klar, was jetzt am wichtigsten ist, und warum.', {
        skill: 'Ziele setzen',
      }),
      howOften(DIRECTION, 'decides', 'Entscheidet rechtzeitig und sagt, worauf die Entscheidung beruht.', {
        skill: 'Entscheiden',
      }),
      howOften(DIRECTION, 'delegates', 'Gibt ganze Aufgaben ab, mit dem Recht, darin zu entscheiden.', {
        skill: 'Delegieren',
      }),
      howOften(GROWING, 'says-good', 'Sagt konkret, was gut war.', { skill: 'Rückmeldung geben' }),
      howOften(GROWING, 'says-better', 'Sagt früh und freundlich, was besser werden soll.', {
        skill: 'Rückmeldung geben',
      }),
      howOften(GROWING, 'chances', 'Gibt Menschen Aufgaben, an denen sie lernen.', { skill: 'Coaching' }),
      howOften(SAFETY, 'bad-news', 'Dankt denen, die schlechte Nachrichten bringen.', { skill: 'Zuhören' }),
      howOften(SAFETY, 'own-limits', 'Sagt, wenn sie oder er etwas nicht weiß, und fragt nach.', {
        skill: 'Zuhören',
      }),
      howOften(SAFETY, 'fair', 'Behandelt Menschen gleich, wer immer sie sind.'),
      ...IN_GERMAN_WORDS,
    ],
    competencies: [
      {
        id: 'direction',
        name: DIRECTION,
        skill: 'Ziele setzen',
        questionIds: ['goal-clear', 'decides', 'delegates'],
      },
      {
        id: 'growing',
        name: GROWING,
        skill: 'Rückmeldung geben',
        questionIds: ['says-good', 'says-better', 'chances'],
      },
      { id: 'safety', name: SAFETY, skill: 'Zuhören', questionIds: ['bad-news', 'own-limits', 'fair'] },
    ],
  },
};
