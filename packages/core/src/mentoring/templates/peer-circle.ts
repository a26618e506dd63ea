import type { ProgramTemplate } from './template.js';

/** Small groups that advise one another, with somebody who keeps the time. */
export const PEER_CIRCLE: ProgramTemplate = {
  id: 'peer-circle',
  name: 'Peer circle',
  draft: {
    name: 'Peer circle',
    purpose: 'Colleagues in similar roles, from different departments, advise one another on real cases.',
    objectives: ['Bring a case at least once, and take one idea home each time.'],
    outcomes: ['Circles meet at least five times.', 'People know whom to call in other departments.'],
    kind: 'circle',
    direction: 'either',
    form: 'cohort',
    guides: {
      mentor:
        'You host: you invite, keep the time and see that everybody speaks. You bring cases of your own like everybody else.',
      mentee: 'Come prepared, listen to the end, ask before you advise. Your case is yours: take what helps.',
    },
    agreement:
      'What is said in the circle stays in the circle, names and cases alike. We come on time, or say so before.',
    plan: [
      {
        title: 'First round',
        agenda: 'Who we are, what we deal with, how we work together. Dates for all meetings.',
        dueAfterDays: 14,
      },
      {
        title: 'Cases one and two',
        agenda: 'Each: five minutes to tell, ten to ask, fifteen for ideas, five to choose.',
        dueAfterDays: 42,
      },
      {
        title: 'Cases three and four',
        agenda: 'What became of the first cases? Then as before.',
        dueAfterDays: 70,
      },
      {
        title: 'Last round',
        agenda: 'What did we use? What would we tell the next circle? Do we go on?',
        dueAfterDays: 98,
      },
    ],
    cadenceDays: 28,
    stalledAfterDays: 42,
    capacityDefault: 5,
    rules: {
      otherTeam: true,
      wishes: [
        { wish: 'goalOverlap', weight: 50 },
        { wish: 'otherDepartment', weight: 30 },
        { wish: 'timeOverlap', weight: 20 },
      ],
    },
  },
};
