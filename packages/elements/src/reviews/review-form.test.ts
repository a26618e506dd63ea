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
  write,
} from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { ReviewForm } from './review-form.js';
import { cycleWorld, type CycleWorld } from './test-cycle.js';

define(ReviewForm);

/** The form of somebody in the cycle. */
async function formOf(world: CycleWorld, who: string): Promise<string> {
  const { items } = await world.as(who).reviews.tasks({});
  return items[0]?.id ?? '';
}

/** Shows the form of somebody. */
async function open(world: CycleWorld, who: string, options: HallOptions = {}): Promise<ReviewForm> {
  const id = await formOf(world, who);
  // Whoever takes part, of the hall's cast or not.
  const form = await world.test.hall<ReviewForm>(
    who as CastId,
    html`<review-form form-id=${id}></review-form>`,
    options,
  );
  await appears(form, 'h2');
  return form;
}

async function press(root: Element, text: string): Promise<void> {
  (await appears<HTMLButtonElement>(root, 'button', text)).click();
}

/** Chooses an answer to each question, and writes the words. */
async function fillAll(form: Element, level = '4'): Promise<void> {
  await appears(form, `input[value="${level}"]`);
  for (const radio of findAll<HTMLInputElement>(form, `input[value="${level}"]`)) radio.click();
  for (const box of findAll<HTMLTextAreaElement>(form, 'textarea')) write(box, 'Plans that hold.');
}

