import type { NotificationSource } from '../notifications/source.js';
import { hubNotifications } from './hub-notifications.js';
import { programNotifications } from './program-notifications.js';
import { requestNotifications } from './request-notifications.js';

/** What the topics of this area contribute. Each has a file of its own. */
const topics: readonly NotificationSource[] = [hubNotifications, programNotifications, requestNotifications];

/** What happens in mentoring that its people should hear of. No event type is in two topics. */
export const mentoringNotifications: NotificationSource = {
  rules: Object.assign({}, ...topics.map((topic) => topic.rules)),
  excerpts: Object.assign({}, ...topics.map((topic) => topic.excerpts)),
};
