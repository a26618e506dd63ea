import type { z } from '../../schema.js';
import type { TemplateItem } from '../model/template.js';

type Item = z.input<typeof TemplateItem>;

/** How often something is seen, from never to always. */
const HOW_OFTEN = ['Never', 'Seldom', 'Sometimes', 'Often', 'Always'];

/** A statement that is rated by how often it holds. */
export function howOften(
  section: string,
  id: string,
  prompt: string,
  more: { skill?: string; directions?: Item['directions'] } = {},
): Item {
  const { skill, directions } = more;
  return {
    section,
    question: { type: 'rating', id, prompt, labels: HOW_OFTEN, ...(skill !== undefined && { skill }) },
    ...(directions && { directions }),
  };
}

/** The two questions in words at the end of a form; nobody has to answer them. */
export const IN_WORDS: readonly Item[] = [
  {
    section: 'In your own words',
    question: {
      type: 'text',
      id: 'keep-doing',
      prompt: 'What should this person keep doing, because it helps?',
      help: 'Say what you saw and what it changed.',
      required: false,
    },
  },
  {
    section: 'In your own words',
    question: {
      type: 'text',
      id: 'do-differently',
      prompt: 'What should this person do differently, and how?',
      help: 'One thing that can be done is worth more than ten wishes.',
      required: false,
    },
  },
];
