import { tellEverywhere } from './every-story.js';
import { answerStories } from './reviews-answers.js';
import { nominationStories } from './reviews-nominations.js';
import { partitionStories } from './reviews-partition.js';
import { stateStories } from './reviews-states.js';
import { trustStories } from './reviews-trust.js';
import { walkStories } from './reviews-walk.js';

tellEverywhere(walkStories, stateStories, nominationStories, answerStories, partitionStories, trustStories);
