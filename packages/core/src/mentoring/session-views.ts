import type { PersonRef } from '../people/model.js';
import { refsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import { personIn } from './hub.js';
import type { MentorshipRecord } from './model/mentorship.js';
import {
  commitments,
  privateNotes,
  type Commitment,
  type CommitmentRecord,
  type Session,
  type SessionRecord,
} from './model/session.js';
import type { Viewing } from './mentorship-views.js';
import { maySession } from './rules/states.js';

/** More commitments than this are not shown with one page of sessions. */
const MOST_COMMITMENTS = 1000;

/** The id of what a person noted for themself about a session. */
export function privateNoteId(sessionId: string, personId: string): string {
  return `${sessionId} ${personId}`;
}

/** Sessions of one mentorship as one of its people reads them, with nobody's private notes but the reader's. */
export async function sessionViews(
  tx: Reader,
  mentorship: MentorshipRecord,
  records: readonly SessionRecord[],
  { actor, now }: Viewing,
): Promise<Session[]> {
  const ids = records.map((record) => record.id);
  const noted = await tx.getMany(
    privateNotes,
    ids.map((id) => privateNoteId(id, actor.id)),
  );
  const made =
    ids.length === 0
      ? []
      : (await tx.find(commitments, { where: { sessionId: ids }, order: '+place', limit: MOST_COMMITMENTS }))
          .items;
  const promised = await commitmentViews(tx, made);
  return records.map((record) => {
    const notesPrivate = noted.find(
      (note) => note.sessionId === record.id && note.personId === actor.id,
    )?.text;
    return {
      ...entryOf(record),
      state: record.state,
      counts: record.counts,
      ...(record.notesShared !== undefined && { notesShared: record.notesShared }),
      ...(notesPrivate !== undefined && { notesPrivate }),
      commitments: promised.filter((one) => one.sessionId === record.id),
      uid: record.uid,
      sequence: record.sequence,
      may: maySession(mentorship, record, actor.id, now),
    };
  });
}

/** One session as one of its people reads it. */
export async function sessionView(
  tx: Reader,
  mentorship: MentorshipRecord,
  record: SessionRecord,
  viewing: Viewing,
): Promise<Session> {
  const [view] = await sessionViews(tx, mentorship, [record], viewing);
  if (!view) throw new Error('One record gives one view.');
  return view;
}

/** Commitments with the names of those who made them. */
export async function commitmentViews(
  tx: Reader,
  records: readonly CommitmentRecord[],
): Promise<Commitment[]> {
  const owners = await refsOf(
    tx,
    records.map((record) => record.ownerId),
  );
  return records.map((record) => commitmentOf(record, owners));
}

function commitmentOf(record: CommitmentRecord, owners: ReadonlyMap<string, PersonRef>): Commitment {
  const { id, text, sessionId, dueOn, state, carried } = record;
  const owner = personIn(owners, record.ownerId);
  return { id, text, owner, sessionId, ...(dueOn !== undefined && { dueOn }), state, carried };
}

/** What was agreed: the meeting as it stands in a calendar. */
function entryOf(record: SessionRecord) {
  const { id, mentorshipId, title, agenda, start, minutes, timeZone, place, planStep } = record;
  return {
    id,
    mentorshipId,
    title,
    ...(agenda !== undefined && { agenda }),
    start,
    minutes,
    timeZone,
    ...(place !== undefined && { place }),
    ...(planStep !== undefined && { planStep }),
  };
}
