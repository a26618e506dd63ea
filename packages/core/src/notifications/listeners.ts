import type { Listener } from '../listeners.js';
import type { CommandContext } from '../operation.js';
import { comments, kudos } from '../recognition/model.js';
import { notifications, type NotificationRecord } from './model.js';

/** Makes the notifications of an event in the event's own transaction. */
export const notificationListeners: Readonly<Record<string, Listener>> = {
  'kudos.given': async (context, event) => {
    const [kudosId] = event.ids;
    const given = kudosId === undefined ? undefined : await context.tx.get(kudos, kudosId);
    if (!given) return;
    const about = { type: 'kudos.received' as const, byId: given.giverId, kudosId: given.id };
    await notify(context, given.receivers, about);
  },
  'kudos.commented': async (context, event) => {
    const [kudosId, commentId] = event.ids;
    if (kudosId === undefined || commentId === undefined) return;
    const written = await context.tx.get(comments, commentId);
    const about = await context.tx.get(kudos, kudosId);
    if (!written || !about) return;
    const concerned = new Set([about.giverId, ...about.named]);
    concerned.delete(written.authorId);
    const note = { type: 'kudos.commented' as const, byId: written.authorId, kudosId, commentId };
    await notify(context, [...concerned], note);
  },
  'kudos.commentRemoved': async (context, event) => {
    const [kudosId, commentId] = event.ids;
    await forget(context, kudosId, (note) => note.commentId === commentId);
  },
  'kudos.withdrawn': async (context, event) => forget(context, event.ids[0], () => true),
};

type About = Pick<NotificationRecord, 'type' | 'byId' | 'kudosId' | 'commentId'>;

async function notify(context: CommandContext, personIds: readonly string[], about: About): Promise<void> {
  const at = context.now.toISOString();
  for (const personId of personIds) {
    const note: NotificationRecord = { id: context.newId(), personId, ...about, at, state: 'unread' };
    await context.tx.insert(notifications, note);
  }
  if (personIds.length > 0)
    await context.tx.tell({ type: 'notification.made', ids: [about.kudosId], audience: personIds });
}

/** Removes the notifications about a kudos: what is gone is gone here too. */
async function forget(
  context: CommandContext,
  kudosId: string | undefined,
  which: (note: NotificationRecord) => boolean,
): Promise<void> {
  if (kudosId === undefined) return;
  const told = new Set<string>();
  for (let after: string | undefined; ;) {
    const found = await context.tx.find(notifications, {
      where: { kudosId },
      order: '+at',
      limit: 500,
      after,
    });
    for (const note of found.items.filter(which)) {
      await context.tx.remove(notifications, note.id);
      told.add(note.personId);
    }
    if (found.next === undefined) break;
    after = found.next;
  }
  if (told.size > 0)
    await context.tx.tell({ type: 'notification.removed', ids: [kudosId], audience: [...told] });
}
