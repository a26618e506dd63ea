import type { Translated } from '../index.js';
import type { charts as english } from '../en/charts.js';

export const charts: Translated<typeof english> = {
  asTable: 'Die Werte als Tabelle',
  pair: (name, value) => `${name}: ${value}`,
  notShown: 'nicht gezeigt',
  what: 'Was',
  when: 'Wann',
  share: 'Anteil',
  value: 'Wert',
  up: (from, to) => `Von ${from} auf ${to} gestiegen.`,
  down: (from, to) => `Von ${from} auf ${to} gesunken.`,
  same: (value) => `Unverändert bei ${value}.`,
  once: (value) => `${value}; noch gibt es nichts zum Vergleichen.`,
  none: 'Noch lässt sich nichts zeigen.',
};
