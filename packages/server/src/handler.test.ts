import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createGuildhall, GuildhallError, memoryStore, type Guildhall } from '@guildhall/core';
import type { Reader, Store } from '@guildhall/core/store';
import { createHandler } from './handler.js';
import { countOf, identify, json, openHouse, STORES, until, type House } from './test/house.js';

for (const [name, openStore] of Object.entries(STORES))
  describe(`the handler over the ${name} store`, () => {
    let house: House;
    before(async () => (house = await openHouse(await openStore())));
    after(() => house.close());
    const give = (audience: string, headers = {}) =>
      house.post('ada', 'recognition.give', { receivers: ['ben'], message: 'Thanks!', audience }, headers);

    test('answers a call under any mount, with headers that keep it private', async () => {
      const answer = await house.send({
        method: 'POST',
        path: '/some/where/people.me',
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: 'Bearer ada' },
        body: '{}',
      });
      assert.equal(answer.status, 200);
      assert.equal(json(answer)['id'], 'ada');
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.equal(answer.headers['content-type'], 'application/json');
      assert.equal(answer.headers['x-content-type-options'], 'nosniff');
      assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin');
      assert.equal(answer.headers['vary'], 'Origin');
      assert.ok(answer.headers['guildhall-cursor']);
      assert.equal(answer.headers['etag'], undefined);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
      assert.equal(answer.headers['x-guildhall-dev'], undefined);
    });

    test('serves a shared query by GET, and by POST without a tag', async () => {
      const got = await house.get('ada', 'recognition.list', { limit: 3 });
      assert.equal(got.status, 200);
      assert.equal(got.headers['cache-control'], 'private, no-cache');
      assert.equal(got.headers['vary'], 'Origin, Authorization, Cookie');
      assert.match(got.headers['etag'] ?? '', /^W\/"[\x21\x23-\x7e]+"$/);
      const posted = await house.post('ada', 'recognition.list', { limit: 3 });
      assert.equal(posted.headers['cache-control'], 'no-store');
      assert.equal(posted.headers['etag'], undefined);
      assert.equal(posted.text, got.text);
    });

    test('answers 304 while nothing that everyone may see has changed', async () => {
      const etag = (await house.get('ada', 'recognition.list')).headers['etag'] ?? '';
      const again = await house.get('ben', 'recognition.list', undefined, {
        'if-none-match': `"x", ${etag}`,
      });
      assert.equal(again.status, 304);
      assert.equal(again.text, '');
      assert.equal(again.headers['etag'], etag);
      assert.ok(again.headers['guildhall-cursor']);
      assert.equal((await give('private')).status, 200);
      const unmoved = await house.get('ben', 'recognition.list', undefined, { 'if-none-match': etag });
      assert.equal(unmoved.status, 304, 'a private kudos must not show, not even by its timing');
      assert.equal((await give('public')).status, 200);
      const moved = await house.get('ben', 'recognition.list', undefined, { 'if-none-match': etag });
      assert.equal(moved.status, 200, 'an own commit counts at once');
      assert.notEqual(moved.headers['etag'], etag);
    });

    test('gives each input its own bytes under one tag', async () => {
      await give('public');
      await give('public');
      const one = await house.get('ada', 'recognition.list', { limit: 1 });
      const two = await house.get('ada', 'recognition.list', { limit: 2 });
      assert.equal(countOf(one), 1);
      assert.equal(countOf(two), 2);
      assert.equal((await house.get('ben', 'recognition.list', { limit: 1 })).text, one.text);
    });

    test('repeats the answer of a command with the same key', async () => {
      const first = await give('public', { 'idempotency-key': 'k-1' });
      const again = await give('public', { 'idempotency-key': 'k-1' });
      assert.equal(first.headers['idempotent-replayed'], undefined);
      assert.equal(again.headers['idempotent-replayed'], 'true');
      assert.equal(again.text, first.text);
      const other = await give('private', { 'idempotency-key': 'k-1' });
      assert.equal(other.status, 409);
      assert.equal(json(other)['reason'], 'idempotency.mismatch');
      for (const key of ['', 'a b', 'k'.repeat(256)])
        assert.equal(json(await give('public', { 'idempotency-key': key }))['reason'], 'key.invalid');
    });

    test('asks the policy on each request, also for a page that is kept', async () => {
      const kept = await house.get('ada', 'recognition.list');
      assert.equal(kept.status, 200);
      const etag = kept.headers['etag'] ?? '';
      const stranger = await house.get('mallory', 'recognition.list', undefined, { 'if-none-match': etag });
      assert.equal(stranger.status, 401);
      assert.equal((await house.post('ada', 'people.grantRole', {}, {})).status, 400);
      const grant = { personId: 'ben', role: 'moderator' };
      assert.equal((await house.post('ada', 'people.grantRole', grant)).status, 403);
    });
  });

/** A store that counts how often it is read. */
function counting(store: Store): { store: Store; reads: () => number } {
  let count = 0;
  const read = <R>(work: (tx: Reader) => Promise<R>): Promise<R> => {
    count += 1;
    return store.read(work);
  };
  const counted: Store = {
    read,
    write: (work, options) => store.write(work, options),
    changes: (after) => store.changes(after),
    prepare: () => store.prepare(),
    close: () => store.close(),
  };
  return { store: counted, reads: () => count };
}

