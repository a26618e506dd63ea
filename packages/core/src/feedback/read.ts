import { notFound } from '../errors.js';
import { skills } from '../people/model.js';
import { namesOf, refsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import {
  asks,
  feedbackRequests,
  notes,
  type AskRecord,
  type FeedbackNote,
  type FeedbackRequest,
  type FeedbackRequestRecord,
  type NoteRecord,
} from './model.js';
import { isOpen, knownState, mayDo, mayRead, maySeeContent, stateOf } from './rules.js';

/** More than anybody can be asked in one request. */
const MANY = 100;

/** A note that the person may know of; absent, taken back and not theirs are the same answer. */
export async function readableNote(tx: Reader, id: string, personId: string): Promise<NoteRecord> {
  const note = await tx.get(notes, id);
  if (!note || !mayRead(note, personId)) throw notFound('note');
  return note;
}

/** A note that the person received. */
export async function receivedNote(tx: Reader, id: string, personId: string): Promise<NoteRecord> {
  const note = await readableNote(tx, id, personId);
  if (note.receiverId !== personId) throw notFound('note');
  return note;
}

/** Notes as one person reads them, in the same order. */
export async function noteViews(
  tx: Reader,
  records: readonly NoteRecord[],
  personId: string,
): Promise<FeedbackNote[]> {
  const people = await refsOf(
    tx,
    records.flatMap(({ giverId, receiverId, sharedIds }) => [giverId, receiverId, ...sharedIds]),
  );
  const ref = (id: string) => people.get(id) ?? { id, name: 'Former member' };
  const named = await namesOf(
    tx,
    skills,
    records.flatMap(({ skillIds }) => skillIds),
  );
  const asked = new Map(
    (
      await tx.getMany(feedbackRequests, [...new Set(records.flatMap(({ requestId }) => requestId ?? []))])
    ).map(({ id, question }) => [id, question]),
  );
  return records.map((record) => {
    const { situation, behavior, impact, feedforward, readAt, acknowledgedAt, thanks } = record;
    const isReceiver = record.receiverId === personId;
    const isParty = isReceiver || record.giverId === personId;
    const question = asked.get(record.requestId ?? '');
    return {
      ...{ id: record.id, state: record.state, at: record.at },
      giver: ref(record.giverId),
      receiver: ref(record.receiverId),
      ...(maySeeContent(record, personId) && {
        ...(question !== undefined && { question }),
        content: {
          ...{ situation, behavior, impact },
          ...(feedforward !== undefined && { feedforward }),
          skills: record.skillIds.flatMap((skillId) => named.get(skillId) ?? []),
        },
      }),
      ...(readAt !== undefined && { readAt }),
      ...(acknowledgedAt !== undefined && { acknowledgedAt }),
      ...(isParty && thanks !== undefined && { thanks }),
      ...(isReceiver && { archived: record.shelf === 'archive', sharedWith: record.sharedIds.map(ref) }),
      may: mayDo(record, personId),
    };
  });
}

/** One note as one person reads it. */
export async function noteView(tx: Reader, record: NoteRecord, personId: string): Promise<FeedbackNote> {
  const [view] = await noteViews(tx, [record], personId);
  if (!view) throw notFound('note');
  return view;
}

/** All parts of a request, in the order of their making. */
export async function asksOf(tx: Reader, requestId: string): Promise<AskRecord[]> {
  return (await tx.find(asks, { where: { requestId }, order: '+at', limit: MANY })).items;
}

/** The person's own part of a request; others' requests are not there. */
export async function ownAsk(tx: Reader, requestId: string, reviewerId: string): Promise<AskRecord> {
  const where = { requestId, reviewerId };
  const [ask] = (await tx.find(asks, { where, order: '+at', limit: 1 })).items;
  if (!ask) throw notFound('request');
  return ask;
}

/** Requests as requester, subject or reviewer reads them, in the same order. */
export async function requestViews(
  tx: Reader,
  records: readonly FeedbackRequestRecord[],
  personId: string,
  now: Date,
): Promise<FeedbackRequest[]> {
  const parts = new Map<string, AskRecord[]>();
  for (const { id } of records) parts.set(id, await asksOf(tx, id));
  const people = await refsOf(tx, [
    ...records.flatMap(({ requesterId, subjectId }) => [requesterId, subjectId]),
    ...[...parts.values()].flat().map(({ reviewerId }) => reviewerId),
  ]);
  const ref = (id: string) => people.get(id) ?? { id, name: 'Former member' };
  return records.map((record) => {
    const all = parts.get(record.id) ?? [];
    const own = all.find(({ reviewerId }) => reviewerId === personId);
    const asked = record.requesterId === personId || record.subjectId === personId;
    const open = own !== undefined && isOpen(own, now);
    const { id, question, dueOn, at } = record;
    return {
      ...{ id, question, dueOn, at },
      requester: ref(record.requesterId),
      subject: ref(record.subjectId),
      state: own ? stateOf(own, now) : stateOfAll(all, record, personId, now),
      ...(own?.noteId !== undefined && { noteId: own.noteId }),
      ...(asked && {
        reviewers: all.map((ask) => {
          const state = knownState(ask, record, personId, now);
          const why = state === 'declined' ? ask.why : undefined;
          return { person: ref(ask.reviewerId), ...(state && { state }), ...(why !== undefined && { why }) };
        }),
      }),
      may: {
        answer: open,
        decline: open,
        withdraw: record.requesterId === personId && stateOfAll(all, record, personId, now) === 'open',
      },
    };
  });
}

/** One request as one of its people reads it. */
export async function requestView(
  tx: Reader,
  record: FeedbackRequestRecord,
  personId: string,
  now: Date,
): Promise<FeedbackRequest> {
  const [view] = await requestViews(tx, [record], personId, now);
  if (!view) throw notFound('request');
  return view;
}

/**
 * Where a request stands as a whole. For a requester who is not the subject it is open until its last day whoever has
 * answered, so that the state tells of nobody.
 */
function stateOfAll(
  all: readonly AskRecord[],
  { requesterId, subjectId, withdrawn }: FeedbackRequestRecord,
  personId: string,
  now: Date,
): AskRecord['state'] {
  if (withdrawn) return 'withdrawn';
  const hidden = personId === requesterId && personId !== subjectId;
  const [first] = all;
  const runs = first !== undefined && first.expiresAt > now.toISOString();
  if (hidden) return all.every((one) => one.state === 'declined') ? 'declined' : runs ? 'open' : 'expired';
  const states = all.map((one) => stateOf(one, now));
  const order = ['open', 'answered', 'expired', 'declined'] as const;
  return order.find((state) => states.includes(state)) ?? 'expired';
}
