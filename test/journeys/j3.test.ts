import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { isGuildhallError } from '@guildhall/core';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, until } from './browser.js';
import { databases, openHouse, type House } from './harness.js';
import { furnishMentors, mentors } from './j3-cast.js';
import { chooseIn, itemOf, walk } from './walk.js';

const browser = await openBrowser();
after(() => browser.close());

const reason = 'I am away until May. Please do ask again.';
const finding = '/mentoring.html';

for (const { name, openStore, skip } of databases)
  test(`J3: finding a mentor informally, also in reverse, over ${name}`, { skip }, async (t) => {
    const house = await openHouse(furnishMentors, openStore);
    const { enter, step, assertNoTrouble } = walk(t, browser, house);
    const ben = await enter('ben', finding);

    await step('Ben filters the finder, and the cards say why they appear', () => filter(ben.page));

    await step('he asks Hugo; three days later four others', async () => {
      await ask(ben.page, mentors.hugo, 1);
      await house.pass(3);
      for (const [at, mentor] of [mentors.grace, mentors.ivy, mentors.kim, mentors.dana].entries())
        await ask(ben.page, mentor, at + 2);
      await until('five are open', async () => (await openOf(house)).length === 5);
    });

    await step('the sixth is refused, with the list of open ones', () => refuseSixth(ben.page, house));

    await step('Grace declines and closes her door in the same dialog', async () => {
      await house.as('lea').mentoring.request({ mentorId: 'grace', ask: 'May I learn from you, too?' });
      const lea = await enter('lea', finding);
      await sent(lea.page, mentors.grace).getByText('Open until').first().waitFor();
      const grace = await enter('grace', finding);
      await decline(grace.page);
      await sent(ben.page, mentors.grace).getByText('Declined').first().waitFor();
      await sent(ben.page, mentors.grace).getByText(reason).first().waitFor();
      await sent(lea.page, mentors.grace).getByText('Closed: no free place any more').first().waitFor();
      const { open, waiting } = await house.as('grace').mentoring.offer();
      assert.deepEqual([open, waiting], [false, 0]);
    });

    await step('Hugo never answers: the request runs out, and the next mentor is proposed', async () => {
      await house.pass(7.5);
      const row = sent(ben.page, mentors.hugo);
      await row.getByText('Ran out without an answer').first().waitFor();
      await row.getByText('Who fits next').first().waitFor();
      // Not whom he has asked, who has closed her door or has no place; for a person's language he did not ask.
      const next = row.locator('mentor-card').getByRole('button', { name: /^(Max Moll|Lars Holm)$/ });
      await next.waitFor();
      assert.deepEqual((await openOf(house)).sort(), ['dana', 'ivy', 'kim']);
    });

    await step('Dana accepts, and Ben learns it on his page', async () => {
      const dana = await enter('dana', finding);
      await accept(received(dana.page, 'Ben Okafor'));
      await sent(ben.page, mentors.dana).getByText('Accepted').first().waitFor();
      await bell(ben.page).click();
      await ben.page
        .getByText(/Dana Whitfield said yes/)
        .first()
        .waitFor();
    });

    await step('two wait for one place, and are accepted at the same second: one begins, one is told', () =>
      race(house, enter),
    );

    await step('Dana enrolls in a reverse program, and is matched with Ana two grades below', async () => {
      const programId = await reverseProgram(house);
      const dana = await enter('dana', '/programs.html');
      await enroll(dana.page);
      await matchAll(house, programId);
      await dana.page.getByText('You are matched.').first().waitFor();
      await dana.page.getByText('Ana Ruiz is your mentor').first().waitFor();
      await dana.page
        .getByText(/teaches it/)
        .first()
        .waitFor();
    });

    await step('Dana is mentor and mentee at once; nobody without a place was listed', async () => {
      const { items } = await house.as('dana').mentoring.mentorships();
      const sides = items.map(({ side, mentors, mentees }) => [side, mentors[0]?.id, mentees[0]?.id]);
      assert.deepEqual(sides.sort(), [
        ['mentee', 'ana', 'dana'],
        ['mentor', 'dana', 'ben'],
      ]);
      for (const id of [...Object.keys(mentors), 'jon', 'lars'])
        assert.ok((await house.as(id).mentoring.offer()).left >= 0, id);
      const found = (await house.as('lea').mentoring.findMentors({ limit: 100 })).items;
      assert.ok(found.every(({ left }) => left > 0));
      assert.deepEqual(
        found.map(({ person }) => person.id).filter((id) => ['jon', 'dana', 'grace', 'kim'].includes(id)),
        [],
      );
      assertNoTrouble();
    });
  });

