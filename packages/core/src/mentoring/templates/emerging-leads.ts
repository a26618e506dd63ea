import type { ProgramTemplate } from './template.js';
import { AGREEMENT, MENTEE_GUIDE, MENTOR_GUIDE, MENTOR_TRAINING } from './texts.js';

/** A cohort over four months for people who begin to lead. */
export const EMERGING_LEADS: ProgramTemplate = {
  id: 'emerging-leads',
  name: 'Emerging leads',
  draft: {
    name: 'Emerging leads',
    purpose:
      'People who lead a team for the first time, or soon will, learn from colleagues who have done it, outside of their own line.',
    objectives: [
      'Hold one-to-ones that both sides find useful.',
      'Give feedback early and in person.',
      'Run meetings that end with decisions.',
    ],
    outcomes: [
      'Nine of ten pairs hold at least five sessions.',
      'Seven of ten goals are met at the end.',
      'Mentees say what they do differently now.',
    ],
    kind: 'mentoring',
    direction: 'forward',
    form: 'cohort',
    guides: { mentor: MENTOR_GUIDE, mentee: MENTEE_GUIDE },
    agreement: AGREEMENT,
    plan: [
      {
        title: 'Getting to know each other',
        agenda: 'Our paths so far. What each of us hopes for. How and when we meet. Sign the agreement.',
        dueAfterDays: 14,
      },
      {
        title: 'Goals',
        agenda: 'One to three goals, each with a sign by which we will know. What helps, what is in the way.',
        dueAfterDays: 35,
      },
      {
        title: 'A real case',
        agenda:
          'One situation from the last weeks. What was tried, what else could be. One thing to try next.',
        dueAfterDays: 56,
      },
      {
        title: 'Halfway',
        agenda: 'What has changed since we began. What should we do more of, and less of? Mend the goals.',
        dueAfterDays: 77,
      },
      {
        title: 'Feedback',
        agenda: 'Practice one difficult conversation together, then talk about how it went.',
        dueAfterDays: 98,
      },
      {
        title: 'Looking back and ahead',
        agenda: 'Which goals are met, and how we know. Whom to thank. What comes next without sessions.',
        dueAfterDays: 119,
      },
    ],
    cadenceDays: 21,
    stalledAfterDays: 28,
    capacityDefault: 1,
    training: { gate: true, modules: MENTOR_TRAINING },
    rules: {
      maxHoursApart: 3,
      minGradeGap: 1,
      goal: 'participation',
      wishes: [
        { wish: 'wantedSkill', weight: 45 },
        { wish: 'gradeGap', weight: 15 },
        { wish: 'timeOverlap', weight: 15 },
        { wish: 'otherDepartment', weight: 15 },
        { wish: 'sharedLanguage', weight: 10 },
      ],
    },
  },
};
