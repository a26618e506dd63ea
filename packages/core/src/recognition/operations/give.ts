import { notFound } from '../../errors.js';
import { values } from '../../people/model.js';
import { command, type CommandContext } from '../../operation.js';
import { members } from '../../policy.js';
import type { z } from '../../schema.js';
import { kudos, Kudos, KudosDraft, thanks, type KudosRecord } from '../model.js';
import { audienceOf, kudosView, thanksId } from '../read.js';
import { resolveReceivers } from '../receivers.js';
import { spend } from '../wallet.js';

/** What others may want at the same time: the tally of a thing thanked for by many, else the own wallet. */
function mostWanted(draft: z.output<typeof KudosDraft>, actor: { id: string }): string | undefined {
  if (draft.ref && draft.audience === 'public') return `thanks ${thanksId(draft.ref)}`;
  return draft.points === undefined ? undefined : `wallet ${actor.id}`;
}

/** Thanks people. */
export const give = command({
  summary: 'Thanks people or teams for something, with values, an impact, a reference and an audience.',
  who: members,
  input: KudosDraft,
  output: Kudos,
  refuses: [
    'kudos.self',
    'kudos.tooMany',
    'person.unknown',
    'person.departed',
    'team.empty',
    'value.unknown',
    'points.off',
    'allowance.spent',
  ],
  alone: mostWanted,
  async run(context, draft) {
    const { tx, actor, now, newId } = context;
    const receivers = await resolveReceivers(tx, draft.receivers, actor.id);
    await checkValues(tx, draft.values);
    const { message, audience, impact, ref, points } = draft;
    const record: KudosRecord = {
      id: newId(),
      giverId: actor.id,
      ...receivers,
      message,
      values: [...new Set(draft.values)],
      ...(impact !== undefined && { impact }),
      ...(ref && { ref }),
      audience,
      shelf: audience,
      givenAt: now.toISOString(),
      reactions: { heart: 0 },
      comments: 0,
      ...(points !== undefined && { points }),
    };
    if (points !== undefined) record.period = await spend(context, record);
    await tx.insert(kudos, record);
    await countThanks(tx, record, 1);
    await tx.tell({ type: 'kudos.given', ids: [record.id], audience: await audienceOf(tx, record) });
    return kudosView(tx, record);
  },
});

async function checkValues(tx: CommandContext['tx'], ids: readonly string[]): Promise<void> {
  const found = await tx.getMany(values, [...new Set(ids)]);
  const known = found.filter((value) => !value.retired);
  if (known.length < new Set(ids).size) throw notFound('value');
}

/** Keeps the tally of public thanks for the same thing. What is not public is never counted. */
export async function countThanks(tx: CommandContext['tx'], record: KudosRecord, by: 1 | -1): Promise<void> {
  if (!record.ref || record.audience !== 'public') return;
  const id = thanksId(record.ref);
  const before = await tx.get(thanks, id);
  if (before) await tx.replace(thanks, { id, count: before.count + by });
  else await tx.insert(thanks, { id, count: 1 });
}
