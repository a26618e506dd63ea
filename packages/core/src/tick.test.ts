import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGuildhall } from './guildhall.js';
import { systemActor } from './policy.js';
import { memoryStore } from './store/memory.js';
import { leases } from './kernel-model.js';

const MINUTE = 60_000;

test('a server that died while it ticked, or had a wrong clock, keeps nobody from it for long', async () => {
  const store = memoryStore();
  let now = new Date('2026-03-31T12:00:00.000Z');
  const guildhall = createGuildhall({ store, now: () => now, settings: { points: { enabled: true } } });
  await guildhall.as(systemActor).people.sync({ people: [{ id: 'ana', externalId: '1', name: 'Ana' }] });
  const lines = async () => (await guildhall.as({ id: 'ana' }).recognition.ledger()).items.length;
  for (const ahead of [MINUTE / 2, 365 * 24 * 60 * MINUTE]) {
    const until = new Date(now.getTime() + ahead).toISOString();
    await store.write((tx) => tx.insert(leases, { id: 'tick', holder: 'gone', until }));
    const before = await lines();
    await guildhall.tick();
    if (ahead <= MINUTE) {
      assert.equal(await lines(), before, 'the lease of another server holds');
      now = new Date(now.getTime() + MINUTE);
      await guildhall.tick();
    }
    assert.ok((await lines()) > before);
    now = new Date('2026-04-01T00:00:00.000Z');
  }
  await guildhall.close();
});
