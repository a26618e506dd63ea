import assert from 'node:assert/strict';
import { systemActor, type Answers } from '@guildhall/core';
import { refused } from './refused.js';
import {
  fill,
  launched,
  peer,
  ratings,
  release,
  seat,
  syncReviewCast,
  upwardRatings,
} from './reviews-cast.js';
import { DAY, story, type OpenWorld, type Test, type World } from './world.js';

const PEERS = [1, 2, 3, 4].map(peer);
const change = (level: number, words?: string): Answers => ({
  change: { level },
  ...(words !== undefined && { what: { text: words, use: 'words' as const, themes: [] } }),
});

/** Ben's cycle: he sees himself at 5, four peers at 3, and it is released. */
async function releasedCycle(world: World, mode: 'confidential' | 'sealed' | 'named' = 'confidential') {
  await syncReviewCast(world);
  const id = await launched(world, { subjects: ['ben'], mode, visibility: { subject: true, manager: true } });
  const seats = Object.fromEntries(PEERS.map((one) => [one, 'peer' as const]));
  await seat(world, id, 'ben', { ...seats, rita: 'upward' });
  await world.as('femi').reviews.startCollecting({ id });
  for (const [at, one] of PEERS.entries())
    await fill(world, one, id, 'ben', ratings(3), mode === 'sealed' ? `${at}`.padStart(32, '0') : undefined);
  await fill(world, 'rita', id, 'ben', upwardRatings(3), mode === 'sealed' ? '9'.repeat(32) : undefined);
  await fill(world, 'ben', id, 'ben', ratings(5));
  await fill(world, 'chidi', id, 'ben', ratings(3));
  await release(world, id);
  return id;
}

/** Waits until what the raters noticed is released. */
async function untilNoticed(world: World, id: string) {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    await world.guildhall.tick();
    const seen = await world.as('ben').growth.noticed({ id });
    if (seen.state === 'released') return seen;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('Nothing is released after half a minute.');
}

/** Stories of what comes of a report. */
export function growthStories(test: Test, open: OpenWorld): void {
  areaStories(test, open);
  raterStories(test, open);
}

