import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { cast, type CastId } from '../internal/test-hall.js';
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
import type { MentorshipOpenEvent } from './events.js';
import { MentorshipRequest } from './mentorship-request.js';
import { mentorHall, type MentorHall } from './test-mentors.js';
import { waitUntil } from '../internal/test-until.js';

define(MentorshipRequest);

describe('mentorship-request lists', function () {
  this.timeout(60_000);
  let test: MentorHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    test = await mentorHall();
  });
  afterEach(() => test.guildhall.close());
  const list = (of: string, id: CastId, options: { client?: Client; locale?: string; dir?: 'rtl' } = {}) =>
    test.hall<MentorshipRequest>(
      id,
      html`<mentorship-request of=${of} .client=${options.client}></mentorship-request>`,
      { locale: options.locale ?? 'en', ...(options.dir && { dir: options.dir }) },
    );
  const click = async (el: Element, selector: string, text = '') =>
    (await appears(el, selector, text)).click();
  const of = async (id: CastId, side: 'sent' | 'received') =>
    (await test.as(id).mentoring.requests({ of: side })).items;

  it('is accessible while it loads, empty, and after an error', async () => {
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const slow = withOperation(test.as('ben'), 'mentoring.requests', async (call) => (await gate, call()));
    const el = await list('received', 'ben', { client: slow });
    await appears(el, '[aria-busy=true]');
    await isAccessible(el);
    answer();
    await appears(el, '.state', 'Nobody is waiting for an answer from you.');
    await isAccessible(el);
    const failing = withOperation(test.as('ben'), 'mentoring.requests', () =>
      Promise.reject(lostConnection()),
    );
    const lost = await list('received', 'ben', { client: failing });
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
    await appears(await list('sent', 'ana'), '.state', 'You have not asked anybody yet.');
  });

  it('shows what is asked, and until when, as text', async () => {
    const skill = await test.skillId('Kubernetes');
    const ask = '<b>May I</b>\nlearn from you?';
    await test.as('ana').mentoring.request({ mentorId: 'ben', ask, skill, oneOff: true, kind: 'coaching' });
    const el = await list('received', 'ben');
    const row = await appears(el, 'guild-request', 'Ana Ruiz asks you');
    expect(shown(row)).to.contain('Coaching: Kubernetes · one conversation');
    expect(find(row, '.ask')?.textContent).to.equal(ask);
    const ends = new Date((await of('ana', 'sent'))[0]?.expiresAt ?? '');
    const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' }).format(
      ends,
    );
    expect(shown(row)).to.contain(`Open until ${day}`);
    await isAccessible(el);
  });

  it('accepts, and leads to the mentorship', async () => {
    await test.ask('ana', 'ben');
    const el = await list('received', 'ben');
    await click(el, 'button', 'Say yes');
    await waitUntil(() => focused()?.id === 'reason', 'the focus is in the answer');
    await isAccessible(el);
    await click(el, 'form .primary', 'Say yes');
    await appears(el, '.row', 'Accepted');
    await waitUntil(() => shown(focused() ?? el) === 'Ana Ruiz asks you', 'the focus goes with it');
    await waitUntil(() =>
      findAll(el, '[role=status]').some((region) => region.textContent?.startsWith('You said yes.')),
    );
    const opened: string[] = [];
    el.addEventListener('guild-mentorship-open', ({ mentorshipId }: MentorshipOpenEvent) =>
      opened.push(mentorshipId),
    );
    await click(el, 'button', 'Go to the mentorship');
    const [request] = await of('ana', 'sent');
    expect(opened).to.deep.equal([request?.mentorshipId]);
    expect(request?.state).to.equal('accepted');
  });

  it('declines by keyboard with a short reason, and closes the door in the same dialog', async () => {
    await test.offer('ben', { capacity: 3 });
    await test.ask('lea', 'ben');
    await test.ask('ana', 'ben');
    const el = await list('received', 'ben');
    await appears(el, '.row', 'Ana Ruiz');
    await tabTo('#decline');
    const decline = focused();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'reason');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused()?.id === 'decline', 'the focus is back');
    expect(decline?.id).to.equal('decline');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'reason');
    await sendKeys({ type: 'I am away until May.' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await appears(el, '#door', 'One more open request is closed with a kind word.');
    await sendKeys({ press: 'Enter' });
    await appears(el, '.row', 'Declined');
    await appears(el, '.row', 'Closed: no free place any more');
    const [asked] = await of('ana', 'sent');
    expect(asked).to.deep.include({ state: 'declined', answer: 'I am away until May.' });
    expect((await of('lea', 'sent'))[0]?.state).to.equal('closedByCapacity');
    expect((await test.as('ben').mentoring.offer({})).open).to.equal(false);
  });

  it('keeps the reason over a reload', async () => {
    await test.ask('ana', 'ben');
    const el = await list('received', 'ben');
    await click(el, '#decline');
    write(await appears(el, '#reason'), 'Half a reason');
    el.closest('guild-hall')?.remove();
    const again = await list('received', 'ben');
    await click(again, '#decline');
    await waitUntil(() => find<HTMLInputElement>(again, '#reason')?.value === 'Half a reason');
  });

  it('says so when somebody else took the last place first', async () => {
    await test.ask('ana', 'ben');
    const late = withOperation(test.as('ben'), 'mentoring.respond', async (call) => {
      const id = await test.ask('lea', 'ben');
      await test.as('ben').mentoring.respond({ id, accept: true });
      return call();
    });
    const el = await list('received', 'ben', { client: late });
    await click(el, '#accept');
    await click(el, 'form .primary');
    // By the answer, or by the row itself when the list has heard of it before.
    await waitUntil(() => /You have no free place any more\.|Closed: no free place any more/.test(shown(el)));
  });

  it('gives more time from either side, at most twice', async () => {
    await test.ask('ana', 'ben');
    const el = await list('sent', 'ana');
    await click(el, 'button', 'Give it more time');
    await appears(el, '.row', 'given more time once');
    const mentor = await list('received', 'ben');
    await click(mentor, 'button', 'Give it more time');
    await appears(el, '.row', 'given more time 2 times');
    await waitUntil(() => !shown(el).includes('Give it more time'));
  });

  it('takes a request back', async () => {
    await test.ask('ana', 'ben');
    const el = await list('sent', 'ana');
    await click(el, 'button', 'Take back');
    await appears(el, '.row', 'Taken back');
    expect((await of('ana', 'sent'))[0]?.state).to.equal('withdrawn');
  });

  it('says that a request ran out, and suggests who fits next', async () => {
    await test.as('ana').mentoring.request({
      mentorId: 'lea',
      ask: 'How do you run a meeting?',
      skill: await test.skillId('Facilitation'),
    });
    await test.pass(11);
    const el = await list('sent', 'ana');
    await appears(el, '.row', 'Ran out without an answer');
    await appears(el, 'guild-next-mentor', 'Who fits next');
    const next = await appears(el, 'mentor-card', cast.layla);
    await isAccessible(el);
    find(next, '.ask')?.click();
    await appears(next, 'h2', `Ask ${cast.layla}`);
  });

  it('shows the reason of who declined, and hears of it at once', async () => {
    const id = await test.ask('ana', 'ben');
    const el = await list('sent', 'ana');
    await appears(el, '.row', 'Open until');
    await test.as('ben').mentoring.respond({ id, accept: false, answer: 'Ask me in May.' });
    await appears(el, '.answer', 'Ask me in May.');
    await appears(el, 'guild-next-mentor', 'Who fits next');
  });

  it('puts those that wait before the others', async () => {
    for (const name of await test.offerers(3)) await test.ask('ana', name);
    const [, middle] = await of('ana', 'sent');
    await test.as('ana').mentoring.withdrawRequest({ id: middle?.id ?? '' });
    const el = await list('sent', 'ana');
    await waitUntil(() => findAll(el, '.who').length === 3);
    expect(findAll(el, '.who').map(shown)).to.deep.equal([
      'You asked Mentor 2',
      'You asked Mentor 0',
      'You asked Mentor 1',
    ]);
    await appears(el, 'h3', 'Earlier');
  });

  it('speaks German, and fits from right to left in a narrow place', async () => {
    await setViewport({ width: 320, height: 800 });
    await test.ask('layla', 'ben', 'هل يمكنني أن أتعلم منك؟');
    const el = await list('received', 'ben', { locale: 'de', dir: 'rtl' });
    await appears(el, '.row', `${cast.layla} fragt dich`);
    await appears(el, 'button', 'Zusagen');
    await click(el, '#decline');
    await appears(el, 'form');
    await isAccessible(el);
    const page = document.documentElement;
    expect(page.scrollWidth).to.be.at.most(page.clientWidth);
  });
});
