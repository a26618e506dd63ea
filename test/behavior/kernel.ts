import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { refused } from './refused.js';
import { DAY, hearUntil, story, syncCast, type OpenWorld, type Test } from './world.js';

/** Stories of the one road that every operation takes. */
export function kernelStories(test: Test, open: OpenWorld): void {
  test(
    'the same key has one effect; with another input it is refused; after seven days it is new',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').recognition;
      const draft = { receivers: ['ben'], message: 'Once' };
      const twins = await Promise.all(Array.from({ length: 8 }, () => ana.give(draft, { key: 'k-1' })));
      assert.equal(new Set(twins.map((kudos) => kudos.id)).size, 1);
      assert.equal((await ana.list({})).items.length, 1);
      await assert.rejects(
        ana.give({ ...draft, message: 'Other' }, { key: 'k-1' }),
        refused('conflict', 'idempotency.mismatch'),
      );
      const lea = await world.as('lea').recognition.give(draft, { key: 'k-1' });
      assert.notEqual(lea.id, twins[0]?.id);
      world.clock.advance(7 * DAY + 1);
      await world.guildhall.tick();
      assert.notEqual((await ana.give(draft, { key: 'k-1' })).id, twins[0]?.id);
      await assert.rejects(ana.give(draft, { key: 'ä' }), (error: Error) =>
        /key|header|ByteString/i.test(error.message),
      );
    }),
  );

  test(
    'a refused command may be sent again with its key',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').recognition;
      const draft = { receivers: ['new'], message: 'Welcome' };
      await assert.rejects(ana.give(draft, { key: 'k' }), refused('not_found', 'person.unknown'));
      await world
        .as(systemActor)
        .people.sync({ people: [{ id: 'new', externalId: 'e-new', name: 'New Colleague' }] });
      assert.equal((await ana.give(draft, { key: 'k' })).message, 'Welcome');
    }),
  );

  test(
    'strangers and people who have left can do nothing',
    story(open, async (world) => {
      await syncCast(world);
      await assert.rejects(
        world.as('stranger').recognition.list({}),
        refused('unauthenticated', 'actor.unknown'),
      );
      const dana = world.as('dana');
      assert.equal((await dana.people.me({})).id, 'dana');
      await world
        .as(systemActor)
        .people.sync({ people: [{ externalId: 'e-dana', name: 'Dana Whitfield', status: 'suspended' }] });
      await assert.rejects(dana.recognition.list({}), refused('forbidden', 'actor.inactive'));
      await assert.rejects(
        dana.recognition.give({ receivers: ['ben'], message: 'x' }),
        refused('forbidden', 'actor.inactive'),
      );
      await world
        .as(systemActor)
        .people.sync({ people: [{ externalId: 'e-dana', name: 'Dana Whitfield', status: 'active' }] });
      assert.deepEqual((await dana.recognition.list({})).items, []);
    }),
  );

  test(
    'unknown and wrong fields are refused by name',
    story(open, async (world) => {
      await syncCast(world);
      const wrong = { receivers: ['ben'], message: 'Hi', authorId: 'dana' };
      await assert.rejects(world.as('ana').recognition.give(wrong), refused('invalid', 'input.invalid'));
      await assert.rejects(
        world.as('ana').recognition.give({ receivers: ['ben'], message: '' }),
        (error: { fields?: { path: string }[] }) => {
          assert.deepEqual(
            error.fields?.map((field) => field.path),
            ['message'],
          );
          return true;
        },
      );
      await assert.rejects(
        world.as('ana').recognition.list({ after: 'nonsense' }),
        refused('invalid', 'input.invalid'),
      );
      await assert.rejects(
        world.as('ana').recognition.list({ limit: 1000 }),
        refused('invalid', 'input.invalid'),
      );
    }),
  );

  test(
    'a watcher goes on where it stopped and misses nothing',
    story(open, async (world) => {
      await syncCast(world);
      const stop = new AbortController();
      const give = (message: string) => world.as('ana').recognition.give({ receivers: ['ben'], message });
      const first = world.as('lea').watch({ areas: ['recognition'], signal: stop.signal });
      await first.next();
      const before = [await give('one'), await give('two')];
      const heard = await hearUntil(first, (all) => all.length === 1);
      const after = heard[0]?.cursor;
      const third = await give('three');
      const again = world.as('lea').watch({ areas: ['recognition'], after, signal: stop.signal });
      const rest = await hearUntil(again, (all) => all.length === 2);
      assert.deepEqual(
        rest.map((one) => 'ids' in one && one.ids[0]),
        [before[1]?.id, third.id],
      );
      const lost = world.as('lea').watch({ after: 'elsewhere.1', signal: stop.signal });
      assert.ok('resync' in (await lost.next()).value);
      stop.abort();
    }),
  );

  test(
    'somebody who leaves hears no more',
    story(open, async (world) => {
      await syncCast(world);
      const stop = new AbortController();
      const watching = world.as('dana').watch({ signal: stop.signal });
      await watching.next();
      await world
        .as(systemActor)
        .people.sync({ people: [{ externalId: 'e-dana', name: 'Dana Whitfield', status: 'departed' }] });
      await assert.rejects(
        hearUntil(watching, () => false),
        refused('forbidden', 'actor.inactive'),
      );
      stop.abort();
    }),
  );
}
