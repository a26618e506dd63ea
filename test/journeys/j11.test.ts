import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, until, type Visitor } from './browser.js';
import { databases, openHouse, type House } from './harness.js';
import {
  allBytesOf,
  answersOf,
  bytesOf,
  eleven,
  four,
  furnishTeams,
  levelsOf,
  team,
  words,
} from './j11-cast.js';
import { itemOf, walk, type Walk } from './walk.js';

const browser = await openBrowser();
after(() => browser.close());

const pulse = '/pulse.html';
const title = 'How safe is it to speak up?';
const jokes = words['ian'] ?? '';
const [question, first, second] = [
  'Thank you. What would help first?',
  'Say it at once.',
  'And stop it there.',
];

for (const { name, openStore, skip } of databases)
  test(`J11: a team safety pulse and an anonymous thread, over ${name}`, { skip }, async (t) => {
    const house = await openHouse(furnishTeams, openStore);
    const { enter, step, assertNoTrouble } = walk(t, browser, house);
    const heard: string[] = [];
    const writers = new Map<string, Visitor>();
    const chidi = await enter('chidi', pulse);
    listenTo(chidi.page, heard);
    const waves: string[] = [];

    await step('Chidi asks his team of 13', async () => {
      await askTeam(chidi.page);
      waves.push(await openWave(house, 'chidi'));
      for (const id of Object.keys(team))
        assert.equal((await house.as(id).pulse.mine({})).items.length, 1, id);
    });

    await step('eleven answer, three with words; not a byte tells Chidi that somebody did', async () => {
      const seen = await seenBy(house, 'chidi', waves[0] ?? '');
      for (const [at, id] of eleven.entries()) {
        const visitor = await enter(id, pulse);
        // A page that still says thanks asks for the form once more when the survey closes.
        visitor.accept(/409 .*pulse\.form/);
        await answer(visitor.page, at, words[id]);
        if (words[id]) writers.set(id, visitor);
        else await visitor.close();
        if (at === 0) assert.deepEqual(await seenBy(house, 'chidi', waves[0] ?? ''), seen);
      }
    });

    await step('mean and spread are shown, item three is low, and the words come without names', async () => {
      await close(chidi.page);
      await released(house, 'chidi', waves[0] ?? '');
      await readReport(chidi.page);
    });

    await step('a team of 4 sees only a guide, whatever it says, and so does its export', async () =>
      smallTeam(house, enter),
    );

    await step('Chidi replies to one', () => reply(chidi.page));

    await step('its writer answers twice, unnamed, a day at a time', async () => {
      const ian = pageOf(writers, 'ian');
      assert.equal(await ian.getByText(question).count(), 0);
      await house.pass(1);
      await say(ian, first);
      const seen = await bytesOf(house, 'chidi', 'pulse.threads', { waveId: waves[0] });
      await say(ian, second);
      // Not before it travels, and then nothing but the day.
      assert.equal(await bytesOf(house, 'chidi', 'pulse.threads', { waveId: waves[0] }), seen);
      await house.pass(1);
      await readThread(chidi.page);
      for (const other of ['bea', 'edo']) {
        const page = pageOf(writers, other);
        await page.reload();
        await page.getByRole('region', { name: 'Replies to you' }).waitFor();
        assert.equal(await page.locator('safe-thread').getByText(jokes).count(), 0);
      }
    });

    await step('the team opens a board and collects silently', async () => {
      await openBoard(chidi.page);
      const boardId = (await house.as('chidi').pulse.boards({})).items[0]?.id ?? '';
      const seen = await bytesOf(house, 'chidi', 'pulse.board', { id: boardId });
      const ideas = { bea: 'Shorter meetings', edo: 'Fewer meetings', ian: 'Write it down' };
      for (const [id, text] of Object.entries(ideas)) await post(pageOf(writers, id), text);
      assert.equal(await bytesOf(house, 'chidi', 'pulse.board', { id: boardId }), seen);
      assert.equal(await chidi.page.locator('idea-board').getByText('Write it down').count(), 0);
    });

    await step('it groups and votes', async () => {
      await move(chidi.page, 'Show the ideas and group them');
      await group(chidi.page);
      await move(chidi.page, 'Begin the vote');
      await vote(pageOf(writers, 'bea'), 'Meetings', 3);
      await vote(pageOf(writers, 'edo'), 'Write it down', 2);
      await vote(chidi.page, 'Meetings', 1);
      await move(chidi.page, 'End the vote');
      const result = chidi.page.locator('guild-idea-vote');
      await itemOf(result, 'Fewer meetings').getByText('4 votes').first().waitFor();
      await itemOf(result, 'Write it down').getByText('2 votes').first().waitFor();
    });

    await step('it decides two actions with owners', async () => {
      await decide(chidi.page, 'Cut the Monday meeting', 'Lio Weber');
      await decide(chidi.page, 'A page for decisions', 'Chidi Eze');
      await move(chidi.page, 'Close the board');
      await chidi.page
        .locator('idea-board')
        .getByText(/^.*Closed /)
        .first()
        .waitFor();
      const lio = await enter('lio', pulse);
      await lio.page.getByRole('button', { name: /^Notifications/ }).click();
      await lio.page
        .getByText(/Cut the Monday meeting/)
        .first()
        .waitFor();
    });

    await step('the same eleven answer again: a trend of two points', async () => {
      await chidi.page.locator('guild-pulse-ask').getByRole('button', { name: 'Ask now' }).click();
      await sure(chidi.page, 'Ask now');
      await chidi.page
        .getByText(/^\s*The survey is open until/)
        .first()
        .waitFor();
      waves.push(await openWave(house, 'chidi'));
      for (const [at, id] of eleven.entries()) {
        const writer = writers.get(id);
        if (!writer) await house.as(id).pulse.answer({ waveId: waves[1] ?? '', answers: answersOf(at) });
        else {
          await writer.page.reload();
          await answer(writer.page, at);
        }
      }
      await close(chidi.page);
      await released(house, 'chidi', waves[1] ?? '');
      await chidi.page.getByRole('heading', { name: 'From survey to survey' }).waitFor();
      const surveyId = (await house.as('chidi').pulse.wave({ id: waves[1] ?? '' })).surveyId;
      const { points } = await house.as('chidi').pulse.trend({ surveyId });
      assert.deepEqual(
        points.map(({ number, cells }) => [number, cells['whole']?.shown]),
        [
          [1, true],
          [2, true],
        ],
      );
    });

    await step('the HR dashboard has the team of 13, and hides the team of 4', () =>
      hrDashboard(house, enter, heard),
    );

    await step('no answer to a page, no export and no row of the audit trail reveals who spoke', async () => {
      assert.ok(heard.length > 20);
      for (const id of eleven)
        assert.deepEqual(
          heard.filter((text) => text.includes(`"${id}"`) || text.includes(team[id] ?? '')),
          [],
          id,
        );
      const { text } = await house.as('chidi').pulse.exportReport({ waveId: waves[0] ?? '' });
      for (const id of eleven) assert.ok(!text.includes(team[id] ?? '') && !text.includes(`"${id}"`), id);
      await auditIsSilent(house);
      assertNoTrouble();
    });
  });

