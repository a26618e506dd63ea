import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import {
  cycleDraft,
  fill,
  formId,
  launched,
  peer,
  ratings,
  reasonOf,
  seat,
  SUBJECTS,
  syncReviewCast,
} from './reviews-cast.js';
import { refused } from './refused.js';
import { behindAll, hearUntil, story, type OpenWorld, type Test } from './world.js';

const PEERS = Object.fromEntries([1, 2, 3, 4].map((n) => [peer(n), 'peer' as const]));
const AUTUMN = { nominateBy: '2026-09-01', answerBy: '2026-09-20' };

/** Stories of what people in two places at once, and unusual orders, could learn or do. */
export function loopholeStories(test: Test, open: OpenWorld): void {
  test(
    'in a calibration nobody sees or changes the ratings of themselves, managers and HR included',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      await world.as(systemActor).people.sync({
        people: [{ externalId: 'e-femi', name: 'Femi', managerExternalId: 'e-zoe' }],
      });
      const id = await launched(world, { subjects: ['ben', 'chidi', 'femi'] });
      await femi.startCollecting({ id });
      for (const about of ['chidi', 'femi']) await fill(world, 'zoe', id, about, ratings(2));
      await fill(world, 'chidi', id, 'ben', ratings(3));
      await femi.close({ id });
      const participants = ['zoe', 'chidi'];
      const { id: meeting } = await femi.startCalibration({ cycleId: id, name: 'All', participants });
      const rated = async (personId: string) => {
        const { rows } = await world.as(personId).reviews.calibration({ id: meeting });
        return rows.map((row) => row.subject.id).sort();
      };
      assert.deepEqual(await rated('zoe'), ['ben', 'chidi', 'femi']);
      assert.deepEqual(await rated('chidi'), ['ben', 'femi']);
      assert.deepEqual(await rated('femi'), ['ben', 'chidi']);
      for (const own of ['chidi', 'femi']) {
        const responseId = await formId(world, 'zoe', id, own);
        const change = { id: meeting, responseId, questionId: 'agenda', to: 5, why: 'It is about me.' };
        const { reviews } = world.as(own);
        await assert.rejects(reviews.calibrate(change), refused('not_found', 'form.unknown'), own);
        await world.as('zoe').reviews.calibrate({ ...change, why: 'As in the other teams.' });
      }
    }),
  );

  test(
    'more time for one reviewer tells nobody whether that one answers',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      const about = SUBJECTS.slice(0, 4);
      const id = await launched(world, { subjects: about });
      for (const subject of about) await seat(world, id, subject, PEERS);
      await femi.startCollecting({ id });
      const forms = about.flatMap((subject) => [1, 2, 3, 4].map((n) => ({ by: peer(n), subject })));
      for (const { by, subject } of forms.slice(0, 14)) await fill(world, by, id, subject, ratings(3));
      const figureOn = async (day: string) => {
        world.clock.now = new Date(`${day}T10:00:00.000Z`);
        return (await femi.progress({ id })).answeredAbout;
      };
      assert.equal(await figureOn('2026-03-26'), 10);
      const late = forms.at(-1)!;
      const dueOn = '2026-04-10';
      await femi.extendReviewer({ id: await formId(world, late.by, id, late.subject), dueOn });
      assert.equal(await figureOn('2026-03-27'), 10, 'while all can answer it goes on');
      assert.equal(await figureOn('2026-03-28'), undefined);
      await fill(world, late.by, id, late.subject, ratings(3));
      assert.equal(await figureOn('2026-03-30'), undefined, 'the fifteenth could only be that one');
      await femi.extend({ id, answerBy: '2026-04-12' });
      assert.equal(await figureOn('2026-03-31'), undefined, 'nor by giving all more time afterwards');
    }),
  );

  test(
    'a reminder is heard by those who are late and by nobody else; others hear the same whoever is late',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      const id = await launched(world, { subjects: ['ben'] });
      await seat(world, id, 'ben', PEERS);
      await femi.startCollecting({ id });
      await world.guildhall.tick();
      for (const by of ['ben', 'chidi', peer(1)]) await fill(world, by, id, 'ben', ratings(3));
      const after = await behindAll(world);
      const heardBy = async (personId: string) => {
        const heard = await hearUntil(world.as(personId).watch({ after }), (all) =>
          all.some((one) => 'area' in one && one.area === 'people'),
        );
        return heard.flatMap((one) => ('type' in one && one.area !== 'people' ? [one.type] : []));
      };
      await femi.remind({ id });
      await behindAll(world);
      const told = ['review.reminded', 'cycle.changed', 'notification.made'];
      assert.deepEqual((await heardBy(peer(2))).sort(), told.sort());
      for (const other of ['femi', 'ben', 'chidi', peer(1), 'pia', 'stray'])
        assert.deepEqual(await heardBy(other), ['cycle.changed'], other);
    }),
  );

  test(
    'of a cycle that is called off the forms with names are deleted too, and no calibration shows them',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      for (const mode of ['confidential', 'named'] as const) {
        const id = await launched(world, { subjects: ['ben'], mode });
        await seat(world, id, 'ben', PEERS);
        await femi.startCollecting({ id });
        for (const by of ['ben', 'chidi', peer(1)]) await fill(world, by, id, 'ben', ratings(3));
        await femi.close({ id });
        const participants = ['chidi', 'dana'];
        const { id: meeting } = await femi.startCalibration({ cycleId: id, name: 'All', participants });
        assert.equal((await world.as('dana').reviews.calibration({ id: meeting })).rows.length, 1);
        await femi.cancelCycle({ id });
        await world.guildhall.tick();
        assert.deepEqual((await world.as('dana').reviews.calibration({ id: meeting })).rows, []);
        assert.deepEqual((await femi.submittedForms({ cycleId: id })).items, []);
      }
    }),
  );

  test(
    'forms are not opened when the last day to answer has passed: they would close at once, for good',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      const id = await launched(world, { subjects: ['ben'] });
      await seat(world, id, 'ben', PEERS);
      world.clock.now = new Date('2026-03-28T00:00:00.000Z');
      await world.guildhall.tick();
      await assert.rejects(femi.startCollecting({ id }), refused('conflict', 'cycle.tooLate'));
      assert.equal((await femi.cycle({ id })).state, 'approving');
      await femi.extend({ id, answerBy: '2026-04-10' });
      await femi.startCollecting({ id });
      await world.guildhall.tick();
      assert.equal((await femi.cycle({ id })).state, 'collecting');
      await fill(world, peer(1), id, 'ben', ratings(3));
    }),
  );

  test(
    'a cycle is copied without those who have left meanwhile',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      const id = await launched(world, { subjects: ['ben', 'sub-2'] });
      const leave = (externalId: string) =>
        world.as(systemActor).people.sync({ people: [{ externalId, name: 'Gone', status: 'departed' }] });
      await leave('e-sub-2');
      const copy = await femi.copyCycle({ id, name: 'Autumn 360', dates: AUTUMN });
      assert.deepEqual(copy.draft?.subjects, ['ben']);
      await leave('e-ben');
      const nobody = femi.copyCycle({ id, name: 'Autumn 360', dates: AUTUMN });
      await assert.rejects(nobody, refused('not_found', 'person.unknown'));
    }),
  );

  test(
    'who holds both roles does not open a small cycle alone, however many were said to be invited',
    story(open, async (world) => {
      await syncReviewCast(world);
      const oda = world.as('oda').reviews;
      const opened = async (count: number) => {
        const amounts = { peer: { min: 20, max: 20 } };
        const { id } = await oda.createCycle(cycleDraft({ subjects: ['ben', 'sub-2'], amounts }));
        assert.equal((await oda.launch({ id })).state, 'nominating', 'forty are announced');
        for (const subjectId of ['ben', 'sub-2']) {
          const reviewers = Array.from({ length: count }, (_, at) => ({
            personId: peer(at + 1),
            direction: 'peer' as const,
          }));
          await oda.nominate({ cycleId: id, subjectId, reviewers });
        }
        return id;
      };
      const small = await opened(3);
      assert.equal(await reasonOf(oda.startCollecting({ id: small })), 'launch.second');
      assert.equal((await world.as('fay').reviews.startCollecting({ id: small })).state, 'collecting');
      const large = await opened(10);
      assert.equal((await oda.startCollecting({ id: large })).state, 'collecting');
      // Where a second person has agreed to the launch, it is agreed.
      const { id } = await oda.createCycle(cycleDraft({ subjects: ['ben'] }));
      await oda.launch({ id });
      await world.as('ola').reviews.launch({ id });
      assert.equal((await oda.startCollecting({ id })).state, 'collecting');
    }),
  );

  test(
    'HR does not approve who is asked about themselves',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      const id = await launched(world, { subjects: ['femi', 'ben'], approval: 'hr' });
      const one = { personId: peer(1), direction: 'peer' as const };
      const [own] = (await femi.nominate({ cycleId: id, reviewers: [one] })).nominations;
      assert.deepEqual([own?.state, own?.may.decide], ['proposed', false]);
      const approval = { id: own?.id ?? '', approve: true };
      await assert.rejects(femi.decideNomination(approval), refused('forbidden', 'nomination.notYours'));
      assert.equal((await world.as('fay').reviews.decideNomination(approval)).state, 'approved');
      const [other] = (await femi.nominate({ cycleId: id, subjectId: 'ben', reviewers: [one] })).nominations;
      assert.equal(other?.state, 'approved');
    }),
  );
}
