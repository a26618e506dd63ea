import { GuildhallError } from '../../errors.js';
import { command, query } from '../../operation.js';
import { membersAndSystem } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { MatchRun, RunOptions, runs, type RunRecord } from '../model/run.js';
import { aloneOnProgram, managedProgram } from '../program-read.js';
import { mayRun } from '../program-rules.js';
import { readRunInput } from '../run-input.js';
import { aloneOnRun, latestRun, managedRun, runView, runViews, tellRun } from '../run-read.js';

export const runMatch = command({
  summary:
    'Asks for a match of all who are in the pool. It is computed by and by; pairs that were locked stay together.',
  who: membersAndSystem,
  input: z.strictObject({ programId: id, options: RunOptions.prefault({}) }),
  output: MatchRun,
  refuses: ['program.unknown', 'program.notYours', 'program.notMatching', 'run.waiting'],
  alone: (input) => aloneOnProgram(input.programId),
  async run(context, { programId, options }) {
    const { tx, actor, now, newId, settings } = context;
    const program = await managedProgram(tx, programId, actor);
    if (!mayRun(program))
      throw new GuildhallError(
        'conflict',
        'program.notMatching',
        `The program is ${program.state}. Start matching first.`,
        { details: { state: program.state } },
      );
    if (await latestRun(tx, programId, 'waiting'))
      throw new GuildhallError(
        'conflict',
        'run.waiting',
        'A run is being computed. Wait for it, or cancel it.',
      );
    const before = await latestRun(tx, programId, 'computed');
    const asked: Omit<RunRecord, 'inputs'> = {
      id: newId(),
      programId,
      state: 'waiting',
      options,
      requestedById: actor.id,
      requestedAt: now.toISOString(),
      ...(before && { beforeId: before.id }),
    };
    const { inputs } = await readRunInput(tx, program, asked, settings);
    const record = { ...asked, inputs };
    await tx.insert(runs, record);
    await tellRun(tx, program, record.id);
    return runView(context, record);
  },
});

export const cancelRun = command({
  summary: 'Cancels a run that is being computed. The pairs before it are untouched.',
  who: membersAndSystem,
  input: z.strictObject({ id }),
  output: MatchRun,
  refuses: ['run.unknown', 'run.wrongState'],
  alone: (input) => aloneOnRun(input.id),
  async run(context, { id: runId }) {
    const { tx, actor, now } = context;
    const { run, program } = await managedRun(tx, runId, actor);
    if (run.state !== 'waiting')
      throw new GuildhallError(
        'conflict',
        'run.wrongState',
        `The run is ${run.state}: nothing is being computed.`,
        { details: { state: run.state } },
      );
    const record: RunRecord = { ...run, state: 'canceled', finishedAt: now.toISOString() };
    await tx.replace(runs, record);
    await tellRun(tx, program, runId);
    return runView(context, record);
  },
});

export const getRun = query({
  summary: 'Reads a match run: how far it is, its figures, and whether something has changed since.',
  who: membersAndSystem,
  input: z.strictObject({ id }),
  output: MatchRun,
  refuses: ['run.unknown'],
  async run(context, { id: runId }) {
    return runView(context, (await managedRun(context.tx, runId, context.actor)).run);
  },
});

export const listRuns = query({
  summary: 'Lists the match runs of a program, the newest first.',
  who: membersAndSystem,
  input: z.strictObject({ programId: id, ...page }),
  output: pageOf(MatchRun),
  refuses: ['program.unknown', 'program.notYours'],
  async run(context, { programId, limit, after }) {
    const { tx, actor } = context;
    await managedProgram(tx, programId, actor);
    const found = await tx.find(runs, { where: { programId }, order: '-requestedAt', limit, after });
    return { ...found, items: await runViews(context, found.items) };
  },
});
