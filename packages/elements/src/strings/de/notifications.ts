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
  requestReceived: '{by} bittet dich um Mentoring',
  requestAccepted: '{by} hat deine Anfrage angenommen',
  requestDeclined: '{by} kann deine Anfrage nicht annehmen',
  requestExtended: '{by} hat der Anfrage mehr Zeit gegeben',
  requestReminder: '{by} wartet auf deine Antwort',
  requestExpired: 'Deine Anfrage an {by} ist ohne Antwort abgelaufen',
  requestExpiredNext: 'Deine Anfrage an {by} ist ohne Antwort abgelaufen. {person} kann vielleicht helfen',
  requestClosed: '{by} hat keinen freien Platz mehr',
  requestClosedNext: '{by} hat keinen freien Platz mehr. {person} kann vielleicht helfen',
  matchPublished: 'Du bildest jetzt ein Tandem mit {by}',
  mentorshipNudged: '{by} fragt, wie es mit eurem Mentoring läuft',
  mentorshipEnded: 'Dein Mentoring mit {by} ist beendet',
  mentorshipCompleted: 'Dein Mentoring mit {by} ist abgeschlossen',
  sessionScheduled: '{by} hat ein Treffen mit dir angesetzt',
  sessionMoved: '{by} hat ein Treffen verlegt',
  sessionCanceled: '{by} hat ein Treffen abgesagt',
  sessionReminder: 'Dein Treffen mit {by} steht bevor',
  storyConsentAsked: '{by} möchte die Geschichte eures Mentorings erzählen',
  introductionProposed: '{by} möchte dir {person} vorstellen',
  introductionAccepted: '{by} freut sich, {person} kennenzulernen',
  introductionConnected: '{person} hat dich mit {by} bekannt gemacht',
};
