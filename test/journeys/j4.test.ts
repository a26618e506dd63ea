import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, until } from './browser.js';
import { databases, openHouse, type House } from './harness.js';
import {
  fillForm,
  fillManagerForms,
  formIdOf,
  furnishReviewers,
  peers,
  reports,
  subjects,
  toldOf,
  words,
} from './j4-cast.js';
import {
  create,
  move,
  openCycle,
  pick,
  propose,
  addReports,
  decline,
  begin,
  rate,
  watch,
  startCalibration,
  calibrate,
  openReport,
  readReport,
  noFilterByDepartment,
  contest,
  answerContest,
  saved,
  type Answer,
  call,
  said,
  why,
  reply,
} from './j4-pages.js';
import { itemOf, walk } from './walk.js';

const browser = await openBrowser();
after(() => browser.close());

const console_ = '/review-console.html';
const forms = '/reviews.html';

for (const { name, openStore, skip } of databases)
  test(`J4: HR runs a 360 with anonymity, over ${name}`, { skip }, async (t) => {
    const house = await openHouse(furnishReviewers, openStore);
    const { enter, step, assertNoTrouble } = walk(t, browser, house);
    const femi = await enter('femi', console_);
    const ben = await enter('ben', forms);
    const chidi = await enter('chidi', forms);
    let cycleId = '';

    await step('Femi creates a cycle for twelve with thresholds and dates, and launches it', async () => {
      await create(femi.page, house);
      await move(femi.page, 'Launch', 'Choosing reviewers');
      const [cycle] = (await house.as('femi').reviews.cycles({ limit: 100 })).items;
      assert.deepEqual([cycle?.subjectCount, cycle?.mode], [12, 'confidential']);
      assert.deepEqual(cycle?.thresholds, { k360: 3, kText: 5 });
      assert.deepEqual(cycle.amounts.peer, { min: 4, max: 6 });
      assert.deepEqual(
        cycle.templates.map(({ direction }) => direction),
        ['self', 'manager', 'peer', 'upward'],
      );
      assert.deepEqual(cycle.readers, ['subject', 'manager']);
      cycleId = cycle.id;
    });

    await step('Ben proposes six peers, and a seventh is refused', async () => {
      assert.ok((await toldOf(house, 'ben')).includes('review.nominate'));
      await ben.page.reload();
      const own = ben.page.getByRole('region', { name: 'Who should be asked', exact: true });
      const six = Object.values(peers).slice(0, 6);
      await propose(own, six);
      for (const peer of six) await itemOf(own, peer).getByText('proposed').first().waitFor();
      ben.accept(/409/);
      const form = own.getByRole('group', { name: 'Add reviewers for Ben Okafor' });
      await pick(form, 'Who', peers.tilda);
      await form.getByRole('button', { name: 'Add', exact: true }).click();
      await form.getByRole('alert').first().waitFor();
      assert.equal((await nominationsOf(house, cycleId)).length, 6);
    });

    await step('Chidi removes one and approves the others; Femi adds those who report to Ben', async () => {
      await chidi.page.reload();
      const about = chidi.page.getByRole('region', { name: 'Who should be asked about Ben Okafor' });
      await about.getByRole('button', { name: `Reject: ${peers.rosa}` }).dispatchEvent('click');
      await about.getByRole('textbox', { name: peers.rosa }).fill('She joins another team in March.');
      await about.getByRole('button', { name: 'Reject', exact: true }).dispatchEvent('click');
      await itemOf(about, peers.rosa).getByText('rejected').first().waitFor();
      await itemOf(about, peers.rosa).getByText('She joins another team in March.').first().waitFor();
      for (const peer of Object.values(peers).slice(0, 5)) {
        await about.getByRole('button', { name: `Approve: ${peer}` }).dispatchEvent('click');
        await itemOf(about, peer).getByText('approved').first().waitFor();
      }
      assert.ok((await toldOf(house, 'ben')).includes('review.rejected'));
      await addReports(femi.page);
    });

    await step('one peer declines; Ben proposes another, and Chidi approves', async () => {
      const quinn = await enter('quinn', forms);
      await decline(quinn.page);
      await ben.page.reload();
      const own = ben.page.getByRole('region', { name: 'Who should be asked', exact: true });
      await itemOf(own, peers.quinn).getByText('I am away in March.').first().waitFor();
      await own
        .getByRole('button', { name: `Propose another in the place of ${peers.quinn}` })
        .dispatchEvent('click');
      await pick(own, `In the place of ${peers.quinn}`, peers.tilda);
      await itemOf(own, peers.tilda).getByText('proposed').first().waitFor();
      await chidi.page.reload();
      const about = chidi.page.getByRole('region', { name: 'Who should be asked about Ben Okafor' });
      await about.getByRole('button', { name: `Approve: ${peers.tilda}` }).dispatchEvent('click');
      await itemOf(about, peers.tilda).getByText('approved').first().waitFor();
    });

    await step('once launched, a threshold stays: no field for it, and a call is refused', async () => {
      await femi.page.getByRole('tab', { name: 'Rules' }).click();
      await femi.page.getByText('Fixed at the launch. To change it, copy the cycle.').first().waitFor();
      assert.equal(await femi.page.getByRole('spinbutton').count(), 0);
      const draft = await draftWith(house, cycleId, 4);
      const refused = await call(femi.page, 'reviews.updateCycle', { id: cycleId, draft });
      assert.deepEqual([refused.status, refused.body.includes('cycle.frozen')], [409, true]);
      assert.equal((await house.as('femi').reviews.cycle({ id: cycleId })).thresholds.k360, 3);
    });

    await step(
      'Mira sees who will see what, answers half, closes the browser, and finds her draft',
      async () => {
        await move(femi.page, 'Start collecting answers', 'Collecting answers');
        const first = await enter('mira', forms);
        await begin(first.page);
        await rate(first.page, house, 0, 6);
        await first.page.getByText('Saved', { exact: true }).first().waitFor();
        const id = await formIdOf(house, 'mira', 'ben');
        await until('the draft is kept', async () => {
          const { draft } = await house.as('mira').reviews.form({ id });
          return Object.keys(draft?.answers ?? {}).length === 6;
        });
        first.assertNoTrouble();
        await first.close();
        const again = await enter('mira', forms);
        await again.page.getByRole('button', { name: 'Go on with the form on Ben Okafor' }).click();
        await again.page.getByText('6 of 14 answered').first().waitFor();
        await rate(again.page, house, 6, 12);
        await again.page.getByRole('textbox', { name: /^What should this person keep doing/ }).fill(said);
        await again.page.getByText('13 of 14 answered').first().waitFor();
        await again.page.getByRole('button', { name: 'Send my answers' }).click();
        await again.page.getByText('Your answers are in').first().waitFor();
      },
    );

    await step('who answers leaves no trace in what Femi, Chidi and Ben are sent', async () => {
      const before = await everythingSent(house, femi.page, chidi.page, ben.page, cycleId);
      for (const [at, id] of (['noor', 'otto', 'petra'] as const).entries())
        await fillForm(house, id, 'ben', [4, 5, 3][at] ?? 4, words[id]);
      await fillForm(house, 'uma', 'ben', 4, words.uma);
      await fillForm(house, 'viktor', 'ben', 3);
      assert.equal(await everythingSent(house, femi.page, chidi.page, ben.page, cycleId), before);
      await fillForm(house, 'ben', 'ben', 5);
      await fillManagerForms(house);
    });

    await step(
      'Femi sees counts, and has the server remind those who are late, not seeing whom',
      async () => {
        await house.pass(1);
        await watch(femi.page, house);
        // An answer that is there and one that is not are refused alike.
        const refusals = new Set<string>();
        for (const peer of ['mira', 'tilda'])
          for (const read of ['reviews.form', 'reviews.ownAnswer']) {
            const { status, body } = await call(femi.page, read, { id: await formIdOf(house, peer, 'ben') });
            refusals.add(`${status} ${body}`);
          }
        assert.equal(refusals.size, 1, [...refusals].join('\n'));
        assert.match([...refusals].join(), /^404 .*form\.unknown/);
      },
    );

    await step('she closes it; three managers compare, and one rating changes with a reason', async () => {
      await move(femi.page, 'Close', 'Calibrating');
      await startCalibration(femi.page);
      const dana = await enter('dana', console_);
      await calibrate(dana.page);
      await femi.page.getByRole('button', { name: 'Engineering', exact: true }).click();
      await itemOf(femi.page.locator('guild-calibration'), why).first().waitFor();
      await femi.page.getByRole('button', { name: 'We agree' }).click();
      await femi.page.locator('guild-confirm').getByRole('button', { name: 'We agree' }).click();
      await femi.page
        .getByText(/^\s*agreed ·/)
        .first()
        .waitFor();
    });

    await step('all reports are released at one moment; nobody reads one before', async () => {
      const early = await call(ben.page, 'reviews.report', { cycleId });
      assert.equal(early.status, 404);
      await move(femi.page, 'Release all reports');
      await until('the cycle is released', async () => {
        await house.guildhall.tick();
        return (await house.as('femi').reviews.cycle({ id: cycleId })).state === 'released';
      });
      const moments = new Set<string>();
      for (const id of Object.keys(subjects))
        moments.add((await house.as(id).reviews.report({ cycleId })).releasedAt);
      assert.equal(moments.size, 1);
    });

    await step('Ben reads colleagues (5–9) together, his manager named, himself compared', async () => {
      await ben.page.reload();
      await readReport(ben.page);
      await noFilterByDepartment(ben.page, cycleId);
    });

    await step('no answer, file or order tells who spoke', async () => {
      const mine = await call(ben.page, 'reviews.report', { cycleId });
      const theirs = await call(chidi.page, 'reviews.report', { cycleId, subjectId: 'ben' });
      const shown = ({ body }: Answer) => {
        // The report is what the server sends for this operation.
        const { classes, all, hash } = JSON.parse(body) as Record<string, unknown>;
        return JSON.stringify({ classes, all, hash });
      };
      assert.equal(shown(mine), shown(theirs));
      assert.equal((await call(ben.page, 'reviews.report', { cycleId })).body, mine.body);
      const files = [await saved(ben.page, 'Save as JSON'), await saved(ben.page, 'Save as CSV')];
      for (const text of [mine.body, theirs.body, ...files]) {
        for (const [id, person] of Object.entries({ ...peers, ...reports }))
          assert.doesNotMatch(text, new RegExp(`"${id}"|${person}`), person);
        assert.doesNotMatch(text, /Support|"Engineering"/);
        assert.ok(text.includes(said));
      }
    });

    await step('the export obeys the same rules: HR reads no report here, and saves none', async () => {
      await femi.page.reload();
      await openCycle(femi.page);
      await femi.page.getByRole('tab', { name: 'Reports' }).click();
      await femi.page.getByText('The rules of this cycle let HR read no report.').first().waitFor();
      assert.equal(
        (await call(femi.page, 'reviews.exportCycle', { id: cycleId, format: 'json' })).status,
        404,
      );
      const one = { cycleId, subjectId: 'ben', format: 'csv' };
      assert.equal((await call(femi.page, 'reviews.exportReport', one)).status, 404);
    });

    await step('Ben acknowledges and contests one point; Femi answers', async () => {
      await contest(ben.page);
      await answerContest(femi.page);
      await ben.page.reload();
      await openReport(ben.page);
      await ben.page.getByText('Answer from Femi Falk').first().waitFor();
      await ben.page.getByText(reply).first().waitFor();
    });

    await step('Ben turns “Running meetings” into a growth area', async () => {
      await ben.page.getByRole('button', { name: 'Make it a growth area: Running meetings' }).click();
      await ben.page
        .getByText(/One of your growth areas: from/)
        .first()
        .waitFor();
      const [area] = (await house.as('ben').growth.areas({ limit: 100 })).items;
      assert.deepEqual([area?.source.cycleId, area?.source.measureId], [cycleId, 'meetings']);
    });

    await step('a request for an author is refused and logged; the log shows every transition', async () => {
      await move(femi.page, 'Finish the cycle', 'Closed');
      const asked = { cycleId, subjectId: 'ben', questionId: 'keep-doing' };
      const refused = await call(femi.page, 'reviews.requestAuthor', asked);
      assert.equal(refused.status, 403);
      assert.match(refused.body, /author\.refused/);
      for (const peer of Object.keys(peers)) assert.ok(!refused.body.includes(peer), peer);
      await checkLog(house, cycleId);
      assertNoTrouble();
    });
  });