function areaStories(test: Test, open: OpenWorld): void {
  test(
    'from a released report the subject, and nobody else, makes an area; nobody else reads it',
    story(open, async (world) => {
      const cycleId = await releasedCycle(world);
      const ben = world.as('ben').growth;
      const gap = { cycleId, skill: 'Running meetings' };
      for (const other of ['chidi', 'femi', peer(1), 'stray'])
        await assert.rejects(
          world.as(other).growth.fromFeedback(gap),
          refused('not_found', 'report.unknown'),
          other,
        );
      const area = await ben.fromFeedback(gap);
      assert.deepEqual([area.label, area.from, area.to, area.max], ['Running meetings', 3, 4, 5]);
      assert.deepEqual([area.source.cycleId, area.source.cycle], [cycleId, 'Spring 360']);
      await assert.rejects(ben.fromFeedback(gap), refused('conflict', 'growth.exists'));
      await assert.rejects(
        ben.fromFeedback({ cycleId, skill: 'Juggling' }),
        refused('conflict', 'growth.notShown'),
      );
      await assert.rejects(
        ben.fromFeedback({ cycleId, skill: 'Listening', to: 2 }),
        refused('invalid', 'input.invalid'),
      );
      assert.equal((await ben.fromFeedback({ cycleId, questionId: 'listens', to: 5 })).to, 5);
      for (const other of ['chidi', 'femi']) {
        assert.deepEqual((await world.as(other).growth.areas()).items, []);
        for (const call of [
          () => world.as(other).growth.updateArea({ id: area.id, to: 5 }),
          () => world.as(other).growth.dropArea({ id: area.id }),
          () => world.as(other).growth.noticed({ id: area.id }),
          () => world.as(other).growth.suggest({ id: area.id }),
          () => world.as(other).growth.askRaters({ id: area.id }),
        ])
          await assert.rejects(call(), refused('not_found', 'area.unknown'), other);
      }
    }),
  );

  test(
    'before the release there is nothing to make an area of; a plan is changed, done and given up',
    story(open, async (world) => {
      await syncReviewCast(world);
      const early = await launched(world, { subjects: ['ben'] });
      await assert.rejects(
        world.as('ben').growth.fromFeedback({ cycleId: early, skill: 'Running meetings' }),
        refused('not_found', 'report.unknown'),
      );
    }),
  );

  test(
    'an area is changed, done, opened and given up',
    story(open, async (world) => {
      const cycleId = await releasedCycle(world);
      const ben = world.as('ben').growth;
      const gap = { cycleId, skill: 'Running meetings' };
      const { id } = await ben.fromFeedback(gap);
      const planned = await ben.updateArea({ id, to: 4.5, plan: 'An agenda a day before.' });
      assert.deepEqual([planned.to, planned.plan], [4.5, 'An agenda a day before.']);
      assert.equal((await ben.updateArea({ id, plan: null, state: 'done' })).plan, undefined);
      const second = await ben.fromFeedback(gap);
      await assert.rejects(ben.updateArea({ id, state: 'open' }), refused('conflict', 'growth.exists'));
      await ben.dropArea({ id: second.id });
      assert.equal((await ben.updateArea({ id, state: 'open' })).state, 'open');
      await assert.rejects(ben.updateArea({ id: second.id, to: 5 }), refused('conflict', 'growth.dropped'));
    }),
  );

  test(
    'one mentor is suggested with reasons, the same for an area each time, and not the same for all areas',
    story(open, async (world) => {
      const cycleId = await releasedCycle(world);
      const ben = world.as('ben').growth;
      const before = await ben.fromFeedback({ cycleId, skill: 'Helping others' });
      assert.equal((await ben.suggest({ id: before.id })).mentor, undefined);
      const mentors = [5, 7, 9, 11].map(peer);
      for (const one of mentors) {
        await world.as(one).people.setSkills({ skills: [{ skill: 'Running meetings', level: 'strong' }] });
        await world.as(one).mentoring.setOffer({ open: true, capacity: 1 });
      }
      const drawn = new Set<string>();
      for (let round = 0; round < 12; round++) {
        const { id, skill } = await ben.fromFeedback({ cycleId, skill: 'Running meetings' });
        assert.equal(skill?.name, 'Running meetings');
        const { mentor } = await ben.suggest({ id });
        assert.ok(mentor && mentors.includes(mentor.person.id));
        assert.ok(mentor.reasons.some(({ criterion }) => criterion === 'wantedSkill'));
        assert.equal((await ben.suggest({ id })).mentor?.person.id, mentor.person.id);
        drawn.add(mentor.person.id);
        await ben.dropArea({ id });
      }
      assert.ok(drawn.size > 1, `the same mentor for twelve areas: ${[...drawn].join()}`);
    }),
  );
}

