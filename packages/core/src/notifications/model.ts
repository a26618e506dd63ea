import { PersonRef } from '../people/model.js';
import { id, time, z } from '../schema.js';
import { collection } from '../store/store.js';

/** What notifications say. Each has a sentence in every language of the elements. */
export const NOTIFICATION_TYPES = [
  'kudos.received',
  'kudos.commented',
  'request.received',
  'request.accepted',
  'request.declined',
  'request.extended',
  'request.reminder',
  'request.expired',
  'request.closed',
  'match.published',
  'mentorship.nudged',
  'mentorship.ended',
  'mentorship.completed',
  'session.scheduled',
  'session.moved',
  'session.canceled',
  'session.reminder',
  'story.consentAsked',
  'introduction.proposed',
  'introduction.accepted',
  'introduction.connected',
  'review.nominate',
  'review.approve',
  'review.invited',
  'review.started',
  'review.declined',
  'review.rejected',
  'review.withdrawn',
  'review.extended',
  'review.reopened',
  'review.reminder',
  'review.calibrate',
  'review.released',
  'review.contested',
  'review.answered',
  'pulse.invited',
  'pulse.reminder',
  'pulse.released',
  'pulse.answered',
  'board.opened',
  'action.given',
  'feedback.received',
  'feedback.acknowledged',
  'feedback.shared',
  'feedback.requested',
  'feedback.reminder',
  'feedback.declined',
  'growth.asked',
  'growth.reminder',
  'growth.noticed',
] as const;
export const NotificationType = z.enum(NOTIFICATION_TYPES);
export type NotificationType = z.output<typeof NotificationType>;

/** The kinds of records that notifications are about. */
export const SubjectKind = z.enum([
  'kudos',
  'request',
  'run',
  'mentorship',
  'session',
  'story',
  'introduction',
  'cycle',
  'review',
  'wave',
  'board',
  'feedbackNote',
  'feedbackRequest',
  'growthPanel',
  'growthArea',
]);
export type SubjectKind = z.output<typeof SubjectKind>;

/** Something that concerns the caller. */
export const Notification = z.object({
  id,
  type: NotificationType,
  /** Who did it, or with whom it has to do when it happened by itself. */
  by: PersonRef,
  /** Another person that it names: the mentor to ask next, or whom one is introduced to. */
  person: PersonRef.optional(),
  /** The record it is about. */
  subject: z.object({ kind: SubjectKind, id }),
  /** The beginning of the text it is about, or what it is called; may be empty. */
  excerpt: z.string(),
  /** The moment that it is about: when a session begins, until when to answer. */
  when: time.optional(),
  at: time,
  read: z.boolean(),
});
export type Notification = z.output<typeof Notification>;

/** A notification as stored: no content, so that what is withdrawn is gone here too. */
export interface NotificationRecord {
  id: string;
  personId: string;
  type: NotificationType;
  byId: string;
  /** Another person that it names. */
  otherId?: string;
  subjectKind: SubjectKind;
  subjectId: string;
  /** The part of the subject that it is about, such as a comment. */
  partId?: string;
  when?: string;
  at: string;
  state: 'unread' | 'read';
}

export const notifications = collection<NotificationRecord>({
  name: 'notifications',
  indexes: [
    ['personId', 'at'],
    ['personId', 'state', 'at'],
    ['subjectId', 'at'],
  ],
});
