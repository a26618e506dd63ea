import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import type { CastId, HallOptions } from '../internal/test-hall.js';
import {
  appears,
  find,
  findAll,
  focused,
  lostConnection,
  shown,
  tabTo,
  withOperation,
} from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { ReviewTasks } from './review-tasks.js';
import { cycleWorld, type CycleWorld } from './test-cycle.js';

define(ReviewTasks);

/** Ben has his report, works on a gap, and has asked the raters. */
async function askedWorld(change: Parameters<typeof cycleWorld>[0] = {}): Promise<CycleWorld> {
  const world = await cycleWorld(change);
  await world.collect();
  await world.answer();
  await world.release();
  const { growth, reviews } = world.as('ben');
  const { cycleId } = world;
  const [gap] = (await reviews.report({ cycleId })).gaps;
  const { id } = await growth.fromFeedback({ cycleId, questionId: gap?.measureId ?? '' });
  await growth.askRaters({ id });
  return world;
}

async function open(world: CycleWorld, who: string, options: HallOptions = {}): Promise<ReviewTasks> {
  // Whoever takes part, of the hall's cast or not.
  const tasks = await world.test.hall<ReviewTasks>(
    who as CastId,
    html`<review-tasks></review-tasks>`,
    options,
  );
  await appears(tasks, 'h2');
  return tasks;
}

const press = async (root: Element, text: string) =>
  (await appears<HTMLButtonElement>(root, 'button', text)).click();

describe('guild-growth-question', () => {
  let world: CycleWorld;
  before(async () => {
    world = await askedWorld();
  });

  it('says who asks about what and how it is kept, takes an answer by keys, and changes it', async () => {
    const tasks = await open(world, 'lea');
    const { growth } = world.as('lea');
    const [task] = (await growth.tasks({})).items;
    const id = task?.id ?? '';
    const asked = shown(await appears(tasks, 'guild-growth-questions', 'Did you notice'));
    await waitUntil(() => !shown(tasks).includes('Nobody waits for your review'), 'Ben does');
    expect(asked).to.contain('Ben Okafor').and.to.contain(task?.label).and.to.contain('Confidential');
    await isAccessible(tasks);
    await tabTo('button[aria-label^="Answer the question of Ben"]');
    await sendKeys({ press: 'Enter' });
    const promise = shown(await appears(tasks, 'guild-review-promise'));
    expect(promise).to.contain('Shown from 3 answers on').and.to.contain('Ben Okafor (whom it is about)');
    expect(promise).to.contain('once 3 people').and.to.contain('your words once 5 have');
    await isAccessible(tasks);
    await press(tasks, 'Send my answers');
    await appears(tasks, '.problems');
    await tabTo('input[type=radio]');
    await sendKeys({ press: '4' });
    await appears(tasks, '[role=status]', 'Kept in this browser');
    await press(tasks, 'Send my answers');
    await appears(tasks, 'h3', 'Your answers are in');
    await waitUntil(() => focused()?.matches('h3'), 'the thanks have the focus');
    expect((await growth.ownAnswer({ id })).answers['change']).to.deep.include({ level: 4 });
    await press(tasks, 'Close');
    await waitUntil(() => focused()?.matches('button[aria-label^="Change my answer to Ben"]'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find<HTMLInputElement>(tasks, 'input[value="4"]')?.checked, 'it is there');
    find<HTMLInputElement>(tasks, 'input[value="2"]')?.click();
    await press(tasks, 'Send the changed answers');
    await appears(tasks, 'h3', 'Your answers are in');
    expect((await growth.ownAnswer({ id })).answers['change']).to.deep.include({ level: 2 });
  });

  it('takes an answer back when it was sent and when it is opened again; what was written stays', async () => {
    const tasks = await open(world, 'ana');
    const { growth } = world.as('ana');
    const isAnswered = async () => (await growth.tasks({})).items[0]?.answered;
    await press(tasks, 'Answer');
    (await appears<HTMLInputElement>(tasks, 'input[value="2"]')).click();
    await press(tasks, 'Send my answers');
    await press(tasks, 'Take my answers back');
    await appears(tasks, 'p', 'as if you had never sent them');
    await isAccessible(tasks);
    await press(tasks, 'Yes, delete my answers');
    await appears(tasks, 'p', 'Your answers are deleted. What you wrote is still here');
    expect(await isAnswered()).to.equal(false);
    expect(find<HTMLInputElement>(tasks, 'input[value="2"]')?.checked).to.equal(true);
    await isAccessible(tasks);
    await press(tasks, 'Send my answers');
    await press(tasks, 'Close');
    await press(tasks, 'Change my answer');
    await press(tasks, 'Take my answers back');
    await waitUntil(() => focused()?.matches('.sure'), 'it is asked first');
    await press(tasks, 'Keep them');
    expect(await isAnswered()).to.equal(true);
    await press(tasks, 'Take my answers back');
    await press(tasks, 'Yes, delete my answers');
    await waitUntil(async () => (await isAnswered()) === false);
  });

  it('keeps what was written over a reload, and says what went wrong', async () => {
    const tasks = await open(world, 'grace');
    await press(tasks, 'Answer');
    (await appears<HTMLInputElement>(tasks, 'input[value="3"]')).click();
    await appears(tasks, '[role=status]', 'Kept in this browser');
    tasks.remove();
    const client = withOperation(world.as('grace'), 'growth.answer', () => Promise.reject(lostConnection()));
    const again = await world.test.hall<ReviewTasks>(
      // She takes part, though she is not of the cast.
      'grace' as CastId,
      html`<review-tasks .client=${client}></review-tasks>`,
    );
    await press(again, 'Answer');
    await waitUntil(() => find<HTMLInputElement>(again, 'input[value="3"]')?.checked, 'the draft is back');
    await press(again, 'Send my answers');
    await appears(again, '[role=alert]', 'The connection was lost');
    expect((await world.as('grace').growth.tasks({})).items[0]?.answered).to.equal(false);
  });

  it('shows nothing to whom nobody asks, and speaks German from right to left', async () => {
    const none = await open(world, 'chidi');
    await waitUntil(() => !find(none, 'guild-growth-questions')?.shadowRoot?.querySelector('[aria-busy]'));
    expect(findAll(none, 'guild-growth-questions h3')).to.have.length(0);
    const german = await open(world, 'hugo', { locale: 'de', dir: 'rtl' });
    await press(german, 'Antworten');
    await appears(german, 'label', 'Deutlich besser');
    await isAccessible(german);
  });

  it('gives a receipt for a sealed answer', async () => {
    const sealed = await askedWorld({ mode: 'sealed' });
    const tasks = await open(sealed, 'dana');
    await press(tasks, 'Answer');
    (await appears<HTMLInputElement>(tasks, 'input[value="5"]')).click();
    await press(tasks, 'Send my answers');
    const receipt = (await appears<HTMLInputElement>(tasks, '#receipt')).value;
    expect(receipt).to.match(/^[0-9a-f]{32}$/);
    const { growth } = sealed.as('dana');
    const id = (await growth.tasks({})).items[0]?.id ?? '';
    expect((await growth.ownAnswer({ id, receipt })).answers['change']).to.deep.include({ level: 5 });
    await press(tasks, 'Take my answers back');
    await press(tasks, 'Yes, delete my answers');
    await appears(tasks, 'p', 'Your answers are deleted.');
    expect((await growth.tasks({})).items[0]?.answered).to.equal(false);
    expect(find(tasks, '#receipt')).to.equal(null);
  });
});
