import { notFound } from '../../errors.js';
import { command, type CommandContext } from '../../operation.js';
import { system } from '../../policy.js';
import { id, z } from '../../schema.js';
import { Reason } from '../model/offer.js';
import { programs, type ProgramRecord } from '../model/program.js';
import { leftovers, MatchRun, pairs, runs, RunState, type RunRecord } from '../model/run.js';
import { writeLeftover, writePair } from '../pair-write.js';
import { pairsOf, readRunInput } from '../run-input.js';
import { aloneOnRun, latestRun, tellRun } from '../run-read.js';

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

const PairPart = z.strictObject({
  mentorId: id,
  menteeId: id,
  score: z.int(),
  reasons: z.array(Reason),
  locked: z.boolean(),
  byHand: z.boolean(),
  override: z.string().exactOptional(),
});

const LeftoverPart = z.strictObject({
  personId: id,
  side: z.enum(['mentor', 'mentee']),
  why: z.string(),
  facts: Facts,
});

const Stored = z.object({ state: RunState });

export const storeRun = command({
  summary: 'Stores a part of what was computed for a run; with the last part the run is computed.',
  who: system,
  input: z.strictObject({
    id,
    inputs: z.string(),
    /** The first part takes the place of whatever a server left behind that did not come to the end. */
    first: z.boolean(),
    pairs: z.array(PairPart).max(1000),
    leftovers: z.array(LeftoverPart).max(1000),
    /** With the last part. */
    whole: z
      .strictObject({
        figures: MatchRun.shape.figures.unwrap(),
        prices: z.record(id, z.number()),
        proof: z.strictObject({ unmatchedCost: z.number(), floor: z.number(), stayBonus: z.number() }),
      })
      .optional(),
  }),
  output: Stored,
  refuses: ['run.unknown'],
  alone: (input) => aloneOnRun(input.id),
  async run(context, { id: runId, inputs, first, pairs: paired, leftovers: left, whole }) {
    const { tx } = context;
    const { run, program } = await runAndProgram(context, runId);
    // Canceled meanwhile: there is nothing to store any more.
    if (run.state !== 'waiting') return { state: run.state };
    if (first) await clear(tx, runId);
    for (const pair of paired) await writePair(tx, runId, pair);
    for (const one of left) await writeLeftover(tx, runId, one);
    if (!whole) return { state: run.state };
    const now = await readRunInput(tx, program, run, context.settings);
    if (now.inputs !== run.inputs || inputs !== run.inputs)
      return fail(context, run, program, 'run.outdated');
    const before = await latestRun(tx, run.programId, 'computed');
    if (before) await tx.replace(runs, { ...before, state: 'superseded' });
    return end(context, program, { ...run, ...whole, state: 'computed' });
  },
});

export const failRun = command({
  summary: 'Says that a run will have no result, and why.',
  who: system,
  input: z.strictObject({ id, reason: z.string().max(100) }),
  output: Stored,
  refuses: ['run.unknown'],
  alone: (input) => aloneOnRun(input.id),
  async run(context, { id: runId, reason }) {
    const { run, program } = await runAndProgram(context, runId);
    return run.state === 'waiting' ? fail(context, run, program, reason) : { state: run.state };
  },
});

async function runAndProgram(
  { tx }: CommandContext,
  runId: string,
): Promise<{ run: RunRecord; program: ProgramRecord }> {
  const run = await tx.get(runs, runId);
  const program = run && (await tx.get(programs, run.programId));
  if (!program) throw notFound('run');
  return { run, program };
}

async function fail(context: CommandContext, run: RunRecord, program: ProgramRecord, error: string) {
  await clear(context.tx, run.id);
  return end(context, program, { ...run, state: 'failed', error });
}

async function end({ tx, now }: CommandContext, program: ProgramRecord, run: RunRecord) {
  await tx.replace(runs, { ...run, finishedAt: now.toISOString() });
  await tellRun(tx, program, run.id);
  return { state: run.state };
}

async function clear(tx: CommandContext['tx'], runId: string): Promise<void> {
  for (const pair of await pairsOf(tx, runId)) await tx.remove(pairs, pair.id);
  for (const side of ['mentor', 'mentee'] as const)
    for (let more = true; more;) {
      const found = await tx.find(leftovers, { where: { runId, side }, order: '+personId', limit: 500 });
      for (const left of found.items) await tx.remove(leftovers, left.id);
      more = found.items.length > 0;
    }
}
