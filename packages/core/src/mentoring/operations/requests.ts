import { GuildhallError, notFound } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { filterPages } from '../../paging.js';
import { inLineWith } from '../../people/lines.js';
import { people, skills } from '../../people/model.js';
import { members } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { MentorFinder } from '../finder/mentor-finder.js';
import {
  MentorshipRequest,
  offers,
  RequestDraft,
  requests,
  RequestState,
  type RequestRecord,
} from '../model/offer.js';
import { places } from '../model/places.js';
import { OPEN, placesId } from '../places.js';
import { endRequest, ownRequest, requestView, requestViews, tellRequest, waiting } from '../requests.js';
import { whyNotOffered } from '../rules/offers.js';
import {
  EXTENSION_DAYS,
  expiryOf,
  isPending,
  MAX_EXTENSIONS,
  nextReminder,
  OPEN_REQUESTS,
} from '../rules/requests.js';
import { daysAfter } from '../rules/zone.js';

export const request = command({
  summary: 'Asks a mentor with an open offer, saying what for; at most five requests are open at a time.',
  who: members,
  input: RequestDraft,
  output: MentorshipRequest,
  refuses: [
    'request.self',
    'person.unknown',
    'skill.unknown',
    'mentor.closed',
    'mentor.full',
    'mentor.notOffered',
    'mentor.ownLine',
    'request.open',
    'request.limit',
  ],
  recalls: MentorFinder,
  alone: (_draft, actor) => `requests ${actor.id}`,
  async run(context, draft) {
    const { tx, actor, now, newId, settings } = context;
    await checkMentor(context, draft);
    await checkOpen(context, draft.mentorId);
    const { mentorId, ask, skill, kind, oneOff } = draft;
    const fresh = { at: now.toISOString(), expiresAt: expiryOf(now), reminders: 0 };
    const remindAt = nextReminder(fresh, settings.timeZone);
    const record: RequestRecord = {
      id: newId(),
      ...{ menteeId: actor.id, mentorId, ask, kind, oneOff },
      ...(skill !== undefined && { skillId: skill }),
      state: 'pending',
      ...fresh,
      extended: 0,
      ...(remindAt !== undefined && { remindAt }),
      pair: `${actor.id} ${mentorId}`,
    };
    await tx.insert(requests, record);
    await tellRequest(context, 'request.made', record);
    return requestView(tx, record, actor.id, now);
  },
});

/** Refuses a mentor who cannot be asked for this, and says why. */
async function checkMentor({ tx, actor }: CommandContext, draft: RequestDraft): Promise<void> {
  if (draft.mentorId === actor.id)
    throw new GuildhallError('forbidden', 'request.self', 'Nobody is their own mentor. Ask somebody else.');
  const [mentee, mentor] = [await tx.get(people, actor.id), await tx.get(people, draft.mentorId)];
  if (!mentee || !mentor) throw notFound('person');
  if (draft.skill !== undefined && !(await tx.get(skills, draft.skill))) throw notFound('skill');
  const offer = mentor.status === 'active' ? await tx.get(offers, mentor.id) : undefined;
  const why = whyNotOffered(offer, await tx.get(places, placesId(OPEN, mentor.id)), draft);
  if (why) throw new GuildhallError('conflict', why, WHY[why]);
  if ((await inLineWith(tx, mentee, [mentor])).has(mentor.id))
    throw new GuildhallError(
      'forbidden',
      'mentor.ownLine',
      'A mentor is not of the own reporting line. Ask somebody else.',
    );
}

const WHY = {
  'mentor.closed': 'This person takes no requests now. Ask another.',
  'mentor.full': 'This mentor has no free place any more. Ask another.',
  'mentor.notOffered': 'This mentor does not offer that. Ask for what the offer says, or ask another.',
};

