import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { type CastId, type HallOptions } from '../internal/test-hall.js';
import {
  appears,
  find,
  focused,
  freshStorage,
  lostConnection,
  tabTo,
  withOperation,
  write,
} from '../internal/test-page.js';
import { OwnOffer } from './own-offer.js';
import { mentorHall, type MentorHall } from './test-mentors.js';
import { waitUntil } from '../internal/test-until.js';

define(OwnOffer);

describe('own offer', function () {
  this.timeout(60_000);
  let test: MentorHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    test = await mentorHall();
  });
  afterEach(() => test.guildhall.close());
  const place = (id: CastId, client?: Client, options: HallOptions = {}) =>
    test.hall<OwnOffer>(id, html`<guild-own-offer .client=${client}></guild-own-offer>`, options);
  const click = async (el: Element, selector: string, text = '') =>
    (await appears(el, selector, text)).click();
  const offerOf = (id: CastId) => test.as(id).mentoring.offer({});

  it('opens the door, by keyboard alone', async () => {
    const el = await place('ana');
    await appears(el, '.line', 'Offer to mentor');
    await tabTo('.line');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'capacity', 'the focus is in the form');
    await isAccessible(el);
    await sendKeys({ press: 'ArrowUp' });
    await tabTo('.chip:nth-child(2)');
    await sendKeys({ press: 'Space' });
    await tabTo('#about');
    await sendKeys({ type: 'Saying no kindly.' });
    await tabTo('#save');
    await sendKeys({ press: 'Enter' });
    await appears(el, '[role=status]', 'Your door is open.');
    await isAccessible(el);
    expect(await offerOf('ana')).to.deep.include({
      open: true,
      capacity: 2,
      kinds: ['mentoring', 'coaching'],
      about: 'Saying no kindly.',
    });
    await sendKeys({ press: 'Enter' });
    await appears(el, '.line', 'Your door is open: 2 of 2 free');
    await waitUntil(() => focused()?.matches('.line'));
  });

  it('closes the door, and says before what that does to open requests', async () => {
    const id = await test.ask('ana', 'ben');
    const el = await place('ben');
    await click(el, '.line', 'Your door is open: 1 of 1 free');
    await appears(el, '#closing', 'One open request will be closed with a kind word.');
    await click(el, 'button', 'Close my door');
    await appears(el, '[role=status]', 'Your door is closed.');
    const { items } = await test.as('ana').mentoring.requests({ of: 'sent' });
    expect(items.map((one) => [one.id, one.state])).to.deep.equal([[id, 'closedByCapacity']]);
    expect((await offerOf('ben')).about).to.equal('Clusters that stay up.');
  });

  it('closes the door whatever is written beside it, and keeps that', async () => {
    const el = await place('ben');
    await click(el, '.line');
    write(await appears(el, '#capacity'), '');
    write(find(el, '#about'), 'Half an offer');
    await click(el, 'button', 'Close my door');
    await appears(el, '[role=status]', 'Your door is closed.');
    expect((await offerOf('ben')).about).to.equal('Clusters that stay up.');
    await click(el, 'button', 'Done');
    await click(el, '.line', 'Offer to mentor');
    await waitUntil(() => find<HTMLTextAreaElement>(el, '#about')?.value === 'Half an offer');
  });

  it('refuses fewer places than are taken, at the field', async () => {
    await test.offer('ben', { capacity: 2 });
    for (const name of ['ana', 'lea']) {
      const id = await test.ask(name, 'ben');
      await test.as('ben').mentoring.respond({ id, accept: true });
    }
    const el = await place('ben');
    await click(el, '.line', '0 of 2 free');
    await appears(el, '#capacity-note', '2 are taken.');
    write(find(el, '#capacity'), '1');
    await click(el, '#save');
    await appears(el, '#capacity-note[role=alert]', '2 places are taken.');
    await waitUntil(() => focused()?.id === 'capacity');
    await isAccessible(el);
    expect((await offerOf('ben')).capacity).to.equal(2);
  });

  it('asks for what is missing', async () => {
    const el = await place('ana');
    await click(el, '.line');
    write(await appears(el, '#capacity'), '1.5');
    await click(el, '.chip', 'Mentoring');
    await click(el, '#save');
    await appears(el, '#capacity-note[role=alert]', 'Use a whole number from 1 to 20.');
    await appears(el, '#kinds-note[role=alert]', 'Choose at least one.');
    expect((await offerOf('ana')).open).to.equal(false);
  });

  it('keeps what is written over a reload and a lost connection', async () => {
    const lost = withOperation(test.as('ana'), 'mentoring.setOffer', () => Promise.reject(lostConnection()));
    const el = await place('ana', lost);
    await click(el, '.line');
    write(await appears(el, '#about'), 'Half an offer');
    await click(el, '#save');
    await appears(el, '[role=alert]', 'connection');
    expect(find<HTMLTextAreaElement>(el, '#about')?.value).to.equal('Half an offer');
    el.closest('guild-hall')?.remove();
    const again = await place('ana');
    await click(again, '.line');
    await waitUntil(() => find<HTMLTextAreaElement>(again, '#about')?.value === 'Half an offer');
  });

  it('speaks German, and fits from right to left in a narrow place', async () => {
    await setViewport({ width: 320, height: 800 });
    const el = await place('ben', undefined, { locale: 'de', dir: 'rtl' });
    await click(el, '.line', 'Deine Tür ist offen: 1 von 1 frei');
    await appears(el, '#save', 'Speichern');
    await isAccessible(el);
    const dialog = find(el, 'dialog');
    expect(dialog?.scrollWidth).to.be.at.most(dialog?.clientWidth ?? 0);
    await appears(el, 'label', 'Wonach wirst du gern gefragt?');
  });
});
