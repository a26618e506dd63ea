import type { Cursor, Found } from './store/store.js';

/** What a page is asked for: at most `limit` items, behind `after`. */
export interface PageRequest {
  limit: number;
  after?: Cursor | undefined;
}

/** What a filtered page is asked for. */
export interface FilteredPageRequest extends PageRequest {
  /** How many records the first reading brings, at least `limit`; later ones bring more. Default: `limit`. */
  step?: number;
}

/** The most records that one step of a filtered page reads. */
const MAX_STEP = 1000;

/**
 * One page of those items of a longer list that a rule keeps. `next` is present only when another such item
 * exists, and is the store's own cursor behind the last item of the page: pages are exact, and as stable
 * under inserts and removals as those of the list itself. `fetch` must read one moment throughout.
 */
export async function filterPages<T>(
  fetch: (page: PageRequest) => Promise<Found<T>>,
  keep: (item: T) => boolean,
  { limit, after, step: first = limit }: FilteredPageRequest,
): Promise<Found<T>> {
  const items: T[] = [];
  let end: (() => Promise<Cursor | undefined>) | undefined;
  let start = after;
  for (let size = Math.max(limit, first); ; size = Math.min(size * 2, MAX_STEP)) {
    const step = await fetch({ limit: size, after: start });
    for (const [at, item] of step.items.entries()) {
      if (!keep(item)) continue;
      if (end) return withNext(items, await end());
      items.push(item);
      if (items.length === limit) end = cursorBehind(fetch, step, at, start);
    }
    if (step.next === undefined) return { items };
    start = step.next;
  }
}

/** The cursor behind item `at` of a step: at its end the step's own, else that of a step that ends there. */
function cursorBehind<T>(
  fetch: (page: PageRequest) => Promise<Found<T>>,
  step: Found<T>,
  at: number,
  after: Cursor | undefined,
): () => Promise<Cursor | undefined> {
  if (at === step.items.length - 1) return async () => step.next;
  return async () => (await fetch({ limit: at + 1, after })).next;
}

function withNext<T>(items: T[], next: Cursor | undefined): Found<T> {
  return next === undefined ? { items } : { items, next };
}
