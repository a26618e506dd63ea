// The worker thread from source, for tests: a new thread does not inherit what `--import tsx` has set up.
import { register } from 'tsx/esm/api';

register();
await import('../compute/compute-worker.ts');