/** Collects what the server answers to the page about surveys, threads and boards. */
function listenTo(page: Page, heard: string[]): void {
  page.on('response', (response) => {
    if (!/\/pulse\.\w+/.test(response.url())) return;
    // A page that is left takes its last answers along.
    response.text().then(
      (text) => heard.push(text),
      () => undefined,
    );
  });
}

function pageOf(visitors: ReadonlyMap<string, Visitor>, id: string): Page {
  const visitor = visitors.get(id);
  assert.ok(visitor, id);
  return visitor.page;
}

async function askTeam(page: Page): Promise<void> {
  const trend = page.locator('safety-trend');
  await trend.getByRole('button', { name: 'Ask your team' }).click();
  const form = page.getByRole('form', { name: 'Ask your team' });
  await form.getByRole('textbox', { name: 'What it is called' }).fill(title);
  await form.getByRole('textbox', { name: 'Why you ask' }).fill('To see where we stand.');
  await form.getByRole('button', { name: 'Ask now' }).click();
  await page
    .getByText(/^\s*The survey is open until/)
    .first()
    .waitFor();
}

async function openWave(house: House, asker: string): Promise<string> {
  const { items } = await house.as(asker).pulse.surveys({});
  const id = items.flatMap(({ openWaveId }) => openWaveId ?? [])[0];
  assert.ok(id);
  return id;
}

