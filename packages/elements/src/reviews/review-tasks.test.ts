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
import type { ReviewOpenEvent } from './review-events.js';
import { ReviewTasks } from './review-tasks.js';
import { cycleWorld, type CycleWorld } from './test-cycle.js';

define(ReviewTasks);

async function open(world: CycleWorld, who: string, options: HallOptions = {}): Promise<ReviewTasks> {
  // Whoever takes part, of the hall's cast or not.
  const tasks = await world.test.hall<ReviewTasks>(
    who as CastId,
    html`<review-tasks></review-tasks>`,
    options,
  );
  await appears(tasks, 'h2, [part=empty]');
  return tasks;
}

const labeled = (root: Element, label: string) =>
  findAll<HTMLButtonElement>(root, 'button').find((each) => each.getAttribute('aria-label') === label);

describe('review-tasks', () => {
  let world: CycleWorld;
  before(async () => {
    world = await cycleWorld();
    await world.collect();
  });

  it('lists the own forms with how they are kept and until when, opens one and comes back', async () => {
    const tasks = await open(world, 'lea');
    const row = shown(await appears(tasks, 'guild-review-task'));
    expect(row).to.contain('Ben Okafor').and.to.contain('As a colleague').and.to.contain('Working together');
    expect(row)
      .to.contain('Confidential')
      .and.to.match(/until \w+ \d+/);
    await isAccessible(tasks);
    await tabTo('button[aria-label="Begin the form on Ben Okafor"]');
    await sendKeys({ press: 'Enter' });
    await appears(tasks, 'guild-review-promise', 'Confidential');
    (await appears<HTMLButtonElement>(tasks, 'button', 'All your reviews')).click();
    await waitUntil(() => focused()?.matches('button[aria-label^="Begin"]'), 'the row has the focus again');
  });

  it('lets the page open the form elsewhere', async () => {
    const tasks = await open(world, 'lea');
    let asked: ReviewOpenEvent | undefined;
    tasks.addEventListener('guild-review-open', (event) => {
      asked = event;
      event.preventDefault();
    });
    (
      await appears<HTMLButtonElement>(tasks, 'guild-review-task button, button[aria-label^="Begin"]')
    ).click();
    expect(asked?.task.about.id).to.equal('ben');
    await tasks.updateComplete;
    expect(find(tasks, 'review-form')).to.equal(null);
  });

  it('puts what is answered apart, and offers to change it', async () => {
    const { reviews } = world.as('ana');
    await world.answer(['ana']);
    expect((await reviews.tasks({})).items[0]?.state).to.equal('answered');
    const tasks = await open(world, 'ana');
    await appears(tasks, 'h3', 'Answered');
    await appears(tasks, '[part=empty]', 'Nobody waits for your review');
    expect(labeled(tasks, 'Change my answers on Ben Okafor')).to.not.equal(undefined);
  });

  it('says that nothing waits, what went wrong, and speaks German from right to left', async () => {
    const none = await open(world, 'long', { locale: 'de', dir: 'rtl' });
    await appears(none, '[part=empty]', 'Niemand wartet auf deine Rückmeldung');
    await isAccessible(none);
    const client = withOperation(world.as('lea'), 'reviews.tasks', () => Promise.reject(lostConnection()));
    const lost = await world.test.hall<ReviewTasks>(
      'lea',
      html`<review-tasks .client=${client}></review-tasks>`,
    );
    await appears(lost, '[role=alert]', 'The connection was lost');
  });

  it('lets a subject propose reviewers, the manager approve them, and the subject replace who declined', async () => {
    const fresh = await cycleWorld();
    await fresh.reviews.launch({ id: fresh.cycleId });
    const ben = await open(fresh, 'ben');
    await appears(ben, 'h3', 'Who should be asked');
    const { cycleId } = fresh;
    (await appears<HTMLElement>(ben, 'summary', 'Add')).click();
    await tabTo('input[role=combobox]');
    await sendKeys({ type: 'Hugo' });
    await appears(ben, '[role=option]', 'Hugo Jansen');
    await sendKeys({ press: 'Enter' });
    await appears(ben, 'guild-person-chip', 'Hugo Jansen');
    await isAccessible(ben);
    const save = findAll<HTMLButtonElement>(
      ben,
      'guild-reviewers-add',
    )[0]?.shadowRoot?.querySelector<HTMLButtonElement>('.actions button');
    save?.click();
    await waitUntil(
      async () => (await fresh.as('ben').reviews.nominations({ cycleId })).items.length === 1,
      'Hugo is proposed',
    );
    const chidi = await open(fresh, 'chidi');
    await appears(chidi, 'h3', 'Who should be asked about Ben Okafor');
    (await appears<HTMLButtonElement>(chidi, 'button', 'Approve')).click();
    await waitUntil(
      async () => (await fresh.as('hugo').reviews.tasks({})).items.length === 1,
      'Hugo is asked',
    );
    const [task] = (await fresh.as('hugo').reviews.tasks({})).items;
    await fresh.as('hugo').reviews.decline({ id: task?.id ?? '', reason: 'On leave.' });
    const again = await open(fresh, 'ben');
    await appears(again, 'guild-reviewer-replace', 'Hugo Jansen declined');
    await appears(again, 'li', '“On leave.”');
    labeled(again, 'Propose another in the place of Hugo Jansen')?.click();
    await waitUntil(() => focused()?.matches('input[role=combobox]'));
    await sendKeys({ type: 'Dana' });
    await appears(again, '[role=option]', 'Dana Whitfield');
    await sendKeys({ press: 'Enter' });
    await waitUntil(
      async () =>
        (await fresh.as('ben').reviews.nominations({ cycleId })).items.some(
          ({ reviewer, replaces }) => reviewer.id === 'dana' && replaces,
        ),
      'Dana is proposed in the place of Hugo',
    );
    await waitUntil(
      () => !find(again, 'guild-reviewer-replace')?.shadowRoot?.querySelector('li'),
      'the place is taken',
    );
  });
});
