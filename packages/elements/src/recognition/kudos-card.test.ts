import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { systemActor, type Kudos } from '@guildhall/core';
import { testHall, type CastId, type TestHall } from '../internal/test-hall.js';
import type { KudosReactedEvent } from './events.js';
import type { KudosCard } from './kudos-card.js';
import { eventually, give, testClock, textUnder } from './test-wall.js';

const one = <T extends HTMLElement = HTMLElement>(card: KudosCard, selector: string) =>
  card.renderRoot.querySelector<T>(selector);
const heart = (card: KudosCard) => one(card, '[aria-pressed]')!;
const words = (card: KudosCard) => one(card, '.words')!;

describe('kudos-card', function () {
  this.timeout(60_000);
  let test: TestHall;
  beforeEach(async () => {
    test = await testHall({ now: testClock().now, settings: { points: { enabled: true, perMonth: 100 } } });
  });
  afterEach(() => test.guildhall.close());

  async function show(kudos: Kudos, viewer: CastId = 'lea', options = {}): Promise<KudosCard> {
    const template = html`<kudos-card .kudos=${kudos}></kudos-card>`;
    const card = await test.hall<KudosCard>(viewer, template, options);
    await eventually(() => one(card, '.words'));
    return card;
  }

  async function rich(): Promise<Kudos> {
    const { items } = await test.as('ana').people.values({});
    return test.as('ana').recognition.give({
      receivers: ['ben', 'layla'],
      message: 'First line\n  second line',
      values: items.slice(0, 2).map(({ id }) => id),
      impact: 'Two routes replanned',
      ref: { kind: 'link', url: 'https://example.org/guide?a=1&b=2', title: 'The guide' },
      points: 5,
    });
  }

  it('is accessible, in German and from right to left too', async () => {
    const kudos = await rich();
    await expect(await show(kudos)).to.be.accessible();
    const card = await show(kudos, 'ana', { locale: 'de', dir: 'rtl' });
    await eventually(() => one(card, 'guild-kudos-menu'));
    await expect(card).to.be.accessible();
    expect(textUnder(card)).to.contain('Dank von Ana Ruiz');
    expect(card.getAttribute('aria-label')).to.equal('Dank an Ben Okafor und ليلى حداد von Ana Ruiz');
  });

  it('says who is thanked, then by whom, and the rest quietly below', async () => {
    const card = await show(await rich());
    const text = textUnder(card);
    expect(text).to.match(/^BO ?Ben Okafor and ليلى حداد thanked by Ana Ruiz · \w+/);
    expect(words(card).textContent, 'as written').to.equal('First line\n  second line');
    expect(getComputedStyle(words(card)).whiteSpace).to.contain('pre-wrap');
    for (const part of ['Help first', 'Own it', 'Impact: Two routes replanned', 'The guide'])
      expect(text).to.contain(part);
    expect(text, 'points are nobody else’s business').not.to.contain('5 points');
    const link = one<HTMLAnchorElement>(card, 'a');
    expect(link?.href).to.equal('https://example.org/guide?a=1&b=2');
    expect(link?.rel).to.equal('noopener noreferrer nofollow ugc');
    expect(Number.parseFloat(getComputedStyle(words(card)).fontSize)).to.equal(18);
    expect(card.shadowRoot?.querySelectorAll('bdi')).to.have.length.greaterThan(3);
  });

  it('says how often the thing was thanked for, and leads nowhere but to the web', async () => {
    await rich();
    const kudos = await rich();
    expect(textUnder(await show(kudos))).to.contain('The guide · thanked for 2 times');
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'nonsense', 'https:']) {
      const card = await show({ ...kudos, ref: { kind: 'link', url, title: 'Title', thanks: 1 } });
      expect(one(card, 'a'), url).to.equal(null);
      expect(textUnder(card)).to.contain('Title');
    }
  });

  it('tells giver and receivers the points, and everyone who can see it', async () => {
    const kudos = await rich();
    for (const viewer of ['ana', 'ben'] as const) {
      const card = await show(kudos, viewer);
      await eventually(() => textUnder(card).includes('5 points'), viewer);
    }
    for (const [audience, text] of [
      ['team', 'Teams of the people thanked can see this'],
      ['private', 'Only the people thanked and the giver can see this'],
    ] as const) {
      const kept = await test.as('ana').recognition.give({ receivers: ['ben'], message: 'm', audience });
      const card = await show(kept, 'ben');
      expect(textUnder(card)).to.contain(text);
      await expect(card).to.be.accessible();
    }
  });

  it('names four people, or three and how many others, and all when asked', async () => {
    const person = (name: string) => ({ id: name, name });
    const kudos = await give(test, 'm');
    const card = await show({
      ...kudos,
      receivers: ['A', 'B', 'C', 'D'].map(person),
      teams: [{ id: 't', name: 'Team' }],
    });
    expect(textUnder(one(card, '.who')!)).to.match(/^A, B, C,? and 2 others thanked/);
    expect(card.getAttribute('aria-label')).to.match(/^A, B, C, D,? and Team thanked by Ana Ruiz$/);
    one(card, '.who button')?.click();
    await card.updateComplete;
    expect(textUnder(one(card, '.who')!)).to.match(/^A, B, C, D,? and Team thanked/);
  });

  it('folds a very long text, and no other', async () => {
    const short = await show(await give(test, 'Thank you for that. '.repeat(25)));
    expect(one(short, '.more')?.checkVisibility() ?? false).to.equal(false);
    const card = await show(await give(test, 'Thank you for that. '.repeat(95)));
    const lines = () =>
      words(card).getBoundingClientRect().height /
      Number.parseFloat(getComputedStyle(words(card)).lineHeight);
    expect(lines()).to.be.closeTo(12, 0.1);
    const more = one(card, '.more');
    expect(more?.checkVisibility()).to.equal(true);
    more?.click();
    await card.updateComplete;
    expect(lines()).to.be.greaterThan(14);
    expect(one(card, '.more')).to.equal(null);
    const poem = await show(await give(test, 'a\n'.repeat(20) + 'b'));
    expect(one(poem, '.more')?.checkVisibility()).to.equal(true);
  });

  it('fits into a narrow place whatever it holds', async () => {
    const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(5);
    const kudos = await give(test, long, 'long');
    const named = { id: 'x', name: long };
    const url = `https://example.org/${long}`;
    for (const dir of ['ltr', 'rtl'] as const) {
      const card = await show(
        {
          ...kudos,
          giver: named,
          values: [named],
          impact: long,
          audience: 'team',
          ref: { kind: 'link', url, title: long, thanks: 3 },
        },
        'lea',
        { dir },
      );
      card.style.inlineSize = '240px';
      const { left, right } = card.getBoundingClientRect();
      for (const part of card.renderRoot.querySelectorAll('*')) {
        const box = part.getBoundingClientRect();
        expect(box.left, part.className).to.be.at.least(left - 1);
        expect(box.right, part.className).to.be.at.most(right + 1);
      }
    }
  });

  it('shows the heart at once, and the server’s answer', async () => {
    const kudos = await give(test, 'm');
    await test.as('ben').recognition.react({ id: kudos.id });
    const card = await show({ ...kudos, reactions: { heart: 1 } });
    const heard: KudosReactedEvent[] = [];
    card.closest('guild-hall')?.addEventListener('guild-kudos-reacted', (event) => heard.push(event));
    expect(heart(card).ariaLabel).to.equal('Join in the thanks, 1 person joins in');
    heart(card).click();
    await card.updateComplete;
    expect([heart(card).ariaPressed, heart(card).textContent?.trim()]).to.deep.equal(['true', '2']);
    expect(heard).to.have.length(0);
    await eventually(() => heard.length === 1);
    expect(heard[0]?.reacted).to.deep.equal(['heart']);
    expect(heard[0]?.kudos.reactions.heart).to.equal(2);
    await card.updateComplete;
    expect([heart(card).ariaPressed, heart(card).textContent?.trim()]).to.deep.equal(['true', '2']);
    await expect(card).to.be.accessible();
  });

  it('ends where the viewer ends when they change their mind meanwhile', async () => {
    const kudos = await give(test, 'm');
    const card = await show(kudos);
    const { recognition } = card.hall!.client;
    const { react } = recognition;
    const sent: (boolean | undefined)[] = [];
    Object.assign(recognition, {
      react: (input: { id: string; on?: boolean }, options: object) => {
        sent.push(input.on);
        return react(input, options);
      },
    });
    for (let click = 0; click < 4; click++) heart(card).click();
    await eventually(() => sent.length === 2 && heart(card).ariaPressed === 'false');
    expect(sent).to.deep.equal([true, false]);
    expect(heart(card).textContent?.trim()).to.equal('');
    const { items } = await test.as('lea').recognition.marks({ ids: [kudos.id] });
    expect(items[0]?.reacted).to.deep.equal([]);
  });

  it('takes the heart back when the server is gone, and says so', async () => {
    const card = await show(await give(test, 'm'));
    await eventually(() => heart(card).ariaPressed === 'false');
    await test.guildhall.close();
    heart(card).focus();
    heart(card).click();
    await card.updateComplete;
    expect(heart(card).ariaPressed).to.equal('true');
    await eventually(() => heart(card).ariaPressed === 'false');
    expect(heart(card).textContent?.trim()).to.equal('');
    expect(one(card, '[role=alert]')?.textContent).to.contain('The server cannot be reached');
    expect(card.shadowRoot?.activeElement).to.equal(heart(card));
    await expect(card).to.be.accessible();
  });

  it('stands alone, by the id of a kudos, and follows it', async () => {
    const kudos = await give(test, 'm');
    const card = await test.hall<KudosCard>('lea', html`<kudos-card kudos-id=${kudos.id}></kudos-card>`);
    await eventually(() => one(card, '.words')?.textContent === 'm');
    await test.as('ben').recognition.react({ id: kudos.id });
    await eventually(() => heart(card).textContent?.trim() === '1');
    heart(card).click();
    await eventually(() => card.kudos === undefined && heart(card).textContent?.trim() === '2');
    await test.as('ana').recognition.edit({ id: kudos.id, message: 'better' });
    await eventually(() => words(card).textContent === 'better' && textUnder(card).includes('· edited'));
    await test.as('ana').recognition.withdraw({ id: kudos.id });
    await eventually(() => textUnder(card).includes('taken back'));
    await expect(card).to.be.accessible();
  });

  it('says so when there is no such kudos, or none for the viewer', async () => {
    const secret = await test
      .as('ana')
      .recognition.give({ receivers: ['ben'], message: 'secret', audience: 'private' });
    for (const id of ['nothing', secret.id]) {
      const card = await test.hall<KudosCard>('lea', html`<kudos-card kudos-id=${id}></kudos-card>`);
      await eventually(() => one(card, '[role=alert]'));
      expect(textUnder(card)).not.to.contain('secret');
      await expect(card).to.be.accessible();
    }
  });

  it('is warm for a moment when it has just come, unless the viewer wants no motion', async () => {
    const card = await show(await give(test, 'm'));
    expect(getComputedStyle(card, '::before').content).to.equal('none');
    card.arrived = true;
    await card.updateComplete;
    const edge = getComputedStyle(card, '::before');
    expect(edge.backgroundColor).to.equal('rgb(233, 168, 32)');
    expect(Number.parseFloat(edge.animationDuration)).to.be.below(2);
    const inStillness = [...(card.shadowRoot?.adoptedStyleSheets ?? [])]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule.cssText.includes('[arrived]'));
    expect(inStillness).to.have.length(1);
    expect(inStillness[0]?.cssText).to.match(/^@media \(prefers-reduced-motion: no-preference\)/);
  });

  it('offers a moderator to remove it, with a reason', async () => {
    await test.guildhall.as(systemActor).people.grantRole({ personId: 'lea', role: 'moderator' });
    const kudos = await give(test, 'rude');
    const card = await show(kudos);
    await eventually(() => one(card, 'guild-kudos-menu')?.shadowRoot?.querySelector('button'));
    const menu = one(card, 'guild-kudos-menu')!.shadowRoot!;
    expect([...menu.querySelectorAll('[popover] button')].map((each) => each.textContent)).to.deep.equal([
      'Remove from the wall',
    ]);
    menu.querySelector<HTMLElement>('button')?.focus();
    for (const press of ['Enter', 'Tab', 'Enter']) await sendKeys({ press });
    const form = () => one(card, 'guild-kudos-withdraw')?.shadowRoot;
    await eventually(() => form()?.activeElement?.id === 'reason');
    await expect(card).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(
      (await test.as('lea').recognition.get({ id: kudos.id })).message,
      'no reason, no removal',
    ).to.equal('rude');
    await sendKeys({ type: 'It names a customer.' });
    await sendKeys({ press: 'Enter' });
    await eventually(() => textUnder(card).includes('taken back'));
    await test
      .as('ben')
      .recognition.get({ id: kudos.id })
      .then(
        () => expect.fail('It is still there.'),
        (error: { code: string }) => expect(error.code).to.equal('not_found'),
      );
  });
});
