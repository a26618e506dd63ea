import { auction, canAuction } from './auction.js';
import { beginBids, Bids, bidRound, nextRound, settle } from './bids.js';
import { certificate } from './certificate.js';
import { beginLowering, continueLowering, endLowering, isTooDear } from './lower-prices.js';
import { Places } from './places.js';
import { preferMatching } from './prefer-matching.js';
import type { Assignment, AssignmentProblem, AssignmentProgress, SolveOptions } from './problem.js';
import { beginSearch, continueSearch, endSearch } from './shortest-path.js';
import { priceForbidden } from './price-forbidden.js';
import { transpose, type Transpose } from './transpose.js';
import { takeOver } from './warm-start.js';

/** Operations between two yields. */
const STRIDE = 2 ** 14;

/** Rounds of bids before searches begin. */
const ROUNDS = 16;

/** Searches hand over to the auction when they have looked at so many rows for each row of the problem. */
const PATIENCE = 1;

/** How to go about it: as the problem asks for, or, in tests, by searches or by the auction alone. */
export type Method = 'chosen' | 'searches' | 'auction';

type Steps = Generator<AssignmentProgress, void>;

/**
 * Solves the problem exactly, a little at a time: yields at least every 2^14 operations (an operation looks at
 * an edge), give or take one column's rows, so that the caller can let others work, or stop. The problem
 * must be well formed (`checkProblem`).
 *
 * Rounds of bids and shortest augmenting paths come first; an auction with falling steps takes over where
 * they look at too much, and comes first where there are fewer places than rows. What the auction leaves
 * is ended by paths again. The choice goes by counts, never by time: the same problem has the same answer.
 */
export function* solve(
  problem: AssignmentProblem,
  options: SolveOptions = {},
  method: Method = 'chosen',
  dense = false,
): Generator<AssignmentProgress, Assignment> {
  const { slotCost, start } = options;
  const places = new Places(problem, slotCost, dense, start?.transpose);
  if (start) takeOver(places, start);
  else yield* seatRows(places, method);
  yield* augment(places, Infinity);
  yield* lowerPrices(places, start?.transpose);
  const of = places.rows;
  for (const _pause of preferMatching(places, STRIDE)) yield { phase: 'augment', done: of, of };
  const { match, price } = places;
  priceForbidden(places, start?.transpose);
  const { matched, total, gap } = certificate(problem, match, price, slotCost, dense);
  return { match, matched, total, prices: price, gap, optimal: gap < 1 };
}

/** Seats rows from the beginning; those that are left over wait for a search. */
function* seatRows(places: Places, method: Method): Steps {
  const of = places.rows;
  for (let row = 0; row < of; row++) places.waiting[places.waitingCount++] = row;
  const bids = new Bids(places);
  const mayAuction = method !== 'searches' && canAuction(bids);
  if (method !== 'auction' && !(mayAuction && places.occupant.length < of)) {
    yield* bidAtFirst(places, bids);
    yield* augment(places, mayAuction ? PATIENCE * of : Infinity);
  }
  if (!mayAuction || (method === 'chosen' && places.waitingCount === 0)) return;
  for (const done of auction(places, bids, STRIDE)) yield { phase: 'auction', done, of };
}

/** Most rows find their place by a few rounds of bids without a step. */
function* bidAtFirst(places: Places, bids: Bids): Steps {
  const of = places.rows;
  beginBids(places, bids);
  for (let round = 0; round < ROUNDS && places.waitingCount > 0; round++) {
    while (!bidRound(places, bids, STRIDE)) {
      yield { phase: 'warmStart', done: of - places.waitingCount, of };
      places.operations = 0;
    }
    nextRound(places, bids);
  }
  settle(places);
}

/** Seats the waiting rows one by one, each at the least cost, while no more than so many rows are looked at. */
function* augment(places: Places, rowScans: number): Steps {
  const of = places.rows;
  const limit = places.rowScans + rowScans;
  while (places.waitingCount > 0) {
    const row = places.waiting[places.waitingCount - 1]!;
    beginSearch(places, row);
    while (!continueSearch(places, STRIDE)) {
      if (places.rowScans > limit) return;
      yield { phase: 'augment', done: of - places.waitingCount, of };
      places.operations = 0;
    }
    endSearch(places, row);
    places.waitingCount--;
    if (places.operations < STRIDE) continue;
    if (places.rowScans > limit) return;
    yield { phase: 'augment', done: of - places.waitingCount, of };
    places.operations = 0;
  }
}

/** Where a column has room and still a price, either somebody gains by coming, or the price falls. */
function* lowerPrices(places: Places, known: Transpose | undefined): Steps {
  let columns = known;
  const of = places.rows;
  for (let col = 0; col < places.cols; col++)
    while (isTooDear(places, col)) {
      columns ??= transpose(places);
      beginLowering(places, col);
      while (!continueLowering(places, columns, STRIDE)) {
        yield { phase: 'augment', done: of, of };
        places.operations = 0;
      }
      endLowering(places, col);
    }
}
