import { answers } from './answers/operations.js';
import { feedback } from './feedback/operations.js';
import { growth } from './growth/operations.js';
import { mentoring } from './mentoring/operations.js';
import { notificationOperations } from './notifications/operations.js';
import { people } from './people/operations.js';
import { pulse } from './pulse/operations.js';
import { recognition } from './recognition/operations.js';
import { reviews } from './reviews/operations.js';
import { settingsOperations } from './settings/operations.js';

/** THE TABLE: every operation by area and verb. Clients, routes, docs and the permission table come from it. */
export const operations = {
  answers,
  people,
  recognition,
  mentoring,
  reviews,
  pulse,
  feedback,
  growth,
  notifications: notificationOperations,
  settings: settingsOperations,
};
