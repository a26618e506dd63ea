import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { until } from './browser.js';
import type { House } from './harness.js';
import { formIdOf, managers, peers, reports, subjects, toldOf, words } from './j4-cast.js';
import { itemOf } from './walk.js';

export const said = 'Asks the question that nobody dared to ask.';
export const agenda = 'Makes clear beforehand what a meeting is for.';
export const why = 'As in the other teams.';
export const point = 'The agenda was sent on Monday.';
export const reply = 'That is right: noted.';

/** Writes the cycle as a draft. */
export async function create(page: Page, house: House): Promise<void> {
  await page.getByRole('button', { name: 'New cycle' }).first().click();
  const form = page.getByRole('group', { name: 'The cycle', exact: true });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Spring 360');
  await form.getByRole('textbox', { name: 'What it is for' }).fill('To learn how we work together.');
  for (const subject of Object.values(subjects)) await pick(form, 'Who is reviewed', subject);
  await form.getByRole('spinbutton', { name: 'Peers, at least' }).fill('4');
  await form.getByRole('spinbutton', { name: 'Peers, at most' }).fill('6');
  await form.getByRole('spinbutton', { name: 'Smallest group', exact: true }).fill('3');
  await form.getByRole('spinbutton', { name: 'Smallest group for words' }).fill('5');
  await form
    .getByRole('combobox', { name: 'Who proposes them' })
    .selectOption({ label: 'the person themself' });
  await form.getByRole('combobox', { name: 'Who approves them' }).selectOption({ label: 'the manager' });
  await form.getByRole('checkbox', { name: 'their manager', exact: true }).check();
  const now = (await house.as('femi').people.me()) && Date.now();
  const day = (ahead: number) => new Date(now + ahead * 86_400_000).toISOString().slice(0, 10);
  await form.getByLabel('Reviewers chosen by').fill(day(7));
  await form.getByLabel('Answers by').fill(day(14));
  await form.getByRole('button', { name: 'Create as a draft' }).click();
  await page.getByRole('heading', { name: 'Spring 360' }).first().waitFor();
}

/** Takes a step of the cycle, which may lie among the others, and waits for the state it leads to. */
export async function move(page: Page, name: string, state?: string): Promise<void> {
  const moves = page.locator('guild-cycle-moves');
  await moves.locator('button', { hasText: name }).first().dispatchEvent('click');
  const confirm = moves.locator('guild-confirm');
  await confirm.getByText('This is written to the audit log with your name.').first().waitFor();
  // The cross of the dialog comes after it, and may have the same name.
  await confirm.getByRole('button', { name, exact: true }).first().click();
  if (state) await page.locator('review-console header b').getByText(state, { exact: true }).waitFor();
}

export async function openCycle(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Spring 360', exact: true }).click();
  await page.getByRole('heading', { name: 'Spring 360' }).first().waitFor();
}

/** Chooses somebody in a field that finds people. */
export async function pick(within: Locator, label: string, person: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label, exact: true });
  await field.fill(person);
  await within.getByRole('option').filter({ hasText: person }).first().click();
}

export async function propose(within: Locator, people: readonly string[]): Promise<void> {
  await within.getByText('Add reviewers', { exact: true }).click();
  const form = within.getByRole('group', { name: 'Add reviewers for Ben Okafor' });
  for (const person of people) await pick(form, 'Who', person);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
}

/** Femi names those who report to Ben; they stand at once. */
export async function addReports(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Reviewers' }).click();
  const row = page.locator('guild-cycle-reviewers > li, guild-cycle-reviewers li').filter({
    has: page.locator('summary', { hasText: 'Ben Okafor' }),
  });
  await row.locator('summary', { hasText: 'Ben Okafor' }).first().click();
  await row.getByText('Add reviewers', { exact: true }).first().click();
  const form = row.getByRole('group', { name: 'Add reviewers for Ben Okafor' });
  await form.getByRole('combobox', { name: 'As', exact: true }).selectOption({ label: 'direct report' });
  for (const person of Object.values(reports)) await pick(form, 'Who', person);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  for (const person of Object.values(reports))
    await itemOf(row, person).getByText('direct report · approved').first().waitFor();
}

export async function decline(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'View the form on Ben Okafor' }).click();
  await page.getByRole('button', { name: 'I would rather not answer' }).click();
  const form = page.getByRole('form', { name: 'I would rather not answer' });
  await form.getByRole('textbox', { name: 'Why' }).fill('I am away in March.');
  await form.getByRole('button', { name: 'Decline' }).click();
  await page.getByText('You have declined. Whoever proposed you is told.').first().waitFor();
}

/** Reads the promise, and begins. */
export async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin the form on Ben Okafor' }).click();
  const promise = page.getByRole('region', { name: 'Before the first question' });
  for (const words of ['Confidential', 'Shown from 3 answers on', 'Who reads the result'])
    await promise.getByText(words, { exact: true }).first().waitFor();
  await promise.getByText('Ben Okafor (whom it is about)').first().waitFor();
  await promise.getByText('Chidi Eze (the manager)').first().waitFor();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByText('0 of 14 answered').first().waitFor();
  await page
    .getByText(/Read by Ben Okafor and Chidi Eze\.\s+Without your name\./)
    .first()
    .waitFor();
}

/** Rates the statements from one place of the form to another. */
export async function rate(page: Page, house: House, from: number, to: number): Promise<void> {
  const { questions } = await house.as('mira').reviews.form({ id: await formIdOf(house, 'mira', 'ben') });
  for (const { question } of questions.slice(from, to))
    await page
      .getByRole('group', { name: question.prompt })
      .getByRole('radio', { name: 'Often' })
      .check({ force: true });
  await page.getByText(`${to} of 14 answered`).first().waitFor();
}

