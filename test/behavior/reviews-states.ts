import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import {
  cycleDraft,
  fill,
  formId,
  launched,
  peer,
  ratings,
  release,
  reasonOf,
  seat,
  syncReviewCast,
  untilReleased,
  type Reviews,
} from './reviews-cast.js';
import { refused } from './refused.js';
import { DAY, HOUR, story, type OpenWorld, type Test, type World } from './world.js';

const PEERS = { [peer(1)]: 'peer', [peer(2)]: 'peer', [peer(3)]: 'peer' } as const;

/** Every move that only needs the id. */
const MOVES = [
  'launch',
  'startApproving',
  'startCollecting',
  'close',
  'release',
  'finish',
  'cancelCycle',
] as const;

/** Which of the moves the cycle takes now, as its view says. */
async function movesOf(reviews: Reviews, id: string): Promise<string[]> {
  const { may } = await reviews.cycle({ id });
  return MOVES.filter((move) => may.moves.includes(move));
}

/** Tries every move that the view does not offer: each is refused and changes nothing. */
async function othersRefused(world: World, id: string): Promise<void> {
  const femi = world.as('femi').reviews;
  const before = await femi.cycle({ id });
  for (const move of MOVES)
    if (!before.may.moves.includes(move))
      assert.equal(await reasonOf(femi[move]({ id })), 'cycle.wrongState', `${move} from ${before.state}`);
  if (before.state !== 'draft')
    assert.equal(await reasonOf(femi.updateCycle({ id, draft: cycleDraft() })), 'cycle.frozen', before.state);
  assert.deepEqual(await femi.cycle({ id }), before);
}

async function notes(world: World, personId: string, type: string): Promise<number> {
  const { items } = await world.as(personId).notifications.list({ limit: 100 });
  return items.filter((note) => note.type === type).length;
}

