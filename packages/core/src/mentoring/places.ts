import { GuildhallError } from '../errors.js';
import type { CommandContext } from '../operation.js';
import { places, type PlacesRecord } from './model/places.js';

type Tx = CommandContext['tx'];

/** The pot of open offers; those of programs are named by the program's id. */
export const OPEN = 'open';

/** The id of a mentor's pot. */
export function placesId(scope: string, personId: string): string {
  return `${scope} ${personId}`;
}

/** What only one write at a time may touch when a place is taken or given back. */
export function placesKey(scope: string, personId: string): string {
  return `places ${placesId(scope, personId)}`;
}

/** Sets how many places a mentor offers. Refused with `mentor.capacityInUse` when more are taken. */
export async function setPlaces(
  tx: Tx,
  scope: string,
  personId: string,
  capacity: number,
): Promise<PlacesRecord> {
  const id = placesId(scope, personId);
  const known = await tx.get(places, id);
  const left = capacity - (known ? known.capacity - known.left : 0);
  if (left < 0)
    throw new GuildhallError(
      'conflict',
      'mentor.capacityInUse',
      `${capacity - left} places are taken. Offer at least as many, or end a mentorship first.`,
      { details: { taken: capacity - left } },
    );
  const record = { id, scope, personId, capacity, left };
  await (known ? tx.replace(places, record) : tx.insert(places, record));
  return record;
}

/** Takes one place, or refuses with `mentor.full`. Returns what is left. */
export async function takePlace(tx: Tx, scope: string, personId: string): Promise<number> {
  const pot = await tx.get(places, placesId(scope, personId));
  if (!pot || pot.left < 1)
    throw new GuildhallError(
      'conflict',
      'mentor.full',
      'This mentor has no free place any more. Ask another.',
    );
  await tx.replace(places, { ...pot, left: pot.left - 1 });
  return pot.left - 1;
}

/** Gives a place back. */
export async function returnPlace(tx: Tx, scope: string, personId: string): Promise<void> {
  const pot = await tx.get(places, placesId(scope, personId));
  if (pot && pot.left < pot.capacity) await tx.replace(places, { ...pot, left: pot.left + 1 });
}
