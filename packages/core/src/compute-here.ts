import type { Compute } from './compute.js';
import { compute } from './matching/index.js';

/** Computes in this thread, in slices: others get their turn between them. */
export const computeHere: Compute = (name, input, options) => compute(name, input, options);
