import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { systemActor, type Guildhall, type Heard } from '@guildhall/core';
import { createHandler, type Handler } from './handler.js';
import { listen } from './node.js';
import { identify, json, openHouse, PEOPLE, STORES, until, type House } from './test/house.js';
import { changed, openStream, resync, type StreamClient } from './test/stream.js';

const give = async (house: House, audience: string): Promise<string> => {
  const kudos = { receivers: ['ben'], message: 'Thanks!', audience };
  const answer = await house.post('ada', 'recognition.give', kudos);
  assert.equal(answer.status, 200, answer.text);
  return String(json(answer)['id']);
};
const given = changed('kudos.given');
const idsOf = (client: StreamClient) =>
  client.blocks.filter(given).map((block): unknown => JSON.parse(block['data'] ?? '{}').ids[0]);

for (const [name, openStore] of Object.entries(STORES))
  describe(`events over the ${name} store`, () => {
    let house: House;
    before(async () => (house = await openHouse(await openStore())));
    after(() => house.close());
    const open = (person: string, query = '', headers = {}) =>
      openStream(house.listening.port, person, query, headers);

    test('begin with a place to go on from and bring changes, one line of JSON each', async () => {
      const client = await open('ben');
      assert.equal(client.status, 200);
      assert.equal(client.headers['content-type'], 'text/event-stream');
      assert.equal(client.headers['cache-control'], 'no-store');
      assert.equal(client.headers['x-accel-buffering'], 'no');
      assert.equal(client.headers['x-content-type-options'], 'nosniff');
      const retry = Number(
        (await client.take((block) => 'retry' in block, 'it says when to retry'))['retry'],
      );
      assert.ok(retry >= 1_000 && retry <= 30_000);
      assert.ok((await client.take(resync, 'it says where it begins'))['id']);
      const id = await give(house, 'public');
      const block = await client.take(given, 'the change arrives');
      assert.deepEqual(JSON.parse(block['data'] ?? ''), {
        area: 'recognition',
        type: 'kudos.given',
        ids: [id],
      });
      assert.deepEqual(Object.keys(block).sort(), ['data', 'event', 'id']);
      client.leave();
    });

    test('resume where they broke, without loss and without repetition', async () => {
      const first = await open('ben');
      await first.take(resync, 'it begins');
      const seen = await give(house, 'public');
      const last = (await first.take(given, 'the first arrives'))['id'] ?? '';
      assert.deepEqual(idsOf(first), [seen]);
      first.leave();
      const missed = [await give(house, 'public'), await give(house, 'private'), await give(house, 'public')];
      const byQuery = await open('ben', `?after=${encodeURIComponent(last)}`);
      const byHeader = await open('ben', '', { 'last-event-id': last });
      missed.push(await give(house, 'public'));
      for (const client of [byQuery, byHeader]) {
        await until(() => idsOf(client).length >= missed.length, 'all have arrived');
        assert.deepEqual(idsOf(client), missed);
        assert.equal(client.blocks.some(resync), false);
        client.leave();
      }
    });

    test('begin without a gap at the cursor of an answer', async () => {
      const answer = await house.get('ben', 'recognition.list');
      const missed = await give(house, 'public');
      const client = await open('ben', `?after=${answer.headers['guildhall-cursor']}`);
      await client.take(given, 'what happened meanwhile arrives');
      assert.deepEqual(idsOf(client), [missed]);
      client.leave();
    });

    test('answer an unknown cursor with the invitation to read again', async () => {
      for (const after of ['nonsense', 'x.1', '%00', '../..', '9'.repeat(400)]) {
        const client = await open('ben', `?after=${after}`);
        assert.equal(client.status, 200, after);
        await client.take(resync, `${after} is answered with resync`);
        client.leave();
      }
    });

    test('tell of a private change to its audience only', async () => {
      const [ada, ben, cleo] = await Promise.all([open('ada'), open('ben'), open('cleo')]);
      for (const client of [ada, ben, cleo]) await client.take(resync, 'it begins');
      const secret = await give(house, 'private');
      const open2all = await give(house, 'public');
      await cleo.take((block) => (block['data'] ?? '').includes(open2all), 'the public one arrives');
      assert.doesNotMatch(JSON.stringify(cleo.blocks), new RegExp(secret));
      assert.equal(cleo.blocks.filter((block) => block['event'] === 'change').length, 1);
      for (const client of [ada, ben]) {
        await until(() => idsOf(client).length === 2, 'both arrive');
        assert.deepEqual(idsOf(client), [secret, open2all]);
      }
      for (const client of [ada, ben, cleo]) client.leave();
    });

    test('bring the areas asked for only', async () => {
      const client = await open('ben', '?areas=notifications,settings');
      await client.take(resync, 'it begins');
      await give(house, 'public');
      await client.take(changed('notification.made'), 'the notification arrives');
      assert.deepEqual(idsOf(client), []);
      client.leave();
    });

    test('are for people who are known and active, and end with that', async () => {
      for (const [person, status] of [
        ['', 401],
        ['mallory', 401],
      ] as const)
        assert.equal((await house.get(person, 'events')).status, status);
      const client = await open('cleo');
      await client.take(resync, 'it begins');
      const cleo = { ...PEOPLE[2], externalId: '3', name: 'Cleo' };
      const say = (status: 'departed' | 'active') =>
        house.guildhall.as(systemActor).people.sync({ people: [{ ...cleo, status }] });
      await say('departed');
      await give(house, 'public');
      await until(() => client.ended(), 'the stream of someone who left ends');
      assert.deepEqual(idsOf(client), []);
      assert.equal((await house.get('cleo', 'events')).status, 403);
      await say('active');
      assert.deepEqual(house.logged, []);
    });
  });

