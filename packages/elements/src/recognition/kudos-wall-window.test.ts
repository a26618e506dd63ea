import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { testHall, type TestHall } from '../internal/test-hall.js';
import type { KudosWall } from './kudos-wall.js';
import {
  cardsOf,
  elementsUnder,
  eventually,
  giveMany,
  numbersOf,
  painted,
  scrollUntil,
  settled,
  testClock,
  watchPlace,
} from './test-wall.js';

const page = () => document.scrollingElement ?? document.body;

async function wallOf(count: number): Promise<{ test: TestHall; wall: KudosWall }> {
  const { now, pass } = testClock();
  const test = await testHall({ now });
  await giveMany(test, count, pass);
  const wall = await test.hall<KudosWall>('lea', html`<kudos-wall></kudos-wall>`);
  await settled(wall);
  return { test, wall };
}

/** Whether what can be seen is covered by cards, or by the places of cards. */
function isCovered(wall: KudosWall): boolean {
  const parts = [...wall.renderRoot.querySelectorAll('.page, .gap, .end')].map((each) =>
    each.getBoundingClientRect(),
  );
  let covered = Math.max(0, parts[0]?.top ?? innerHeight);
  for (const { top, bottom } of parts) if (top <= covered + 1) covered = Math.max(covered, bottom);
  return covered + 1 >= Math.min(innerHeight, wall.getBoundingClientRect().bottom);
}

