import type { Listener } from '../listeners.js';
import type { Reader } from '../store/store.js';
import type { NotificationRecord, SubjectKind } from './model.js';

/** Reads the texts of notifications about one kind of subject, by notification id. Absent ones have none. */
export type Excerpts = (
  tx: Reader,
  notes: readonly NotificationRecord[],
) => Promise<ReadonlyMap<string, string>>;

/** What an area contributes: which of its events make notifications, and what these say of their subject. */
export interface NotificationSource {
  /** By event type. They run in the event's own transaction and tell events of the area `notifications`. */
  rules: Readonly<Record<string, Listener>>;
  /** By kind of subject. A kind without an entry has notifications without a text. */
  excerpts: Partial<Readonly<Record<SubjectKind, Excerpts>>>;
}

/** The records by id. */
export function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Texts by notification id, found by what each notification is about; where there is none, none. */
export function textsOf(
  notes: readonly NotificationRecord[],
  text: (note: NotificationRecord) => string | undefined,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const note of notes) {
    const found = text(note);
    if (found !== undefined) texts.set(note.id, found);
  }
  return texts;
}