/** By skill and language; those without a free place, without German or without the skill are not there. */
async function filter(page: Page): Promise<void> {
  const finder = page.locator('mentor-finder');
  await itemOf(cards(page), 'Lars Holm').waitFor();
  await chooseIn(finder.getByRole('combobox', { name: 'Skill' }), finder, 'Facilitation');
  await finder.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'German' });
  await finder.getByText('6 mentors with a free place').first().waitFor();
  const names = await cards(page)
    .locator('mentor-card')
    .getByRole('button', { name: /^(?!Ask)/ })
    .allInnerTexts();
  assert.deepEqual(names.sort(), Object.values(mentors).sort());
  const dana = itemOf(cards(page), mentors.dana);
  await dana
    .getByText(/Strong in Facilitation, thanked twice for it/)
    .first()
    .waitFor();
  await dana.getByText('1 place left').first().waitFor();
  await itemOf(cards(page), mentors.grace).getByText('2 places left').first().waitFor();
}

/** Opens the form on the card of a mentor. */
async function openForm(page: Page, name: string): Promise<Locator> {
  await itemOf(cards(page), name)
    .getByRole('button', { name: `Ask ${name}` })
    .click();
  const form = page.getByRole('form', { name: `Ask ${name}` });
  await form.waitFor();
  return form;
}

async function ask(page: Page, name: string, count: number): Promise<void> {
  const form = await openForm(page, name);
  await form
    .getByRole('textbox', { name: 'What would you like to talk about?' })
    .fill(`How do you begin, ${name}?`);
  await form.getByText(`This will be open request ${count} of 5.`).first().waitFor();
  await form.getByRole('button', { name: 'Send request' }).click();
  await form.getByText(`${name} has your request.`).first().waitFor();
  await form.getByRole('button', { name: 'Done' }).click();
  await itemOf(cards(page), name).getByText('You have asked. The request is open.').first().waitFor();
}

async function refuseSixth(page: Page, house: House): Promise<void> {
  const form = await openForm(page, mentors.max);
  await form
    .getByRole('alert')
    .getByText('You have 5 open requests, which is as many as fit.')
    .first()
    .waitFor();
  const open = form.getByRole('list', { name: 'Your requests' });
  // The refusal is there before the list is read.
  for (const name of Object.values(mentors).filter((one) => one !== mentors.max))
    await itemOf(open, name).getByRole('button', { name: 'Take back' }).waitFor();
  assert.equal(await open.getByRole('listitem').count(), 5);
  assert.equal(await form.getByRole('button', { name: 'Send request' }).count(), 0);
  await assert.rejects(
    house.as('ben').mentoring.request({ mentorId: 'max', ask: 'Please' }),
    (error) => isGuildhallError(error) && error.reason === 'request.limit' && error.details?.['open'] === 5,
  );
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
}

async function decline(page: Page): Promise<void> {
  const row = received(page, 'Ben Okafor');
  await row.getByRole('button', { name: 'Say no' }).click();
  await row.getByRole('textbox', { name: /A short reason/ }).fill(reason);
  await row.getByText('One more open request is closed with a kind word.').first().waitFor();
  await row.getByRole('checkbox', { name: 'And close my door for now' }).check();
  await row.getByRole('button', { name: 'Say no' }).click();
  await received(page, 'Ben Okafor').getByText('Declined').first().waitFor();
  await received(page, 'Léa Moreau').getByText('Closed: no free place any more').first().waitFor();
}

async function accept(row: Locator): Promise<void> {
  await row.getByRole('button', { name: 'Say yes' }).click();
  await row.getByText('Your mentorship begins').first().waitFor();
  await row.getByRole('button', { name: 'Say yes' }).click();
}

