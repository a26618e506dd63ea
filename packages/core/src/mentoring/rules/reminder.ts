import { addDays, momentOf, wallTime } from './zone.js';

/**
 * When to remind of a session: the day before at the same time on the clocks of the zone in which it was agreed,
 * also where the clocks change in between. Absent when that has passed. `start`: an ISO time in UTC.
 */
export function remindAt(start: string, timeZone: string, now: Date): string | undefined {
  const wall = wallTime(start, timeZone);
  const at = momentOf(`${addDays(wall.slice(0, 10), -1)}${wall.slice(10)}`, timeZone);
  return at > now.toISOString() ? at : undefined;
}
