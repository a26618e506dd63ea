import type { ProgramTemplate } from './template.js';

/** Six sessions with a coach on one question. */
export const COACHING: ProgramTemplate = {
  id: 'coaching-six-sessions',
  name: 'Coaching, six sessions',
  draft: {
    name: 'Coaching, six sessions',
    purpose: 'Six sessions with an internal coach on one question that the coachee brings.',
    objectives: ['Reach one goal that the coachee has set.'],
    outcomes: ['Coachees rate how near they came to their goal.'],
    kind: 'coaching',
    direction: 'either',
    form: 'evergreen',
    guides: {
      mentor:
        'The coachee knows the answer or can find it. Ask, reflect, hold the goal. Give advice only when asked for it, and say that it is advice.',
      mentee: 'Bring one question that is yours to change. Between sessions, try what you decided to try.',
    },
    agreement:
      'We meet six times within four months. Everything said stays with the coach and the coachee. The coachee owns the goal; the coach owns the process. Either may end it.',
    plan: [
      {
        title: 'Contract and goal',
        agenda: 'What is the question? What would be different? How will you notice?',
        dueAfterDays: 14,
      },
      {
        title: 'Where you are now',
        agenda: 'Describe a day like today. What works already? On a scale, where are you?',
        dueAfterDays: 30,
      },
      {
        title: 'What is possible',
        agenda: 'Find five ways, also odd ones. Choose one. What is the smallest step?',
        dueAfterDays: 50,
      },
      {
        title: 'What happened',
        agenda: 'What did you try? What did you learn? What now?',
        dueAfterDays: 70,
      },
      {
        title: 'What holds you back',
        agenda: 'What is in the way, and what is it good for?',
        dueAfterDays: 95,
      },
      {
        title: 'Keeping it',
        agenda: 'Scale again. What will you keep doing? Who will notice?',
        dueAfterDays: 120,
      },
    ],
    cadenceDays: 20,
    stalledAfterDays: 30,
    capacityDefault: 3,
    rules: {
      otherTeam: true,
      commonLanguage: true,
      newPartners: true,
      wishes: [
        { wish: 'wantedSkill', weight: 30 },
        { wish: 'preference', weight: 30 },
        { wish: 'timeOverlap', weight: 20 },
        { wish: 'otherDepartment', weight: 20 },
      ],
    },
  },
};
