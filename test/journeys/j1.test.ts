import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { isGuildhallError, type Heard } from '@guildhall/core';
import type { Locator, Page } from 'playwright-core';
import { hasFocus, openBrowser, tabTo, until, visit, type Visitor } from './browser.js';
import { databases, furnishCast, openHouse, type House } from './harness.js';

const browser = await openBrowser();
after(() => browser.close());

const typo = 'Your rolback guide saved our Friday.';
const mended = 'Your rollback guide saved our Friday.';
const answer = 'https://handbook.harbour.example/answers/roll-back';
const both = /Ben Okafor and Léa Moreau.* Ana Ruiz/;

for (const { name, openStore, skip } of databases)
  test(`J1: kudos from an intranet page, over ${name}`, { skip }, async (t) => {
    const house = await openHouse(furnishCast, openStore);
    const visitors: Visitor[] = [];
    const enter = async (person: string, path = '/') => {
      const visitor = await visit(browser, house.url + path, { person });
      visitors.push(visitor);
      return visitor;
    };
    let broken = false;
    const step = (what: string, work: () => Promise<void>) =>
      t.test(what, { skip: broken && 'an earlier step failed' }, () =>
        work().catch(async (error) => {
          broken = true;
          for (const { page } of visitors) console.error(await shownOn(page));
          throw error;
        }),
      );
    t.after(async () => {
      await Promise.all(visitors.map((visitor) => visitor.close()));
      await house.close();
    });
    const ana = await enter('ana');
    const ben = await enter('ben');
    const benElsewhere = await enter('ben', '/people.html');
    const dana = await enter('dana');

    await step('Ana opens the intranet and is signed in', async () => {
      await ana.page.getByRole('heading', { name: 'Thanks around the house' }).waitFor();
      await ana.page.getByText('Nobody has been thanked here yet.').waitFor();
    });

    await step('by keyboard she thanks Ben and Léa, for a value and for an answer', () =>
      thankBoth(ana.page),
    );

    await step('she corrects a typo, and the card says that it was edited', async () => {
      const { page } = ana;
      const card = page.getByRole('article', { name: both });
      await press(page, card.getByRole('button', { name: 'More actions' }));
      await press(page, page.getByRole('button', { name: 'Edit' }));
      const text = card.getByRole('textbox', { name: 'What did they do?' });
      await until('the text has the focus', () => hasFocus(text));
      await page.keyboard.press('Control+A');
      await page.keyboard.type(mended);
      await press(page, card.getByRole('button', { name: 'Save' }));
      await card.getByText(mended).waitFor();
      await card.getByText('edited').waitFor();
      assert.equal((await house.as('dana').recognition.list()).items[0]?.message, mended);
    });

    await step('Ben sees the card and, on another page, the notification, without reloading', async () => {
      await ben.page.getByRole('article', { name: both }).getByText(mended).waitFor();
      await bell(benElsewhere.page, 1).waitFor();
      await bell(benElsewhere.page, 1).click();
      await benElsewhere.page.getByText('Ana Ruiz thanked you').waitFor();
    });

    await step('Ben joins in, and Ana sees that', async () => {
      const join = { name: /Join in the thanks/ };
      await ben.page.getByRole('article', { name: both }).getByRole('button', join).click();
      await ana.page
        .getByRole('article', { name: both })
        .getByRole('button', { name: /1 person joins in/ })
        .waitFor();
    });

    await step('Ben thanks back, and Ana is told', async () => {
      const { page } = ben;
      await compose(page, ['Ana Ruiz'], 'Thank you for saying so!');
      await send(page);
      // Her focus is on a card, which an arrival must not move: it waits above.
      await press(ana.page, ana.page.getByRole('button', { name: '1 new thank-you' }));
      await ana.page.getByRole('article').getByText('Thank you for saying so!').waitFor();
      await bell(ana.page, 1).waitFor();
    });

    await step('Ana cannot thank herself, and is told why', async () => {
      const { page } = ana;
      await compose(page, [], 'Well done, me.');
      await tabTo(page, receivers(page));
      await page.keyboard.type('@ana');
      await option(page, 'Ana Ruiz').getByText('You cannot thank yourself.').waitFor();
      await choose(page, 'Ana Ruiz');
      await page.getByRole('alert').getByText('You cannot thank yourself.').waitFor();
      await assert.rejects(
        house.as('ana').recognition.give({ receivers: ['ana'], message: 'Well done, me.' }),
        (error) => isGuildhallError(error) && error.code === 'forbidden' && error.reason === 'kudos.self',
      );
      assert.equal(await form(page).getByRole('list').getByText('Ana Ruiz').count(), 0);
    });

    await step('she sends again after losing the connection, and one kudos exists', async () => {
      const message = 'Thank you for holding the line.';
      await loseAnswers(ana, () => sendTo(ana.page, 'Chidi Eze', message));
      await ana.page.getByRole('alert').getByText('The connection was lost.').waitFor();
      await ana.page.unroute('**/recognition.give');
      await send(ana.page);
      await ana.page.getByRole('article', { name: /Chidi Eze/ }).waitFor();
      const given = await house.as('ana').recognition.mine({ of: 'given' });
      assert.equal(given.items.filter((kudos) => kudos.message === message).length, 1);
      assert.equal(await ana.page.getByRole('article', { name: /Chidi Eze/ }).count(), 1);
    });

    await step('what is private reaches nobody else', () => keepPrivate(house, ana, ben, dana));

    await step('one published kudos with two receivers remains; the answer has its thanks', async () => {
      const { items } = await house.as('dana').recognition.list();
      const kudos = items.find((item) => item.message === mended);
      assert.deepEqual(kudos?.receivers.map((person) => person.id).sort(), ['ben', 'lea']);
      assert.ok(kudos.editedAt);
      assert.equal(kudos.ref?.thanks, 1);
      assert.deepEqual(await house.as('dana').recognition.thanks({ url: answer }), { count: 1 });
      const { left, granted } = await house.as('ana').recognition.allowance();
      assert.equal(left, granted);
      for (const visitor of visitors) visitor.assertNoTrouble();
    });
  });

