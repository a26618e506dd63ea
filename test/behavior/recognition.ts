import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { refused } from './refused.js';
import { HOUR, hearUntil, MINUTE, story, syncCast, teamId, type OpenWorld, type Test } from './world.js';

/** Stories of thanking. */
export function recognitionStories(test: Test, open: OpenWorld): void {
  test(
    'a public kudos is read by everyone, newest first, page by page',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana');
      for (let n = 1; n <= 5; n++) {
        await ana.recognition.give({
          receivers: ['ben'],
          message: `Thank you, number ${n}`,
          values: ['help-first'],
        });
        world.clock.advance(MINUTE);
      }
      const first = await world.as('dana').recognition.list({ limit: 2 });
      assert.deepEqual(
        first.items.map((kudos) => kudos.message),
        ['Thank you, number 5', 'Thank you, number 4'],
      );
      await ana.recognition.give({ receivers: ['lea'], message: 'While Dana reads' });
      const rest = await world.as('dana').recognition.list({ limit: 10, after: first.next });
      assert.deepEqual(
        rest.items.map((kudos) => kudos.message.at(-1)),
        ['3', '2', '1'],
      );
      assert.equal(rest.next, undefined);
      const kudos = first.items[0];
      assert.equal(kudos?.giver.name, 'Ana Ruiz');
      assert.deepEqual(kudos?.receivers, [{ id: 'ben', name: 'Ben Okafor' }]);
      assert.deepEqual(kudos?.values, [{ id: 'help-first', name: 'Help first' }]);
      assert.equal((await ana.recognition.list({ value: 'help-first' })).items.length, 5);
      assert.equal((await ana.recognition.list({ value: 'own-it' })).items.length, 0);
      assert.equal((await ana.recognition.list({ receiver: 'lea' })).items.length, 1);
    }),
  );

  test(
    'nobody thanks themself, alone or through a team',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').recognition;
      await assert.rejects(
        ana.give({ receivers: ['ana'], message: 'Me' }),
        refused('forbidden', 'kudos.self'),
      );
      await assert.rejects(
        ana.give({ receivers: ['ben', 'ana'], message: 'Us' }),
        refused('forbidden', 'kudos.self'),
      );
      const team = await teamId(world, 'Front desk');
      const given = await ana.give({ receivers: [team], message: 'Well done, desk' });
      assert.deepEqual(
        given.teams.map((unit) => unit.name),
        ['Front desk'],
      );
      assert.deepEqual(given.receivers, []);
      for (const [person, count] of [
        ['ben', 1],
        ['lea', 1],
        ['ana', 0],
      ] as const)
        assert.equal(
          (await world.as(person).recognition.mine({ of: 'received' })).items.length,
          count,
          person,
        );
      await world
        .as(systemActor)
        .people.sync({ people: [{ id: 'solo', externalId: 'e-solo', name: 'Solo', teams: ['Alone'] }] });
      const alone = await teamId(world, 'Alone');
      await assert.rejects(
        world.as('solo').recognition.give({ receivers: [alone], message: 'Us' }),
        refused('forbidden', 'team.empty'),
      );
    }),
  );

  test(
    'what cannot be thanked is refused with its reason and leaves nothing',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').recognition;
      await world
        .as(systemActor)
        .people.sync({ people: [{ externalId: 'e-dana', name: 'Dana Whitfield', status: 'departed' }] });
      await assert.rejects(
        ana.give({ receivers: ['dana'], message: 'Bye' }),
        refused('forbidden', 'person.departed'),
      );
      await assert.rejects(
        ana.give({ receivers: ['nobody'], message: 'Who' }),
        refused('not_found', 'person.unknown'),
      );
      await assert.rejects(
        ana.give({ receivers: ['ben'], message: 'x', values: ['no-such'] }),
        refused('not_found', 'value.unknown'),
      );
      await assert.rejects(
        ana.give({ receivers: ['ben'], message: '   ' }),
        refused('invalid', 'input.invalid'),
      );
      await assert.rejects(
        ana.give({ receivers: [], message: 'To whom' }),
        refused('invalid', 'input.invalid'),
      );
      await assert.rejects(
        ana.give({ receivers: ['ben'], message: 'x'.repeat(2001) }),
        refused('invalid', 'input.invalid'),
      );
      const ref = { kind: 'link' as const, url: 'javascript:alert(1)', title: 'Look' };
      await assert.rejects(
        ana.give({ receivers: ['ben'], message: 'x', ref }),
        refused('invalid', 'input.invalid'),
      );
      await assert.rejects(
        ana.give({ receivers: ['ben'], message: 'x', points: 5 }),
        refused('forbidden', 'points.off'),
      );
      assert.deepEqual((await ana.list({})).items, []);
    }),
  );

  test(
    'a private kudos exists for giver and receivers alone',
    story(open, async (world) => {
      await syncCast(world);
      const ref = { kind: 'link' as const, url: 'https://wiki.example/rollback', title: 'Rollback guide' };
      const { id } = await world.as('ana').recognition.give({
        receivers: ['ben'],
        message: 'Between us',
        audience: 'private',
        ref,
        values: ['own-it'],
      });
      for (const person of ['ana', 'ben']) {
        assert.equal((await world.as(person).recognition.get({ id })).message, 'Between us');
      }
      for (const person of ['lea', 'chidi', 'max', 'jon']) {
        const other = world.as(person).recognition;
        await assert.rejects(other.get({ id }), refused('not_found', 'kudos.unknown'));
        await assert.rejects(other.react({ id }), refused('not_found', 'kudos.unknown'));
        await assert.rejects(other.comment({ id, text: 'Hm' }), refused('not_found', 'kudos.unknown'));
        await assert.rejects(other.comments({ id }), refused('not_found', 'kudos.unknown'));
        await assert.rejects(other.withdraw({ id, reason: 'No' }), refused('not_found', 'kudos.unknown'));
        assert.deepEqual((await other.marks({ ids: [id] })).items, []);
        for (const of of ['received', 'given', 'teams'] as const)
          assert.deepEqual((await other.mine({ of })).items, []);
      }
      const ben = world.as('ben').recognition;
      assert.deepEqual((await ben.list({})).items, []);
      assert.deepEqual((await ben.list({ receiver: 'ben' })).items, []);
      assert.deepEqual((await ben.list({ value: 'own-it' })).items, []);
      assert.equal((await ben.thanks({ url: ref.url })).count, 0);
      assert.equal((await ben.mine({ of: 'received' })).items.length, 1);
      assert.equal((await world.as('ana').recognition.mine({ of: 'given' })).items.length, 1);
    }),
  );

  test(
    'a team kudos is seen by the receivers’ teams',
    story(open, async (world) => {
      await syncCast(world);
      const { id } = await world
        .as('dana')
        .recognition.give({ receivers: ['ben'], message: 'For your teams', audience: 'team' });
      for (const person of ['ana', 'lea', 'chidi', 'ben']) {
        assert.equal((await world.as(person).recognition.get({ id })).id, id, person);
        assert.equal((await world.as(person).recognition.mine({ of: 'teams' })).items.length, 1, person);
      }
      await assert.rejects(world.as('max').recognition.get({ id }), refused('not_found', 'kudos.unknown'));
      assert.deepEqual((await world.as('lea').recognition.list({})).items, []);
    }),
  );

  test(
    'who will see it is told by the rule that decides it',
    story(open, async (world) => {
      await syncCast(world);
      const dana = world.as('dana').recognition;
      const seers = await dana.audience({ receivers: ['ben'], audience: 'team' });
      assert.deepEqual(
        seers.people.map((person) => person.id),
        ['ben'],
      );
      assert.deepEqual(seers.teams.map((team) => team.name).sort(), ['Front desk', 'Rollback']);
      assert.equal((await dana.audience({ receivers: ['ben'] })).everyone, true);
      const secret = await dana.audience({ receivers: ['ben', 'lea'], audience: 'private' });
      assert.deepEqual([secret.everyone, secret.people.length, secret.teams.length], [false, 2, 0]);
      await assert.rejects(dana.audience({ receivers: ['dana'] }), refused('forbidden', 'kudos.self'));
    }),
  );

  test(
    'the text can be mended for fifteen minutes and is then marked',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').recognition;
      const { id } = await ana.give({ receivers: ['ben'], message: 'Thnak you', impact: 'Two hours saved' });
      await assert.rejects(
        world.as('ben').recognition.edit({ id, message: 'Mine' }),
        refused('forbidden', 'kudos.notYours'),
      );
      world.clock.advance(15 * MINUTE - 1);
      assert.equal((await ana.marks({ ids: [id] })).items[0]?.may.edit, true);
      const edited = await ana.edit({ id, message: 'Thank you' });
      assert.deepEqual(
        [edited.message, edited.impact, edited.editedAt],
        ['Thank you', undefined, world.clock.now.toISOString()],
      );
      world.clock.advance(1);
      assert.equal((await ana.marks({ ids: [id] })).items[0]?.may.edit, false);
      await assert.rejects(ana.edit({ id, message: 'Too late' }), refused('forbidden', 'kudos.editOver'));
      assert.equal((await ana.get({ id })).message, 'Thank you');
    }),
  );

  test(
    'a kudos can be withdrawn for a day, later by a moderator with a reason',
    story(open, async (world) => {
      await syncCast(world);
      const ana = world.as('ana').recognition;
      const ref = { kind: 'link' as const, url: 'https://wiki.example/a', title: 'A' };
      const { id } = await ana.give({ receivers: ['ben'], message: 'Oops', ref });
      const kept = await ana.give({ receivers: ['ben'], message: 'Stays', ref });
      assert.equal(kept.ref?.thanks, 2);
      await assert.rejects(
        world.as('lea').recognition.withdraw({ id }),
        refused('forbidden', 'kudos.notYours'),
      );
      await ana.withdraw({ id });
      await assert.rejects(ana.get({ id }), refused('not_found', 'kudos.unknown'));
      await assert.rejects(ana.withdraw({ id }), refused('not_found', 'kudos.unknown'));
      assert.deepEqual(
        (await ana.list({})).items.map((kudos) => [kudos.id, kudos.ref?.thanks]),
        [[kept.id, 1]],
      );
      world.clock.advance(24 * HOUR);
      await assert.rejects(ana.withdraw({ id: kept.id }), refused('forbidden', 'kudos.withdrawOver'));
      const max = world.as('max').recognition;
      await assert.rejects(max.withdraw({ id: kept.id }), refused('invalid', 'reason.missing'));
      assert.equal((await max.marks({ ids: [kept.id] })).items[0]?.may.moderate, true);
      await max.withdraw({ id: kept.id, reason: 'It names a customer.' });
      assert.deepEqual((await ana.list({})).items, []);
      assert.equal((await ana.thanks({ url: ref.url })).count, 0);
    }),
  );

  test(
    'a person reacts once, and takes it back',
    story(open, async (world) => {
      await syncCast(world);
      const { id } = await world.as('ana').recognition.give({ receivers: ['ben'], message: 'Nice' });
      const hearts = await Promise.all(
        ['ben', 'lea', 'dana', 'chidi'].map((person) => world.as(person).recognition.react({ id })),
      );
      assert.equal(Math.max(...hearts.map((answer) => answer.reactions.heart)), 4);
      await world.as('ben').recognition.react({ id });
      assert.equal((await world.as('ben').recognition.get({ id })).reactions.heart, 4);
      assert.deepEqual((await world.as('ben').recognition.marks({ ids: [id] })).items[0]?.reacted, ['heart']);
      await world.as('ben').recognition.react({ id, on: false });
      await world.as('ben').recognition.react({ id, on: false });
      assert.equal((await world.as('ana').recognition.get({ id })).reactions.heart, 3);
    }),
  );

  test(
    'comments are read in order, and removed by their author or a moderator',
    story(open, async (world) => {
      await syncCast(world);
      const { id } = await world.as('ana').recognition.give({ receivers: ['ben'], message: 'Nice' });
      const first = await world.as('ben').recognition.comment({ id, text: '<b>Thanks</b>' });
      world.clock.advance(MINUTE);
      const second = await world.as('lea').recognition.comment({ id, text: 'Well earned' });
      const { items } = await world.as('dana').recognition.comments({ id });
      assert.deepEqual(
        items.map((one) => one.text),
        ['<b>Thanks</b>', 'Well earned'],
      );
      assert.deepEqual(
        items.map((one) => one.may.remove),
        [false, false],
      );
      await assert.rejects(
        world.as('dana').recognition.removeComment({ id: first.id }),
        refused('forbidden', 'comment.notYours'),
      );
      await world.as('ben').recognition.removeComment({ id: first.id });
      await world.as('max').recognition.removeComment({ id: second.id });
      assert.equal((await world.as('dana').recognition.get({ id })).comments, 0);
    }),
  );

  test(
    'what happens is heard by those who may see it, and by nobody else',
    story(open, async (world) => {
      await syncCast(world);
      const stop = new AbortController();
      const lea = world.as('lea').watch({ areas: ['recognition'], signal: stop.signal });
      const ben = world.as('ben').watch({ areas: ['recognition'], signal: stop.signal });
      assert.ok('resync' in (await lea.next()).value);
      assert.ok('resync' in (await ben.next()).value);
      const secret = await world
        .as('ana')
        .recognition.give({ receivers: ['ben'], message: 'Psst', audience: 'private' });
      const open_ = await world.as('ana').recognition.give({ receivers: ['ben'], message: 'Hear ye' });
      const toBen = await hearUntil(ben, (all) => all.length === 2);
      const toLea = await hearUntil(lea, (all) => all.length === 1);
      assert.deepEqual(
        toBen.map((heard) => 'ids' in heard && heard.ids[0]),
        [secret.id, open_.id],
      );
      assert.deepEqual(
        toLea.map((heard) => 'ids' in heard && heard.ids[0]),
        [open_.id],
      );
      stop.abort();
    }),
  );
}