/** All that the one who asks can ask about an open wave. */
async function seenBy(house: House, asker: string, waveId: string): Promise<string[]> {
  const { surveyId } = await house.as(asker).pulse.wave({ id: waveId });
  return allBytesOf(house, asker, {
    'pulse.wave': { id: waveId },
    'pulse.survey': { id: surveyId },
    'pulse.report': { waveId },
    'pulse.exportReport': { waveId },
    'pulse.threads': { waveId },
    'notifications.list': {},
  });
}

/** Reads how answers are kept, answers all seven items, and leaves a door open where something is written. */
async function answer(page: Page, at: number, text?: string): Promise<void> {
  const survey = page.locator('pulse-survey');
  await survey.getByRole('button', { name: `Answer “${title}”` }).click();
  await survey.getByText('No person can see which answers are yours.').waitFor();
  await survey.getByText('Figures are shown for groups of 5 answers or more').waitFor();
  await survey.getByText('Chidi Eze, who asks: the whole').waitFor();
  await survey.getByRole('button', { name: 'Begin', exact: true }).click();
  const items = survey.locator('guild-question-form [role=radiogroup], guild-question-form fieldset');
  await items.nth(6).waitFor();
  for (const [index, level] of levelsOf(at).entries())
    await items.nth(index).locator(`input[type=radio][value="${level}"]`).check({ force: true });
  if (text) {
    await survey.locator('guild-question-form textarea').fill(text);
    await survey.getByRole('checkbox', { name: 'Leave a door open for a reply' }).check({ force: true });
  }
  await survey.getByRole('button', { name: 'Send the answers' }).click();
  await survey.getByRole('heading', { name: 'Thank you.' }).waitFor();
}

async function sure(page: Page, what: string): Promise<void> {
  const asked = page.locator('guild-pulse-ask').getByRole('group', { name: what });
  await asked.getByRole('button', { name: what }).click();
}

async function close(page: Page): Promise<void> {
  await page.locator('guild-pulse-ask').getByRole('button', { name: 'Close the survey' }).click();
  await sure(page, 'Close the survey');
}

async function released(house: House, asker: string, waveId: string): Promise<void> {
  await until('the results are there', async () => {
    await house.guildhall.tick();
    return (await house.as(asker).pulse.wave({ id: waveId })).state === 'released';
  });
}

async function readReport(page: Page): Promise<void> {
  const report = page.locator('guild-safety-report');
  await report.getByText(/Answers differ by about [\d.]+ around it\. 10–19 answers\./).waitFor();
  await report.locator('.figure').getByText('of 5').waitFor();
  const { items, low } = await reportOf(page);
  // Of eleven the third item has 1, 2, 3 in turns: four times 1, four times 2, three times 3.
  assert.deepEqual(items[2], { id: 'different', mean: 1.9 });
  assert.deepEqual(low, ['different']);
  await report.locator('guild-safety-guide details[open]').getByText('low', { exact: true }).waitFor();
  assert.equal(await report.locator('guild-safety-guide details[open]').count(), 1);
  for (const text of Object.values(words)) await report.getByText(text).waitFor();
}

/** What the page got. */
async function reportOf(page: Page) {
  const element = page.locator('guild-safety-report');
  return element.evaluate(async () => {
    const answer = await fetch('/guild/pulse.surveys', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    const { items } = await answer.json();
    const report = await fetch('/guild/pulse.report', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ waveId: items[0].releasedWaveId }),
    });
    const body = await report.json();
    const measured: { id: string; index?: boolean; cell: { mean?: number } }[] = body.items;
    const guide: { itemId: string; low: boolean }[] = body.guide;
    return {
      items: measured.filter(({ index }) => !index).map(({ id, cell }) => ({ id, mean: cell.mean })),
      low: guide.filter(({ low }) => low).map(({ itemId }) => itemId),
    };
  });
}

