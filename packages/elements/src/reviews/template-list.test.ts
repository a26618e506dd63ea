import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import type { HallOptions } from '../internal/test-hall.js';
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
import { cycleWorld, type CycleWorld } from './test-cycle.js';

define(ReviewConsole);

const click = async (el: Element, text: string) =>
  (await appears<HTMLButtonElement>(el, 'button, summary', text)).click();
const named = async (el: Element, label: string) =>
  appears<HTMLButtonElement>(el, `button[aria-label="${label}"]`);

describe('guild-template-list', () => {
  let world: CycleWorld;

  before(freshStorage);
  beforeEach(async () => {
    localStorage.clear();
    await setViewport({ width: 1100, height: 900 });
    world = await cycleWorld();
    await world.test.guildhall.as(systemActor).people.grantRole({ personId: 'long', role: 'hrAdmin' });
  });
  const open = async (options: HallOptions = {}, words = 'Templates') => {
    const el = await world.test.hall<ReviewConsole>('long', html`<review-console></review-console>`, options);
    await click(el, words);
    await appears(el, 'h2', words === 'Templates' ? 'Question templates' : 'Fragenvorlagen');
    return el;
  };
  const own = async () => (await world.reviews.templates({ limit: 100 })).items.filter((one) => !one.builtIn);

  it('is accessible as a list and as a form with a question and the preview open', async () => {
    const el = await open();
    await appears(el, '.name', 'Zusammenarbeit 360');
    await isAccessible(el);
    (await named(el, 'Copy Leading people 360')).click();
    await click(el, 'Change');
    await click(el, 'How it will look');
    await appears(el, 'fieldset.question');
    await isAccessible(el);
  });

  it('copies a template, changes a question, adds one by keys, and shows how it will look', async () => {
    const el = await open();
    (await named(el, 'Copy Working together 360')).click();
    await waitUntil(() => find<HTMLInputElement>(el, '#name')?.value === 'Copy of Working together 360');
    const first = 'Lets others finish and takes up what they said.';
    (await named(el, `Move down: ${first}`)).click();
    await waitUntil(() => focused()?.getAttribute('aria-label') === `Move down: ${first}`);
    (await named(el, `Change: ${first}`)).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'type', 'it opens and has the focus');
    write(await appears(el, '#prompt'), 'Lets others finish.');
    await click(el, 'Done');
    await click(el, 'Add a question');
    await waitUntil(() => focused()?.id === 'type');
    write(await appears(el, '#prompt'), 'Laughs.');
    await click(el, 'How it will look');
    await appears(el, 'legend', 'Laughs.');
    expect(findAll(el, 'fieldset.question')).to.have.length(15);
    await click(el, 'Create the template');
    await appears(el, '.name', 'Copy of Working together 360');
    const [made] = await own();
    const prompts = made?.items.map(({ question }) => question.prompt) ?? [];
    expect(prompts.slice(0, 2)).to.deep.equal([
      'Explains things so that people of other trades understand them.',
      'Lets others finish.',
    ]);
    expect(prompts.at(-1)).to.equal('Laughs.');
    const last = made?.items.at(-1);
    expect([last?.section, last?.question.type === 'rating' && last.question.labels[0]]).to.deep.equal(
      ['In your own words', 'Never'],
      'it goes on as those before it',
    );
  });

  it('says what is missing, keeps what is written over a reload, and drops it', async () => {
    let el = await open();
    await click(el, 'New template');
    await click(el, 'Create the template');
    await appears(el, '[role=alert]', '2 things are missing');
    await waitUntil(() => focused()?.id === 'name');
    write(find(el, '#name'), 'Onboarding');
    await click(el, 'Add a question');
    write(await appears(el, '#prompt'), 'Helps newcomers.');
    await click(el, 'Create the template');
    await waitUntil(() => !!focused()?.closest('li'), 'the first empty label');
    await isAccessible(el);
    el.remove();
    el = await open();
    await click(el, 'New template');
    await waitUntil(() => find<HTMLInputElement>(el, '#name')?.value === 'Onboarding');
    await appears(el, 'bdi', 'Helps newcomers.');
    await click(el, 'Drop the changes');
    await waitUntil(() => find<HTMLInputElement>(el, '#name')?.value === '');
    expect(await own()).to.have.length(0);
  });

  it('limits who reads the answers to a question, as far as it can be', async () => {
    const el = await open();
    (await named(el, 'Copy Leading people 360')).click();
    (await named(el, 'Change: Treats people alike, whoever they are.')).click();
    const only = await appears<HTMLLabelElement>(el, 'label', 'Only those chosen here');
    only.click();
    const lists = await waitUntil(() => {
      const found = findAll(el, 'fieldset fieldset');
      return found.length === 3 && found;
    });
    const [response] = Array.isArray(lists) ? lists : findAll(el, 'fieldset fieldset');
    const boxes = [...(response?.querySelectorAll('input') ?? [])];
    boxes[0]?.click();
    await appears(el, '.error', 'the person reads too');
    await click(el, 'Create the template');
    await appears(el, '.error', 'Something is missing or wrong in this question.');
    await isAccessible(el);
    boxes[0]?.click();
    boxes[3]?.click();
    await click(el, 'Create the template');
    await appears(el, '.name', 'Copy of Leading people 360');
    const fair = (await own())[0]?.items.find(({ question }) => question.id === 'fair');
    expect(fair?.visibility?.response).to.deep.equal(['subject', 'manager', 'skipManager']);
    expect(fair?.visibility?.recipient).to.have.length(4);
  });

  it('makes a new version of what was used, and retires it', async () => {
    const { items } = await world.reviews.templates({});
    const question = items[0]?.items[0]?.question;
    if (!question) throw new Error('No question.');
    const { id } = await world.reviews.saveTemplate({ draft: { name: 'Ours', items: [{ question }] } });
    const { id: cycleId } = await world.reviews.copyCycle({
      id: world.cycleId,
      name: 'Again',
      dates: { nominateBy: '2099-01-01', answerBy: '2099-02-01' },
    });
    const { draft } = await world.reviews.cycle({ id: cycleId });
    if (!draft) throw new Error('No draft.');
    await world.reviews.updateCycle({
      id: cycleId,
      draft: { ...draft, templateByDirection: { peer: { templateId: id } } },
    });
    await world.reviews.launch({ id: cycleId });
    const el = await open();
    await appears(el, 'li', 'used · version 1');
    await click(el, 'Ours');
    await appears(el, 'p', 'Saving makes version 2');
    write(find(el, '#name'), 'Ours, better');
    await click(el, 'Save the template');
    await appears(el, 'li', 'not used yet · version 2');
    expect((await world.reviews.template({ id, version: 1 })).name).to.equal('Ours');
    (await named(el, 'Retire Ours, better')).click();
    await appears(el, 'p', 'cannot be chosen');
    const confirm = find(el, 'guild-confirm');
    if (confirm) await click(confirm, 'Retire');
    await waitUntil(() => !findAll(el, '.name').some((one) => shown(one) === 'Ours, better'));
    expect((await own()).map(({ name }) => name)).to.deep.equal([]);
  });

  it('says when the templates cannot be read, and lets the viewer go back', async () => {
    const client = withOperation(world.as('long'), 'reviews.templates', () =>
      Promise.reject(lostConnection()),
    );
    const el = await world.test.hall<ReviewConsole>(
      'long',
      html`<review-console .client=${client}></review-console>`,
    );
    await click(el, 'Templates');
    await appears(el, '[role=alert]', 'connection');
    await isAccessible(el);
    await click(el, 'All cycles');
    await appears(el, '.name', 'Working together');
  });

  it('says what went wrong and keeps what was written', async () => {
    const client = withOperation(world.as('long'), 'reviews.saveTemplate', () =>
      Promise.reject(lostConnection()),
    );
    const el = await world.test.hall<ReviewConsole>(
      'long',
      html`<review-console .client=${client}></review-console>`,
    );
    await click(el, 'Templates');
    (await named(el, 'Copy Leading people 360')).click();
    await click(el, 'Create the template');
    await appears(el, '[role=alert]', 'connection');
    expect(find<HTMLInputElement>(el, '#name')?.value).to.equal('Copy of Leading people 360');
  });

  it('speaks German from right to left in a narrow place, and begins a cycle in German', async () => {
    await setViewport({ width: 380, height: 900 });
    const el = await open({ locale: 'de', dir: 'rtl' }, 'Vorlagen');
    await click(el, 'Zusammenarbeit 360');
    await appears(el, 'legend', 'Lässt andere ausreden');
    await isAccessible(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    await click(el, 'Alle Vorlagen');
    await click(el, 'Alle Runden');
    await click(el, 'Neue Runde');
    const chosen = await appears<HTMLSelectElement>(el, '#template_peer');
    expect(chosen.selectedOptions[0]?.textContent).to.equal('Zusammenarbeit 360');
  });
});
