import assert from 'node:assert/strict';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import type { LogEntry } from './http/log.js';
import { listen } from './node.js';
import { json, sendTo, until } from './test/house.js';

/** Sends these bytes and resolves to all that came back. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

const fine = () => new Response('fine');

describe('listening', () => {
  test('takes a free port and says which', async () => {
    const listening = await listen(fine, { port: 0 });
    assert.ok(listening.port > 0);
    assert.equal(listening.url, `http://127.0.0.1:${listening.port}`);
    assert.equal((await sendTo(listening.port, { path: '/' })).text, 'fine');
    await listening.close();
    await listening.close();
  });

  test('says what is wrong with a port or an address', async (t) => {
    const first = await listen(fine, { port: 0 });
    t.after(() => first.close());
    await assert.rejects(listen(fine, { port: first.port }), {
      code: 'unavailable',
      reason: 'port.taken',
      message: `Port ${first.port} of 127.0.0.1 is taken. Choose another one with --port.`,
    });
    await assert.rejects(listen(fine, { host: '192.0.2.1', port: 0 }), { reason: 'host.unknown' });
  });

  test('answers what is no request, and failures, without a word about the inside', async (t) => {
    const logged: LogEntry[] = [];
    const broken = () => {
      throw new Error('the secret path /srv/store.ts');
    };
    const listening = await listen(broken, { port: 0, log: (entry) => logged.push(entry) });
    t.after(() => listening.close());
    const answer = await sendTo(listening.port, { path: '/' });
    assert.deepEqual([answer.status, json(answer)['reason']], [500, 'internal']);
    assert.doesNotMatch(answer.text, /secret|store/);
    assert.deepEqual(
      logged.map((entry) => entry.event),
      ['request.failed'],
    );
    for (const head of ['GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 'GET /\\x HTTP/1.1\r\nHost: x\r\n\r\n']) {
      const text = await raw(listening.port, head);
      assert.match(text, /^HTTP\/1\.1 400 /, head);
      assert.match(text, /request\.invalid/);
    }
    assert.match(await raw(listening.port, 'nonsense\r\n\r\n'), /^HTTP\/1\.1 400 /);
    assert.equal(logged.length, 1, 'a broken request is nobody’s failure');
  });
});

describe('closing', () => {
  test('lets what runs finish, and closes the rest behind it', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const order: string[] = [];
    let inside = 0;
    const slow = async () => {
      inside += 1;
      await held;
      order.push('answered');
      return new Response('done');
    };
    const listening = await listen(Object.assign(slow, { drain: () => held }), {
      port: 0,
      close: async () => void order.push('closed'),
    });
    const agent = new Agent({ keepAlive: true });
    const answer = new Promise<IncomingMessage>((resolve, reject) =>
      get({ port: listening.port, host: '127.0.0.1', agent }, resolve).on('error', reject),
    );
    await until(() => inside === 1, 'the call runs');
    const closing = listening.close();
    await assert.rejects(sendTo(listening.port, { path: '/' }), { code: 'ECONNREFUSED' });
    assert.deepEqual(order, []);
    release();
    const incoming = await answer;
    incoming.resume();
    await closing;
    assert.equal(incoming.statusCode, 200);
    assert.deepEqual(order, ['answered', 'closed']);
    agent.destroy();
  });

  test('cuts off a client that does not take its answer', async () => {
    const endless = () =>
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) }));
    const listening = await listen(endless, { port: 0 });
    const stuck = connect(listening.port, '127.0.0.1', () =>
      stuck.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
    );
    stuck.on('error', () => {});
    const gone = new Promise<void>((resolve) => stuck.on('close', () => resolve()));
    await new Promise<void>((resolve) => stuck.once('data', () => resolve()));
    stuck.pause();
    await listening.close();
    stuck.resume();
    await gone;
  });
});
