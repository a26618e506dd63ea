import { GuildhallError, notFound } from '../errors.js';
import { jobs } from '../kernel-model.js';
import type { CommandContext, QueryContext } from '../operation.js';
import type { KnownActor } from '../policy.js';
import type { Reader } from '../store/store.js';
import { runs, type MatchRun, type RunRecord } from './model/run.js';
import { programs, type ProgramRecord } from './model/program.js';
import { mayManage, mayMatch } from './program-rules.js';
import { readRunInput } from './run-input.js';

/** What makes the writes that change the same run wait for each other. */
export function aloneOnRun(runId: string): string {
  return `run ${runId}`;
}

/** A run and its program, for those who run the program; to all others there is none. */
export async function managedRun(
  tx: Reader,
  id: string,
  actor: KnownActor,
): Promise<{ run: RunRecord; program: ProgramRecord }> {
  const run = await tx.get(runs, id);
  const program = run && (await tx.get(programs, run.programId));
  if (!program || !mayManage(program, actor)) throw notFound('run');
  return { run, program };
}

/** A run whose pairs can still be changed, and its program; else `run.wrongState`. */
export async function openRun(
  tx: Reader,
  id: string,
  actor: KnownActor,
): Promise<{ run: RunRecord; program: ProgramRecord }> {
  const { run, program } = await managedRun(tx, id, actor);
  if (run.state !== 'computed' || !mayMatch(program))
    throw new GuildhallError(
      'conflict',
      'run.wrongState',
      `The run is ${run.state}, the program ${program.state}: its pairs stay as they are.`,
      { details: { state: run.state } },
    );
  return { run, program };
}

/** The latest run of a program in this state. */
export async function latestRun(
  tx: Reader,
  programId: string,
  state: RunRecord['state'],
): Promise<RunRecord | undefined> {
  const where = { programId, state };
  return (await tx.find(runs, { where, order: '-requestedAt', limit: 1 })).items[0];
}

/** Tells those who run the program that a run has changed. */
export async function tellRun(
  tx: CommandContext['tx'],
  program: Pick<ProgramRecord, 'managerIds'>,
  runId: string,
): Promise<void> {
  await tx.tell({ type: 'run.changed', ids: [runId], audience: program.managerIds });
}

/** How much of the whole is done when each phase begins. */
const PHASES: readonly [phase: string, from: number][] = [
  ['reading', 0],
  ['candidates', 0.05],
  ['solving', 0.4],
  ['pricing', 0.75],
  ['fairness', 0.85],
  ['explaining', 0.95],
  ['', 1],
];

/** How far a waiting run is as a whole. */
export function progressOf(phase: string, part: number): number {
  const at = PHASES.findIndex(([name]) => name === phase && name !== '');
  const [from, to] = [PHASES[at]?.[1] ?? 0, PHASES[at + 1]?.[1] ?? 0];
  return at < 0 ? 0 : from + (to - from) * part;
}

/** Runs of one program as those who run it see them. */
export async function runViews(
  { tx, settings }: Pick<QueryContext, 'tx' | 'settings'>,
  records: readonly RunRecord[],
): Promise<MatchRun[]> {
  const waiting = records.filter((run) => run.state === 'waiting').map((run) => run.id);
  const going = new Map((await tx.getMany(jobs, waiting)).map((job) => [job.id, job]));
  const views: MatchRun[] = [];
  for (const run of records) {
    const { id, programId, state, options, inputs, requestedAt, finishedAt, figures, error } = run;
    const job = going.get(id);
    const program = state === 'computed' && (await tx.get(programs, programId));
    const now = program && (await readRunInput(tx, program, run, settings));
    views.push({
      ...{ id, programId, state, options, inputs, requestedAt },
      progress: state !== 'waiting' ? 1 : job ? progressOf(job.phase, job.part) : 0,
      ...(job && job.phase !== '' && { phase: job.phase }),
      outdated: now ? now.inputs !== inputs : error === 'run.outdated',
      ...(finishedAt !== undefined && { finishedAt }),
      ...(figures && { figures }),
      ...(error !== undefined && { error }),
    });
  }
  return views;
}

/** One run as those who run the program see it. */
export async function runView(
  context: Pick<QueryContext, 'tx' | 'settings'>,
  record: RunRecord,
): Promise<MatchRun> {
  const [view] = await runViews(context, [record]);
  if (!view) throw new Error('One record gives one view.');
  return view;
}
