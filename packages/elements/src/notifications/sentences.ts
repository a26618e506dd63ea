import type { Notification } from '@guildhall/core';

/** The names of the sentences by what a notification says. */
const SENTENCES = {
  'kudos.received': 'kudosReceived',
  'kudos.commented': 'kudosCommented',
  'request.received': 'requestReceived',
  'request.accepted': 'requestAccepted',
  'request.declined': 'requestDeclined',
  'request.extended': 'requestExtended',
  'request.reminder': 'requestReminder',
  'request.expired': 'requestExpired',
  'request.closed': 'requestClosed',
  'match.published': 'matchPublished',
  'mentorship.nudged': 'mentorshipNudged',
  'mentorship.ended': 'mentorshipEnded',
  'mentorship.completed': 'mentorshipCompleted',
  'session.scheduled': 'sessionScheduled',
  'session.moved': 'sessionMoved',
  'session.canceled': 'sessionCanceled',
  'session.reminder': 'sessionReminder',
  'story.consentAsked': 'storyConsentAsked',
  'introduction.proposed': 'introductionProposed',
  'introduction.accepted': 'introductionAccepted',
  'introduction.connected': 'introductionConnected',
} as const satisfies Record<Notification['type'], string>;

/** The sentence of a notification, by its name among the strings; one that names a further person where there is one. */
export function sentenceOf(note: Pick<Notification, 'type' | 'person'>) {
  if (note.type === 'request.expired' && note.person) return 'requestExpiredNext';
  if (note.type === 'request.closed' && note.person) return 'requestClosedNext';
  return SENTENCES[note.type];
}
