import type { Question } from '../answers/question.js';

/** The ids of the two questions. Interfaces say them in the reader's language by these ids. */
export const CHANGE = 'change';
export const WHAT = 'what';

/** What raters are asked later: one rating, and words that nobody has to write. */
export const QUESTIONS: readonly Question[] = [
  {
    type: 'rating',
    id: CHANGE,
    prompt: 'Did you notice a change?',
    required: true,
    comment: false,
    labels: ['It got worse', 'No change', 'A little better', 'Clearly better', 'Much better'],
    reversed: false,
  },
  {
    type: 'text',
    id: WHAT,
    prompt: 'What did you notice?',
    required: false,
    comment: false,
    themes: [],
  },
];
