import { mentoring } from './mentoring/operations.js';
import { notificationOperations } from './notifications/operations.js';
import { people } from './people/operations.js';
import { recognition } from './recognition/operations.js';
import { settingsOperations } from './settings/operations.js';

/** THE TABLE: every operation by area and verb. Clients, routes, docs and the permission table come from it. */
export const operations = {
  people,
  recognition,
  mentoring,
  notifications: notificationOperations,
  settings: settingsOperations,
};
