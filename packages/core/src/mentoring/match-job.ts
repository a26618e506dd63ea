import type { Matching, Violation } from '../matching/matching.js';
import { GuildhallError } from '../errors.js';
import type { Job, Waiting } from '../jobs.js';
import { programs } from './model/program.js';
import { runs } from './model/run.js';
import { readRunInput, type RunInput } from './run-input.js';
import { resultOf } from './run-result.js';

/** How many pairs and leftovers one command stores. */
const PART = 500;

/** Computes the match runs that wait. */
export const matchJob: Job<RunInput> = {
  area: 'mentoring',
  wakes: 'run.changed',
  progressed: 'run.progressed',
  compute: 'match',
  async waiting(tx) {
    const found = await tx.find(runs, { where: { state: 'waiting' }, order: '+requestedAt', limit: 100 });
    const all: Waiting[] = [];
    for (const { id, programId } of found.items) {
      const program = await tx.get(programs, programId);
      all.push({ id, audience: program?.managerIds ?? [] });
    }
    return all;
  },
  async read(tx, id, settings) {
    const run = await tx.get(runs, id);
    const program = run && (await tx.get(programs, run.programId));
    if (!program || run.state !== 'waiting') return undefined;
    const input = await readRunInput(tx, program, run, settings);
    if (input.inputs !== run.inputs)
      throw new GuildhallError('conflict', 'run.outdated', 'People or rules have changed. Run again.');
    return input;
  },
  asks: ({ people, program }) => ({ people, program }),
  async finish(system, { id, input, output, took }, ask) {
    // Checked next: whatever computed it, a match that does not hold is not stored.
    const matching = output as Matching;
    const { people, program } = input;
    // What goes by this name gives a list of them.
    const [violation] = (await ask('verify', { people, program, matching })) as Violation[];
    if (violation)
      throw new GuildhallError('internal', 'run.rejected', `The match does not hold: ${violation.message}`);
    const { pairs, leftovers, ...whole } = resultOf(input, matching, took);
    const rows = [...pairs.map((pair) => ({ pair })), ...leftovers.map((left) => ({ left }))];
    for (let at = 0; at === 0 || at < rows.length; at += PART) {
      const part = rows.slice(at, at + PART);
      await system.mentoring.storeRun({
        id,
        inputs: input.inputs,
        first: at === 0,
        pairs: part.flatMap((row) => ('pair' in row ? row.pair : [])),
        leftovers: part.flatMap((row) => ('left' in row ? row.left : [])),
        ...(at + PART >= rows.length && { whole }),
      });
    }
  },
  async fail(system, id, reason) {
    await system.mentoring.failRun({ id, reason });
  },
};
