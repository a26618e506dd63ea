import { translate } from '../index.js';

/** What a writer may want to look at once more, before anybody else reads it. Braces are places for words. */
export const hints = {
  area: 'hints' as const,

  title: 'You may want to look at this again',
  local: 'These hints stay on this page.',
  found: '“{words}” {hint}',
  kinds: {
    name: 'looks like a name, and names tell who was there',
    mention: 'names an account',
    only: 'may fit you alone',
    date: 'tells when, and so perhaps who',
    person: 'says what somebody is, rather than what they did',
    belittling: 'can sound belittling',
    biased: 'can sound like a judgment of a group',
    unspecific: 'says little without an example',
  },
};

translate(hints, { de: async () => (await import('../de/hints.js')).hints });