/** Everything by keyboard, as somebody does who never touches a mouse. */
async function thankBoth(page: Page): Promise<void> {
  const { keyboard } = page;
  const composer = form(page);
  await compose(page, ['Ben', 'Léa'], typo);
  await tabTo(page, composer.getByRole('button', { name: 'Help first' }));
  await keyboard.press('Space');
  await composer.getByRole('button', { name: 'Help first', pressed: true }).waitFor();
  await press(page, composer.getByRole('button', { name: 'Add impact or link' }));
  await tabTo(page, composer.getByRole('textbox', { name: 'Link to what you thank for' }));
  await keyboard.type(answer);
  await keyboard.press('Tab');
  const title = composer.getByRole('textbox', { name: 'Name of the page' });
  await tabTo(page, title);
  await keyboard.press('Control+A');
  await keyboard.type('How do we roll back?');
  assert.equal(await composer.getByRole('radio', { name: 'Everyone' }).isChecked(), true);
  await composer.getByText('Everyone at work will see this.').waitFor();
  await send(page);
  const card = page.getByRole('article', { name: both });
  await card.getByText(typo).waitFor();
  await card.getByText('Help first').waitFor();
  await card.getByRole('link', { name: /How do we roll back\?/ }).waitFor();
}

/** A private kudos to Ben: Dana, who looks at everything, finds no trace of it. */
async function keepPrivate(house: House, ana: Visitor, ben: Visitor, dana: Visitor): Promise<void> {
  const message = 'Between us: you were very brave.';
  const leaving = new AbortController();
  const heard: Heard[] = [];
  const watch = house.as('dana').watch({ signal: leaving.signal });
  const watching = (async () => {
    for await (const one of watch) heard.push(one);
  })();
  await compose(ana.page, ['Ben Okafor'], message);
  await tabTo(ana.page, form(ana.page).getByRole('radio', { name: 'Everyone' }));
  await ana.page.keyboard.press('ArrowRight');
  await ana.page.keyboard.press('ArrowRight');
  await ana.page.getByText('Only you and Ben Okafor will see this.').waitFor();
  await send(ana.page);
  await until('Ben has it', async () => (await received(house)).some((kudos) => kudos.message === message));
  await bell(ben.page, 2).waitFor();

  // What comes later has come everywhere: the private one would have come before.
  await compose(ana.page, ['Ben Okafor'], 'And before everyone: thank you.');
  await send(ana.page);
  await dana.page.getByText('And before everyone: thank you.').waitFor();
  assert.equal(await dana.page.getByText(message).count(), 0);
  await until('Dana heard of the public one', () => heard.length >= 2);
  leaving.abort();
  await watching;

  const [kudos] = (await received(house)).filter((one) => one.message === message);
  assert.ok(kudos);
  const client = house.as('dana');
  const seen = [
    heard,
    await client.recognition.list({ limit: 100 }),
    await client.recognition.list({ receiver: 'ben' }),
    await client.recognition.mine({ of: 'received' }),
    await client.recognition.mine({ of: 'teams' }),
    await house.as('chidi').recognition.mine({ of: 'teams' }),
    await client.recognition.marks({ ids: [kudos.id] }),
    await client.notifications.list(),
    await house.as('lea').notifications.list(),
    await client.people.get({ id: 'ben' }),
  ];
  assert.doesNotMatch(JSON.stringify(seen), new RegExp(`${kudos.id}|very brave`));
  await assert.rejects(
    client.recognition.get({ id: kudos.id }),
    (error) => isGuildhallError(error) && error.code === 'not_found',
  );
}

