import type { BuiltInTemplate } from '../templates.js';
import { howOften, IN_WORDS } from './texts.js';

const TALKING = 'Listening and speaking';
const MEETINGS = 'Running meetings';
const RELIABILITY = 'Doing what was agreed';
const HELPING = 'Helping others';

/** For everybody: what colleagues notice of one another in daily work. */
export const WORKING_TOGETHER: BuiltInTemplate = {
  id: 'working-together-360',
  version: 1,
  language: 'en',
  draft: {
    name: 'Working together 360',
    description:
      'Thirteen statements on what colleagues notice in daily work, and two questions in words. Fits every role.',
    items: [
      howOften(TALKING, 'listens', 'Lets others finish and takes up what they said.', {
        skill: 'Listening',
      }),
      howOften(TALKING, 'explains', 'Explains things so that people of other trades understand them.', {
        skill: 'Explaining',
      }),
      howOften(TALKING, 'disagrees', 'Says openly when of another opinion, and stays with the matter.'),
      howOften(MEETINGS, 'agenda', 'Makes clear beforehand what a meeting is for.', {
        skill: 'Running meetings',
      }),
      howOften(MEETINGS, 'voices', 'Sees to it that everybody is heard in a meeting.', {
        skill: 'Running meetings',
      }),
      howOften(MEETINGS, 'results', 'Ends meetings with who does what by when.', {
        skill: 'Running meetings',
      }),
      howOften(
        RELIABILITY,
        'keeps-word',
        'Keeps what was promised, or says early that it will not work out.',
      ),
      howOften(RELIABILITY, 'quality', 'Delivers work that others can build on.'),
      howOften(RELIABILITY, 'mistakes', 'Names own mistakes before others find them.'),
      howOften(HELPING, 'reachable', 'Takes time when somebody asks for help.', {
        skill: 'Helping others',
      }),
      howOften(HELPING, 'shares', 'Passes on what is worth knowing without being asked.', {
        skill: 'Helping others',
      }),
      howOften(HELPING, 'credits', 'Names the people who did the work.', {
        skill: 'Helping others',
      }),
      howOften('For those who report to this person', 'time-for-me', 'Takes time for me and my questions.', {
        directions: ['upward'],
      }),
      ...IN_WORDS,
    ],
    competencies: [
      { id: 'talking', name: TALKING, questionIds: ['listens', 'explains', 'disagrees'] },
      {
        id: 'meetings',
        name: MEETINGS,
        skill: 'Running meetings',
        questionIds: ['agenda', 'voices', 'results'],
      },
      { id: 'reliability', name: RELIABILITY, questionIds: ['keeps-word', 'quality', 'mistakes'] },
      {
        id: 'helping',
        name: HELPING,
        skill: 'Helping others',
        questionIds: ['reachable', 'shares', 'credits'],
      },
    ],
  },
};
