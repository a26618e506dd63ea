import { GuildhallError, notFound } from '../../errors.js';
import { command } from '../../operation.js';
import { members } from '../../policy.js';
import { id, text, z } from '../../schema.js';
import { asks, FeedbackNote, feedbackRequests, notes, type NoteRecord } from '../model.js';
import { noteView, ownAsk, readableNote, receivedNote } from '../read.js';
import { unread } from '../refusals.js';
import { nextReminder } from '../rules.js';

/** What everything that changes one note waits for. */
export const aloneOnNote = (input: { id: string }) => `feedback note ${input.id}`;

export const withdraw = command({
  summary: 'Takes an own note back, as long as its receiver has not read it; a request is then open again.',
  who: members,
  input: z.strictObject({ id }),
  output: FeedbackNote,
  refuses: ['note.unknown', 'feedback.read'],
  alone: aloneOnNote,
  async run(context, input) {
    const { tx, actor, settings, now } = context;
    const note = await readableNote(tx, input.id, actor.id);
    if (note.giverId !== actor.id) throw notFound('note');
    if (note.state === 'withdrawn') return noteView(tx, note, actor.id);
    if (note.state !== 'sent')
      throw new GuildhallError('conflict', 'feedback.read', 'The note was read: it cannot be taken back.');
    const record: NoteRecord = { ...note, state: 'withdrawn', shelf: 'withdrawn' };
    await tx.replace(notes, record);
    if (note.requestId !== undefined) {
      const ask = await ownAsk(tx, note.requestId, actor.id);
      const { noteId: _noteId, ...kept } = ask;
      const remindAt = nextReminder(ask, now, settings.timeZone);
      // One that has run out meanwhile is closed by the next tick.
      const isGone = (await tx.get(feedbackRequests, note.requestId))?.withdrawn;
      if (isGone) await tx.replace(asks, { ...kept, state: 'withdrawn' });
      else await tx.replace(asks, { ...kept, state: 'open', ...(remindAt !== undefined && { remindAt }) });
    }
    await tx.tell({ type: 'feedback.withdrawn', ids: [note.id], audience: [note.giverId, note.receiverId] });
    return noteView(tx, record, actor.id);
  },
});

export const markRead = command({
  summary: 'Opens a note that the caller received: from now on it cannot be taken back.',
  who: members,
  input: z.strictObject({ id }),
  output: FeedbackNote,
  refuses: ['note.unknown'],
  alone: aloneOnNote,
  async run({ tx, actor, now }, input) {
    const note = await receivedNote(tx, input.id, actor.id);
    if (note.state !== 'sent') return noteView(tx, note, actor.id);
    const record: NoteRecord = { ...note, state: 'read', readAt: now.toISOString() };
    await tx.replace(notes, record);
    await tx.tell({ type: 'feedback.read', ids: [note.id], audience: [note.giverId, note.receiverId] });
    return noteView(tx, record, actor.id);
  },
});

export const acknowledge = command({
  summary: 'Tells the giver that the caller has taken a note in, with a few words if wanted.',
  who: members,
  input: z.strictObject({ id, thanks: text(500).optional() }),
  output: FeedbackNote,
  refuses: ['note.unknown', 'feedback.unread'],
  alone: aloneOnNote,
  async run({ tx, actor, now }, { id: noteId, thanks }) {
    const note = await receivedNote(tx, noteId, actor.id);
    if (note.state === 'sent') throw unread();
    if (note.state === 'acknowledged') return noteView(tx, note, actor.id);
    const record: NoteRecord = {
      ...note,
      state: 'acknowledged',
      acknowledgedAt: now.toISOString(),
      ...(thanks !== undefined && { thanks }),
    };
    await tx.replace(notes, record);
    const audience = [note.giverId, note.receiverId];
    await tx.tell({ type: 'feedback.acknowledged', ids: [note.id], audience });
    return noteView(tx, record, actor.id);
  },
});
