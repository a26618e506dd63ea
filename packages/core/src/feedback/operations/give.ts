import { GuildhallError, notFound } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { people, skills, type PersonRecord } from '../../people/model.js';
import { refsOf } from '../../people/read.js';
import { members } from '../../policy.js';
import { id, z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import {
  asks,
  FeedbackAudience,
  FeedbackDraft,
  FeedbackNote,
  feedbackRequests,
  notes,
  type AskRecord,
  type NoteRecord,
} from '../model.js';
import { noteView, ownAsk, readableNote } from '../read.js';
import { isOpen, readersOf } from '../rules.js';
import { whenOver } from '../refusals.js';

export const give = command({
  summary: 'Gives a person feedback: situation, behavior, impact and a wish; may answer a request.',
  who: members,
  input: FeedbackDraft,
  output: FeedbackNote,
  refuses: [
    'feedback.self',
    'person.unknown',
    'person.departed',
    'skill.unknown',
    'request.unknown',
    'request.over',
    'feedback.otherSubject',
  ],
  alone: ({ requestId }, actor) => (requestId === undefined ? undefined : aloneOnAsk(requestId, actor.id)),
  async run(context, draft) {
    const { tx, actor, now, newId } = context;
    const ask =
      draft.requestId === undefined ? undefined : await openAsk(context, draft.requestId, draft.receiver);
    await receiverOf(tx, draft.receiver, actor.id);
    const skillIds = [...new Set(draft.skills)];
    await checkSkills(tx, skillIds);
    const { situation, behavior, impact, feedforward, requestId } = draft;
    const record: NoteRecord = {
      id: newId(),
      giverId: actor.id,
      receiverId: draft.receiver,
      ...{ situation, behavior, impact, skillIds },
      ...(feedforward !== undefined && { feedforward }),
      ...(requestId !== undefined && { requestId }),
      state: 'sent',
      shelf: 'inbox',
      sharedIds: [],
      at: now.toISOString(),
    };
    await tx.insert(notes, record);
    if (ask) {
      const { remindAt: _remindAt, ...kept } = ask;
      await tx.replace(asks, { ...kept, state: 'answered', noteId: record.id });
    }
    await tx.tell({ type: 'feedback.given', ids: [record.id], audience: readersOf(record) });
    return noteView(tx, record, actor.id);
  },
});

/** What everything that changes one reviewer's part of a request waits for. */
export function aloneOnAsk(requestId: string, reviewerId: string): string {
  return `feedback ask ${requestId} ${reviewerId}`;
}

/** The caller's open part of the request, when it asks about this person. */
async function openAsk(
  { tx, actor, now }: CommandContext,
  requestId: string,
  receiverId: string,
): Promise<AskRecord> {
  const ask = await ownAsk(tx, requestId, actor.id);
  const request = await tx.get(feedbackRequests, requestId);
  if (!request) throw notFound('request');
  if (request.subjectId !== receiverId)
    throw new GuildhallError('invalid', 'feedback.otherSubject', 'The request asks about somebody else.', {
      fields: [{ path: 'receiver', message: 'Write to the person whom the request is about.' }],
    });
  if (!isOpen(ask, now)) throw whenOver();
  return ask;
}

/** The person who is to get feedback from another. */
export async function receiverOf(tx: Reader, receiverId: string, giverId: string): Promise<PersonRecord> {
  if (receiverId === giverId)
    throw new GuildhallError('forbidden', 'feedback.self', 'Feedback is for others. Choose somebody else.');
  const receiver = await tx.get(people, receiverId);
  if (!receiver) throw notFound('person');
  if (receiver.status !== 'active')
    throw new GuildhallError('forbidden', 'person.departed', 'This person has left.', {
      details: { personId: receiverId },
    });
  return receiver;
}

/** Refuses skills that the catalog does not list: whether anybody keeps one to themself is not to be found out. */
async function checkSkills(tx: Reader, ids: readonly string[]): Promise<void> {
  const listed = (await tx.getMany(skills, ids)).filter((skill) => skill.listed !== undefined);
  if (listed.length < ids.length) throw notFound('skill');
}

export const audience = query({
  summary:
    'Who reads a note: one still to be written to this receiver, or a sent one; by the rule that decides it.',
  who: members,
  input: z.union([z.strictObject({ receiver: id }), z.strictObject({ id })]),
  output: FeedbackAudience,
  refuses: ['feedback.self', 'person.unknown', 'person.departed', 'note.unknown'],
  async run({ tx, actor }, input) {
    const sight =
      'id' in input ? await readableNote(tx, input.id, actor.id) : await unwritten(tx, input, actor.id);
    // Whom it was shared with is known to its receiver; to the giver, that it may be.
    const isReceiver = sight.receiverId === actor.id;
    const shown = readersOf(isReceiver ? sight : { ...sight, sharedIds: [] });
    const refs = await refsOf(tx, shown);
    const receiver = refs.get(sight.receiverId);
    return {
      people: shown.filter((one) => one !== actor.id).flatMap((one) => refs.get(one) ?? []),
      ...(!isReceiver && receiver && { sharedBy: receiver }),
    };
  },
});

async function unwritten(tx: Reader, input: { receiver: string }, giverId: string) {
  return { giverId, receiverId: (await receiverOf(tx, input.receiver, giverId)).id, sharedIds: [] };
}
