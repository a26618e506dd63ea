import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
import { sha256 } from '@guildhall/core/connect';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import type { CastId, HallOptions, TestHall } from '../internal/test-hall.js';
import {
  appears,
  find,
  findAll,
  focused,
  freshStorage,
  lostConnection,
  shown,
  tabTo,
  withOperation,
  write,
} from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { PulseAnsweredEvent } from './events.js';
import { openDoors } from './kept-doors.js';
import { PulseSurvey } from './pulse-survey.js';
import { PulseWriting } from './pulse-writing.js';
import { answersOf, askTeam, personOf, pulseHall } from './test-pulse.js';

define(PulseSurvey);

describe('pulse-survey', () => {
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 1100, height: 900 });
    test = await pulseHall();
  });
  const place = (waveId = '', as: CastId = 'ana', options: HallOptions & { client?: Client } = {}) =>
    test.hall<PulseSurvey>(
      as,
      html`<pulse-survey wave-id=${waveId} .client=${options.client}></pulse-survey>`,
      options,
    );
  const click = async (el: Element, text: string) => (await appears(el, 'button', text)).click();
  /** Ticks the same level for all seven items. */
  const fill = async (el: Element, level: number) => {
    await appears(el, 'guild-question-form');
    await waitUntil(() => findAll(el, `input[type=radio][value="${level}"]`).length === 7);
    for (const radio of findAll<HTMLInputElement>(el, `input[type=radio][value="${level}"]`)) radio.click();
  };
  const words = async (el: Element, text: string) => write(await appears(el, 'textarea'), text);

  it('lists what there is to answer, with mode and threshold, and says when there is nothing', async () => {
    const none = await place();
    await appears(none, '[part=empty]', 'Nothing to answer.');
    await isAccessible(none);
    await askTeam(test);
    await appears(none, 'li', 'How safe is it to speak up?');
    expect(shown(none)).to.contain('8 questions').and.to.contain('Confidential · shown from 5 answers on');
    await isAccessible(none);
  });

  it('says mode, k and readers before the first question, in words', async () => {
    await askTeam(test);
    const el = await place();
    await tabTo('button[data-id]');
    await sendKeys({ press: 'Enter' });
    await appears(el, 'h2', 'How safe is it to speak up?');
    const text = shown(el);
    expect(text).to.contain('No person can see which answers are yours.');
    expect(text).to.contain('Figures are shown for groups of 5 answers or more');
    expect(text).to.contain('at least 10 people have answered');
    expect(text).to.contain('Lea Moreau, who asks: the whole').and.to.contain('HR and analysts');
    expect(find(el, 'guild-question-form')).to.equal(null);
    await isAccessible(el);
    await click(el, 'Begin');
    await waitUntil(() => focused()?.matches('input[type=radio]'));
    await isAccessible(el);
  });

  it('sends nothing that is incomplete, then thanks, and lets the answers be changed and taken back', async () => {
    const { id } = await askTeam(test);
    const el = await place(id);
    const heard: string[] = [];
    el.addEventListener('guild-pulse-answered', (event) => {
      if (event instanceof PulseAnsweredEvent) heard.push(event.waveId);
    });
    await click(el, 'Begin');
    await click(el, 'Send the answers');
    await waitUntil(() => focused()?.matches('.problems'));
    await fill(el, 4);
    await click(el, 'Send the answers');
    await appears(el, 'h2', 'Thank you.');
    await waitUntil(() => focused()?.matches('h2'));
    expect(shown(el)).to.contain('They can be changed until');
    expect(heard).to.deep.equal([id]);
    await isAccessible(el);
    await click(el, 'Change my answers');
    await waitUntil(() => findAll<HTMLInputElement>(el, 'input[value="4"]:checked').length === 7);
    findAll<HTMLInputElement>(el, 'input[type=radio][value="2"]')[0]?.click();
    await click(el, 'Send the changed answers');
    await appears(el, 'h2', 'Thank you.');
    const { answers } = await test.as('ana').pulse.ownAnswer({ waveId: id });
    expect(answers?.mistakes).to.deep.equal({ level: 2 });
    await click(el, 'Take my answers back');
    await click(el, 'Delete my answers');
    await appears(el, 'button', 'Begin');
    const { items } = await test.as('ana').pulse.mine({});
    expect(items.map(({ state }) => state)).to.deep.equal(['open']);
  });

  it('says in the list what is answered, and that it can be changed', async () => {
    const { id } = await askTeam(test);
    await test.as('ana').pulse.answer({ waveId: id, answers: answersOf(4) });
    const el = await place();
    const button = await appears(el, 'button', 'Change my answers');
    expect(button.getAttribute('aria-label')).to.equal('Change my answers: “How safe is it to speak up?”');
    expect(shown(find(el, 'li') ?? el)).to.contain('answered');
    await isAccessible(el);
    button.click();
    await appears(el, 'h2', 'Thank you.');
  });

  it('keeps what is written on the server of a confidential survey', async () => {
    const { id } = await askTeam(test);
    const el = await place(id);
    await click(el, 'Begin');
    await fill(el, 3);
    await words(el, 'We hold back in reviews.');
    await appears(el, '[role=status]', 'Saved');
    const again = await place(id);
    await click(again, 'Go on');
    await waitUntil(() => find<HTMLTextAreaElement>(again, 'textarea')?.value === 'We hold back in reviews.');
    expect(findAll<HTMLInputElement>(again, 'input[value="3"]:checked')).to.have.length(7);
  });

  it('keeps what is written of a sealed survey in the browser alone, gives a receipt, and asks for it elsewhere', async () => {
    const { id } = await askTeam(test, { mode: 'sealed' });
    const el = await place(id, 'ben');
    await appears(el, 'p', 'under a receipt that only this browser has');
    await click(el, 'Begin');
    await fill(el, 5);
    await appears(el, '[role=status]', 'Kept in this browser');
    expect((await test.as('ben').pulse.form({ waveId: id })).draft).to.equal(undefined);
    const again = await place(id, 'ben');
    await click(again, 'Go on');
    await waitUntil(() => findAll<HTMLInputElement>(again, 'input[value="5"]:checked').length === 7);
    await click(again, 'Send the answers');
    const receipt = (await appears<HTMLInputElement>(again, '#receipt')).value;
    expect(receipt).to.match(/^[0-9a-f]{32}$/);
    await isAccessible(again);
    const { answers } = await test.as('ben').pulse.ownAnswer({ waveId: id, receipt });
    expect(answers?.risk).to.deep.equal({ level: 5 });
    await click(again, 'Change my answers');
    await waitUntil(() => findAll<HTMLInputElement>(again, 'input[value="5"]:checked').length === 7);
    await test.as('layla').pulse.answer({ waveId: id, answers: answersOf(3), receipt: '0'.repeat(32) });
    const elsewhere = await place(id, 'layla');
    await appears(elsewhere, 'p', 'This browser has no receipt for your answers');
    await isAccessible(elsewhere);
    write(find(elsewhere, '#receipt'), 'nonsense');
    await click(elsewhere, 'Use this receipt');
    await appears(elsewhere, '[role=alert]', '32 letters and digits');
    write(find(elsewhere, '#receipt'), 'f'.repeat(32));
    await click(elsewhere, 'Use this receipt');
    await appears(elsewhere, '[role=alert]', 'receipt that you were given');
    write(find(elsewhere, '#receipt'), '0'.repeat(32));
    await click(elsewhere, 'Use this receipt');
    await appears(elsewhere, 'guild-question-form', 'Partly true');
    await waitUntil(() => findAll<HTMLInputElement>(elsewhere, 'input[value="3"]:checked').length === 6);
  });

  it('does not put what was kept over what is answered, when the form is read twice at once', async () => {
    const { id } = await askTeam(test, { mode: 'sealed' });
    const form = await test.as('ana').pulse.form({ waveId: id });
    const writing = new PulseWriting(await place(id));
    const first = writing.start('ana', form);
    await writing.start('ana', form);
    writing.edit({ answers: answersOf(4) });
    await first;
    expect(writing.answers).to.deep.equal(answersOf(4));
  });

  it('says so where the browser can keep nothing safely, as on plain http', async () => {
    const { subtle } = crypto;
    Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });
    try {
      const { id } = await askTeam(test, { mode: 'sealed' });
      // Somebody of whom this page has kept nothing before.
      const el = await place(id, personOf(7));
      await appears(el, '[role=note]', 'the browser keeps nothing safely');
      await isAccessible(el);
      await click(el, 'Begin');
      await fill(el, 3);
      await appears(el, '[role=status]', 'Kept until this page is closed');
      await words(el, 'Something');
      await appears(el, '.door', 'this page can keep no key');
      await click(el, 'Send the answers');
      expect((await appears<HTMLInputElement>(el, '#receipt')).value).to.have.length(32);
      expect(shown(el)).to.contain('save it');
    } finally {
      Object.defineProperty(crypto, 'subtle', { configurable: true, value: subtle });
    }
  });

  it('leaves a door open for a reply, whose key never leaves the page', async () => {
    const { id } = await askTeam(test);
    const sent: unknown[] = [];
    const client = withOperation(test.as('long'), 'pulse.answer', (call, input) => {
      sent.push(input);
      return call();
    });
    const el = await place(id, 'long', { client });
    await click(el, 'Begin');
    await fill(el, 4);
    expect(find(el, '#door')).to.equal(null);
    await words(el, 'Nobody asks the night shift.');
    (await appears<HTMLInputElement>(el, '#door')).click();
    await isAccessible(el);
    await click(el, 'Send the answers');
    await appears(el, 'h2', 'Thank you.');
    const [door] = await openDoors('long');
    expect(door).to.include({ waveId: id, questionId: 'words' });
    expect(JSON.stringify(sent))
      .to.contain(sha256(door?.key ?? ''))
      .and.not.to.contain(door?.key);
    await click(el, 'Take my answers back');
    await click(el, 'Delete my answers');
    await waitUntil(async () => (await openDoors('long')).length === 0);
  });

  it('says what went wrong, keeps what is written, and sends it again', async () => {
    const { id } = await askTeam(test);
    let broken = true;
    const client = withOperation(test.as('ana'), 'pulse.answer', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await place(id, 'ana', { client });
    await click(el, 'Begin');
    await fill(el, 4);
    await click(el, 'Send the answers');
    await appears(el, '[role=alert]', 'connection');
    broken = false;
    await click(el, 'Send the answers');
    await appears(el, 'h2', 'Thank you.');
    const gone = await place('nothing');
    await appears(gone, '[role=alert]');
    await test.as('lea').pulse.closeWave({ id });
    const late = await place(id);
    await appears(late, '[role=alert]');
  });

  it('speaks German in form and promises, runs from right to left, and fits a narrow page', async () => {
    await setViewport({ width: 380, height: 800 });
    const { id } = await askTeam(test, { mode: 'sealed' });
    const el = await place(id, 'ana', { locale: 'de', dir: 'rtl' });
    await appears(el, 'h3', 'Versiegelt');
    await isAccessible(el);
    await click(el, 'Beginnen');
    await appears(el, 'guild-question-form', 'Team');
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    expect(findAll(el, '[style]')).to.have.length(0);
    await isAccessible(el);
  });
});
