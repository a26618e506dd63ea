import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Feed } from './feed.js';
import { systemActor } from './policy.js';
import { memoryStore } from './store/memory.js';
import type { Store, StoreEvent } from './store/store.js';

const event = (type: string, audience: StoreEvent['audience'] = 'everyone'): StoreEvent => ({
  type,
  area: 'recognition',
  ids: [type],
  audience,
  at: '2026-01-01T00:00:00.000Z',
});
/** The same store with another feed. */
const withChanges = (store: Store, changes: Store['changes']): Store => ({
  read: (work) => store.read(work),
  write: (work, options) => store.write(work, options),
  prepare: () => store.prepare(),
  close: () => store.close(),
  changes,
});
const tell = (store: Store, ...args: Parameters<typeof event>) =>
  store.write((tx) => tx.tell(event(...args)));

test('a store whose feed fails once costs a resync and nothing else', async () => {
  const store = memoryStore();
  let readings = 0;
  const failing = withChanges(store, (after) => {
    readings += 1;
    if (readings === 1) throw new Error('Not now.');
    return store.changes(after);
  });
  const feed = new Feed(failing, 'x');
  await assert.rejects(feed.watch(systemActor).next(), /Not now/);
  const watching = feed.watch(systemActor);
  assert.ok('resync' in (await watching.next()).value);
  await tell(store, 'heard');
  const { value } = await watching.next();
  assert.equal('type' in value && value.type, 'heard');
  await feed.close();
});

test('what is not for everyone moves neither the tag nor the cursor that all are given', async () => {
  const store = memoryStore();
  const feed = new Feed(store, 'x');
  const before = await feed.position();
  const watching = feed.watch(systemActor);
  await watching.next();
  await tell(store, 'private', ['ana']);
  await watching.next();
  assert.deepEqual(await feed.position(), before);
  assert.deepEqual((await feed.watch(systemActor).next()).value, { resync: true, cursor: before.cursor });
  const heard = (await feed.watch(systemActor, { after: before.cursor }).next()).value;
  assert.equal('type' in heard && heard.type, 'private');
  await tell(store, 'public');
  await watching.next();
  assert.notDeepEqual(await feed.position(), before);
  await feed.close();
});

test('a watch that was aborted before it began leaves nothing behind', async () => {
  const store = memoryStore();
  await tell(store, 'early');
  const early = store.changes();
  const { value } = await early.next();
  await early.return?.();
  let open = 0;
  const counting = withChanges(store, (after) => {
    const source = store.changes(after);
    open += 1;
    const stop = async (): Promise<IteratorReturnResult<undefined>> => {
      open -= 1;
      await source.return?.();
      return { done: true, value: undefined };
    };
    const counted: ReturnType<Store['changes']> = {
      next: () => source.next(),
      return: stop,
      [Symbol.asyncIterator]: () => counted,
    };
    return counted;
  });
  const feed = new Feed(counting, 'x');
  await tell(store, 'late');
  await feed.position();
  const stop = new AbortController();
  const watching = feed.watch(systemActor, { after: value.cursor, signal: stop.signal });
  const next = watching.next();
  stop.abort();
  assert.equal((await next).done, true);
  assert.equal(open, 1, 'the shared reading alone');
  await feed.close();
});
