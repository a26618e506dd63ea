import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { systemActor, type Client } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type CastId, type TestHall } from '../internal/test-hall.js';
import {
  appears,
  find,
  findAll,
  freshStorage,
  lostConnection,
  shown,
  tabTo,
  withOperation,
  write,
} from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { FeedbackInbox } from './feedback-inbox.js';

define(FeedbackInbox);

const WORDS = { situation: 'In the retro', behavior: 'you let everybody finish', impact: 'we heard all' };
const DUE = () => new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

describe('feedback-inbox', function () {
  this.timeout(60_000);
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    test = await testHall();
  });
  afterEach(() => test.guildhall.close());

  const inbox = (id: CastId, options: { client?: Client; locale?: string; dir?: 'rtl'; tab?: string } = {}) =>
    test.hall<FeedbackInbox>(
      id,
      html`<feedback-inbox .client=${options.client} tab=${options.tab ?? 'received'}></feedback-inbox>`,
      { locale: options.locale ?? 'en', ...(options.dir && { dir: options.dir }) },
    );
  const give = (words: object = {}) => test.as('ana').feedback.give({ receiver: 'ben', ...WORDS, ...words });

  it('loads, is empty, and says what went wrong', async () => {
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const slow = withOperation(test.as('ben'), 'feedback.notes', async (call) => (await gate, call()));
    const el = await inbox('ben', { client: slow });
    await appears(el, '[aria-busy=true]');
    await isAccessible(el);
    answer();
    await appears(el, '.state', 'No feedback yet.');
    await isAccessible(el);
    const failing = withOperation(test.as('ben'), 'feedback.notes', () => Promise.reject(lostConnection()));
    const lost = await inbox('ben', { client: failing });
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
  });

  it('opens a note by keyboard, thanks for it, shares it, stops, and puts it away', async () => {
    await test.guildhall
      .as(systemActor)
      .people.sync({ people: [{ externalId: 'ben', name: 'Ben Okafor', managerExternalId: 'lea' }] });
    const { id } = await give();
    const el = await inbox('ben');
    await appears(el, '.who', 'Ana Ruiz wrote to you');
    expect(shown(el)).to.not.contain('everybody finish');
    await isAccessible(el);
    await tabTo('#open');
    await sendKeys({ press: 'Enter' });
    await appears(el, 'dd', 'you let everybody finish');
    expect((await test.as('ana').feedback.note({ id })).state).to.equal('read');
    await isAccessible(el);
    await tabTo('#thank');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find(el, '#words')?.matches(':focus'));
    await sendKeys({ type: 'That helps.' });
    await isAccessible(el);
    (await appears(el, '.primary', 'Send thanks')).click();
    await appears(el, '.thanks', 'That helps.');
    (await appears(el, '#share')).click();
    (await appears<HTMLInputElement>(el, '#manager')).click();
    await isAccessible(el);
    (await appears(el, '.primary', 'Let them read it')).click();
    const chip = await appears(el, '.shared .chip', 'Lea Moreau');
    expect((await test.as('lea').feedback.note({ id })).content?.impact).to.equal('we heard all');
    chip.click();
    await waitUntil(() => !find(el, '.shared'));
    expect((await test.as('lea').feedback.notes({ of: 'shared' })).items).to.deep.equal([]);
    (await appears(el, '#archive')).click();
    await appears(el, '.state', 'No feedback yet.');
    (await appears<HTMLInputElement>(el, 'input[value=archive]')).click();
    await appears(el, 'dd', 'you let everybody finish');
  });

  it('takes own feedback back until it is read, and says when it is too late', async () => {
    const { id } = await give();
    const el = await inbox('ana', { tab: 'given' });
    await appears(el, '.people', 'Ben Okafor has not read it yet');
    (await appears(el, '#back')).click();
    await appears(el, '.people', 'You took it back');
    expect((await test.as('ben').feedback.notes()).items).to.deep.equal([]);
    const { id: second } = await give({ impact: 'second' });
    await appears(el, 'dd', 'second');
    await test.as('ben').feedback.markRead({ id: second });
    await appears(el, '.people', 'Ben Okafor has read it');
    expect(id).to.not.equal(second);
  });

  it('answers a request in its place, and declines another with a reason', async () => {
    for (const question of ['How was my talk?', 'How was my mail?'])
      await test.as('ben').feedback.request({ reviewers: ['ana'], question, dueOn: DUE() });
    const el = await inbox('ana');
    await waitUntil(() => findAll(el, 'guild-feedback-ask').length === 2);
    await isAccessible(el);
    const [mail] = findAll(el, 'guild-feedback-ask');
    if (!mail) throw new Error('There is no request.');
    (await appears(mail, '#decline')).click();
    write(await appears(mail, '#words'), 'I was away.');
    (await appears(mail, '.primary', 'Say no')).click();
    await waitUntil(() => findAll(el, 'guild-feedback-ask').length === 1);
    const [rest] = findAll(el, 'guild-feedback-ask');
    if (!rest) throw new Error('There is no request.');
    (await appears(rest, '#answer')).click();
    for (const [name, words] of Object.entries(WORDS)) write(await appears(rest, `#${name}`), words);
    await isAccessible(el);
    (await appears(rest, '#send')).click();
    await appears(rest, '[role=status]', 'Ben Okafor has your feedback.');
    (await appears(rest, '.actions .button', 'Close')).click();
    await waitUntil(() => findAll(el, 'guild-feedback-ask').length === 0);
    const asked = await inbox('ben', { tab: 'asked' });
    await appears(asked, '.people li', 'said no: I was away.');
    await appears(asked, '.people li', 'answered');
  });

  it('shows hostile text as text, narrow, in German, right to left', async () => {
    await setViewport({ width: 380, height: 900 });
    const bad = `<img src=x onerror="window.hit=1">${'x'.repeat(200)}`;
    const { id } = await give({ behavior: bad });
    await test.as('ben').feedback.markRead({ id });
    const el = await inbox('ben', { locale: 'de', dir: 'rtl' });
    await appears(el, 'dd', '<img src=x');
    expect(find(el, 'img[src=x]')).to.equal(null);
    expect(el.scrollWidth).to.be.at.most(el.clientWidth + 1);
    await isAccessible(el);
    expect(shown(el)).to.contain('Ana Ruiz hat dir geschrieben');
  });
});
