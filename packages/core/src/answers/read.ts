import { GuildhallError, notFound } from '../errors.js';
import type { Reader } from '../store/store.js';
import { rounds, seats, type RoundRecord, type SeatRecord } from './model.js';

/** How many records one step of walking over a round reads. */
const STEP = 500;

/** The round with this id; `not_found` when there is none. */
export async function roundOf(tx: Reader, roundId: string): Promise<RoundRecord> {
  const round = await tx.get(rounds, roundId);
  if (!round) throw notFound('round');
  return round;
}

/** The person's own seat in the round; `not_found` for every other, whether it exists or not. */
export async function ownSeat(
  tx: Reader,
  { roundId, seatId, personId }: { roundId: string; seatId: string; personId: string },
): Promise<{ round: RoundRecord; seat: SeatRecord }> {
  const seat = await tx.get(seats, seatId);
  if (seat?.roundId !== roundId || seat.personId !== personId) throw notFound('seat');
  return { round: await roundOf(tx, roundId), seat };
}

/** Walks over all seats of a round, in the order of their ids. */
export async function everySeat(
  tx: Reader,
  roundId: string,
  visit: (seat: SeatRecord) => Promise<void>,
): Promise<void> {
  for (let after: string | undefined; ;) {
    const found = await tx.find(seats, { where: { roundId }, order: '+id', after, limit: STEP });
    for (const seat of found.items) await visit(seat);
    if (found.next === undefined) return;
    after = found.next;
  }
}

/** The refusal of a change to what a launch has frozen. */
export function whenFrozen({ state }: RoundRecord): GuildhallError {
  return new GuildhallError('conflict', 'round.frozen', `The round is ${state}: who takes part stands.`);
}

/** The refusal of whatever is possible only while people answer. */
export function whenNotOpen({ state }: RoundRecord): GuildhallError {
  return state === 'gathering'
    ? new GuildhallError('conflict', 'round.notOpen', 'Nobody can answer yet.')
    : new GuildhallError('conflict', 'round.closed', 'Answers are no longer taken, changed or shown.');
}
