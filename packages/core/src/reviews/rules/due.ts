import { workingDaysAfter } from '../../mentoring/rules/requests.js';
import { addDays, momentOf, startOfDay } from '../../mentoring/rules/zone.js';
import type { CycleRecord } from '../model/cycle.js';

/** The first reminder comes after so many working days, the second on the day before the last, and no third. */
const FIRST_REMINDER = 3;
/** The time of day of the second, on the clocks of the organization. */
const MORNING = 'T09:00:00.000';

type Stands = Pick<
  CycleRecord,
  'state' | 'since' | 'dates' | 'closesOn' | 'reminders' | 'telling' | 'cleaning'
>;

/** The first moment after a day, as an ISO time. */
export function endOf(day: string, timeZone: string): string {
  return startOfDay(addDays(day, 1), timeZone);
}

/** When people are to be reminded next of the forms of a cycle; undefined when no reminder is left. */
export function nextReminder(
  cycle: Pick<Stands, 'since' | 'dates' | 'reminders'>,
  timeZone: string,
): string | undefined {
  const began = cycle.since.collecting;
  if (began === undefined || cycle.reminders >= 2) return undefined;
  if (cycle.reminders === 0) return workingDaysAfter(began, FIRST_REMINDER, timeZone);
  return momentOf(`${addDays(cycle.dates.answerBy, -1)}${MORNING}`, timeZone);
}

/** How many reminders have been due by now: a late one does not bring two at once. */
export function remindersBy(cycle: Stands, now: Date, timeZone: string): number {
  let { reminders } = cycle;
  for (;;) {
    const at = nextReminder({ ...cycle, reminders }, timeZone);
    if (at === undefined || at > now.toISOString()) return reminders;
    reminders += 1;
  }
}

/** When something is to be done with a cycle without being asked; undefined when nothing is. */
export function dueAt(cycle: Stands, timeZone: string): string | undefined {
  if (cycle.telling || cycle.cleaning) return cycle.since[cycle.state];
  switch (cycle.state) {
    case 'nominating':
      return endOf(cycle.dates.nominateBy, timeZone);
    case 'collecting': {
      const over = endOf(cycle.closesOn, timeZone);
      const remind = nextReminder(cycle, timeZone);
      return remind !== undefined && remind < over ? remind : over;
    }
    case 'calibrating':
      return cycle.dates.releaseOn === undefined ? undefined : startOfDay(cycle.dates.releaseOn, timeZone);
    default:
      return undefined;
  }
}

/** The record with `dueAt` as its state and dates say. */
export function scheduled(cycle: CycleRecord, timeZone: string): CycleRecord {
  const { dueAt: _dueAt, ...kept } = cycle;
  const at = dueAt(cycle, timeZone);
  return at === undefined ? kept : { ...kept, dueAt: at };
}
