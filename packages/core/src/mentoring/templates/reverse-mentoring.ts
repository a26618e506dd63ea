import type { ProgramTemplate } from './template.js';
import { AGREEMENT, MENTEE_GUIDE, MENTOR_TRAINING } from './texts.js';

/** Those who know more teach those who are more senior. */
export const REVERSE_MENTORING: ProgramTemplate = {
  id: 'reverse-mentoring',
  name: 'Reverse mentoring',
  draft: {
    name: 'Reverse mentoring',
    purpose:
      'Leaders learn what they are new to, such as AI tools, from colleagues at least two grades below who are good at it.',
    objectives: [
      'Use one new tool or way of working every week.',
      'Hear how decisions arrive where the work is done.',
    ],
    outcomes: ['Leaders show others what they learned.', 'Mentors say that they were taken seriously.'],
    kind: 'mentoring',
    direction: 'reverse',
    form: 'cohort',
    guides: {
      mentor:
        'You are the one who knows. Show, let the other try, and wait. Speak openly about how things look from where you are; you alone decide what.',
      mentee: `You are here to learn, not to judge. Turn off the phone, try things yourself, and ask again.\n\n${MENTEE_GUIDE}`,
    },
    agreement: AGREEMENT,
    plan: [
      {
        title: 'What to learn',
        agenda: 'What do you do today, and what should be different? Choose the first task.',
        dueAfterDays: 14,
      },
      { title: 'Try it', agenda: 'Do a real task together, the mentee at the keyboard.', dueAfterDays: 35 },
      { title: 'Habits', agenda: 'What stuck? What is still in the way? The next task.', dueAfterDays: 56 },
      {
        title: 'Show others',
        agenda: 'What can the mentee now show to their team? How did it feel for both?',
        dueAfterDays: 84,
      },
    ],
    cadenceDays: 21,
    stalledAfterDays: 28,
    capacityDefault: 1,
    training: { gate: false, modules: MENTOR_TRAINING },
    rules: {
      minGradeGap: 2,
      wishes: [
        { wish: 'wantedSkill', weight: 55 },
        { wish: 'evidencedSkill', weight: 15 },
        { wish: 'otherDepartment', weight: 15 },
        { wish: 'timeOverlap', weight: 15 },
      ],
    },
  },
};
