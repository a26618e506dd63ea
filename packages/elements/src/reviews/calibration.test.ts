import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { appears, find, findAll, freshStorage, shown, write } from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { ReviewConsole } from './review-console.js';
import { cycleWorld, type CycleWorld } from './test-cycle.js';

define(ReviewConsole);

const click = async (el: Element, text: string) =>
  (await appears<HTMLElement>(el, 'button, summary, [role=tab]', text)).click();

describe('guild-calibration', () => {
  let world: CycleWorld;

  before(freshStorage);
  beforeEach(async () => {
    localStorage.clear();
    await setViewport({ width: 1100, height: 900 });
    world = await cycleWorld();
    await world.collect();
    await world.answer();
    await world.reviews.close({ id: world.cycleId });
    await world.reviews.startCalibration({
      cycleId: world.cycleId,
      name: 'Product',
      participants: ['chidi'],
    });
  });
  const open = (who: string, cycle = '') =>
    world.test.hall<ReviewConsole>(
      'ana',
      html`<review-console .client=${world.as(who)} cycle=${cycle}></review-console>`,
    );

  it('shows an invited manager the ratings by managers, and nothing of other answers', async () => {
    const el = await open('chidi');
    await click(el, 'Product');
    await appears(el, 'table', 'rated by Chidi Eze');
    expect(shown(el)).to.not.contain('Words of').and.not.to.contain('colleagues');
    expect(findAll(el, 'button').map(shown)).to.not.include('We agree');
    await isAccessible(el);
  });

  it('changes a rating only with a reason, which is kept while it is written and stands beside it', async () => {
    let el = await open('chidi');
    await click(el, 'Product');
    await click(el, 'Change');
    await appears(el, 'dialog[open]');
    await click(el, 'Change the rating');
    await appears(el, '#why-note', 'Give a reason.');
    await appears(el, '#to-note', 'another rating');
    await isAccessible(el);
    write(find(el, '#why'), 'The launch was counted twice.');
    el.remove();
    el = await open('chidi');
    await click(el, 'Product');
    await click(el, 'Change');
    await waitUntil(() => find<HTMLTextAreaElement>(el, '#why')?.value === 'The launch was counted twice.');
    const to = find<HTMLSelectElement>(el, '#to');
    const before = to?.value;
    if (to) to.value = before === '4' ? '5' : '4';
    to?.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await click(el, 'Change the rating');
    const change = await appears(el, '.changes', 'The launch was counted twice.');
    expect(shown(change))
      .to.contain(`${before} → ${before === '4' ? '5' : '4'}`)
      .and.to.contain('Chidi Eze');
    await isAccessible(el);
  });

  it('is agreed by HR after a question, before the release', async () => {
    const el = await open('femi', world.cycleId);
    await click(el, 'Calibration');
    await click(el, 'Product');
    await click(el, 'We agree');
    await appears(el, 'guild-confirm p', 'audit log');
    const confirm = find(el, 'guild-confirm');
    if (confirm) await click(confirm, 'We agree');
    await appears(el, 'p', 'agreed · With Chidi Eze');
    expect(findAll(el, 'button').filter((one) => shown(one) === 'Change')).to.have.length(0);
  });

  it('is started by HR with the managers who take part', async () => {
    const el = await open('femi', world.cycleId);
    await click(el, 'Calibration');
    await click(el, 'Start a calibration');
    await appears(el, '#name-note', 'Give it a name.');
    await isAccessible(el);
  });
});
