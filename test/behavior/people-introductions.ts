import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { refused } from './refused.js';
import { behindAll, hearUntil, story, syncCast, type OpenWorld, type Test, type World } from './world.js';

/** The cast with addresses, where Dana is Ben's mentor. */
async function withMentorship(world: World): Promise<void> {
  await syncCast(world);
  const people = ['ben', 'dana', 'chidi'].map((id) => ({
    externalId: `e-${id}`,
    name: id,
    email: `${id}@house.example`,
  }));
  await world.as(systemActor).people.sync({ people });
  await world.as('dana').mentoring.setOffer({ open: true, capacity: 1 });
  const { id } = await world.as('ben').mentoring.request({ mentorId: 'dana', ask: 'Please' });
  await world.as('dana').mentoring.respond({ id, accept: true });
}

/** Stories of mentors who introduce their mentees to others. */
export function introductionStories(test: Test, open: OpenWorld): void {
  const draft = { forId: 'ben', toId: 'chidi', message: 'Ben should hear how you ran the migration' };
  const lists = (world: World, person: string) =>
    Promise.all(
      (['proposed', 'asked', 'given'] as const).map(
        async (of) => (await world.as(person).people.introductions({ of })).items.length,
      ),
    );
  const newsOf = async (world: World, person: string) =>
    (await world.as(person).notifications.list()).items
      .filter(({ subject }) => subject.kind === 'introduction')
      .map(({ type, by, person: other, excerpt }) => [type, by.id, other?.id, excerpt]);

  test(
    'nothing is shared with the mentee until the third person accepts; then both know how to reach each other',
    story(open, async (world) => {
      await withMentorship(world);
      const after = await behindAll(world);
      const stop = new AbortController();
      const ben = world.as('ben').watch({ areas: ['people'], after, signal: stop.signal });
      const { id, contact } = await world.as('dana').people.introduce(draft);
      assert.equal(contact, undefined);
      assert.deepEqual(await newsOf(world, 'chidi'), [
        ['introduction.proposed', 'dana', 'ben', draft.message],
      ]);
      assert.deepEqual([await lists(world, 'ben'), await newsOf(world, 'ben')], [[0, 0, 0], []]);
      assert.deepEqual(await lists(world, 'chidi'), [0, 1, 0]);
      for (const person of ['ben', 'lea']) {
        const call = world.as(person).people.answerIntroduction({ id, accept: true });
        await assert.rejects(call, refused('not_found', 'introduction.unknown'));
      }
      await assert.rejects(
        world.as('dana').people.answerIntroduction({ id, accept: true }),
        refused('forbidden', 'introduction.notYours'),
      );
      const answer = 'Gladly, Tuesdays are best';
      const accepted = await world.as('chidi').people.answerIntroduction({ id, accept: true, answer });
      assert.equal(accepted.contact?.email, 'ben@house.example');
      const [given] = (await world.as('ben').people.introductions({ of: 'given' })).items;
      assert.deepEqual([given?.contact?.email, given?.answer], ['chidi@house.example', answer]);
      const [proposed] = (await world.as('dana').people.introductions({ of: 'proposed' })).items;
      assert.deepEqual([proposed?.state, proposed?.contact], ['accepted', undefined]);
      assert.deepEqual(await newsOf(world, 'ben'), [
        ['introduction.connected', 'chidi', 'dana', draft.message],
      ]);
      assert.deepEqual(await newsOf(world, 'dana'), [['introduction.accepted', 'chidi', 'ben', answer]]);
      const [heard] = await hearUntil(ben, () => true);
      stop.abort();
      assert.equal(
        heard && 'type' in heard && heard.type,
        'introduction.changed',
        'the first that Ben hears',
      );
      await assert.rejects(
        world.as('chidi').people.answerIntroduction({ id, accept: false }),
        refused('conflict', 'introduction.over'),
      );
    }),
  );

  test(
    'what was declined or taken back stays between those who knew of it',
    story(open, async (world) => {
      await withMentorship(world);
      const dana = world.as('dana').people;
      const first = await dana.introduce(draft);
      await assert.rejects(dana.introduce(draft), refused('conflict', 'introduction.open'));
      const declined = await world.as('chidi').people.answerIntroduction({ id: first.id, accept: false });
      assert.deepEqual([declined.state, declined.contact], ['declined', undefined]);
      const second = await dana.introduce(draft);
      await assert.rejects(
        world.as('chidi').people.withdrawIntroduction({ id: second.id }),
        refused('forbidden', 'introduction.notYours'),
      );
      assert.equal((await dana.withdrawIntroduction({ id: second.id })).state, 'withdrawn');
      assert.deepEqual(await lists(world, 'chidi'), [0, 1, 0]);
      assert.deepEqual(await lists(world, 'ben'), [0, 0, 0]);
      assert.deepEqual(await newsOf(world, 'ben'), []);
      assert.equal((await newsOf(world, 'chidi')).length, 1, 'of the one withdrawn nothing is left');
    }),
  );

  test(
    'only a mentor introduces, and only an own mentee to somebody else; a hidden address stays hidden',
    story(open, async (world) => {
      await withMentorship(world);
      const noMentee = refused('forbidden', 'introduction.noMentee');
      await assert.rejects(world.as('ben').people.introduce({ ...draft, forId: 'dana' }), noMentee);
      await assert.rejects(world.as('lea').people.introduce(draft), noMentee);
      const dana = world.as('dana').people;
      await assert.rejects(dana.introduce({ ...draft, forId: 'lea' }), noMentee);
      for (const toId of ['ben', 'dana'])
        await assert.rejects(dana.introduce({ ...draft, toId }), refused('invalid', 'introduction.self'));
      await assert.rejects(
        dana.introduce({ ...draft, toId: 'nobody' }),
        refused('not_found', 'person.unknown'),
      );
      for (const person of ['ben', 'chidi'])
        await world.as(person).people.updateProfile({ visibility: { email: 'me' } });
      const { id } = await dana.introduce(draft);
      const accepted = await world.as('chidi').people.answerIntroduction({ id, accept: true });
      assert.deepEqual(accepted.contact, { person: { id: 'ben', name: 'ben' } });
      const [given] = (await world.as('ben').people.introductions({ of: 'given' })).items;
      assert.equal(given?.contact?.email, 'chidi@house.example', 'Chidi agreed to be reached');
    }),
  );
}
