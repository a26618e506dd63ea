import { tellEverywhere } from './every-story.js';
import { answerStories } from './reviews-answers.js';
import { auditStories } from './reviews-audit.js';
import { loopholeStories } from './reviews-loopholes.js';
import { nominationStories } from './reviews-nominations.js';
import { partitionStories } from './reviews-partition.js';
import { stateStories } from './reviews-states.js';
import { trustStories } from './reviews-trust.js';
import { walkStories } from './reviews-walk.js';
import { whyStories } from './reviews-why.js';

tellEverywhere(
  walkStories,
  stateStories,
  nominationStories,
  answerStories,
  partitionStories,
  trustStories,
  whyStories,
  auditStories,
  loopholeStories,
);
