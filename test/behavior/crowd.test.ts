import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { collections, createGuildhall, systemActor, type Client, type Guildhall } from '@guildhall/core';
import { postgresStore } from '@guildhall/server/postgres';
import { openPostgresStore, postgresMissing, postgresUrl } from './postgres.js';

const CROWD = 32;
const ref = { kind: 'link' as const, url: 'https://wiki.example/rollback', title: 'Rollback guide' };

/** What many do in the same moment, by way of two servers on a PostgreSQL that is new and small. */
describe('a crowd on two servers', { skip: postgresMissing() }, () => {
  const halls: Guildhall[] = [];
  let dispose: () => Promise<void>;

  before(async () => {
    const first = await openPostgresStore();
    await first.store.close();
    dispose = first.dispose;
    for (let n = 0; n < 2; n++) {
      const store = postgresStore({ url: postgresUrl(), collections, schema: first.schema, poolSize: 16 });
      halls.push(createGuildhall({ store, settings: { points: { enabled: true } } }));
    }
    await halls[0]?.prepare();
    const people = Array.from({ length: CROWD + 1 }, (_, n) => ({
      id: `p${n}`,
      externalId: `${n}`,
      name: `P${n}`,
    }));
    await halls[0]?.as(systemActor).people.sync({ people });
  });

  after(async () => {
    await Promise.all(halls.map((hall) => hall.close()));
    await dispose();
  });

  /** Person n, by way of the one server or the other. */
  const as = (n: number, person = n): Client => {
    const hall = halls[n % halls.length];
    if (!hall) throw new Error('No server is open.');
    return hall.as({ id: `p${person}` });
  };
  const all = <T>(work: (n: number) => Promise<T>) =>
    Promise.all(Array.from({ length: CROWD }, (_, n) => work(n)));
  const thanks = { receivers: [`p${CROWD}`], message: 'Thank you' };

  test('everybody thanks somebody', async () => {
    await all((n) => as(n).recognition.give(thanks));
    assert.equal((await as(0).recognition.list({ limit: 100 })).items.length, CROWD);
  });

  test('everybody thanks for the same thing, with points', async () => {
    await all((n) => as(n).recognition.give({ ...thanks, ref, points: 1 }));
    assert.equal((await as(0).recognition.thanks({ url: ref.url })).count, CROWD);
  });

  test('comments under one kudos are written and removed', async () => {
    const { id } = await as(0).recognition.give(thanks);
    const written = await all((n) => as(n).recognition.comment({ id, text: 'Indeed' }));
    await Promise.all(written.map((comment, n) => as(n).recognition.removeComment({ id: comment.id })));
    assert.equal((await as(0).recognition.get({ id })).comments, 0);
  });

  test('a kudos is mended and withdrawn while all react, and refunded once', async () => {
    const { left } = await as(0).recognition.allowance();
    const { id } = await as(0).recognition.give({ ...thanks, points: 7 });
    const work = (n: number): Promise<unknown> => {
      if (n % 8 === 5) return as(n, 0).recognition.withdraw({ id });
      if (n === 2) return as(n, 0).recognition.edit({ id, message: 'Mended' });
      return as(n).recognition.react({ id });
    };
    const ended = await Promise.allSettled(Array.from({ length: CROWD }, (_, n) => work(n)));
    const reasons = ended.flatMap((one) => (one.status === 'rejected' ? String(one.reason.reason) : []));
    assert.deepEqual([...new Set(reasons)], ['kudos.unknown']);
    assert.equal((await as(0).recognition.allowance()).left, left);
  });

  test('administrators add to allowances at once', async () => {
    const before = (await as(1).recognition.allowance()).left ?? 0;
    const personIds = Array.from({ length: CROWD }, (_, n) => `p${n}`);
    await Promise.all(
      [0, 1, 0, 1, 0, 1, 0, 1].map((n) =>
        halls[n]?.as(systemActor).recognition.grantAllowance({ personIds, amount: 1 }),
      ),
    );
    assert.equal((await as(1).recognition.allowance()).left, before + 8);
  });
});
