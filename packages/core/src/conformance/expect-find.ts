import type { Find, Store } from '../store/store.js';
import { expect, expectSame } from './expect.js';
import { card, cards, type Card } from './sample.js';

/** Cards whose ids and times ascend together. */
export function numbered(count: number): Card[] {
  return Array.from({ length: count }, (_, number) =>
    card(`c${100 + number}`, { at: `2026-${100 + number}` }),
  );
}

/** Follows the cursors to the end and compares the whole: ids in order, pages full, no more, no less. */
export async function expectIds(store: Store, find: Find<Card>, expected: readonly Card[]): Promise<void> {
  const found: string[] = [];
  const limit = find.limit ?? 20;
  let after = find.after;
  do {
    const page = await store.read((tx) => tx.find(cards, { ...find, after }));
    found.push(...page.items.map(({ id }) => id));
    expect(
      page.next === undefined || page.items.length === limit,
      `${JSON.stringify(find)}: a page is not full`,
    );
    expect(
      page.items.length > 0 || after === find.after,
      `${JSON.stringify(find)}: an empty page at the end`,
    );
    after = page.next;
  } while (after !== undefined);
  expectSame(
    found,
    expected.map(({ id }) => id),
    JSON.stringify(find),
  );
}
