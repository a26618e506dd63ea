import type { Client, Notification } from '@guildhall/core';

/** What concerns the viewer, as far as it is shown. */
export interface News {
  readonly items: readonly Notification[];
  /** How many are unread in all; 100 stands for that and more. */
  readonly unread: number;
  /** Whether there are older ones. */
  readonly isPart: boolean;
}

/** How many come at a time. */
export const STEP = 20;
/** The most that one call gives. */
const MOST = 100;

/** The newest `count` of them: all that are shown, so that a change brings all of them up to date. */
export async function findNews(client: Client, count: number, signal: AbortSignal): Promise<News> {
  const items: Notification[] = [];
  let unread = 0;
  let after: string | undefined;
  do {
    const limit = Math.min(MOST, count - items.length);
    const page = await client.notifications.list({ limit, after }, { signal });
    items.push(...page.items);
    unread = page.unread;
    after = page.next;
  } while (after && items.length < count);
  return { items, unread, isPart: after !== undefined };
}

/** The unread ones that have come since. */
export function arrivals(before: News | undefined, now: News): Notification[] {
  if (!before) return [];
  const known = new Set(before.items.map(({ id }) => id));
  const latest = before.items[0]?.at ?? '';
  return now.items.filter(({ id, at, read }) => !read && !known.has(id) && at >= latest);
}

/** The same with some of them, or all, read or not. */
export function marked(news: News, ids: readonly string[] | undefined, read: boolean): News {
  const chosen = news.items.filter((note) => note.read !== read && (ids?.includes(note.id) ?? true));
  const change = ids ? chosen.length : news.unread;
  return {
    ...news,
    items: news.items.map((note) => (chosen.includes(note) ? { ...note, read } : note)),
    unread: Math.max(0, news.unread + (read ? -change : change)),
  };
}
