import type { Client, Heard, MatchRun, Program } from '@guildhall/core';

/** A program with its runs. */
export interface Bench {
  readonly program: Program;
  /** The run that is being computed. */
  readonly waiting: MatchRun | undefined;
  /** The newest run with pairs. */
  readonly shown: MatchRun | undefined;
  /** The newest run of all. */
  readonly latest: MatchRun | undefined;
}

/** The newest runs are enough: among them are the one that goes on and the one before it. */
const RUNS = 10;

/** Reads the program and, for those who run it, its newest runs. */
export async function findBench(client: Client, programId: string, signal: AbortSignal): Promise<Bench> {
  const program = await client.mentoring.program({ id: programId }, { signal });
  if (!program.may.manage) return { program, waiting: undefined, shown: undefined, latest: undefined };
  const { items } = await client.mentoring.matchRuns({ programId, limit: RUNS }, { signal });
  return {
    program,
    waiting: items.find(({ state }) => state === 'waiting'),
    shown: items.find(({ state }) => state === 'computed' || state === 'published'),
    latest: items[0],
  };
}

/** Whether a change is nothing to the bench: of mentorships, sessions and the like. */
export function isElse(heard: Heard): boolean {
  return 'type' in heard && !/^(run|program|enrollment)\./.test(heard.type);
}
