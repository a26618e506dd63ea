import type { CommandContext } from '../operation.js';
import { notifications, type NotificationRecord } from './model.js';

/** What a notification says, without whom and when. */
export type About = Omit<NotificationRecord, 'id' | 'personId' | 'at' | 'state'>;

/** Makes a notification for each of these people, and tells them. For rules of a `NotificationSource`. */
export async function notify(
  context: CommandContext,
  personIds: readonly string[],
  about: About,
): Promise<void> {
  const at = context.now.toISOString();
  const told = [...new Set(personIds)];
  const notes = told.map((personId): NotificationRecord => {
    return { id: context.newId(), personId, ...about, at, state: 'unread' };
  });
  await context.tx.insertAll(notifications, notes);
  if (told.length > 0)
    await context.tx.tell({ type: 'notification.made', ids: [about.subjectId], audience: told });
}

/** Removes the notifications about a subject, or some of them: what is gone is gone here too. */
export async function forget(
  context: CommandContext,
  subjectId: string | undefined,
  which: (note: NotificationRecord) => boolean = () => true,
): Promise<void> {
  if (subjectId === undefined) return;
  const told = new Set<string>();
  for (let after: string | undefined; ;) {
    const found = await context.tx.find(notifications, {
      where: { subjectId },
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
    await context.tx.tell({ type: 'notification.removed', ids: [subjectId], audience: [...told] });
}
