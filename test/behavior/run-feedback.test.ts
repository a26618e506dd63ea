import { tellEverywhere } from './every-story.js';
import { noteStories } from './feedback-notes.js';
import { requestStories } from './feedback-requests.js';
import { growthStories } from './growth-areas.js';

tellEverywhere(noteStories, requestStories, growthStories);
