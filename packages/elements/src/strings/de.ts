import { common } from './de/common.js';
import { errors } from './de/errors.js';
import { notifications } from './de/notifications.js';
import { people } from './de/people.js';
import { recognition } from './de/recognition.js';
import type { Language } from './index.js';

/** German, in the familiar form. */
export const de: Language = { common, errors, notifications, people, recognition };
