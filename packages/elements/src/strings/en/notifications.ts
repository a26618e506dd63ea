import { plural } from '../../internal/format.js';

const count = /* @__PURE__ */ plural('en');

/** The notification center. Braces are places for names. */
export const notifications = {
  area: 'notifications' as const,

  title: 'Notifications',
  open: (unread: number) =>
    unread
      ? count(unread, { one: 'Notifications, # unread', other: 'Notifications, # unread' })
      : 'Notifications, none unread',
  openMany: 'Notifications, more than 99 unread',
  arrived: (n: number) => count(n, { one: '# new notification', other: '# new notifications' }),
  empty: 'All quiet. You will hear here when somebody thanks you.',
  markAllRead: 'Mark all as read',
  unread: 'unread',
  kudosLabel: 'Thanks',
  kudosReceived: '{by} thanked you',
  kudosCommented: '{by} commented on your thank-you',
};
