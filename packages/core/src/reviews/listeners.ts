import type { Listener } from '../listeners.js';
import { released, releaseFailed } from './cycle-life.js';
import { cycles } from './model/cycle.js';
import { stateOfRound } from '../answers/round.js';

/** What reviews do when the release of their nameless answers is there, or could not be computed. */
export const reviewListeners: Readonly<Record<string, Listener>> = {
  'round.released': async (context, { ids: [roundId = ''] }) => {
    const cycle = await context.tx.get(cycles, roundId);
    if (cycle?.state === 'releasing') await released(context, cycle);
  },
  'round.failed': async (context, { ids: [roundId = ''] }) => {
    const cycle = await context.tx.get(cycles, roundId);
    if (cycle?.state !== 'releasing') return;
    const reason = (await stateOfRound(context.tx, roundId))?.failed ?? 'internal';
    await releaseFailed(context, cycle, reason);
  },
};
