import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { feedbackCast, WORDS } from './feedback-notes.js';
import { refused } from './refused.js';
import { DAY, HOUR, story, type OpenWorld, type Test, type World } from './world.js';

const told = async (world: World, person: string, type: string) =>
  (await world.as(person).notifications.list({ limit: 100 })).items.filter((note) => note.type === type)
    .length;
const ASK = { reviewers: ['ana', 'lea'], question: 'How was the retro on Monday?', dueOn: '2026-03-20' };
const NOTE = { situation: 'The retro', behavior: 'you let all finish', impact: 'we were heard' };

/** Stories of asking for feedback. */
export function requestStories(test: Test, open: OpenWorld): void {
  askStories(test, open);
  timeStories(test, open);
}

function askStories(test: Test, open: OpenWorld): void {
  test(
    'Ben asks two peers about one meeting; each reply states what happened, and his manager reads none',
    story(open, async (world) => {
      await feedbackCast(world);
      const ben = world.as('ben').feedback;
      const asked = await ben.request(ASK);
      for (const peer of ASK.reviewers) {
        const [one] = (await world.as(peer).feedback.requests({ open: true })).items;
        assert.deepEqual([one?.question, one?.may.answer, one?.reviewers], [ASK.question, true, undefined]);
        assert.equal(await told(world, peer, 'feedback.requested'), 1);
        const { id: requestId } = asked;
        await world.as(peer).feedback.answerRequest({ ...NOTE, receiver: 'ben', requestId });
        assert.equal(await told(world, peer, 'feedback.requested'), 0);
        assert.deepEqual((await world.as(peer).feedback.requests({ open: true })).items, []);
      }
      const { items } = await ben.notes();
      for (const { id } of items) {
        const read = await ben.markRead({ id });
        assert.equal(read.question, ASK.question);
        await assert.rejects(world.as('dana').feedback.note({ id }), refused('not_found', 'note.unknown'));
      }
      assert.equal(items.length, 2);
      assert.deepEqual(
        (await ben.getRequest({ id: asked.id })).reviewers?.map(({ state }) => state),
        ['answered', 'answered'],
      );
    }),
  );

  test(
    'a manager asks about a report: the notes go to the report alone, and the manager learns of declines, not of answers',
    story(open, async (world) => {
      await feedbackCast(world);
      const dana = world.as('dana').feedback;
      const reviewers = ['ana', 'lea', 'chidi'];
      const { id } = await dana.request({ ...ASK, subject: 'ben', reviewers });
      await world.as('ana').feedback.give({ ...NOTE, receiver: 'ben', requestId: id });
      await world.as('lea').feedback.declineRequest({ id, why: 'I was away.' });
      const seen = await dana.getRequest({ id });
      assert.deepEqual(seen.reviewers?.map(({ person, state, why }) => [person.id, state, why]).sort(), [
        ['ana', undefined, undefined],
        ['chidi', undefined, undefined],
        ['lea', 'declined', 'I was away.'],
      ]);
      assert.equal(await told(world, 'dana', 'feedback.declined'), 1);
      assert.deepEqual((await dana.notes({ of: 'shared' })).items, []);
      const about = (await world.as('ben').feedback.requests({ of: 'about' })).items;
      assert.deepEqual(about[0]?.reviewers?.map(({ state }) => state).sort(), [
        'answered',
        'declined',
        'open',
      ]);
      // That everybody has answered changes nothing in what the manager reads, before and after taking it back.
      await world.as('chidi').feedback.give({ ...NOTE, receiver: 'ben', requestId: id });
      assert.deepEqual(await dana.getRequest({ id }), seen);
      assert.equal((await dana.withdrawRequest({ id })).state, 'withdrawn');
    }),
  );

  test(
    'what cannot be asked, and what cannot be answered',
    story(open, async (world) => {
      await feedbackCast(world);
      const ben = world.as('ben').feedback;
      await assert.rejects(
        ben.request({ ...ASK, subject: 'ana', reviewers: ['lea'] }),
        refused('forbidden', 'feedback.notManager'),
      );
      await assert.rejects(
        ben.request({ ...ASK, reviewers: ['ben'] }),
        refused('invalid', 'feedback.asksSubject'),
      );
      for (const dueOn of ['2026-03-09', '2026-07-01'])
        await assert.rejects(ben.request({ ...ASK, dueOn }), refused('invalid', 'feedback.dueOn'));
      const { id } = await ben.request(ASK);
      const others = world.as('chidi').feedback;
      await assert.rejects(others.getRequest({ id }), refused('not_found', 'request.unknown'));
      await assert.rejects(others.declineRequest({ id }), refused('not_found', 'request.unknown'));
      await assert.rejects(others.give({ ...WORDS, requestId: id }), refused('not_found', 'request.unknown'));
      await assert.rejects(
        world.as('ana').feedback.give({ ...NOTE, receiver: 'lea', requestId: id }),
        refused('invalid', 'feedback.otherSubject'),
      );
      await assert.rejects(
        world.as('ana').feedback.withdrawRequest({ id }),
        refused('not_found', 'request.unknown'),
      );
      await world.as('ana').feedback.declineRequest({ id });
      await assert.rejects(
        world.as('ana').feedback.give({ ...NOTE, receiver: 'ben', requestId: id }),
        refused('conflict', 'request.over'),
      );
      await ben.withdrawRequest({ id });
      assert.equal(await told(world, 'lea', 'feedback.requested'), 0);
      await assert.rejects(
        world.as('lea').feedback.declineRequest({ id }),
        refused('conflict', 'request.over'),
      );
    }),
  );

  test(
    'two answers race, and an answer races with a decline: one of them counts',
    story(open, async (world) => {
      await feedbackCast(world);
      const ana = world.as('ana').feedback;
      const { id: requestId } = await world.as('ben').feedback.request(ASK);
      const answer = () => ana.give({ ...NOTE, receiver: 'ben', requestId });
      const both = await Promise.allSettled([answer(), answer()]);
      assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
      const { id: second } = await world.as('ben').feedback.request(ASK);
      const mixed = await Promise.allSettled([
        ana.give({ ...NOTE, receiver: 'ben', requestId: second }),
        ana.declineRequest({ id: second }),
      ]);
      assert.equal(mixed.filter(({ status }) => status === 'fulfilled').length, 1);
      // The answer that was taken back leaves the request open again.
      const [note] = (await ana.notes({ of: 'given' })).items.filter(({ state }) => state === 'sent');
      await ana.withdraw({ id: note?.id ?? '' });
      const again = await ana.requests({ open: true });
      assert.ok(again.items.length >= 1);
    }),
  );
}

