import { feedbackNotifications } from '../feedback/notifications.js';
import { growthNotifications } from '../growth/notifications.js';
import { mentoringNotifications } from '../mentoring/notifications.js';
import { introductionNotifications } from '../people/notifications.js';
import { pulseNotifications } from '../pulse/notifications.js';
import { kudosNotifications } from '../recognition/notifications.js';
import { reviewNotifications } from '../reviews/notifications.js';
import type { NotificationSource } from './source.js';

/** The areas whose events make notifications. */
export const sources: readonly NotificationSource[] = [
  kudosNotifications,
  mentoringNotifications,
  introductionNotifications,
  reviewNotifications,
  pulseNotifications,
  feedbackNotifications,
  growthNotifications,
];
