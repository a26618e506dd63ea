import type { RequestRecord } from '../model/offer.js';
import { addDays, daysAfter, momentOf, wallTime } from './zone.js';

/** How many open requests a person may have sent. */
export const OPEN_REQUESTS = 5;
/** A request waits so many days for an answer. */
export const EXPIRY_DAYS = 10;
/** Either side may give it so many days more, so many times. */
export const EXTENSION_DAYS = 7;
export const MAX_EXTENSIONS = 2;
/** The first reminder comes after so many working days, the second a day before the end, and no third. */
const FIRST_REMINDER = 3;

type Reminded = Pick<RequestRecord, 'at' | 'expiresAt' | 'reminders'>;

/** When a request made now runs out. */
export function expiryOf(now: Date): string {
  return daysAfter(now.toISOString(), EXPIRY_DAYS);
}

/** When the mentor is to be reminded next; undefined when no reminder is left. */
export function nextReminder(record: Reminded, timeZone: string): string | undefined {
  if (record.reminders === 0) return workingDaysAfter(record.at, FIRST_REMINDER, timeZone);
  return record.reminders === 1 ? daysAfter(record.expiresAt, -1) : undefined;
}

/** How many reminders have been due by now: a late one does not bring two at once. */
export function remindersBy(record: Reminded, now: Date, timeZone: string): number {
  let reminders = record.reminders;
  for (;;) {
    const at = nextReminder({ ...record, reminders }, timeZone);
    if (at === undefined || at > now.toISOString()) return reminders;
    reminders += 1;
  }
}

/** The same time of day so many working days (Monday to Friday) later, by the clock of the zone. */
export function workingDaysAfter(at: string, days: number, timeZone: string): string {
  const wall = wallTime(at, timeZone);
  let day = wall.slice(0, 10);
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return momentOf(`${day}${wall.slice(10)}`, timeZone);
}

/** Whether a request still waits. One that ran out waits no more, though nobody has closed it yet. */
export function isPending(record: Pick<RequestRecord, 'state' | 'expiresAt'>, now: Date): boolean {
  return record.state === 'pending' && record.expiresAt > now.toISOString();
}

/** What a person may do with a request now. */
export function mayDo(
  record: RequestRecord,
  personId: string,
  now: Date,
): { respond: boolean; extend: boolean; withdraw: boolean } {
  const pending = isPending(record, now);
  const isParty = record.menteeId === personId || record.mentorId === personId;
  return {
    respond: pending && record.mentorId === personId,
    extend: pending && isParty && record.extended < MAX_EXTENSIONS,
    withdraw: pending && record.menteeId === personId,
  };
}
