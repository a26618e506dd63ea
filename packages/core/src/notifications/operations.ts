import { command, query } from '../operation.js';
import { refsOf } from '../people/read.js';
import { members } from '../policy.js';
import { comments, kudos } from '../recognition/model.js';
import { id, page, pageOf, z } from '../schema.js';
import type { Reader } from '../store/store.js';
import { Notification, notifications, type NotificationRecord } from './model.js';

/** More unread ones than this are not counted. */
const MOST_UNREAD = 100;

const list = query({
  summary: 'What concerns the caller, newest first, with the number of unread ones (at most 100).',
  who: members,
  input: z.strictObject(page),
  output: pageOf(Notification).extend({ unread: z.int() }),
  async run({ tx, actor }, { limit, after }) {
    const personId = actor.id;
    const found = await tx.find(notifications, { where: { personId }, order: '-at', limit, after });
    const where = { personId, state: 'unread' as const };
    const unread = await tx.find(notifications, { where, order: '-at', limit: MOST_UNREAD });
    return { ...found, items: await views(tx, found.items), unread: unread.items.length };
  },
});

const markRead = command({
  summary: 'Marks these notifications as read, or all of them when `ids` is left out.',
  who: members,
  input: z.strictObject({ ids: z.array(id).max(100).optional() }),
  output: z.object({ unread: z.int() }),
  async run({ tx, actor }, { ids }) {
    const personId = actor.id;
    const unread = () =>
      tx.find(notifications, { where: { personId, state: 'unread' }, order: '-at', limit: MOST_UNREAD });
    const mark = async (chosen: readonly NotificationRecord[]) => {
      for (const note of chosen) await tx.replace(notifications, { ...note, state: 'read' });
      const told = chosen.map((note) => note.id);
      if (told.length > 0) await tx.tell({ type: 'notification.read', ids: told, audience: [personId] });
    };
    if (ids) {
      const chosen = await tx.getMany(notifications, unique(ids));
      await mark(chosen.filter((note) => note.personId === personId && note.state === 'unread'));
    }
    for (let left = await unread(); ; left = await unread()) {
      if (ids || left.items.length === 0) return { unread: left.items.length };
      await mark(left.items);
    }
  },
});

/** What happened to the caller. */
export const notificationOperations = { list, markRead };

const EXCERPT = 140;

async function views(tx: Reader, notes: readonly NotificationRecord[]): Promise<Notification[]> {
  const by = await refsOf(
    tx,
    notes.map((note) => note.byId),
  );
  const given = byId(await tx.getMany(kudos, unique(notes.map((note) => note.kudosId))));
  const written = byId(await tx.getMany(comments, unique(notes.flatMap((note) => note.commentId ?? []))));
  return notes.map((note) => ({
    id: note.id,
    type: note.type,
    by: by.get(note.byId) ?? { id: note.byId, name: 'Former member' },
    kudosId: note.kudosId,
    excerpt: excerptOf(
      note.commentId === undefined ? given.get(note.kudosId)?.message : written.get(note.commentId)?.text,
    ),
    at: note.at,
    read: note.state === 'read',
  }));
}

function excerptOf(text = ''): string {
  const points = [...text];
  return points.length <= EXCERPT ? text : `${points.slice(0, EXCERPT - 1).join('')}…`;
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
