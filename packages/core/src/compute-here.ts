import type { Compute } from './compute.js';
import { compute } from './computations.js';

/** Computes in this thread, in slices: others get their turn between them. */
export const computeHere: Compute = (name, input, options) => compute(name, input, options);
