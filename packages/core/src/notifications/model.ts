import { PersonRef } from '../people/model.js';
import { id, time, z } from '../schema.js';
import { collection } from '../store/store.js';

/** What notifications are about. */
export const NotificationType = z.enum(['kudos.received', 'kudos.commented']);

/** Something that concerns the caller. */
export const Notification = z.object({
  id,
  type: NotificationType,
  /** Who did it. */
  by: PersonRef,
  /** The kudos it is about, and the beginning of its text or of the comment. */
  kudosId: id,
  excerpt: z.string(),
  at: time,
  read: z.boolean(),
});
export type Notification = z.output<typeof Notification>;

/** A notification as stored: no content, so that what is withdrawn is gone here too. */
export interface NotificationRecord {
  id: string;
  personId: string;
  type: z.output<typeof NotificationType>;
  byId: string;
  kudosId: string;
  commentId?: string;
  at: string;
  state: 'unread' | 'read';
}

export const notifications = collection<NotificationRecord>({
  name: 'notifications',
  indexes: [
    ['personId', 'at'],
    ['personId', 'state', 'at'],
    ['kudosId', 'at'],
  ],
});
