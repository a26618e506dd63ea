import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { Download, Locator, Page } from 'playwright-core';
import { hasFocus, openBrowser, tabTo, until } from './browser.js';
import { databases, openHouse, type House } from './harness.js';
import {
  byPage,
  enrollOthers,
  furnishEve,
  MENTEES,
  MENTORS,
  nameOf,
  peopleFile,
  wantedBy,
} from './j2-cast.js';
import { book, close, countAnew, couplesOf, hold, SECRET, signBoth, type Couple } from './j2-life.js';
import { chooseIn, walk } from './walk.js';

const browser = await openBrowser();
after(() => browser.close());

const program = 'Emerging leads';

for (const { name, openStore, skip } of databases)
  test(`J2: a cohort from CSV to celebration, over ${name}`, { skip }, async (t) => {
    const house = await openHouse(furnishEve, openStore);
    const { enter, step, assertNoTrouble } = walk(t, browser, house);
    let programId = '';
    let couples: Couple[] = [];
    const read: Promise<string>[] = [];

    await step('Eve imports sixty people: two bad rows are named, and again changes nothing', () =>
      importPeople(house),
    );

    const eve = await enter('eve', '/console.html');
    eve.page.on('response', (response) => {
      if (response.request().method() === 'POST') read.push(response.text().catch(() => ''));
    });

    await step('she creates a program from a template and opens enrollment', async () => {
      await create(eve.page);
      await move(eve.page, 'Open enrollment', 'Open enrollment now?', 'Enrolling');
      const { items } = await house.as('eve').mentoring.programs({});
      programId = items[0]?.id ?? '';
      assert.deepEqual(
        [items[0]?.plan.length, items[0]?.stalledAfterDays, items[0]?.training.gate],
        [6, 21, true],
      );
    });

    await step('22 mentees and 14 mentors enroll, three of them on the page', async () => {
      await enrollOthers(house, programId);
      for (const [at, id] of byPage.mentees.entries())
        await enroll((await enter(id, '/programs.html')).page, 'as a mentee', wantedBy(at + 1));
    });

    await step('a mentor is told of the training, and attests it', async () => {
      const { page } = await enter(byPage.mentor, '/programs.html');
      await enroll(page, 'as a mentor');
      await page.getByText('3 of 3 modules are still to read.').first().waitFor();
      await page.getByText('You are matched once you have read all of them.').first().waitFor();
      await attest(page);
    });

    await step('she runs the match: all 22 within capacities, with reasons and a proof', async () => {
      await move(eve.page, 'Start matching', 'Start matching now?', 'Matching');
      await eve.page.getByRole('tab', { name: 'Matches' }).click();
      await eve.page.getByRole('button', { name: 'Find matches' }).click();
      await checkMatch(eve.page, house, programId);
    });

    await step('she locks one pair and swaps two others by keyboard; a new run keeps them', () =>
      lockAndSwap(eve.page, house, programId),
    );

    await step('she publishes, and everyone gets one message with the partner', async () => {
      await publish(eve.page, '22 matches');
      couples = await couplesOf(house, programId);
      assert.equal(couples.length, MENTEES);
      for (const { mentee, mentor } of couples) {
        const news = (await house.as(mentee).notifications.list()).items;
        const told = news.filter(({ type }) => type === 'match.published');
        assert.deepEqual(
          told.map(({ by, person }) => person?.id ?? by.id),
          [mentor],
        );
      }
    });

    await step(
      'one pair signs and books its first session in the hub; the file is a calendar entry',
      async () => {
        const [first] = couples;
        assert.ok(first);
        const mentor = await enter(first.mentor, '/mentorships.html');
        const mentee = await enter(first.mentee, '/mentorships.html');
        await sign(mentor.page, nameOf(first.mentee));
        await sign(mentee.page, nameOf(first.mentor));
        await bookOnPage(mentee.page, house, first);
      },
    );

    await step('three weeks later two pairs are stalled; Eve nudges them and sees no notes', async () => {
      const now = Date.now();
      for (const couple of couples.slice(1)) await signBoth(house, couple);
      for (const couple of couples.slice(1, -2)) await book(house, couple, now);
      await house.pass(8.5);
      for (const couple of couples.slice(0, -2)) await hold(house, couple);
      await house.pass(14);
      await nudge(eve.page, house, couples.slice(-2));
    });

    await step('one pair ends early, and the mentee is matched again the same day', async () => {
      const parted = couples[1];
      assert.ok(parted);
      const mentee = await enter(parted.mentee, '/mentorships.html');
      await endEarly(mentee.page, nameOf(parted.mentor));
      await eve.page.getByRole('tab', { name: 'Matches' }).click();
      await eve.page.getByRole('button', { name: /^(Find matches|Run again)$/ }).click();
      await publish(eve.page, '1 match');
      const after = await couplesOf(house, programId);
      const again = after.filter(({ mentee: id, id: one }) => id === parted.mentee && one !== parted.id);
      assert.equal(again.length, 1);
      assert.notEqual(again[0]?.mentor, parted.mentor);
      couples = after;
      await mentee.page.getByRole('button', { name: nameOf(again[0]?.mentor ?? '') }).waitFor();
    });

    await step('closing: reflections, nine stories of which seven are public, thanks both ways', async () => {
      await move(eve.page, 'Wrap up', 'Begin to wrap up?', 'Wrapping up');
      await celebrate(house, couples);
      assert.equal((await house.as('eve').mentoring.stories({})).items.length, 7);
    });

    await step('every figure of the report can be counted anew', async () => {
      await eve.page.getByRole('tab', { name: 'Report' }).click();
      const expected = await countAnew(house, couples);
      for (const [figure, value] of Object.entries(expected))
        await until(`${figure} is ${value}`, async () => (await figureOf(eve.page, figure)) === value);
      assert.equal(await figureOf(eve.page, 'Mentors'), String(MENTORS));
      assert.equal(await figureOf(eve.page, 'Mentees'), String(MENTEES));
    });

    await step('no file that she downloads, and nothing her page has read, holds a note', async () => {
      for (const what of ['These figures', 'Enrollments', 'Mentorships', 'Sessions']) {
        const text = await download(eve.page, what);
        assert.ok(text.split('\n').length > 5, what);
        assert.doesNotMatch(text, new RegExp(SECRET));
      }
      assert.doesNotMatch((await Promise.all(read)).join('\n'), new RegExp(SECRET));
      await move(eve.page, 'Close the program', 'Close the program?', 'Closed');
      assert.equal((await house.as('eve').mentoring.program({ id: programId })).state, 'closed');
      assertNoTrouble();
    });
  });

