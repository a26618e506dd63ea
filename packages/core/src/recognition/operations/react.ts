import { command, query, type CommandContext } from '../../operation.js';
import { GuildhallError, notFound } from '../../errors.js';
import { refsOf } from '../../people/read.js';
import { members } from '../../policy.js';
import { id, page, pageOf, text, z } from '../../schema.js';
import {
  comments,
  kudos,
  KudosComment,
  Reaction,
  reactions,
  type CommentRecord,
  type KudosRecord,
} from '../model.js';
import { aloneOn, audienceOf, visibleKudos } from '../read.js';
import { mayModerate } from '../rules.js';
import type { Reader } from '../../store/store.js';
import type { KnownActor } from '../../policy.js';

/** The id of a person's reaction: one in each way. */
export function reactionId(kudosId: string, personId: string, kind: Reaction): string {
  return `${kudosId} ${personId} ${kind}`;
}

/** Reacts, or takes the reaction back. */
export const react = command({
  summary: 'Gives a reaction to a kudos, or with `on: false` takes it back.',
  who: members,
  input: z.strictObject({ id, kind: Reaction.default('heart'), on: z.boolean().default(true) }),
  output: z.object({ id, reactions: z.object({ heart: z.int() }), reacted: z.array(Reaction) }),
  refuses: ['kudos.unknown'],
  alone: (input) => aloneOn(input.id),
  async run({ tx, actor, now }, input) {
    const record = await visibleKudos(tx, input.id, actor);
    const own = reactionId(record.id, actor.id, input.kind);
    const before = await tx.get(reactions, own);
    const reacted = input.on ? [input.kind] : [];
    if (Boolean(before) === input.on) return { id: record.id, reactions: record.reactions, reacted };
    if (input.on) await tx.insert(reactions, { id: own, kudosId: record.id, at: now.toISOString() });
    else await tx.remove(reactions, own);
    const heart = record.reactions.heart + (input.on ? 1 : -1);
    await tx.replace(kudos, { ...record, reactions: { heart } });
    await tellOf(tx, record, 'kudos.reacted');
    return { id: record.id, reactions: { heart }, reacted };
  },
});

/** Writes under a kudos. */
export const comment = command({
  summary: 'Writes a comment under a kudos, for those who may see the kudos.',
  who: members,
  input: z.strictObject({ id, text: text(1000) }),
  output: KudosComment,
  refuses: ['kudos.unknown'],
  alone: (input) => aloneOn(input.id),
  async run({ tx, actor, now, newId }, input) {
    const record = await visibleKudos(tx, input.id, actor);
    const written: CommentRecord = {
      // Says what it lies under, so that removing it can wait for others who change the same kudos.
      id: `${record.id}.${newId()}`,
      kudosId: record.id,
      authorId: actor.id,
      text: input.text,
      at: now.toISOString(),
    };
    await tx.insert(comments, written);
    await tx.replace(kudos, { ...record, comments: record.comments + 1 });
    await tellOf(tx, record, 'kudos.commented', written.id);
    const [view] = await commentViews(tx, [written], actor);
    if (!view) throw notFound('comment');
    return view;
  },
});

/** Takes a comment away. */
export const removeComment = command({
  summary: 'Removes an own comment; a moderator may remove any that they can see.',
  who: members,
  input: z.strictObject({ id }),
  output: z.object({ id }),
  refuses: ['comment.unknown', 'comment.notYours'],
  alone: (input) => aloneOn(input.id.slice(0, Math.max(0, input.id.lastIndexOf('.')))),
  async run({ tx, actor }, input) {
    const written = await tx.get(comments, input.id);
    if (!written) throw notFound('comment');
    const record = await visibleKudos(tx, written.kudosId, actor);
    if (!mayRemove(written, actor))
      throw new GuildhallError('forbidden', 'comment.notYours', 'Only its author may remove a comment.');
    await tx.remove(comments, written.id);
    await tx.replace(kudos, { ...record, comments: record.comments - 1 });
    await tellOf(tx, record, 'kudos.commentRemoved', written.id);
    return { id: written.id };
  },
});

/** What was written under a kudos. */
export const listComments = query({
  summary: 'The comments under a kudos, oldest first.',
  who: members,
  input: z.strictObject({ id, ...page }),
  output: pageOf(KudosComment),
  refuses: ['kudos.unknown'],
  async run({ tx, actor }, input) {
    const record = await visibleKudos(tx, input.id, actor);
    const { limit, after } = input;
    const found = await tx.find(comments, { where: { kudosId: record.id }, order: '+at', limit, after });
    return { ...found, items: await commentViews(tx, found.items, actor) };
  },
});

async function commentViews(tx: Reader, written: readonly CommentRecord[], actor: KnownActor) {
  const refs = await refsOf(
    tx,
    written.map((one) => one.authorId),
  );
  return written.map((one) => ({
    id: one.id,
    author: refs.get(one.authorId) ?? { id: one.authorId, name: 'Former member' },
    text: one.text,
    at: one.at,
    may: { remove: mayRemove(one, actor) },
  }));
}

function mayRemove(written: CommentRecord, actor: KnownActor): boolean {
  return written.authorId === actor.id || mayModerate(actor, written.authorId);
}

async function tellOf(
  tx: CommandContext['tx'],
  record: KudosRecord,
  type: string,
  part?: string,
): Promise<void> {
  const ids = part === undefined ? [record.id] : [record.id, part];
  await tx.tell({ type, ids, audience: await audienceOf(tx, record) });
}
