import { describe, test } from 'node:test';
import { kernelStories } from './kernel.js';
import { everyWorld } from './open-worlds.js';
import { allowanceStories } from './allowance.js';
import { notificationStories } from './notifications.js';
import { peopleStories } from './people.js';
import { privacyStories } from './privacy.js';
import { recognitionStories } from './recognition.js';
import { postgresMissing } from './postgres.js';

/** Every story, told in every way over every store. */
for (const { name, open } of everyWorld()) {
  const skip = name.endsWith('PostgreSQL') ? postgresMissing() : false;
  describe(name, { skip }, () => {
    kernelStories(test, open);
    peopleStories(test, open);
    recognitionStories(test, open);
    allowanceStories(test, open);
    notificationStories(test, open);
    privacyStories(test, open);
  });
}