async function importPeople(house: House): Promise<void> {
  const { people } = house.as('eve');
  const trial = await people.import({ csv: peopleFile(true), dryRun: true });
  assert.equal(trial.written, false);
  assert.deepEqual(
    trial.errors.map(({ line, field }) => [line, field]),
    [
      [3, 'timeZone'],
      [40, 'name'],
    ],
  );
  for (const { cause } of trial.errors) assert.match(cause, /\w+ \w+/);
  const done = await people.import({ csv: peopleFile(false) });
  assert.deepEqual([done.created, done.changed, done.errors], [60, 0, []]);
  const again = await people.import({ csv: peopleFile(false) });
  assert.deepEqual([again.created, again.changed, again.unchanged], [0, 0, 60]);
}

async function create(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New program' }).click();
  await page.getByRole('dialog', { name: 'New program' }).waitFor();
  const dialog = page.locator('guild-program-list');
  await dialog.getByText('6 sessions in 4 months').first().waitFor();
  await dialog.getByRole('button', { name: program }).click();
  const form = dialog.getByRole('group', { name: 'The program', exact: true });
  assert.equal(await form.getByRole('textbox', { name: 'Name', exact: true }).inputValue(), program);
  await form.getByText('6 planned sessions').first().waitFor();
  await form.getByLabel('Days without a session until a pair counts as stalled').fill('21');
  await form
    .getByText(/Only those who have done all modules/)
    .first()
    .waitFor();
  await form.getByRole('button', { name: 'Create as a draft' }).click();
  await page.getByRole('heading', { name: program }).waitFor();
}

/** Takes a step of the program's life, and confirms it. */
async function move(page: Page, what: string, sure: string, state: string): Promise<void> {
  const button = page.locator('guild-program-moves').getByRole('button', { name: what, exact: true });
  if (!(await button.first().isVisible())) await page.getByText('Other steps').click();
  await button.first().click();
  await confirm(page, sure, what);
  await page.locator('program-console header').getByText(state, { exact: true }).first().waitFor();
}

async function confirm(page: Page, question: string, what: string): Promise<void> {
  await page.getByRole('dialog', { name: question }).waitFor();
  await page.locator('guild-confirm').getByRole('button', { name: what, exact: true }).first().click();
}

/** Objectives and guides are read before; then the application is written. */
async function enroll(page: Page, side: string, skill?: string): Promise<void> {
  await page.getByRole('button', { name: program }).click();
  await page.getByText('Hold one-to-ones that both sides find useful.').first().waitFor();
  await page.getByText('What each side is asked to do').first().waitFor();
  await page.getByRole('button', { name: 'Enroll', exact: true }).click();
  const form = page.getByRole('form', { name: `Enroll in ${program}` });
  await tabTo(page, form.getByRole('checkbox', { name: side }));
  await page.keyboard.press('Space');
  if (skill) await chooseIn(form.getByRole('combobox', { name: 'Add something to learn' }), form, skill);
  await form.getByRole('button', { name: 'Send the application' }).click();
  await page.getByText('You have applied.').first().waitFor();
}

