import assert from 'node:assert/strict';
import {
  cycleDraft,
  fill,
  formId,
  MANAGERS,
  peer,
  ratings,
  SUBJECTS,
  syncReviewCast,
  untilReleased,
  upwardRatings,
} from './reviews-cast.js';
import { refused } from './refused.js';
import { DAY, story, type OpenWorld, type Test, type World } from './world.js';

/** The notifications of a person by type, the newest first. */
async function toldOf(world: World, personId: string): Promise<string[]> {
  const { items } = await world.as(personId).notifications.list({ limit: 100 });
  return items.map((note) => note.type);
}

/** Femi creates and launches the cycle of J4; Ben proposes six peers, Chidi removes one and approves the rest. */
async function nominated(world: World): Promise<string> {
  const femi = world.as('femi').reviews;
  const draft = await femi.createCycle(cycleDraft());
  assert.equal(draft.state, 'draft');
  const cycle = await femi.launch({ id: draft.id });
  assert.equal(cycle.state, 'nominating');
  assert.deepEqual(cycle.readers, ['subject', 'manager']);
  assert.ok((await toldOf(world, 'ben')).includes('review.nominate'));

  const ben = world.as('ben').reviews;
  const six = [1, 2, 3, 4, 5, 6].map((n) => ({ personId: peer(n), direction: 'peer' as const }));
  const proposed = await ben.nominate({ cycleId: cycle.id, reviewers: six });
  assert.ok(proposed.nominations.every((one) => one.state === 'proposed'));
  await assert.rejects(
    ben.nominate({ cycleId: cycle.id, reviewers: [{ personId: peer(7), direction: 'peer' }] }),
    refused('conflict', 'nomination.tooMany'),
  );
  assert.ok((await toldOf(world, 'chidi')).includes('review.approve'));
  const chidi = world.as('chidi').reviews;
  const waiting = (await chidi.nominations({ cycleId: cycle.id, state: 'proposed', limit: 100 })).items;
  assert.equal(waiting.length, 6);
  for (const one of waiting)
    await chidi.decideNomination({
      id: one.id,
      approve: one.reviewer.id !== peer(6),
      ...(one.reviewer.id === peer(6) && { reason: 'You never worked together.' }),
    });
  assert.ok((await toldOf(world, 'ben')).includes('review.rejected'));
  await femi.nominate({
    cycleId: cycle.id,
    subjectId: 'ben',
    reviewers: ['rita', 'raj'].map((personId) => ({ personId, direction: 'upward' as const })),
  });
  return cycle.id;
}

/** Step 2, second half: one peer declines, Ben replaces that one, Chidi approves. */
async function replaced(world: World, cycleId: string): Promise<void> {
  const declined = await formId(world, peer(5), cycleId, 'ben');
  await world.as(peer(5)).reviews.decline({ id: declined, reason: 'I am away in March.' });
  assert.ok((await toldOf(world, 'ben')).includes('review.declined'));
  const ben = world.as('ben').reviews;
  const seen = (await ben.nominations({ cycleId, limit: 100 })).items.find((one) => one.id === declined);
  assert.deepEqual([seen?.state, seen?.reason, seen?.may.replace], ['declined', 'I am away in March.', true]);
  await ben.nominate({
    cycleId,
    reviewers: [{ personId: peer(7), direction: 'peer', replaces: declined }],
  });
  const chidi = world.as('chidi').reviews;
  const [last] = (await chidi.nominations({ cycleId, state: 'proposed' })).items;
  assert.equal(last?.reviewer.id, peer(7));
  await chidi.decideNomination({ id: last?.id ?? '', approve: true });
}

