/** For tests only: a question of every type, as the store gives them. */
import type { Question } from '@guildhall/core';

const base = { required: true, comment: false };
const options = (...labels: string[]) => labels.map((label, index) => ({ id: `o${index + 1}`, label }));

/** A question of every type. */
export const everyType: Question[] = [
  {
    ...base,
    id: 'listens',
    type: 'rating',
    prompt: 'Listens and takes up what others say.',
    labels: ['Never', 'Seldom', 'Sometimes', 'Often', 'Always'],
    reversed: false,
    comment: true,
  },
  {
    ...base,
    id: 'role',
    type: 'choice',
    prompt: 'Where do you meet most?',
    options: options('In meetings', 'In writing', 'At the desk'),
  },
  {
    ...base,
    id: 'ways',
    type: 'multiple',
    prompt: 'What works between you?',
    required: false,
    options: options('Short calls', 'Written notes', 'Pairing'),
  },
  {
    ...base,
    id: 'recommend',
    type: 'scale',
    prompt: 'Would you choose this team again?',
    min: 0,
    max: 10,
    step: 1,
    lowLabel: 'Never again',
    highLabel: 'At once',
  },
  {
    ...base,
    id: 'share',
    type: 'scale',
    prompt: 'Which part of the week is quiet?',
    min: 0,
    max: 100,
    step: 5,
  },
  {
    ...base,
    id: 'levels',
    type: 'rubric',
    prompt: 'How far along?',
    rows: options('Planning', 'Explaining'),
    levels: [
      { label: 'Begins', description: 'Needs help with most of it.' },
      { label: 'Can', description: 'Does it alone.' },
      { label: 'Teaches', description: 'Others learn it here.' },
    ],
  },
  {
    ...base,
    id: 'order',
    type: 'rank',
    prompt: 'What should come first?',
    options: options('Speed', 'Quality', 'Calm'),
  },
  {
    ...base,
    id: 'points',
    type: 'points',
    prompt: 'Where should the time go?',
    total: 10,
    options: options('Building', 'Mending'),
  },
  { ...base, id: 'again', type: 'yesNo', prompt: 'Would you work on this again?' },
  {
    ...base,
    id: 'words',
    type: 'text',
    prompt: 'What should this person keep doing?',
    themes: options('Meetings', 'Planning'),
  },
];

/** A question by its id. */
export function asked(id: string): Question {
  const found = everyType.find((question) => question.id === id);
  if (!found) throw new Error(`No question ${id}.`);
  return found;
}
