import type { PersonRecord } from './model.js';

/** An account counts towards the least numbers of people when it is so many days old at the launch. */
export const COUNTS_AFTER_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Whether an account is old enough at a launch for its answers to count: made 30 days before it or earlier. Those of
 * the organization's first day count at once, since there was nobody to hide among before them; so do those that were
 * made before this was written down. `launch` is a time as an ISO string.
 */
export function isOldEnough(person: Pick<PersonRecord, 'since' | 'firstDay'>, launch: string): boolean {
  if (person.since === undefined) return true;
  const days = (Date.parse(launch.slice(0, 10)) - Date.parse(person.since)) / DAY_MS;
  // Who came after the launch was not on the roster, whatever the day.
  return person.firstDay !== undefined ? days >= 0 : days >= COUNTS_AFTER_DAYS;
}

/** When a record was made, as it is written on it. */
export type Made = Required<Pick<PersonRecord, 'since'>> & Pick<PersonRecord, 'firstDay'>;

/**
 * What is written on records that are made now. `empty`: nobody is here yet. `firstDay`: the organization's, where it
 * is known; whoever is added on the same day counts among the first.
 */
export function madeOn(
  now: Date,
  { empty, firstDay }: { empty: boolean; firstDay?: string | undefined },
): Made {
  const since = now.toISOString().slice(0, 10);
  return empty || firstDay === since ? { since, firstDay: since } : { since };
}
