import type { TestContext } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { visit, type Visitor } from './browser.js';
import type { House } from './harness.js';

/** A journey through the pages of a house, step by step. */
export interface Walk {
  /** Opens a page as somebody, in a browser context of its own. */
  enter(person: string, path: string): Promise<Visitor>;
  /** One step of the journey; once one has failed, those after it are skipped. */
  step(what: string, work: () => Promise<void>): Promise<void>;
  /** Fails when any page that was opened had trouble. */
  assertNoTrouble(): void;
}

/** Begins a journey; with the test end its visitors and the house. */
export function walk(t: TestContext, browser: Browser, house: House): Walk {
  const visitors: Visitor[] = [];
  let broken = false;
  t.after(async () => {
    await Promise.all(visitors.map((visitor) => visitor.close()));
    await house.close();
  });
  return {
    async enter(person, path) {
      // By header, since the page knows only the people of the demo and sets the cookie to one of them.
      const visitor = await visit(browser, house.url + path, {
        extraHTTPHeaders: { 'X-Guildhall-Person': person },
      });
      visitors.push(visitor);
      return visitor;
    },
    async step(what, work) {
      await t.test(what, { skip: broken && 'an earlier step failed' }, () =>
        work().catch(async (error) => {
          broken = true;
          for (const { page } of visitors) if (!page.isClosed()) console.error(await shownOn(page));
          throw error;
        }),
      );
    },
    assertNoTrouble() {
      for (const visitor of visitors) visitor.assertNoTrouble();
    },
  };
}

/** What a page shows, for whoever looks for the cause of a failure. */
async function shownOn(page: Page): Promise<string> {
  return `${page.url()} shows\n${await page.locator('body').ariaSnapshot()}`;
}

/** Takes a skill, or another choice, in a field that completes what is typed. */
export async function chooseIn(field: Locator, within: Locator, name: string): Promise<void> {
  await field.fill(name);
  await within.getByRole('option', { name, exact: true }).click();
}

/** The item of a list that names a person. */
export function itemOf(list: Locator, name: string): Locator {
  return list.getByRole('listitem').filter({ hasText: name });
}
