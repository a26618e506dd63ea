import type { ProgramTemplate } from './template.js';

/** Evergreen: whoever joins gets somebody to ask. */
export const NEW_HIRE_BUDDIES: ProgramTemplate = {
  id: 'new-hire-buddies',
  name: 'New-hire buddies',
  draft: {
    name: 'New-hire buddies',
    purpose: 'Whoever is new has a colleague to ask, from the first day to the end of the third month.',
    objectives: [
      'Know who does what, and how things are done here.',
      'Meet ten people outside of the own team.',
    ],
    outcomes: [
      'Every new person has a buddy within a week.',
      'New people say that they had somebody to ask.',
    ],
    kind: 'buddy',
    direction: 'either',
    form: 'evergreen',
    guides: {
      mentor:
        'Say hello before the first day. Have lunch together in the first week. No question is too small. You are a colleague, not a second manager: nothing that you are told goes to anybody else.',
      mentee:
        'Ask. Your buddy has volunteered for exactly that. Write down what surprises you: it fades quickly.',
    },
    agreement:
      'We talk every week in the first month, and every other week after that. What we talk about stays between us.',
    plan: [
      { title: 'Hello', agenda: 'Who we are. The first week: where, when, with whom.', dueAfterDays: 2 },
      {
        title: 'The first week',
        agenda: 'What was clear, what was not? Whom to meet next?',
        dueAfterDays: 7,
      },
      { title: 'The first month', agenda: 'What surprised you? What would you change?', dueAfterDays: 30 },
      {
        title: 'Three months',
        agenda: 'What would have helped sooner? Would you like to be a buddy yourself?',
        dueAfterDays: 90,
      },
    ],
    cadenceDays: 14,
    stalledAfterDays: 21,
    capacityDefault: 1,
    rules: {
      maxHoursApart: 2,
      commonLanguage: true,
      wishes: [
        { wish: 'sharedLanguage', weight: 30 },
        { wish: 'location', weight: 30 },
        { wish: 'timeOverlap', weight: 20 },
        { wish: 'goalOverlap', weight: 20 },
      ],
    },
  },
};
