import { tellEverywhere } from './every-story.js';
import { programStories } from './mentoring-programs.js';
import { reportStories } from './mentoring-report.js';
import { runStories } from './mentoring-runs.js';

tellEverywhere(programStories, runStories, reportStories);
