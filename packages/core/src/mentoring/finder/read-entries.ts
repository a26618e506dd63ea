import { evidenceOf } from '../../people/evidence.js';
import { people, type PersonRecord } from '../../people/model.js';
import type { Settings } from '../../settings/model.js';
import type { Reader } from '../../store/store.js';
import { offers, requests, type OfferRecord } from '../model/offer.js';
import { places } from '../model/places.js';
import { OPEN, placesId } from '../places.js';
import { entryOf, type Entry } from './entry.js';

/** How many records one step of reading everything brings. */
const STEP = 1000;
/** More requests than this make nobody less likely to be found. */
const MOST_WAITING = 100;

/** A mentor as the store has them. */
export interface Found {
  entry: Entry;
  offer: OfferRecord;
  person: PersonRecord;
}

/** Those of these people who can be found now, by id; how many requests wait for them is left at 0. */
export async function readFound(
  tx: Reader,
  ids: readonly string[],
  settings: Settings,
): Promise<Map<string, Found>> {
  const open = (await tx.getMany(offers, ids)).filter((offer) => offer.shelf === 'open');
  return readOpen(tx, open, settings, new Map());
}

async function readOpen(
  tx: Reader,
  open: readonly OfferRecord[],
  settings: Settings,
  waiting: ReadonlyMap<string, number>,
): Promise<Map<string, Found>> {
  const ids = open.map((offer) => offer.id);
  const persons = new Map((await tx.getMany(people, ids)).map((person) => [person.id, person]));
  const pots = await tx.getMany(
    places,
    ids.map((id) => placesId(OPEN, id)),
  );
  const potOf = new Map(pots.map((pot) => [pot.personId, pot]));
  const evidence = await evidenceOf(tx, [...persons.values()]);
  const found = new Map<string, Found>();
  for (const offer of open) {
    const person = persons.get(offer.id);
    const more = { settings, evidence, waiting: waiting.get(offer.id) ?? 0 };
    const entry = entryOf(offer, person, potOf.get(offer.id), more);
    if (entry && person) found.set(offer.id, { entry, offer, person });
  }
  return found;
}

/** All who can be found now, some at a time. */
export async function* readAllFound(tx: Reader, settings: Settings): AsyncIterable<Map<string, Found>> {
  const waiting = await allWaiting(tx);
  let after: string | undefined;
  do {
    const step = await tx.find(offers, { where: { shelf: 'open' }, order: '+changedAt', limit: STEP, after });
    yield await readOpen(tx, step.items, settings, waiting);
    after = step.next;
  } while (after !== undefined);
}

/** How many requests wait for each of these mentors. */
export async function waitingFor(tx: Reader, mentorIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const mentorId of mentorIds) {
    const where = { mentorId, state: 'pending' as const };
    const found = await tx.find(requests, { where, order: '+at', limit: MOST_WAITING });
    counts.set(mentorId, found.items.length);
  }
  return counts;
}

async function allWaiting(tx: Reader): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let after: string | undefined;
  do {
    const where = { state: 'pending' as const };
    const step = await tx.find(requests, { where, order: '+expiresAt', limit: STEP, after });
    for (const { mentorId } of step.items) counts.set(mentorId, (counts.get(mentorId) ?? 0) + 1);
    after = step.next;
  } while (after !== undefined);
  return counts;
}