/** Dana asks her four; all answer; what she reads is what she would read had nobody answered. */
async function smallTeam(house: House, enter: Walk['enter']): Promise<void> {
  const dana = await enter('dana', pulse);
  await askTeam(dana.page);
  const waveId = await openWave(house, 'dana');
  const seen = await seenBy(house, 'dana', waveId);
  for (const id of Object.keys(four)) await house.as(id).pulse.answer({ waveId, answers: answersOf(1) });
  assert.deepEqual(await seenBy(house, 'dana', waveId), seen);
  await close(dana.page);
  await released(house, 'dana', waveId);
  await dana.page.getByText(/A team this small gets no figures/).waitFor();
  const guide = dana.page.locator('guild-safety-guide');
  await guide.locator('details').nth(6).waitFor();
  assert.equal(await guide.locator('details').count(), 7);
  assert.equal(await dana.page.locator('guild-dot-range, guild-trend-line, .figure').count(), 0);
  for (const reader of ['dana', 'femi']) {
    const { text } = await house.as(reader).pulse.exportReport({ waveId });
    assert.ok(!/\d\.\d|%/.test(text), text);
  }
}

function thread(page: Page): Locator {
  return page.locator('safe-thread li').filter({ hasText: jokes });
}

async function send(form: Locator, label: string, text: string): Promise<void> {
  await form.getByRole('textbox', { name: label }).fill(text);
  await form.getByRole('button', { name: 'Send', exact: true }).click();
}

async function reply(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: `Reply to “${jokes}”` }).click();
  const form = page.getByRole('form', { name: 'Your reply' });
  await form.getByText(/with your name, Chidi Eze/).waitFor();
  await send(form, 'Your reply', question);
  await thread(page).getByText('Travels at midnight UTC').first().waitFor();
}

async function say(page: Page, text: string): Promise<void> {
  await page.reload();
  await thread(page).getByText(question).first().waitFor();
  await page.getByRole('button', { name: `Answer “${jokes}”` }).click();
  const form = page.getByRole('form', { name: 'Your answer, unnamed' });
  await form.getByText(/without your name/).waitFor();
  await send(form, 'Your answer, unnamed', text);
  await thread(page).getByText(text).first().waitFor();
}

async function readThread(page: Page): Promise<void> {
  await page.reload();
  for (const text of [question, first, second]) await thread(page).getByText(text).first().waitFor();
  const said = await thread(page).locator('guild-thread ul li').allInnerTexts();
  assert.deepEqual(
    said.map((line) => /^(Chidi Eze|The writer)/.exec(line.trim())?.[0]),
    ['Chidi Eze', 'The writer', 'The writer'],
  );
  // A day, and no time of it.
  assert.ok(said.every((line) => !/\d:\d\d/.test(line)));
}

async function openBoard(page: Page): Promise<void> {
  await page.locator('idea-board').getByRole('button', { name: 'Open a board' }).click();
  const form = page.getByRole('form', { name: 'A new idea board' });
  await form.getByRole('textbox', { name: 'What it is about' }).fill('Retrospective');
  await form.getByRole('textbox', { name: 'The question that everybody answers' }).fill('What now?');
  await form.getByRole('button', { name: 'Open the board' }).click();
  await page.locator('idea-board').getByRole('heading', { name: 'Retrospective' }).waitFor();
}

async function showBoard(page: Page): Promise<void> {
  await page.reload();
  await page.locator('idea-board').getByRole('button', { name: 'Retrospective' }).click();
}

async function post(page: Page, text: string): Promise<void> {
  await showBoard(page);
  const form = page.getByRole('form', { name: 'Your idea' });
  await form.getByRole('textbox', { name: 'Your idea' }).fill(text);
  await form.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('button', { name: `Take back “${text}”` }).waitFor();
}

async function move(page: Page, what: string): Promise<void> {
  const board = page.locator('guild-idea-board');
  await board.getByRole('button', { name: what, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: what });
  await dialog.waitFor();
  await page.locator('guild-confirm').getByRole('button', { name: what, exact: true }).first().click();
  await dialog.waitFor({ state: 'hidden' });
}

