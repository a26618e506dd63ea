import { notFound } from '../errors.js';
import { command, query } from '../operation.js';
import { system } from '../policy.js';
import { id, z } from '../schema.js';
import type { Reader } from '../store/store.js';
import { clearAnswers, tidyRound } from './close-round.js';
import { releases, rounds, type RoundRecord } from './model.js';
import { releaseId } from './releases.js';

const Stored = z.object({ state: z.enum(['gathering', 'open', 'closed', 'releasing', 'released']) });
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const storeRelease = command({
  summary: 'Stores what a round releases, in parts; with the hash over all of it the round is released.',
  who: system,
  input: z.strictObject({
    id,
    sheets: z.array(z.strictObject({ sheetId: id, json: z.string(), hash })).max(1000),
    /** Given after the last part. */
    hash: hash.optional(),
  }),
  output: Stored,
  refuses: ['round.unknown'],
  alone: (input) => aloneOnRound(input.id),
  async run({ tx, now }, { id: roundId, sheets, hash: whole }) {
    const round = await tx.get(rounds, roundId);
    if (!round) throw notFound('round');
    // Another server was quicker, or it failed meanwhile: what is released stays as it is.
    if (round.state !== 'releasing') return { state: round.state };
    for (const sheet of sheets) {
      const record = { id: releaseId(roundId, sheet.sheetId), roundId, ...sheet };
      const before = await tx.get(releases, record.id);
      await (before ? tx.replace(releases, record) : tx.insert(releases, record));
    }
    if (whole === undefined) return { state: round.state };
    const { shuffle, ...kept } = round;
    void shuffle;
    const released: RoundRecord = {
      ...kept,
      state: 'released',
      releasedAt: now.toISOString(),
      hash: whole,
      clearing: roundId,
    };
    await tx.replace(rounds, released);
    await tx.tell({ type: 'round.released', ids: [roundId], audience: [] });
    return { state: released.state };
  },
});

const failRelease = command({
  summary: 'Says that a release could not be computed, and why; the round is closed again.',
  who: system,
  input: z.strictObject({ id, reason: z.string().max(100) }),
  output: Stored,
  refuses: ['round.unknown'],
  alone: (input) => aloneOnRound(input.id),
  async run({ tx }, { id: roundId, reason }) {
    const round = await tx.get(rounds, roundId);
    if (!round) throw notFound('round');
    if (round.state !== 'releasing') return { state: round.state };
    await tx.replace(rounds, { ...round, state: 'closed', failed: reason });
    await tx.tell({ type: 'round.failed', ids: [roundId], audience: [] });
    return { state: 'closed' as const };
  },
});

const leftoversDue = query({
  summary: 'Whether closed rounds still hold receipts, days or drafts, or released ones raw answers.',
  who: system,
  input: z.strictObject({}),
  output: z.object({ due: z.boolean() }),
  async run({ tx }) {
    return { due: (await nextLeftover(tx)) !== undefined };
  },
});

const clearLeftovers = command({
  summary: 'Takes away a part of what closed and released rounds are no longer to hold.',
  who: system,
  input: z.strictObject({}),
  output: z.object({}),
  // The end of a release and a tick may do it at the same time.
  alone: () => 'leftovers of rounds',
  async run(context) {
    const { tx } = context;
    const round = await nextLeftover(tx);
    if (!round) return {};
    if (round.tidying === undefined) {
      if (await clearAnswers(context, round.id)) return {};
      const { clearing, ...cleared } = round;
      void clearing;
      await tx.replace(rounds, cleared);
    } else if (!(await tidyRound(context, round)) && round.state === 'releasing')
      // Its release was asked for before it was tidy: now it can be computed.
      await tx.tell({ type: 'round.releasing', ids: [round.id], audience: [] });
    return {};
  },
});

/** A round that is still to be tidied or cleared. */
async function nextLeftover(tx: Reader): Promise<RoundRecord | undefined> {
  const [tidy] = (await tx.find(rounds, { order: '+tidying', limit: 1 })).items;
  return tidy ?? (await tx.find(rounds, { order: '+clearing', limit: 1 })).items[0];
}

function aloneOnRound(roundId: string): string {
  return `round ${roundId}`;
}

/** The commands of the system around releases. Members have none here: areas ask and answer through `round.ts`. */
export const answers = { storeRelease, failRelease, leftoversDue, clearLeftovers };
