import { GuildhallError } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { inLineWith } from '../../people/lines.js';
import { people } from '../../people/model.js';
import { members, system } from '../../policy.js';
import { id, text, z } from '../../schema.js';
import { begin } from '../begin.js';
import { closeOffer } from '../departures.js';
import { MentorFinder } from '../finder/mentor-finder.js';
import { MentorshipRequest, requests, type RequestRecord } from '../model/offer.js';
import { places } from '../model/places.js';
import { agreementFor, OPEN_CADENCE } from '../open-agreement.js';
import { OPEN, placesId, placesKey } from '../places.js';
import { closeWaiting, endRequest, ownRequest, requestView, tellRequest } from '../requests.js';
import { isPending, nextReminder, remindersBy } from '../rules/requests.js';
import { over } from './requests.js';

export const respond = command({
  summary: 'Accepts or declines a request to the caller; may close the caller’s offer in the same step.',
  who: members,
  input: z.strictObject({
    id,
    accept: z.boolean(),
    /** What the mentee reads. */
    answer: text(1000).optional(),
    /** Takes no further requests: the offer is closed, and the other open requests with it. */
    close: z.boolean().default(false),
  }),
  output: MentorshipRequest,
  refuses: [
    'request.unknown',
    'request.notYours',
    'request.over',
    'mentor.full',
    'mentor.ownLine',
    'person.departed',
  ],
  recalls: MentorFinder,
  alone: (_input, actor) => placesKey(OPEN, actor.id),
  async run(context, { id, accept, answer, close }) {
    const { tx, actor, now } = context;
    const before = await ownRequest(tx, id, actor.id);
    if (before.mentorId !== actor.id)
      throw new GuildhallError('forbidden', 'request.notYours', 'Only who was asked answers a request.');
    if (!isPending(before, now)) throw accept && before.state === 'closedByCapacity' ? full() : over();
    const mentorshipId = accept ? await beginFrom(context, before) : undefined;
    const ended = await endRequest(context, before, {
      state: accept ? 'accepted' : 'declined',
      ...(answer !== undefined && { answer }),
      ...(mentorshipId !== undefined && { mentorshipId }),
    });
    if (close) await closeOffer(context, actor.id);
    const pot = await tx.get(places, placesId(OPEN, actor.id));
    if (close || !pot || pot.left === 0) await closeWaiting(context, actor.id);
    return requestView(tx, ended, actor.id, now);
  },
});

/** Begins the mentorship that was asked for. Refused when no place is free, or the two are in one line by now. */
async function beginFrom(context: CommandContext, request: RequestRecord): Promise<string> {
  const { tx } = context;
  const { menteeId, mentorId, ask, kind, oneOff } = request;
  const [mentee, mentor] = await tx.getMany(people, [menteeId, mentorId]);
  if (!mentee || !mentor || mentee.status !== 'active')
    throw new GuildhallError('conflict', 'person.departed', 'Who asked has left. Decline the request.');
  if ((await inLineWith(tx, mentee, [mentor])).has(mentorId))
    throw new GuildhallError(
      'forbidden',
      'mentor.ownLine',
      'The two of you are in one reporting line by now.',
    );
  const begun = await begin(context, {
    scope: OPEN,
    mentorIds: [mentorId],
    menteeIds: [menteeId],
    ...{ kind, ask, oneOff },
    agreement: agreementFor(oneOff, [mentee.locale, mentor.locale]),
    cadenceDays: OPEN_CADENCE,
    stalledAfterDays: OPEN_CADENCE,
    plan: [],
  });
  return begun.id;
}

function full(): GuildhallError {
  return new GuildhallError(
    'conflict',
    'mentor.full',
    'You have no free place any more; the mentee was told.',
  );
}

/** How many requests one call deals with: what remains is done by the next. */
const BATCH = 50;

export const requestsDue = query({
  summary: 'Whether requests have run out, or their mentors are to be reminded.',
  who: system,
  input: z.strictObject({}),
  output: z.object({ due: z.boolean() }),
  async run(context) {
    return { due: (await runOut(context, 1)).length > 0 || (await toRemind(context, 1)).length > 0 };
  },
});

export const expireRequests = command({
  summary: 'Closes a batch of requests that ran out, and reminds a batch of mentors of those that wait.',
  who: system,
  input: z.strictObject({}),
  output: z.object({}),
  recalls: MentorFinder,
  alone: () => 'requests due',
  async run(context) {
    const { tx, now, settings } = context;
    for (const record of await runOut(context, BATCH))
      await endRequest(context, record, { state: 'expired' });
    for (const before of await toRemind(context, BATCH)) {
      const { remindAt: _remindAt, ...kept } = before;
      const reminders = remindersBy(before, now, settings.timeZone);
      const remindAt = nextReminder({ ...before, reminders }, settings.timeZone);
      const record: RequestRecord = { ...kept, reminders, ...(remindAt !== undefined && { remindAt }) };
      await tx.replace(requests, record);
      await tellRequest(context, 'request.reminded', record);
    }
    return {};
  },
});

type Due = Pick<CommandContext, 'now'> & { tx: Pick<CommandContext['tx'], 'find'> };

async function runOut({ tx, now }: Due, limit: number): Promise<RequestRecord[]> {
  const where = { state: 'pending' as const, expiresAt: { before: justAfter(now) } };
  return (await tx.find(requests, { where, order: '+expiresAt', limit })).items;
}

async function toRemind({ tx, now }: Due, limit: number): Promise<RequestRecord[]> {
  const where = { state: 'pending' as const, remindAt: { before: justAfter(now) } };
  const found = await tx.find(requests, { where, order: '+remindAt', limit });
  return found.items.filter((record) => isPending(record, now));
}

/** The first moment that is not due yet. */
function justAfter(now: Date): string {
  return new Date(now.getTime() + 1).toISOString();
}