async function group(page: Page): Promise<void> {
  const groups = page.locator('guild-idea-groups');
  await groups.getByRole('button', { name: 'Take “Shorter meetings”' }).click();
  await groups.getByRole('button', { name: 'Group with this: “Fewer meetings”' }).click();
  const field = groups.locator('section.group input');
  await field.fill('Meetings');
  await field.press('Enter');
  await groups.getByRole('region', { name: 'Meetings' }).waitFor();
}

async function vote(page: Page, what: string, times: number): Promise<void> {
  await showBoard(page);
  const more = page.getByRole('button', { name: `One vote for “${what}”` });
  for (let given = 0; given < times; given++) await more.click();
  const left = 3 - times;
  const line = left ? new RegExp(`^\\s*${left} votes? left of 3`) : /All your votes are given/;
  await page.locator('guild-idea-vote').getByText(line).waitFor();
}

async function decide(page: Page, what: string, owner: string): Promise<void> {
  const actions = page.locator('guild-idea-actions');
  await actions.getByRole('button', { name: /^(Add an action|Another action)$/ }).click();
  const form = actions.getByRole('form', { name: 'Add an action' });
  await form.getByRole('textbox', { name: 'What will be done' }).fill(what);
  await form.getByRole('combobox', { name: 'Who sees to it' }).fill(owner);
  await form.getByRole('option', { name: owner }).first().click();
  await form.getByRole('button', { name: 'Add an action' }).click();
  await itemOf(actions, what).getByText(owner).first().waitFor();
}

/** HR asks everybody, and reads the groups on the page and side by side. */
async function hrDashboard(house: House, enter: Walk['enter'], heard: string[]): Promise<void> {
  const { pulse: hr } = house.as('femi');
  const { id } = await hr.createSurvey({
    ...{ title: 'Spring pulse', purpose: 'To see where we stand.', audience: { kind: 'everyone' } },
    plan: { attributes: ['department', 'team'], hierarchy: true },
    readers: { managers: true, members: true },
  });
  const { wave } = await hr.openWave({ surveyId: id });
  assert.ok(wave);
  for (const [at, person] of [...eleven, 'lio', 'mia', ...Object.keys(four), 'zoe', 'pia', 'dana'].entries())
    await house.as(person).pulse.answer({ waveId: wave.id, answers: answersOf(at) });
  await hr.closeWave({ id: wave.id });
  await released(house, 'femi', wave.id);
  const { rows } = await hr.dashboard({ waveId: wave.id });
  const shown = (label: string) => rows.find(({ group }) => group.label === label)?.cells['whole']?.shown;
  assert.deepEqual([shown('Rollback'), shown('Front desk'), shown('Support')], [true, false, false]);
  const { page } = await enter('femi', pulse);
  listenTo(page, heard);
  const trend = page.locator('safety-trend');
  await trend.getByRole('combobox', { name: 'Which survey' }).selectOption({ label: 'Spring pulse' });
  const choice = trend.getByRole('combobox', { name: 'For', exact: true });
  await choice.selectOption({ label: 'Rollback' });
  await trend.locator('guild-safety-report .figure').waitFor();
  await choice.selectOption({ label: 'Front desk' });
  await trend.getByText(/Nothing is shown here: fewer than 5 answers/).waitFor();
  assert.equal(await trend.locator('guild-safety-report .figure').count(), 0);
}

async function auditIsSilent(house: House): Promise<void> {
  const { items } = await house.as('pia').settings.auditLog({ limit: 100 });
  const rows = items.filter(({ operation }) => /^(pulse|answers)\./.test(operation));
  assert.ok(rows.some(({ operation }) => operation === 'pulse.closeWave'));
  const silent = ['pulse.answer', 'pulse.say', 'pulse.post', 'pulse.vote', 'pulse.takeIdeaBack'];
  assert.deepEqual(
    rows.filter(({ operation }) => silent.includes(operation)),
    [],
  );
  const text = JSON.stringify(rows);
  for (const id of eleven) assert.ok(!text.includes(`"${id}"`), id);
}
