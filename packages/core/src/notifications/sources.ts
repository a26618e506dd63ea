import { mentoringNotifications } from '../mentoring/notifications.js';
import { introductionNotifications } from '../people/notifications.js';
import { kudosNotifications } from '../recognition/notifications.js';
import type { NotificationSource } from './source.js';

/** The areas whose events make notifications. */
export const sources: readonly NotificationSource[] = [
  kudosNotifications,
  mentoringNotifications,
  introductionNotifications,
];
