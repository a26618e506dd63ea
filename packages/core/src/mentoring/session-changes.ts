import { GuildhallError } from '../errors.js';
import type { SessionMove, SessionRecord } from './model/session.js';
import { remindAt } from './rules/reminder.js';

/** A session with what is said of it now; its calendar entry has one version more. */
export function changed(session: SessionRecord, move: Omit<SessionMove, 'id'>, now: Date): SessionRecord {
  const { title, start, minutes, timeZone, agenda, place } = move;
  const after: SessionRecord = {
    ...session,
    title: title ?? session.title,
    start: start ?? session.start,
    minutes: minutes ?? session.minutes,
    timeZone: timeZone ?? session.timeZone,
    agenda: agenda === undefined ? session.agenda : (agenda ?? undefined),
    place: place === undefined ? session.place : (place ?? undefined),
    sequence: session.sequence + 1,
    changedAt: now.toISOString(),
  };
  // One that was reminded of and stays where it was is not reminded of again.
  const moved = after.start !== session.start || after.timeZone !== session.timeZone;
  return moved ? { ...after, remindAt: remindAt(after.start, after.timeZone, now) } : after;
}

/** Refuses to write over shared notes that are not, or no longer, those that the writer has read. */
export function checkUnchanged(
  session: Pick<SessionRecord, 'notesShared'>,
  replaces: string | null | undefined,
): void {
  if (replaces === undefined || replaces === (session.notesShared ?? null)) return;
  throw new GuildhallError(
    'conflict',
    'note.changed',
    'Somebody has changed these notes in the meantime. Read them again, then write.',
  );
}

/** A session that will not be; its calendar entry has one version more, under the same identifier. */
export function canceled(session: SessionRecord, now: Date): SessionRecord {
  return {
    ...session,
    state: 'canceled',
    sequence: session.sequence + 1,
    changedAt: now.toISOString(),
    remindAt: undefined,
  };
}
