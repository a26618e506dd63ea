import type { CommandContext } from '../operation.js';
import { leftoverId, leftoverOf, pairId, pairsOfMentor, placeOfPair } from './pair-read.js';
import { leftovers, pairs, runs, type PairRecord, type RunRecord } from './model/run.js';
import type { Participant } from '../matching/participant.js';
import { pairsOf } from './run-input.js';
import { roomOf, tallyOf, type LeftoverResult, type PairResult } from './run-result.js';

type Tx = CommandContext['tx'];

/** Writes a pair of a run. */
export async function writePair(tx: Tx, runId: string, pair: PairResult): Promise<PairRecord> {
  const record = { ...pair, id: pairId(runId, pair), runId, place: placeOfPair(pair) };
  await tx.insert(pairs, record);
  return record;
}

/** Writes who is left over in a run and why, over what was said before. */
export async function writeLeftover(tx: Tx, runId: string, left: LeftoverResult): Promise<void> {
  const record = { ...left, id: leftoverId(runId, left.side, left.personId), runId };
  const before = await leftoverOf(tx, runId, left.side, left.personId);
  await (before ? tx.replace(leftovers, record) : tx.insert(leftovers, record));
}

/** Says anew whether a mentor has room, after pairs were changed. */
export async function settleMentor(tx: Tx, runId: string, mentor: Participant): Promise<void> {
  const taken = (await pairsOfMentor(tx, runId, mentor.id)).length;
  const left = roomOf(mentor, taken);
  if (left) await writeLeftover(tx, runId, left);
  else await tx.remove(leftovers, leftoverId(runId, 'mentor', mentor.id));
}

/** Reckons the figures of a run anew, after pairs were changed by hand. */
export async function settleFigures(tx: Tx, run: RunRecord): Promise<RunRecord> {
  if (!run.figures) return run;
  const record = { ...run, figures: { ...run.figures, ...tallyOf(await pairsOf(tx, run.id)) } };
  await tx.replace(runs, record);
  return record;
}
