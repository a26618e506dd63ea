import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { refused } from './refused.js';
import { HOUR, story, syncCast, type OpenWorld, type Test, type World } from './world.js';

/** What Ana writes to Ben in most stories. */
export const WORDS = {
  receiver: 'ben',
  situation: 'In the review of the price list on Monday',
  behavior: 'you read out each change and asked who disagrees',
  impact: 'so that we found the wrong column before the customers did',
  feedforward: 'Send the list around the day before.',
};

/** The cast, where Dana leads Ben. */
export async function feedbackCast(world: World): Promise<void> {
  await syncCast(world);
  await world.as(systemActor).people.sync({
    people: [{ externalId: 'e-ben', name: 'Ben Okafor', managerExternalId: 'e-dana' }],
  });
}

const told = async (world: World, person: string) =>
  (await world.as(person).notifications.list()).items.map(({ type }) => type);
const idsOf = async (world: World, person: string, of: 'received' | 'given' | 'shared', archived = false) =>
  (await world.as(person).feedback.notes({ of, archived })).items.map(({ id }) => id);

/** Stories of notes: who reads them, and what becomes of them. */
export function noteStories(test: Test, open: OpenWorld): void {
  sightStories(test, open);
  lifeStories(test, open);
}

function sightStories(test: Test, open: OpenWorld): void {
  test(
    'giver and receiver read a note and nobody else: no manager, HR, moderator or administrator',
    story(open, async (world) => {
      await feedbackCast(world);
      await world.as(systemActor).people.grantRole({ personId: 'max', role: 'hrAdmin' });
      const { id } = await world.as('ana').feedback.give(WORDS);
      await world.as('ben').feedback.markRead({ id });
      for (const other of ['dana', 'max', 'jon', 'lea']) {
        const theirs = world.as(other).feedback;
        for (const call of [
          () => theirs.note({ id }),
          () => theirs.markRead({ id }),
          () => theirs.share({ id, personIds: ['lea'] }),
          () => theirs.withdraw({ id }),
          () => theirs.audience({ id }),
        ])
          await assert.rejects(call(), refused('not_found', 'note.unknown'), other);
        for (const of of ['received', 'given', 'shared'] as const)
          assert.deepEqual((await theirs.notes({ of })).items, [], other);
        assert.ok(!(await told(world, other)).some((type) => type.startsWith('feedback')), other);
      }
    }),
  );

  test(
    'the line that says who will read it and what enforces it are one: before and after sharing',
    story(open, async (world) => {
      await feedbackCast(world);
      const [ana, ben] = [world.as('ana').feedback, world.as('ben').feedback];
      const before = await ana.audience({ receiver: 'ben' });
      assert.deepEqual([before.people.map(({ id }) => id), before.sharedBy?.id], [['ben'], 'ben']);
      const { id } = await ana.give(WORDS);
      await ben.markRead({ id });
      const shared = await ben.share({ id, manager: true });
      assert.deepEqual(
        shared.sharedWith?.map((one) => one.id),
        ['dana'],
      );
      const seen = (await ben.audience({ id })).people.map((one) => one.id);
      for (const person of ['ana', 'dana', 'lea', 'max', 'jon', 'chidi']) {
        const reads = await world
          .as(person)
          .feedback.note({ id })
          .then(
            () => true,
            () => false,
          );
        assert.equal(reads, seen.includes(person), person);
      }
      // With whom it was shared is not for the giver, nor for a further reader.
      assert.deepEqual(
        (await ana.audience({ id })).people.map((one) => one.id),
        ['ben'],
      );
      assert.equal((await ana.note({ id })).sharedWith, undefined);
      assert.equal((await world.as('dana').feedback.note({ id })).sharedWith, undefined);
      assert.deepEqual(await told(world, 'dana'), ['feedback.shared']);
      assert.deepEqual(await idsOf(world, 'dana', 'shared'), [id]);
      await ben.unshare({ id, personId: 'dana' });
      await assert.rejects(world.as('dana').feedback.note({ id }), refused('not_found', 'note.unknown'));
      assert.deepEqual(await told(world, 'dana'), []);
    }),
  );

  test(
    'who cannot get feedback, and with whom a note cannot be shared',
    story(open, async (world) => {
      await feedbackCast(world);
      const [ana, ben] = [world.as('ana').feedback, world.as('ben').feedback];
      await assert.rejects(ana.give({ ...WORDS, receiver: 'ana' }), refused('forbidden', 'feedback.self'));
      await assert.rejects(
        ana.give({ ...WORDS, receiver: 'nobody' }),
        refused('not_found', 'person.unknown'),
      );
      await assert.rejects(ana.give({ ...WORDS, skills: ['none'] }), refused('not_found', 'skill.unknown'));
      await assert.rejects(ana.give({ ...WORDS, behavior: ' ' }), refused('invalid', 'input.invalid'));
      const { id } = await ana.give(WORDS);
      await assert.rejects(ben.share({ id, manager: true }), refused('conflict', 'feedback.unread'));
      await assert.rejects(ben.archive({ id }), refused('conflict', 'feedback.unread'));
      await assert.rejects(ben.acknowledge({ id }), refused('conflict', 'feedback.unread'));
      await ben.markRead({ id });
      await assert.rejects(
        ben.share({ id, personIds: ['ana'] }),
        refused('conflict', 'feedback.readsAlready'),
      );
      await assert.rejects(ana.share({ id, personIds: ['lea'] }), refused('not_found', 'note.unknown'));
      const back = await world.as('lea').feedback.give({ ...WORDS, receiver: 'ana' });
      await ana.markRead({ id: back.id });
      await assert.rejects(
        ana.share({ id: back.id, manager: true }),
        refused('conflict', 'feedback.noManager'),
      );
    }),
  );
}