describe('what a request costs and what it tells', () => {
  test('a page that is kept and a 304 ask nothing of the store', async (t) => {
    const { store, reads } = counting(memoryStore());
    const house = await openHouse({ store, remove: async () => {} });
    t.after(() => house.close());
    const first = await house.get('ada', 'recognition.list');
    await house.get('ben', 'recognition.list');
    const before = reads();
    const kept = await house.get('ada', 'recognition.list');
    assert.equal(kept.text, first.text);
    const etag = first.headers['etag'] ?? '';
    assert.equal(
      (await house.get('ben', 'recognition.list', undefined, { 'if-none-match': etag })).status,
      304,
    );
    assert.equal(reads(), before);
    await house.get('ada', 'recognition.list', { limit: 7 });
    assert.equal(reads(), before + 1, 'the counter counts');
  });

  test('refuses methods, names and people that it does not know', async (t) => {
    const house = await openHouse(await STORES.memory());
    t.after(() => house.close());
    const get = await house.get('ada', 'recognition.give');
    assert.deepEqual([get.status, get.headers['allow']], [405, 'POST']);
    const put = await house.send({ method: 'PUT', path: '/guild/recognition.list' });
    assert.deepEqual([put.status, put.headers['allow']], [405, 'GET, POST']);
    const events = await house.send({ method: 'POST', path: '/guild/events' });
    assert.deepEqual([events.status, events.headers['allow']], [405, 'GET']);
    for (const name of ['people.nobody', '__proto__', 'constructor', 'people', '', 'people%2eme']) {
      const answer = await house.post('ada', name);
      assert.equal(answer.status, 404, name);
      assert.equal(json(answer)['reason'], 'operation.unknown');
    }
    const nobody = await house.send({
      method: 'POST',
      path: '/guild/people.me',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    assert.equal(nobody.status, 401);
    assert.equal(json(nobody)['reason'], 'identity.required');
    assert.equal((await house.post('system', 'people.me')).status, 401, 'the id of the system is nobody');
  });

  test('counts a failing or senseless identity as nobody, and logs the true reason', async (t) => {
    const answers: unknown[] = [{}, { id: '' }, { id: 7 }, undefined, null];
    const house = await openHouse(await STORES.memory(), {
      identify: async () => {
        if (answers.length === 0) throw new Error('token "secret-token" has expired');
        // What a careless host answers.
        return answers.shift() as { id: string };
      },
    });
    t.after(() => house.close());
    for (let i = 0; i < 6; i += 1) {
      const answer = await house.post('ada', 'people.me');
      assert.equal(answer.status, 401);
      assert.equal(json(answer)['reason'], 'identity.required');
    }
    assert.deepEqual(
      house.logged.map((entry) => entry.event),
      Array(4).fill('identity.failed'),
    );
    assert.doesNotMatch(JSON.stringify(house.logged), /secret-token/);
  });

  test('cannot be made the system by an identity', async (t) => {
    const store = memoryStore();
    const system = { id: 'system', [Symbol.for('guildhall.system')]: true };
    const house = await openHouse({ store, remove: async () => {} }, { identify: () => system });
    t.after(() => house.close());
    assert.equal((await house.post('x', 'people.sync', { people: [] })).status, 401);
  });

  test('tells nothing of the inside: no stack, no SQL, no path', async () => {
    const inner = new Error('SELECT * FROM people WHERE name = "Ada" failed in /srv/guildhall/store.ts');
    const cause = new GuildhallError('internal', 'store.broken', inner.message, { cause: inner });
    for (const thrown of [inner, cause, new TypeError(inner.message), 'SELECT 1', null]) {
      const { handler, logged } = failing(thrown);
      const answer = await handler(
        new Request('http://localhost/guild/people.me', {
          method: 'POST',
          body: '{}',
          headers: { 'content-type': 'application/json', authorization: 'Bearer ada' },
        }),
      );
      assert.equal(answer.status, 500);
      const body: unknown = await answer.json();
      assert.ok(typeof body === 'object' && body !== null && 'requestId' in body);
      assert.deepEqual(Object.keys(body).sort(), ['code', 'message', 'reason', 'requestId']);
      assert.doesNotMatch(JSON.stringify(body), /SELECT|srv|store\.ts|at /);
      assert.equal(logged.length, 1);
      assert.equal(logged[0]?.requestId, body.requestId);
      assert.doesNotMatch(JSON.stringify(logged), /Ada/);
    }
  });

  test('passes on when to try again', async () => {
    const { handler, logged } = failing(new GuildhallError('limited', 'x', 'Wait.', { retryAfter: 2.5 }));
    const answer = await handler(
      new Request('http://localhost/guild/recognition.list', { headers: { authorization: 'Bearer ada' } }),
    );
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [429, '3']);
    assert.equal(logged.length, 0);
  });

  test('when drained, finishes what runs and refuses the rest', async (t) => {
    const house = await openHouse(await STORES.memory());
    t.after(() => house.close());
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let entered = false;
    const slow: Guildhall = {
      ...house.guildhall,
      perform: async (name, input, options) => {
        entered = true;
        await held;
        return house.guildhall.perform(name, input, options);
      },
    };
    const handler = createHandler(slow, { identify, log: () => {} });
    const ask = () =>
      handler(
        new Request('http://localhost/guild/people.me', {
          method: 'POST',
          body: '{}',
          headers: { 'content-type': 'application/json', authorization: 'Bearer ada' },
        }),
      );
    const running = ask();
    await until(() => entered, 'the call runs');
    let drained = false;
    const draining = handler.drain().then(() => (drained = true));
    const late = await ask();
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([late.status, late.headers.get('retry-after')], [503, '5']);
    assert.equal(drained, false);
    release();
    assert.equal((await running).status, 200);
    await draining;
  });
});

/** A handler over a Guildhall whose every operation fails. */
function failing(error: unknown) {
  const logged: { requestId?: string }[] = [];
  const guildhall: Guildhall = {
    ...createGuildhall({ store: memoryStore() }),
    admits: async () => {},
    perform: async () => {
      throw error;
    },
  };
  return { logged, handler: createHandler(guildhall, { identify, log: (entry) => logged.push(entry) }) };
}
