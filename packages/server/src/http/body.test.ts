import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { operations } from '@guildhall/core';
import { json, openHouse, STORES, type House, type Sending } from '../test/house.js';

/** A case of JSONTestSuite. */
interface JsonCase {
  name: string;
  expect: 'accept' | 'reject' | 'either';
  base64: string;
}

describe('what a body may be', () => {
  let house: House;
  before(async () => (house = await openHouse(await STORES.memory(), { maxBody: 2_000 })));
  after(() => house.close());

  const send = (
    body: NonNullable<Sending['body']>,
    headers: Record<string, string> = {},
    name = 'people.me',
  ) =>
    house.send({
      method: 'POST',
      path: `/guild/${name}`,
      headers: { 'content-type': 'application/json', authorization: 'Bearer ada', ...headers },
      body,
    });
  const reasonOf = async (...given: Parameters<typeof send>) => {
    const answer = await send(...given);
    return answer.status === 200 ? 'fine' : `${answer.status} ${String(json(answer)['reason'])}`;
  };

  test('only application/json in UTF-8', async () => {
    const fine = [
      'application/json',
      'APPLICATION/JSON',
      'application/json;charset=UTF-8',
      'application/json; charset="utf-8"',
    ];
    for (const type of fine) assert.equal(await reasonOf('{}', { 'content-type': type }), 'fine', type);
    const forms = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', ''];
    const near = ['application/jsonp', 'application/json+x', 'text/json', 'application/json, text/plain'];
    const other = ['text/plain; application/json', 'application/json; charset=utf-16', 'application/ld+json'];
    for (const type of [...forms, ...near, ...other])
      assert.equal(await reasonOf('{}', { 'content-type': type }), '400 body.type', type);
    assert.equal(await reasonOf('{}', { 'content-encoding': 'gzip' }), '400 body.type');
    const none = {
      method: 'POST',
      path: '/guild/people.me',
      headers: { authorization: 'Bearer ada' },
      body: '{}',
    };
    assert.equal(json(await house.send(none))['reason'], 'body.type');
  });

  test('no longer than allowed, declared or not', async () => {
    const exact = `{"x":"${'y'.repeat(2_000 - 8)}"}`;
    assert.equal(exact.length, 2_000);
    assert.equal(await reasonOf(exact), '400 input.invalid', 'read, and then refused by the schema');
    assert.equal(await reasonOf([exact]), '400 input.invalid');
    assert.equal(await reasonOf(`${exact} `), '400 body.tooLarge');
    assert.equal(await reasonOf([exact, ' ']), '400 body.tooLarge');
    assert.equal(await reasonOf('é'.repeat(1_001)), '400 body.tooLarge', 'bytes count, not characters');
  });

  test('refused by its declared length, before it has come', async () => {
    const head = ['POST /guild/people.me HTTP/1.1', 'Host: x', 'Authorization: Bearer ada'];
    head.push('Content-Type: application/json', 'Content-Length: 2001', '', '');
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(house.listening.port, '127.0.0.1', () => socket.write(head.join('\r\n')));
      socket.on('error', reject);
      socket.setEncoding('utf8').once('data', (part: string) => {
        socket.destroy();
        resolve(part);
      });
    });
    assert.match(text, /^HTTP\/1\.1 400 [^]*body\.tooLarge/);
  });

  test('stops reading an endless body', async () => {
    const chunk = Buffer.alloc(1_000, ' ');
    assert.equal(await reasonOf(Array.from({ length: 1_000 }, () => chunk)), '400 body.tooLarge');
  });

  test('imports may be longer', async () => {
    const csv = `id,name\n${'1,x\n'.repeat(1_000)}`;
    assert.equal(await reasonOf(JSON.stringify({ csv }), {}, 'people.import'), '403 policy.refused');
    const huge = JSON.stringify({ csv: 'x'.repeat(5 * 1024 * 1024) });
    assert.equal(await reasonOf(huge, {}, 'people.import'), '400 body.tooLarge');
  });

  test('no deeper than 32, where brackets in texts do not count', async () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    assert.equal(await reasonOf(nested(32)), '400 input.invalid');
    assert.equal(await reasonOf(nested(33)), '400 body.depth');
    assert.equal(await reasonOf('['.repeat(1_999)), '400 body.depth', 'before it is parsed');
    assert.equal(await reasonOf(`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`), '400 body.depth');
    assert.equal(
      await reasonOf(JSON.stringify({ a: '['.repeat(100), 'b\\"[': '"{{{'.repeat(30) })),
      '400 input.invalid',
    );
    const wide = JSON.stringify({ a: Array.from({ length: 100 }, () => [[]]) });
    assert.equal(await reasonOf(wide), '400 input.invalid', 'wide is not deep');
    const query = await house.get('ada', 'recognition.list', JSON.parse(nested(33)));
    assert.equal(json(query)['reason'], 'body.depth');
  });

  test('valid JSON: every case of JSONTestSuite', async () => {
    const file = new URL('../test/fixtures/jsontestsuite-parsing.json', import.meta.url);
    // The fixture is ours and has this shape.
    const cases = JSON.parse(await readFile(file, 'utf8')) as JsonCase[];
    assert.equal(cases.length, 316);
    for (const { name, expect, base64 } of cases) {
      const reason = await reasonOf(Buffer.from(base64, 'base64'));
      if (expect === 'reject') assert.match(reason, /^400 body\.(json|depth)$/, name);
      else if (expect === 'accept') assert.match(reason, /^(fine|400 input\.invalid)$/, name);
      else assert.match(reason, /^(fine|400 (body\.json|body\.depth|input\.invalid))$/, name);
    }
    assert.equal(await reasonOf(Buffer.from([0x22, 0xff, 0x22])), '400 body.json', 'not UTF-8');
    const asQuery = await house.send({
      path: '/guild/recognition.list?input={limit:1}',
      headers: { authorization: 'Bearer ada' },
    });
    assert.deepEqual([asQuery.status, json(asQuery)['reason']], [400, 'body.json']);
  });

  test('no key that reaches a prototype, and none is reached', async () => {
    const before = prototypes();
    const poison = '{"polluted":"yes"}';
    const bodies = [
      `{"__proto__":${poison}}`,
      `{"a":[{"b":{"__proto__":${poison}}}]}`,
      `{"\\u005f_proto__":${poison}}`,
      `[{"__proto__":null}]`,
    ];
    for (const body of bodies) assert.equal(await reasonOf(body), '400 body.key', body);
    const constructor = `{"constructor":{"prototype":${poison}},"prototype":${poison}}`;
    for (const [area, verbs] of Object.entries(operations))
      for (const verb of Object.keys(verbs))
        for (const body of [...bodies, constructor])
          assert.match(
            await reasonOf(body, {}, `${area}.${verb}`),
            /^(fine|4\d\d )/,
            `${area}.${verb} ${body}`,
          );
    assert.deepEqual(prototypes(), before);
  });
});

function prototypes(): string[][] {
  const seen = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
  return seen.map((prototype) => Object.getOwnPropertyNames(prototype).sort());
}
