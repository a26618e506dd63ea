import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import { appears, find, findAll, shown } from '../internal/test-page.js';
import { DotRange, type DotRow, type DotSeries } from './dot-range.js';
import { placeOf, stepsOf } from './scale.js';
import { ShareBars } from './share-bars.js';
import { TrendLine } from './trend-line.js';

define(DotRange, ShareBars, TrendLine);

const series: DotSeries[] = [
  { id: 'self', name: 'You', look: 'self' },
  { id: 'all', name: 'Colleagues (5–9)', look: 'first' },
  { id: 'chidi', name: 'Chidi Eze', look: 'second' },
];
const rows: DotRow[] = [
  {
    id: 'meetings',
    name: 'Runs meetings',
    values: { self: 4, all: 2.8, chidi: 3 },
    note: 'Answers are close.',
  },
  { id: 'listens', name: 'Listens', values: { self: 3 } },
];

const xs = (el: Element, selector: string) =>
  findAll(el, selector).map((one) => one.parentElement?.getAttribute('x'));

describe('charts', () => {
  let test: TestHall;
  beforeEach(async () => {
    await setViewport({ width: 1000, height: 800 });
    test = await testHall();
  });
  const dots = (options: { dir?: 'rtl'; locale?: string } = {}) =>
    test.hall<DotRange>(
      'ana',
      html`<guild-dot-range
        label="Self and others"
        .series=${series}
        .rows=${rows}
        lowlabel="rarely"
      ></guild-dot-range>`,
      options,
    );

  it('put values on their scale, and those beyond it at its end', () => {
    const scale = { min: 1, max: 5, mirrored: false };
    expect([1, 3, 4.4, 5, 9, -1].map((value) => placeOf(value, scale))).to.deep.equal([
      0, 50, 85, 100, 100, 0,
    ]);
    expect(placeOf(2, { ...scale, mirrored: true })).to.equal(75);
    expect(placeOf(2, { min: 2, max: 2, mirrored: false })).to.equal(0);
    expect(stepsOf({ min: 1, max: 5 })).to.deep.equal([1, 2, 3, 4, 5]);
    expect(stepsOf({ min: 0, max: 100 })).to.deep.equal([]);
  });

  it('show oneself against others with the numbers at the marks, in words, and in a table', async () => {
    const el = await dots();
    await appears(el, 'li', 'Runs meetings');
    expect(xs(el, 'svg.picture .self')).to.deep.equal(['75%', '50%']);
    expect(xs(el, 'svg.picture .first:not(text)')).to.deep.equal(['45%']);
    expect(findAll(el, 'svg.picture text').map((one) => one.textContent)).to.deep.equal([
      '4',
      '2.8',
      '3',
      '3',
    ]);
    const [first, second] = findAll(el, '[role=img]').map((one) => one.ariaLabel);
    expect(first).to.equal('You: 4; Colleagues (5–9): 2.8; Chidi Eze: 3');
    expect(second).to.equal('You: 3; Colleagues (5–9): not shown; Chidi Eze: not shown');
    expect(shown(el)).to.contain('Answers are close.');
    find<HTMLDetailsElement>(el, 'details')?.toggleAttribute('open', true);
    const cells = findAll(el, 'tbody tr').map((row) => [...row.children].map(shown));
    expect(cells).to.deep.equal([
      ['Runs meetings', '4', '2.8', '3'],
      ['Listens', '3', 'not shown', 'not shown'],
    ]);
    await isAccessible(el);
  });

  it('turn labels of values that are near away from each other', async () => {
    const el = await dots();
    await appears(el, 'li', 'Runs meetings');
    const [left, right] = findAll(el, 'svg.picture text.first, svg.picture text.second');
    expect(left?.getAttribute('text-anchor')).to.equal('end');
    expect(right?.getAttribute('text-anchor')).to.equal('start');
    const [a, b] = [left, right].map((one) => one?.getBoundingClientRect());
    expect(a?.right).to.be.at.most(b?.left ?? 0);
  });

  it('run from right to left, narrow, without a style attribute', async () => {
    await setViewport({ width: 380, height: 800 });
    const el = await dots({ dir: 'rtl', locale: 'de' });
    await appears(el, 'li', 'Runs meetings');
    expect(xs(el, 'svg.picture .self')).to.deep.equal(['25%', '50%']);
    expect(shown(el)).to.contain('Die Werte als Tabelle');
    expect(findAll(el, '[style]')).to.have.length(0);
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    await isAccessible(el);
  });

  it('show shares as a table with bars in it', async () => {
    const bars = [
      { name: 'always', percent: 60 },
      { name: 'rarely', percent: 40 },
    ];
    const el = await test.hall<ShareBars>(
      'ana',
      html`<guild-share-bars label="Runs meetings" .bars=${bars}></guild-share-bars>`,
      { dir: 'rtl' },
    );
    await appears(el, 'tr', 'always 60%');
    const [bar] = findAll(el, 'rect');
    expect([bar?.getAttribute('x'), bar?.getAttribute('width')]).to.deep.equal(['40%', '60%']);
    await isAccessible(el);
  });

  it('draw how a value went, say it, and leave out what is not shown', async () => {
    const points = [
      { name: 'March', value: 3.2 },
      { name: 'June', value: undefined },
      { name: 'September', value: 3.6 },
    ];
    const el = await test.hall<TrendLine>(
      'ana',
      html`<guild-trend-line label="Safety" .points=${points}></guild-trend-line>`,
    );
    await appears(el, 'p', 'Up from 3.2 to 3.6.');
    expect(findAll(el, '.line')).to.have.length(0);
    expect(find(el, '[role=img]')?.ariaLabel).to.equal('Safety. Up from 3.2 to 3.6.');
    expect(findAll(el, 'text').map((one) => one.textContent)).to.include('not shown');
    await isAccessible(el);
    el.points = points.filter(({ value }) => value !== undefined).reverse();
    await appears(el, 'p', 'Down from 3.6 to 3.2.');
    expect(findAll(el, '.line')).to.have.length(1);
    el.points = points.slice(0, 1);
    await appears(el, 'p', 'nothing to compare it with yet');
  });
});
