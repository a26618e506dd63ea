import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import {
  appears,
  find,
  findAll,
  freshStorage,
  lostConnection,
  shown,
  withOperation,
  write,
} from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { ReviewReport } from './review-report.js';
import { cycleWorld, type CycleWorld } from './test-cycle.js';

define(ReviewReport);

const click = (el: Element, text: string) =>
  appears<HTMLElement>(el, 'button, summary', text).then((one) => one.click());

describe('review-report', () => {
  let world: CycleWorld;

  before(freshStorage);
  beforeEach(async () => {
    localStorage.clear();
    await setViewport({ width: 1100, height: 900 });
    world = await cycleWorld();
    await world.collect();
    await world.answer();
    await world.release();
  });
  const open = (who: string, options: { locale?: string; dir?: 'rtl' } = {}) =>
    world.test.hall<ReviewReport>(
      'ben',
      html`<review-report
        .client=${who === 'ben' ? undefined : world.as(who)}
        cycle=${world.cycleId}
        subject=${who === 'ben' ? '' : 'ben'}
      ></review-report>`,
      options,
    );

  it('shows oneself against classes that are never small, in pictures, words and a table', async () => {
    const el = await open('ben');
    await appears(el, 'h2', 'Your report');
    expect(shown(el)).to.contain('colleagues (5–9)').and.to.contain('Chidi Eze (manager)');
    const [first] = findAll(el, '[role=img]').map((one) => one.ariaLabel);
    expect(first).to.match(/^you: 5; colleagues \(5–9\): [\d.]+; Chidi Eze \(manager\): [\d.]+$/);
    const report = await world.as('ben').reviews.report({ cycleId: world.cycleId });
    const [one] = report.classes;
    const texts = Object.values(one?.texts ?? {}).flatMap((cell) => (cell.shown ? cell.texts : []));
    expect(texts).to.not.have.length(0);
    for (const { text } of texts) expect(shown(el)).to.contain(text);
    await isAccessible(el);
    await click(el, 'The figures as a table');
    await appears(el, 'tbody tr', '5');
  });

  it('prints no figure more exact than the release', async () => {
    const el = await open('ben');
    await appears(el, 'h2', 'Your report');
    const { classes } = await world.as('ben').reviews.report({ cycleId: world.cycleId });
    const released = classes.flatMap(({ cells }) =>
      Object.values(cells).flatMap((cell) =>
        cell.shown && cell.mean !== undefined ? [String(cell.mean)] : [],
      ),
    );
    const drawn = findAll(el, 'svg.picture text.first').map((one) => one.textContent);
    expect(drawn).to.not.have.length(0);
    for (const one of drawn) expect(released).to.include(one);
  });

  it('is acknowledged, contested in one point that survives a reload, and answered by HR', async () => {
    let el = await open('ben');
    await click(el, 'I have read it');
    await appears(el, 'p', 'You have said that you read it');
    await click(el, 'Contest one point');
    write(await appears(el, '#text'), 'The launch was late because of the vendor.');
    el.remove();
    el = await open('ben');
    await waitUntil(() => find<HTMLTextAreaElement>(el, '#text')?.value.startsWith('The launch'));
    await isAccessible(el);
    await click(el, 'Send to HR');
    await appears(el, 'li', 'HR has not answered yet.');
    const hr = await open('femi');
    write(await appears(hr, '#text'), 'You are right.');
    await click(hr, 'Send the answer');
    await appears(hr, '.answer', 'You are right.');
    await appears(el, '.answer', 'You are right.');
    expect(shown(el)).to.contain('Answer from Femi Kolade');
  });

  it('makes a growth area of a gap, suggests one mentor, and asks the same people once more', async () => {
    const ana = world.as('ana');
    const { gaps } = await world.as('ben').reviews.report({ cycleId: world.cycleId });
    const gap = gaps.find(({ hint, skill }) => hint === 'growth' && skill);
    await ana.people.setSkills({ skills: [{ skill: gap?.skill ?? '', level: 'teaching', canHelp: true }] });
    await ana.mentoring.setOffer({ open: true, capacity: 2 });
    const el = await open('ben');
    const row = await appears(await appears(el, 'guild-report-growth'), 'li', gap?.label);
    (await appears<HTMLButtonElement>(row, 'button', 'Make it a growth area')).click();
    await appears(row, 'p', 'One of your growth areas: from');
    await appears(row, 'mentor-card', 'Ana Ruiz');
    await isAccessible(el);
    const { items } = await world.as('ben').growth.areas({});
    expect(items.map(({ source }) => source.measureId)).to.deep.equal([gap?.measureId]);
    await click(row, 'Ask whether they noticed a change');
    await appears(row, 'guild-confirm p', 'nameless');
    const confirm = await appears(row, 'guild-confirm');
    await click(confirm, 'Ask whether they noticed a change');
    await appears(row, 'p', 'They can answer until');
    const hr = await open('femi');
    await appears(hr, 'h3', 'Where views differ');
    expect(findAll(hr, 'button').map(shown)).to.not.include('Make it a growth area');
  });

  it('says nothing that would tell few answers from none', async () => {
    world = await cycleWorld();
    await world.collect();
    await world.answer(['ben', 'chidi', 'ana', 'lea']);
    await world.release();
    const few = await open('ben');
    await appears(few, 'p', 'Not enough colleagues answered');
    const text = shown(few);
    expect(text).to.not.contain('Words of ana').and.not.to.contain('Words of lea');
    world = await cycleWorld();
    await world.collect();
    await world.answer(['ben', 'chidi']);
    await world.release();
    const none = await open('ben');
    await appears(none, 'p', 'Not enough colleagues answered');
    const hashless = (words: string) => words.replace(/[0-9a-f]{64}/, '');
    expect(hashless(shown(none))).to.equal(hashless(text));
  });

  it('is saved as a file, and printed with everything opened', async () => {
    const el = await open('ben');
    await appears(el, 'h2', 'Your report');
    const folds = () => findAll<HTMLDetailsElement>(el, 'details').map((one) => one.open);
    expect(folds()).to.include(false);
    window.dispatchEvent(new Event('beforeprint'));
    expect(folds()).to.not.include(false);
    window.dispatchEvent(new Event('afterprint'));
    expect(folds()).to.include(false);
    const saved = waitForDownload();
    await click(el, 'Save as CSV');
    expect(await saved).to.match(/\.csv$/);
  });

  it('lists what one may read, is empty for others, and says when the connection is lost', async () => {
    const el = await world.test.hall<ReviewReport>(
      'ben',
      html`<review-report .client=${world.as('chidi')}></review-report>`,
    );
    await isAccessible(el);
    await click(el, 'Ben Okafor');
    await appears(el, 'h2', 'Report about Ben Okafor');
    expect(findAll(el, 'button').map(shown)).to.not.include('I have read it');
    const none = await world.test.hall<ReviewReport>('ana', html`<review-report></review-report>`);
    await appears(none, '.state', 'There is no report yet.');
    const failing = withOperation(world.as('ben'), 'reviews.report', () => Promise.reject(lostConnection()));
    const lost = await world.test.hall<ReviewReport>(
      'ben',
      html`<review-report .client=${failing} cycle=${world.cycleId}></review-report>`,
    );
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
    const secret = await world.test.hall<ReviewReport>(
      'ana',
      html`<review-report cycle=${world.cycleId} subject="ben"></review-report>`,
    );
    await appears(secret, '[role=alert]');
    expect(shown(secret)).to.not.contain('colleagues');
  });

  it('speaks German, from right to left, in a narrow place', async () => {
    await appears(await open('ben', { locale: 'de' }), 'h2', 'Dein Bericht');
    await setViewport({ width: 380, height: 900 });
    const el = await open('ben', { dir: 'rtl' });
    await appears(el, 'h2', 'Your report');
    await isAccessible(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    expect(findAll(el, '[style]')).to.have.length(0);
  });
});

/** The name under which a file is saved next. */
function waitForDownload(): Promise<string> {
  return new Promise((resolve) => {
    const { click: real } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      HTMLAnchorElement.prototype.click = real;
      resolve(this.download);
    };
  });
}
