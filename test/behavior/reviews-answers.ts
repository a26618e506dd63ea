import assert from 'node:assert/strict';
import {
  type cycleDraft,
  fill,
  formId,
  launched,
  peer,
  ratings,
  reasonOf,
  release,
  seat,
  syncReviewCast,
} from './reviews-cast.js';
import { receiptOf } from './reviews-partition.js';
import { refused } from './refused.js';
import { hearUntil, story, type OpenWorld, type Test, type World } from './world.js';

const PEERS = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [peer(n), 'peer' as const]));

/** A cycle that collects, with five peers for Ben. */
async function collecting(world: World, draft: Parameters<typeof cycleDraft>[0] = {}): Promise<string> {
  await syncReviewCast(world);
  const id = await launched(world, draft);
  await seat(world, id, 'ben', PEERS);
  await world.as('femi').reviews.startCollecting({ id });
  return id;
}

/** Stories of answering. */
export function answerStories(test: Test, open: OpenWorld): void {
  test(
    'a confidential form can be changed and taken back until the close, and is its writer’s alone',
    story(open, async (world) => {
      const cycleId = await collecting(world);
      const id = await formId(world, peer(1), cycleId, 'ben');
      const { reviews } = world.as(peer(1));
      await assert.rejects(reviews.answer({ id, answers: {} }), (error: { fields?: { path: string }[] }) => {
        assert.equal(error.fields?.length, 12, 'every question that must be answered');
        return true;
      });
      const tooHigh = { ...ratings(4), listens: { level: 6 }, 'time-for-me': { level: 1 } };
      await assert.rejects(
        reviews.answer({ id, answers: tooHigh }),
        (error: { fields?: { path: string }[] }) => {
          assert.deepEqual(error.fields?.map((field) => field.path).sort(), [
            'answers.listens.level',
            'answers.time-for-me',
          ]);
          return true;
        },
      );
      await reviews.answer({ id, answers: { ...ratings(4), listens: { cannotJudge: true } } });
      await reviews.answer({ id, answers: ratings(2) });
      assert.deepEqual((await reviews.ownAnswer({ id })).answers, ratings(2));
      assert.deepEqual((await reviews.form({ id })).answers, ratings(2));
      for (const other of ['femi', 'ola', 'ben', 'chidi', peer(2), 'pia']) {
        const theirs = world.as(other).reviews;
        const calls = [
          theirs.form({ id }),
          theirs.ownAnswer({ id }),
          theirs.takeBack({ id }),
          theirs.start({ id }),
        ];
        const reasons = await Promise.all(calls.map(reasonOf));
        assert.deepEqual(reasons, Array(4).fill('form.unknown'), other);
      }
      await reviews.takeBack({ id });
      assert.equal((await reviews.form({ id })).state, 'started');
      assert.equal(await reasonOf(reviews.ownAnswer({ id })), 'answer.unknown');
      assert.equal(await reasonOf(reviews.takeBack({ id })), 'answer.none');
      await reviews.answer({ id, answers: ratings(5) });
      await world.as('femi').reviews.close({ id: cycleId });
      const late = [
        reviews.answer({ id, answers: ratings(1) }),
        reviews.ownAnswer({ id }),
        reviews.takeBack({ id }),
        reviews.saveDraft({ id, answers: {} }),
      ];
      assert.deepEqual(await Promise.all(late.map(reasonOf)), Array(4).fill('form.over'));
      assert.equal((await reviews.form({ id })).answers, undefined);
    }),
  );

  test(
    'a sealed form is found again with its receipt alone, and its draft never leaves the page',
    story(open, async (world) => {
      const cycleId = await collecting(world, { mode: 'sealed' });
      const id = await formId(world, peer(1), cycleId, 'ben');
      const { reviews } = world.as(peer(1));
      assert.equal((await reviews.form({ id })).keeping, 'sealed');
      await assert.rejects(reviews.saveDraft({ id, answers: {} }), refused('conflict', 'form.sealed'));
      assert.equal(await reasonOf(reviews.answer({ id, answers: ratings(4) })), 'answer.receiptMissing');
      await reviews.answer({ id, answers: ratings(4), receipt: receiptOf(1) });
      assert.equal((await reviews.form({ id })).answers, undefined, 'the server cannot find it');
      for (const receipt of [undefined, receiptOf(2)]) {
        const how = receipt === undefined ? {} : { receipt };
        assert.equal(
          await reasonOf(reviews.answer({ id, answers: ratings(1), ...how })),
          'answer.receiptMissing',
        );
        assert.equal(await reasonOf(reviews.ownAnswer({ id, ...how })), 'answer.receiptMissing');
        assert.equal(await reasonOf(reviews.takeBack({ id, ...how })), 'answer.receiptMissing');
      }
      await reviews.answer({ id, answers: ratings(3), receipt: receiptOf(1) });
      assert.deepEqual((await reviews.ownAnswer({ id, receipt: receiptOf(1) })).answers, ratings(3));
      await world.as('femi').reviews.close({ id: cycleId });
      assert.equal(await reasonOf(reviews.ownAnswer({ id, receipt: receiptOf(1) })), 'form.over');
    }),
  );

  for (const mode of ['confidential', 'sealed'] as const)
    test(
      `two answers from one seat at the same moment are one answer (${mode})`,
      story(open, async (world) => {
        const cycleId = await collecting(world, { mode });
        for (const n of [2, 3, 4]) await fill(world, peer(n), cycleId, 'ben', ratings(3), receiptOf(n));
        const id = await formId(world, peer(1), cycleId, 'ben');
        const { reviews } = world.as(peer(1));
        const sent = [1, 5].map((level) =>
          reasonOf(reviews.answer({ id, answers: ratings(level), receipt: receiptOf(10 + level) })),
        );
        const reasons = await Promise.all(sent);
        assert.equal(reasons.filter((one) => one === undefined).length, mode === 'sealed' ? 1 : 2);
        await release(world, cycleId);
        const report = await world.as('ben').reviews.report({ cycleId });
        assert.equal(report.classes[0]?.n, '3-4', 'a fifth answer would make it five');
      }),
    );

  for (const mode of ['confidential', 'sealed'] as const)
    test(
      `the close and an answer at the same moment: it counts or it is refused (${mode})`,
      story(open, async (world) => {
        const cycleId = await collecting(world, { mode });
        for (const n of [1, 2, 3, 4]) await fill(world, peer(n), cycleId, 'ben', ratings(3), receiptOf(n));
        const id = await formId(world, peer(5), cycleId, 'ben');
        const [late] = await Promise.all([
          reasonOf(world.as(peer(5)).reviews.answer({ id, answers: ratings(3), receipt: receiptOf(5) })),
          world.as('femi').reviews.close({ id: cycleId }),
        ]);
        assert.ok(late === undefined || late === 'form.over', late);
        await release(world, cycleId);
        const report = await world.as('ben').reviews.report({ cycleId });
        assert.equal(report.classes[0]?.n, late === undefined ? '5-9' : '3-4');
      }),
    );

  test(
    'forms with names and without are sent by their own doors; HR reopens those of subjects and managers',
    story(open, async (world) => {
      const cycleId = await collecting(world);
      const femi = world.as('femi').reviews;
      const ben = world.as('ben').reviews;
      const own = await formId(world, 'ben', cycleId, 'ben');
      const nameless = await formId(world, peer(1), cycleId, 'ben');
      assert.equal(await reasonOf(ben.answer({ id: own, answers: ratings(3) })), 'form.attributed');
      assert.equal(
        await reasonOf(world.as(peer(1)).reviews.submit({ id: nameless, answers: ratings(3) })),
        'form.nameless',
      );
      await ben.submit({ id: own, answers: ratings(3) });
      await femi.close({ id: cycleId });
      assert.equal(await reasonOf(ben.submit({ id: own, answers: ratings(4) })), 'form.over');
      const [sent] = (await femi.submittedForms({ cycleId })).items;
      assert.deepEqual([sent?.id, sent?.direction, sent?.may.reopen], [own, 'self', true]);
      await femi.reopen({ id: own });
      const form = await ben.form({ id: own });
      assert.deepEqual([form.reopened, form.answers], [true, ratings(3)]);
      await ben.submit({ id: own, answers: ratings(4) });
      assert.equal(await reasonOf(ben.submit({ id: own, answers: ratings(5) })), 'form.over');
      await release(world, cycleId);
      assert.equal(await reasonOf(femi.reopen({ id: own })), 'cycle.wrongState');
      const report = await ben.report({ cycleId });
      assert.equal(report.attributed[0]?.values['agenda'], 4);
    }),
  );

  test(
    'answering without a name leaves no trace: no event, no audit row, no figure until the next day',
    story(open, async (world) => {
      const cycleId = await collecting(world);
      const pia = world.as('pia').settings;
      const id = await formId(world, peer(1), cycleId, 'ben');
      const { reviews } = world.as(peer(1));
      const before = (await pia.auditLog({ limit: 100 })).items.length;
      const stop = new AbortController();
      const watching = world.as(peer(1)).watch({ signal: stop.signal });
      await watching.next();
      await reviews.start({ id });
      await reviews.saveDraft({ id, answers: {} });
      await reviews.answer({ id, answers: ratings(4) });
      await reviews.takeBack({ id });
      await reviews.answer({ id, answers: ratings(4) });
      assert.equal((await pia.auditLog({ limit: 100 })).items.length, before);
      // A mark of their own is the first thing that the writer hears.
      await world.as(peer(1)).people.updateProfile({ pronouns: 'mark' });
      const heard = await hearUntil(watching, (all) =>
        all.some((one) => 'ids' in one && one.area === 'people'),
      );
      assert.deepEqual(
        heard.flatMap((one) => ('ids' in one && one.area !== 'people' ? [one.type] : [])),
        [],
      );
      stop.abort();
    }),
  );
}
