import type { z } from '../../schema.js';
import type { TrainingModule } from '../model/program.js';

/** What mentors are asked to do, for programs that say nothing else. */
export const MENTOR_GUIDE = [
  'Listen more than you speak. Ask before you advise, and offer your experience as one way among others.',
  'Keep the dates you agree on. When you cannot, say so early and propose another.',
  'What you hear stays between the two of you.',
  'When you are not the right person for a question, introduce somebody who is.',
].join('\n\n');

/** What mentees are asked to do, for programs that say nothing else. */
export const MENTEE_GUIDE = [
  'The sessions are yours: bring what matters to you, and say what you hope to leave with.',
  'Do between the sessions what you said you would, or say what came in the way.',
  'Ask for feedback, and say what helped and what did not.',
  'When it is not the right fit, say so. Ending early is no failure and has no consequences.',
].join('\n\n');

/** What both sign, for programs that say nothing else. */
export const AGREEMENT = [
  'We meet as often as we have agreed and both prepare.',
  'What is said in our sessions stays between us. Neither of us reports to managers about the other.',
  'We tell each other early when something does not work.',
  'Either of us may end the mentorship at any time, without giving the other a reason.',
].join('\n\n');

/** Three short modules for mentors: listening, asking, feedback. */
export const MENTOR_TRAINING: z.input<typeof TrainingModule>[] = [
  {
    id: 'listening',
    title: 'Listening',
    side: 'mentor',
    minutes: 15,
    body: 'Let the other finish. Say back in your own words what you heard, and ask whether that is it. Count to five before you answer. Notice when you begin to prepare your reply: then you have stopped listening.',
  },
  {
    id: 'asking',
    title: 'Asking',
    side: 'mentor',
    minutes: 15,
    body: 'Open questions begin with what, how and when. Why can sound like blame. Useful ones: What have you tried? What would be a first step? What would you advise a friend? How will you know that it worked?',
  },
  {
    id: 'feedback',
    title: 'Feedback',
    side: 'mentor',
    minutes: 20,
    body: 'Name the situation, then the behavior that you saw, then its effect. Leave out what you think the reasons were. End with one wish for next time, and ask how the other sees it.',
  },
];
