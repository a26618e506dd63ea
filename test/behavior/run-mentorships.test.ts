import { tellEverywhere } from './every-story.js';
import { finderStories } from './mentoring-finder.js';
import { hubStories } from './mentoring-hub.js';
import { lifeStories } from './mentoring-life.js';
import { oversightStories } from './mentoring-oversight.js';
import { sessionStories } from './mentoring-sessions.js';

tellEverywhere(finderStories, hubStories, sessionStories, lifeStories, oversightStories);
