import type { BuiltInTemplate } from '../templates.js';
import { howOften, IN_WORDS } from './texts.js';

const DIRECTION = 'Giving direction';
const GROWING = 'Helping people grow';
const SAFETY = 'Making it safe to speak';

/** For people who lead others. */
export const LEADING_PEOPLE: BuiltInTemplate = {
  id: 'leading-people-360',
  version: 1,
  language: 'en',
  draft: {
    name: 'Leading people 360',
    description: 'Nine statements on leading, and two questions in words. For people to whom others report.',
    items: [
      howOften(DIRECTION, 'goal-clear', 'Makes clear what matters most now, and why.', {
        skill: 'Setting goals',
      }),
      howOften(DIRECTION, 'decides', 'Decides in time, and says what the decision rests on.', {
        skill: 'Deciding',
      }),
      howOften(DIRECTION, 'delegates', 'Hands over whole tasks together with the right to decide in them.', {
        skill: 'Delegating',
      }),
      howOften(GROWING, 'says-good', 'Says concretely what was good.', { skill: 'Giving feedback' }),
      howOften(GROWING, 'says-better', 'Says early and kindly what should be better.', {
        skill: 'Giving feedback',
      }),
      howOften(GROWING, 'chances', 'Gives people tasks from which they learn.', { skill: 'Coaching' }),
      howOften(SAFETY, 'bad-news', 'Thanks those who bring bad news.', { skill: 'Listening' }),
      howOften(SAFETY, 'own-limits', 'Says when not knowing something, and asks.', { skill: 'Listening' }),
      howOften(SAFETY, 'fair', 'Treats people alike, whoever they are.'),
      ...IN_WORDS,
    ],
    competencies: [
      {
        id: 'direction',
        name: DIRECTION,
        skill: 'Setting goals',
        questionIds: ['goal-clear', 'decides', 'delegates'],
      },
      {
        id: 'growing',
        name: GROWING,
        skill: 'Giving feedback',
        questionIds: ['says-good', 'says-better', 'chances'],
      },
      { id: 'safety', name: SAFETY, skill: 'Listening', questionIds: ['bad-news', 'own-limits', 'fair'] },
    ],
  },
};
