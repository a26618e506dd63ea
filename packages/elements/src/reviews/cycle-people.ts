import type { Client } from '@guildhall/core';
import type { CycleSubject } from './cycle-types.js';

/** A page of a list. */
interface Page<T> {
  items: readonly T[];
  next?: string | undefined;
}

const PAGE = 100;
/** As many pages as hold all subjects of the largest cycle. */
const ALL = 10;

/** The first pages of a list as one, with the cursor behind them. */
export async function firstPages<T>(
  pages: number,
  read: (after: string | undefined) => Promise<Page<T>>,
): Promise<{ items: T[]; next: string | undefined }> {
  const items: T[] = [];
  let next: string | undefined;
  for (let page = 0; page < pages && (page === 0 || next); page++) {
    const found = await read(next);
    items.push(...found.items);
    next = found.next;
  }
  return { items, next };
}

/** All subjects of a cycle by name. */
export async function allSubjects(
  client: Client,
  cycleId: string,
  signal: AbortSignal,
): Promise<CycleSubject[]> {
  const { items } = await firstPages(ALL, (after) =>
    client.reviews.subjects({ cycleId, limit: PAGE, ...(after && { after }) }, { signal }),
  );
  return items;
}
