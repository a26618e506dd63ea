import { command, query } from '../../operation.js';
import { members } from '../../policy.js';
import { z } from '../../schema.js';
import { Offer, OfferDraft, offers, type OfferRecord } from '../model/offer.js';
import { places } from '../model/places.js';
import { OPEN, placesId, placesKey, setPlaces } from '../places.js';
import { closeWaiting, waiting } from '../requests.js';
import { offerOf } from '../rules/offers.js';
import { MentorFinder } from '../finder/mentor-finder.js';

export const offer = query({
  summary: 'The caller’s own offer to mentor outside of programs, with free places and open requests.',
  who: members,
  input: z.strictObject({}),
  output: Offer,
  async run({ tx, actor, now }) {
    const pot = await tx.get(places, placesId(OPEN, actor.id));
    const asked = await waiting(tx, { mentorId: actor.id }, now);
    return offerOf(await tx.get(offers, actor.id), pot, asked.length);
  },
});

export const setOffer = command({
  summary: 'Sets the caller’s offer to mentor. Closing or filling it closes the open requests kindly.',
  who: members,
  input: OfferDraft,
  output: Offer,
  refuses: ['mentor.capacityInUse'],
  recalls: MentorFinder,
  alone: (_input, actor) => placesKey(OPEN, actor.id),
  async run(context, { about, ...draft }) {
    const { tx, actor, now } = context;
    const before = await tx.get(offers, actor.id);
    const record: OfferRecord = {
      id: actor.id,
      ...draft,
      kinds: [...new Set(draft.kinds)],
      ...(about !== undefined && { about }),
      shelf: draft.open ? 'open' : 'closed',
      changedAt: now.toISOString(),
    };
    const pot = await setPlaces(tx, OPEN, actor.id, draft.capacity);
    await (before ? tx.replace(offers, record) : tx.insert(offers, record));
    await tx.tell({ type: 'offer.changed', ids: [actor.id], audience: 'everyone' });
    if (!draft.open || pot.left === 0) await closeWaiting(context, actor.id);
    const asked = await waiting(tx, { mentorId: actor.id }, now);
    return offerOf(record, pot, asked.length);
  },
});
