import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { systemActor, type Client } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { cast, type CastId } from '../internal/test-hall.js';
import {
  appears,
  find,
  findAll,
  focused,
  freshStorage,
  lostConnection,
  shown,
  tabTo,
  withOperation,
  write,
} from '../internal/test-page.js';
import { IntroductionCard } from './introduction-card.js';
import { mentorHall, type MentorHall } from './test-mentors.js';
import { waitUntil } from '../internal/test-until.js';

define(IntroductionCard);

describe('introduction-card', function () {
  this.timeout(60_000);
  let test: MentorHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    test = await mentorHall();
    await test.guildhall.as(systemActor).people.sync({
      people: [{ externalId: 'layla', name: cast.layla, email: 'layla@example.org' }],
    });
    await test.as('layla').people.updateProfile({ visibility: { email: 'me' } });
    const id = await test.ask('ana', 'ben');
    await test.as('ben').mentoring.respond({ id, accept: true });
  });
  afterEach(() => test.guildhall.close());
  const place = (id: CastId, options: { client?: Client; locale?: string; dir?: 'rtl'; of?: string } = {}) =>
    test.hall<IntroductionCard>(
      id,
      html`<introduction-card .of=${options.of} .client=${options.client}></introduction-card>`,
      { locale: options.locale ?? 'en', ...(options.dir && { dir: options.dir }) },
    );
  const click = async (el: Element, selector: string, text = '') =>
    (await appears(el, selector, text)).click();
  const propose = (message = 'You both care about maps.') =>
    test.as('ben').people.introduce({ forId: 'ana', toId: 'layla', message });

  it('is accessible while it loads, empty, and after an error', async () => {
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const slow = withOperation(test.as('lea'), 'people.introductions', async (call) => (await gate, call()));
    const el = await place('lea', { client: slow });
    await appears(el, '[aria-busy=true]');
    await isAccessible(el);
    answer();
    await appears(el, '.state', 'No introductions yet.');
    expect(findAll(el, 'button').filter((button) => button.checkVisibility()).length).to.equal(0);
    await isAccessible(el);
    const failing = withOperation(test.as('lea'), 'people.introductions', () =>
      Promise.reject(lostConnection()),
    );
    const lost = await place('lea', { client: failing });
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
  });

  it('lets a mentor propose, by keyboard alone, and says who hears of it when', async () => {
    const el = await place('ben');
    await appears(el, 'button', 'Introduce somebody');
    await tabTo('.head button');
    await sendKeys({ press: 'Enter' });
    await appears(el, 'h2', 'Introduce Ana Ruiz');
    await waitUntil(() => focused()?.matches('[role=combobox]'), 'the focus is in the form');
    await isAccessible(el);
    await sendKeys({ type: 'ليلى' });
    await appears(el, '[role=option]');
    await sendKeys({ press: 'Enter' });
    await appears(
      el,
      '.seers',
      `${cast.layla} is asked first. Ana Ruiz hears of it once ${cast.layla} has said yes.`,
    );
    await tabTo('#why');
    await sendKeys({ type: 'Maps.' });
    await tabTo('#send');
    await sendKeys({ press: 'Enter' });
    await appears(el, '.row', `Waiting for ${cast.layla}`);
    await waitUntil(() => !find(el, 'dialog[open]'));
    const { items } = await test.as('layla').people.introductions({ of: 'asked' });
    expect(items.map(({ message }) => message)).to.deep.equal(['Maps.']);
    await isAccessible(el);
  });

  it('asks for what is missing, and refuses one of the two themselves', async () => {
    const el = await place('ben');
    await click(el, '.head button');
    await click(el, '#send');
    await appears(el, '[role=alert]', 'Choose one person to introduce them to.');
    await appears(el, '#why-note[role=alert]', 'Write why they should meet.');
    write(find(el, '[role=combobox]'), 'ana');
    await click(el, '[role=option]', 'Ana Ruiz');
    await appears(el, '[role=alert]', 'You, your mentee and a third person make an introduction.');
  });

  it('keeps what is written over a reload', async () => {
    const el = await place('ben');
    await click(el, '.head button');
    write(await appears(el, '#why'), 'Half a reason');
    el.closest('guild-hall')?.remove();
    const again = await place('ben');
    await click(again, '.head button');
    await waitUntil(() => find<HTMLTextAreaElement>(again, '#why')?.value === 'Half a reason');
  });

  it('shows nothing to the mentee before the third person agrees, and then how to reach each other', async () => {
    await propose('<i>Maps</i>');
    const mentee = await place('ana');
    await appears(mentee, '.state', 'No introductions yet.');
    const third = await place('layla');
    const row = await appears(third, '.row', 'Ben Okafor would like you to meet Ana Ruiz');
    expect(find(row, '.ask')?.textContent).to.equal('<i>Maps</i>');
    expect(shown(row)).to.contain('Nothing is shared until you say yes.');
    await isAccessible(third);
    (await appears(third, 'button', 'Yes, gladly')).focus();
    await sendKeys({ press: 'Enter' });
    await appears(third, '.row', 'You and Ana Ruiz know each other now, thanks to Ben Okafor');
    await waitUntil(() => shown(focused() ?? third).startsWith('You and Ana Ruiz'), 'the focus goes with it');
    await appears(mentee, '.row', `You and ${cast.layla} know each other now, thanks to Ben Okafor`);
    const write = await appears<HTMLAnchorElement>(mentee, 'a', `Write to ${cast.layla}`);
    expect(write.getAttribute('href')).to.equal('mailto:layla@example.org');
    const mentor = await place('ben');
    await appears(mentor, '.row', `Ana Ruiz and ${cast.layla} know each other now`);
    expect(shown(mentor)).to.not.contain('layla@example.org');
    await isAccessible(mentee);
  });

  it('lets the third person say no, kindly, and the mentor take it back', async () => {
    await propose();
    const third = await place('layla');
    const mentor = await place('ben');
    await click(third, 'button', 'Not now');
    await appears(third, '.row', 'You would rather not, for now');
    await appears(mentor, '.row', `${cast.layla} would rather not, for now`);
    await propose('Once more');
    await click(mentor, 'button', 'Take back');
    await appears(mentor, '.row', 'Taken back');
    await waitUntil(() => !shown(third).includes('Once more'));
    expect(shown(await place('ana'))).to.not.contain(cast.layla);
  });

  it('shows one side where only that is wanted', async () => {
    await propose();
    const asked = await place('ben', { of: 'asked' });
    await appears(asked, '.state', 'No introductions yet.');
    expect(findAll(asked, '.head button').length).to.equal(0);
    await appears(await place('ben', { of: 'proposed' }), '.row', `Ana Ruiz and ${cast.layla}`);
  });

  it('speaks German, and fits from right to left in a narrow place', async () => {
    await setViewport({ width: 320, height: 800 });
    await propose();
    const el = await place('layla', { locale: 'de', dir: 'rtl' });
    await appears(el, '.row', 'Ben Okafor möchte dir Ana Ruiz vorstellen');
    await appears(el, 'button', 'Ja, gern');
    await isAccessible(el);
    const page = document.documentElement;
    expect(page.scrollWidth).to.be.at.most(page.clientWidth);
  });
});
