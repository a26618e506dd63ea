import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Answers } from '@guildhall/core';
import { html } from 'lit';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type HallOptions, type TestHall } from '../internal/test-hall.js';
import { appears, find, findAll, focused, shown, tabTo, write } from '../internal/test-page.js';
import type { AnswersChangedEvent } from './answers-changed-event.js';
import { waitUntil } from '../internal/test-until.js';
import { QuestionForm } from './question-form.js';
import { asked, everyType } from './test-questions.js';

define(QuestionForm);

describe('guild-question-form', () => {
  let guild: TestHall;
  before(async () => (guild = await testHall()));

  const open = async (ids: readonly string[], answers: Answers = {}, options: HallOptions = {}) => {
    const questions = ids.length ? ids.map(asked) : everyType;
    const form = await guild.hall<QuestionForm>(
      'ana',
      html`<guild-question-form anonymous .questions=${questions} .answers=${answers}></guild-question-form>`,
      options,
    );
    await appears(form, 'fieldset');
    return form;
  };
  const radio = (form: Element, value: string) => find<HTMLInputElement>(form, `input[value="${value}"]`);
  const button = (form: Element, text: string) =>
    findAll<HTMLButtonElement>(form, 'button').find(
      (each) => shown(each) === text || each.getAttribute('aria-label') === text,
    );

  it('is accessible with every type of question, empty, answered and wrong', async () => {
    const form = await open([]);
    await isAccessible(form);
    expect(await form.check()).to.equal(false);
    await isAccessible(form);
    const full = await open([], answered);
    expect(await full.check()).to.equal(true);
    await isAccessible(full);
    expect(full.progress).to.deep.equal({ answered: everyType.length, all: everyType.length });
  });

  it('is answered with the keyboard alone: tab, arrows, space and number keys', async () => {
    const form = await open(['listens', 'role', 'ways', 'recommend', 'again']);
    await form.focus();
    await sendKeys({ press: '4' });
    expect(form.answers).to.deep.equal({ listens: { level: 4 } });
    await sendKeys({ press: 'ArrowLeft' });
    expect(form.answers.listens).to.deep.equal({ level: 3 });
    await tabTo('input[value=o1]');
    await sendKeys({ press: '2' });
    await tabTo('input[type=checkbox][value=o1]');
    await sendKeys({ press: 'Space' });
    await tabTo('input[value="0"]');
    await sendKeys({ press: '7' });
    await tabTo('input[value=yes]');
    await sendKeys({ press: 'ArrowRight' });
    expect(form.answers).to.deep.equal({
      listens: { level: 3 },
      role: { choice: 'o2' },
      ways: { choices: ['o1'] },
      recommend: { value: 7 },
      again: { yes: false },
    });
    expect(await form.check()).to.equal(true);
  });

  it('takes "cannot judge" for an answer, and gives back what was answered before', async () => {
    const form = await open(['listens', 'points'], { points: { points: { o1: 4, o2: 6 } } });
    radio(form, 'unjudged')?.click();
    expect(form.answers.listens).to.deep.equal({ cannotJudge: true });
    const box = find<HTMLInputElement>(
      form,
      'guild-points-answer',
    )?.shadowRoot?.querySelector<HTMLInputElement>('input[type=checkbox]');
    box?.click();
    expect(form.answers.points).to.deep.equal({ cannotJudge: true });
    expect(await form.check()).to.equal(true);
    await form.updateComplete;
    box?.click();
    expect(form.answers.points).to.deep.equal({ points: { o1: 4, o2: 6 } });
  });

  it('keeps the comment when the answer changes, and leaves it out when it is emptied', async () => {
    const form = await open(['listens']);
    expect(button(form, 'Add a comment')).to.equal(undefined);
    radio(form, '2')?.click();
    (await appears(form, '.beneath button', 'Add a comment')).click();
    const box = await appears<HTMLTextAreaElement>(form, 'textarea');
    await tabTo('textarea');
    write(box, 'Often on the phone meanwhile.');
    radio(form, '3')?.click();
    expect(form.answers.listens).to.deep.equal({ level: 3, comment: 'Often on the phone meanwhile.' });
    write(box, ' ');
    expect(form.answers.listens).to.deep.equal({ level: 3 });
  });

  it('puts things in order by choosing and by arrows, and says the place', async () => {
    const form = await open(['order']);
    await form.focus();
    expect(await form.check()).to.equal(false);
    button(form, 'Quality')?.click();
    await appears(form, 'ol li', 'Quality');
    button(form, 'Speed')?.click();
    // The last one had one place left.
    expect(form.answers.order).to.deep.equal({ order: ['o2', 'o1', 'o3'] });
    await appears(form, 'li', 'Calm');
    find<HTMLElement>(form, 'li .down')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(form.answers.order).to.deep.equal({ order: ['o1', 'o2', 'o3'] });
    await appears(form, '[role=status]', 'Quality: place 2');
    button(form, 'Take “Calm” out')?.click();
    expect(form.answers.order).to.deep.equal({ order: ['o1', 'o2'] });
    expect(await form.check()).to.equal(false);
    await appears(form, '.error', 'Place the rest');
  });

  it('shares points and says how many are left or too many', async () => {
    const form = await open(['points']);
    const fields = findAll<HTMLInputElement>(form, 'input[type=number]');
    write(fields[0] ?? null, '7');
    await appears(form, '.left', '3 points left');
    expect(await form.check()).to.equal(false);
    write(fields[1] ?? null, '4');
    await appears(form, '.left', '1 point too many');
    write(fields[1] ?? null, '3');
    await appears(form, '.left', 'All points are shared.');
    expect(form.answers).to.deep.equal({ points: { points: { o1: 7, o2: 3 } } });
    expect(await form.check()).to.equal(true);
  });

  it('takes lines of a rubric one by one; those left out cannot be judged', async () => {
    const form = await open(['levels']);
    findAll<HTMLInputElement>(form, 'input[value="2"]')[1]?.click();
    expect(form.answers).to.deep.equal({ levels: { levels: { o2: 2 } } });
    expect(await form.check()).to.equal(true);
  });

  it('has no value on a fine scale until one is chosen', async () => {
    const form = await open(['share']);
    const slider = find<HTMLInputElement>(form, 'input[type=range]');
    expect(slider?.getAttribute('aria-valuetext')).to.equal('nothing chosen');
    expect(await form.check()).to.equal(false);
    write(find(form, 'input[type=number]'), '42');
    await appears(form, '.error', 'in steps of 5');
    slider?.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(form.answers).to.deep.equal({ share: { value: 45 } });
  });

  it('lets words count for themes only, and keeps to it when they are written anew', async () => {
    const form = await open(['words']);
    const box = find<HTMLTextAreaElement>(form, 'textarea');
    write(box, 'Plans that hold.');
    expect(form.answers).to.deep.equal({ words: { text: 'Plans that hold.', use: 'words', themes: [] } });
    (await appears<HTMLInputElement>(form, 'input[value=themes]')).click();
    expect(await form.check()).to.equal(false);
    (await appears<HTMLInputElement>(form, 'input[value=o2]')).click();
    const themes = { text: 'Plans that hold.', use: 'themes', themes: ['o2'] };
    expect(form.answers).to.deep.equal({ words: themes });
    await form.updateComplete;
    write(box, '');
    expect(form.answers).to.deep.equal({});
    await form.updateComplete;
    write(box, 'Other words.');
    expect(form.answers).to.deep.equal({ words: { ...themes, text: 'Other words.' } });
  });

  it('hints at what tells who wrote, where no name stands on the form, and not where one does', async () => {
    const form = await open(['words']);
    write(find(form, 'textarea'), 'As the only one in Lisbon I saw how @grace planned it on 3.4.2026.');
    const hints = shown(await appears(form, '.hints', '@grace'));
    expect(hints).to.contain('“@grace” names an account');
    expect(hints).to.contain('“As the only” may fit you alone');
    expect(hints).to.contain('tells when, and so perhaps who');
    await isAccessible(form);
    form.anonymous = false;
    write(find(form, 'textarea'), 'I saw how @grace planned it on Monday, you are so lazy.');
    await waitUntil(() => !shown(form).includes('names an account'), 'the hints follow the words');
  });

  it('names what is missing in one place, leads there, and forgets it once it is mended', async () => {
    const form = await open(['listens', 'words']);
    const heard: AnswersChangedEvent[] = [];
    form.addEventListener('guild-answers-changed', (event) => heard.push(event as AnswersChangedEvent));
    expect(await form.check()).to.equal(false);
    expect(focused()?.className).to.equal('problems');
    expect(shown(await appears(form, '.problems'))).to.contain('2 questions need another look');
    button(form, 'Listens and takes up what others say.')?.click();
    await appears(form, '.error', 'Choose an answer');
    await waitUntil(() => focused() === radio(form, '1'), 'the question has the focus');
    await sendKeys({ press: '1' });
    expect(heard.map(({ questionId, answers }) => [questionId, answers])).to.deep.equal([
      ['listens', { listens: { level: 1 } }],
    ]);
    expect(shown(await appears(form, '.problems'))).to.contain('One question needs another look');
    write(find(form, 'textarea'), 'Everything.');
    await form.updateComplete;
    expect(find(form, '.problems')).to.equal(null);
  });

  it('shows text from people as text, in German and from right to left', async () => {
    const prompt = '<img src=x onerror=alert(1)> ليلى';
    const form = await guild.hall<QuestionForm>(
      'ana',
      html`<guild-question-form
        .questions=${[{ ...asked('again'), prompt }]}
        .sections=${{ again: '<b>Teil</b>' }}
      ></guild-question-form>`,
      { locale: 'de', dir: 'rtl' },
    );
    expect(shown(await appears(form, 'legend'))).to.equal(prompt);
    expect(shown(await appears(form, 'h3'))).to.equal('<b>Teil</b>');
    expect(find(form, 'img')).to.equal(null);
    await appears(form, 'label', 'Das kann ich nicht beurteilen');
    const all = await open([], { ...answered, listens: { level: 2 } }, { locale: 'de', dir: 'rtl' });
    await appears(all, '.beneath button', 'Kommentar dazu');
    await isAccessible(all);
  });
});

const answered: Answers = {
  listens: { level: 4, comment: 'Most of the time.' },
  role: { choice: 'o1' },
  ways: { choices: ['o1', 'o3'] },
  recommend: { value: 8 },
  share: { value: 35 },
  levels: { levels: { o1: 1, o2: 3 } },
  order: { order: ['o2', 'o3', 'o1'] },
  points: { points: { o1: 7, o2: 3 } },
  again: { yes: true },
  words: { text: 'Plans that hold.', use: 'themes', themes: ['o1'] },
};