async function attest(page: Page): Promise<void> {
  const academy = page.locator('aside mentor-academy');
  for (let done = 0; done < 3; done++) {
    await academy.getByText(`${done} of 3 read`).first().waitFor();
    // Until the answer to the one before is there, a press is for nothing.
    await academy.getByRole('button', { name: 'I have read this', disabled: false }).first().click();
  }
  await academy.getByText('You have read everything. You can be matched.').first().waitFor();
  await page.getByText('You have read all modules.').first().waitFor();
}

async function checkMatch(page: Page, house: House, programId: string): Promise<void> {
  await page.getByText('22 of 22', { exact: true }).first().waitFor();
  await page.getByText('No other assignment under these rules scores higher.').first().waitFor();
  await page.getByText('Everyone who wants a mentor has one.').first().waitFor();
  assert.equal(await pairsOn(page).getByRole('button', { name: /^Why / }).count(), MENTEES);
  const pairs = await pairsOf(house, programId);
  for (const { mentee, mentor, places, score, reasons } of pairs) {
    assert.ok((places?.taken ?? 0) <= (places?.of ?? 0));
    assert.equal(
      reasons.reduce((sum, { points }) => sum + points, 0),
      score,
    );
    const line = (await house.as('eve').people.get({ id: mentee.id })).manager?.id;
    assert.notEqual(line, mentor.id);
  }
  const last = pairs.at(-1);
  assert.ok(last);
  await pairsOn(page)
    .getByRole('button', { name: new RegExp(`^Why ${last.mentee.name} and`) })
    .click();
  const why = page.locator('match-why');
  await why.getByText(new RegExp(`Wants .+(teaches it|is strong in it)`)).first().waitFor();
  await why
    .getByText(/of 100 in all/)
    .first()
    .waitFor();
}

async function lockAndSwap(page: Page, house: House, programId: string): Promise<void> {
  const [locked, ...others] = await pairsOf(house, programId);
  assert.ok(locked);
  const lock = page.getByRole('button', { name: `Lock ${locked.mentee.name} and ${locked.mentor.name}` });
  await tabTo(page, lock);
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: `Unlock ${locked.mentee.name} and ${locked.mentor.name}` })
    .waitFor();
  const [one, other] = await swappable(house, programId, others);
  await page.getByRole('button', { name: `Move ${one.mentee.name} to another mentor` }).press('Enter');
  const place = page.getByRole('button', { name: `Swap with ${other.mentee.name}, to ${other.mentor.name}` });
  await place.waitFor();
  for (let presses = 0; presses < 60 && !(await hasFocus(place)); presses++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const names = [one.mentee.name, other.mentor.name].join(' and ');
  await page.getByRole('button', { name: `Unlock ${names}` }).waitFor();
  await page.getByRole('button', { name: 'Run again' }).click();
  await until('another run is there', async () => {
    const now = await pairsOf(house, programId);
    const has = (mentee: string, mentor: string) =>
      now.some((pair) => pair.mentee.id === mentee && pair.mentor.id === mentor && pair.locked);
    return (
      has(locked.mentee.id, locked.mentor.id) && has(one.mentee.id, other.mentor.id) && now.length === MENTEES
    );
  });
  await page.getByRole('button', { name: `Unlock ${names}` }).waitFor();
  await page.getByText('22 of 22', { exact: true }).first().waitFor();
}

type Pair = Awaited<ReturnType<typeof pairsOf>>[number];

/** Two pairs whose mentees may change places under all rules. */
async function swappable(house: House, programId: string, pairs: readonly Pair[]): Promise<[Pair, Pair]> {
  const { mentoring } = house.as('eve');
  const fits = async (menteeId: string, mentorId: string) =>
    (await mentoring.score({ programId, menteeId, mentorId })).rules.length === 0;
  for (const [at, one] of pairs.entries())
    for (const other of pairs.slice(at + 1))
      if (one.mentor.id !== other.mentor.id)
        if (await fits(one.mentee.id, other.mentor.id))
          if (await fits(other.mentee.id, one.mentor.id)) return [one, other];
  throw new Error('No two pairs can change places.');
}

async function publish(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: `Publish ${what}` }).click();
  await confirm(page, `Publish ${what}?`, 'Publish now');
  await page.getByText('These matches are published. Everyone has been told.').first().waitFor();
}

async function sign(page: Page, partner: string): Promise<void> {
  await page.getByRole('button', { name: partner }).click();
  await page.getByRole('heading', { name: 'Your agreement' }).waitFor();
  await page.getByRole('button', { name: 'I agree' }).click();
  await page.getByRole('button', { name: 'I agree' }).waitFor({ state: 'hidden' });
}

