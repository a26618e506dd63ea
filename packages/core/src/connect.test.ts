import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect } from './connect.js';
import { isGuildhallError } from './errors.js';
import { CURSOR_HEADER, KEY_HEADER } from './wire.js';

interface Sent {
  url: string;
  method: string;
  headers: Headers;
}

/** A server made of the answers that it gives in turn; what was asked is kept. */
function serverOf(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const fetch = async (url: RequestInfo | URL, init: RequestInit = {}) => {
    sent.push({ url: String(url), method: init.method ?? 'GET', headers: new Headers(init.headers) });
    const answer = answers.shift();
    if (answer instanceof Response) return answer;
    throw answer ?? new Error('No answer is left.');
  };
  return { sent, fetch };
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);

test('shared queries go by GET, all else by POST with a key', async () => {
  const { sent, fetch } = serverOf(json({ items: [] }), json({ items: [] }), json({ id: 'k' }));
  const client = connect('https://x.example/guild/', { fetch });
  await client.recognition.list();
  await client.recognition.list({ value: 'ä&b' });
  await client.recognition.withdraw({ id: 'k' });
  assert.deepEqual(
    sent.map((one) => [one.method, one.url]),
    [
      ['GET', 'https://x.example/guild/recognition.list'],
      ['GET', 'https://x.example/guild/recognition.list?input=%7B%22value%22%3A%22%C3%A4%26b%22%7D'],
      ['POST', 'https://x.example/guild/recognition.withdraw'],
    ],
  );
  assert.match(sent[2]?.headers.get(KEY_HEADER) ?? '', /^[0-9a-f]{32}$/);
});

test('a lost connection and a busy server are tried again with the same key', async () => {
  const busy = json({ code: 'unavailable', reason: 'store.busy', message: 'Busy.' }, { status: 503 });
  const { sent, fetch } = serverOf(new TypeError('fetch failed'), busy, json({ id: 'k' }));
  const client = connect('https://x.example/guild', { fetch });
  assert.deepEqual(await client.recognition.withdraw({ id: 'k' }), { id: 'k' });
  assert.equal(new Set(sent.map((one) => one.headers.get(KEY_HEADER))).size, 1);
  assert.equal(sent.length, 3);
});

test('an answer that breaks off is asked for again with the same key', async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"id":'));
      controller.error(new TypeError('terminated'));
    },
  });
  const { sent, fetch } = serverOf(new Response(body), json({ id: 'k' }));
  const client = connect('https://x.example/guild', { fetch });
  assert.deepEqual(await client.recognition.withdraw({ id: 'k' }), { id: 'k' });
  assert.equal(new Set(sent.map((one) => one.headers.get(KEY_HEADER))).size, 1);
  assert.equal(sent.length, 2);
});

test('a refusal is not tried again and keeps its reason', async () => {
  const { sent, fetch } = serverOf(
    json({ code: 'forbidden', reason: 'kudos.self', message: 'No.' }, { status: 403 }),
  );
  const client = connect('https://x.example/guild', { fetch });
  await assert.rejects(
    client.recognition.give({ receivers: ['me'], message: 'x' }),
    (error) => isGuildhallError(error) && error.reason === 'kudos.self',
  );
  assert.equal(sent.length, 1);
});

test('an expired token is asked for anew, once', async () => {
  const expired = () =>
    json({ code: 'unauthenticated', reason: 'token', message: 'Expired.' }, { status: 401 });
  const { sent, fetch } = serverOf(expired(), json({ items: [] }), expired(), expired());
  let count = 0;
  const client = connect('https://x.example/guild', { fetch, token: async () => `t${(count += 1)}` });
  await client.recognition.list();
  assert.deepEqual(
    sent.map((one) => one.headers.get('Authorization')),
    ['Bearer t1', 'Bearer t2'],
  );
  await assert.rejects(
    client.recognition.list(),
    (error) => isGuildhallError(error) && error.code === 'unauthenticated',
  );
  assert.equal(sent.length, 4);
});

test('a stream begins where the first answer stood, and goes on where it broke', async () => {
  const event = (id: string) =>
    `id: ${id}\nevent: change\ndata: {"area":"recognition","type":"kudos.given","ids":["${id}"]}\n\n`;
  const { sent, fetch } = serverOf(
    json({ items: [] }, { headers: { [CURSOR_HEADER]: 'e.7' } }),
    new Response(`retry: 1000\n\n: beat\n\n${event('e.8')}${event('e.9').slice(0, 20)}`),
    new Response(event('e.9')),
  );
  const client = connect('https://x.example/guild', { fetch });
  await client.recognition.list();
  const heard = [];
  for await (const one of client.watch({ areas: ['recognition'] })) {
    heard.push(one.cursor);
    if (heard.length === 2) break;
  }
  assert.deepEqual(heard, ['e.8', 'e.9']);
  assert.deepEqual(
    sent.slice(1).map((one) => new URL(one.url).searchParams.get('after')),
    ['e.7', 'e.8'],
  );
});

test('an awaited client is still a client', async () => {
  const client = await Promise.resolve(connect('https://x.example', { fetch: serverOf().fetch }));
  assert.equal(typeof client.recognition.give, 'function');
});
