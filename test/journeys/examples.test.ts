import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { openBrowser, visit, type Visitor, type VisitOptions } from './browser.js';
import { furnishDemo, openHouse } from './harness.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const browser = await openBrowser();
after(() => browser.close());

/** Serves a folder as the READMEs of the examples say, and opens its page. */
async function openExample(folder: string): Promise<Visitor> {
  const child = spawn(process.execPath, ['examples/script-tag/serve.mjs', folder, '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  after(() => child.kill());
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = /http:\S+/.exec(line)?.[0];
  assert.ok(url, line);
  const visitor = await visit(browser, url);
  visitor.accept(/favicon\.ico/); // Browsers ask every host for one.
  return visitor;
}

test('the headless program prints the wall', async () => {
  const { stdout } = await run(process.execPath, ['examples/headless/index.mjs'], { cwd: root });
  assert.equal(
    stdout,
    'Ben Okafor, thanked by Ada Byron: Thank you for the rollback guide\nThat is everything.\n',
  );
});

test('the matching program is short, and prints a proven match with its reasons', async () => {
  const { stdout } = await run(process.execPath, ['examples/headless/match.mjs', 'small'], { cwd: root });
  assert.match(stdout, /^71 pairs, 6 people without a mentor\n/);
  assert.match(stdout, /optimal: true,\n {2}scope: 'allEligiblePairs'/);
  assert.match(stdout, /Wrong: \[\]\n/);
  assert.match(
    stdout,
    /\nmentee 00 and mentor \d+ \d+ = wantedSkill \d+ \+ gradeGap \d+ \+ department \d+\n/,
  );
  const program = await readFile(join(root, 'examples/headless/match.mjs'), 'utf8');
  assert.ok(program.trimEnd().split('\n').length <= 20);
});

test('the script-tag page shows the wall under a strict policy, and one can thank on it', async () => {
  const visitor = await openExample('examples/script-tag');
  const policy = (await fetch(visitor.page.url())).headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/);
  assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html guildhall/);
  await visitor.page.getByText('Thank you for the notes!').waitFor();
  await visitor.page.getByRole('button', { name: 'Thank someone' }).click();
  await visitor.page.getByRole('combobox', { name: 'Who do you want to thank?' }).waitFor();
  visitor.assertNoTrouble();
  await visitor.close();
});

test('the theming page shows one wall in three brands', async () => {
  const visitor = await openExample('examples/theming');
  const buttons = visitor.page.getByRole('button', { name: 'Thank someone' });
  await visitor.page.getByText('Thank you for the notes!').nth(2).waitFor();
  const accents = await buttons.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  assert.deepEqual(accents, ['rgb(168, 55, 28)', 'rgb(143, 180, 255)', 'rgb(59, 46, 140)']);
  visitor.assertNoTrouble();
  await visitor.close();
});

test('the npm app bundles the elements that it imports, and shows the wall', async () => {
  const rollup = join(root, 'node_modules/rollup/dist/bin/rollup');
  await run(process.execPath, [rollup, '-c', '--failAfterWarnings'], { cwd: join(root, 'examples/npm') });
  const bundle = await readFile(join(root, 'examples/npm/dist/app.js'), 'utf8');
  assert.match(bundle, /kudos-wall/);
  assert.doesNotMatch(bundle, /people-directory|allowance-meter|ZodError/);
  const visitor = await openExample('examples/npm');
  await visitor.page.getByText('Thank you for the notes!').waitFor();
  visitor.assertNoTrouble();
  await visitor.close();
});

const demo = await openHouse(furnishDemo);
after(() => demo.close());

/** The ways to look at the intranet in which nobody may be shut out. */
const looks: Record<string, VisitOptions> = {
  light: {},
  dark: { colorScheme: 'dark' },
  'on a phone': { viewport: { width: 380, height: 800 } },
  'right to left': { person: 'layla' },
  'in German': { person: 'greta' },
};

for (const [name, options] of Object.entries(looks))
  test(`the intranet is open to everyone: ${name}`, async () => {
    for (const path of ['/', '/people.html']) {
      const visitor = await visit(browser, demo.url + path, { person: 'ana', ...options });
      await settled(visitor.page, path);
      assert.deepEqual(await violations(visitor.page), [], path);
      if (path === '/') await openEverything(visitor.page);
      assert.deepEqual(await violations(visitor.page), [], `${path} with all open`);
      assert.equal(
        await visitor.page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
        false,
        `${path} scrolls sideways`,
      );
      visitor.assertNoTrouble();
      await visitor.close();
    }
  });

test('the intranet speaks the language of its viewer, in the direction of it', async () => {
  const german = await visit(browser, demo.url, { person: 'greta' });
  await german.page.getByRole('button', { name: 'Danke sagen' }).waitFor();
  assert.equal(await german.page.getAttribute('html', 'lang'), 'de');
  await german.page.getByRole('button', { name: 'Sprache und Farben' }).click();
  await german.page.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await german.page.getByRole('button', { name: 'Thank someone' }).waitFor();
  const arabic = await visit(browser, demo.url, { person: 'layla' });
  assert.equal(await arabic.page.getAttribute('html', 'dir'), 'rtl');
  for (const visitor of [german, arabic]) {
    visitor.assertNoTrouble();
    await visitor.close();
  }
});

test('every page of the intranet has the same header, and is named in the language of its viewer', async () => {
  const pages = { '/': ['Start', 'Start'], '/reviews.html': ['Feedback', '360-Feedback'] };
  for (const [path, [part, title]] of Object.entries(pages)) {
    const visitor = await visit(browser, demo.url + path, { person: 'greta' });
    const { page } = visitor;
    const nav = page.getByRole('navigation', { name: 'Harbour Works' });
    const parts = ['Start', 'Menschen', 'Mentoring', 'Feedback'];
    assert.deepEqual(await nav.getByRole('link').allTextContents(), parts);
    assert.deepEqual(await nav.locator('[aria-current]').allTextContents(), [part]);
    assert.equal(await page.title(), `${title} · Harbour Works`);
    await page.getByRole('button', { name: /^Mitteilungen/ }).waitFor();
    visitor.assertNoTrouble();
    await visitor.close();
  }
});

test('the intranet says so when it shows itself as somebody else than was asked for', async () => {
  const visitor = await visit(browser, demo.url, { person: 'zoe' });
  const note = visitor.page.getByText('does not have “zoe”. You see this page as Ana Ruiz.');
  await note.waitFor();
  await visitor.page.getByRole('note').getByText('you act as Ana Ruiz').waitFor();
  await visitor.page.reload();
  await visitor.page.getByRole('note').getByText('you act as Ana Ruiz').waitFor();
  assert.equal(await note.count(), 0, 'it was said once');
  visitor.assertNoTrouble();
  await visitor.close();
});

/** Opens what can be opened at the same time. */
async function openEverything(page: Page): Promise<void> {
  await page.locator('kudos-composer').getByRole('button').click();
  await page.locator('kudos-composer').getByRole('combobox').waitFor();
  await page.locator('kudos-card').first().getByRole('button', { expanded: false }).first().click();
  await page.locator('notification-center').getByRole('button').click();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

/** Waits until everything that the page shows has come. */
async function settled(page: Page, path: string): Promise<void> {
  if (path === '/') await page.getByText('Your rollback guide saved our Friday.').waitFor();
  const directory = page.locator('people-directory'); // A phone has no room for it beside the wall.
  if (await directory.isVisible()) await directory.getByRole('listitem').first().waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    // The script above has put it there.
    const page = globalThis as unknown as { axe: typeof axe };
    const { violations } = await page.axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target} ${html}`));
  });
}