/** Kim has one place; Ben and Léa have asked her, and she says yes to each on a page of its own. */
async function race(house: House, enter: ReturnType<typeof walk>['enter']): Promise<void> {
  await house.as('lea').mentoring.request({ mentorId: 'kim', ask: 'And from you?' });
  const lea = await enter('lea', finding);
  const waiting = { ben: 'Ben Okafor', lea: 'Léa Moreau' };
  const windows = await Promise.all(
    Object.values(waiting).map(async (name) => ({ name, ...(await enter('kim', finding)) })),
  );
  const buttons = await Promise.all(
    windows.map(async ({ name, page, accept: expect }) => {
      expect(/409/);
      const row = received(page, name);
      await row.getByRole('button', { name: 'Say yes' }).click();
      await row.getByText('Your mentorship begins').first().waitFor();
      return row.getByRole('button', { name: 'Say yes' });
    }),
  );
  // Pressed as they are, at once: a click that waits for stillness finds that the other was faster.
  await Promise.all(buttons.map((button) => button.dispatchEvent('click')));
  const stateOf = async (id: string) =>
    (await house.as(id).mentoring.requests({ of: 'sent' })).items.find(({ mentor }) => mentor.id === 'kim')
      ?.state;
  await until('both are decided', async () => {
    const states = [await stateOf('ben'), await stateOf('lea')].sort();
    return states.join() === 'accepted,closedByCapacity';
  });
  const loser = (await stateOf('ben')) === 'accepted' ? 'lea' : 'ben';
  const { page } = loser === 'lea' ? lea : await enter('ben', finding);
  await sent(page, mentors.kim).getByText('Closed: no free place any more').first().waitFor();
  const news = (await house.as(loser).notifications.list()).items;
  assert.ok(news.some(({ type, by }) => type === 'request.closed' && by.id === 'kim'));
  assert.equal((await house.as('kim').mentoring.offer()).left, 0);
  for (const window of windows)
    await received(window.page, waiting[loser]).getByText('Closed').first().waitFor();
}

/** A reverse program by Eve, in which Ana offers to mentor. */
async function reverseProgram(house: House): Promise<string> {
  const { id } = await house.as('eve').mentoring.createProgram({
    ...{ name: 'Learning from the young', purpose: 'Those above learn new tools from those below.' },
    objectives: ['Try one new tool a month.'],
    guides: { mentor: 'Show how you do it.', mentee: 'Bring work of your own.' },
    ...{ agreement: 'We keep it between us.', direction: 'reverse' },
    rules: { minGradeGap: 1 },
  });
  await house.as('eve').mentoring.openEnrollment({ id });
  await house.as('ana').mentoring.enroll({ programId: id, sides: ['mentor'] });
  return id;
}

async function enroll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Learning from the young' }).click();
  await page.getByText('Try one new tool a month.').first().waitFor();
  await page
    .getByText(/reverse: the more junior person is the mentor/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Enroll', exact: true }).click();
  const form = page.getByRole('form', { name: 'Enroll in Learning from the young' });
  await form.getByRole('checkbox', { name: 'as a mentee' }).check({ force: true });
  await chooseIn(form.getByRole('combobox', { name: 'Add something to learn' }), form, 'AI tools');
  await form.getByRole('button', { name: 'Send the application' }).click();
  await page.getByText('You have applied.').first().waitFor();
}

async function matchAll(house: House, programId: string): Promise<void> {
  const { mentoring } = house.as('eve');
  await mentoring.startMatching({ id: programId });
  const { id } = await mentoring.runMatch({ programId });
  await until('the run is computed', async () => (await mentoring.matchRun({ id })).state === 'computed');
  await mentoring.publishMatches({ runId: id });
}

function cards(page: Page): Locator {
  return page.getByRole('list', { name: 'Mentors with a free place' });
}

/** A request that the viewer has sent, waiting or not. */
function sent(page: Page, name: string): Locator {
  return itemOf(page.locator('mentorship-request[of=sent]'), `You asked ${name}`);
}

function received(page: Page, name: string): Locator {
  return itemOf(page.locator('mentorship-request[of=received]'), `${name} asks you`);
}

function bell(page: Page): Locator {
  return page.getByRole('button', { name: /^Notifications/ });
}

/** Whom Ben's open requests wait for. */
async function openOf(house: House): Promise<string[]> {
  const { items } = await house.as('ben').mentoring.requests({ of: 'sent', state: 'pending' });
  return items.map(({ mentor }) => mentor.id);
}
