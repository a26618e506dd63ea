import type { CommandContext } from '../operation.js';
import { dropDrafts } from './drafts.js';
import {
  confidentialAnswers,
  rounds,
  sealedAnswers,
  seats,
  type RoundRecord,
  type SealedAnswerRecord,
  type SeatRecord,
} from './model.js';
import { roundOf, whenNotOpen } from './read.js';

/** How many records one step rewrites or removes. */
export const BATCH = 100;

/**
 * Ends the answering: from now on no receipt opens anything and nobody reads their own. What tells in which order
 * people answered is then taken away in steps: answers get new random ids and lie in their order, days and receipts
 * go, and drafts. The first step is done here, the others by the release before it reads, or by `tick`. A round that
 * is closed stays so.
 */
export async function closeRound(context: CommandContext, roundId: string): Promise<void> {
  const round = await roundOf(context.tx, roundId);
  if (round.state === 'gathering') throw whenNotOpen(round);
  if (round.state !== 'open') return;
  const closed: RoundRecord = { ...round, state: 'closed', tidying: roundId };
  await context.tx.replace(rounds, closed);
  await tidyRound(context, closed);
}

/**
 * Deletes a round that will have no release, with its seats, drafts and answers, for what was canceled: at most 100
 * records of each kind at once. True when there may be more: call again in another command. `round.released` refuses.
 */
export async function dropRound(context: CommandContext, roundId: string): Promise<boolean> {
  const { tx } = context;
  const round = await tx.get(rounds, roundId);
  if (!round) return false;
  if (round.state === 'releasing' || round.state === 'released') throw whenNotOpen(round);
  const found = await tx.find(seats, { where: { roundId }, order: '+id', limit: BATCH });
  for (const { id } of found.items) await tx.remove(seats, id);
  const more = [
    await clearAnswers(context, roundId),
    await dropDrafts(context, roundId),
    found.next !== undefined,
  ].includes(true);
  if (!more) await tx.remove(rounds, roundId);
  else if (round.state !== 'closed') await tx.replace(rounds, { ...round, state: 'closed' });
  return more;
}

/** Does one step of what a close leaves to be done; true when there may be more. */
export async function tidyRound(context: CommandContext, round: RoundRecord): Promise<boolean> {
  const more = [
    await dropDrafts(context, round.id),
    await rewriteAnswers(context, round.id),
    await rewriteSeats(context, round.id),
  ].includes(true);
  if (!more) {
    const { tidying, ...tidy } = await roundOf(context.tx, round.id);
    void tidying;
    await context.tx.replace(rounds, tidy);
  }
  return more;
}

/**
 * Gives sealed answers new random ids, and puts them back in the order of these. Those still to be done are found by
 * their receipts; these are random, so that each step takes a random part.
 */
async function rewriteAnswers({ tx, newId }: CommandContext, roundId: string): Promise<boolean> {
  const found = await tx.find(sealedAnswers, { where: { roundId }, order: '+receiptHash', limit: BATCH });
  for (const { id } of found.items) await tx.remove(sealedAnswers, id);
  const fresh = found.items.map(({ sheetId, bucket, values }): SealedAnswerRecord => {
    return { id: newId(), roundId, sheetId, bucket, values };
  });
  for (const answer of fresh.sort(byId)) await tx.insert(sealedAnswers, answer);
  return found.next !== undefined;
}

/** Takes the days off seats and puts them back in a random order. */
async function rewriteSeats({ tx, newId }: CommandContext, roundId: string): Promise<boolean> {
  const found = await tx.find(seats, { where: { roundId }, order: '+day', limit: BATCH });
  for (const { id } of found.items) await tx.remove(seats, id);
  const shuffled = found.items.map((seat) => ({ id: newId(), seat })).sort(byId);
  for (const { seat } of shuffled) {
    const { day, backOn, ...left } = seat;
    void [day, backOn];
    const rewritten: SeatRecord = left;
    await tx.insert(seats, rewritten);
  }
  return found.next !== undefined;
}

/** Deletes one step of the raw answers of a round; true when there may be more. */
export async function clearAnswers({ tx }: Pick<CommandContext, 'tx'>, roundId: string): Promise<boolean> {
  const where = { roundId };
  const sealed = await tx.find(sealedAnswers, { where, order: '+id', limit: BATCH });
  for (const { id } of sealed.items) await tx.remove(sealedAnswers, id);
  const confidential = await tx.find(confidentialAnswers, { where, order: '+id', limit: BATCH });
  for (const { id } of confidential.items) await tx.remove(confidentialAnswers, id);
  return sealed.next !== undefined || confidential.next !== undefined;
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
