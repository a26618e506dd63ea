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
  requestReceived: '{by} asks you for mentoring',
  requestAccepted: '{by} said yes to your request',
  requestDeclined: '{by} cannot take on your request',
  requestExtended: '{by} gave the request more time',
  requestReminder: '{by} is waiting for your answer',
  requestExpired: 'Your request to {by} ran out without an answer',
  requestExpiredNext: 'Your request to {by} ran out without an answer. {person} may be able to help',
  requestClosed: '{by} has no free place any more',
  requestClosedNext: '{by} has no free place any more. {person} may be able to help',
  matchPublished: 'You were matched with {by}',
  mentorshipNudged: '{by} asks how your mentorship is going',
  mentorshipEnded: 'Your mentorship with {by} has ended',
  mentorshipCompleted: 'Your mentorship with {by} is complete',
  sessionScheduled: '{by} scheduled a session with you',
  sessionMoved: '{by} moved a session',
  sessionCanceled: '{by} canceled a session',
  sessionReminder: 'Your session with {by} is coming up',
  storyConsentAsked: '{by} would like to tell the story of your mentorship',
  introductionProposed: '{by} would like to introduce {person} to you',
  introductionAccepted: '{by} would be glad to meet {person}',
  introductionConnected: '{person} introduced you to {by}',
};
