import { GuildhallError } from '../../errors.js';
import { command } from '../../operation.js';
import { members } from '../../policy.js';
import { id, text, z } from '../../schema.js';
import { countEvidence } from '../evidence.js';
import { kudos, Kudos, type KudosRecord } from '../model.js';
import { aloneOn, audienceOf, kudosView, visibleKudos } from '../read.js';
import { mayEdit, mayModerate, mayWithdraw } from '../rules.js';
import { refund } from '../wallet.js';
import { checkSkills, countThanks } from './give.js';

/** Mends the text. */
export const edit = command({
  summary:
    'Mends the text of an own kudos, or the skills it names, for a short time; it is then marked as edited.',
  who: members,
  input: z.strictObject({
    id,
    message: text(2000),
    impact: text(300).optional(),
    /** Ids of skills; left out, they stay as they are. */
    skills: z.array(id).max(3).optional(),
  }),
  output: Kudos,
  refuses: ['kudos.unknown', 'kudos.notYours', 'kudos.editOver', 'skill.unknown'],
  alone: (input) => aloneOn(input.id),
  async run({ tx, actor, now, settings }, input) {
    const before = await visibleKudos(tx, input.id, actor);
    if (!mayEdit(before, actor, now, settings)) throw notNow(before, actor.id, 'edit');
    const { impact: _dropped, ...kept } = before;
    const record: KudosRecord = {
      ...kept,
      message: input.message,
      ...(input.impact !== undefined && { impact: input.impact }),
      editedAt: now.toISOString(),
    };
    if (input.skills) {
      await checkSkills(tx, input.skills);
      await countEvidence(tx, before, -1);
      record.skills = [...new Set(input.skills)];
      await countEvidence(tx, record, 1);
    }
    await tx.replace(kudos, record);
    await tx.tell({ type: 'kudos.edited', ids: [record.id], audience: await audienceOf(tx, record) });
    return kudosView(tx, record);
  },
});

/** Takes a kudos back. */
export const withdraw = command({
  summary: 'Takes an own kudos back for a day, refunding its points; a moderator may later, with a reason.',
  who: members,
  input: z.strictObject({ id, reason: text(500).optional() }),
  output: z.object({ id }),
  refuses: ['kudos.unknown', 'kudos.notYours', 'kudos.withdrawOver', 'reason.missing'],
  alone: (input) => aloneOn(input.id),
  async run(context, input) {
    const { tx, actor, now, settings } = context;
    const before = await visibleKudos(tx, input.id, actor);
    const audience = await audienceOf(tx, before);
    const record: KudosRecord = { ...before, shelf: 'withdrawn' };
    if (!mayWithdraw(before, actor, now, settings)) {
      if (!mayModerate(actor, before.giverId)) throw notNow(before, actor.id, 'withdraw');
      if (input.reason === undefined)
        throw new GuildhallError('invalid', 'reason.missing', 'A moderator gives a reason.', {
          fields: [{ path: 'reason', message: 'Say why it is removed.' }],
        });
      record.shelf = 'removed';
      record.removal = { by: actor.id, reason: input.reason, at: now.toISOString() };
    }
    await tx.replace(kudos, record);
    await countThanks(tx, record, -1);
    await countEvidence(tx, record, -1);
    await refund(context, record);
    await tx.tell({ type: 'kudos.withdrawn', ids: [record.id], audience });
    return { id: record.id };
  },
});

function notNow(record: KudosRecord, actorId: string, what: 'edit' | 'withdraw'): GuildhallError {
  if (record.giverId !== actorId)
    return new GuildhallError('forbidden', 'kudos.notYours', `Only its giver may ${what} a kudos.`);
  return new GuildhallError('forbidden', `kudos.${what}Over`, `The time to ${what} this kudos is over.`);
}
