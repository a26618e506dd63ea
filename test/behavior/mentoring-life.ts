import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { syncMentoringCast } from './mentoring-cast.js';
import { book, meet, openPair, toldOf } from './mentoring-pair.js';
import { refused } from './refused.js';
import { behindAll, DAY, HOUR, hearUntil, story, type OpenWorld, type Test, type World } from './world.js';

const settings = { timeZone: 'Europe/Berlin' };

/** Both write their closing reflections. */
async function completeBoth(world: World, id: string): Promise<void> {
  await world.as('ana').mentoring.complete({ id, reflection: { text: 'I grew.' } });
  await world.as('chidi').mentoring.complete({ id, reflection: { text: 'So did I.' } });
}

/** Stories of how mentorships rest, stall and end. */
export function lifeStories(test: Test, open: OpenWorld): void {
  test(
    'an early end is neutral for the partner, gives the place back, and leaves nothing in calendars',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const session = await book(world, 'ana', id);
      const [ana, chidi] = [world.as('ana').mentoring, world.as('chidi').mentoring];
      assert.equal((await chidi.offer()).left, 0);
      world.clock.advance(HOUR);
      const why = { reason: 'notRightFit' as const, note: 'SECRET reason' };
      assert.deepEqual(await ana.endEarly({ id, ...why, backToPool: true }), { id, state: 'endedEarly' });

      const seen = await chidi.mentorship({ id });
      assert.deepEqual(seen.ended, { at: world.clock.now.toISOString(), neutral: true });
      assert.ok(Object.values(seen.may).every((yes) => !yes));
      assert.doesNotMatch(JSON.stringify(seen), /SECRET|notRightFit/);
      assert.deepEqual((await ana.mentorship({ id })).ended?.yours, why);
      assert.equal((await toldOf(world, 'chidi'))[0], 'mentorship.ended');
      assert.equal((await chidi.offer()).left, 1);
      const canceled = await chidi.session({ id: session.id });
      assert.deepEqual([canceled.state, canceled.sequence], ['canceled', 1]);
      assert.equal((await chidi.invitation({ sessionId: session.id })).method, 'CANCEL');

      const notNow = refused('forbidden', 'mentorship.notNow');
      await assert.rejects(ana.endEarly({ id, reason: 'other', backToPool: false }), notNow);
      await assert.rejects(book(world, 'chidi', id), notNow);
      await assert.rejects(ana.setGoal({ mentorshipId: id, title: 'More' }), notNow);
      await assert.rejects(ana.noteShared({ sessionId: session.id, text: 'Still here' }), notNow);
      // The place is free: the next mentee can have it the same day.
      await openPair(world, { mentee: 'dana' });
      await world.guildhall.tick();
      assert.equal((await ana.mentorship({ id })).state, 'endedEarly');
    }),
  );

  test(
    'a pause keeps the place, ends by itself on its day, and stops the time without a session',
    story(
      open,
      async (world) => {
        await syncMentoringCast(world);
        const id = await openPair(world);
        const [ana, chidi] = [world.as('ana').mentoring, world.as('chidi').mentoring];
        for (const until of ['2026-03-10', '2026-09-07'])
          await assert.rejects(ana.pause({ id, until }), refused('invalid', 'input.invalid'));
        const paused = await ana.pause({ id, until: '2026-04-20' });
        assert.deepEqual([paused.state, paused.pausedUntil], ['paused', '2026-04-20']);
        assert.equal((await chidi.offer()).left, 0);
        const notNow = refused('forbidden', 'mentorship.notNow');
        await assert.rejects(book(world, 'ana', id), notNow);
        await assert.rejects(ana.pause({ id, until: '2026-05-01' }), notNow);

        world.clock.now = new Date('2026-04-19T21:59:59.999Z');
        await world.guildhall.tick();
        assert.equal((await ana.mentorship({ id })).state, 'paused');
        world.clock.advance(1);
        await world.guildhall.tick();
        const resumed = await chidi.mentorship({ id });
        assert.deepEqual([resumed.state, resumed.pausedUntil], ['active', undefined]);
        // 21 days of silence are counted from here.
        const femi = world.as('femi').mentoring;
        world.clock.advance(21 * DAY - 1);
        await world.guildhall.tick();
        const notStalled = refused('conflict', 'mentorship.notStalled');
        await assert.rejects(femi.nudge({ mentorshipId: id }), notStalled);

        await chidi.pause({ id, until: '2026-06-01' });
        assert.equal((await ana.resume({ id })).state, 'active');
        await assert.rejects(ana.resume({ id }), notNow);
      },
      settings,
    ),
  );

  test(
    'silence is seen by those who run it, without a word of what was said; a nudge reaches both',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const held = await meet(world, 'ana', id, { notesShared: 'SECRET' });
      const femi = world.as('femi').mentoring;
      world.clock.now = new Date(Date.parse(held.start) + 21 * DAY - 1);
      await world.guildhall.tick();
      await assert.rejects(femi.nudge({ mentorshipId: id }), refused('conflict', 'mentorship.notStalled'));
      world.clock.advance(1);
      await world.guildhall.tick();
      const status = await femi.nudge({ mentorshipId: id });
      assert.equal(status.stalledSince, world.clock.now.toISOString());
      assert.deepEqual([status.sessionsHeld, status.lastHeldAt], [1, held.start]);
      assert.doesNotMatch(JSON.stringify(status), /SECRET/);
      for (const person of ['ana', 'chidi']) {
        const [note] = (await world.as(person).notifications.list()).items;
        assert.deepEqual([note?.type, note?.by.id, note?.subject.id], ['mentorship.nudged', 'femi', id]);
      }
      await assert.rejects(femi.nudge({ mentorshipId: id }), refused('conflict', 'mentorship.nudgedLately'));
      for (const person of ['eve', 'jon', 'ben', 'ana'])
        await assert.rejects(
          world.as(person).mentoring.nudge({ mentorshipId: id }),
          refused('not_found', 'mentorship.unknown'),
        );
      // A session that is agreed on is a sign of life, until it has passed unlogged for three days.
      const next = await book(world, 'ana', id, { days: 2 });
      await assert.rejects(femi.nudge({ mentorshipId: id }), refused('conflict', 'mentorship.notStalled'));
      world.clock.now = new Date(Date.parse(next.start) + 3 * DAY - 1);
      await world.as('ana').mentoring.setGoal({ mentorshipId: id, title: 'Meet more often' });
      await world.guildhall.tick();
      await assert.rejects(femi.nudge({ mentorshipId: id }), refused('conflict', 'mentorship.notStalled'));
      world.clock.advance(1);
      await world.guildhall.tick();
      assert.equal((await femi.nudge({ mentorshipId: id })).id, id);
    }),
  );

  test(
    'a mentorship is completed when both sides have written their closing reflection',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const [ana, chidi] = [world.as('ana').mentoring, world.as('chidi').mentoring];
      // Only what somebody has for all to see can be named in a thank-you.
      await world.as('lea').people.setSkills({ skills: [{ skill: 'Facilitation', level: 'strong' }] });
      const unlisted = { mentorshipId: id, title: 'Keep calm', skill: 'Patience with Lea' };
      await ana.setGoal(unlisted);
      const goal = { mentorshipId: id, title: 'Run a retro', skill: 'Facilitation' };
      const { goals } = await ana.setGoal(goal);
      await ana.checkIn({ mentorshipId: id, goalId: goals[1]?.id ?? '', progress: 100 });
      await meet(world, 'ana', id);
      const closing = await ana.complete({ id, reflection: { text: 'SECRET growth', visibility: 'me' } });
      assert.equal(closing.state, 'wrappingUp');
      assert.deepEqual(
        closing.closedBy.map((person) => person.id),
        ['ana'],
      );
      assert.deepEqual([closing.may.complete, closing.may.endEarly], [false, false]);
      await assert.rejects(
        ana.complete({ id, reflection: { text: 'Again' } }),
        refused('forbidden', 'mentorship.notNow'),
      );
      assert.deepEqual((await chidi.reflections({ mentorshipId: id })).items, []);
      assert.equal((await chidi.offer()).left, 0);
      const done = await chidi.complete({ id, reflection: { text: 'She grew.' } });
      assert.equal(done.state, 'completed');
      assert.equal((await chidi.offer()).left, 1);
      assert.equal((await toldOf(world, 'ana'))[0], 'mentorship.completed');
      const texts = (await ana.reflections({ mentorshipId: id })).items.map((one) => [one.text, one.closing]);
      assert.deepEqual(texts.sort(), [
        ['SECRET growth', true],
        ['She grew.', true],
      ]);

      // Each is offered to thank the other; nothing is sent by itself.
      assert.deepEqual((await world.as('ana').recognition.list()).items, []);
      const [due] = (await ana.thanksDue()).items;
      assert.deepEqual(
        [due?.to.id, due?.sessionsHeld, due?.goalsMet, due?.skills.map((skill) => skill.name)],
        ['chidi', 1, ['Run a retro'], ['Facilitation']],
      );
      assert.equal((await chidi.thanksDue()).items[0]?.to.id, 'ana');
      const given = await world.as('ana').recognition.give({ receivers: ['chidi'], message: 'Thank you' });
      assert.deepEqual((await ana.thanksDue()).items, []);
      await world.as('ana').recognition.withdraw({ id: given.id });
      assert.equal((await ana.thanksDue()).items.length, 1);
      await chidi.dismissThanks({ mentorshipId: id });
      assert.deepEqual((await chidi.thanksDue()).items, []);
      world.clock.advance(61 * DAY);
      assert.deepEqual((await ana.thanksDue()).items, []);
    }),
  );

  test(
    'both complete at once; a single conversation is over when it was held; nobody waits for ever',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      await Promise.all(
        ['ana', 'chidi'].map((person) =>
          world.as(person).mentoring.complete({ id, reflection: { text: 'Good.' } }),
        ),
      );
      const ana = world.as('ana').mentoring;
      assert.equal((await ana.mentorship({ id })).state, 'completed');
      assert.equal((await world.as('chidi').mentoring.offer()).left, 1);

      const single = await openPair(world, { mentee: 'dana', oneOff: true });
      await meet(world, 'dana', single);
      assert.equal((await world.as('dana').mentoring.mentorship({ id: single })).state, 'wrappingUp');
      world.clock.advance(30 * DAY - 1);
      await world.guildhall.tick();
      assert.equal((await world.as('dana').mentoring.mentorship({ id: single })).state, 'wrappingUp');
      world.clock.advance(1);
      await world.guildhall.tick();
      assert.equal((await world.as('dana').mentoring.mentorship({ id: single })).state, 'completed');
      assert.equal((await world.as('chidi').mentoring.offer()).left, 1);
    }),
  );

  test(
    'a story is public while the consent of both stands',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const [ana, chidi] = [world.as('ana').mentoring, world.as('chidi').mentoring];
      const draft = { mentorshipId: id, title: 'How we met', text: 'It began with a question.' };
      await assert.rejects(ana.proposeStory(draft), refused('forbidden', 'mentorship.notNow'));
      await completeBoth(world, id);
      const { id: storyId } = await ana.proposeStory(draft);
      const shown = async () => (await world.as('ben').mentoring.stories()).items.map((one) => one.title);
      assert.deepEqual(await shown(), []);
      assert.deepEqual((await world.as('ben').mentoring.myStories()).items, []);
      assert.deepEqual(
        (await chidi.myStories()).items.map((one) => [one.state, one.consented]),
        [['awaitingConsent', undefined]],
      );
      assert.equal((await chidi.myStories({ mentorshipId: id })).items.length, 1);
      await assert.rejects(
        world.as('ben').mentoring.myStories({ mentorshipId: id }),
        refused('not_found', 'mentorship.unknown'),
      );
      assert.equal((await toldOf(world, 'chidi'))[0], 'story.consentAsked');
      for (const call of [
        world.as('ben').mentoring.consentToStory,
        world.as('femi').mentoring.consentToStory,
      ])
        await assert.rejects(call({ id: storyId }), refused('not_found', 'story.unknown'));
      assert.equal((await chidi.consentToStory({ id: storyId })).state, 'published');
      assert.deepEqual(await shown(), ['How we met']);

      const stop = new AbortController();
      const after = await behindAll(world);
      const ben = world.as('ben').watch({ areas: ['mentoring'], after, signal: stop.signal });
      assert.equal((await ana.withdrawStoryConsent({ id: storyId })).state, 'withdrawn');
      assert.deepEqual(await shown(), []);
      const [heard] = await hearUntil(ben, () => true);
      assert.ok(heard && 'ids' in heard);
      assert.deepEqual([heard.type, heard.ids], ['story.changed', [storyId]]);
      stop.abort();
      assert.equal((await chidi.myStories()).items[0]?.consented, true);
      assert.equal((await ana.consentToStory({ id: storyId })).state, 'published');
      const [one, two] = await Promise.all([
        chidi.withdrawStoryConsent({ id: storyId }),
        ana.withdrawStoryConsent({ id: storyId }),
      ]);
      assert.deepEqual([one.state, two.state], ['withdrawn', 'withdrawn']);
      assert.equal((await ana.consentToStory({ id: storyId })).state, 'withdrawn');
    }),
  );

  test(
    'when somebody leaves the organization their mentorships end, and the others are told',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const other = await openPair(world, { mentor: 'ben', mentee: 'ana' });
      const session = await book(world, 'ana', id);
      const gone = (externalId: string, name: string, status: 'departed' | 'suspended') =>
        world.as(systemActor).people.sync({ people: [{ externalId, name, status }] });
      await gone('e-chidi', 'Chidi Eze', 'departed');
      await world.guildhall.tick();
      const ana = world.as('ana').mentoring;
      const ended = await ana.mentorship({ id });
      assert.deepEqual(
        [ended.state, ended.ended?.neutral, ended.ended?.yours],
        ['endedEarly', true, undefined],
      );
      assert.equal((await ana.session({ id: session.id })).state, 'canceled');
      assert.equal((await toldOf(world, 'ana'))[0], 'mentorship.ended');
      assert.equal((await ana.mentorship({ id: other })).state, 'active');

      await ana.complete({ id: other, reflection: { text: 'It was good.' } });
      await gone('e-ana', 'Ana Ruiz', 'suspended');
      await world.guildhall.tick();
      assert.equal((await world.as('ben').mentoring.mentorship({ id: other })).state, 'completed');
      assert.equal((await world.as('ben').mentoring.offer()).left, 1);
    }),
  );
}
