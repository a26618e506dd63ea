import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { collections } from '@guildhall/core';
import { sqliteStore } from '../stores/sqlite.js';
import { json, openHouse, STORES } from '../test/house.js';
import { developmentIdentity, isLoopback, productionDatabase, type DevelopmentOptions } from './dev.js';

const LOCAL: DevelopmentOptions = { host: '127.0.0.1', database: 'memory', empty: true, env: {} };

/** The only thing of a database that matters here. */
function markers(): Exclude<DevelopmentOptions['database'], 'memory'> {
  const kept = new Map<string, string>();
  return {
    marker: async (key) => kept.get(key),
    setMarker: async (key, value) => void kept.set(key, value),
  };
}

describe('development identity refuses', () => {
  test('with NODE_ENV=production', async () => {
    const options = { ...LOCAL, env: { NODE_ENV: 'production' } };
    await assert.rejects(developmentIdentity(options), { code: 'forbidden', reason: 'dev.production' });
    await developmentIdentity({ ...LOCAL, env: { NODE_ENV: 'development' } });
  });

  test('any address that another machine can reach', async () => {
    const open = ['0.0.0.0', '::', '', '192.168.0.7', 'intra.example', '127.0.0.1.evil.example', '128.0.0.1'];
    for (const host of [...open, 'localhost.evil.example', '127.evil.example', '10.127.0.0'])
      await assert.rejects(developmentIdentity({ ...LOCAL, host }), { reason: 'dev.host' }, host);
    for (const host of ['127.0.0.1', '127.0.0.2', 'localhost', '::1'])
      await developmentIdentity({ ...LOCAL, host });
    assert.equal(isLoopback('[::1]'), true);
  });

  test('a database that was used outside of development, and the other way round', async () => {
    const production = markers();
    await productionDatabase(production);
    await productionDatabase(production);
    await assert.rejects(developmentIdentity({ ...LOCAL, database: production }), { reason: 'dev.database' });
    const development = markers();
    await developmentIdentity({ ...LOCAL, database: development });
    await developmentIdentity({ ...LOCAL, database: development, empty: false });
    await assert.rejects(productionDatabase(development), { reason: 'database.development' });
  });

  test('a database with people and no mark: some other host may have filled it', async () => {
    const unmarked = markers();
    const options = { ...LOCAL, database: unmarked, empty: false };
    await assert.rejects(developmentIdentity(options), { reason: 'dev.database' });
    await productionDatabase(unmarked);
  });

  test('still after the file was closed and opened again', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'guildhall-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const open = async () => {
      const store = sqliteStore({ file: join(folder, 'dev.db'), collections });
      await store.prepare();
      return store;
    };
    const first = await open();
    await developmentIdentity({ ...LOCAL, database: first });
    await first.close();
    const second = await open();
    await assert.rejects(productionDatabase(second), { reason: 'database.development' });
    await second.close();
  });
});

describe('a server in development', () => {
  test('takes the person from header or cookie, and says in each answer what it is', async (t) => {
    const identity = await developmentIdentity(LOCAL);
    const house = await openHouse(await STORES.memory(), { ...identity, origins: ['http://localhost:5173'] });
    t.after(() => house.close());
    const me = (headers: Record<string, string>) =>
      house.send({
        method: 'POST',
        path: '/guild/people.me',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{}',
      });
    const byHeader = await me({ 'x-guildhall-person': 'ada' });
    assert.deepEqual([json(byHeader)['id'], json(byHeader)['development']], ['ada', true]);
    assert.equal(byHeader.headers['x-guildhall-dev'], '1');
    const cookies = ['guildhall-person=ben', 'a=b; guildhall-person=ben;c=d', 'guildhall-person=%62en'];
    for (const cookie of cookies) assert.equal(json(await me({ cookie }))['id'], 'ben', cookie);
    for (const cookie of ['guildhall-person=%E0%A4%A', 'guildhall-person=', 'xguildhall-person=ben', ''])
      assert.equal((await me({ cookie })).status, 401, cookie);
    assert.deepEqual(house.logged, []);
    const error = await me({});
    assert.deepEqual([error.status, error.headers['x-guildhall-dev']], [401, '1']);
    const preflight = await house.send({
      method: 'OPTIONS',
      path: '/guild/people.me',
      headers: { origin: 'http://localhost:5173' },
    });
    assert.match(preflight.headers['access-control-allow-headers'] ?? '', /x-guildhall-person/);
  });

  test('knows nobody who comes by a name that is not of this machine', async (t) => {
    const house = await openHouse(await STORES.memory(), await developmentIdentity(LOCAL));
    t.after(() => house.close());
    const by = (host: string) =>
      house.get('', 'recognition.list', undefined, { host, 'x-guildhall-person': 'ada' });
    const { port } = house.listening;
    // The page of a rebound name would be of the same origin as this server.
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', '169.254.1.1'])
      assert.equal((await by(host)).status, 401, host);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
      assert.equal((await by(host)).status, 200, host);
  });
});