/** Runs what sends a kudos: the server acts, and no answer ever comes back. */
async function loseAnswers(visitor: Visitor, work: () => Promise<void>): Promise<void> {
  visitor.accept(/ERR_CONNECTION_RESET/);
  let acted = false;
  await visitor.page.route('**/recognition.give', async (route) => {
    if (!acted) await route.fetch();
    acted = true;
    await route.abort('connectionreset');
  });
  await work();
}

async function sendTo(page: Page, name: string, message: string): Promise<void> {
  await compose(page, [name], message);
  await send(page);
}

/** Opens the composer, if it is not, and writes, all by keyboard. */
async function compose(page: Page, names: readonly string[], message: string): Promise<void> {
  const { keyboard } = page;
  if (!(await form(page).isVisible())) {
    await press(page, page.locator('kudos-composer').getByRole('button', { name: /Thank|Go on/ }));
    await until('the field for people has the focus', () => hasFocus(receivers(page)));
  }
  await tabTo(page, receivers(page));
  for (const name of names) {
    await keyboard.press('Control+A');
    await keyboard.type(`@${name}`);
    await choose(page, name);
  }
  await tabTo(page, form(page).getByRole('textbox', { name: 'What did they do?' }));
  await keyboard.press('Control+A');
  await keyboard.type(message);
}

async function send(page: Page): Promise<void> {
  await press(page, form(page).getByRole('button', { name: 'Send thanks' }));
}

/** Goes to a button and presses it. */
async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

function form(page: Page): Locator {
  return page.getByRole('form', { name: 'Thank someone' });
}

function receivers(page: Page): Locator {
  return form(page).getByRole('combobox', { name: 'Who do you want to thank?' });
}

function option(page: Page, name: string): Locator {
  return form(page).getByRole('option', { name });
}

/** Goes down the list to the person and takes them. */
async function choose(page: Page, name: string): Promise<void> {
  const wanted = option(page, name).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 12; presses++) {
    if ((await wanted.getAttribute('aria-selected')) === 'true') return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`ArrowDown does not lead to ${name}.`);
}

/** What a page shows of thanks, for whoever looks for the cause of a failure. */
async function shownOn(page: Page): Promise<string> {
  const cards = await page.getByRole('article').allInnerTexts();
  const news = await page.getByRole('status').allInnerTexts();
  return `${page.url()} shows ${JSON.stringify(cards)} and says ${JSON.stringify(news)}`;
}

function bell(page: Page, unread: number): Locator {
  return page.getByRole('button', { name: `Notifications, ${unread} unread` });
}

async function received(house: House) {
  return (await house.as('ben').recognition.mine({ of: 'received' })).items;
}
