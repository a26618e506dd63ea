import { GuildhallError, notFound } from '../../errors.js';
import { command } from '../../operation.js';
import { people } from '../../people/model.js';
import { members } from '../../policy.js';
import { id, z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import { FeedbackNote, notes, type NoteRecord } from '../model.js';
import { noteView, receivedNote } from '../read.js';
import { unread } from '../refusals.js';
import { readersOf } from '../rules.js';
import { aloneOnNote } from './note-life.js';

/** A note is shared with at most so many people. */
const MOST_SHARED = 20;

export const share = command({
  summary: 'Lets the caller’s manager, or people by name, read a note that the caller received.',
  who: members,
  input: z
    .strictObject({
      id,
      /** Whoever is the caller's manager now. */
      manager: z.boolean().default(false),
      personIds: z.array(id).max(MOST_SHARED).default([]),
    })
    .refine(({ manager, personIds }) => manager || personIds.length > 0, 'Choose with whom.'),
  output: FeedbackNote,
  refuses: [
    'note.unknown',
    'feedback.unread',
    'feedback.noManager',
    'feedback.readsAlready',
    'feedback.tooMany',
    'person.unknown',
    'person.departed',
  ],
  alone: aloneOnNote,
  async run({ tx, actor }, { id: noteId, manager, personIds }) {
    const note = await receivedNote(tx, noteId, actor.id);
    if (note.state === 'sent') throw unread();
    const chosen = [...personIds, ...(manager ? [await managerOf(tx, actor.id)] : [])];
    if (chosen.some((one) => one === note.giverId || one === note.receiverId))
      throw new GuildhallError(
        'conflict',
        'feedback.readsAlready',
        'Giver and receiver read the note anyway.',
      );
    const added = [...new Set(chosen)].filter((one) => !readersOf(note).includes(one));
    await checkPeople(tx, added);
    const sharedIds = [...note.sharedIds, ...added];
    if (sharedIds.length > MOST_SHARED)
      throw new GuildhallError('conflict', 'feedback.tooMany', `Share with at most ${MOST_SHARED} people.`);
    const record: NoteRecord = { ...note, sharedIds };
    if (added.length > 0) await tx.replace(notes, record);
    // Each hears of their own alone: who else reads it is the receiver's to know.
    for (const personId of added)
      await tx.tell({ type: 'feedback.shared', ids: [noteId, personId], audience: [personId, actor.id] });
    return noteView(tx, record, actor.id);
  },
});

async function managerOf(tx: Reader, personId: string): Promise<string> {
  const managerId = (await tx.get(people, personId))?.managerId;
  if (managerId === undefined)
    throw new GuildhallError('conflict', 'feedback.noManager', 'No manager is known. Name the people.');
  return managerId;
}

async function checkPeople(tx: Reader, ids: readonly string[]): Promise<void> {
  const found = await tx.getMany(people, ids);
  if (found.length < ids.length) throw notFound('person');
  const left = found.find((person) => person.status !== 'active');
  if (left)
    throw new GuildhallError('forbidden', 'person.departed', 'This person has left.', {
      details: { personId: left.id },
    });
}

export const unshare = command({
  summary: 'Ends that a person reads a note that the caller received and shared.',
  who: members,
  input: z.strictObject({ id, personId: id }),
  output: FeedbackNote,
  refuses: ['note.unknown'],
  alone: aloneOnNote,
  async run({ tx, actor }, { id: noteId, personId }) {
    const note = await receivedNote(tx, noteId, actor.id);
    if (!note.sharedIds.includes(personId)) return noteView(tx, note, actor.id);
    const record: NoteRecord = { ...note, sharedIds: note.sharedIds.filter((one) => one !== personId) };
    await tx.replace(notes, record);
    await tx.tell({ type: 'feedback.unshared', ids: [noteId, personId], audience: [personId, actor.id] });
    return noteView(tx, record, actor.id);
  },
});

export const archive = moving('archive', 'Puts a note that the caller received and read into the archive.');
export const unarchive = moving('inbox', 'Takes a note that the caller received out of the archive.');

/** Where a note lies is its receiver's own, and nobody else hears of it. */
function moving(shelf: 'inbox' | 'archive', summary: string) {
  return command({
    summary,
    who: members,
    input: z.strictObject({ id }),
    output: FeedbackNote,
    refuses: ['note.unknown', 'feedback.unread'],
    alone: aloneOnNote,
    async run({ tx, actor }, input) {
      const note = await receivedNote(tx, input.id, actor.id);
      if (note.state === 'sent') throw unread();
      const record: NoteRecord = { ...note, shelf };
      await tx.replace(notes, record);
      await tx.tell({ type: 'feedback.moved', ids: [note.id], audience: [actor.id] });
      return noteView(tx, record, actor.id);
    },
  });
}
