import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GuildhallError } from './errors.js';
import { createGuildhall } from './guildhall.js';
import { randomId } from './ids.js';
import { audit } from './kernel-model.js';
import { Memory } from './memory.js';
import { command, query, type Operation } from './operation.js';
import type { Kernel } from './kernel.js';
import { perform } from './perform.js';
import { members, systemActor } from './policy.js';
import { id, z } from './schema.js';
import { Settings } from './settings/model.js';
import { memoryStore } from './store/memory.js';

const input = z.strictObject({ id, subjectId: id, words: z.string() });
const given = { id: 'report-1', subjectId: 'ana', words: 'private' };

/** Performs an operation as Ben and reads the audit rows about it. */
async function rowsAfter(operation: Operation, sent: unknown = given) {
  const store = memoryStore();
  const guildhall = createGuildhall({ store });
  await guildhall.as(systemActor).people.sync({ people: [{ id: 'ben', externalId: 'ben', name: 'Ben' }] });
  const settings = Settings.parse({});
  const now = () => new Date('2026-03-10T10:00:00.000Z');
  const kernel: Kernel = {
    ...{ store, settings, now, newId: randomId, listeners: {}, memory: new Memory(settings, now) },
    listening: async () => undefined,
    ask: async () => undefined,
    committed: () => undefined,
  };
  const call = { name: 'area.verb', operation, input: sent, actor: { id: 'ben' }, key: 'k' };
  const refused = await perform(kernel, call).then(
    () => undefined,
    (error: unknown) => (error instanceof GuildhallError ? error.reason : String(error)),
  );
  const found = await store.read((tx) =>
    tx.find(audit, { where: { actorId: 'ben' }, order: '+at', limit: 10 }),
  );
  return { refused, rows: found.items.map(({ id: _, ...row }) => row) };
}

const base = {
  summary: 'Reads something.',
  who: members,
  input,
  output: z.object({ ok: z.boolean() }),
};
const row = {
  actorId: 'ben',
  operation: 'area.verb',
  ids: ['report-1', 'ana'],
  at: '2026-03-10T10:00:00.000Z',
};

function refuse(reason: string) {
  return async () => {
    throw new GuildhallError('forbidden', reason, 'No.');
  };
}

test('a query that is audited leaves a row of who read what, and no content', async () => {
  const reads = query({ ...base, audited: true, run: async () => ({ ok: true }) });
  assert.deepEqual(await rowsAfter(reads), { refused: undefined, rows: [row] });
});

test('a query leaves no row when it is not audited, and an audited one none when it is refused', async () => {
  assert.deepEqual((await rowsAfter(query({ ...base, run: async () => ({ ok: true }) }))).rows, []);
  const refused = await rowsAfter(query({ ...base, audited: true, run: refuse('report.unknown') }));
  assert.deepEqual(refused, { refused: 'report.unknown', rows: [] });
});

test('a refusal that is audited leaves a row after its rollback, and is refused all the same', async () => {
  const expected = { refused: 'author.refused', rows: [{ ...row, refused: 'author.refused' }] };
  const audited = ['author.refused'];
  assert.deepEqual(await rowsAfter(query({ ...base, audited, run: refuse('author.refused') })), expected);
  const asks = command({ ...base, audited, run: refuse('author.refused') });
  assert.deepEqual(await rowsAfter(asks), expected);
  const unlinked = command({ ...base, audited, unlinked: true, run: refuse('author.refused') });
  assert.deepEqual(await rowsAfter(unlinked), expected);
});

test('other refusals, and an input that is wrong, leave none', async () => {
  const audited = ['author.refused'];
  const other = await rowsAfter(command({ ...base, audited, run: refuse('record.unknown') }));
  assert.deepEqual(other, { refused: 'record.unknown', rows: [] });
  const wrong = await rowsAfter(query({ ...base, audited, run: refuse('author.refused') }), { id: '' });
  assert.deepEqual(wrong, { refused: 'input.invalid', rows: [] });
});

test('a command that is done leaves one row, not two', async () => {
  const does = command({ ...base, audited: ['author.refused'], run: async () => ({ ok: true }) });
  assert.deepEqual((await rowsAfter(does)).rows, [{ ...row, ids: [] }]);
});
