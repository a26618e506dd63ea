import type { CommandContext } from '../operation.js';
import type { Reader } from '../store/store.js';
import { rounds, seats, type RoundState, type SeatState } from './model.js';
import { roundOf, whenNotOpen } from './read.js';

/** Fewer people are no figure. */
const LEAST_FIGURE = 10;
/** The figure is a multiple of it. */
const FIGURE_STEP = 5;
/** How many seats one step of counting reads. */
const STEP = 1000;
/** How many of the newest seats of a person are looked at. */
const OWN_SEATS = 500;

/** A person's own seat in a round that takes answers. */
export interface SeatStatus {
  id: string;
  roundId: string;
  sheetId: string;
  state: SeatState;
}

/** A seat from which nothing came yet, for the server to remind its person. */
export interface LateSeat {
  id: string;
  personId: string;
  sheetId: string;
}

/** Where a round stands, for its owner. */
export interface RoundStatus {
  state: RoundState;
  /** Why the last try to compute the release failed; the round is `closed` again and can be asked anew. */
  failed?: string;
  releasedAt?: string;
}

/** Where the round stands; undefined when there is none. */
export async function stateOfRound(tx: Reader, roundId: string): Promise<RoundStatus | undefined> {
  const round = await tx.get(rounds, roundId);
  if (!round) return undefined;
  const { state, failed, releasedAt } = round;
  return {
    state,
    ...(failed !== undefined && { failed }),
    ...(releasedAt !== undefined && { releasedAt }),
  };
}

/**
 * The seats of a person in the rounds that take answers now, of the newest 500. For the person alone: give the id of
 * the actor, never that of another.
 */
export async function stateOfSeats(tx: Reader, personId: string): Promise<SeatStatus[]> {
  const found = await tx.find(seats, { where: { personId }, order: '-launchedAt', limit: OWN_SEATS });
  const open = new Set<string>();
  for (const round of await tx.getMany(rounds, [...new Set(found.items.map(({ roundId }) => roundId))]))
    if (round.state === 'open') open.add(round.id);
  return found.items
    .filter(({ roundId }) => open.has(roundId))
    .map(({ id, roundId, sheetId, state }) => ({ id, roundId, sheetId, state }));
}

/**
 * The one public figure of a round that takes answers: how many had answered when this day began in UTC, rounded down
 * to five; undefined under ten, and when the round is not open. It stays the same all day.
 */
export async function answeredAbout(tx: Reader, roundId: string, now: Date): Promise<number | undefined> {
  const round = await roundOf(tx, roundId);
  if (round.state !== 'open') return undefined;
  const today = now.toISOString().slice(0, 10);
  let count = 0;
  for (let after: string | undefined; ;) {
    const where = { roundId, day: { before: today } };
    const found = await tx.find(seats, { where, order: '+day', after, limit: STEP });
    count += found.items.filter(({ state, backOn }) => state === 'answered' || backOn === today).length;
    if (found.next === undefined) break;
    after = found.next;
  }
  return count < LEAST_FIGURE ? undefined : count - (count % FIGURE_STEP);
}

/**
 * Has `tell` remind each person whose seat has no answer yet, at most `limit` of them; `next` goes on behind. It says
 * nothing about whom it reached, and neither may the caller: no count, no list, no time of it that depends on them.
 */
export async function remindLate(
  { tx }: CommandContext,
  roundId: string,
  tell: (seat: LateSeat) => Promise<void>,
  { after, limit = 200 }: { after?: string | undefined; limit?: number } = {},
): Promise<{ next?: string }> {
  const round = await roundOf(tx, roundId);
  if (round.state !== 'open') throw whenNotOpen(round);
  // All seats are walked over, so that where a step ends does not depend on who is late.
  const found = await tx.find(seats, { where: { roundId }, order: '+id', after, limit });
  for (const { id, personId, sheetId, state } of found.items)
    if (state !== 'answered') await tell({ id, personId, sheetId });
  return found.next === undefined ? {} : { next: found.next };
}
