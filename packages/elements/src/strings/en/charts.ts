import { translate } from '../index.js';

/** What pictures of figures say. */
export const charts = {
  area: 'charts' as const,
  asTable: 'The figures as a table',
  /** A series with its value, as it is read aloud. */
  pair: (name: string, value: string) => `${name}: ${value}`,
  notShown: 'not shown',
  what: 'What',
  when: 'When',
  share: 'Share',
  value: 'Value',
  up: (from: string, to: string) => `Up from ${from} to ${to}.`,
  down: (from: string, to: string) => `Down from ${from} to ${to}.`,
  same: (value: string) => `Unchanged at ${value}.`,
  once: (value: string) => `${value}; there is nothing to compare it with yet.`,
  none: 'Nothing can be shown yet.',
};

translate(charts, { de: async () => (await import('../de/charts.js')).charts });
