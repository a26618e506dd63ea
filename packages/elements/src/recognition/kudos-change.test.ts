import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Kudos } from '@guildhall/core';
import { testHall, type CastId, type TestHall } from '../internal/test-hall.js';
import { freshStorage } from '../internal/test-page.js';
import type { KudosEditedEvent, KudosWithdrawnEvent } from './events.js';
import type { KudosCard } from './kudos-card.js';
import { eventually, testClock, textUnder } from './test-wall.js';

/** What is inside the shadow root of a part of the card. */
const inside = (card: KudosCard, part: string) => card.renderRoot.querySelector(part)?.shadowRoot;
const menu = (card: KudosCard) => inside(card, 'guild-kudos-menu');
const edit = (card: KudosCard) => inside(card, 'guild-kudos-edit');
const comments = (card: KudosCard) => inside(card, 'guild-kudos-comments');
const written = (card: KudosCard) =>
  [...(comments(card)?.querySelectorAll('li .text') ?? [])].map(({ textContent }) => textContent);
const field = (card: KudosCard) => comments(card)!.querySelector('textarea')!;

describe('kudos-card, changed', function () {
  this.timeout(60_000);
  let test: TestHall;
  let pass: (seconds: number) => void;
  let kudos: Kudos;
  beforeEach(async () => {
    freshStorage();
    const clock = testClock();
    ({ pass } = clock);
    test = await testHall({ now: clock.now });
    kudos = await test
      .as('ana')
      .recognition.give({ receivers: ['ben'], message: 'Thanks', impact: 'A calm Friday' });
  });
  afterEach(() => test.guildhall.close());

  async function show(viewer: CastId = 'ana', options = {}): Promise<KudosCard> {
    const template = html`<kudos-card kudos-id=${kudos.id}></kudos-card>`;
    const card = await test.hall<KudosCard>(viewer, template, options);
    await eventually(() => card.renderRoot.querySelector('.words'));
    return card;
  }

  async function choose(card: KudosCard, name: string): Promise<void> {
    await eventually(() => menu(card)?.querySelector(`[name=${name}]`), name);
    menu(card)?.querySelector<HTMLElement>(`[name=${name}]`)?.click();
  }

  async function openComments(card: KudosCard): Promise<void> {
    card.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.click();
    await eventually(() => comments(card)?.querySelector('textarea'));
  }

  describe('by its giver', () => {
    it('has a menu that follows the keyboard, and none for others', async () => {
      const card = await show();
      await eventually(() => menu(card)?.querySelector('button'));
      menu(card)?.querySelector('button')?.focus();
      await sendKeys({ press: 'Enter' });
      expect(menu(card)?.querySelector('[popover]')?.matches(':popover-open')).to.equal(true);
      await expect(card).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      expect(menu(card)?.querySelector('[popover]')?.matches(':popover-open')).to.equal(false);
      expect(menu(card)?.activeElement).to.equal(menu(card)?.querySelector('button'));
      const other = await show('lea');
      await eventually(() => other.renderRoot.querySelector('[aria-pressed]'));
      expect(other.renderRoot.querySelector('guild-kudos-menu')).to.equal(null);
    });

    it('opens the menu at its button, and inside the page from right to left', async () => {
      for (const dir of ['ltr', 'rtl'] as const) {
        const card = await show('ana', { dir });
        await eventually(() => menu(card)?.querySelector('button'));
        menu(card)?.querySelector('button')?.click();
        const list = () => menu(card)!.querySelector('[popover]')!.getBoundingClientRect();
        const opener = menu(card)!.querySelector('button')!.getBoundingClientRect();
        await eventually(() => Math.abs(list().top - opener.bottom) < 1, dir);
        expect(list().left).to.be.at.least(0);
        expect(list().right).to.be.at.most(innerWidth);
        const [edge, own] = dir === 'ltr' ? [list().right, opener.right] : [list().left, opener.left];
        expect(edge).to.be.closeTo(own, 1);
        menu(card)?.querySelector<HTMLElement>('[popover]')?.hidePopover();
      }
    });

    it('is mended in its place', async () => {
      const card = await show();
      const heard: KudosEditedEvent[] = [];
      document.addEventListener('guild-kudos-edited', (event) => heard.push(event as KudosEditedEvent), {
        once: true,
      });
      await choose(card, 'edit');
      await eventually(() => edit(card)?.activeElement?.id === 'message');
      await expect(card).to.be.accessible();
      expect(textUnder(edit(card)!)).to.match(/You can change the text until \d/);
      const message = edit(card)!.querySelector('textarea')!;
      expect(message.value).to.equal('Thanks');
      message.select();
      await sendKeys({ type: 'Many thanks' });
      edit(card)?.querySelector<HTMLElement>('.primary')?.click();
      await eventually(() => card.renderRoot.querySelector('.words')?.textContent === 'Many thanks');
      expect(heard[0]?.kudos.message).to.equal('Many thanks');
      expect(heard[0]?.kudos.impact).to.equal('A calm Friday');
      expect(textUnder(card)).to.contain('edited');
      await eventually(() => menu(card)?.activeElement, 'focus goes back to the menu');
    });

    it('keeps what was written when the time is over, and over a reload', async () => {
      let card = await show();
      await choose(card, 'edit');
      await eventually(() => edit(card)?.activeElement?.id === 'message');
      await sendKeys({ type: ' a lot' });
      pass(3600);
      edit(card)?.querySelector<HTMLElement>('.primary')?.click();
      await eventually(() => edit(card)?.querySelector('[role=alert]'));
      expect(edit(card)?.querySelector('[role=alert]')?.textContent).to.contain(
        'The time for changing this text is over',
      );
      const text = edit(card)?.querySelector('textarea')?.value;
      expect(text).to.contain('a lot');
      await expect(card).to.be.accessible();
      pass(-3600);
      card.remove();
      card = await show();
      await choose(card, 'edit');
      await eventually(() => edit(card)?.querySelector('textarea')?.value === text);
      await sendKeys({ press: 'Escape' });
      await eventually(() => card.renderRoot.querySelector('.words')?.textContent === 'Thanks');
      await choose(card, 'edit');
      await eventually(
        () => edit(card)?.querySelector('textarea')?.value === 'Thanks',
        'left means forgotten',
      );
    });

    it('is taken back after a question', async () => {
      const card = await show();
      const heard: KudosWithdrawnEvent[] = [];
      card.addEventListener('guild-kudos-withdrawn', (event) => heard.push(event));
      await choose(card, 'withdraw');
      const form = () => inside(card, 'guild-kudos-withdraw');
      await eventually(() => form()?.activeElement);
      expect(textUnder(form()!)).to.contain('It disappears for everyone');
      await expect(card).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await eventually(() => !form());
      await choose(card, 'withdraw');
      await eventually(() => form()?.querySelector('.danger'));
      form()?.querySelector<HTMLElement>('.danger')?.click();
      await eventually(() => textUnder(card).includes('taken back'));
      expect(heard.map(({ kudosId }) => kudosId)).to.deep.equal([kudos.id]);
      const { items } = await test.as('ben').recognition.list({});
      expect(items).to.have.length(0);
    });
  });

  describe('by comments', () => {
    it('are listed, written and seen by others at once', async () => {
      await test.as('ben').recognition.comment({ id: kudos.id, text: 'You too!' });
      // Of comments of one moment nobody knows which is first.
      pass(1);
      const card = await show('lea');
      const toggle = card.renderRoot.querySelector<HTMLElement>('[aria-expanded]');
      expect(toggle?.ariaLabel).to.equal('1 comment');
      await openComments(card);
      expect(toggle?.ariaExpanded).to.equal('true');
      await eventually(() => written(card).length === 1);
      await expect(card).to.be.accessible();
      expect(textUnder(comments(card)!)).to.contain('Everyone can see this');
      field(card).focus();
      await sendKeys({ type: 'So true.' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await eventually(() => written(card).join('|') === 'You too!|So true.');
      expect(field(card).value).to.equal('');
      await eventually(() => toggle?.textContent?.trim() === '2');
      await test.as('ben').recognition.comment({ id: kudos.id, text: 'Yes.' });
      await eventually(() => written(card).length === 3);
      toggle?.click();
      await eventually(() => !comments(card));
    });

    it('are removed by their author alone', async () => {
      await test.as('ben').recognition.comment({ id: kudos.id, text: 'Ben’s' });
      pass(1);
      await test.as('lea').recognition.comment({ id: kudos.id, text: 'Lea’s' });
      const card = await show('lea');
      await openComments(card);
      await eventually(() => written(card).length === 2);
      const buttons = comments(card)!.querySelectorAll<HTMLElement>('[aria-label="Remove comment"]');
      expect(buttons).to.have.length(1);
      buttons[0]?.click();
      await eventually(() => written(card).join() === 'Ben’s');
      expect((await test.as('ben').recognition.comments({ id: kudos.id })).items).to.have.length(1);
      expect(comments(card)?.activeElement, 'focus is not lost').to.equal(field(card));
    });

    it('keep a draft over a reload, and the text when the server is gone', async () => {
      let card = await show('lea');
      await openComments(card);
      field(card).focus();
      await sendKeys({ type: 'Half a thought' });
      card.remove();
      card = await show('lea');
      await openComments(card);
      await eventually(() => field(card).value === 'Half a thought');
      await test.guildhall.close();
      field(card).focus();
      await sendKeys({ down: 'Control' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ up: 'Control' });
      await eventually(() => comments(card)?.querySelector('[role=alert]'));
      expect(field(card).value).to.equal('Half a thought');
      expect(written(card)).to.deep.equal([]);
      await expect(card).to.be.accessible();
    });

    it('are counted near the end of what they may be, and go on page by page', async () => {
      for (let number = 0; number < 25; number++) {
        pass(1);
        await test.as('ben').recognition.comment({ id: kudos.id, text: `${number}` });
      }
      const card = await show('lea');
      await openComments(card);
      await eventually(() => written(card).length === 20);
      const more = [...comments(card)!.querySelectorAll('button')].find(
        ({ textContent }) => textContent?.trim() === 'Show more',
      );
      more?.click();
      await eventually(() => written(card).length === 25);
      field(card).value = '😀'.repeat(990);
      field(card).dispatchEvent(new Event('input', { bubbles: true }));
      await eventually(() => textUnder(comments(card)!).includes('10 characters left'));
    });

    it('of a team’s kudos say who reads them', async () => {
      kudos = await test.as('ana').recognition.give({ receivers: ['ben'], message: 'm', audience: 'team' });
      const card = await show('ben', { locale: 'de' });
      await openComments(card);
      await eventually(() => textUnder(comments(card)!).includes('Die Teams der Bedankten können das sehen'));
      await expect(card).to.be.accessible();
    });
  });

  it('offers its giver only what the time still allows', async () => {
    pass(20 * 60);
    const card = await show('ana');
    await eventually(() => menu(card)?.querySelector('[popover]'));
    expect(
      [...menu(card)!.querySelectorAll<HTMLButtonElement>('[name]')].map(({ name }) => name),
    ).to.deep.equal(['withdraw']);
  });
});
