import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Question } from '@guildhall/core';
import { html } from 'lit';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type HallOptions, type TestHall } from '../internal/test-hall.js';
import { appears, find, findAll, focused, shown, write } from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { blankQuestion, finished, QUESTION_TYPES, questionProblems } from './question-draft.js';
import { QuestionEdit } from './question-edit.js';
import { everyType } from './test-questions.js';
import { questionEdit } from '../strings/en/question-edit.js';

define(QuestionEdit);

const select = (el: Element, id: string, value: string) => {
  const field = find<HTMLSelectElement>(el, `#${id}`);
  if (!field) throw new Error(`There is no #${id}.`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
};

describe('guild-question-edit', () => {
  let guild: TestHall;
  before(async () => (guild = await testHall()));

  const open = async (question: Question, options: HallOptions = {}) => {
    const el = await guild.hall<QuestionEdit>(
      'ana',
      html`<guild-question-edit .question=${question}></guild-question-edit>`,
      options,
    );
    await appears(el, '#prompt');
    return el;
  };
  const labels = (el: Element) => findAll<HTMLInputElement>(el, 'li > input');

  it('is accessible for every type, blank, wrong and written; what is written stays as it was', async () => {
    for (const type of QUESTION_TYPES) {
      const el = await open(blankQuestion(type));
      await isAccessible(el);
      expect(await el.check(), type).to.equal(false);
      await isAccessible(el);
      el.remove();
    }
    for (const question of everyType) {
      const el = await open(question);
      expect(await el.check(), question.id).to.equal(true);
      await isAccessible(el);
      expect(finished(el.question ?? question)).to.deep.equal(question);
      el.remove();
    }
  });

  it('writes a rating by keys: Enter adds a line, Alt with an arrow moves it', async () => {
    const el = await open({ ...blankQuestion('choice'), prompt: 'Where?' });
    labels(el)[0]?.focus();
    await sendKeys({ type: 'Here' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused() === labels(el)[1], 'the new line has the focus');
    await sendKeys({ type: 'There' });
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ up: 'Alt' });
    await waitUntil(() => focused() === labels(el)[0], 'the focus goes with it');
    write(labels(el)[2] ?? null, 'Elsewhere');
    const { question } = el;
    expect(question?.type === 'choice' && question.options.map(({ label }) => label)).to.deep.equal([
      'There',
      'Here',
      'Elsewhere',
    ]);
    const [first] = findAll<HTMLButtonElement>(el, 'button[aria-label="Remove: There"]');
    first?.click();
    await waitUntil(() => labels(el).length === 2);
    // Two are the fewest that can be chosen from.
    expect(findAll<HTMLButtonElement>(el, '.out').every(({ disabled }) => disabled)).to.equal(true);
  });

  it('says what is missing at its field and goes there, until it is mended', async () => {
    const el = await open(blankQuestion('scale'));
    expect(await el.check()).to.equal(false);
    await waitUntil(() => focused()?.id === 'prompt');
    write(find(el, '#prompt'), 'How likely?');
    write(find(el, '#max'), '-');
    await appears(el, '#max-note', 'Write a number.');
    expect(find<HTMLInputElement>(el, '#max')?.value).to.equal('-');
    write(find(el, '#max'), '2,5');
    await appears(el, '#step-note', 'the end is reached exactly');
    write(find(el, '#step'), '0.5');
    expect(await el.check()).to.equal(true);
    expect(el.question).to.deep.include({ min: 0, max: 2.5, step: 0.5 });
  });

  it('keeps what was written when somebody looks through the types', async () => {
    const el = await open({ ...blankQuestion('rating'), prompt: 'Listens.' });
    for (const [index, field] of labels(el).entries()) write(field, `L${String(index)}`);
    select(el, 'type', 'text');
    await appears(el, 'guild-label-list', 'Themes');
    expect(el.question).to.deep.include({ prompt: 'Listens.', comment: false });
    select(el, 'type', 'rating');
    await waitUntil(() => labels(el)[4]?.value === 'L4', 'the labels are back');
    expect(questionProblems(el.question ?? blankQuestion('rating'), questionEdit)).to.deep.equal({});
  });

  it('speaks German, and shows hostile words as words', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const german = await open(
      { ...blankQuestion('rubric'), prompt: hostile, help: hostile },
      { locale: 'de', dir: 'rtl' },
    );
    await appears(german, 'legend', 'Was betrachtet wird');
    expect(find<HTMLTextAreaElement>(german, '#prompt')?.value).to.equal(hostile);
    expect(findAll(german, 'img')).to.have.length(0);
    expect(shown(german)).to.contain('Muss beantwortet werden');
    await isAccessible(german);
  });
});
