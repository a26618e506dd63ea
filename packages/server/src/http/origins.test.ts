import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createGuildhall, memoryStore } from '@guildhall/core';
import { createHandler } from '../handler.js';
import { identify, json, openHouse, STORES, type Answer, type House } from '../test/house.js';

const LISTED = 'https://intra.example';

/** Near misses of the listed origin, and what is no origin at all. */
const FOREIGN = [
  'https://intra.example.evil.example',
  'https://evilintra.example',
  'https://evil.example/https://intra.example',
  'https://intra.example:443',
  'https://intra.example:8443',
  'https://intra.example/',
  'https://sub.intra.example',
  'https://INTRA.example',
  'https://intra.example.',
  'https://intraxexample',
  'https://user@intra.example',
  'http://intra.example',
  'https://intra.example, https://evil.example',
  'https://intra.example\thttps://evil.example',
  'https://evil.example',
  'http://127.0.0.1',
  'http://localhost',
  'file://',
  'chrome-extension://intra.example',
  '*',
  'null',
  '',
];

describe('where a request may come from', () => {
  let house: House;
  before(async () => (house = await openHouse(await STORES.memory(), { origins: [LISTED] })));
  after(() => house.close());
  const me = (headers: Record<string, string>) => house.post('ada', 'people.me', {}, headers);
  const refused = (answer: Answer, what: string) => {
    assert.equal(answer.status, 403, what);
    assert.equal(json(answer)['reason'], 'origin.refused', what);
    const told = Object.keys(answer.headers).filter((name) => name.startsWith('access-control'));
    assert.deepEqual(told, [], what);
    assert.equal(answer.headers['vary'], 'Origin');
  };

  test('a listed origin may call and read', async () => {
    const answer = await me({ origin: LISTED, 'sec-fetch-site': 'cross-site' });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['access-control-allow-origin'], LISTED);
    assert.equal(
      answer.headers['access-control-expose-headers'],
      'ETag, Retry-After, Guildhall-Cursor, Idempotent-Replayed, X-Guildhall-Dev',
    );
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
    const shared = await house.get('ada', 'recognition.list', undefined, { origin: LISTED });
    assert.equal(shared.headers['access-control-allow-origin'], LISTED);
    const error = await house.post('nobody', 'people.me', {}, { origin: LISTED });
    assert.deepEqual([error.status, error.headers['access-control-allow-origin']], [401, LISTED]);
  });

  test('no other may, however alike it looks, and none is reflected', async () => {
    for (const origin of FOREIGN) {
      refused(await me({ origin }), `POST from ${origin}`);
      refused(await me({ origin, 'sec-fetch-site': 'cross-site' }), `cross-site POST from ${origin}`);
      refused(await house.get('ada', 'recognition.list', undefined, { origin }), `GET from ${origin}`);
      refused(await house.get('ada', 'events', undefined, { origin }), `stream to ${origin}`);
    }
  });

  test('a request without Origin is refused when the browser says that it comes from elsewhere', async () => {
    refused(await me({ 'sec-fetch-site': 'cross-site' }), 'cross-site');
    refused(await me({ 'sec-fetch-site': 'same-site' }), 'same-site');
    assert.equal((await me({ 'sec-fetch-site': 'none' })).status, 200);
    assert.equal((await me({ 'sec-fetch-site': 'same-origin' })).status, 200);
    assert.equal((await me({})).status, 200, 'not a browser');
  });

  test('the own origin needs no list, also behind a proxy that ends TLS', async () => {
    const { port } = house.listening;
    for (const origin of [`http://127.0.0.1:${port}`, `https://127.0.0.1:${port}`]) {
      const answer = await me({ origin });
      assert.equal(answer.status, 200, origin);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
    }
    refused(await me({ origin: `http://127.0.0.1:${port + 1}` }), 'another port');
    refused(await me({ origin: `http://localhost:${port}` }), 'another name');
    const hosted = await me({ host: 'guild.example', origin: 'https://guild.example' });
    assert.equal(hosted.status, 200);
    const renamed = await me({ origin: 'https://guild.example', 'sec-fetch-site': 'same-origin' });
    assert.equal(renamed.status, 200, 'a proxy that renames the host');
    refused(await me({ origin: 'null', 'sec-fetch-site': 'same-origin' }), 'null');
  });

  test('a preflight is answered for a listed origin only', async () => {
    const ask = (origin: string) =>
      house.send({
        method: 'OPTIONS',
        path: '/guild/people.me',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,x-evil',
        },
      });
    const answer = await ask(LISTED);
    assert.equal(answer.status, 204);
    assert.equal(answer.headers['access-control-allow-origin'], LISTED);
    assert.equal(answer.headers['access-control-allow-methods'], 'GET, POST');
    assert.equal(
      answer.headers['access-control-allow-headers'],
      'content-type, authorization, idempotency-key, last-event-id',
    );
    assert.equal(answer.headers['access-control-max-age'], '7200');
    assert.equal(answer.headers['vary'], 'Origin');
    for (const origin of FOREIGN) refused(await ask(origin), origin);
  });
});

test('an origin that is not one stops the start', async () => {
  const guildhall = createGuildhall({ store: memoryStore() });
  const wrong = [
    '*',
    'null',
    '',
    'intra.example',
    'https://intra.example/',
    'https://*.example',
    'ftp://x.example',
  ];
  for (const origin of [
    ...wrong,
    'https://INTRA.example',
    'https://x.example:443',
    'https://x.example/guild',
  ])
    assert.throws(
      () => createHandler(guildhall, { identify, origins: ['https://fine.example', origin] }),
      { reason: 'origins.invalid' },
      origin,
    );
  assert.throws(() => createHandler(guildhall, { identify, origins: ['https://a.example/'] }), {
    message: /Did you mean https:\/\/a\.example\?/,
  });
  await guildhall.close();
});
