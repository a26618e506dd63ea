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
  'review.nominate': 'reviewNominate',
  'review.approve': 'reviewApprove',
  'review.invited': 'reviewInvited',
  'review.started': 'reviewStarted',
  'review.declined': 'reviewDeclined',
  'review.rejected': 'reviewRejected',
  'review.withdrawn': 'reviewWithdrawn',
  'review.extended': 'reviewExtended',
  'review.reopened': 'reviewReopened',
  'review.reminder': 'reviewReminder',
  'review.calibrate': 'reviewCalibrate',
  'review.released': 'reviewReleased',
  'review.contested': 'reviewContested',
  'review.answered': 'reviewAnswered',
  'pulse.invited': 'pulseInvited',
  'pulse.reminder': 'pulseReminder',
  'pulse.released': 'pulseReleased',
  'pulse.answered': 'pulseAnswered',
  'board.opened': 'boardOpened',
  'action.given': 'actionGiven',
  'feedback.received': 'feedbackReceived',
  'feedback.acknowledged': 'feedbackAcknowledged',
  'feedback.shared': 'feedbackShared',
  'feedback.requested': 'feedbackRequested',
  'feedback.reminder': 'feedbackReminder',
  'feedback.declined': 'feedbackDeclined',
  'growth.asked': 'growthAsked',
  'growth.reminder': 'growthReminder',
  'growth.noticed': 'growthNoticed',
} as const satisfies Record<Notification['type'], string>;

/** The sentence of a notification, by its name among the strings; one that names a further person where there is one. */
export function sentenceOf(note: Pick<Notification, 'type' | 'person'>) {
  if (note.type === 'request.expired' && note.person) return 'requestExpiredNext';
  if (note.type === 'request.closed' && note.person) return 'requestClosedNext';
  return SENTENCES[note.type];
}
