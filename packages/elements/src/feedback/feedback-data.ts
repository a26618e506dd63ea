import type { Client, FeedbackNote, FeedbackRequest } from '@guildhall/core';

export type { FeedbackNote, FeedbackRequest };
/** Which notes a list has. */
export type NotesOf = 'received' | 'given' | 'shared' | 'archive';
/** What a tab of the inbox shows. */
export type Tab = NotesOf | 'asked';
/** The tabs in their order. */
export const TABS: readonly Tab[] = ['received', 'given', 'shared', 'asked', 'archive'];

/** Some of a longer list. */
export interface Part<T> {
  items: readonly T[];
  isPart: boolean;
}

/** As many notes as are wanted, and how many are unread. */
export async function findNotes(
  client: Client,
  of: NotesOf,
  most: number,
  signal: AbortSignal,
): Promise<Part<FeedbackNote> & { unread: number }> {
  const which = of === 'archive' ? ({ of: 'received', archived: true } as const) : { of };
  const { items, next, unread } = await client.feedback.notes(
    { ...which, limit: Math.min(100, most) },
    { signal },
  );
  return { items, isPart: next !== undefined, unread };
}

/** The requests that the viewer sent, and those that others made about the viewer. */
export async function findAsked(
  client: Client,
  most: number,
  signal: AbortSignal,
): Promise<Part<FeedbackRequest>> {
  const limit = Math.min(100, most);
  const [sent, about] = await Promise.all([
    client.feedback.requests({ of: 'sent', limit }, { signal }),
    client.feedback.requests({ of: 'about', limit }, { signal }),
  ]);
  const all = new Map([...sent.items, ...about.items].map((one) => [one.id, one]));
  const items = [...all.values()].sort((a, b) => b.at.localeCompare(a.at));
  return { items, isPart: sent.next !== undefined || about.next !== undefined };
}

/** The requests that wait for an answer of the viewer. */
export async function findWaiting(client: Client, signal: AbortSignal): Promise<readonly FeedbackRequest[]> {
  return (await client.feedback.requests({ of: 'received', open: true, limit: 100 }, { signal })).items;
}

/** A day in words: "Friday, 20 March". */
export function dayWords(day: string, locale: string): string {
  const words = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return words.format(new Date(`${day}T00:00:00.000Z`));
}
