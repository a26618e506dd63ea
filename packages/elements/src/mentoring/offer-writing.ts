import type { Client } from '@guildhall/core';
import type { Failure } from '../internal/failure.js';
import type { Direction, Kind } from './find-mentors.js';

/** The viewer's own offer; a closed one stands for one that was never made. */
export type Offer = Awaited<ReturnType<Client['mentoring']['offer']>>;
/** The offer as the server takes it. */
export type OfferInput = Parameters<Client['mentoring']['setOffer']>[0];

/** An offer while it is written: every field as its control holds it. */
export interface OfferWriting {
  capacity: string;
  kinds: readonly Kind[];
  oneOff: boolean;
  direction: Direction;
  about: string;
}

/** Where something can be wrong; `save` is the form as a whole. */
export type Place = 'capacity' | 'kinds' | 'about' | 'save';

/** The longest text about the offer, in code points. */
export const ABOUT_MAX = 1000;

/** The offer as the form begins. */
export function offerWriting(offer: Offer | undefined): OfferWriting {
  return {
    capacity: String(offer?.capacity ?? 1),
    kinds: offer?.kinds ?? ['mentoring'],
    oneOff: offer?.oneOff ?? true,
    direction: offer?.direction ?? 'either',
    about: offer?.about ?? '',
  };
}

/** The writing as the server takes it. */
export function offerInput(writing: OfferWriting, open: boolean): OfferInput {
  const { capacity, kinds, oneOff, direction, about } = writing;
  const text = about.trim();
  return {
    ...{ open, oneOff, direction },
    capacity: Number(capacity),
    kinds: [...kinds],
    ...(text && { about: text }),
  };
}

/** The sentences for what may be wrong. */
interface Needs {
  needCapacity: string;
  needKind: string;
  tooLong: string;
}

/** What must be mended before saving, by place. The server looks again. */
export function offerProblems(writing: OfferWriting, needs: Needs): Partial<Record<Place, string>> {
  const capacity = Number(writing.capacity);
  const isPlaces = Number.isInteger(capacity) && capacity >= 1 && capacity <= 20;
  return {
    ...(!isPlaces && { capacity: needs.needCapacity }),
    ...(!writing.kinds.length && { kinds: needs.needKind }),
    ...([...writing.about].length > ABOUT_MAX && { about: needs.tooLong }),
  };
}

/** The field that a refusal is about. */
export function offerPlace({ reason, fields = [] }: Failure): Place {
  const named = fields[0]?.path.split('.')[0];
  if (named === 'capacity' || named === 'kinds' || named === 'about') return named;
  return reason === 'mentor.capacityInUse' ? 'capacity' : 'save';
}
