import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGuildhall } from '../guildhall.js';
import { systemActor } from '../policy.js';
import { memoryStore } from '../store/memory.js';

test('privacy officers read who did what, the newest first, in pages; nobody else does', async () => {
  let now = new Date('2026-03-10T10:00:00.000Z');
  const guildhall = createGuildhall({ store: memoryStore(), now: () => now });
  const system = guildhall.as(systemActor);
  await system.people.sync({
    people: ['ana', 'ben', 'eve'].map((id) => ({ id, externalId: id, name: id })),
  });
  await system.people.grantRole({ personId: 'eve', role: 'privacyOfficer' });
  now = new Date('2026-03-10T11:00:00.000Z');
  const { id } = await guildhall
    .as({ id: 'ana' })
    .recognition.give({ receivers: ['ben'], message: 'Between us.', audience: 'private' });
  const eve = guildhall.as({ id: 'eve' }).settings;
  const first = await eve.auditLog({ limit: 1 });
  assert.deepEqual(
    first.items.map(({ id: _, ...row }) => row),
    [
      {
        ...{ actorId: 'ana', actor: { id: 'ana', name: 'ana' }, operation: 'recognition.give' },
        ...{ ids: [id], at: '2026-03-10T11:00:00.000Z' },
      },
    ],
  );
  const rest = await eve.auditLog({ after: first.next });
  assert.deepEqual(rest.items.map(({ actorId, operation }) => `${actorId} ${operation}`).sort(), [
    'system people.grantRole',
    'system people.sync',
  ]);
  assert.ok(!JSON.stringify([first, rest]).includes('Between us'));
  await assert.rejects(guildhall.as({ id: 'ana' }).settings.auditLog({}), { reason: 'policy.refused' });
});