/** Counts the watching that goes on. */
function counting(guildhall: Guildhall): { guildhall: Guildhall; watching: () => number } {
  let count = 0;
  const watch: Guildhall['watch'] = async function* (actor, options) {
    count += 1;
    try {
      yield* guildhall.watch(actor, options);
    } finally {
      count -= 1;
    }
  };
  return { guildhall: { ...guildhall, watch }, watching: () => count };
}

describe('streams end and leave nothing behind', () => {
  test('when the client goes, with or without a cursor', async (t) => {
    const house = await openHouse(await STORES.memory());
    t.after(() => house.close());
    const { guildhall, watching } = counting(house.guildhall);
    const listening = await listen(createHandler(guildhall, { identify }), { port: 0 });
    t.after(() => listening.close());
    const cursor = (await house.get('ada', 'recognition.list')).headers['guildhall-cursor'];
    const clients: StreamClient[] = [];
    for (const query of ['', `?after=${cursor}`, '?after=unknown', '?areas=people'])
      clients.push(await openStream(listening.port, 'ada', query));
    await until(() => watching() === 4, 'all watch');
    for (const client of clients) client.leave();
    await until(() => watching() === 0, 'nobody watches any more');
  });

  test('a seventh stream of a person replaces the oldest', async (t) => {
    const house = await openHouse(await STORES.memory());
    t.after(() => house.close());
    const clients: StreamClient[] = [];
    const other = await openStream(house.listening.port, 'ben');
    for (let i = 0; i < 7; i += 1) {
      const client = await openStream(house.listening.port, 'ada');
      await client.take(resync, 'it begins');
      clients.push(client);
    }
    const [oldest, ...rest] = clients;
    await until(() => oldest?.ended() ?? false, 'the oldest has ended');
    const last = oldest?.blocks.at(-1);
    assert.deepEqual(last, { retry: '30000', comment: 'replaced by a newer stream' });
    await give(house, 'public');
    for (const client of [...rest, other]) await client.take(given, 'the others go on');
    assert.ok([...rest, other].every((client) => !client.ended()));
    for (const client of [...rest, other]) client.leave();
  });

  test('show every 15 seconds that they live, and end after half an hour', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    const house = await openHouse(await STORES.memory());
    t.after(() => house.close());
    const clients = [
      await openStream(house.listening.port, 'ada'),
      await openStream(house.listening.port, 'ben'),
    ];
    for (const client of clients) await client.take(resync, 'it begins');
    const beats = (client: StreamClient) =>
      client.blocks.filter((block) => block['comment'] === 'beat').length;
    t.mock.timers.tick(14_999);
    t.mock.timers.tick(1);
    for (const client of clients) await client.take((block) => block['comment'] === 'beat', 'it beats');
    t.mock.timers.tick(15_000 * 118);
    for (const client of clients) await until(() => beats(client) === 119, 'it beats all the time');
    assert.ok(clients.every((client) => !client.ended()));
    t.mock.timers.tick(15_000);
    for (const client of clients) {
      await until(() => client.ended(), 'it ends');
      assert.equal(client.blocks.at(-1)?.['comment'], 'come again');
    }
  });

  test('a client that does not read is dropped, and the others are not held up', async (t) => {
    const house = await openHouse(await STORES.memory());
    t.after(() => house.close());
    const flood = flooding(house.guildhall);
    const listening = await listen(createHandler(flood.guildhall, { identify }), { port: 0 });
    t.after(() => listening.close());
    const slow = await openStream(listening.port, 'ada');
    const quick = await openStream(listening.port, 'ben');
    slow.incoming.pause();
    await until(() => flood.watching() === 2, 'both watch');
    await until(() => flood.pour() || flood.watching() < 2, 'one is dropped');
    assert.deepEqual(flood.people(), ['ben']);
    const before = quick.blocks.length;
    flood.pour();
    await until(() => quick.blocks.length > before, 'the other one reads on');
    slow.incoming.resume();
    await until(() => slow.ended(), 'the slow one comes to the end');
    assert.ok(slow.blocks.length < quick.blocks.length);
    quick.leave();
  });

  test('with a word when the server closes', async () => {
    const house = await openHouse(await STORES.memory());
    const client = await openStream(house.listening.port, 'ada');
    await client.take(resync, 'it begins');
    await house.close();
    await until(() => client.ended(), 'the stream has ended');
    const { retry, comment } = client.blocks.at(-1) ?? {};
    assert.equal(comment, 'the server is closing');
    assert.ok(Number(retry) >= 1_000 && Number(retry) <= 30_000);
    await assert.rejects(openStream(house.listening.port, 'ada'), { code: 'ECONNREFUSED' });
  });

  test('at once when they are opened while the server closes', async (t) => {
    const house = await openHouse(await STORES.memory());
    t.after(() => house.close());
    await house.handler.drain();
    assert.equal((await ask(house.handler)).status, 503);
  });
});