/** Refuses a second open request to the mentor, and one too many; closes what ran out meanwhile. */
async function checkOpen(context: CommandContext, mentorId: string): Promise<void> {
  const { tx, actor, now } = context;
  const where = { menteeId: actor.id, state: 'pending' as const };
  const found = await tx.find(requests, { where, order: '+at', limit: 100 });
  const open = found.items.filter((record) => isPending(record, now));
  for (const record of found.items)
    if (!open.includes(record)) await endRequest(context, record, { state: 'expired' });
  if (open.some((record) => record.mentorId === mentorId))
    throw new GuildhallError(
      'conflict',
      'request.open',
      'A request to this mentor is open. Wait for the answer, or withdraw it.',
    );
  if (open.length >= OPEN_REQUESTS)
    throw new GuildhallError(
      'conflict',
      'request.limit',
      `${open.length} requests are open. Wait for an answer, or withdraw one.`,
      { details: { open: open.length, limit: OPEN_REQUESTS } },
    );
}

export const listRequests = query({
  summary: 'The requests that the caller sent or received, newest first, or those in one state.',
  who: members,
  input: z.strictObject({
    of: z.enum(['sent', 'received']).default('received'),
    state: RequestState.optional(),
    ...page,
  }),
  output: pageOf(MentorshipRequest).extend({
    /** How many requests the caller has open, and how many may be. */
    open: z.object({ count: z.int(), limit: z.int() }),
  }),
  async run({ tx, actor, now }, { of, state, limit, after }) {
    const who = of === 'sent' ? { menteeId: actor.id } : { mentorId: actor.id };
    // What ran out is stored as pending until the product gets round to it.
    const states: RequestRecord['state'][] =
      state === 'expired' ? ['expired', 'pending'] : state ? [state] : [];
    const where = states.length > 0 ? { ...who, state: states } : who;
    const found = await filterPages(
      (from) => tx.find(requests, { where, order: '-at', ...from }),
      (record) => record.state !== 'pending' || !state || isPending(record, now) === (state === 'pending'),
      { limit, after },
    );
    const open = await waiting(tx, { menteeId: actor.id }, now);
    return {
      ...found,
      items: await requestViews(tx, found.items, actor.id, now),
      open: { count: open.length, limit: OPEN_REQUESTS },
    };
  },
});

export const extendRequest = command({
  summary: 'Gives an open request a week more, by either side, at most twice.',
  who: members,
  input: z.strictObject({ id }),
  output: MentorshipRequest,
  refuses: ['request.unknown', 'request.over', 'request.extendedTwice'],
  async run(context, input) {
    const { tx, actor, now, settings } = context;
    const before = await ownRequest(tx, input.id, actor.id);
    if (!isPending(before, now)) throw over();
    if (before.extended >= MAX_EXTENSIONS)
      throw new GuildhallError(
        'conflict',
        'request.extendedTwice',
        'A request is given more time twice at most. Answer it, or ask anew.',
      );
    const { remindAt: _remindAt, ...kept } = before;
    const expiresAt = daysAfter(before.expiresAt, EXTENSION_DAYS);
    const remindAt = nextReminder({ ...before, expiresAt }, settings.timeZone);
    const record: RequestRecord = {
      ...kept,
      expiresAt,
      extended: before.extended + 1,
      extendedById: actor.id,
      ...(remindAt !== undefined && { remindAt }),
    };
    await tx.replace(requests, record);
    await tellRequest(context, 'request.extended', record);
    return requestView(tx, record, actor.id, now);
  },
});

export const withdrawRequest = command({
  summary: 'Takes an own open request back.',
  who: members,
  input: z.strictObject({ id }),
  output: MentorshipRequest,
  refuses: ['request.unknown', 'request.notYours', 'request.over'],
  async run(context, input) {
    const { tx, actor, now } = context;
    const before = await ownRequest(tx, input.id, actor.id);
    if (before.menteeId !== actor.id)
      throw new GuildhallError('forbidden', 'request.notYours', 'Only who asked may take a request back.');
    if (!isPending(before, now)) throw over();
    return requestView(tx, await endRequest(context, before, { state: 'withdrawn' }), actor.id, now);
  },
});

/** The refusal for a request that waits no more. */
export function over(): GuildhallError {
  return new GuildhallError('conflict', 'request.over', 'This request does not wait for an answer any more.');
}