describe('review-form', () => {
  let confidential: CycleWorld;
  let sealed: CycleWorld;
  before(async () => {
    confidential = await cycleWorld();
    await confidential.collect();
    sealed = await cycleWorld({ mode: 'sealed' });
    await sealed.collect();
  });

  it('says how answers are kept, from how many on they are shown and who reads, before any question', async () => {
    const form = await open(confidential, 'lea');
    const promise = shown(await appears(form, 'guild-review-promise'));
    expect(promise).to.contain('Confidential');
    expect(promise).to.contain('Shown from 3 answers on');
    expect(promise).to.contain('Ben Okafor (whom it is about), Chidi Eze (the manager), and HR');
    expect(find(form, 'guild-question-form')).to.equal(null);
    await isAccessible(form);
    await press(form, 'Begin');
    await appears(form, 'fieldset');
    // It stays above the questions.
    const [said, asked] = [find(form, 'guild-review-promise'), find(form, 'guild-question-form')];
    const order = asked ? said?.compareDocumentPosition(asked) : 0;
    expect(order).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    await waitUntil(() => focused()?.matches('input[type=radio]'), 'the first question has the focus');
    await isAccessible(form);
  });

  it('keeps a confidential draft on the server, sends it once all is answered, and changes it until the close', async () => {
    const form = await open(confidential, 'grace');
    await press(form, 'Begin');
    await waitUntil(() => focused()?.matches('input[type=radio]'));
    await sendKeys({ press: '2' });
    await appears(form, '[role=status]', 'Saved');
    form.remove();
    const again = await open(confidential, 'grace');
    await appears(again, 'footer', '1 of');
    expect(find<HTMLInputElement>(again, 'input[value="2"]')?.checked).to.equal(true);
    await press(again, 'Send my answers');
    await appears(again, '.problems', 'need another look');
    await fillAll(again);
    await press(again, 'Send my answers');
    await appears(again, 'h3', 'Your answers are in');
    await waitUntil(() => focused()?.matches('h3'), 'the title of what was sent has the focus');
    expect(find(again, '#receipt')).to.equal(null);
    const id = await formOf(confidential, 'grace');
    const { reviews } = confidential.as('grace');
    const { answers } = await reviews.ownAnswer({ id });
    expect(Object.values(answers).filter((each) => 'level' in each && each.level === 4)).to.have.length.above(
      5,
    );
    await press(again, 'Change my answers');
    await fillAll(again, '5');
    await press(again, 'Send the changed answers');
    await appears(again, 'h3', 'Your answers are in');
    const changed = (await reviews.ownAnswer({ id })).answers;
    expect(Object.values(changed).some((each) => 'level' in each && each.level === 4)).to.equal(false);
    await press(again, 'Take my answers back');
    await press(again, 'Yes, delete my answers');
    await appears(again, 'p', 'Your answers are deleted');
    expect((await reviews.form({ id })).state).to.equal('started');
    expect(find<HTMLInputElement>(again, 'input[value="5"]')?.checked).to.equal(true);
  });

  it('keeps a sealed draft in the browser alone, and gives a receipt that opens the answers again', async () => {
    const form = await open(sealed, 'lea');
    const promise = shown(await appears(form, 'guild-review-promise'));
    expect(promise).to.contain('Sealed');
    await press(form, 'Begin');
    await appears(form, 'p', 'stays in this browser, encrypted');
    await waitUntil(() => focused()?.matches('input[type=radio]'));
    await sendKeys({ press: '3' });
    await appears(form, '[role=status]', 'Kept in this browser');
    const id = await formOf(sealed, 'lea');
    const { reviews } = sealed.as('lea');
    expect((await reviews.form({ id })).draft).to.equal(undefined);
    form.remove();
    const again = await open(sealed, 'lea');
    await waitUntil(() => find<HTMLInputElement>(again, 'input[value="3"]')?.checked, 'the draft is back');
    await fillAll(again);
    await press(again, 'Send my answers');
    const field = await appears<HTMLInputElement>(again, '#receipt');
    expect(field.value).to.match(/^[0-9a-f]{32}$/);
    await isAccessible(again);
    const own = await reviews.ownAnswer({ id, receipt: field.value });
    expect(Object.keys(own.answers)).to.have.length.above(5);
    again.remove();
    const later = await open(sealed, 'lea');
    await press(later, 'Change my answers');
    await waitUntil(() => find<HTMLInputElement>(later, 'input[value="4"]')?.checked, 'the answers are read');
    await fillAll(later, '1');
    await press(later, 'Send the changed answers');
    expect((await appears<HTMLInputElement>(later, '#receipt')).value).to.equal(field.value);
    const changed = (await reviews.ownAnswer({ id, receipt: field.value })).answers;
    expect(Object.values(changed).some((each) => 'level' in each && each.level === 1)).to.equal(true);
  });

  it('asks for the receipt of sealed answers that another browser sent, and takes none but the right one', async () => {
    const id = await formOf(sealed, 'dana');
    const { reviews } = sealed.as('dana');
    await reviews.start({ id });
    const { questions } = await reviews.form({ id });
    const answers = Object.fromEntries(
      questions.map(({ question }) => [
        question.id,
        question.type === 'text'
          ? { text: 'Words.', use: 'words' as const, themes: [] }
          : { cannotJudge: true as const },
      ]),
    );
    const receipt = '0123456789abcdef0123456789abcdef';
    await reviews.answer({ id, answers, receipt });
    const form = await open(sealed, 'dana');
    const field = await appears<HTMLInputElement>(form, '#receipt');
    write(field, 'nothing');
    await press(form, 'Open my answers');
    await appears(form, '.error', '32 digits');
    write(field, receipt.replace('0', 'f'));
    await press(form, 'Open my answers');
    await appears(form, '.error', 'Only with the receipt');
    write(field, receipt);
    await press(form, 'Open my answers');
    await appears(form, 'h3', 'Your answers are in');
    await press(form, 'Change my answers');
    await appears(form, 'footer', `${questions.length} of ${questions.length}`);
  });

  it('says so when nothing can be kept in the browser, and keeps it in the page', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle');
    Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, value: undefined });
    try {
      // Nobody has opened this viewer's drafts before.
      const form = await open(sealed, 'hugo');
      await press(form, 'Begin');
      await appears(form, '.warning', 'gone when you close or reload');
      await waitUntil(() => focused()?.matches('input[type=radio]'));
      await sendKeys({ press: '3' });
      await appears(form, '[role=status]', 'Kept only while this page is open');
    } finally {
      if (subtle) Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });

  it('carries the name where it must, and says that ratings may be changed', async () => {
    const form = await open(confidential, 'chidi');
    const promise = shown(await appears(form, 'guild-review-promise'));
    expect(promise).to.contain('Carries your name').and.to.contain('managers and HR compare ratings');
    expect(promise).to.contain('you, and HR');
    expect(promise).not.to.contain('Shown from');
    expect(find(form, 'guild-review-decline')).to.equal(null);
    await press(form, 'Begin');
    await fillAll(form);
    await press(form, 'Send my answers');
    await appears(form, 'h3', 'Your answers are in');
    expect(shown(form)).not.to.contain('Take my answers back');
  });

  it('keeps what was written when the connection is lost, and sends it when it is back', async () => {
    const id = await formOf(confidential, 'dana');
    await confidential.as('dana').reviews.start({ id });
    let lost = true;
    const calls = ['reviews.saveDraft', 'reviews.answer'];
    const client = calls.reduce(
      (made, name) => withOperation(made, name, (call) => (lost ? Promise.reject(lostConnection()) : call())),
      confidential.as('dana'),
    );
    const form = await confidential.test.hall<ReviewForm>(
      'ana',
      html`<review-form form-id=${id} .client=${client}></review-form>`,
    );
    await fillAll(form);
    await appears(form, '[role=status]', 'Not saved on the server yet');
    await press(form, 'Send my answers');
    await appears(form, '.foot .error', 'The connection was lost');
    form.remove();
    lost = false;
    const again = await open(confidential, 'dana');
    await waitUntil(() => find<HTMLInputElement>(again, 'input[value="4"]')?.checked, 'the browser kept it');
    await appears(again, '[role=status]', 'Saved');
    await press(again, 'Send my answers');
    await appears(again, 'h3', 'Your answers are in');
  });

  it('lets a form be declined before it is opened, with a reason', async () => {
    const form = await open(confidential, 'hugo');
    const heard: Event[] = [];
    form.addEventListener('guild-review-declined', (event) => heard.push(event));
    await tabTo('.opens');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.matches('textarea'));
    await sendKeys({ type: 'We have hardly worked together.' });
    await isAccessible(form);
    await press(form, 'Decline');
    await appears(form, 'p', 'You have declined');
    expect(heard).to.have.length(1);
    const { items } = await confidential.reviews.nominations({
      cycleId: confidential.cycleId,
      state: 'declined',
    });
    expect(items[0]?.reason).to.equal('We have hardly worked together.');
  });

  it('says what went wrong, in German, and that a form is over', async () => {
    const bad = await confidential.test.hall<ReviewForm>(
      'ana',
      html`<review-form form-id="nothing"></review-form>`,
      { locale: 'de' },
    );
    await appears(bad, '[role=alert]', 'Diesen Bogen gibt es nicht mehr');
    const world = await cycleWorld();
    await world.collect();
    await world.reviews.close({ id: world.cycleId });
    const form = await open(world, 'ana', { locale: 'de', dir: 'rtl' });
    await appears(form, 'h3', 'Dieser Bogen ist geschlossen');
    await isAccessible(form);
  });
});
