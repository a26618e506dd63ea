import { notFound } from '../../errors.js';
import { skills, values } from '../../people/model.js';
import { command, type CommandContext } from '../../operation.js';
import { members } from '../../policy.js';
import type { z } from '../../schema.js';
import { countEvidence } from '../evidence.js';
import { kudos, Kudos, KudosDraft, thanks, type KudosRecord } from '../model.js';
import { audienceOf, kudosView, thanksId } from '../read.js';
import { resolveRef } from '../references.js';
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
    'skill.unknown',
    'mentorship.unknown',
    'points.off',
    'allowance.spent',
  ],
  alone: mostWanted,
  async run(context, draft) {
    const { tx, actor, now, newId } = context;
    const receivers = await resolveReceivers(tx, draft.receivers, actor.id);
    await checkValues(tx, draft.values);
    await checkSkills(tx, draft.skills);
    const { message, audience, impact, points } = draft;
    const ref = draft.ref && (await resolveRef(tx, draft.ref, actor.id));
    const record: KudosRecord = {
      id: newId(),
      giverId: actor.id,
      ...receivers,
      message,
      values: [...new Set(draft.values)],
      ...(draft.skills.length > 0 && { skills: [...new Set(draft.skills)] }),
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
    await countEvidence(tx, record, 1);
    await tx.tell({ type: 'kudos.given', ids: [record.id], audience: await audienceOf(tx, record) });
    return kudosView(tx, record);
  },
});

async function checkValues(tx: CommandContext['tx'], ids: readonly string[]): Promise<void> {
  const found = await tx.getMany(values, [...new Set(ids)]);
  const known = found.filter((value) => !value.retired);
  if (known.length < new Set(ids).size) throw notFound('value');
}

/** Refuses skills that the catalog does not list: whether anybody keeps one to themself is not to be found out. */
export async function checkSkills(tx: CommandContext['tx'], ids: readonly string[]): Promise<void> {
  const found = await tx.getMany(skills, [...new Set(ids)]);
  const listed = found.filter((skill) => skill.listed !== undefined);
  if (listed.length < new Set(ids).size) throw notFound('skill');
}

/** Keeps the tally of public thanks for the same thing. What is not public is never counted. */
export async function countThanks(tx: CommandContext['tx'], record: KudosRecord, by: 1 | -1): Promise<void> {
  if (!record.ref || record.audience !== 'public') return;
  const id = thanksId(record.ref);
  const before = await tx.get(thanks, id);
  if (before) await tx.replace(thanks, { id, count: before.count + by });
  else await tx.insert(thanks, { id, count: 1 });
}
