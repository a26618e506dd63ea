/** Scores that differ by less count as equal: who comes first among such must not always be the same. */
const NEAR = 250;

/** Where a mentor stands in a viewer's list: by window, then by band, by lot, and by id. */
export interface Place {
  /** The part of the list, counted from 0. */
  window: number;
  /** The band of near-equal scores; the best has the lowest number. */
  band: number;
  /** A number that differs from viewer to viewer, and stays the same for one. */
  lot: number;
  id: string;
}

/** The band of a score of 10,000: the best has the number 0. */
export function bandOf(score: number): number {
  return Math.ceil((10_000 - score) / NEAR);
}

/** Draws the lots of one viewer: spread evenly over 32 bits, they follow from the two ids (FNV-1a, mixed). */
export function lotsOf(viewerId: string): (mentorId: string) => number {
  const start = hashed(hashed(0x811c9dc5, viewerId), ' ');
  return (mentorId) => {
    let hash = hashed(start, mentorId);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
}

/** For sorting: negative when the first stands before the second. */
export function byPlace(one: Place, other: Place): number {
  return (
    one.window - other.window ||
    one.band - other.band ||
    one.lot - other.lot ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

/** A place as the cursor of a list. */
export function cursorOf({ window, band, lot, id }: Place): string {
  return `${window} ${band} ${lot} ${id}`;
}

/** The place that a cursor stands for; undefined when it is none. */
export function placeFrom(cursor: string): Place | undefined {
  const [, window, band, lot, id] = /^(\d{1,2}) (\d{1,3}) (\d{1,10}) (.{1,100})$/.exec(cursor) ?? [];
  if (id === undefined) return undefined;
  return { window: Number(window), band: Number(band), lot: Number(lot), id };
}

function hashed(start: number, text: string): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