function ask(handler: Handler): Promise<Response> {
  const headers = { authorization: 'Bearer ada' };
  return handler(new Request('http://localhost/guild/events', { headers }));
}

/** A Guildhall whose every watcher hears as much as is poured. */
function flooding(guildhall: Guildhall) {
  const waiting = new Map<string, (heard: Heard) => void>();
  const queues = new Map<string, Heard[]>();
  let poured = 0;
  const watch: Guildhall['watch'] = async function* (actor, options) {
    queues.set(actor.id, []);
    options?.signal?.addEventListener('abort', () => {
      queues.delete(actor.id);
      waiting.get(actor.id)?.({ resync: true, cursor: 'end' });
    });
    while (!options?.signal?.aborted) {
      const next = queues.get(actor.id)?.shift();
      yield next ?? (await new Promise<Heard>((resolve) => waiting.set(actor.id, resolve)));
    }
  };
  const pour = () => {
    const ids = Array.from({ length: 500 }, (_, at) => `${poured}-${at}`.padEnd(32, 'x'));
    const heard = { cursor: `c${(poured += 1)}`, area: 'recognition', type: 'kudos.given', ids };
    for (const [person, queue] of queues) {
      const resolve = waiting.get(person);
      waiting.delete(person);
      if (resolve) resolve(heard);
      else queue.push(heard);
    }
    return false;
  };
  return {
    guildhall: { ...guildhall, watch },
    watching: () => queues.size,
    people: () => [...queues.keys()],
    pour,
  };
}
