import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import {
  appears,
  find,
  findAll,
  focused,
  freshStorage,
  gate,
  lostConnection,
  shown,
  withOperation,
  write,
} from '../internal/test-page.js';
import type { MatchesPublishedEvent } from './match-events.js';
import { MatchWorkbench } from './match-workbench.js';
import { matchWorld, type MatchWorld } from './test-matching.js';
import { waitUntil } from '../internal/test-until.js';

define(MatchWorkbench);

const rows = (el: Element) => findAll(el, '.pair');
const row = (el: Element, mentee: string) => appears(el, '.pair', mentee);
const button = (el: Element, text: string) => appears<HTMLButtonElement>(el, 'button', text);
const labeled = (el: Element, label: string) =>
  appears<HTMLButtonElement>(el, `button[aria-label="${label}"]`);

describe('match-workbench', () => {
  let world: MatchWorld;

  before(freshStorage);
  beforeEach(async () => {
    localStorage.clear();
    await setViewport({ width: 1280, height: 900 });
    world = await matchWorld();
  });
  const open = (options: { locale?: string; dir?: 'rtl'; as?: 'ana' | 'ben' } = {}) =>
    world.test.hall<MatchWorkbench>(
      options.as ?? 'ana',
      html`<match-workbench program=${world.programId}></match-workbench>`,
      options,
    );

  it('runs, with a bar and a way to cancel, and says when it is done', async () => {
    const el = await open();
    await appears(el, '.state', 'Nothing is sent until you publish');
    await isAccessible(el);
    (await button(el, 'Find matches')).click();
    await appears(el, '.pair', 'Ben Okafor');
    await appears(el, 'h2', '4 mentees, 3 mentors, 5 places');
    await waitUntil(() => find(el, '[role=status]')?.textContent?.includes('The run is done'));
    expect(rows(el)).to.have.length(4);
    await isAccessible(el);
  });

  it('shows how far a run is and what it does, and cancels it', async () => {
    const { opened, open: letGo } = gate();
    world = await matchWorld(undefined, 0, opened);
    const el = await open();
    (await button(el, 'Find matches')).click();
    await appears(el, '[part=text]', 'Finding the best for all together');
    const bar = await appears(el, '[role=progressbar]');
    expect(Number(bar.ariaValueNow)).to.be.within(1, 99);
    await isAccessible(el);
    (await button(el, 'Cancel the run')).click();
    await appears(el, '.note', 'The run was canceled. Nothing has changed.');
    letGo();
    const { items } = await world.test.as('ana').mentoring.matchRuns({ programId: world.programId });
    expect(items.map(({ state }) => state)).to.deep.equal(['canceled']);
    expect(rows(el)).to.have.length(0);
  });

  it('locks a pair, and the next run keeps it', async () => {
    await world.run();
    const el = await open();
    const lock = await labeled(el, 'Lock Lea Moreau and Grace Mbeki');
    expect(lock.ariaPressed).to.equal('false');
    lock.focus();
    await sendKeys({ press: 'Enter' });
    await labeled(el, 'Unlock Lea Moreau and Grace Mbeki');
    await appears(el, 'dd', '1');
    await waitUntil(() => shown(el).includes('pair you locked'));
    const before = (await world.test.as('ana').mentoring.matchRuns({ programId: world.programId })).items[0];
    (await button(el, 'Run again')).click();
    await waitUntil(
      async () => {
        const { items } = await world.test.as('ana').mentoring.matchRuns({ programId: world.programId });
        return items[0]?.state === 'computed' && items[0].id !== before?.id;
      },
      'another run',
      { timeout: 10_000 },
    );
    const kept = await labeled(el, 'Unlock Lea Moreau and Grace Mbeki');
    expect(kept.ariaPressed).to.equal('true');
  });

  it('moves somebody by keyboard alone: pick up, go, put down', async () => {
    await world.run();
    const el = await open();
    const lea = await row(el, 'Lea Moreau');
    const grip = find<HTMLElement>(lea, '.grip');
    grip?.focus();
    await sendKeys({ press: 'Enter' });
    await appears(el, '.carry', 'Choose a new mentor for Lea Moreau.');
    await waitUntil(() => find(el, '[role=status]')?.textContent?.includes('Lea Moreau is picked up'));
    await isAccessible(el);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !find(el, '.carry'));
    await waitUntil(() => focused() === grip, 'the focus is back where it was');
    await sendKeys({ press: 'Space' });
    await appears(el, '.target');
    for (let presses = 0; presses < 8; presses++) {
      await sendKeys({ press: 'ArrowDown' });
      if (focused()?.ariaLabel?.startsWith('Put here: Dana')) break;
    }
    expect(focused()?.ariaLabel).to.equal('Put here: Dana Whitfield, 1 place free');
    await sendKeys({ press: 'Enter' });
    await appears(el, '.pair', 'moved by hand');
    expect(shown(await row(el, 'Lea Moreau'))).to.contain('Dana Whitfield');
    await waitUntil(() =>
      findAll(el, '[role=status]').some(
        (one) => one.textContent === 'Lea Moreau is with Dana Whitfield now.',
      ),
    );
    await waitUntil(() => focused()?.matches('.grip[data-mentee=lea]') ?? false, 'the focus stays with Lea');
  });

  it('swaps two by dragging', async () => {
    await world.run();
    const el = await open();
    const [lea, layla] = [await row(el, 'Lea Moreau'), await row(el, 'ليلى')];
    const data = new DataTransfer();
    lea.dispatchEvent(new DragEvent('dragstart', { dataTransfer: data, bubbles: true }));
    await appears(el, '.target');
    const over = new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true });
    layla.dispatchEvent(over);
    expect(over.defaultPrevented, 'may be put down here').to.equal(true);
    layla.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    lea.dispatchEvent(new DragEvent('dragend', { dataTransfer: data, bubbles: true }));
    await waitUntil(
      () => findAll(el, '.pair').filter((one) => shown(one).includes('moved by hand')).length === 2,
    );
    expect(shown(await row(el, 'ليلى'))).to.contain('Grace Mbeki');
  });

  it('sets a rule aside only for a written reason, which stays with the pair', async () => {
    await world.run();
    const el = await open();
    find<HTMLElement>(await row(el, 'Ben Okafor'), '.grip')?.click();
    (await labeled(el, 'Put here: Dana Whitfield, 1 place free')).click();
    await appears(el, 'p', 'They are in the same team.');
    await isAccessible(el);
    (await button(el, 'Set the rule aside')).click();
    await appears(el, '[role=alert]', 'Write a sentence or two.');
    write(find(el, 'textarea'), 'They work on different floors and both want it.');
    (await button(el, 'Set the rule aside')).click();
    await appears(el, '.note', 'Rule set aside: They work on different floors');
    await waitUntil(() => !find(el, 'dialog[open]'));
    expect(shown(await row(el, 'Ben Okafor'))).to.contain('Dana Whitfield');
  });

  it('says why somebody cannot be moved at all', async () => {
    await world.run();
    const el = await open();
    find<HTMLElement>(await row(el, 'Hugo Jansen'), '.grip')?.click();
    (await labeled(el, 'Put here: Dana Whitfield, 1 place free')).click();
    await appears(el, '[role=alert]', 'always holds');
  });

  it('publishes after it has said what will happen to whom', async () => {
    await world.run();
    const el = await open();
    const published: string[] = [];
    el.addEventListener('guild-matches-published', ({ programId }: MatchesPublishedEvent) =>
      published.push(programId),
    );
    (await button(el, 'Publish 4 matches')).click();
    await appears(el, 'p', '4 mentees and 2 mentors are told who their partners are');
    await isAccessible(el);
    (await button(el, 'Publish now')).click();
    await appears(el, '.note', 'These matches are published.');
    expect(published).to.deep.equal([world.programId]);
    expect(findAll(el, '.grip')).to.have.length(0);
    const { items } = await world.test.as('ben').mentoring.mentorships({});
    expect(items).to.have.length(1);
  });

  it('says when people or rules have changed since', async () => {
    await world.run();
    const el = await open();
    await row(el, 'Lea Moreau');
    await world.test.as('lea').mentoring.withdrawEnrollment({ programId: world.programId });
    await appears(el, '.note', 'Run again to take that in.');
    (await button(el, 'Run again')).click();
    await appears(el, 'dd', '3 of 3');
    await waitUntil(() => !shown(el).includes('Lea Moreau'));
  });

  it('says so when a run cannot be asked for, and what is not for the viewer', async () => {
    const failing = withOperation(world.test.as('ana'), 'mentoring.runMatch', () =>
      Promise.reject(lostConnection()),
    );
    const el = await world.test.hall<MatchWorkbench>(
      'ana',
      html`<match-workbench program=${world.programId} .client=${failing}></match-workbench>`,
    );
    (await button(el, 'Find matches')).click();
    await appears(el, '[role=alert]', 'connection');
    const stranger = await open({ as: 'ben' });
    await appears(stranger, 'p', 'Only those who run this program');
    expect(findAll(stranger, '.pair')).to.have.length(0);
  });

  it('speaks German, from right to left, in a narrow place', async () => {
    await world.run();
    const german = await open({ locale: 'de' });
    await appears(german, '.pair', 'möchte Negotiation lernen');
    await button(german, '4 Paare veröffentlichen');
    german.remove();
    await setViewport({ width: 380, height: 900 });
    const el = await open({ dir: 'rtl' });
    await row(el, 'Lea Moreau');
    await isAccessible(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
  });

  it('says what would be if pairs were kept, the worst came first, or there were one more place', async () => {
    await world.run();
    let el = await open();
    await appears(el, 'p', 'all of these pairs can stay together without any loss');
    await appears(el, 'guild-place-values', 'AI tools');
    (await button(el, 'Compare')).click();
    await appears(el, 'guild-what-ifs', 'The worst match could not be better.');
    await isAccessible(el);
    el.remove();
    // Grace and Femi change what they teach: now keeping pairs costs something.
    const { guildhall } = world.test;
    await guildhall
      .as({ id: 'femi' })
      .people.setSkills({ skills: [{ skill: 'Negotiation', level: 'teaching' }] });
    await guildhall
      .as({ id: 'grace' })
      .people.setSkills({ skills: [{ skill: 'AI tools', level: 'strong' }] });
    el = await open();
    const slider = await appears<HTMLInputElement>(el, 'input[type=range]');
    await isAccessible(el);
    slider.focus();
    await sendKeys({ press: 'End' });
    expect(slider.getAttribute('aria-valuetext')).to.match(
      /no pair would move and the total would lose [1-9]/,
    );
    await sendKeys({ press: 'Home' });
    expect(slider.getAttribute('aria-valuetext')).to.match(
      /[2-4] pairs would move and the total would lose 0%/,
    );
    const table = (await appears(el, 'guild-stay-curve')).shadowRoot?.querySelectorAll('tbody tr');
    expect(table?.length).to.equal(Number(slider.max) + 1);
    (await button(el, 'Run with this')).click();
    await waitUntil(async () => {
      const { items } = await world.test.as('ana').mentoring.matchRuns({ programId: world.programId });
      return items.length === 2 && items[0]?.options.stayBonus === 0;
    });
  });
});
