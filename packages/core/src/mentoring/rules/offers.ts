import type { Offer, OfferRecord, RequestDraft } from '../model/offer.js';
import type { PlacesRecord } from '../model/places.js';

/** The caller's own offer; one that was never made reads as a closed one of a single place. */
export function offerOf(
  record: OfferRecord | undefined,
  pot: PlacesRecord | undefined,
  waiting: number,
): Offer {
  const { open, capacity, kinds, oneOff, direction, about } = record ?? NEVER;
  return {
    ...{ open, capacity, kinds, oneOff, direction },
    ...(about !== undefined && { about }),
    left: pot?.left ?? capacity,
    waiting,
  };
}

const NEVER: Pick<OfferRecord, 'open' | 'capacity' | 'kinds' | 'oneOff' | 'direction' | 'about'> = {
  open: false,
  capacity: 1,
  kinds: ['mentoring'],
  oneOff: true,
  direction: 'either',
};

/** Why a mentor cannot be asked for this, as a reason; undefined when she can. */
export function whyNotOffered(
  offer: OfferRecord | undefined,
  pot: PlacesRecord | undefined,
  draft: { kind: RequestDraft['kind']; oneOff: boolean },
): 'mentor.closed' | 'mentor.full' | 'mentor.notOffered' | undefined {
  if (!offer || offer.shelf !== 'open') return 'mentor.closed';
  if (!pot || pot.left < 1) return 'mentor.full';
  return offer.kinds.includes(draft.kind) && (!draft.oneOff || offer.oneOff)
    ? undefined
    : 'mentor.notOffered';
}
