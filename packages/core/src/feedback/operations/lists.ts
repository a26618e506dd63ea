import { query } from '../../operation.js';
import { filterPages } from '../../paging.js';
import { members } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import type { Find } from '../../store/store.js';
import {
  asks,
  FeedbackNote,
  FeedbackRequest,
  feedbackRequests,
  notes as noteRecords,
  type NoteRecord,
} from '../model.js';
import { noteView, noteViews, readableNote, requestView, requestViews } from '../read.js';
import { isOpen, mayRead } from '../rules.js';
import { notFound } from '../../errors.js';

/** More unread notes than this are not counted. */
const MOST_UNREAD = 100;

export const notes = query({
  summary: 'The notes that the caller received, gave, or that were shared with the caller, newest first.',
  who: members,
  input: z.strictObject({
    of: z.enum(['received', 'given', 'shared']).default('received'),
    /** Of those received: the archive. */
    archived: z.boolean().default(false),
    ...page,
  }),
  output: pageOf(FeedbackNote).extend({
    /** How many received notes are unread, at most 100. */
    unread: z.int(),
  }),
  async run({ tx, actor }, { of, archived, limit, after }) {
    const found = await filterPages(
      (from) => tx.find(noteRecords, { ...listOf(of, archived, actor.id), order: '-at', ...from }),
      (note) => mayRead(note, actor.id),
      { limit, after },
    );
    const where = { receiverId: actor.id, state: 'sent' as const };
    const unread = await tx.find(noteRecords, { where, order: '-at', limit: MOST_UNREAD });
    return { ...found, items: await noteViews(tx, found.items, actor.id), unread: unread.items.length };
  },
});

function listOf(of: 'received' | 'given' | 'shared', archived: boolean, personId: string): Find<NoteRecord> {
  if (of === 'given') return { where: { giverId: personId } };
  if (of === 'shared') return { where: { sharedIds: personId } };
  return { where: { receiverId: personId, shelf: archived ? 'archive' : 'inbox' } };
}

export const note = query({
  summary: 'One note that the caller may read. What it says is absent for its receiver until it is opened.',
  who: members,
  input: z.strictObject({ id }),
  output: FeedbackNote,
  refuses: ['note.unknown'],
  async run({ tx, actor }, input) {
    return noteView(tx, await readableNote(tx, input.id, actor.id), actor.id);
  },
});

export const requests = query({
  summary:
    'The requests for feedback that the caller sent or received, or that are about the caller; newest first.',
  who: members,
  input: z.strictObject({
    of: z.enum(['received', 'sent', 'about']).default('received'),
    /** Of those received: only those that wait for an answer. */
    open: z.boolean().default(false),
    ...page,
  }),
  output: pageOf(FeedbackRequest),
  async run({ tx, actor, now }, { of, open, limit, after }) {
    if (of === 'received') {
      const where = { reviewerId: actor.id, ...(open && { state: 'open' as const }) };
      const found = await filterPages(
        (from) => tx.find(asks, { where, order: '-at', ...from }),
        (ask) => !open || isOpen(ask, now),
        { limit, after },
      );
      const ids = found.items.map(({ requestId }) => requestId);
      const records = await tx.getMany(feedbackRequests, ids);
      return { ...found, items: await requestViews(tx, records, actor.id, now) };
    }
    const where = of === 'sent' ? { requesterId: actor.id } : { subjectId: actor.id };
    const found = await tx.find(feedbackRequests, { where, order: '-at', limit, after });
    return { ...found, items: await requestViews(tx, found.items, actor.id, now) };
  },
});

export const getRequest = query({
  summary: 'One request for feedback, for those who sent or got it and whom it is about.',
  who: members,
  input: z.strictObject({ id }),
  output: FeedbackRequest,
  refuses: ['request.unknown'],
  async run({ tx, actor, now }, input) {
    const record = await tx.get(feedbackRequests, input.id);
    if (!record) throw notFound('request');
    const where = { requestId: record.id, reviewerId: actor.id };
    const isParty =
      record.requesterId === actor.id ||
      record.subjectId === actor.id ||
      (await tx.find(asks, { where, order: '+at', limit: 1 })).items.length > 0;
    if (!isParty) throw notFound('request');
    return requestView(tx, record, actor.id, now);
  },
});
