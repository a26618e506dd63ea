import type { Reader } from '../store/store.js';
import type { CycleRecord } from './model/cycle.js';
import { responses } from './model/form.js';
import type { Direction } from './model/kinds.js';
import { nominations, NOMINATION_STATES, type NominationState } from './model/nomination.js';
import { directionsOf, isNameless } from './rules/cycle.js';

/** How many records one step of a count reads. */
const STEP = 500;

/** How many nominations there are in each state, without the forms of subjects and managers. */
export async function nominationCounts(
  tx: Reader,
  cycleId: string,
): Promise<Record<NominationState, number>> {
  const counts = { proposed: 0, approved: 0, rejected: 0, declined: 0, withdrawn: 0 };
  for (const state of NOMINATION_STATES)
    for (let after: string | undefined; ;) {
      const where = { cycleId, state };
      const found = await tx.find(nominations, { where, order: '+at', after, limit: STEP });
      counts[state] += found.items.filter(
        (one) => one.direction !== 'self' && one.direction !== 'manager',
      ).length;
      if (found.next === undefined) break;
      after = found.next;
    }
  return counts;
}

/** How many forms with names on them were sent, of how many, by direction. */
export async function attributedShares(
  tx: Reader,
  cycle: CycleRecord,
): Promise<Partial<Record<Direction, { submitted: number; of: number }>>> {
  const shares: Partial<Record<Direction, { submitted: number; of: number }>> = {};
  for (const direction of directionsOf(cycle)) {
    if (isNameless(cycle, direction)) continue;
    const sent = { cycleId: cycle.id, direction };
    const asked = { ...sent, state: 'approved' as const };
    shares[direction] = {
      submitted: await count((after) =>
        tx.find(responses, { where: sent, order: '+id', after, limit: STEP }),
      ),
      of: await count((after) => tx.find(nominations, { where: asked, order: '+at', after, limit: STEP })),
    };
  }
  return shares;
}

async function count(
  fetch: (after: string | undefined) => Promise<{ items: unknown[]; next?: string }>,
): Promise<number> {
  let sum = 0;
  for (let after: string | undefined; ;) {
    const found = await fetch(after);
    sum += found.items.length;
    if (found.next === undefined) return sum;
    after = found.next;
  }
}