function raterStories(test: Test, open: OpenWorld): void {
  test(
    'later the same raters are asked, nameless; the subject alone reads the release, after its days',
    story(open, async (world) => {
      const cycleId = await releasedCycle(world);
      const ben = world.as('ben').growth;
      const { id } = await ben.fromFeedback({ cycleId, skill: 'Running meetings' });
      assert.equal((await ben.noticed({ id })).state, 'none');
      world.clock.advance(60 * DAY);
      const asked = await ben.askRaters({ id, days: 10 });
      assert.deepEqual([asked.state, asked.k, asked.classes], ['collecting', 3, []]);
      await assert.rejects(ben.askRaters({ id }), refused('conflict', 'growth.asking'));
      for (const none of ['chidi', 'femi', peer(5)])
        assert.deepEqual((await world.as(none).growth.tasks()).items, [], none);
      for (const [at, one] of PEERS.entries()) {
        const own = world.as(one).growth;
        const [task] = (await own.tasks()).items;
        assert.ok(task);
        assert.deepEqual(
          [task.subject.id, task.label, task.mode, task.readers.map((reader) => reader.id)],
          ['ben', 'Running meetings', 'confidential', ['ben']],
        );
        assert.deepEqual([task.k, task.kText], [3, 5], 'as in the cycle');
        await own.answer({ id: task.id, answers: change(4, `Words of ${at}.`) });
        assert.equal((await own.tasks()).items[0]?.answered, true);
        assert.deepEqual(await ben.noticed({ id }), asked, 'no answer changes what the subject reads');
      }
      const [task] = (await world.as(peer(1)).growth.tasks()).items;
      const mine = { id: task?.id ?? '' };
      assert.deepEqual((await world.as(peer(1)).growth.ownAnswer(mine)).answers['change'], { level: 4 });
      await world.as(peer(1)).growth.takeBack(mine);
      assert.equal((await world.as(peer(1)).growth.tasks()).items[0]?.answered, false);
      await assert.rejects(
        world.as(peer(1)).growth.takeBack(mine),
        refused('conflict', 'answer.none'),
        'there is nothing to take back',
      );
      await world.as(peer(1)).growth.answer({ ...mine, answers: change(4, 'Words of 0.') });
      await assert.rejects(
        world.as('chidi').growth.answer({ ...mine, answers: change(1) }),
        refused('not_found', 'panel.unknown'),
      );
      world.clock.advance(11 * DAY);
      await assert.rejects(
        world.as(peer(1)).growth.answer({ ...mine, answers: change(1) }),
        refused('conflict', 'form.over'),
      );
      const seen = await untilNoticed(world, id);
      assert.deepEqual(
        seen.classes.map(({ relations, n }) => [relations, n]),
        [[['peer'], '3-4']],
      );
      const cell = seen.classes[0]?.cells['change'];
      assert.ok(cell?.shown && cell.mean === 4);
      assert.deepEqual(seen.classes[0]?.texts['what'], { shown: false }, 'four are too few for words');
      assert.match(seen.hash ?? '', /^[0-9a-f]{64}$/);
      assert.deepEqual(await ben.noticed({ id }), seen);
      assert.ok(
        (await world.as('ben').notifications.list()).items.some(({ type }) => type === 'growth.noticed'),
      );
      await assert.rejects(ben.askRaters({ id }), refused('conflict', 'growth.askedLately'));
      // Giving it up and making it anew does not help.
      await ben.dropArea({ id });
      const anew = await ben.fromFeedback({ cycleId, skill: 'Running meetings' });
      await assert.rejects(ben.askRaters({ id: anew.id }), refused('conflict', 'growth.askedLately'));
      world.clock.advance(90 * DAY);
      assert.equal((await ben.askRaters({ id: anew.id })).state, 'collecting');
    }),
  );

  test(
    'too few answers look like none; two reminders reach those who have not answered',
    story(open, async (world) => {
      const cycleId = await releasedCycle(world);
      const ben = world.as('ben').growth;
      const few = await ben.fromFeedback({ cycleId, skill: 'Running meetings' });
      const none = await ben.fromFeedback({ cycleId, skill: 'Listening' });
      await ben.askRaters({ id: few.id, days: 10 });
      await ben.askRaters({ id: none.id, days: 10 });
      for (const one of PEERS.slice(0, 2)) {
        const { items } = await world.as(one).growth.tasks();
        const task = items.find(({ label }) => label === 'Running meetings');
        await world.as(one).growth.answer({ id: task?.id ?? '', answers: change(5) });
      }
      const reminded = async (person: string) =>
        (await world.as(person).notifications.list({ limit: 100 })).items.filter(
          ({ type, excerpt }) => type === 'growth.reminder' && excerpt === 'Running meetings',
        ).length;
      const counts: [number, number][] = [];
      for (let day = 0; day < 10; day++) {
        world.clock.advance(DAY);
        await world.guildhall.tick();
        counts.push([await reminded(peer(1)), await reminded(peer(3))]);
      }
      assert.deepEqual(counts.slice(0, 9).at(-1), [0, 2]);
      world.clock.advance(DAY);
      const [one, other] = [await untilNoticed(world, few.id), await untilNoticed(world, none.id)];
      assert.deepEqual({ ...one, hash: '' }, { ...other, hash: '' });
      assert.equal(one.hash, other.hash, 'the same bytes');
    }),
  );

  test(
    'a sealed cycle asks sealed again, by receipt; a cycle with names asks without; giving up calls off',
    story(open, async (world) => {
      const cycleId = await releasedCycle(world, 'sealed');
      const ben = world.as('ben').growth;
      const { id } = await ben.fromFeedback({ cycleId, skill: 'Running meetings' });
      await ben.askRaters({ id });
      const own = world.as(peer(2)).growth;
      const [task] = (await own.tasks()).items;
      assert.equal(task?.mode, 'sealed');
      const receipt = 'a'.repeat(32);
      const sent = { id: task?.id ?? '', answers: change(2) };
      await assert.rejects(own.answer(sent), refused('forbidden', 'answer.receiptMissing'));
      await own.answer({ ...sent, receipt });
      await own.takeBack({ id: sent.id, receipt });
      await own.answer({ ...sent, receipt });
      await ben.dropArea({ id });
      assert.deepEqual((await own.tasks()).items, []);
      await assert.rejects(own.answer({ ...sent, receipt }), refused('conflict', 'form.over'));
      await world.guildhall.tick();
      await assert.rejects(own.answer({ ...sent, receipt }), refused('not_found', 'panel.unknown'));
      assert.deepEqual(
        (await world.as(peer(2)).notifications.list()).items.filter(({ type }) => type === 'growth.asked'),
        [],
      );
    }),
  );

  test(
    'when the one who asks leaves, the raters are asked no more and what they said is deleted',
    story(open, async (world) => {
      const cycleId = await releasedCycle(world);
      const ben = world.as('ben').growth;
      const { id } = await ben.fromFeedback({ cycleId, skill: 'Running meetings' });
      await ben.askRaters({ id });
      const own = world.as(peer(1)).growth;
      const [task] = (await own.tasks()).items;
      const sent = { id: task?.id ?? '', answers: change(2) };
      await own.answer(sent);
      await world.as(systemActor).people.sync({
        people: [{ externalId: 'e-ben', name: 'Ben', status: 'departed' }],
      });
      assert.deepEqual((await own.tasks()).items, []);
      await world.guildhall.tick();
      await assert.rejects(own.ownAnswer({ id: sent.id }), refused('not_found', 'panel.unknown'));
      const { items } = await world.as(peer(1)).notifications.list();
      assert.deepEqual(
        items.filter(({ type }) => type.startsWith('growth.')),
        [],
      );
    }),
  );

  test(
    'where too few of the raters are left, they are not asked',
    story(open, async (world) => {
      const cycleId = await releasedCycle(world, 'named');
      const ben = world.as('ben').growth;
      const { id } = await ben.fromFeedback({ cycleId, skill: 'Running meetings' });
      await ben.askRaters({ id });
      assert.equal((await world.as(peer(1)).growth.tasks()).items[0]?.mode, 'confidential');
      const other = await ben.fromFeedback({ cycleId, skill: 'Helping others' });
      await world.as(systemActor).people.sync({
        people: [1, 2, 3].map((n) => ({
          externalId: `e-${peer(n)}`,
          name: peer(n),
          status: 'departed' as const,
        })),
      });
      await assert.rejects(ben.askRaters({ id: other.id }), refused('conflict', 'growth.tooFew'));
    }),
  );
}
