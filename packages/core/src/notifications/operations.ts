import { command, query } from '../operation.js';
import { refsOf } from '../people/read.js';
import { members } from '../policy.js';
import { id, page, pageOf, z } from '../schema.js';
import type { Reader } from '../store/store.js';
import { Notification, notifications, SubjectKind, type NotificationRecord } from './model.js';
import { sources } from './sources.js';

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
  const people = await refsOf(
    tx,
    notes.flatMap((note) => [note.byId, note.otherId ?? []].flat()),
  );
  const texts = await textsBySource(tx, notes);
  return notes.map((note) => {
    const person = people.get(note.otherId ?? '');
    return {
      id: note.id,
      type: note.type,
      by: people.get(note.byId) ?? { id: note.byId, name: 'Former member' },
      ...(person && { person }),
      subject: { kind: note.subjectKind, id: note.subjectId },
      excerpt: excerptOf(texts.get(note.id)),
      ...(note.when !== undefined && { when: note.when }),
      at: note.at,
      read: note.state === 'read',
    };
  });
}

/** The texts of what the notifications are about, by notification id: one reading for each kind of subject. */
async function textsBySource(
  tx: Reader,
  notes: readonly NotificationRecord[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const kind of SubjectKind.options) {
    const about = notes.filter((note) => note.subjectKind === kind);
    const read = sources.map(({ excerpts }) => excerpts[kind]).find((excerpts) => excerpts !== undefined);
    if (about.length > 0 && read) for (const [id, text] of await read(tx, about)) texts.set(id, text);
  }
  return texts;
}

function excerptOf(text = ''): string {
  const points = [...text];
  return points.length <= EXCERPT ? text : `${points.slice(0, EXCERPT - 1).join('')}…`;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
