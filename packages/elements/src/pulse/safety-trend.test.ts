import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import type { CastId, HallOptions, TestHall } from '../internal/test-hall.js';
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
import { SafetyTrend } from './safety-trend.js';
import { answerAndRelease, askTeam, openWave, pulseHall } from './test-pulse.js';

define(SafetyTrend);

describe('safety-trend', () => {
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 1100, height: 900 });
  });
  const place = (as: CastId = 'lea', options: HallOptions & { client?: Client } = {}) =>
    test.hall<SafetyTrend>(as, html`<safety-trend .client=${options.client}></safety-trend>`, options);
  const click = async (el: Element, text: string) => (await appears(el, 'button', text)).click();

  it('says that there are no results, and has the guide for everybody', async () => {
    test = await pulseHall();
    const el = await place('ana');
    await appears(el, '[part=empty]', 'No results yet.');
    await appears(el, 'h3', 'Talk about it');
    expect(findAll(el, 'li.part')).to.have.length(7);
    await isAccessible(el);
  });

  it('shows mean, spread, item three low, the guide for it, and what is hidden and why', async () => {
    test = await pulseHall();
    await answerAndRelease(test, await askTeam(test));
    const el = await place();
    await appears(el, 'section.whole', 'of 5');
    const report = await test.as('lea').pulse.report({ waveId: await latest() });
    const whole = report.items.find(({ index }) => index)?.cell;
    const low = report.items.find(({ id }) => id === 'askHelp');
    expect(whole?.shown && whole.n).to.equal('10-19');
    expect(shown(el))
      .to.contain(`${whole?.shown ? whole.mean : '?'} of 5`)
      .and.to.contain('10–19 answers');
    expect(shown(el)).to.contain(`Lowest: “${low?.prompt}”`);
    expect(shown(el)).to.contain('asked the other way round');
    await isAccessible(el);
    const [first] = findAll(el, 'li.part');
    expect(first && shown(first)).to.contain(low?.prompt);
    expect(first && find<HTMLDetailsElement>(first, 'details')?.open).to.equal(true);
    expect(findAll(el, '.words li')).to.have.length(3);
    expect(find(el, 'guild-trend-line')).to.equal(null);
    expect(findAll(el, 'tbody tr')).to.have.length(7);
  });

  it('shows those who were asked what was promised to them, and nothing before or without a promise', async () => {
    test = await pulseHall();
    await answerAndRelease(test, await askTeam(test));
    await appears(await place('ana'), '[part=empty]', 'No results yet.');
    await answerAndRelease(test, await askTeam(test, { readers: { members: true } }));
    const el = await place('ana');
    await appears(el, 'section.whole', 'of 5');
    await appears(el, 'h2', 'How safe is it to speak up?');
    expect(findAll(el, '.words li')).to.have.length(0);
    expect(find(el, 'guild-pulse-ask button')).to.equal(null);
    expect(findAll(el, 'button').map((each) => shown(each))).to.deep.equal(['Save as a table']);
    await isAccessible(el);
  });

  it('draws two waves of the same eleven as a line of two points', async () => {
    test = await pulseHall();
    const wave = await askTeam(test);
    await answerAndRelease(test, wave);
    await answerAndRelease(test, await openWave(test, wave.surveyId), { levels: [5, 5, 4] });
    const el = await place();
    await appears(el, 'guild-trend-line', 'Up from');
    expect(findAll(el, 'guild-trend-line').flatMap((line) => findAll(line, '.line'))).to.have.length(1);
    await isAccessible(el);
    const select = await appears<HTMLSelectElement>(el, 'select[name=wave]');
    expect(select.options).to.have.length(2);
    const before = shown(await appears(el, 'section.whole'));
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => shown(find(el, 'section.whole') ?? el) !== before);
  });

  it('shows a team of four the guide alone, and says why', async () => {
    test = await pulseHall(0);
    await answerAndRelease(test, await askTeam(test), { count: 4 });
    const el = await place();
    await appears(el, '.hidden-line', 'A team this small gets no figures');
    await appears(el, 'h3', 'Talk about it');
    expect(find(el, 'guild-dot-range')).to.equal(null);
    expect(shown(el)).not.to.match(/\d of 5/);
    await isAccessible(el);
  });

  it('says the same sentence when too few of many have answered', async () => {
    test = await pulseHall();
    await answerAndRelease(test, await askTeam(test), { count: 4 });
    const el = await place();
    await appears(el, '.hidden-line', 'Nothing is shown here: fewer than 5 answers');
    expect(shown(el)).not.to.contain('Words of somebody');
    await isAccessible(el);
  });

  it('lets the one who asks close a wave and ask again, after saying what that means', async () => {
    test = await pulseHall();
    const wave = await askTeam(test);
    const el = await place();
    await appears(el, 'p', 'Results come when it is closed.');
    await click(el, 'Close the survey');
    await appears(el, 'p', 'Nobody can answer any more');
    await isAccessible(el);
    await click(el, 'Close the survey');
    await waitUntil(async () => (await test.as('lea').pulse.wave({ id: wave.id })).state !== 'open');
    await click(el, 'Ask now');
    await click(el, 'Ask now');
    await waitUntil(async () => (await test.as('ana').pulse.mine({})).items.length === 1);
  });

  it('lets a manager ask the team, whose members see what she wrote before the first question', async () => {
    test = await pulseHall();
    expect(find(await place('ana'), '.ask')).to.equal(null);
    const el = await place();
    await click(el, 'Ask your team');
    await appears(el, 'h3', 'Ask your team');
    await isAccessible(el);
    await click(el, 'Ask now');
    await appears(el, '[role=alert]', 'Say why you ask.');
    write(find(el, '#purpose'), 'Where do we hold back?');
    const again = await place();
    await click(again, 'Ask your team');
    await waitUntil(() => find<HTMLTextAreaElement>(again, '#purpose')?.value === 'Where do we hold back?');
    find(again, 'input[value=sealed]')?.click();
    await click(again, 'Ask now');
    await appears(again, 'p', 'Results come when it is closed.');
    const { items } = await test.as('ana').pulse.mine({});
    expect(items.map(({ purpose, mode, readers }) => [purpose, mode, readers.members])).to.deep.equal([
      ['Where do we hold back?', 'sealed', true],
    ]);
  });

  it('says what went wrong, and tries again', async () => {
    test = await pulseHall();
    let broken = true;
    const client = withOperation(test.as('lea'), 'pulse.surveys', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await place('lea', { client });
    await appears(el, '[role=alert]', 'connection');
    broken = false;
    await click(el, 'Try again');
    await appears(el, '[part=empty]');
  });

  it('speaks German, runs from right to left, and fits a narrow page', async () => {
    test = await pulseHall();
    await answerAndRelease(test, await askTeam(test));
    await setViewport({ width: 380, height: 800 });
    const el = await place('lea', { locale: 'de', dir: 'rtl' });
    await appears(el, 'h3', 'Sprecht darüber');
    await appears(el, 'guild-dot-range', 'Am niedrigsten');
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    expect(findAll(el, '[style]')).to.have.length(0);
    await isAccessible(el);
  });

  async function latest(): Promise<string> {
    const { items } = await test.as('lea').pulse.surveys({});
    return items[0]?.releasedWaveId ?? '';
  }
});