/** Step 3: who will see what; half an answer, kept until the browser is opened again. */
async function answered(world: World, cycleId: string): Promise<void> {
  const id = await formId(world, peer(1), cycleId, 'ben');
  const own = world.as(peer(1)).reviews;
  const form = await own.form({ id });
  assert.deepEqual([form.keeping, form.k, form.kText, form.state], ['confidential', 3, 5, 'open']);
  assert.deepEqual(
    form.readers.map(({ who, person }) => [who, person?.id]),
    [
      ['subject', 'ben'],
      ['manager', 'chidi'],
    ],
  );
  await own.start({ id });
  const half = { listens: { level: 4 }, explains: { level: 5 } };
  await own.saveDraft({ id, answers: half });
  const again = await own.form({ id });
  assert.deepEqual(again.draft?.answers, half);
  await assert.rejects(own.decline({ id }), refused('conflict', 'form.started'));
  await own.answer({ id, answers: ratings(4, 'Asks the question nobody dared to ask.') });
  const sent = await own.form({ id });
  assert.deepEqual([sent.state, sent.draft], ['answered', undefined]);
  for (const [n, level] of [
    [2, 4],
    [3, 5],
    [4, 3],
  ] as const)
    await fill(world, peer(n), cycleId, 'ben', ratings(level, `Words of peer ${n}.`));
  await fill(world, 'rita', cycleId, 'ben', upwardRatings(4, 'Has time for us.'));
  await fill(world, 'raj', cycleId, 'ben', upwardRatings(3));
  await fill(world, 'ben', cycleId, 'ben', ratings(5));
  for (const [at, subject] of SUBJECTS.entries())
    await fill(world, MANAGERS[Math.floor(at / 4)]!, cycleId, subject, ratings(3));
}

/** Step 4: counts, and reminders that nobody sees. */
async function watched(world: World, cycleId: string): Promise<void> {
  const femi = world.as('femi').reviews;
  const seen = await femi.progress({ id: cycleId });
  assert.equal(seen.answeredAbout, undefined, 'fewer than ten are no figure');
  assert.deepEqual(seen.attributed, {
    self: { submitted: 1, of: 12 },
    manager: { submitted: 12, of: 12 },
  });
  const { approved, declined, rejected } = seen.nominations;
  assert.deepEqual({ approved, declined, rejected }, { approved: 7, declined: 1, rejected: 1 });
  assert.deepEqual(await femi.remind({ id: cycleId }), { reminded: true });
  assert.ok((await toldOf(world, peer(7))).includes('review.reminder'));
  assert.ok((await toldOf(world, 'sub-2')).includes('review.reminder'));
  assert.ok(!(await toldOf(world, peer(1))).includes('review.reminder'));
  await assert.rejects(femi.remind({ id: cycleId }), refused('limited', 'cycle.remindedToday'));
  const peers = await formId(world, peer(1), cycleId, 'ben');
  await assert.rejects(femi.form({ id: peers }), refused('not_found', 'form.unknown'));
  await assert.rejects(femi.ownAnswer({ id: peers }), refused('not_found', 'form.unknown'));
  await assert.rejects(femi.reopen({ id: peers }), refused('forbidden', 'form.nameless'));
}

/** Step 5: three managers compare; one rating changes with a reason. */
async function calibrated(world: World, cycleId: string): Promise<void> {
  const femi = world.as('femi').reviews;
  await femi.close({ id: cycleId });
  const { id } = await femi.startCalibration({ cycleId, name: 'Engineering', participants: MANAGERS });
  const chidi = world.as('chidi').reviews;
  assert.ok((await toldOf(world, 'chidi')).includes('review.calibrate'));
  assert.deepEqual(
    (await chidi.calibrations()).items.map((one) => one.id),
    [id],
  );
  const sheet = await chidi.calibration({ id });
  assert.equal(sheet.rows.length, 12);
  assert.doesNotMatch(JSON.stringify(sheet), /Words of peer|nobody dared/);
  const row = sheet.rows.find((one) => one.subject.id === 'ben');
  const change = { id, responseId: row?.responseId ?? '', questionId: 'agenda', to: 4 };
  const after = await world.as('dana').reviews.calibrate({ ...change, why: 'As in the other teams.' });
  const changed = after.ratings.find((one) => one.questionId === 'agenda');
  assert.equal(changed?.value, 4);
  assert.deepEqual(
    changed?.changes.map(({ from, to, why, by }) => [from, to, why, by?.id]),
    [[3, 4, 'As in the other teams.', 'dana']],
  );
  await assert.rejects(chidi.calibrate({ ...change, to: 9, why: 'x' }), refused('invalid', 'input.invalid'));
  await assert.rejects(
    world.as('ben').reviews.calibration({ id }),
    refused('not_found', 'calibration.unknown'),
  );
  await assert.rejects(femi.release({ id: cycleId }), refused('conflict', 'calibration.open'));
  await femi.agreeCalibration({ id });
  await assert.rejects(chidi.calibrate({ ...change, why: 'x' }), refused('conflict', 'calibration.over'));
}

