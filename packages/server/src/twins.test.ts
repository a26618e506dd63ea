import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { collections, memoryStore } from '@guildhall/core';
import type { Store } from '@guildhall/core/store';
import pg from 'pg';
import { postgresStore } from './stores/postgres.js';
import { sqliteStore } from './stores/sqlite.js';
import { countOf, json, openHouse, until, type House } from './test/house.js';
import { changed, openStream, resync, type Block } from './test/stream.js';

const postgres = process.env['GUILDHALL_TEST_POSTGRES'];
const missing = postgres ? false : 'PostgreSQL is not there: run the tests by `npm test`, which starts one.';

const TWINS: Record<string, () => Promise<{ stores: [Store, Store]; remove: () => Promise<void> }>> = {
  memory: async () => {
    const store = memoryStore();
    return { stores: [store, store], remove: async () => {} };
  },
  'SQLite, two stores on one file': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guildhall-'));
    const file = join(folder, 'twins.db');
    const open = () => sqliteStore({ file, collections });
    return { stores: [open(), open()], remove: () => rm(folder, { recursive: true, force: true }) };
  },
  PostgreSQL: async () => {
    const url = postgres ?? '';
    const schema = `twins_${randomBytes(6).toString('hex')}`;
    const open = () => postgresStore({ url, collections, schema, poolSize: 4 });
    const remove = async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`DROP SCHEMA ${schema} CASCADE`);
      await client.end();
    };
    return { stores: [open(), open()], remove };
  },
};

for (const [name, openTwins] of Object.entries(TWINS))
  describe(`two servers over one store (${name})`, { skip: name === 'PostgreSQL' && missing }, () => {
    let left: House;
    let right: House;
    let remove: () => Promise<void>;
    before(async () => {
      const twins = await openTwins();
      remove = twins.remove;
      left = await openHouse({ store: twins.stores[0], remove: async () => {} });
      right = await openHouse({ store: twins.stores[1], remove: async () => {} });
    });
    after(async () => {
      await left.close();
      await right.close();
      await remove();
    });
    const give = (house: House, message: string, headers = {}, audience = 'public') =>
      house.post('ada', 'recognition.give', { receivers: ['ben'], message, audience }, headers);

    test('what one writes the other serves, and no kept page hides it', async () => {
      await right.get('ben', 'recognition.list');
      const before = (await right.get('ben', 'recognition.list')).headers['etag'] ?? '';
      assert.equal((await give(left, 'from the left')).status, 200);
      const read = () => right.get('ben', 'recognition.list', undefined, { 'if-none-match': before });
      await until(async () => (await read()).text.includes('from the left'), 'the other serves it');
    });

    test('a private change of the other moves no tag', async () => {
      const client = await openStream(right.listening.port, 'ben');
      await client.take(resync, 'it begins');
      const before = (await right.get('ben', 'recognition.list')).headers['etag'] ?? '';
      await give(left, 'between us', {}, 'private');
      await client.take(changed('kudos.given'), 'the other has heard of it');
      const read = await right.get('cleo', 'recognition.list', undefined, { 'if-none-match': before });
      assert.equal(read.status, 304);
      client.leave();
    });

    test('streams go on at the other server where they broke', async () => {
      const first = await openStream(left.listening.port, 'ben');
      await first.take(resync, 'it begins');
      const one = String(json(await give(left, 'one'))['id']);
      // What the story before gave may still be on its way to this server's streams.
      const ofOne = (block: Block) => changed('kudos.given')(block) && block['data']?.includes(one) === true;
      const last = (await first.take(ofOne, 'one arrives'))['id'] ?? '';
      first.leave();
      const two = json(await give(left, 'two'))['id'];
      const second = await openStream(right.listening.port, 'ben', `?after=${encodeURIComponent(last)}`);
      const block = await second.take(changed('kudos.given'), 'two arrives');
      assert.deepEqual(JSON.parse(block['data'] ?? '').ids, [two]);
      assert.equal(second.blocks.some(resync), false);
      second.leave();
    });

    test('twenty twins of a command have one effect and equal answers', async () => {
      const marks = await left.post('ben', 'recognition.list', { limit: 100 });
      const before = countOf(marks);
      const twins = Array.from({ length: 20 }, (_, at) =>
        give(at % 2 ? left : right, 'once', { 'idempotency-key': 'twins' }),
      );
      const answers = await Promise.all(twins);
      assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [200]);
      assert.equal(new Set(answers.map((answer) => answer.text)).size, 1);
      assert.equal(answers.filter((answer) => answer.headers['idempotent-replayed']).length, 19);
      const now = await right.post('ben', 'recognition.list', { limit: 100 });
      assert.equal(countOf(now), before + 1);
    });
  });
