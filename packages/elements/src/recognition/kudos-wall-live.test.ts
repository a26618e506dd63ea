import { expect, html } from '@open-wc/testing';
import { testHall, type TestHall } from '../internal/test-hall.js';
import { KudosGivenEvent } from './events.js';
import type { KudosWall } from './kudos-wall.js';
import {
  cardBeingRead,
  cardsOf,
  eventually,
  give,
  giveMany,
  numbersOf,
  painted,
  scrollUntil,
  settled,
  testClock,
  watchPlace,
} from './test-wall.js';

const page = () => document.scrollingElement ?? document.body;
const news = (wall: KudosWall) => wall.renderRoot.querySelector<HTMLButtonElement>('.news button');
const places = (wall: KudosWall) => cardsOf(wall).map((card) => Number(card.getAttribute('aria-posinset')));

describe('kudos-wall, live', function () {
  this.timeout(90_000);
  let test: TestHall;
  let wall: KudosWall;
  let pass: (seconds: number) => void;

  async function openWall(count: number, template = html`<kudos-wall></kudos-wall>`): Promise<void> {
    const clock = testClock();
    ({ pass } = clock);
    test = await testHall({ now: clock.now });
    await giveMany(test, count, pass);
    const element = await test.hall<HTMLElement>('lea', template);
    wall = element.matches('kudos-wall') ? (element as KudosWall) : element.querySelector('kudos-wall')!;
    await settled(wall);
  }

  async function arrive(message: string): Promise<void> {
    pass(1);
    await give(test, message);
    await eventually(() => numbersOf(wall)[0] === message || news(wall), 'it has arrived');
    await painted();
  }

  afterEach(async () => {
    document.documentElement.style.scrollBehavior = '';
    page().scrollTop = 0;
    await test.guildhall.close();
  });

  it('puts what arrives on top, warm for a moment, when the viewer is at the top', async () => {
    await openWall(30);
    const [first] = cardsOf(wall);
    // Looked for from the beginning: on a busy machine the moment may be over when all is painted.
    const warm = eventually(() => cardsOf(wall)[0]?.arrived, 'the edge is warm');
    await arrive('new');
    await warm;
    expect(numbersOf(wall).slice(0, 3)).to.deep.equal(['new', '30', '29']);
    expect(places(wall)).to.deep.equal(Array.from({ length: cardsOf(wall).length }, (_, index) => index + 1));
    const [card] = cardsOf(wall);
    expect(news(wall)).to.equal(null);
    expect(cardsOf(wall)[1], 'the card below is the one it was').to.equal(first);
    await eventually(() => !card?.arrived, 'the edge fades');
    await expect(wall).to.be.accessible();
  });

  for (const [where, count, depth] of [
    ['inside the first page', 60, 700],
    ['far down', 120, 9000],
  ] as const) {
    it(`moves nothing that is being read when the viewer is ${where}`, async () => {
      // As many pages are styled.
      document.documentElement.style.scrollBehavior = 'smooth';
      await openWall(count);
      await scrollUntil(() => page().scrollTop >= depth, page(), depth / 4);
      const card = cardBeingRead(wall);
      const before = Number(card.getAttribute('aria-posinset'));
      const moved = watchPlace(card);
      await arrive('one');
      await arrive('two and a much longer text that needs several lines to be told. '.repeat(5));
      await arrive('three');
      await eventually(() => news(wall)?.textContent?.trim() === '3 new thanks');
      await painted();
      const shift = moved();
      console.log(`${where}: ${shift} px`);
      expect(shift).to.be.below(0.5);
      expect(card.isConnected).to.equal(true);
      expect(Number(card.getAttribute('aria-posinset'))).to.equal(before + 3);
      await expect(wall).to.be.accessible();

      news(wall)?.click();
      await eventually(() => numbersOf(wall)[0] === 'three');
      await eventually(() => !news(wall));
      expect(wall.shadowRoot?.activeElement).to.equal(cardsOf(wall)[0]);
      expect(places(wall).slice(0, 5)).to.deep.equal([1, 2, 3, 4, 5]);
      expect(wall.getBoundingClientRect().top).to.be.closeTo(0, 1);
    });
  }

  it('holds still in a scrolling part of the page too', async () => {
    const template = html`<div style="block-size: 500px; overflow: auto; border: 1px solid">
      <p style="block-size: 80px">Before</p>
      <kudos-wall></kudos-wall>
    </div>`;
    await openWall(80, template);
    const scroller = wall.parentElement!;
    await scrollUntil(() => scroller.scrollTop > 4000, scroller, 1000);
    const card = cardBeingRead(wall, scroller.getBoundingClientRect().top);
    const moved = watchPlace(card);
    await arrive('one');
    expect(moved()).to.be.below(0.5);
    news(wall)?.click();
    await eventually(() => numbersOf(wall)[0] === 'one');
    await eventually(
      () => Math.abs(wall.getBoundingClientRect().top - scroller.getBoundingClientRect().top) < 2,
    );
  });

  it('takes a withdrawn kudos away without moving what is read', async () => {
    await openWall(60);
    await scrollUntil(() => page().scrollTop >= 1500, page(), 800);
    const card = cardBeingRead(wall);
    const above = cardsOf(wall)[2]?.kudos?.id ?? '';
    const below = cardsOf(wall)[cardsOf(wall).indexOf(card) + 2]?.kudos?.id ?? '';
    const moved = watchPlace(card);
    for (const id of [above, below]) await test.as('ana').recognition.withdraw({ id });
    await eventually(() => !cardsOf(wall).some(({ kudos }) => kudos?.id === above || kudos?.id === below));
    await painted();
    expect(moved()).to.be.below(0.5);
    // The card at the top edge goes: what is below it stays.
    page().scrollTop += card.getBoundingClientRect().top + 20;
    await painted();
    const next = cardsOf(wall)[cardsOf(wall).indexOf(card) + 1]!;
    const stays = watchPlace(next);
    await test.as('ana').recognition.withdraw({ id: card.kudos?.id ?? '' });
    await eventually(() => !card.isConnected);
    await painted();
    expect(stays()).to.be.below(0.5);
  });

  it('brings a card up to date when it is edited, reacted to or commented on, and keeps focus', async () => {
    await openWall(25);
    const [, card] = cardsOf(wall);
    const id = card?.kudos?.id ?? '';
    const heart = card?.renderRoot.querySelector<HTMLElement>('[aria-pressed]');
    heart?.focus();
    await test.as('ben').recognition.react({ id });
    await eventually(() => heart?.textContent?.trim() === '1');
    await test.as('ben').recognition.comment({ id, text: 'Indeed.' });
    await eventually(() => card?.kudos?.comments === 1);
    await test.as('ana').recognition.edit({ id, message: 'In other words.' });
    await eventually(() => card?.renderRoot.querySelector('.words')?.textContent === 'In other words.');
    expect(cardsOf(wall)[1]).to.equal(card);
    expect(card?.shadowRoot?.activeElement).to.equal(heart);
  });

  it('shows the viewer’s own kudos at once', async () => {
    await openWall(25);
    const kudos = await test.as('lea').recognition.give({ receivers: ['ben'], message: 'own' });
    document.body.dispatchEvent(new KudosGivenEvent(kudos));
    await wall.updateComplete;
    expect(numbersOf(wall)[0]).to.equal('own');
    // The change stream tells of it too, before it tells of the next one.
    await arrive('next');
    expect(numbersOf(wall).filter((number) => number === 'own')).to.have.length(1);
    const secret = await test.as('lea').recognition.give({
      receivers: ['ben'],
      message: 'secret',
      audience: 'private',
    });
    document.body.dispatchEvent(new KudosGivenEvent(secret));
    await wall.updateComplete;
    expect(numbersOf(wall)).not.to.include('secret');
  });

  it('does not push away a card in which somebody writes', async () => {
    await openWall(25);
    const card = cardsOf(wall)[1]!;
    card.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.click();
    const field = () =>
      card.renderRoot.querySelector('guild-kudos-comments')?.shadowRoot?.querySelector('textarea');
    await eventually(() => field());
    field()?.focus();
    await painted();
    const moved = watchPlace(card);
    await arrive('new');
    expect(moved()).to.be.below(0.5);
    expect(numbersOf(wall)[0]).to.equal('25');
    news(wall)?.click();
    await eventually(() => numbersOf(wall)[0] === 'new');
  });

  it('begins anew when more has come than can be joined', async () => {
    await openWall(60);
    await scrollUntil(() => page().scrollTop >= 3000, page(), 1500);
    const card = cardBeingRead(wall);
    const moved = watchPlace(card);
    for (let number = 0; number < 45; number++) {
      pass(1);
      await give(test, `burst-${number}`);
    }
    await eventually(() => news(wall));
    await painted();
    expect(moved()).to.be.below(0.5);
    news(wall)?.click();
    await eventually(() => numbersOf(wall)[0] === 'burst-44');
    await scrollUntil(() => numbersOf(wall).includes('1'), page(), 3000);
    page().scrollTop = 0;
    await eventually(() => numbersOf(wall)[0] === 'burst-44');
    const shown = numbersOf(wall);
    expect(new Set(shown).size).to.equal(shown.length);
  });
});
