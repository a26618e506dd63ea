import { GuildhallError, invalidField } from '../errors.js';
import type { CommandContext } from '../operation.js';
import { sha256 } from '../sha256.js';
import type { Reader } from '../store/store.js';
import { groupsOf } from './buckets.js';
import { dropDraft } from './drafts.js';
import { problemOfAnswers } from './measures.js';
import {
  confidentialAnswers,
  sealedAnswers,
  seats,
  type RoundRecord,
  type SealedAnswerRecord,
  type SeatRecord,
} from './model.js';
import type { Answers } from './question.js';
import { ownSeat, whenNotOpen } from './read.js';
import { seal, unseal } from './sealed.js';

/** A seat of the caller. */
export interface OwnSeat {
  roundId: string;
  seatId: string;
  /** Sealed rounds: 128 random bits in hex, made in the page and kept there alone. */
  receipt?: string | undefined;
}

/** A filled form. */
export interface Submission extends OwnSeat {
  answers: Answers;
}

/**
 * The form was opened by the person: from now on there is no declining. `not_found` for a seat of another,
 * `round.closed` or `round.notOpen` while nobody can answer. The command that calls it should be `unlinked`.
 */
export async function startForm(context: CommandContext, roundId: string, seatId: string): Promise<void> {
  const { seat } = await openSeat(context, { roundId, seatId });
  if (seat.state === 'open') await context.tx.replace(seats, { ...seat, state: 'started' });
}

/**
 * Takes the caller's answers, in the place of earlier ones. To be called by an `unlinked` command only: it tells
 * nothing and leaves no time. A sealed round wants a receipt, and to change an answer the one it was given with:
 * `answer.receiptMissing` without. Answers that do not fit the questions are `invalid` and name the question.
 */
export async function submit(context: CommandContext, submission: Submission): Promise<void> {
  const { tx } = context;
  const { seat, round } = await openSeat(context, submission);
  const problem = problemOfAnswers(round.questions, submission.answers);
  if (problem) throw invalidField(`answers.${problem.field}`, problem.cause, 'answer.invalid');
  if (round.mode === 'sealed') await writeSealed(context, round, seat, submission);
  else {
    const record = { id: seat.id, roundId: round.id, values: seal(submission.answers) };
    const before = await tx.get(confidentialAnswers, seat.id);
    await (before ? tx.replace(confidentialAnswers, record) : tx.insert(confidentialAnswers, record));
    await dropDraft(context, { kind: round.owner.area, seatId: seat.id });
  }
  await tx.replace(seats, answered(seat, today(context)));
}

/**
 * Takes the caller's answer back, as if it had never been given. `answer.none` when there is none, and in a sealed
 * round `answer.receiptMissing` without its receipt.
 */
export async function takeBack(context: CommandContext, own: OwnSeat): Promise<void> {
  const { tx } = context;
  const { seat, round } = await openSeat(context, own);
  if (seat.state !== 'answered') throw noAnswer();
  if (round.mode === 'sealed') await tx.remove(sealedAnswers, (await withReceipt(tx, seat, own)).id);
  else await tx.remove(confidentialAnswers, seat.id);
  await tx.replace(seats, { ...seat, state: 'started', backOn: today(context) });
}

/**
 * What this person answered in the round, until it is closed; undefined when nothing. `round.closed` afterwards, and
 * in a sealed round `answer.receiptMissing` without the receipt.
 */
export async function ownAnswers(
  tx: Reader,
  own: OwnSeat & { personId: string },
): Promise<Answers | undefined> {
  const { round, seat } = await ownSeat(tx, own);
  if (round.state !== 'open') throw whenNotOpen(round);
  if (seat.state !== 'answered') return undefined;
  if (round.mode === 'sealed') return unseal((await withReceipt(tx, seat, own)).values);
  const kept = await tx.get(confidentialAnswers, seat.id);
  return kept && unseal(kept.values);
}

/** The caller's own seat in a round that takes answers. */
async function openSeat({ tx, actor }: CommandContext, { roundId, seatId }: OwnSeat) {
  const own = await ownSeat(tx, { roundId, seatId, personId: actor.id });
  if (own.round.state !== 'open') throw whenNotOpen(own.round);
  return own;
}

/** The seat as answered. A later change of the answer leaves no other day. */
function answered({ backOn, ...seat }: SeatRecord, day: string): SeatRecord {
  const first = seat.state === 'answered' || backOn === day ? seat.day : undefined;
  return { ...seat, state: 'answered', day: first ?? day };
}

function today({ now }: CommandContext): string {
  return now.toISOString().slice(0, 10);
}

async function writeSealed(
  { tx, newId }: CommandContext,
  round: RoundRecord,
  seat: SeatRecord,
  submission: Submission,
): Promise<void> {
  const values = seal(submission.answers);
  if (seat.state === 'answered') {
    const before = await withReceipt(tx, seat, submission);
    await tx.replace(sealedAnswers, { ...before, values });
    return;
  }
  const record: SealedAnswerRecord = {
    id: newId(),
    roundId: round.id,
    sheetId: seat.sheetId,
    bucket: groupsOf(round, seat),
    values,
    receiptHash: hashOf(seat, submission.receipt),
  };
  await tx.insert(sealedAnswers, record);
}

/** The answer that this receipt was given with, from this seat. */
async function withReceipt(tx: Reader, seat: SeatRecord, own: OwnSeat): Promise<SealedAnswerRecord> {
  const receiptHash = hashOf(seat, own.receipt);
  const where = { roundId: seat.roundId, receiptHash };
  const [answer] = (await tx.find(sealedAnswers, { where, order: '+id', limit: 1 })).items;
  if (!answer) throw receiptMissing();
  return answer;
}

/** Binds a receipt to its seat: nobody without the receipt can make it, and it opens no other seat. */
function hashOf(seat: SeatRecord, receipt: string | undefined): string {
  if (receipt === undefined) throw receiptMissing();
  if (!/^[0-9a-f]{32}$/.test(receipt))
    throw invalidField('receipt', 'A receipt is 128 random bits as 32 hexadecimal digits.');
  return sha256(JSON.stringify([seat.roundId, seat.id, receipt]));
}

function receiptMissing(): GuildhallError {
  return new GuildhallError(
    'forbidden',
    'answer.receiptMissing',
    'Only with the receipt that the answer was given with it can be found again.',
  );
}

function noAnswer(): GuildhallError {
  return new GuildhallError('conflict', 'answer.none', 'There is no answer to take back.');
}
