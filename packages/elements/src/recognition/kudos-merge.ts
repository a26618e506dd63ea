import type { Kudos } from '@guildhall/core';

/** What the server gives at once, newest first. */
export interface Listed {
  items: readonly Kudos[];
  next?: string | undefined;
}

/** The oldest kudos of a page that others follow. */
export type PageEnd = Pick<Kudos, 'id' | 'givenAt'>;

/** What is known of the page that is loaded again. */
export interface Known {
  items: readonly Kudos[] | undefined;
  end: PageEnd | undefined;
}

/** A page as it is now. */
export interface Merged {
  items: readonly Kudos[];
  /** The ids that were not known. */
  arrived: readonly string[];
  /** So much has arrived that something between is missing. */
  gap: boolean;
}

/**
 * Joins what the server lists now with what is known of the page that begins at the same place. A first page has
 * grown by arrivals beyond what is listed at once, and what was withdrawn from a page makes the list reach
 * into the next one.
 */
export function merge(page: Known, listed: Listed): Merged {
  const known = page.items ?? [];
  const ids = new Set(known.map(({ id }) => id));
  const items = until(listed.items, page.end);
  const [tail, newest] = [listed.items.at(-1), known[0]];
  const isShared = items.some(({ id }) => ids.has(id));
  const rest = tail && listed.next !== undefined ? olderThan(tail, known) : [];
  return {
    items: [...items, ...rest],
    arrived: page.items ? items.map(({ id }) => id).filter((id) => !ids.has(id)) : [],
    gap: !!tail && !!newest && !isShared && tail.givenAt > newest.givenAt,
  };
}

function until(items: readonly Kudos[], end: PageEnd | undefined): readonly Kudos[] {
  if (!end) return items;
  const last = items.findIndex(({ id }) => id === end.id);
  return last < 0 ? items.filter(({ givenAt }) => givenAt >= end.givenAt) : items.slice(0, last + 1);
}

function olderThan(tail: Kudos, known: readonly Kudos[]): readonly Kudos[] {
  const place = known.findIndex(({ id }) => id === tail.id);
  return place < 0 ? known.filter(({ givenAt }) => givenAt < tail.givenAt) : known.slice(place + 1);
}
