import { tellEverywhere } from './every-story.js';
import { allowanceStories } from './allowance.js';
import { kernelStories } from './kernel.js';
import { recognitionStories } from './recognition.js';
import { evidenceStories } from './recognition-evidence.js';

tellEverywhere(kernelStories, recognitionStories, allowanceStories, evidenceStories);
