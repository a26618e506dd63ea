import { query } from '../../operation.js';
import { PersonRef } from '../../people/model.js';
import { refsOf } from '../../people/read.js';
import { members } from '../../policy.js';
import { id, z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import { Side } from '../model/kinds.js';
import { Reason } from '../model/offer.js';
import { pairs, runs, type PairRecord } from '../model/run.js';
import { visibleProgram } from '../program-read.js';
import { forParticipants, namedReasons } from '../reasons.js';

/** More published runs, and more partners in one, than anybody has. */
const ALL = 1000;

const Match = z.object({
  /** The caller's own side. */
  side: Side,
  partner: PersonRef,
  mentorshipId: id,
  /** Why the two were matched, as far as it is theirs to know. */
  reasons: z.array(Reason),
});

export const myMatch = query({
  summary: 'Tells the caller with whom a program has matched them, and why.',
  who: members,
  input: z.strictObject({ programId: id }),
  output: z.object({ items: z.array(Match) }),
  refuses: ['program.unknown'],
  async run({ tx, actor }, { programId }) {
    await visibleProgram(tx, programId, actor);
    const own = await ownPairs(tx, programId, actor.id);
    const refs = await refsOf(
      tx,
      own.flatMap((pair) => [pair.mentorId, pair.menteeId]),
    );
    const reasons = await namedReasons(
      tx,
      own.map((pair) => forParticipants(pair.reasons)),
    );
    const items = own.flatMap((pair, at) => {
      const teaches = pair.mentorId === actor.id;
      const partner = refs.get(teaches ? pair.menteeId : pair.mentorId);
      if (!partner || pair.mentorshipId === undefined) return [];
      const side = teaches ? ('mentor' as const) : ('mentee' as const);
      return { side, partner, mentorshipId: pair.mentorshipId, reasons: reasons[at] ?? [] };
    });
    return { items };
  },
});

async function ownPairs(tx: Reader, programId: string, personId: string): Promise<PairRecord[]> {
  const where = { programId, state: 'published' } as const;
  const published = await tx.find(runs, { where, order: '-requestedAt', limit: ALL });
  const own: PairRecord[] = [];
  for (const { id: runId } of published.items)
    for (const side of ['mentorId', 'menteeId'] as const) {
      const found = await tx.find(pairs, { where: { runId, [side]: personId }, order: '+place', limit: ALL });
      own.push(...found.items);
    }
  return own;
}
