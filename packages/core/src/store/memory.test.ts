import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storeConformance } from '../conformance/index.js';
import { card, cards, event } from '../conformance/sample.js';
import { memoryStore } from './memory.js';
import type { Store } from './store.js';

storeConformance(test, async () => memoryStore());

async function tellMany(store: Store, from: number, to: number): Promise<void> {
  await store.write(async (tx) => {
    for (let number = from; number < to; number++) await tx.tell(event(`${number}`));
  });
}

test('the feed keeps the last 10,000 events; a cursor before them gives one resync, then what is to come', async () => {
  const store = memoryStore();
  const feed = store.changes();
  const start = (await feed.next()).value?.cursor;
  await tellMany(store, 0, 10_000);
  const resumed = await store.changes(start).next();
  assert.deepEqual(resumed.value && 'ids' in resumed.value && resumed.value.ids, ['0']);
  await tellMany(store, 10_000, 10_001);
  const late = store.changes(start);
  assert.equal((await late.next()).value && 'resync' in (await store.changes(start).next()).value, true);
  // A consumer that fell behind while its feed was open misses events too, and is told so.
  const slow = (await feed.next()).value;
  assert.equal(slow && 'resync' in slow, true);
  await tellMany(store, 10_001, 35_000);
  assert.equal('resync' in (await late.next()).value, true);
  await tellMany(store, 35_000, 35_001);
  assert.deepEqual((await late.next()).value.ids, ['35000']);
  await store.close();
});

test('a cursor of another life or ahead of the feed gives a resync', async () => {
  const [first, second] = [memoryStore(), memoryStore()];
  await tellMany(first, 0, 5);
  await tellMany(second, 0, 5);
  const cursor = (await first.changes().next()).value?.cursor ?? '';
  assert.equal('resync' in (await second.changes(cursor).next()).value, true);
  const ahead = cursor.replace(/\d+$/, '6');
  assert.equal('resync' in (await first.changes(ahead).next()).value, true);
});

test('a wall of 10,000 pages quickly, also while a read stays open and others write', async () => {
  const store = memoryStore();
  await store.write(async (tx) => {
    for (let number = 0; number < 10_000; number++) {
      await tx.insert(
        cards,
        card(`c${number}`, { group: 'g', at: `2026-${(number * 7919) % 10_000}`, title: `kudos ${number}` }),
      );
    }
  });
  const start = performance.now();
  await store.read(async (tx) => {
    let after: string | undefined;
    let count = 0;
    do {
      const page = await tx.find(cards, { where: { group: 'g' }, order: '-at', after, limit: 20 });
      await store.write((other) => other.insert(cards, card(`new${count}`, { group: 'g', at: '2027' })));
      count += page.items.length;
      after = page.next;
    } while (after !== undefined);
    assert.equal(count, 10_000);
  });
  // 500 pages and as many writes: well below a frame of 16 ms each, on a slow machine too.
  assert.ok(performance.now() - start < 4000, `it took ${performance.now() - start} ms`);
  await store.close();
});
