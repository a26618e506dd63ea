/**
 * For developers: pictures of the demo in its states, to be looked at.
 *
 *   node scripts/screenshots.mjs FOLDER [NAME…]
 *
 * Needs the built packages. The folder is best outside of the repository.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createGuildhall, memoryStore } from '@guildhall/core';
import { createHandler, developmentIdentity, listen } from '@guildhall/server';
import { chromium } from 'playwright-core';
import { seed } from '../examples/intranet/seed.mjs';
import { intranetSite, settings } from '../examples/intranet/site.mjs';
import { ensureBrowser } from './find-browser.mjs';

const wide = { width: 1280, height: 900 };
const narrow = { width: 380, height: 900 };

/** What is pictured: where, as whom, on what, and what is done before. */
const shots = {
  wide: {},
  narrow: { viewport: narrow },
  dark: { colorScheme: 'dark' },
  'narrow-dark': { colorScheme: 'dark', viewport: narrow },
  rtl: { person: 'layla' },
  'rtl-narrow': { person: 'layla', viewport: narrow },
  german: { person: 'greta' },
  'german-narrow': { person: 'greta', viewport: narrow },
  'forced-colors': { forcedColors: 'active' },
  'forced-colors-dark': { forcedColors: 'active', colorScheme: 'dark' },
  zoomed: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  scrolled: { prepare: (page) => page.mouse.wheel(0, 2500) },
  empty: { house: 'empty' },
  error: { house: 'stopped', prepare: giveUp },
  'error-narrow': { house: 'stopped', viewport: narrow, prepare: giveUp },
  composer: { prepare: compose },
  'composer-picker': { prepare: pick },
  'composer-narrow': { viewport: narrow, prepare: compose },
  'composer-dark': { colorScheme: 'dark', prepare: compose },
  'composer-rtl': { person: 'layla', prepare: compose },
  notifications: { prepare: ring },
  'notifications-narrow': { viewport: narrow, prepare: ring },
  comments: {
    prepare: (page) =>
      page
        .getByRole('button', { name: /comment/ })
        .first()
        .click(),
  },
  profile: { path: '/people.html', prepare: meet },
  settings: { prepare: (page) => page.getByRole('button', { name: 'Language and colors' }).click() },
  directory: { path: '/people.html' },
  'directory-narrow': { path: '/people.html', viewport: narrow },
  'directory-rtl': { path: '/people.html', person: 'layla' },
  'directory-german-dark': { path: '/people.html', person: 'greta', colorScheme: 'dark' },
};

const [folder, ...names] = process.argv.slice(2);
if (!folder) throw new Error('Say where the pictures go: node scripts/screenshots.mjs FOLDER');
mkdirSync(folder, { recursive: true });
const args = ['--font-render-hinting=none', '--force-color-profile=srgb', '--disable-background-networking'];
if (process.getuid?.() === 0) args.push('--no-sandbox');
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args });
const houses = { full: await openHouse((store) => seed(store)), empty: await openHouse(seedPeople) };
try {
  for (const [name, shot] of Object.entries(shots))
    if (names.length === 0 || names.includes(name)) await take(name, shot);
} finally {
  await browser.close();
  for (const house of Object.values(houses)) await house.close();
}

async function take(
  name,
  { house = 'full', path = '/', person = 'ana', prepare, viewport = wide, ...options },
) {
  const url = (houses[house] ?? houses.full).url;
  const context = await browser.newContext({
    viewport,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...options,
  });
  await context.addCookies([{ name: 'guildhall-person', value: person, url }]);
  if (house === 'stopped') await context.route('**/guild/**', (route) => route.abort('connectionrefused'));
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.log(`${name}: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`${name}: ${error.stack}`));
  await page.goto(url + path);
  await settle(page);
  try {
    await prepare?.(page);
  } catch (error) {
    console.log(`${name}: ${error.message.split('\n')[0]}`);
  }
  await settle(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  console.log(join(folder, `${name}.png`));
  await context.close();
}

/** Nothing tells when a page looks finished: what comes late comes within this. */
function settle(page) {
  return page.waitForTimeout(800);
}

/** Lost connections are tried again for some seconds. */
async function giveUp(page) {
  await page.locator('kudos-wall').getByRole('button', { name: 'Try again' }).waitFor();
}

async function meet(page) {
  await page.getByRole('button', { name: 'Adriana Schipper' }).click();
}

async function compose(page) {
  await page.locator('kudos-composer').getByRole('button').last().click();
}

async function pick(page) {
  await compose(page);
  await page.getByRole('combobox', { name: /thank/ }).first().pressSequentially('@ben');
}

async function ring(page) {
  await page.locator('notification-center').getByRole('button').first().click();
}

async function seedPeople(store) {
  await seed(store, { thanks: false });
}

async function openHouse(furnish) {
  const store = memoryStore();
  const guildhall = createGuildhall({ store, settings });
  await guildhall.prepare();
  await furnish(store);
  const identity = await developmentIdentity({ host: '127.0.0.1', database: 'memory', empty: true });
  const handler = createHandler(guildhall, identity);
  return listen(intranetSite(handler), { port: 0, close: () => guildhall.close() });
}
