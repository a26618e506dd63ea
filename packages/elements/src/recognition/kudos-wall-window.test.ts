import { expect, html, waitUntil } from '@open-wc/testing';
import { testHall, type TestHall } from '../internal/test-hall.js';
import type { KudosWall } from './kudos-wall.js';
import {
  cardsOf,
  elementsUnder,
  giveMany,
  numbersOf,
  painted,
  scrollUntil,
  settled,
  testClock,
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
  return covered >= innerHeight;
}

describe('kudos-wall, long', function () {
  this.timeout(60_000);

  it('keeps as many nodes for two thousand as for two hundred', async () => {
    const figures = [];
    for (const count of [200, 2000]) {
      const { test, wall } = await wallOf(count);
      await scrollUntil(() => numbersOf(wall).includes('1'), page(), 3000);
      await waitUntil(() => cardsOf(wall).at(-1)?.getAttribute('aria-posinset') === String(count));
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
      await waitUntil(() => numbersOf(wall)[0] === String(count));
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
});
