import type { z } from '../../schema.js';
import type { TemplateItem } from '../model/template.js';

type Item = z.input<typeof TemplateItem>;

/** Makes a statement that is rated with labels, from the lowest to the highest. */
export type Statement = (
  section: string,
  id: string,
  prompt: string,
  more?: { skill?: string; directions?: Item['directions'] },
) => Item;

/** Statements that are rated by how often they hold, in the words of a language from never to always. */
export function statements(labels: readonly string[]): Statement {
  return (section, id, prompt, { skill, directions } = {}) => ({
    section,
    question: { type: 'rating', id, prompt, labels: [...labels], ...(skill !== undefined && { skill }) },
    ...(directions && { directions }),
  });
}

/** A statement that is rated by how often it holds, in English. */
export const howOften = statements(['Never', 'Seldom', 'Sometimes', 'Often', 'Always']);
/** A statement that is rated by how often it holds, in German. */
export const howOftenInGerman = statements(['Nie', 'Selten', 'Manchmal', 'Oft', 'Immer']);

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

/** The same two questions in German. */
export const IN_GERMAN_WORDS: readonly Item[] = [
  {
    section: 'In eigenen Worten',
    question: {
      type: 'text',
      id: 'keep-doing',
      prompt: 'Was soll diese Person beibehalten, weil es hilft?',
      help: 'Sag, was du gesehen hast und was es verändert hat.',
      required: false,
    },
  },
  {
    section: 'In eigenen Worten',
    question: {
      type: 'text',
      id: 'do-differently',
      prompt: 'Was soll diese Person anders machen, und wie?',
      help: 'Eines, das sich tun lässt, ist mehr wert als zehn Wünsche.',
      required: false,
    },
  },
];
