import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGuildhall, type Guildhall } from '../guildhall.js';
import { audit } from '../kernel-model.js';
import { systemActor } from '../policy.js';
import { memoryStore } from '../store/memory.js';
import type { Store } from '../store/store.js';
import { people, type DirectoryPerson, type PersonRecord } from './model.js';
import { managerCycles } from './rules.js';
import { LARGE } from './sync-steps.js';

const MANY = LARGE + 120;

/** Everybody reports to who has a tenth of the number; `name` says in which version of the list. */
function list(name: string, size = MANY): DirectoryPerson[] {
  return Array.from({ length: size }, (_, n) => ({
    id: `p${n}`,
    externalId: `e${n}`,
    name: `${name} ${n}`,
    managerExternalId: n === 0 ? null : `e${Math.floor(n / 10)}`,
  }));
}

/** A guildhall whose store calls `after` when a write is in it, before whoever wrote goes on. */
function hall() {
  const inner = memoryStore();
  const hooks = { after: async (_writes: number): Promise<void> => undefined };
  let writes = 0;
  let isInHook = false;
  const store: Store = {
    read: (work) => inner.read(work),
    async write(work, options) {
      const result = await inner.write(work, options);
      if (isInHook) return result;
      isInHook = true;
      await hooks.after((writes += 1)).finally(() => (isInHook = false));
      return result;
    },
    changes: (after) => inner.changes(after),
    prepare: () => inner.prepare(),
    close: () => inner.close(),
  };
  const guildhall = createGuildhall({ store, now: () => new Date('2026-03-10T10:00:00.000Z') });
  return { guildhall, store: inner, hooks };
}

function sync(
  guildhall: Guildhall,
  all: DirectoryPerson[],
  options: { complete?: boolean; key?: string } = {},
) {
  const { key, ...rest } = options;
  return guildhall.as(systemActor).people.sync({ people: all, ...rest }, { key });
}

