import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
import { testHall, type TestHall } from '../internal/test-hall.js';
import { KudosFilters } from './kudos-filters.js';
import type { KudosWall } from './kudos-wall.js';
import {
  cardsOf,
  eventually,
  give,
  giveMany,
  numbersOf,
  settled,
  testClock,
  textUnder,
} from './test-wall.js';

const chips = (wall: KudosWall) => [
  ...(wall.renderRoot.querySelector('guild-kudos-filters')?.renderRoot.querySelectorAll('button') ?? []),
];
const chip = (wall: KudosWall, text: string) =>
  chips(wall).find((each) => each.textContent?.trim() === text)!;
const feed = (wall: KudosWall) => wall.renderRoot.querySelector('[role=feed]');
const focused = (wall: KudosWall) => cardsOf(wall).find((card) => card.matches(':focus'));

describe('kudos-wall', function () {
  this.timeout(60_000);
  let test: TestHall;
  let pass: (seconds: number) => void;
  beforeEach(async () => {
    const clock = testClock();
    ({ pass } = clock);
    test = await testHall({ now: clock.now });
  });
  afterEach(() => test.guildhall.close());

  const open = (template = html`<kudos-wall></kudos-wall>`, options = {}) =>
    test.hall<KudosWall>('lea', template, options);

  it('is accessible, and a feed of articles with names and places', async () => {
    await giveMany(test, 3, pass);
    const wall = await open();
    await settled(wall);
    await eventually(() => chips(wall).length === 6);
    await expect(wall).to.be.accessible();
    expect(feed(wall)?.getAttribute('aria-label')).to.equal('Thanks around the house');
    expect(cardsOf(wall).map((card) => card.getAttribute('aria-posinset'))).to.deep.equal(['1', '2', '3']);
    for (const card of cardsOf(wall)) {
      expect(card.getAttribute('role')).to.equal('article');
      expect(card.getAttribute('aria-label')).to.equal('Ben Okafor thanked by Ana Ruiz');
      expect(card.getAttribute('aria-setsize')).to.equal('3');
      expect(card.tabIndex).to.equal(0);
    }
  });

  it('says what will be here while there is nothing, and lets the page say it', async () => {
    const wall = await open(html`<kudos-wall><p slot="empty">Be the first.</p></kudos-wall>`);
    await eventually(() => wall.renderRoot.querySelector('slot[name=empty]'));
    await expect(wall).to.be.accessible();
    expect(textUnder(wall)).to.contain('Nobody has been thanked here yet');
    expect(wall.querySelector('p')?.checkVisibility()).to.equal(true);
    await give(test, 'first');
    await eventually(() => numbersOf(wall)[0] === 'first');
  });

  it('keeps the place of the cards while they are on their way', async () => {
    await giveMany(test, 1, pass);
    const client = test.as('lea');
    let open_ = () => {};
    const gate = new Promise<void>((resolve) => (open_ = resolve));
    slow(client, gate);
    const wall = await test.hall<KudosWall>('lea', html`<kudos-wall .client=${client}></kudos-wall>`);
    await eventually(() => wall.renderRoot.querySelector('.ghosts'));
    const ghosts = wall.renderRoot.querySelector('.ghosts')!;
    expect(ghosts.getBoundingClientRect().height).to.be.greaterThan(300);
    expect(getComputedStyle(ghosts).opacity).to.equal('0');
    await expect(wall).to.be.accessible();
    await eventually(() => getComputedStyle(ghosts).opacity === '1', 'they can be seen after a moment');
    open_();
    await settled(wall);
    expect(wall.renderRoot.querySelector('.ghosts')).to.equal(null);
  });

  it('says that it cannot be loaded, and tries again', async () => {
    await giveMany(test, 2, pass);
    const client = test.as('lea');
    const { list } = client.recognition;
    breaks(client, 'list');
    const wall = await test.hall<KudosWall>('lea', html`<kudos-wall .client=${client}></kudos-wall>`);
    await eventually(() => wall.renderRoot.querySelector('[role=alert]'));
    await expect(wall).to.be.accessible();
    expect(textUnder(wall)).to.contain('The server cannot be reached');
    Object.assign(client.recognition, { list });
    wall.renderRoot.querySelector<HTMLElement>('[role=alert] button')?.click();
    await settled(wall);
    expect(cardsOf(wall)).to.have.length(2);
  });

  it('offers a button when the next page could not be loaded', async () => {
    await giveMany(test, 45, pass);
    const client = test.as('lea');
    const { list } = client.recognition;
    const wall = await test.hall<KudosWall>('lea', html`<kudos-wall plain .client=${client}></kudos-wall>`);
    await settled(wall);
    breaks(client, 'list');
    wall.scrollIntoView({ block: 'end' });
    const more = () => wall.renderRoot.querySelector<HTMLElement>('.end button');
    await eventually(() => more());
    expect(textUnder(wall)).to.contain('The server cannot be reached');
    await expect(wall).to.be.accessible();
    Object.assign(client.recognition, { list });
    more()?.click();
    await eventually(() => cardsOf(wall).length >= 40 && !more());
  });

  it('ends with a quiet line, and only a long wall does', async () => {
    await giveMany(test, 55, pass);
    const wall = await open(html`<kudos-wall plain></kudos-wall>`);
    await eventually(() => {
      wall.scrollIntoView({ block: 'end' });
      return textUnder(wall).endsWith('That is everything.');
    }, 'the end is there');
    expect(cardsOf(wall), 'a plain wall keeps all cards').to.have.length(55);
    expect(wall.renderRoot.querySelector('.gap')).to.equal(null);
    expect(feed(wall)?.getAttribute('aria-busy')).to.equal('false');
  });

  it('filters by the viewer’s team, the viewer, and each value', async () => {
    const [value] = (await test.as('ana').people.values({})).items;
    await give(test, 'to-lea', 'lea');
    pass(1);
    await give(test, 'to-ben');
    pass(1);
    await test
      .as('ana')
      .recognition.give({ receivers: ['ben'], message: 'value', values: [value?.id ?? ''] });
    const wall = await test.hall<KudosWall>('ben', html`<kudos-wall></kudos-wall>`);
    await eventually(() => chips(wall).length === 6);
    expect(chips(wall).map((each) => each.textContent?.trim())).to.deep.equal([
      'Everyone',
      'My team',
      'About me',
      'Help first',
      'Own it',
      'Stay curious',
    ]);
    for (const [name, expected] of [
      ['About me', 'value to-ben'],
      ['Help first', 'value'],
      ['Everyone', 'value to-ben to-lea'],
      ['My team', 'value to-ben'],
    ] as const) {
      chip(wall, name).click();
      await eventually(() => numbersOf(wall).join(' ') === expected, name);
      await eventually(() => chip(wall, name).ariaPressed === 'true');
      expect(chips(wall).filter((each) => each.ariaPressed === 'true')).to.have.length(1);
    }
    chip(wall, 'Own it').click();
    await eventually(() => textUnder(wall).includes('No thanks here yet.'));
    await expect(wall).to.be.accessible();
  });

  it('is fixed to a filter by attributes', async () => {
    await give(test, 'to-lea', 'lea');
    pass(1);
    await give(test, 'to-ben');
    pass(1);
    const [value] = (await test.as('ana').people.values({})).items;
    await test.as('lea').recognition.give({ receivers: ['ana'], message: 'v', values: [value?.id ?? ''] });
    const team = (await test.as('ana').people.me({})).teams[0]?.id ?? '';
    for (const [template, expected] of [
      [html`<kudos-wall receiver="lea"></kudos-wall>`, 'to-lea'],
      [html`<kudos-wall value=${value?.id ?? ''}></kudos-wall>`, 'v'],
      [html`<kudos-wall team=${team}></kudos-wall>`, 'v to-ben'],
      [html`<kudos-wall filter="given" no-filters></kudos-wall>`, 'v'],
      [html`<kudos-wall filter="mine" no-filters></kudos-wall>`, 'to-lea'],
    ] as const) {
      const wall = await open(template);
      await eventually(() => numbersOf(wall).join(' ') === expected, expected);
      expect(wall.renderRoot.querySelector('guild-kudos-filters')).to.equal(null);
      wall.remove();
    }
  });

  it('can be used with the keyboard alone', async () => {
    await giveMany(test, 30, pass);
    const wall = await open();
    await settled(wall);
    await eventually(() => chips(wall).length === 6);
    chips(wall)[5]?.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused(wall)).to.equal(cardsOf(wall)[0]);
    await sendKeys({ press: 'PageDown' });
    await eventually(() => focused(wall) === cardsOf(wall)[1]);
    await sendKeys({ press: 'Tab' });
    expect(cardsOf(wall)[1]?.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal(
      'Join in the thanks',
    );
    await sendKeys({ press: 'Space' });
    await eventually(() => cardsOf(wall)[1]?.kudos?.reactions.heart === 1);
    await sendKeys({ press: 'PageDown' });
    await eventually(() => focused(wall) === cardsOf(wall)[2]);
    await sendKeys({ press: 'PageUp' });
    await eventually(() => focused(wall) === cardsOf(wall)[1]);
    for (let place = 3; place <= 30; place++) {
      await sendKeys({ press: 'PageDown' });
      await eventually(() => focused(wall)?.getAttribute('aria-posinset') === String(place), String(place));
    }
    await withControl('End');
    expect(wall.shadowRoot?.activeElement?.className).to.equal('end');
    cardsOf(wall)[0]?.focus();
    await withControl('Home');
    expect(wall.shadowRoot?.activeElement).to.be.instanceOf(KudosFilters);
  });

  it('moves focus on when the card in use is taken back', async () => {
    await giveMany(test, 3, pass);
    const wall = await test.hall<KudosWall>('ana', html`<kudos-wall></kudos-wall>`);
    await settled(wall);
    const [first, second] = cardsOf(wall);
    const menu = () => first?.renderRoot.querySelector('guild-kudos-menu')?.shadowRoot;
    await eventually(() => menu()?.querySelector('[name=withdraw]'));
    menu()?.querySelector<HTMLElement>('[name=withdraw]')?.click();
    const confirm = () =>
      first?.renderRoot
        .querySelector('guild-kudos-withdraw')
        ?.shadowRoot?.querySelector<HTMLElement>('.danger');
    await eventually(() => confirm());
    confirm()?.click();
    await eventually(() => cardsOf(wall).length === 2);
    await eventually(() => focused(wall) === second);
  });

  it('speaks German', async () => {
    await giveMany(test, 1, pass);
    const wall = await open(html`<kudos-wall></kudos-wall>`, { locale: 'de' });
    await settled(wall);
    await eventually(() => chips(wall).length === 6);
    expect(chips(wall)[1]?.textContent?.trim()).to.equal('Mein Team');
    expect(feed(wall)?.getAttribute('aria-label')).to.equal('Dank im Haus');
    await expect(wall).to.be.accessible();
  });

  it('reads from right to left', async () => {
    await giveMany(test, 1, pass);
    const wall = await open(html`<kudos-wall></kudos-wall>`, { dir: 'rtl' });
    await settled(wall);
    const [card] = cardsOf(wall);
    const left = (selector: string) =>
      card?.renderRoot.querySelector(selector)?.getBoundingClientRect().left ?? 0;
    expect(left('guild-avatar')).to.be.greaterThan(left('.who bdi'));
    expect(left('.who bdi'), 'an English line begins at its left').to.be.lessThan(
      left('.who guild-relative-time'),
    );
    expect(document.documentElement.scrollWidth, 'nothing hangs out').to.be.at.most(innerWidth);
    await expect(wall).to.be.accessible();
  });
});

async function withControl(press: string): Promise<void> {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press });
  await sendKeys({ up: 'Control' });
}

/** Makes the lists of a client wait. */
function slow(client: Client, gate: Promise<void>): void {
  const { list } = client.recognition;
  Object.assign(client.recognition, {
    list: async (...args: Parameters<typeof list>) => {
      await gate;
      return list(...args);
    },
  });
}

/** Makes an operation of a client fail as a lost server does. */
function breaks(client: Client, verb: keyof Client['recognition']): void {
  const failure = Object.assign(new Error('gone'), {
    name: 'GuildhallError',
    code: 'unavailable',
    reason: 'server',
  });
  Object.assign(client.recognition, { [verb]: () => Promise.reject(failure) });
}
