import { checkProblem } from './check-problem.js';
import type { Assignment, AssignmentProblem, AssignmentProgress } from './problem.js';
import { solve } from './solve.js';

/**
 * The assignment of least total cost, with its proof. Costs may be negative or 0; of two answers of the
 * same total, one that leaves fewer rows unmatched is given. What is not well formed is a `TypeError` or a
 * `RangeError` whose message names the argument.
 */
export function assign(problem: AssignmentProblem): Assignment {
  checkProblem(problem);
  return runToEnd(solve(problem), problem.onProgress);
}

/** Runs a solution in steps to its end, and tells `onProgress` of each step. */
export function runToEnd(
  steps: Generator<AssignmentProgress, Assignment>,
  onProgress?: (progress: AssignmentProgress) => void,
): Assignment {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
  }
}
