import { match, type MatchOptions } from './match.js';
import type { Matching } from './matching.js';
import type { Participant } from './participant.js';
import type { MatchProgram } from './program.js';
import { verify } from './verify.js';

/** What a computation takes: people and program, and to verify also the match. */
interface Input {
  people: Participant[];
  program: MatchProgram;
  matching?: Matching;
}

/**
 * Runs one of the engine's long computations by its name, for workers and whoever else is told what to do in JSON:
 * `match` takes `{ people, program }`, `verify` takes `{ people, program, matching }`. Any other name rejects.
 */
export async function compute(name: string, input: unknown, options: MatchOptions = {}): Promise<unknown> {
  // The engine looks at people and programs itself, and says what is wrong with them.
  const { people, program, matching } = input as Input;
  if (name === 'match') return match(people, program, options);
  if (name === 'verify' && matching) return verify(people, program, matching);
  throw new RangeError(`Nothing computes ${name} here.`);
}