/** All that is sent to those who might want to know who has answered about Ben. */
async function everythingSent(
  house: House,
  femi: Page,
  chidi: Page,
  ben: Page,
  cycleId: string,
): Promise<string> {
  const reads: [Page, string, object][] = [
    [femi, 'reviews.progress', { id: cycleId }],
    [femi, 'reviews.cycle', { id: cycleId }],
    [femi, 'reviews.submittedForms', { cycleId }],
    [femi, 'notifications.list', {}],
    [ben, 'notifications.list', {}],
    [chidi, 'notifications.list', {}],
  ];
  for (const page of [femi, chidi, ben]) {
    reads.push([page, 'reviews.subjects', { cycleId }]);
    reads.push([page, 'reviews.nominations', { cycleId, subjectId: 'ben', limit: 100 }]);
  }
  const sent: string[] = [];
  for (const [page, operation, input] of reads) {
    const { status, body } = await call(page, operation, input);
    assert.equal(status, 200, `${operation} ${body}`);
    sent.push(body);
  }
  const { items } = await house.as('pia').settings.auditLog({ limit: 100 });
  return [...sent, JSON.stringify(items)].join('\n');
}

async function nominationsOf(house: House, cycleId: string) {
  return (await house.as('ben').reviews.nominations({ cycleId, limit: 100 })).items;
}

