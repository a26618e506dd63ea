import type { MentorshipRecord } from '../model/mentorship.js';
import { isLive } from './states.js';
import { addDays, daysAfter, startOfDay } from './zone.js';

/** A session that has passed may be logged for so many days before its pair is called stalled. */
export const LOG_DAYS = 3;
/** After so many days of wrapping up, a mentorship is completed without the missing reflections. */
export const WRAP_UP_DAYS = 30;

type Stalling = Pick<
  MentorshipRecord,
  'state' | 'createdAt' | 'startsOn' | 'lastHeldAt' | 'resumedAt' | 'nextAt' | 'stalledAfterDays'
>;

/**
 * When a mentorship counts as stalled unless something happens: so many days after it began, was resumed or met
 * last, though not before an agreed session has passed and there were days to log it. Absent while it rests.
 */
export function stallsAt(record: Stalling, timeZone: string): string | undefined {
  if (record.state !== 'proposed' && record.state !== 'agreed' && record.state !== 'active') return undefined;
  const began = record.startsOn === undefined ? undefined : startOfDay(record.startsOn, timeZone);
  const alive = latest([record.createdAt, began, record.resumedAt, record.lastHeldAt]);
  const agreed = record.nextAt === undefined ? undefined : daysAfter(record.nextAt, LOG_DAYS);
  return latest([daysAfter(alive, record.stalledAfterDays), agreed]);
}

/** What the product itself does with a mentorship when its time has come. */
export type Step = 'begin' | 'resume' | 'wrapUp' | 'finish' | 'stall';

/** What is to be done next, and from when on; undefined when nothing is to come. */
export function nextStep(record: MentorshipRecord, timeZone: string): { step: Step; at: string } | undefined {
  const steps: { step: Step; at: string | undefined }[] = [
    { step: 'begin', at: record.state === 'agreed' ? dayBegins(record.startsOn, timeZone) : undefined },
    { step: 'resume', at: record.state === 'paused' ? dayBegins(record.pausedUntil, timeZone) : undefined },
    { step: 'wrapUp', at: wrapsUpAt(record, timeZone) },
    {
      step: 'finish',
      at:
        record.state === 'wrappingUp'
          ? daysAfter(record.wrapUpSince ?? record.createdAt, WRAP_UP_DAYS)
          : undefined,
    },
    { step: 'stall', at: record.stalledSince === undefined ? record.stallsAt : undefined },
  ];
  let next: { step: Step; at: string } | undefined;
  for (const { step, at } of steps)
    if (at !== undefined && (next === undefined || at < next.at)) next = { step, at };
  return next;
}

/** The record with what follows from the rest of it: when it stalls, whether it still is, what is due when. */
export function withDue(record: MentorshipRecord, timeZone: string): MentorshipRecord {
  const stalls = stallsAt(record, timeZone);
  const stillStalled =
    record.stalledSince !== undefined && stalls !== undefined && stalls <= record.stalledSince;
  const after = {
    ...record,
    stallsAt: stalls,
    stalledSince: stillStalled ? record.stalledSince : undefined,
    nudgedAt: stillStalled ? record.nudgedAt : undefined,
  };
  return { ...after, dueAt: nextStep(after, timeZone)?.at };
}

/** The last day is still theirs. */
function wrapsUpAt(record: MentorshipRecord, timeZone: string): string | undefined {
  if (record.endsOn === undefined || !isLive(record) || record.state === 'wrappingUp') return undefined;
  return startOfDay(addDays(record.endsOn, 1), timeZone);
}

function dayBegins(day: string | undefined, timeZone: string): string | undefined {
  return day === undefined ? undefined : startOfDay(day, timeZone);
}

function latest(times: readonly (string | undefined)[]): string {
  return times.reduce<string>((last, at) => (at !== undefined && at > last ? at : last), '');
}
