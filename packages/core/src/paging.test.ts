import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { filterPages, type PageRequest } from './paging.js';
import type { Found } from './store/store.js';

/** A list of distinct numbers in order, with cursors that say behind which number a page begins. */
function list(numbers: Iterable<number>) {
  const all = new Set(numbers);
  const reads: PageRequest[] = [];
  const fetch = async (page: PageRequest): Promise<Found<number>> => {
    reads.push(page);
    const rest = [...all]
      .sort((a, b) => a - b)
      .filter((n) => page.after === undefined || n > Number(page.after));
    const items = rest.slice(0, page.limit);
    return rest.length > items.length ? { items, next: String(items.at(-1)) } : { items };
  };
  return { all, fetch, reads };
}

async function allPages(
  fetch: (page: PageRequest) => Promise<Found<number>>,
  keep: (n: number) => boolean,
  { limit, step }: { limit: number; step: number },
  between: (page: number) => void = () => undefined,
): Promise<number[][]> {
  const pages: number[][] = [];
  let after: string | undefined;
  do {
    const page = await filterPages(fetch, keep, { limit, after, step });
    pages.push(page.items);
    after = page.next;
    between(pages.length);
  } while (after !== undefined);
  return pages;
}

const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 120 });
const rule = fc.integer({ min: 1, max: 40 }).map((step) => (n: number) => n % step === 0);
const size = fc.record({ limit: fc.integer({ min: 1, max: 10 }), step: fc.integer({ min: 1, max: 30 }) });

test('the pages are the kept items, each full but the last, and the last says that it is', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, rule, size, async (all, keep, sizes) => {
      const pages = await allPages(list(all).fetch, keep, sizes);
      assert.deepEqual(
        pages.flat(),
        all.filter(keep).sort((a, b) => a - b),
      );
      for (const page of pages.slice(0, -1)) assert.equal(page.length, sizes.limit);
      if (pages.length > 1) assert.notEqual(pages.at(-1)?.length, 0);
    }),
  );
});

test('inserts and removals between pages neither double nor hide an item that was there all along', async () => {
  const change = fc.record({ insert: fc.integer({ min: 0, max: 300 }), remove: fc.nat({ max: 300 }) });
  await fc.assert(
    fc.asyncProperty(numbers, rule, size, fc.array(change), async (all, keep, sizes, changes) => {
      const { all: present, fetch } = list(all);
      const removed = new Set<number>();
      const pages = await allPages(fetch, keep, sizes, (page) => {
        const { insert, remove } = changes[page] ?? {};
        if (insert !== undefined) present.add(insert);
        if (remove !== undefined && present.delete(remove)) removed.add(remove);
      });
      const read = pages.flat();
      assert.equal(new Set(read).size, read.length);
      for (const n of all.filter((one) => keep(one) && !removed.has(one)))
        assert.ok(read.includes(n), `${n} was hidden`);
    }),
  );
});

test('a page that is full at once needs one read, and a rare match is found in few', async () => {
  const everything = list(Array.from({ length: 100 }, (_, n) => n));
  await filterPages(everything.fetch, (n) => n < 10, { limit: 20 });
  assert.ok(everything.reads.length <= 4, `${everything.reads.length} reads`);
  const long = list(Array.from({ length: 10_000 }, (_, n) => n));
  const page = await filterPages(long.fetch, (n) => n === 9_999, { limit: 20 });
  assert.deepEqual(page, { items: [9_999] });
  assert.ok(long.reads.length < 20, `${long.reads.length} reads`);
});

test('a failing read fails the page', async () => {
  const broken = async () => Promise.reject(new Error('gone'));
  await assert.rejects(
    filterPages(broken, () => true, { limit: 1 }),
    /gone/,
  );
});
