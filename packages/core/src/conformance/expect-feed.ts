import type { Change, Cursor, Resync, Store } from '../store/store.js';
import { expect, patientWrite, within } from './expect.js';
import { event } from './sample.js';

export type Feed = AsyncIterableIterator<Change | Resync>;

/** A feed that has begun: its first resync is behind it. */
export async function begin(store: Store): Promise<Feed> {
  const feed = store.changes();
  await within(feed.next(), 'the beginning of a feed');
  return feed;
}

export function tell(store: Store, id: string): Promise<void> {
  return patientWrite(store, (tx) => tx.tell(event(id)));
}

export async function take(feed: Feed, count: number): Promise<Change[]> {
  const changes: Change[] = [];
  while (changes.length < count)
    changes.push(await nextChange(feed, `event ${changes.length + 1} of ${count}`));
  return changes;
}

export async function takeUntil(
  feed: Feed,
  id: string,
  onEach?: (ids: readonly string[]) => Promise<void>,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (;;) {
    const change = await nextChange(feed, `the event ${id} (${changes.length} others came)`);
    changes.push(change);
    await onEach?.(change.ids);
    if (change.ids[0] === id) return changes;
  }
}

async function nextChange(feed: Feed, what: string): Promise<Change> {
  const { done, value } = await within(feed.next(), what);
  expect(!done, `${what}: the feed has ended`);
  expect(!('resync' in value), `${what}: a resync came instead`);
  const cursor: Cursor = value.cursor;
  expect(typeof cursor === 'string' && cursor !== '', `${what}: it has a cursor`);
  return value;
}
