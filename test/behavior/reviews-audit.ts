import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import {
  cycleDraft,
  fill,
  formId,
  launched,
  peer,
  ratings,
  seat,
  syncReviewCast,
  untilReleased,
} from './reviews-cast.js';
import { story, type OpenWorld, type Test, type World } from './world.js';

const THIRTY = Array.from({ length: 30 }, (_, at) => `s-${at}`);
const TWO = { [peer(1)]: 'peer', [peer(2)]: 'peer' } as const;

/** What the audit trail says of a record, in the order of the alphabet: who did what. */
async function trailOf(world: World, id: string): Promise<string[]> {
  const rows = [];
  let after: string | undefined;
  do {
    const page = await world
      .as('pia')
      .settings.auditLog({ limit: 100, ...(after !== undefined && { after }) });
    rows.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  const about = rows.filter(({ ids }) => ids.includes(id));
  return about.map(({ actorId, operation }) => `${actorId} ${operation}`).sort();
}

/** What came to the trail about a record while something was done. */
async function trailed(world: World, id: string, done: () => Promise<unknown>): Promise<string[]> {
  const before = await trailOf(world, id);
  await done();
  return (await trailOf(world, id)).filter((row) => {
    const at = before.indexOf(row);
    if (at >= 0) before.splice(at, 1);
    return at < 0;
  });
}

/** Thirty subjects, who report to Chidi, and a launched cycle about them. */
async function launchedForThirty(world: World): Promise<string> {
  await syncReviewCast(world);
  await world.as(systemActor).people.sync({
    people: THIRTY.map((id) => ({ id, externalId: `e-${id}`, name: id, managerExternalId: 'e-chidi' })),
  });
  return launched(world, { subjects: THIRTY, nominationMode: 'hr' });
}

/** Stories of what is written down. */
export function auditStories(test: Test, open: OpenWorld): void {
  test(
    'a cycle for thirty people runs to its end, every change of its state is audited, and two peers are not shown',
    story(open, async (world) => {
      const id = await launchedForThirty(world);
      const femi = world.as('femi').reviews;
      for (const subject of THIRTY) await seat(world, id, subject, TWO);
      await femi.startApproving({ id });
      await femi.extend({ id, answerBy: '2026-03-30' });
      await femi.startCollecting({ id });
      for (const subject of THIRTY.slice(0, 3)) {
        for (const n of [1, 2]) await fill(world, peer(n), id, subject, ratings(n, `Words of ${n}`));
        await fill(world, subject, id, subject, ratings(4));
      }
      await femi.remind({ id });
      await femi.close({ id });
      await femi.release({ id });
      await untilReleased(world, id);
      for (const subject of THIRTY.slice(0, 4)) {
        const report = await world.as(subject).reviews.report({ cycleId: id });
        assert.deepEqual([report.classes, report.all, report.gaps], [[], undefined, []], subject);
        assert.doesNotMatch(JSON.stringify(report), /Words of/);
      }
      await femi.finish({ id });
      const moves = (await trailOf(world, id)).filter((row) => !/nominate|\.report$/.test(row));
      assert.deepEqual(
        moves.filter((row) => row !== 'system reviews.advanceCycles'),
        [
          'femi reviews.close',
          'femi reviews.createCycle',
          'femi reviews.extend',
          'femi reviews.finish',
          'femi reviews.launch',
          'femi reviews.release',
          'femi reviews.remind',
          'femi reviews.startApproving',
          'femi reviews.startCollecting',
          'system answers.storeRelease',
        ],
      );
    }),
  );

  test(
    'what time does to a cycle is audited as the product’s doing, and so is what is done to forms and reports',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      const { id } = await femi.createCycle(cycleDraft({ subjects: ['ben'], visibility: { hr: true } }));
      await femi.launch({ id });
      const at = (moment: string) => {
        world.clock.now = new Date(moment);
        return trailed(world, id, () => world.guildhall.tick());
      };
      await world.guildhall.tick();
      const advanced = ['system reviews.advanceCycles'];
      assert.deepEqual(await at('2026-03-14T00:00:00.000Z'), advanced, 'proposing has ended');
      await femi.startCollecting({ id });
      await world.guildhall.tick();
      for (const by of ['ben', 'chidi']) await fill(world, by, id, 'ben', ratings(3));
      assert.deepEqual(await at('2026-03-14T00:00:00.000Z'), [], 'nothing is due');
      assert.deepEqual(await at('2026-03-18T12:00:00.000Z'), advanced, 'a reminder, to nobody');
      const form = await formId(world, 'chidi', id, 'ben');
      assert.ok((await at('2026-03-28T00:00:00.000Z')).includes('system reviews.advanceCycles'), 'the close');
      await femi.reopen({ id: form });
      await world.as('chidi').reviews.submit({ id: form, answers: ratings(4) });
      const submitted = 'chidi reviews.submit';
      assert.deepEqual(await trailOf(world, form), [submitted, submitted, 'femi reviews.reopen']);
      const participants = ['chidi'];
      const { id: meeting } = await femi.startCalibration({ cycleId: id, name: 'All', participants });
      const change = { id: meeting, responseId: form, questionId: 'agenda', to: 5, why: 'As agreed.' };
      await world.as('chidi').reviews.calibrate(change);
      await femi.agreeCalibration({ id: meeting });
      assert.deepEqual(await trailOf(world, meeting), [
        'chidi reviews.calibrate',
        'femi reviews.agreeCalibration',
        'femi reviews.startCalibration',
      ]);
      await femi.release({ id });
      await untilReleased(world, id);
      const ben = world.as('ben').reviews;
      const read = await trailed(world, id, async () => {
        await ben.report({ cycleId: id });
        await femi.exportCycle({ id });
        await ben.acknowledge({ cycleId: id });
        const { id: contestId } = await ben.contest({ cycleId: id, text: 'Not in March.' });
        await femi.answerContest({ cycleId: id, subjectId: 'ben', contestId, text: 'Right.' });
      });
      assert.deepEqual(read, [
        'ben reviews.acknowledge',
        'ben reviews.contest',
        'ben reviews.report',
        'femi reviews.answerContest',
        'femi reviews.exportCycle',
      ]);
    }),
  );
}
