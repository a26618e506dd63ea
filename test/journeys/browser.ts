import assert from 'node:assert/strict';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { load } from './load.js';

/** Chromium that makes no calls of its own and draws alike everywhere. */
export async function openBrowser(): Promise<Browser> {
  const { ensureBrowser } = await load<{ ensureBrowser(): Promise<string> }>('scripts/find-browser.mjs');
  const args = [
    '--no-first-run',
    '--disable-gpu',
    '--disable-quic',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox'); // Chromium has no sandbox for root.
  return chromium.launch({ executablePath: await ensureBrowser(), args });
}

/** Someone who looks at pages, and what went wrong meanwhile. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Accepts trouble that matches: what a test provokes on purpose. */
  accept(pattern: RegExp): void;
  /** Fails when the console had an error, the page threw, the policy was violated or a request failed. */
  assertNoTrouble(): void;
  close(): Promise<void>;
}

/** What a visit may set besides Playwright's own. */
export interface VisitOptions extends BrowserContextOptions {
  /** Whom the development identity takes the visitor for. */
  person?: string;
}

/** Opens an address in a browser context of its own. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visitor> {
  const { person, ...rest } = options;
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...rest });
  if (person) await context.addCookies([{ name: 'guildhall-person', value: person, url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const trouble: string[] = [];
  const accepted: RegExp[] = [];
  collectTrouble(page, trouble);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      console.error(`Policy violated: ${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  await page.goto(url);
  return {
    page,
    context,
    accept: (pattern) => accepted.push(pattern),
    assertNoTrouble: () =>
      assert.deepEqual(
        trouble.filter((line) => !accepted.some((pattern) => pattern.test(line))),
        [],
      ),
    close: () => context.close(),
  };
}

function collectTrouble(page: Page, trouble: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => trouble.push(`page error: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // What a page was still waiting for when it was left.
    if (why !== 'net::ERR_ABORTED') trouble.push(`request: ${why} ${request.url()}`);
  });
}

/** Presses Tab until the element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

/** Whether the element has the focus, also inside shadow roots. */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.matches(':focus'));
}

/** Waits until the condition holds. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
