import { expect, html } from '@open-wc/testing';
import { systemActor, type Client } from '@guildhall/core';
import { define } from '../define.js';
import { testHall, type HallOptions, type TestHall } from '../internal/test-hall.js';
import { appears, findAll, gate, lostConnection, shown, withOperation } from '../internal/test-page.js';
import { AllowanceMeter } from './allowance-meter.js';
import { waitUntil } from '../internal/test-until.js';

define(AllowanceMeter);

describe('allowance-meter', () => {
  let test: TestHall;
  let meter: AllowanceMeter;

  const open = async ({ client, ...options }: HallOptions & { client?: Client } = {}) => {
    const template = html`<allowance-meter .client=${client}></allowance-meter>`;
    meter = await test.hall<AllowanceMeter>('ana', template, options);
  };
  const bar = () => appears(meter, '[role=meter]');
  const give = (points: number) =>
    test.as('ana').recognition.give({ receivers: ['ben'], message: 'Thank you.', points });
  const rows = () => findAll(meter, 'tbody tr').map(shown);
  const showLedger = async () => (await appears(meter, 'summary')).click();

  beforeEach(async () => {
    const now = () => new Date('2026-11-18T12:00:00Z');
    test = await testHall({ now, settings: { points: { enabled: true, perMonth: 1200 } } });
  });

  it('is accessible, closed and with its ledger', async () => {
    await give(15);
    await open();
    await bar();
    await expect(meter).to.be.accessible();
    await showLedger();
    await appears(meter, 'table');
    await expect(meter).to.be.accessible();
  });

  it('keeps English words in their order, at the edge of a page that runs from right to left', async () => {
    await open({ dir: 'rtl' });
    const line = await appears(meter, 'p', '1,200 of 1,200 points left');
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, (node) =>
      node.nodeValue?.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
    );
    const range = document.createRange();
    range.selectNodeContents(walker.nextNode() ?? line);
    const { length } = range.toString();
    const text = range.startContainer;
    const edgeOf = (at: number) => {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect();
    };
    expect(edgeOf(0).left).to.be.below(edgeOf(length - 1).left);
    expect(edgeOf(length - 1).right).to.be.closeTo(line.getBoundingClientRect().right, 2);
  });

  it('says what is left, in words and as a picture', async () => {
    await give(300);
    await open();
    const { ariaValueNow, ariaValueMin, ariaValueMax, ariaValueText } = await bar();
    expect([ariaValueNow, ariaValueMin, ariaValueMax]).to.deep.equal(['900', '0', '1200']);
    expect(ariaValueText).to.equal('900 of 1,200 points left');
    expect(shown(meter)).to.contain('900 of 1,200 points left').and.to.contain('December 1');
    expect(meter.renderRoot.querySelector('rect')?.getAttribute('width')).to.equal('75');
  });

  it('follows what is given, taken back and added', async () => {
    await open();
    await showLedger();
    await appears(meter, 'p', 'Nothing has moved yet.');
    const { id } = await give(200);
    await appears(meter, 'p', '1,000 of 1,200 points left');
    await waitUntil(() => rows().length === 2);
    expect(rows().join()).to.contain('For the month +1,200').and.to.contain('Given with thanks −200');
    await test.as('ana').recognition.withdraw({ id });
    await appears(meter, 'p', '1,200 of 1,200 points left');
    await appears(meter, 'td', 'Thanks taken back');
    await test.guildhall.as(systemActor).people.grantRole({ personId: 'lea', role: 'hrAdmin' });
    await test.as('lea').recognition.grantAllowance({ personIds: ['ana'], amount: 50 });
    await appears(meter, 'p', '1,250 of 1,250 points left');
    await appears(meter, 'tr', 'Added for you +50');
  });

  it('shows older movements page by page, and keeps them up to date', async () => {
    for (let count = 0; count < 22; count++) await give(1);
    await open();
    await showLedger();
    await waitUntil(() => rows().length === 20);
    (await appears(meter, 'button', 'Show more')).click();
    await waitUntil(() => rows().length === 23);
    expect(findAll(meter, 'button')).to.have.length(0);
    await give(1);
    await waitUntil(() => rows().length === 24);
  });

  it('shows nothing at all where points are off', async () => {
    test = await testHall();
    await open();
    await waitUntil(() => meter.matches(':state(off)'));
    expect(getComputedStyle(meter).display).to.equal('none');
    expect(shown(meter)).to.equal('');
  });

  it('shows that it loads, and says when it cannot', async () => {
    const slow = gate();
    let broken = true;
    const client = withOperation(test.as('ana'), 'recognition.allowance', async (call) => {
      await slow.opened;
      if (broken) throw lostConnection();
      return call();
    });
    await open({ client });
    await appears(meter, '[aria-busy=true]');
    slow.open();
    await appears(meter, '[role=alert]', 'The connection was lost.');
    await expect(meter).to.be.accessible();
    broken = false;
    (await appears(meter, 'button')).click();
    await bar();
  });

  it('speaks German, and fills from the right where people read from there', async () => {
    await give(300);
    await open({ locale: 'de', dir: 'rtl' });
    await appears(meter, 'p', 'Noch 900 von 1.200 Punkten');
    expect(shown(meter)).to.contain('1. Dezember');
    const whole = (await bar()).getBoundingClientRect();
    const filled = meter.renderRoot.querySelector('rect')?.getBoundingClientRect();
    expect(filled?.right).to.be.closeTo(whole.right, 1);
    expect(filled?.left).to.be.greaterThan(whole.left);
  });
});
