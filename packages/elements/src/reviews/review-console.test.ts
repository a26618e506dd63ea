import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import {
  appears,
  find,
  findAll,
  focused,
  freshStorage,
  lostConnection,
  shown,
  withOperation,
  write,
} from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { ReviewConsole } from './review-console.js';
import { ReviewTasks } from './review-tasks.js';
import { cycleWorld, dayFrom, type CycleWorld } from './test-cycle.js';

define(ReviewConsole);
define(ReviewTasks);

const button = (el: Element, text: string) => appears<HTMLButtonElement>(el, 'button, summary', text);
const click = async (el: Element, text: string) => (await button(el, text)).click();
const tab = (el: Element, name: string) =>
  appears<HTMLButtonElement>(el, '[role=tab]', name).then((one) => one.click());
/** Takes a step and says yes to the question before it. */
async function step(el: Element, name: string): Promise<void> {
  await click(el, name);
  await appears(el, 'guild-confirm p', 'audit log');
  const confirm = find(el, 'guild-confirm');
  if (confirm) await click(confirm, name);
}

describe('review-console', () => {
  let world: CycleWorld;

  before(freshStorage);
  beforeEach(async () => {
    localStorage.clear();
    await setViewport({ width: 1100, height: 900 });
    world = await cycleWorld();
    // The cast of the hall plays HR where the language matters.
    await world.test.guildhall.as(systemActor).people.grantRole({ personId: 'long', role: 'hrAdmin' });
  });
  const open = (cycle: string, options: { locale?: string; dir?: 'rtl' } = {}) =>
    world.test.hall<ReviewConsole>('long', html`<review-console cycle=${cycle}></review-console>`, options);

  it('shows all cycles by how far they are, and copies one', async () => {
    await world.launch();
    const el = await open('');
    await appears(el, '.name', 'Working together');
    expect(shown(el)).to.contain('Running').and.to.contain('Choosing reviewers · until');
    await isAccessible(el);
    await click(el, 'Copy');
    write(await appears(el, '#name'), 'Working together again');
    write(find(el, '#nominateBy'), dayFrom(9));
    write(find(el, '#answerBy'), dayFrom(5));
    await click(el, 'Make the copy');
    await appears(el, '#answerBy-note', 'before the one above');
    write(find(el, '#answerBy'), dayFrom(20));
    await click(el, 'Make the copy');
    await appears(el, 'h2', 'Working together again');
    const { items } = await world.reviews.cycles({ states: ['draft'] });
    expect(items.map(({ name }) => name)).to.deep.equal(['Working together again']);
  });

  it('says what is missing, keeps what is written over a reload, and saves the draft', async () => {
    let el = await open('');
    await click(el, 'New cycle');
    await click(el, 'Create as a draft');
    await appears(el, '[role=alert]', 'things are missing or wrong');
    await waitUntil(() => focused()?.id === 'name');
    await isAccessible(el);
    el.remove();
    el = await open(world.cycleId);
    write(await appears(el, '#name'), 'Spring 360');
    write(find(el, '#k360'), '2');
    el.remove();
    el = await open(world.cycleId);
    await waitUntil(() => find<HTMLInputElement>(el, '#name')?.value === 'Spring 360');
    await click(el, 'Save the draft');
    await appears(el, '#k360-note', 'from 3 to 10');
    write(find(el, '#k360'), '4');
    await click(el, 'Save the draft');
    await waitUntil(async () => {
      const { name, thresholds, amounts, templates } = await world.reviews.cycle({ id: world.cycleId });
      const same = amounts.peer?.min === 3 && templates.length === 4;
      return name === 'Spring 360' && thresholds.k360 === 4 && same;
    });
    await appears(el, 'h2', 'Spring 360');
  });

  it('asks before each step, says that it is logged, and shows rules that are fixed', async () => {
    const el = await open(world.cycleId);
    await step(el, 'Launch');
    await appears(el, 'header', 'Choosing reviewers');
    await tab(el, 'Rules');
    await appears(el, 'p', 'Fixed at the launch.');
    expect(shown(el)).to.contain('Smallest group');
    expect(findAll(el, 'input')).to.have.length(0);
    await isAccessible(el);
    await click(el, 'Other steps');
    await step(el, 'Start collecting answers');
    await appears(el, 'header', 'Collecting answers');
  });

  it('never shows who has answered', async () => {
    await world.collect();
    const el = await open(world.cycleId);
    await appears(el, '.figure', 'How many have answered is not said');
    await tab(el, 'Reviewers');
    await click(el, 'Ben Okafor');
    const row = await appears(el, 'li', 'Grace Mbeki');
    const before = shown(row);
    await tab(el, 'Progress');
    const progress = async () => shown(await appears(el, 'guild-cycle-progress'));
    const empty = await progress();
    await world.answer(['grace', 'dana']);
    await tab(el, 'Reviewers');
    await click(el, 'Ben Okafor');
    expect(shown(await appears(el, 'li', 'Grace Mbeki'))).to.equal(before);
    await tab(el, 'Progress');
    expect(await progress()).to.equal(empty);
  });

  it('counts forms with names exactly, and opens one of them again', async () => {
    await world.collect();
    await world.answer(['ben']);
    const el = await open(world.cycleId);
    await appears(el, 'dl', '1 of 1');
    expect(shown(el)).to.contain('forms by managers 0 of 1');
    await click(el, 'Forms that carry a name');
    await click(el, 'Reopen');
    await appears(el, 'guild-confirm p', 'audit log');
    const confirm = find(el, 'guild-confirm');
    if (confirm) await click(confirm, 'Reopen');
    await appears(el, 'li', 'open again');
    await isAccessible(el);
  });

  it('has the server remind, without saying whom, and gives more time but never less', async () => {
    await world.collect();
    const el = await open(world.cycleId);
    await appears(el, 'p', 'The server reminds those who are late; nobody sees whom.');
    await click(el, 'Remind those who are late');
    await appears(el, '[role=status]', 'Nobody sees whom.').catch(() => undefined);
    write(await appears(el, '#day'), dayFrom(3));
    await click(el, 'Give more time');
    await appears(el, '#day-note', 'Choose a later day than now.');
    write(find(el, '#day'), dayFrom(30));
    await click(el, 'Give more time');
    await waitUntil(
      async () => (await world.reviews.cycle({ id: world.cycleId })).dates.answerBy === dayFrom(30),
    );
  });

  it('approves, rejects and adds reviewers by keyboard, and gives one of them more time', async () => {
    await world.reviews.launch({ id: world.cycleId });
    await world
      .as('ben')
      .reviews.nominate({ cycleId: world.cycleId, reviewers: [{ personId: 'grace', direction: 'peer' }] });
    const el = await open(world.cycleId);
    await tab(el, 'Reviewers');
    (await button(el, 'Ben Okafor')).focus();
    await sendKeys({ press: 'Enter' });
    const row = await appears(el, 'li li', 'Grace Mbeki').catch(() =>
      appears(el, 'li', 'proposed by Ben Okafor'),
    );
    expect(shown(row)).to.contain('peer · proposed · proposed by Ben Okafor');
    (await button(row, 'Approve')).focus();
    await sendKeys({ press: 'Enter' });
    await appears(el, 'li', 'peer · approved');
    await click(el, 'Add reviewers');
    await appears(el, '.suggestions, guild-person-picker');
    await isAccessible(el);
    await click(el, 'Take out');
    await waitUntil(() => focused()?.matches('textarea'), 'the reason has the focus');
    await isAccessible(el);
    await sendKeys({ type: 'She is on leave.' });
    // Kept until it is said.
    await click(el, 'Cancel');
    await waitUntil(() => focused()?.matches('.ends'), 'the focus is back');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find<HTMLTextAreaElement>(el, '#reason')?.value === 'She is on leave.');
    const why = await appears(el, 'guild-nomination-why');
    await click(why, 'Take out');
    await appears(el, 'li', 'peer · withdrawn · proposed by Ben Okafor · “She is on leave.”');
  });

  it('rejects with a reason of 300 characters, which the one who proposed reads; takes back without one', async () => {
    await world.reviews.launch({ id: world.cycleId });
    const { cycleId } = world;
    const reviewers = ['grace', 'dana'].map((personId) => ({ personId, direction: 'peer' as const }));
    await world.as('ben').reviews.nominate({ cycleId, reviewers });
    const el = await open(cycleId);
    await tab(el, 'Reviewers');
    await click(el, 'Ben Okafor');
    (await appears<HTMLButtonElement>(el, 'button[aria-label="Reject: Grace Mbeki"]')).click();
    write(await appears(el, '#reason'), 'x'.repeat(301));
    await appears(el, '#reason-note', '1 character too many');
    const why = await appears(el, 'guild-nomination-why');
    await click(why, 'Reject');
    write(find(el, '#reason'), 'You hardly work together.');
    await click(why, 'Reject');
    await appears(el, 'li', 'rejected');
    const ben = await world.test.hall<ReviewTasks>('ben', html`<review-tasks></review-tasks>`);
    await appears(ben, 'guild-subject-reviewers', '“You hardly work together.”');
    await isAccessible(ben);
    (await appears<HTMLButtonElement>(ben, 'button[aria-label="Take out: Dana Whitfield"]')).click();
    await waitUntil(async () => {
      const { items } = await world.reviews.nominations({ cycleId, subjectId: 'ben' });
      return items.some(({ state, reason }) => state === 'withdrawn' && reason === undefined);
    });
  });

  it('asks a second person where few are asked, who sees the rules and nothing else', async () => {
    const system = world.test.guildhall.as(systemActor);
    for (const [personId, role] of [
      ['femi', 'orgAdmin'],
      ['ana', 'orgAdmin'],
    ] as const) {
      await system.people.grantRole({ personId, role });
    }
    const first = await world.reviews.launch({ id: world.cycleId });
    expect(first.awaits?.by.id).to.equal('femi');
    const el = await world.test.hall<ReviewConsole>('ana', html`<review-console></review-console>`);
    await click(el, 'Working together');
    await appears(el, 'p', 'Femi Kolade wants to launch it and runs the server, too.');
    await appears(el, 'dl', 'Smallest group');
    expect(findAll(el, '[role=tab], input')).to.have.length(0);
    await isAccessible(el);
    await step(el, 'Approve the launch');
    await waitUntil(async () => (await world.reviews.cycle({ id: world.cycleId })).state === 'nominating');
  });

  it('says when it is not the viewer’s, when the connection is lost, and when there is none', async () => {
    const notHr = await world.test.hall<ReviewConsole>('ana', html`<review-console></review-console>`);
    await appears(notHr, 'p', 'Review cycles are run by HR.');
    const failing = withOperation(world.as('femi'), 'reviews.cycles', () => Promise.reject(lostConnection()));
    const lost = await world.test.hall<ReviewConsole>(
      'ana',
      html`<review-console .client=${failing}></review-console>`,
    );
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
    await world.reviews.cancelCycle({ id: world.cycleId });
    const empty = withOperation(world.as('femi'), 'reviews.cycles', () => Promise.resolve({ items: [] }));
    const none = await world.test.hall<ReviewConsole>(
      'ana',
      html`<review-console .client=${empty}></review-console>`,
    );
    await appears(none, '.state', 'There is no review cycle yet.');
    await isAccessible(none);
  });

  it('speaks German, from right to left, in a narrow place', async () => {
    await world.collect();
    const german = await open(world.cycleId, { locale: 'de' });
    await appears(german, 'p', 'Der Server erinnert alle, die noch fehlen; niemand sieht, wen.');
    await setViewport({ width: 380, height: 900 });
    const el = await open(world.cycleId, { dir: 'rtl' });
    await button(el, 'Remind those who are late');
    await isAccessible(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    expect(findAll(el, '[style]')).to.have.length(0);
  });
});
