import { notFound } from '../errors.js';
import type { CommandContext } from '../operation.js';
import { skills } from '../people/model.js';
import { namesOf, refsOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import { requests, type MentorshipRequest, type RequestRecord } from './model/offer.js';
import { isPending, mayDo } from './rules/requests.js';

/** More than this wait for nobody. */
const MOST_WAITING = 200;

/** Requests as their people read them, in the same order. */
export async function requestViews(
  tx: Reader,
  records: readonly RequestRecord[],
  personId: string,
  now: Date,
): Promise<MentorshipRequest[]> {
  const people = await refsOf(
    tx,
    records.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
  );
  const names = await namesOf(
    tx,
    skills,
    records.flatMap(({ skillId }) => skillId ?? []),
  );
  const ref = (id: string) => people.get(id) ?? { id, name: 'Former member' };
  return records.map((record) => {
    const skill = names.get(record.skillId ?? '');
    const { id, ask, kind, oneOff, answer, at, expiresAt, extended, answeredAt, mentorshipId } = record;
    return {
      ...{ id, ask, kind, oneOff, at, expiresAt, extended },
      mentee: ref(record.menteeId),
      mentor: ref(record.mentorId),
      ...(skill && { skill }),
      // One that ran out is over, also before the product has got round to closing it.
      state: record.state === 'pending' && !isPending(record, now) ? 'expired' : record.state,
      ...(answer !== undefined && { answer }),
      ...(answeredAt !== undefined && { answeredAt }),
      ...(mentorshipId !== undefined && { mentorshipId }),
      may: mayDo(record, personId, now),
    };
  });
}

/** One request as one of its people reads it. */
export async function requestView(
  tx: Reader,
  record: RequestRecord,
  personId: string,
  now: Date,
): Promise<MentorshipRequest> {
  const [view] = await requestViews(tx, [record], personId, now);
  if (!view) throw notFound('request');
  return view;
}

/** A request of the person, sent or received; others' are not there. */
export async function ownRequest(tx: Reader, id: string, personId: string): Promise<RequestRecord> {
  const record = await tx.get(requests, id);
  if (!record || (record.menteeId !== personId && record.mentorId !== personId)) throw notFound('request');
  return record;
}

/** The requests that wait for an answer of this mentor, or that this mentee has open, oldest first. */
export async function waiting(
  tx: Reader,
  who: { mentorId: string } | { menteeId: string },
  now: Date,
): Promise<RequestRecord[]> {
  const where = { ...who, state: 'pending' as const };
  const found = await tx.find(requests, { where, order: '+at', limit: MOST_WAITING });
  return found.items.filter((record) => isPending(record, now));
}

/** Ends a request that waited: stores how, and tells its two people. */
export async function endRequest(
  context: CommandContext,
  record: RequestRecord,
  ending: Pick<RequestRecord, 'state'> & Partial<Pick<RequestRecord, 'answer' | 'mentorshipId'>>,
): Promise<RequestRecord> {
  const { remindAt: _remindAt, pair: _pair, ...rest } = record;
  const ended = { ...rest, ...ending, answeredAt: context.now.toISOString() };
  await context.tx.replace(requests, ended);
  await tellRequest(context, 'request.changed', ended);
  return ended;
}

/** Tells the two people of a request. */
export async function tellRequest(
  { tx }: CommandContext,
  type: 'request.made' | 'request.changed' | 'request.reminded' | 'request.extended',
  record: RequestRecord,
): Promise<void> {
  await tx.tell({ type, ids: [record.id], audience: [record.menteeId, record.mentorId] });
}

/** Closes all requests that wait for this mentor, because she has no place or offers none any more. */
export async function closeWaiting(context: CommandContext, mentorId: string): Promise<void> {
  const where = { mentorId, state: 'pending' as const };
  for (;;) {
    const left = await context.tx.find(requests, { where, order: '+at', limit: MOST_WAITING });
    if (left.items.length === 0) return;
    for (const record of left.items) {
      const ranOut = !isPending(record, context.now);
      await endRequest(context, record, { state: ranOut ? 'expired' : 'closedByCapacity' });
    }
  }
}
