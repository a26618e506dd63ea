import { tellEverywhere } from './every-story.js';
import { notificationStories } from './notifications.js';
import { peopleStories } from './people.js';
import { introductionStories } from './people-introductions.js';
import { privacyStories } from './privacy.js';

tellEverywhere(peopleStories, introductionStories, privacyStories, notificationStories);
