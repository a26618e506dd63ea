import { notFound } from '../../errors.js';
import { command, query } from '../../operation.js';
import { membersAndSystem } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { Side } from '../model/kinds.js';
import { Leftover, leftovers, MatchPair, pairs, runs } from '../model/run.js';
import { leftoverViews, pairOfMentee, pairView, pairViews } from '../pair-read.js';
import { settleFigures } from '../pair-write.js';
import { aloneOnRun, managedRun, openRun, tellRun } from '../run-read.js';

export const listPairs = query({
  summary: 'Lists the pairs of a run, the worst score first, each with its reasons.',
  who: membersAndSystem,
  input: z.strictObject({
    runId: id,
    /** Only those of this mentor. */
    mentorId: id.optional(),
    ...page,
  }),
  output: pageOf(MatchPair),
  refuses: ['run.unknown'],
  async run({ tx, actor }, { runId, mentorId, ...request }) {
    const { run } = await managedRun(tx, runId, actor);
    const where = { runId, ...(mentorId !== undefined && { mentorId }) };
    const found = await tx.find(pairs, { where, order: '+place', ...request });
    return { ...found, items: await pairViews(tx, run, found.items) };
  },
});

export const listLeftovers = query({
  summary: 'Lists who has no partner in a run and which mentors have room, each with the reason.',
  who: membersAndSystem,
  input: z.strictObject({ runId: id, side: Side.default('mentee'), ...page }),
  output: pageOf(Leftover),
  refuses: ['run.unknown'],
  async run({ tx, actor }, { runId, side, ...request }) {
    await managedRun(tx, runId, actor);
    const found = await tx.find(leftovers, { where: { runId, side }, order: '+personId', ...request });
    return { ...found, items: await leftoverViews(tx, found.items) };
  },
});

export const lockPair = command({
  summary: 'Locks a pair, so that it stays in every later run, or lets it go.',
  who: membersAndSystem,
  input: z.strictObject({ runId: id, menteeId: id, locked: z.boolean().default(true) }),
  output: MatchPair,
  refuses: ['run.unknown', 'run.wrongState', 'pair.unknown'],
  alone: (input) => aloneOnRun(input.runId),
  async run({ tx, actor }, { runId, menteeId, locked }) {
    const { run, program } = await openRun(tx, runId, actor);
    const pair = await pairOfMentee(tx, runId, menteeId);
    if (!pair) throw notFound('pair');
    const record = { ...pair, locked };
    await tx.replace(pairs, record);
    await settleFigures(tx, run);
    if (run.figures && pair.locked !== locked) {
      const figures = { ...run.figures, locked: run.figures.locked + (locked ? 1 : -1) };
      await tx.replace(runs, { ...run, figures });
    }
    await tellRun(tx, program, runId);
    return pairView(tx, run, record);
  },
});
