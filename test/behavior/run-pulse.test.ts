import { tellEverywhere } from './every-story.js';
import { boardStories } from './pulse-boards.js';
import { journeyStories } from './pulse-journey.js';
import { overlapStories } from './pulse-overlaps.js';
import { privacyStories } from './pulse-privacy.js';
import { readerStories } from './pulse-readers.js';
import { surveyStories } from './pulse-surveys.js';
import { threadStories } from './pulse-threads.js';

tellEverywhere(
  journeyStories,
  surveyStories,
  privacyStories,
  readerStories,
  overlapStories,
  threadStories,
  boardStories,
);