async function everybody(store: Store): Promise<PersonRecord[]> {
  const found: PersonRecord[] = [];
  for (let after: string | undefined; ;) {
    const where = { status: ['active', 'suspended', 'departed'] } as const;
    const page = await store.read((tx) => tx.find(people, { where, order: '+sortName', limit: 1000, after }));
    found.push(...page.items);
    if ((after = page.next) === undefined) return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** Fails unless every manager is there and nobody reports to themself by way of others. */
async function assertSound(store: Store): Promise<void> {
  const all = await everybody(store);
  const ids = new Set(all.map(({ id }) => id));
  const managerOf = new Map(all.flatMap(({ id, managerId }) => (managerId ? [[id, managerId]] : [])));
  for (const managerId of managerOf.values()) assert.ok(ids.has(managerId), `${managerId} is missing`);
  assert.deepEqual(managerCycles(managerOf), []);
}

test('a long list gives the same directory as short ones, and every change is in the audit trail', async () => {
  const [long, short] = [hall(), hall()];
  const told = await sync(long.guildhall, list('Ana'));
  assert.deepEqual(told, { created: MANY, changed: 0, unchanged: 0, departed: 0 });
  await sync(short.guildhall, list('Ana', 300));
  await sync(short.guildhall, list('Ana').slice(300));
  assert.deepEqual(await everybody(long.store), await everybody(short.store));
  const trail = await long.store.read((tx) => tx.find(audit, { order: '+at', limit: 100 }));
  assert.ok(trail.items.length > 3, 'in several steps');
  assert.equal(new Set(trail.items.flatMap(({ ids }) => ids)).size, MANY);
  assert.deepEqual(await sync(long.guildhall, list('Ana')), {
    ...{ created: 0, changed: 0, unchanged: MANY, departed: 0 },
  });
  const fewer = list('Ben').slice(0, MANY - 40);
  assert.deepEqual(await sync(long.guildhall, fewer, { complete: true }), {
    ...{ created: 0, changed: MANY - 40, unchanged: 0, departed: 40 },
  });
});

test('between the steps others write, and what people say about themselves meanwhile stays theirs', async () => {
  const { guildhall, store, hooks } = hall();
  await sync(guildhall, list('Ana'));
  let during = 0;
  hooks.after = async () => {
    during += 1;
    if (during !== 1) return;
    const last = guildhall.as({ id: `p${MANY - 1}` });
    await last.people.updateProfile({ preferredName: 'Own Name', location: 'Porto' });
    await last.recognition.give({ receivers: ['p1'], message: 'In the middle' });
  };
  const renamed = list('Ben').map((person) => ({ ...person, preferredName: 'Theirs', location: 'Rome' }));
  assert.equal((await sync(guildhall, renamed)).changed, MANY);
  assert.ok(during > 3);
  const record = await store.read((tx) => tx.get(people, `p${MANY - 1}`));
  assert.deepEqual(
    [record?.name, record?.preferredName, record?.location],
    [`Ben ${MANY - 1}`, 'Own Name', 'Porto'],
  );
});

test('a server that dies between steps leaves sound lines; the same call again does the rest and no more', async () => {
  const { guildhall, store, hooks } = hall();
  for (const dies of [1, 2, 3]) {
    let writes = 0;
    hooks.after = async () => {
      await assertSound(store);
      if ((writes += 1) === dies) throw new Error('The power is gone.');
    };
    // In the opposite order of who reports to whom, so that nothing stands by chance.
    const all = list(`Version ${dies}`).reverse();
    await assert.rejects(sync(guildhall, all, { key: `sync-${dies}` }), /power/);
    const before = (await everybody(store)).filter(({ name }) => name.startsWith(`Version ${dies}`)).length;
    assert.ok(before > 0 && before < MANY, `${before} are done`);
    hooks.after = () => assertSound(store);
    const { created, changed, unchanged } = await sync(guildhall, all, { key: `sync-${dies}` });
    assert.deepEqual([created + changed, unchanged], [MANY - before, before]);
  }
});

test('managers who change places never stand in a ring, whatever has been written', async () => {
  const { guildhall, store, hooks } = hall();
  /** In the order of the numbers, whoever reports to whom. */
  const line = (order: number[]): DirectoryPerson[] =>
    order
      .map((n, at) => ({ n, above: order[at - 1] }))
      .sort((a, b) => a.n - b.n)
      .map(({ n, above }) => ({
        id: `p${n}`,
        externalId: `e${n}`,
        name: `Person ${n}`,
        managerExternalId: above === undefined ? null : `e${above}`,
      }));
  const order = Array.from({ length: MANY }, (_, n) => n);
  hooks.after = () => assertSound(store);
  await sync(guildhall, line(order));
  await sync(guildhall, line([...order].reverse()));
  assert.equal((await store.read((tx) => tx.get(people, 'p0')))?.managerId, 'p1');
  await sync(guildhall, line(order.map((n) => (n * 7) % MANY)));
  assert.equal((await store.read((tx) => tx.get(people, 'p7')))?.managerId, 'p0');
});

test('what is wrong at the end of a long list is found before anything is written', async () => {
  const { guildhall, store, hooks } = hall();
  await sync(guildhall, list('Ana'));
  const before = await everybody(store);
  hooks.after = async () => assert.fail('It was written.');
  const ring = list('Ben').map((said) => ({
    ...said,
    ...(said.id === 'p0' && { managerExternalId: 'e600' }),
  }));
  await assert.rejects(sync(guildhall, ring), { reason: 'manager.cycle' });
  const unknown = [...list('Ben'), { externalId: 'x', name: 'X', managerExternalId: 'nobody' }];
  await assert.rejects(sync(guildhall, unknown), { reason: 'manager.unknown' });
  const few = [
    ...list('Ben', 30),
    ...Array.from({ length: LARGE }, (_, n) => ({ externalId: `n${n}`, name: 'N' })),
  ];
  await assert.rejects(sync(guildhall, few, { complete: true }), { reason: 'people.tooManyDepartures' });
  assert.deepEqual(await everybody(store), before);
});

test('another list in the middle: what is left is planned anew, and the answer counts each person once', async () => {
  const { guildhall, store, hooks } = hall();
  await sync(guildhall, list('Ana'));
  const longer = list('Ben', MANY + 40);
  let writes = 0;
  hooks.after = async () => {
    if ((writes += 1) !== 2) return;
    // A line that would be a ring with what the long list has yet to say of p619.
    await sync(guildhall, [
      { id: 'p619', externalId: 'e619', name: 'Top', managerExternalId: null },
      { id: 'p0', externalId: 'e0', name: 'Below', managerExternalId: 'e619' },
    ]);
  };
  const { created, changed, unchanged, departed } = await sync(guildhall, longer);
  assert.deepEqual([created, changed, unchanged, departed], [40, MANY, 0, 0]);
  await assertSound(store);
  assert.deepEqual(
    (await everybody(store)).map(({ name }) => name).sort(),
    longer.map(({ name }) => name).sort(),
  );
});

test('a key that was used answers as before, and the old list is not taken again', async () => {
  const { guildhall, store, hooks } = hall();
  const first = await sync(guildhall, list('Old'), { key: 'monday' });
  await sync(guildhall, list('New'));
  hooks.after = async () => assert.fail('It was written.');
  assert.deepEqual(await sync(guildhall, list('Old'), { key: 'monday' }), first);
  await assert.rejects(sync(guildhall, list('Other'), { key: 'monday' }), { reason: 'idempotency.mismatch' });
  assert.ok((await everybody(store)).every(({ name }) => name.startsWith('New')));
});

test('a long file is taken in steps too, and a dry run of it writes nothing', async () => {
  const { guildhall, store, hooks } = hall();
  const csv = [
    'id,external id,name',
    ...list('Ana').map((one) => `${one.id},${one.externalId},${one.name}`),
  ].join('\n');
  const { people: area } = guildhall.as(systemActor);
  let writes = 0;
  hooks.after = async () => void (writes += 1);
  const dry = await area.import({ csv, dryRun: true });
  assert.deepEqual(
    [dry.created, dry.written, writes],
    [MANY, false, 1],
    JSON.stringify(dry.errors.slice(0, 3)),
  );
  assert.deepEqual(await everybody(store), []);
  const done = await area.import({ csv });
  assert.deepEqual([done.created, done.written, done.errorCount], [MANY, true, 0]);
  assert.ok(writes > 4);
  const broken = await area.import({ csv: `${csv}\np1,e1,Twice` });
  assert.deepEqual([broken.written, broken.created, broken.errors[0]?.line], [false, 0, MANY + 2]);
});