describe('kudos-wall, long', function () {
  this.timeout(100_000);

  it('keeps as many nodes for two thousand as for two hundred', async () => {
    const figures = [];
    for (const count of [200, 2000]) {
      const { test, wall } = await wallOf(count);
      await scrollUntil(() => numbersOf(wall).includes('1'), page(), 3000);
      await eventually(() => cardsOf(wall).at(-1)?.getAttribute('aria-posinset') === String(count));
      let [most, seen] = [0, 0];
      // The way back up, past pages that were forgotten.
      while (page().scrollTop > 0) {
        page().scrollTop -= count;
        await painted();
        expect(isCovered(wall)).to.equal(true);
        most = Math.max(most, elementsUnder(wall.renderRoot).length);
        seen += 1;
      }
      expect(seen).to.be.greaterThan(5);
      await eventually(() => numbersOf(wall)[0] === String(count));
      await painted();
      figures.push({ count, atTop: elementsUnder(wall.renderRoot).length, most });
      wall.remove();
      await test.guildhall.close();
    }
    console.log(JSON.stringify(figures));
    const [few, many] = figures;
    expect(many?.most).to.be.at.most(1000);
    expect(Number(many?.atTop) / Number(few?.atTop)).to.be.closeTo(1, 0.05);
    expect(Number(many?.most) / Number(few?.most)).to.be.closeTo(1, 0.05);
  });

  for (const footer of [false, true])
    it(`grows below without moving${footer ? ', and without holding on to what follows it' : ''}`, async () => {
      const { now, pass } = testClock();
      const test = await testHall({ now });
      await giveMany(test, 90, pass);
      const place = await test.hall<HTMLElement>(
        'lea',
        html`<div>
          <kudos-wall></kudos-wall>
          <footer ?hidden=${!footer}>What follows the wall</footer>
        </div>`,
      );
      const wall = place.querySelector('kudos-wall')!;
      await settled(wall);
      await eventually(() => cardsOf(wall).length >= 20 && page().scrollHeight > 2000);
      for (
        let length = cardsOf(wall).length;
        length < 80;
        length = Number(cardsOf(wall).at(-1)?.ariaPosInSet)
      ) {
        // To the very end at once, as with the End key.
        page().scrollTo({ top: page().scrollHeight, behavior: 'instant' });
        const last = cardsOf(wall).at(-1)!;
        const moved = watchPlace(last);
        await eventually(() => Number(cardsOf(wall).at(-1)?.ariaPosInSet) > length);
        await painted();
        expect(moved(), `after ${length}`).to.be.below(0.5);
      }
      wall.remove();
      expect(document.documentElement.style.overflowAnchor).to.equal('');
      await test.guildhall.close();
    });

  it('has the right cards in the right places after jumps', async () => {
    const { test, wall } = await wallOf(300);
    await scrollUntil(() => numbersOf(wall).includes('1'), page(), 3000);
    const end = page().scrollHeight;
    for (const part of [0.5, 0.1, 0.9, 0, 1, 0.33]) {
      page().scrollTop = part * end;
      await painted();
      expect(isCovered(wall), `${part}: something stands there`).to.equal(true);
      // What was forgotten is loaded again where the viewer stays.
      const seen = () => cardsOf(wall).filter((card) => isInView(card));
      await eventually(() => seen().length > 1 && !gapsInView(wall), `${part}: the cards are there`);
      for (const card of cardsOf(wall)) expect(card.getAttribute('aria-setsize')).to.equal('300');
      const placed = cardsOf(wall).map((card) => 301 - Number(card.getAttribute('aria-posinset')));
      const numbers = numbersOf(wall).map(Number);
      expect(numbers).to.deep.equal(placed);
      expect(numbers).to.deep.equal([...numbers].sort((a, b) => b - a));
    }
    await test.guildhall.close();
  });

  it('never takes away the card in use, and leads on from it', async () => {
    const { test, wall } = await wallOf(200);
    const card = cardsOf(wall)[19]!;
    card.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.click();
    const field = () =>
      card.renderRoot.querySelector('guild-kudos-comments')?.shadowRoot?.querySelector('textarea');
    await eventually(() => field());
    field()!.focus();
    field()!.value = 'I was going to say';
    await scrollUntil(() => page().scrollTop > 15_000, page(), 1500);
    expect(card.isConnected).to.equal(true);
    expect(field()?.matches(':focus')).to.equal(true);
    expect(field()?.value).to.equal('I was going to say');
    expect(elementsUnder(wall.renderRoot).length).to.be.at.most(1000);
    card.focus({ preventScroll: true });
    expect(page().scrollTop).to.be.greaterThan(15_000);
    await sendKeys({ press: 'PageDown' });
    await eventually(() => cardsOf(wall).find((each) => each.matches(':focus'))?.ariaPosInSet === '21');
    await eventually(() => page().scrollTop < 10_000);
    // Nothing pins the page any more once the focus is elsewhere.
    const later = cardsOf(wall).find((each) => each.matches(':focus'));
    later?.blur();
    await scrollUntil(() => page().scrollTop > 15_000, page(), 1500);
    expect(later?.isConnected).to.equal(false);
    await test.guildhall.close();
  });

  it('forgets what is far away and loads it again', async () => {
    const { test, wall } = await wallOf(400);
    const cursors: (string | undefined)[] = [];
    const { recognition } = wall.hall!.client;
    const { list } = recognition;
    Object.assign(recognition, {
      list: (input: { after?: string }, options: object) => {
        cursors.push(input.after);
        return list(input, options);
      },
    });
    await scrollUntil(() => numbersOf(wall).includes('1'), page(), 3000);
    const down = cursors.length;
    await eventually(() => wall.renderRoot.querySelector('[aria-busy=false]'));
    while (page().scrollTop > 0) {
      page().scrollTop -= 2000;
      await painted();
    }
    await eventually(() => numbersOf(wall)[0] === '400');
    const up = cursors.slice(down);
    expect(up.length, 'pages are loaded again').to.be.greaterThan(3);
    expect(cursors.slice(0, down), 'by the cursors of the way down').to.include.members(up);
    await test.guildhall.close();
  });

  it('renders a short wall plainly, and a plain one whole', async () => {
    const { test, wall } = await wallOf(45);
    await scrollUntil(() => cardsOf(wall).length === 45, page(), 1500);
    page().scrollTop = 0;
    await painted();
    expect(cardsOf(wall)).to.have.length(45);
    expect(wall.renderRoot.querySelector('.gap')).to.equal(null);
    const plain = await test.hall<KudosWall>('lea', html`<kudos-wall plain></kudos-wall>`);
    await settled(plain);
    await test.guildhall.close();
  });

  it('works in a hidden tab that is shown later', async () => {
    const { now, pass } = testClock();
    const test = await testHall({ now });
    await giveMany(test, 90, pass);
    const tab = await test.hall<HTMLElement>('lea', html`<div hidden><kudos-wall></kudos-wall></div>`);
    const wall = tab.querySelector('kudos-wall')!;
    await settled(wall);
    expect(cardsOf(wall)).to.have.length(20);
    tab.hidden = false;
    await scrollUntil(() => numbersOf(wall).includes('1'), page(), 1500);
    expect(isCovered(wall)).to.equal(true);
    await test.guildhall.close();
  });
});

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function gapsInView(wall: KudosWall): boolean {
  return [...wall.renderRoot.querySelectorAll('.gap')].some((gap) => isInView(gap));
}
