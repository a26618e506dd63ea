import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { refused } from './refused.js';
import { launched, peer, syncReviewCast } from './reviews-cast.js';
import { story, type OpenWorld, type Test } from './world.js';

const asPeer = (personId: string) => ({ personId, direction: 'peer' as const });

/** Stories of why somebody is not asked, and of the languages in which templates ask. */
export function whyStories(test: Test, open: OpenWorld): void {
  test(
    'why somebody is rejected or taken out is read by those who propose and approve, and not by who it is about',
    story(open, async (world) => {
      await syncReviewCast(world);
      const cycleId = await launched(world, { approval: 'hr' });
      const femi = world.as('femi').reviews;
      const ben = world.as('ben').reviews;
      const proposed = await ben.nominate({ cycleId, reviewers: [1, 2, 3].map((n) => asPeer(peer(n))) });
      const [first, second, third] = proposed.nominations.map(({ id }) => id);
      const reject = { id: first ?? '', approve: false, reason: 'You hardly work together.' };
      await assert.rejects(
        femi.decideNomination({ ...reject, reason: 'x'.repeat(301) }),
        refused('invalid', 'input.invalid'),
      );
      assert.equal((await femi.decideNomination(reject)).reason, 'You hardly work together.');
      const approve = { id: second ?? '', approve: true, reason: 'Welcome.' };
      assert.equal((await femi.decideNomination(approve)).reason, undefined, 'a reason is of a rejection');
      assert.equal(
        (await femi.withdrawNomination({ id: second ?? '', reason: 'On leave.' })).state,
        'withdrawn',
      );
      assert.equal((await ben.withdrawNomination({ id: third ?? '' })).reason, undefined);
      const read = async (who: string) => {
        const { items } = await world.as(who).reviews.nominations({ cycleId, subjectId: 'ben' });
        return Object.fromEntries(items.map(({ reviewer, reason }) => [reviewer.id, reason]));
      };
      const none = { [peer(1)]: undefined, [peer(2)]: undefined, [peer(3)]: undefined };
      const all = { ...none, [peer(1)]: 'You hardly work together.', [peer(2)]: 'On leave.' };
      for (const who of ['ben', 'chidi', 'fay']) assert.deepEqual(await read(who), all, who);
      for (const who of ['dana', 'sub-2', 'rita', 'zoe', peer(1)])
        assert.deepEqual(await read(who).catch(() => ({})), {}, who);
      // Who was rejected sees all that HR sees, but not this.
      for (const who of [peer(1), peer(2)])
        await world.as(systemActor).people.grantRole({ personId: who, role: 'hrAdmin' });
      assert.deepEqual(await read(peer(1)), { ...all, [peer(1)]: undefined });
      assert.deepEqual(await read(peer(2)), { ...all, [peer(2)]: undefined });
      const told = await world.as(peer(1)).notifications.list({ limit: 100 });
      assert.doesNotMatch(JSON.stringify(told), /hardly/);
    }),
  );

  test(
    'where the manager proposes, the subject reads neither who was rejected nor why',
    story(open, async (world) => {
      await syncReviewCast(world);
      const cycleId = await launched(world, { nominationMode: 'manager', approval: 'hr' });
      const chidi = world.as('chidi').reviews;
      const made = await chidi.nominate({ cycleId, subjectId: 'ben', reviewers: [asPeer(peer(1))] });
      const id = made.nominations[0]?.id ?? '';
      const reason = 'Too close to them.';
      await world.as('femi').reviews.decideNomination({ id, approve: false, reason });
      const [seen] = (await chidi.nominations({ cycleId, subjectId: 'ben' })).items;
      assert.deepEqual([seen?.state, seen?.reason], ['rejected', reason]);
      assert.deepEqual((await world.as('ben').reviews.nominations({ cycleId })).items, []);
      await assert.rejects(
        world.as('ben').reviews.decideNomination({ id, approve: false, reason }),
        refused('not_found', 'nomination.unknown'),
      );
    }),
  );

  test(
    'a cycle asks in German with the templates that come in German, question for question the English ones',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      const { items } = await femi.templates();
      const ids = (language: string) => items.filter((one) => one.language === language).map((one) => one.id);
      assert.deepEqual(ids('en'), ['working-together-360', 'leading-people-360']);
      assert.deepEqual(ids('de'), ['working-together-360-de', 'leading-people-360-de']);
      const shape = async (id: string) => {
        const { items: asked, competencies } = await femi.template({ id });
        return {
          asked: asked.map(({ question, directions }) => [question.id, question.type, directions]),
          competencies: competencies.map((one) => [one.id, one.questionIds]),
        };
      };
      for (const id of ids('en')) assert.deepEqual(await shape(`${id}-de`), await shape(id));
      const templateByDirection = { self: { templateId: 'working-together-360-de' } };
      const cycleId = await launched(world, { templateByDirection, subjects: ['ben'], amounts: {} });
      await femi.startCollecting({ id: cycleId });
      const [task] = (await world.as('ben').reviews.tasks()).items;
      const form = await world.as('ben').reviews.form({ id: task?.id ?? '' });
      const [first] = form.questions;
      assert.equal(first?.section, 'Zuhören und sprechen');
      assert.ok(first?.question.type === 'rating' && first.question.labels[0] === 'Nie');
      const { draft } = { draft: { name: 'Eigene', items: [{ question: first.question }] } };
      const own = await femi.saveTemplate({ draft });
      assert.equal(own.language, undefined, 'of what HR writes the language is not known');
    }),
  );
}
