import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGuildhall } from './guildhall.js';
import { audit } from './kernel-model.js';
import { systemActor } from './policy.js';
import { wallets } from './recognition/wallet-model.js';
import { memoryStore } from './store/memory.js';

const PEOPLE = 130;

/** Everybody has a wallet of March; Ana has spent, was given more, and took a gift back. */
async function hall() {
  const store = memoryStore();
  const clock = { now: new Date('2026-03-10T10:00:00.000Z') };
  const reported: unknown[] = [];
  const guildhall = createGuildhall({
    store,
    now: () => clock.now,
    settings: { points: { enabled: true, perMonth: 20 } },
    onFailure: (error) => reported.push(error),
  });
  const people = Array.from({ length: PEOPLE }, (_, n) => ({
    id: `p${n}`,
    externalId: `${n}`,
    name: `P ${n}`,
  }));
  await guildhall.as(systemActor).people.sync({ people });
  await guildhall.tick();
  const { recognition } = guildhall.as({ id: 'p0' });
  await recognition.give({ receivers: ['p1', 'p2'], message: 'Thank you', points: 5 });
  const { id } = await recognition.give({ receivers: ['p1'], message: 'Too much', points: 3 });
  await recognition.withdraw({ id });
  await guildhall.as(systemActor).recognition.grantAllowance({ personIds: ['p0'], amount: 7 });
  const doctor = (walletId: string, by: number) =>
    store.write(async (tx) => {
      const wallet = await tx.get(wallets, walletId);
      assert.ok(wallet);
      await tx.replace(wallets, { ...wallet, left: wallet.left + by });
    });
  const leftOf = async (walletId: string) => (await store.read((tx) => tx.get(wallets, walletId)))?.left;
  const checks = async () => {
    const trail = await store.read((tx) => tx.find(audit, { order: '-at', limit: 1000 }));
    return trail.items.filter(({ operation }) => operation === 'recognition.endLedgerCheck');
  };
  return { guildhall, clock, reported, doctor, leftOf, checks };
}

test('wallets that hold what their ledgers say are compared once a day, in silence', async () => {
  const { guildhall, clock, reported, checks } = await hall();
  assert.equal((await checks()).length, 1);
  await guildhall.tick();
  assert.equal((await checks()).length, 1, 'once a day');
  for (const day of ['2026-03-11', '2026-04-01', '2026-04-02', '2026-05-02']) {
    clock.now = new Date(`${day}T10:00:00.000Z`);
    await guildhall.tick();
    await guildhall.tick();
  }
  assert.equal((await checks()).length, 5);
  assert.deepEqual(reported, []);
  await guildhall.close();
});

test('a wallet that holds something else is reported and in the audit trail, and stays as it is', async () => {
  const { guildhall, clock, reported, doctor, leftOf, checks } = await hall();
  await doctor('p0 2026-03', 4);
  await doctor(`p${PEOPLE - 1} 2026-03`, -2);
  clock.now = new Date('2026-03-11T00:00:00.000Z');
  await guildhall.tick();
  assert.equal(reported.length, 1);
  const text = String(reported[0]);
  assert.match(text, /^GuildhallError: 2 allowances differ/);
  assert.match(text, /p0 2026-03 holds 21, its ledger says 17/);
  assert.match(text, /p129 2026-03 holds 18, its ledger says 20/);
  assert.deepEqual([...((await checks())[0]?.ids ?? [])].sort(), ['p0 2026-03', 'p129 2026-03']);
  assert.deepEqual([await leftOf('p0 2026-03'), await leftOf('p129 2026-03')], [21, 18]);
  await guildhall.tick();
  assert.equal(reported.length, 1, 'once a day');
  // An ended month is still looked at in the next: what was too much has expired on paper.
  clock.now = new Date('2026-04-02T00:00:00.000Z');
  await guildhall.tick();
  assert.equal(reported.length, 2);
  await guildhall.close();
});