/** What Femi would send to have another threshold. */
async function draftWith(house: House, cycleId: string, k360: number) {
  const { name, purpose, dates } = await house.as('femi').reviews.cycle({ id: cycleId });
  const template = { templateId: 'working-together-360' };
  return {
    ...{ name, purpose, dates, subjects: Object.keys(subjects), thresholds: { k360, kText: 5 } },
    templateByDirection: { self: template, manager: template, peer: template, upward: template },
  };
}

/** Every step of the cycle is in the log, in order and by Femi; what answers anonymously is not. */
async function checkLog(house: House, cycleId: string): Promise<void> {
  const rows = [];
  let after: string | undefined;
  do {
    const page = await house.as('pia').settings.auditLog({ limit: 100, ...(after && { after }) });
    rows.push(...page.items);
    after = page.next;
  } while (after);
  const moves = ['createCycle', 'launch', 'startCollecting', 'close', 'release', 'finish'];
  const done = rows
    .filter(({ operation, refused }) => !refused && moves.some((one) => operation === `reviews.${one}`))
    .reverse();
  assert.deepEqual(
    done.map(({ operation, actorId }) => `${operation} ${actorId}`),
    moves.map((one) => `reviews.${one} femi`),
  );
  const operations = new Set(rows.map(({ operation }) => operation));
  for (const kept of [
    'nominate',
    'decideNomination',
    'decline',
    'remind',
    'calibrate',
    'acknowledge',
    'contest',
  ])
    assert.ok(operations.has(`reviews.${kept}`), kept);
  for (const silent of ['answer', 'start', 'saveDraft'])
    assert.ok(!operations.has(`reviews.${silent}`), silent);
  const [asked] = rows.filter(({ operation }) => operation === 'reviews.requestAuthor');
  assert.deepEqual([asked?.actorId, asked?.refused], ['femi', 'author.refused']);
  assert.ok(asked?.ids.includes(cycleId) ?? false);
}
