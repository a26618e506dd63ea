import { workingDaysAfter } from '../mentoring/rules/requests.js';
import { addDays, momentOf, startOfDay, wallTime } from '../mentoring/rules/zone.js';
import type { AskRecord, FeedbackRequestRecord, NoteRecord } from './model.js';

/** The first reminder comes after so many working days, the second on the day before the last, and no third. */
const FIRST_REMINDER = 3;
/** An answer can be asked for by a day at most so far away. */
export const LONGEST_DAYS = 90;

/** What the rules about sight need to know of a note, written or still being written. */
export type NoteSight = Pick<NoteRecord, 'giverId' | 'receiverId' | 'sharedIds'>;

/**
 * Who reads a note: giver, receiver, and whom the receiver has shared it with; no manager, no HR, no administrator by
 * that alone. The line that tells people who reads it, the lists, and every check are made from this one rule.
 */
export function readersOf({ giverId, receiverId, sharedIds }: NoteSight): string[] {
  return [...new Set([giverId, receiverId, ...sharedIds])];
}

/** Whether somebody may know of a note. One that was taken back is gone for all but its giver. */
export function mayRead(note: NoteRecord, personId: string): boolean {
  if (note.state === 'withdrawn') return note.giverId === personId;
  return readersOf(note).includes(personId);
}

/** Whether somebody sees what a note says: its receiver only once it is marked as read. */
export function maySeeContent(note: NoteRecord, personId: string): boolean {
  return mayRead(note, personId) && !(note.receiverId === personId && note.state === 'sent');
}

/** What a person may do with a note now. */
export function mayDo(note: NoteRecord, personId: string) {
  const isReceiver = note.receiverId === personId && note.state !== 'withdrawn';
  const isRead = note.state === 'read' || note.state === 'acknowledged';
  return {
    markRead: isReceiver && note.state === 'sent',
    acknowledge: isReceiver && note.state === 'read',
    share: isReceiver && isRead,
    archive: isReceiver && isRead,
    withdraw: note.giverId === personId && note.state === 'sent',
  };
}

/** The first moment after a day, as an ISO time. */
export function endOf(day: string, timeZone: string): string {
  return startOfDay(addDays(day, 1), timeZone);
}

/**
 * When to remind next somebody who was asked at `at` to answer until the end of `dueOn`; undefined when no reminder is
 * left. The first after three working days, the second on the day before the last at the same time of day; where
 * there are too few days for both, there is one or none.
 */
export function nextReminder(
  { at, dueOn }: Pick<AskRecord, 'at' | 'dueOn'>,
  now: Date,
  timeZone: string,
): string | undefined {
  const last = momentOf(`${addDays(dueOn, -1)}${wallTime(at, timeZone).slice(10)}`, timeZone);
  const first = workingDaysAfter(at, FIRST_REMINDER, timeZone);
  return [first, last].find((one) => one > at && one <= last && one > now.toISOString());
}

/** Whether an ask still waits. One that ran out waits no more, though nobody has closed it yet. */
export function isOpen(ask: Pick<AskRecord, 'state' | 'expiresAt'>, now: Date): boolean {
  return ask.state === 'open' && ask.expiresAt > now.toISOString();
}

/** The state of an ask as people read it. */
export function stateOf(ask: AskRecord, now: Date): AskRecord['state'] {
  return ask.state === 'open' && !isOpen(ask, now) ? 'expired' : ask.state;
}

/**
 * What a person learns of one reviewer's answer: the reviewer and the subject, whom it is about and who gets it, all;
 * the requester of feedback about somebody else only that a reviewer has declined, so that another can be asked.
 */
export function knownState(
  ask: AskRecord,
  { subjectId }: Pick<FeedbackRequestRecord, 'subjectId'>,
  personId: string,
  now: Date,
): AskRecord['state'] | undefined {
  const state = stateOf(ask, now);
  if (personId === subjectId || personId === ask.reviewerId) return state;
  return state === 'declined' ? state : undefined;
}