async function bookOnPage(page: Page, house: House, { id, mentee }: Couple): Promise<void> {
  await page.getByRole('button', { name: 'Plan a session' }).first().click();
  const form = page.getByRole('form', { name: 'Plan a session' });
  await form
    .getByLabel('Day', { exact: true })
    .fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
  await form.getByLabel('Begins at').fill('10:00');
  await form.getByLabel('Where').fill('Room 4');
  await form.getByRole('button', { name: 'Plan it' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Calendar file' }).click();
  const file = await textOf(await waiting);
  const [session] = (await house.as(mentee).mentoring.sessions({ mentorshipId: id })).items;
  assert.ok(session);
  const { ics, method } = await house.as(mentee).mentoring.invitation({ sessionId: session.id });
  assert.deepEqual([method, file], ['REQUEST', ics]);
  for (const line of [
    'BEGIN:VEVENT',
    'METHOD:REQUEST',
    `UID:${session.uid}`,
    'LOCATION:Room 4',
    'SEQUENCE:0',
  ])
    assert.ok(file.replaceAll('\r\n ', '').includes(line), line);
}

async function nudge(page: Page, house: House, stalled: readonly Couple[]): Promise<void> {
  await page.getByRole('tab', { name: 'Pairs' }).click();
  await page.getByText('You see whether pairs meet, never what they say or write.').first().waitFor();
  const buttons = page.getByRole('button', { name: /^Nudge / });
  await until('two pairs are stalled', async () => (await buttons.count()) === 2);
  // One right after the other: neither is lost.
  for (const { mentor, mentee } of stalled)
    await page.getByRole('button', { name: `Nudge ${nameOf(mentee)} and ${nameOf(mentor)}` }).press('Enter');
  await until('both are nudged', async () => (await buttons.count()) === 0);
  for (const { mentee } of stalled) {
    const news = (await house.as(mentee).notifications.list()).items;
    assert.ok(news.some(({ type }) => type === 'mentorship.nudged'));
  }
  assert.equal(await page.getByText(SECRET).count(), 0);
}

async function endEarly(page: Page, partner: string): Promise<void> {
  await page.getByRole('button', { name: partner }).click();
  await page.getByRole('button', { name: 'End early' }).click();
  const form = page.getByRole('form', { name: 'End early' });
  await form.getByRole('radio', { name: 'We are not the right fit' }).check();
  const again = form.getByRole('checkbox', { name: `Match me again in ${program}` });
  if (!(await again.isChecked())) await again.check();
  await form.getByRole('button', { name: 'End the mentorship' }).click();
  await page.getByText('This mentorship has ended.').first().waitFor();
  await page.getByRole('button', { name: 'All your mentorships' }).click();
}

/** All that live are closed by both sides; nine tell their story, to seven of which the other side agrees. */
async function celebrate(house: House, couples: readonly Couple[]): Promise<void> {
  const ended = (await house.as('eve').mentoring.report({ programId: await programOf(house) })).figures;
  assert.equal(ended.find(({ figure }) => figure === 'endedEarly')?.value, 1);
  let told = 0;
  for (const [at, couple] of couples.entries()) {
    const { state } = await house.as(couple.mentee).mentoring.mentorship({ id: couple.id });
    if (state === 'endedEarly') continue;
    if (state === 'proposed') await signBoth(house, couple);
    await close(house, couple, at % 2 === 0);
    if (told === 9) continue;
    const words = { mentorshipId: couple.id, title: 'What I dare now', text: 'I ask first.' };
    const { id } = await house.as(couple.mentee).mentoring.proposeStory(words);
    if (told < 7) await house.as(couple.mentor).mentoring.consentToStory({ id });
    told += 1;
  }
}

async function programOf(house: House): Promise<string> {
  return (await house.as('eve').mentoring.programs({})).items[0]?.id ?? '';
}

async function figureOf(page: Page, figure: string): Promise<string | undefined> {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: figure, exact: true }) });
  return (await row.getByRole('cell').first().innerText()).trim();
}

async function download(page: Page, what: string): Promise<string> {
  await page.getByRole('combobox', { name: 'Download' }).selectOption({ label: what });
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  return textOf(await waiting);
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

function pairsOn(page: Page): Locator {
  return page.getByRole('list', { name: 'Pairs, worst first' });
}

/** The pairs of the latest run, worst first. */
async function pairsOf(house: House, programId: string) {
  const { mentoring } = house.as('eve');
  const [run] = (await mentoring.matchRuns({ programId })).items;
  return run && run.state !== 'waiting' ? (await mentoring.pairs({ runId: run.id, limit: 100 })).items : [];
}
