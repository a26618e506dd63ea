import { plural } from '../../internal/format.js';
import type { Translated } from '../index.js';
import type { notifications as english } from '../en/notifications.js';

const count = /* @__PURE__ */ plural('de');

export const notifications: Translated<typeof english> = {
  title: 'Mitteilungen',
  open: (unread) =>
    unread ? count(unread, { other: 'Mitteilungen, # ungelesen' }) : 'Mitteilungen, alles gelesen',
  openMany: 'Mitteilungen, mehr als 99 ungelesen',
  arrived: (n) => count(n, { one: '# neue Mitteilung', other: '# neue Mitteilungen' }),
  empty: 'Alles ruhig. Hier erfährst du, wenn dir jemand dankt.',
  markAllRead: 'Alle als gelesen markieren',
  unread: 'ungelesen',
  kudosLabel: 'Dank',
  kudosReceived: '{by} hat dir gedankt',
  kudosCommented: '{by} hat deinen Dank kommentiert',
};
