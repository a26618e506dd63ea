import { releaseJob } from './answers/release-job.js';
import type { Job } from './jobs.js';
import { matchJob } from './mentoring/match-job.js';

/** The long computations of all areas. */
export const jobKinds: readonly Job[] = [matchJob, releaseJob];