/** Steps 6 and 7: what Ben reads, acknowledges and contests. */
async function read(world: World, cycleId: string): Promise<void> {
  const ben = world.as('ben').reviews;
  await assert.rejects(ben.report({ cycleId }), refused('not_found', 'report.unknown'));
  const femi = world.as('femi').reviews;
  await femi.release({ id: cycleId });
  await untilReleased(world, cycleId);
  assert.ok((await toldOf(world, 'ben')).includes('review.released'));
  const report = await ben.report({ cycleId });
  assert.deepEqual(
    report.classes.map(({ relations, n }) => ({ relations, n })),
    [{ relations: ['peer', 'upward'], n: '5-9' }],
  );
  const cell = report.classes[0]?.cells['agenda'];
  assert.deepEqual(cell?.shown && cell.mean, 3.8);
  const texts = report.classes[0]?.texts['keep-doing'];
  assert.deepEqual(texts?.shown && texts.texts.length, 5);
  assert.deepEqual(
    report.attributed.map((form) => [form.direction, form.by?.id, form.values['agenda']]),
    [
      ['self', 'ben', 5],
      ['manager', 'chidi', 4],
    ],
  );
  assert.deepEqual(report.attributed[1]?.calibrated, ['agenda']);
  const meetings = report.gaps.find((gap) => gap.measureId === 'meetings');
  assert.deepEqual([meetings?.skill, meetings?.hint], ['Running meetings', 'growth']);
  // Four peers are of two departments: there is nothing to filter by.
  await assert.rejects(
    ben.report(Object.assign({ cycleId }, { department: 'Support' })),
    refused('invalid', 'input.invalid'),
  );
  assert.equal((await world.as('chidi').reviews.report({ cycleId, subjectId: 'ben' })).as, 'manager');
  await assert.rejects(femi.report({ cycleId, subjectId: 'ben' }), refused('not_found', 'report.unknown'));

  assert.equal((await ben.acknowledge({ cycleId })).state, 'acknowledged');
  const point = await ben.contest({ cycleId, questionId: 'agenda', text: 'The agenda was sent on Monday.' });
  assert.ok((await toldOf(world, 'femi')).includes('review.contested'));
  assert.equal((await femi.contests({ cycleId })).items[0]?.subject.id, 'ben');
  const answer = { cycleId, subjectId: 'ben', contestId: point.id, text: 'That is right: noted.' };
  await femi.answerContest(answer);
  await assert.rejects(femi.answerContest(answer), refused('conflict', 'contest.answered'));
  const last = await ben.report({ cycleId });
  assert.equal(last.contests[0]?.answer?.text, 'That is right: noted.');
  assert.equal(last.hash, report.hash, 'what was frozen stays');
  await assert.rejects(
    femi.requestAuthor({ cycleId, subjectId: 'ben', questionId: 'keep-doing' }),
    refused('forbidden', 'author.refused'),
  );
}

/** J4, told step by step. */
export function walkStories(test: Test, open: OpenWorld): void {
  test(
    'HR runs a 360 with anonymity (J4)',
    story(open, async (world) => {
      await syncReviewCast(world);
      const cycleId = await nominated(world);
      await replaced(world, cycleId);
      const femi = world.as('femi').reviews;
      await assert.rejects(
        femi.updateCycle({ id: cycleId, draft: cycleDraft({ thresholds: { k360: 4, kText: 5 } }) }),
        refused('conflict', 'cycle.frozen'),
      );
      await femi.startCollecting({ id: cycleId });
      assert.ok((await toldOf(world, peer(1))).includes('review.started'));
      await answered(world, cycleId);
      world.clock.advance(DAY);
      await watched(world, cycleId);
      await calibrated(world, cycleId);
      await read(world, cycleId);
      assert.equal((await femi.finish({ id: cycleId })).state, 'closed');
    }),
  );
}
