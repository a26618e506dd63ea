import assert from 'node:assert/strict';
import { systemActor, type Client } from '@guildhall/core';
import { refused } from './refused.js';
import {
  behindAll,
  HOUR,
  hearUntil,
  story,
  syncCast,
  type OpenWorld,
  type Test,
  type World,
} from './world.js';

/** Stories of what must not be noticed by others. */
export function privacyStories(test: Test, open: OpenWorld): void {
  test(
    'what is private moves nothing that others are given',
    story(open, async (world) => {
      await syncCast(world);
      const stop = new AbortController();
      const ben = world.as('ben').watch({ areas: ['notifications'], signal: stop.signal });
      await ben.next();
      await behindAll(world);
      const before = await world.guildhall.position();
      const [start] = await hearUntil(world.as('lea').watch({ signal: stop.signal }), () => true);
      const { id } = await world
        .as('ana')
        .recognition.give({ receivers: ['ben'], message: 'Psst', audience: 'private' });
      await world.as('ben').recognition.comment({ id, text: 'Thanks' });
      await hearUntil(ben, () => true);
      assert.deepEqual(await world.guildhall.position(), before);
      const [again] = await hearUntil(world.as('lea').watch({ signal: stop.signal }), () => true);
      assert.deepEqual(again, start);
      stop.abort();
    }),
  );

  test(
    'who is given more to give hears of it alone',
    story(
      open,
      async (world) => {
        await syncCast(world);
        const stop = new AbortController();
        const ben = world.as('ben').watch({ areas: ['recognition'], signal: stop.signal });
        await ben.next();
        await world.as('jon').recognition.grantAllowance({ personIds: ['ana', 'ben', 'lea'], amount: 5 });
        const [heard] = await hearUntil(ben, () => true);
        assert.deepEqual(heard && 'ids' in heard && heard.ids, ['ben']);
        stop.abort();
      },
      { points: { enabled: true } },
    ),
  );

  test(
    'a moderator judges others only: the time to withdraw what they gave ends for them too',
    story(open, async (world) => {
      await syncCast(world);
      const max = world.as('max').recognition;
      const { id } = await max.give({ receivers: ['ben'], message: 'From the moderator' });
      world.clock.advance(24 * HOUR);
      assert.equal((await max.marks({ ids: [id] })).items[0]?.may.moderate, false);
      const late = max.withdraw({ id, reason: 'I changed my mind.' });
      await assert.rejects(late, refused('forbidden', 'kudos.withdrawOver'));
      await world.as('jon').recognition.withdraw({ id, reason: 'It names a customer.' });
    }),
  );

  test(
    'a repeated call is answered as before, unless the caller has left',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').recognition;
      const { id } = await ana.give({ receivers: ['ben'], message: 'Oops' });
      assert.deepEqual(await ana.withdraw({ id }, { key: 'w' }), { id });
      world.clock.advance(25 * HOUR);
      assert.deepEqual(await ana.withdraw({ id }, { key: 'w' }), { id });
      await assert.rejects(ana.withdraw({ id }), refused('not_found', 'kudos.unknown'));
      await assert.rejects(
        ana.withdraw({ id, reason: 'Other' }, { key: 'w' }),
        refused('conflict', 'idempotency.mismatch'),
      );
      await world
        .as(systemActor)
        .people.sync({ people: [{ externalId: 'e-ana', name: 'Ana Ruiz', status: 'suspended' }] });
      await assert.rejects(ana.withdraw({ id }, { key: 'w' }), refused('forbidden', 'actor.inactive'));
    }),
  );

  test(
    'all unread notifications are read at once, however many',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').recognition;
      for (let n = 0; n < 102; n++) await ana.give({ receivers: ['ben'], message: `Number ${n}` });
      assert.equal((await world.as('ben').notifications.list()).unread, 100);
      assert.equal((await world.as('ben').notifications.markRead()).unread, 0);
      assert.equal((await world.as('ben').notifications.list()).unread, 0);
    }),
  );

  test(
    'a skill that only its owner may see is in no catalog',
    story(open, async (world) => {
      await syncCast(world);
      const chidi = world.as('chidi').people;
      const skills = [{ skill: 'Sign language', level: 'working' as const }];
      await chidi.updateProfile({ visibility: { skills: 'me' } });
      const stop = new AbortController();
      const after = await behindAll(world);
      const lea = world.as('lea').watch({ areas: ['people'], after, signal: stop.signal });
      assert.deepEqual(
        (await chidi.setSkills({ skills })).skills?.map((skill) => skill.name),
        ['Sign language'],
      );
      assert.deepEqual(await catalogOf(world.as('lea')), []);
      assert.deepEqual((await world.as('lea').people.skills({ text: 'sign' })).items, []);
      await chidi.updateProfile({ visibility: { skills: 'everyone' } });
      const [heard] = await hearUntil(lea, () => true);
      stop.abort();
      assert.equal(heard && 'type' in heard && heard.type, 'catalog.grown');
      assert.deepEqual(await catalogOf(world.as('lea')), ['Sign language']);
      assert.equal(await foundBy(world, 'sign'), 'Sign language');
      await world.as('ben').people.setSkills({ skills: [{ skill: 'SIGN language', level: 'strong' }] });
      assert.deepEqual(await catalogOf(world.as('lea')), ['Sign language']);
    }),
  );
}

async function catalogOf(client: Client): Promise<string[]> {
  return (await client.people.skills()).items.map((skill) => skill.name);
}

async function foundBy(world: World, text: string): Promise<string | undefined> {
  return (await world.as('lea').people.skills({ text })).items[0]?.name;
}