/** Stories of the life of a cycle. */
export function stateStories(test: Test, open: OpenWorld): void {
  test(
    'a cycle makes the moves of its state and no other',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      const { id } = await femi.createCycle(cycleDraft({ subjects: ['ben'] }));
      assert.deepEqual(await movesOf(femi, id), ['launch', 'cancelCycle']);
      await othersRefused(world, id);
      const renamed = await femi.updateCycle({ id, draft: cycleDraft({ subjects: ['ben'], name: 'Other' }) });
      assert.equal(renamed.name, 'Other');
      await assert.rejects(world.as('ben').reviews.cycle({ id }), refused('not_found', 'cycle.unknown'));
      await femi.launch({ id });
      assert.deepEqual(await movesOf(femi, id), ['startApproving', 'startCollecting', 'cancelCycle']);
      await othersRefused(world, id);
      await seat(world, id, 'ben', PEERS);
      await femi.startApproving({ id });
      assert.deepEqual(await movesOf(femi, id), ['startCollecting', 'cancelCycle']);
      await othersRefused(world, id);
      await femi.startCollecting({ id });
      assert.deepEqual(await movesOf(femi, id), ['close', 'cancelCycle']);
      await othersRefused(world, id);
      await femi.close({ id });
      assert.deepEqual(await movesOf(femi, id), ['release', 'cancelCycle']);
      const late = femi.nominate({
        cycleId: id,
        subjectId: 'ben',
        reviewers: [{ personId: peer(8), direction: 'peer' }],
      });
      await assert.rejects(late, refused('conflict', 'cycle.wrongState'));
      await othersRefused(world, id);
      await femi.release({ id });
      await untilReleased(world, id);
      assert.deepEqual(await movesOf(femi, id), ['finish']);
      await othersRefused(world, id);
      await femi.finish({ id });
      assert.deepEqual(await movesOf(femi, id), []);
      await othersRefused(world, id);
      const copy = await femi.copyCycle({
        id,
        name: 'Autumn 360',
        dates: { nominateBy: '2026-09-01', answerBy: '2026-09-20' },
      });
      assert.deepEqual([copy.state, copy.name, copy.thresholds], ['draft', 'Autumn 360', renamed.thresholds]);
    }),
  );

  test(
    'a small cycle launched by somebody with both roles waits for a second person',
    story(open, async (world) => {
      await syncReviewCast(world);
      const [oda, ola] = [world.as('oda').reviews, world.as('ola').reviews];
      const { id } = await oda.createCycle(cycleDraft({ subjects: ['ben'] }));
      await assert.rejects(ola.launch({ id }), refused('not_found', 'cycle.unknown'));
      const waiting = await oda.launch({ id });
      assert.deepEqual([waiting.state, waiting.awaits?.by.id], ['draft', 'oda']);
      assert.ok(!waiting.may.moves.includes('launch'));
      await assert.rejects(oda.launch({ id }), refused('conflict', 'launch.second'));
      assert.deepEqual(
        (await ola.cycles()).items.map((cycle) => cycle.id),
        [id],
      );
      // What was to be agreed to has changed: it is asked anew.
      assert.equal(
        (await oda.updateCycle({ id, draft: cycleDraft({ subjects: ['ben'] }) })).awaits,
        undefined,
      );
      await assert.rejects(ola.launch({ id }), refused('not_found', 'cycle.unknown'));
      await oda.launch({ id });
      await ola.launch({ id });
      assert.equal((await oda.cycle({ id })).state, 'nominating');
      const large = await oda.createCycle(cycleDraft());
      assert.equal((await oda.launch({ id: large.id })).state, 'nominating', 'forty-eight are asked');
      const one = await world.as('fay').reviews.createCycle(cycleDraft({ subjects: ['ben'] }));
      assert.equal((await world.as('fay').reviews.launch({ id: one.id })).state, 'nominating', 'one role');
    }),
  );

  test(
    'deadlines come by themselves: proposing ends, two reminders, the close, the planned release',
    story(
      open,
      async (world) => {
        await syncReviewCast(world);
        const dates = { nominateBy: '2026-03-11', answerBy: '2026-03-27', releaseOn: '2026-04-01' };
        const id = await launched(world, { subjects: ['ben'], dates });
        const femi = world.as('femi').reviews;
        const at = async (moment: string) => {
          world.clock.now = new Date(moment);
          await world.guildhall.tick();
          return (await femi.cycle({ id })).state;
        };
        await seat(world, id, 'ben', PEERS);
        assert.equal(await at('2026-03-11T22:59:59.999Z'), 'nominating');
        assert.equal(await at('2026-03-11T23:00:00.000Z'), 'approving');
        await femi.startCollecting({ id });
        await fill(world, peer(1), id, 'ben', ratings(4));
        const reminded = async () => [
          await notes(world, peer(1), 'review.reminder'),
          await notes(world, peer(2), 'review.reminder'),
        ];
        // Three working days after a Thursday that began at midnight in Berlin.
        await at('2026-03-16T22:59:59.999Z');
        assert.deepEqual(await reminded(), [0, 0]);
        await at('2026-03-16T23:00:00.000Z');
        assert.deepEqual(await reminded(), [0, 1]);
        await at('2026-03-26T07:59:59.999Z');
        assert.deepEqual(await reminded(), [0, 1]);
        await at('2026-03-26T08:00:00.000Z');
        assert.deepEqual(await reminded(), [0, 2]);
        assert.equal(await at('2026-03-27T22:59:59.999Z'), 'collecting');
        assert.deepEqual(await reminded(), [0, 2]);
        assert.equal(await at('2026-03-27T23:00:00.000Z'), 'calibrating');
        assert.deepEqual(await reminded(), [0, 0], 'who was late is gone with the reminders');
        const { id: meeting } = await femi.startCalibration({
          cycleId: id,
          name: 'All',
          participants: ['chidi'],
        });
        assert.equal(await at('2026-03-31T22:00:00.000Z'), 'calibrating', 'it waits for the calibration');
        await femi.agreeCalibration({ id: meeting });
        await untilReleased(world, id);
        assert.equal((await world.as('ben').reviews.report({ cycleId: id })).state, 'released');
      },
      { timeZone: 'Europe/Berlin' },
    ),
  );

  test(
    'more time for all, or for one reviewer, whether or not they have answered',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await launched(world, { subjects: ['ben'] });
      const femi = world.as('femi').reviews;
      await seat(world, id, 'ben', PEERS);
      await femi.startCollecting({ id });
      await assert.rejects(femi.extend({ id, answerBy: '2026-03-26' }), refused('invalid', 'input.invalid'));
      assert.equal((await femi.extend({ id, answerBy: '2026-03-30' })).dates.answerBy, '2026-03-30');
      await fill(world, peer(1), id, 'ben', ratings(4));
      const [one, two] = [await formId(world, peer(1), id, 'ben'), await formId(world, peer(2), id, 'ben')];
      for (const form of [one, two]) await femi.extendReviewer({ id: form, dueOn: '2026-04-02' });
      world.clock.now = new Date('2026-03-31T10:00:00.000Z');
      await world.guildhall.tick();
      assert.equal((await femi.cycle({ id })).state, 'collecting');
      const late = fill(world, peer(3), id, 'ben', ratings(4));
      await assert.rejects(late, refused('conflict', 'form.over'));
      await fill(world, peer(2), id, 'ben', ratings(5));
      world.clock.now = new Date('2026-04-03T00:00:00.000Z');
      await world.guildhall.tick();
      assert.equal((await femi.cycle({ id })).state, 'calibrating');
    }),
  );

  test(
    'of many people each is told once',
    story(open, async (world) => {
      await syncReviewCast(world);
      const many = Array.from({ length: 120 }, (_, at) => `many-${at}`);
      await world.as(systemActor).people.sync({
        people: many.map((one) => ({ id: one, externalId: `e-${one}`, name: one })),
      });
      await launched(world, { subjects: many });
      await world.guildhall.tick();
      for (const one of [many[0]!, many[49]!, many[50]!, many[100]!, many[119]!])
        assert.equal(await notes(world, one, 'review.nominate'), 1, one);
    }),
  );

  test(
    'a release that could not be computed can be asked for again, and says nothing in between',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await launched(world, { subjects: ['ben'] });
      const femi = world.as('femi').reviews;
      await seat(world, id, 'ben', PEERS);
      await femi.startCollecting({ id });
      for (const n of [1, 2, 3]) await fill(world, peer(n), id, 'ben', ratings(4));
      await femi.close({ id });
      const { answers } = world.as(systemActor);
      await femi.release({ id });
      // Where the computation is quicker than the failure, this is an ordinary release.
      const failed = await answers.failRelease({ id, reason: 'release.rejected' });
      if (failed.state === 'closed') {
        const cycle = await femi.cycle({ id });
        assert.deepEqual([cycle.state, cycle.releaseFailed], ['calibrating', 'release.rejected']);
        assert.equal(await reasonOf(world.as('ben').reviews.report({ cycleId: id })), 'report.unknown');
        await femi.release({ id });
      }
      await untilReleased(world, id);
      assert.equal((await world.as('ben').reviews.report({ cycleId: id })).classes[0]?.n, '3-4');
    }),
  );

  test(
    'a cycle that is called off shows nothing, ever',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await launched(world, { subjects: ['ben'] });
      const femi = world.as('femi').reviews;
      await seat(world, id, 'ben', PEERS);
      await femi.startCollecting({ id });
      for (const n of [1, 2, 3]) await fill(world, peer(n), id, 'ben', ratings(4));
      const form = await formId(world, peer(1), id, 'ben');
      assert.equal((await femi.cancelCycle({ id })).state, 'canceled');
      for (let day = 0; day < 3; day++) {
        world.clock.advance(DAY + HOUR);
        await world.guildhall.tick();
      }
      await othersRefused(world, id);
      assert.deepEqual((await world.as(peer(1)).reviews.tasks()).items, []);
      assert.equal(await reasonOf(world.as(peer(1)).reviews.ownAnswer({ id: form })), 'form.over');
      assert.equal(await reasonOf(world.as('ben').reviews.report({ cycleId: id })), 'report.unknown');
    }),
  );

  test(
    'a cycle with names is released at once and shows who wrote what',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await launched(world, { subjects: ['ben'], mode: 'named' });
      const femi = world.as('femi').reviews;
      await seat(world, id, 'ben', PEERS);
      await femi.startCollecting({ id });
      const form = await world.as(peer(1)).reviews.form({ id: await formId(world, peer(1), id, 'ben') });
      assert.equal(form.keeping, 'attributed');
      await fill(world, peer(1), id, 'ben', ratings(4, 'Signed.'));
      await fill(world, 'ben', id, 'ben', ratings(5));
      assert.deepEqual((await femi.progress({ id })).attributed.peer, { submitted: 1, of: 3 });
      await release(world, id);
      const report = await world.as('ben').reviews.report({ cycleId: id });
      assert.deepEqual(
        report.attributed.map((one) => [one.direction, one.by?.id]),
        [
          ['self', 'ben'],
          ['peer', peer(1)],
        ],
      );
      assert.deepEqual([report.classes, report.all], [[], undefined]);
      assert.equal(report.gaps.find((gap) => gap.measureId === 'meetings')?.others, 4);
    }),
  );
}