export async function watch(page: Page, house: House): Promise<void> {
  await page.getByRole('tab', { name: 'Progress' }).click();
  const counts = page.locator('guild-cycle-progress');
  await counts.getByText('How many have answered is not said').first().waitFor();
  await counts.getByText('Nobody can see who has answered, HR neither.').first().waitFor();
  await counts.getByText('1 of 12').first().waitFor();
  await counts.getByText('12 of 12').first().waitFor();
  await counts.getByText('The server reminds those who are late; nobody sees whom.').first().waitFor();
  await counts.getByRole('button', { name: 'Remind those who are late' }).click();
  await until('those who are late are reminded', async () =>
    (await toldOf(house, 'tilda')).includes('review.reminder'),
  );
  assert.ok(!(await toldOf(house, 'mira')).includes('review.reminder'));
  const shown = await counts.innerText();
  for (const person of Object.values({ ...peers, ...reports })) assert.ok(!shown.includes(person), person);
}

export async function startCalibration(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Calibration' }).click();
  const form = page.getByRole('group', { name: 'Start a calibration' });
  await form.getByRole('textbox', { name: 'What it is called' }).fill('Engineering');
  for (const manager of Object.values(managers)) await pick(form, 'Managers who take part', manager);
  await form.getByRole('button', { name: 'Start a calibration' }).click();
  await page.getByRole('button', { name: 'Engineering', exact: true }).waitFor();
}

/** Dana changes Chidi's rating of Ben; without a reason she cannot. */
export async function calibrate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Engineering', exact: true }).click();
  await page.getByRole('button', { name: `Change the rating of Ben Okafor: ${agenda}` }).click();
  const form = page.locator('guild-rating-change');
  await form.getByRole('combobox', { name: 'New rating' }).selectOption({ value: '4' });
  await form.getByRole('button', { name: 'Change the rating' }).click();
  await form.getByText('Give a reason.').first().waitFor();
  await form.getByRole('textbox', { name: 'Why' }).fill(why);
  await form.getByRole('button', { name: 'Change the rating' }).click();
  const sheet = page.locator('guild-calibration');
  await itemOf(sheet, why).first().waitFor();
  await itemOf(sheet, why).getByText('Dana Whitfield').first().waitFor();
  const shown = await sheet.innerText();
  for (const text of [said, ...Object.values(words)]) assert.ok(!shown.includes(text), text);
}

export async function openReport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Your report' }).click();
  const report = page.locator('review-report');
  await report
    .getByText(/^\s*Answers come from/)
    .first()
    .waitFor();
  return report;
}

export async function readReport(page: Page): Promise<void> {
  const report = await openReport(page);
  await report
    .getByText('Answers come from you, Chidi Eze (manager), and colleagues (5–9).')
    .first()
    .waitFor();
  await report.getByText('Self against others').first().waitFor();
  await report.getByText('No group of fewer than 3 is shown alone.').first().waitFor();
  await report
    .getByText('The rating by the manager was changed in calibration.')
    .first()
    .waitFor({ state: 'attached' });
  await report
    .getByText('Words without a name stand in no order, and nothing says who wrote them.')
    .first()
    .waitFor();
  for (const text of [said, ...Object.values(words)]) await report.getByText(text).first().waitFor();
}

/** Four peers are of two departments: the page offers nothing to filter by, and the server takes nothing. */
export async function noFilterByDepartment(page: Page, cycleId: string): Promise<void> {
  const shown = await page.locator('review-report').innerText();
  for (const hidden of ['Support', 'Engineering', 'peers (', 'direct reports (', ...Object.values(peers)])
    assert.ok(!shown.includes(hidden), hidden);
  for (const filter of [{ department: 'Support' }, { department: 'Engineering' }, { groups: ['Support'] }])
    assert.equal((await call(page, 'reviews.report', { cycleId, ...filter })).status, 400);
}

export async function contest(page: Page): Promise<void> {
  const report = page.locator('review-report');
  await report.getByRole('button', { name: 'I have read it' }).click();
  await report
    .getByText(/You have said that you read it/)
    .first()
    .waitFor();
  await report.getByText('Contest one point', { exact: true }).click();
  await report.getByRole('combobox', { name: 'Which point' }).selectOption({ label: agenda });
  await report.getByRole('textbox', { name: 'What is wrong, and what is right' }).fill(point);
  await report.getByRole('button', { name: 'Send to HR' }).click();
  await report.getByText('HR has not answered yet.').first().waitFor();
}

export async function answerContest(page: Page): Promise<void> {
  await page.reload();
  await openCycle(page);
  await page.getByRole('tab', { name: 'Reports' }).click();
  const row = itemOf(page.locator('guild-cycle-reports'), point);
  await row.getByText('Ben Okafor', { exact: true }).first().waitFor();
  await row.getByRole('textbox', { name: 'Your answer' }).fill(reply);
  await row.getByRole('button', { name: 'Send the answer' }).click();
  await row.getByText('Answer from Femi Falk').first().waitFor();
}

/** What a button saves. */
export async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

export interface Answer {
  status: number;
  body: string;
}

/**
 * What the server answers to a call with the visitor's rights, whatever a page would offer: byte by byte but for the
 * number that every refusal is given at random.
 */
export async function call(page: Page, operation: string, data: unknown): Promise<Answer> {
  const url = new URL(`/guild/${operation}`, page.url()).href;
  const answer = await page.request.post(url, { data });
  return { status: answer.status(), body: (await answer.text()).replace(/"requestId":"[^"]*"/, '') };
}
