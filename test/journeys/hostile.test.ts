import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { openBrowser, until, visit } from './browser.js';
import { furnishCast, openHouse } from './harness.js';

const browser = await openBrowser();
after(() => browser.close());

/** The naughty strings that a message may hold, a few in each. */
async function naughtyMessages(): Promise<string[]> {
  // The fixture is a list of texts.
  const all = JSON.parse(
    await readFile(new URL('../fixtures/blns.json', import.meta.url), 'utf8'),
  ) as string[];
  const markup = all.filter((text) => /[<>]|script|alert/i.test(text) && text.length < 500);
  return Array.from({ length: Math.ceil(markup.length / 5) }, (_, at) =>
    markup.slice(at * 5, at * 5 + 5).join('\n'),
  );
}

test('markup in every text is text, under the strict policy, and the policy is really there', async () => {
  const messages = await naughtyMessages();
  assert.ok(messages.length > 30);
  const house = await openHouse(async (guildhall) => {
    await furnishCast(guildhall);
    const ana = guildhall.as({ id: 'ana' }).recognition;
    for (const message of messages) {
      const impact = [...message].slice(0, 300).join('');
      const title = [...message].slice(0, 200).join('');
      const ref = { kind: 'link' as const, url: 'https://wiki.example/a', title };
      const { id } = await ana.give({ receivers: ['ben'], message, impact, ref });
      await guildhall.as({ id: 'lea' }).recognition.comment({ id, text: message });
    }
  });
  const visitor = await visit(browser, house.url, { person: 'ben' });
  const { page } = visitor;
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => void (dialogs.push(dialog.message()), dialog.dismiss()));
  const cards = page.getByRole('article');
  await cards.nth(10).waitFor();
  await page
    .getByRole('button', { name: /comment/i })
    .first()
    .click();
  await page
    .getByRole('button', { name: /notification/i })
    .first()
    .click();
  const last = messages[0]?.split('\n')[0] ?? '';
  await until('the oldest is there', async () => {
    await page.mouse.move(400, 500);
    await page.mouse.wheel(0, 3000);
    return (await page.getByText(last).count()) > 0;
  });
  visitor.assertNoTrouble();
  assert.deepEqual(dialogs, []);
  // The control: the same markup by the road that is forbidden is stopped by the policy, so it was in force.
  const control = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="alert(1)">');
      return 'was taken';
    } catch (error) {
      return error instanceof TypeError ? 'refused' : 'failed otherwise';
    }
  });
  assert.equal(control, 'refused');
  await visitor.close();
  await house.close();
});
