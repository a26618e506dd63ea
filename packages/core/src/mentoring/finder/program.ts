import type { MatchProgram } from '../../matching/program.js';

/**
 * What speaks for a mentor whom somebody looks for on their own. That few ask them, and that places are left, counts
 * too: so that the same few are not asked by all. `at`: the day on which clocks are compared, as an ISO time.
 */
export function openProgram(at: string): MatchProgram {
  return {
    criteria: [
      { criterion: 'wantedSkill', weight: 45 },
      { criterion: 'evidencedSkill', weight: 10 },
      { criterion: 'sharedLanguage', weight: 10 },
      { criterion: 'timeOverlap', weight: 10 },
      { criterion: 'department', prefer: 'other', weight: 5 },
      { criterion: 'exposure', weight: 20 },
    ],
    constraints: [],
    direction: 'either',
    at,
  };
}