function lifeStories(test: Test, open: OpenWorld): void {
  test(
    'a note is sent, read, acknowledged with a few words, and put away',
    story(open, async (world) => {
      await feedbackCast(world);
      const [ana, ben] = [world.as('ana').feedback, world.as('ben').feedback];
      const { id } = await ana.give(WORDS);
      const unread = await ben.notes();
      assert.equal(unread.unread, 1);
      // What could still be taken back is not to be read in passing.
      assert.deepEqual([unread.items[0]?.content, unread.items[0]?.giver.id], [undefined, 'ana']);
      assert.equal((await ben.note({ id })).content, undefined);
      const { items: news } = await world.as('ben').notifications.list();
      assert.deepEqual([news[0]?.type, news[0]?.excerpt], ['feedback.received', '']);
      const read = await ben.markRead({ id });
      assert.deepEqual([read.state, read.content?.feedforward], ['read', WORDS.feedforward]);
      assert.equal((await ben.notes()).unread, 0);
      await ben.acknowledge({ id, thanks: 'I will send it on Fridays.' });
      const known = await ana.note({ id });
      assert.deepEqual([known.state, known.thanks], ['acknowledged', 'I will send it on Fridays.']);
      assert.deepEqual(await told(world, 'ana'), ['feedback.acknowledged']);
      await ben.archive({ id });
      assert.deepEqual(await idsOf(world, 'ben', 'received'), []);
      assert.deepEqual(await idsOf(world, 'ben', 'received', true), [id]);
      assert.equal((await ana.note({ id })).archived, undefined, 'where it lies is the receiver’s own');
      await ben.unarchive({ id });
      assert.deepEqual(await idsOf(world, 'ben', 'received'), [id]);
    }),
  );

  test(
    'a note is taken back until it is read, and is then gone for its receiver',
    story(open, async (world) => {
      await feedbackCast(world);
      const [ana, ben] = [world.as('ana').feedback, world.as('ben').feedback];
      const { id } = await ana.give(WORDS);
      await assert.rejects(ben.withdraw({ id }), refused('not_found', 'note.unknown'));
      assert.equal((await ana.withdraw({ id })).state, 'withdrawn');
      await assert.rejects(ben.note({ id }), refused('not_found', 'note.unknown'));
      await assert.rejects(ben.markRead({ id }), refused('not_found', 'note.unknown'));
      assert.deepEqual(await idsOf(world, 'ben', 'received'), []);
      assert.equal((await ben.notes()).unread, 0);
      assert.deepEqual(await told(world, 'ben'), []);
      const second = await ana.give(WORDS);
      await ben.markRead({ id: second.id });
      await assert.rejects(ana.withdraw({ id: second.id }), refused('conflict', 'feedback.read'));
    }),
  );

  test(
    'reading races with taking back: one of the two happens, never both',
    story(open, async (world) => {
      await feedbackCast(world);
      for (let round = 0; round < 6; round++) {
        const { id } = await world.as('ana').feedback.give(WORDS);
        const calls = [
          () => world.as('ana').feedback.withdraw({ id }),
          () => world.as('ben').feedback.markRead({ id }),
        ];
        if (round % 2) calls.reverse();
        const settled = await Promise.allSettled(calls.map((call) => call()));
        assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 1, `round ${round}`);
        const [back, read] = round % 2 ? settled.reverse() : settled;
        const { state } = await world.as('ana').feedback.note({ id });
        assert.equal(state, back?.status === 'fulfilled' ? 'withdrawn' : 'read');
        assert.ok(read);
      }
      world.clock.advance(HOUR);
    }),
  );
}