function timeStories(test: Test, open: OpenWorld): void {
  test(
    'two reminders to those who have not answered, and no third; then it runs out',
    story(open, async (world) => {
      await feedbackCast(world);
      // Tuesday, 10:00 UTC: three working days later is Friday 13, the day before the last Thursday 19.
      const { id } = await world.as('ben').feedback.request(ASK);
      await world.as('lea').feedback.give({ ...NOTE, receiver: 'ben', requestId: id });
      const reminded = async () => {
        await world.guildhall.tick();
        return told(world, 'ana', 'feedback.reminder');
      };
      world.clock.advance(3 * DAY - HOUR);
      assert.equal(await reminded(), 0);
      world.clock.advance(HOUR);
      assert.equal(await reminded(), 1);
      assert.equal(await reminded(), 1);
      world.clock.advance(6 * DAY);
      assert.equal(await reminded(), 2);
      world.clock.advance(DAY);
      assert.equal(await reminded(), 2);
      assert.equal(await told(world, 'lea', 'feedback.reminder'), 0);
      assert.equal(await told(world, 'ben', 'feedback.reminder'), 0);
      world.clock.advance(14 * HOUR);
      const late = world.as('ana').feedback.give({ ...NOTE, receiver: 'ben', requestId: id });
      await assert.rejects(late, refused('conflict', 'request.over'));
      assert.equal(await reminded(), 0, 'with the request its notifications are gone');
      const states = (await world.as('ben').feedback.getRequest({ id })).reviewers ?? [];
      assert.deepEqual(states.map(({ person, state }) => [person.id, state]).sort(), [
        ['ana', 'expired'],
        ['lea', 'answered'],
      ]);
    }),
  );

  test(
    'when somebody leaves, nobody waits for them any more',
    story(open, async (world) => {
      await feedbackCast(world);
      const { id } = await world.as('ben').feedback.request(ASK);
      const { id: other } = await world.as('lea').feedback.request({ ...ASK, reviewers: ['ben'] });
      await world.as(systemActor).people.sync({
        people: [{ externalId: 'e-lea', name: 'Léa Moreau', status: 'departed' }],
      });
      const states = (await world.as('ben').feedback.getRequest({ id })).reviewers ?? [];
      assert.deepEqual(states.map(({ person, state }) => [person.id, state]).sort(), [
        ['ana', 'open'],
        ['lea', 'withdrawn'],
      ]);
      assert.equal((await world.as('ben').feedback.getRequest({ id: other })).may.answer, false);
      assert.equal(await told(world, 'ben', 'feedback.requested'), 0);
    }),
  );

  test(
    'when somebody leaves, what is long over stays as it was',
    story(open, async (world) => {
      await feedbackCast(world);
      const { id: requestId } = await world.as('dana').feedback.request({ ...ASK, subject: 'ben' });
      for (const peer of ASK.reviewers)
        await world.as(peer).feedback.answerRequest({ ...NOTE, receiver: 'ben', requestId });
      const about = async () => (await world.as('ben').feedback.getRequest({ id: requestId })).state;
      assert.equal(await about(), 'answered');
      world.clock.advance(20 * DAY);
      await world.guildhall.tick();
      const { id: running } = await world
        .as('dana')
        .feedback.request({ ...ASK, subject: 'ben', dueOn: '2026-04-10' });
      await world.as(systemActor).people.sync({
        people: [{ externalId: 'e-dana', name: 'Dana Whitfield', status: 'departed' }],
      });
      assert.equal(await about(), 'answered');
      assert.equal((await world.as('ben').feedback.getRequest({ id: running })).state, 'withdrawn');
    }),
  );
}
