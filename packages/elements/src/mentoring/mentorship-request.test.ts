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
import { MentorCard } from './mentor-card.js';
import type { MentorAskEvent } from './mentor-events.js';
import { MentorshipRequest } from './mentorship-request.js';
import type { RequestSentEvent } from './request-events.js';
import { mentorHall, type MentorHall } from './test-mentors.js';
import { waitUntil } from '../internal/test-until.js';

define(MentorCard, MentorshipRequest);

describe('mentorship-request', function () {
  this.timeout(60_000);
  let test: MentorHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    test = await mentorHall();
  });
  afterEach(() => test.guildhall.close());
  const form = (options: { client?: Client; locale?: string; dir?: 'rtl'; to?: string } = {}) =>
    test.hall<MentorshipRequest>(
      'ana',
      html`<mentorship-request
        mentor-id=${options.to ?? 'ben'}
        .client=${options.client}
      ></mentorship-request>`,
      { locale: options.locale ?? 'en', ...(options.dir && { dir: options.dir }) },
    );
  const sent = async (id: CastId = 'ana') => (await test.as(id).mentoring.requests({ of: 'sent' })).items;
  const click = async (el: Element, selector: string, text = '') =>
    (await appears(el, selector, text)).click();

  it('asks, says who will see it, and says what happens next', async () => {
    const el = await form();
    await appears(el, 'h2', 'Ask Ben Okafor');
    await appears(el, '.seers', 'Only you and Ben Okafor will see this. This will be open request 1 of 5.');
    const events: string[] = [];
    el.addEventListener('guild-request-sent', ({ request }: RequestSentEvent) => events.push(request.id));
    await isAccessible(el);
    write(find(el, '#ask'), 'How do I keep a cluster up?');
    find(el, '[role=combobox]')?.click();
    await click(el, '[role=option]', 'Kubernetes');
    await click(el, '.choice input[value=coaching]');
    await click(el, '.choice input[value=once]');
    await click(el, '#send');
    await appears(el, '[role=status]', 'Ben Okafor has your request. Open until');
    const [request] = await sent();
    expect(request).to.deep.include({ ask: 'How do I keep a cluster up?', kind: 'coaching', oneOff: true });
    expect(request?.skill?.name).to.equal('Kubernetes');
    expect(events).to.deep.equal([request?.id]);
    await isAccessible(el);
  });

  it('offers only what the mentor offers', async () => {
    const el = await form({ to: 'lea' });
    await appears(el, 'h2', 'Ask Lea Moreau');
    await appears(el, '#send');
    expect(findAll(el, 'input[type=radio]').length).to.equal(0);
  });

  it('asks for what is missing, and keeps the focus where it is mended', async () => {
    const el = await form();
    await click(el, '#send');
    await appears(el, '#ask-note[role=alert]', 'Write what you would like to talk about.');
    await waitUntil(() => focused()?.id === 'ask');
    await isAccessible(el);
    write(find(el, '#ask'), 'x'.repeat(2001));
    await appears(el, '#ask-note', '1 character too many');
    await click(el, '#send');
    await appears(el, '[role=alert]', 'This is too long to send.');
    expect(await sent()).to.deep.equal([]);
  });

  it('keeps what is written over a reload, and forgets it once it is sent', async () => {
    const el = await form();
    write(await appears(el, '#ask'), 'Half a thought');
    await el.updateComplete;
    el.closest('guild-hall')?.remove();
    const again = await form();
    await waitUntil(() => find<HTMLTextAreaElement>(again, '#ask')?.value === 'Half a thought');
    await click(again, '#send');
    await appears(again, '[role=status]');
    again.closest('guild-hall')?.remove();
    await test.as('ana').mentoring.withdrawRequest({ id: (await sent())[0]?.id ?? '' });
    const last = await form();
    expect((await appears<HTMLTextAreaElement>(last, '#ask')).value).to.equal('');
  });

  it('keeps the text when the connection is lost, and asks once however often it is sent', async () => {
    let lost = true;
    const client = withOperation(test.as('ana'), 'mentoring.request', async (call) => {
      const answer = await call();
      if (lost) throw lostConnection();
      return answer;
    });
    const el = await form({ client });
    write(await appears(el, '#ask'), 'Are you there?');
    await click(el, '#send');
    await appears(el, '[role=alert]', 'connection');
    expect(find<HTMLTextAreaElement>(el, '#ask')?.value).to.equal('Are you there?');
    lost = false;
    await click(el, '#send');
    await appears(el, '[role=status]');
    expect((await sent()).length).to.equal(1);
  });

  it('at the limit shows the open requests, and goes on once one is taken back', async () => {
    for (const id of await test.offerers(5)) await test.ask('ana', id);
    const el = await form();
    await appears(el, '[role=alert]', 'You have 5 open requests, which is as many as fit.');
    await waitUntil(() => findAll(el, 'guild-request').length === 5);
    expect(findAll(el, '#send').length).to.equal(0);
    await isAccessible(el);
    write(find(el, '#ask'), 'You are the sixth.');
    await click(el, 'button', 'Take back');
    await appears(el, '.seers', 'open request 5 of 5');
    await waitUntil(() => focused()?.id === 'ask', 'the focus is back in the form');
    await click(el, '#send');
    await appears(el, '[role=status]');
  });

  it('says so when the last place was taken meanwhile, and keeps the text', async () => {
    const el = await form();
    write(await appears(el, '#ask'), 'May I?');
    const id = await test.ask('lea', 'ben');
    await test.as('ben').mentoring.respond({ id, accept: true });
    await click(el, '#send');
    await appears(el, '[role=alert]', 'The last place has just been taken.');
    expect(find<HTMLTextAreaElement>(el, '#ask')?.value).to.equal('May I?');
  });

  it('opens from the card by keyboard alone, takes the focus, and gives it back', async () => {
    const card = await test.hall<MentorCard>('ana', html`<mentor-card person-id="ben"></mentor-card>`);
    await appears(card, '.name', 'Ben Okafor');
    await isAccessible(card);
    await tabTo('.ask');
    const ask = focused();
    await sendKeys({ press: 'Enter' });
    await appears(card, 'dialog[open]');
    await waitUntil(() => focused()?.id === 'ask', 'the focus is in the form');
    await sendKeys({ type: 'Hello' });
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await appears(card, '[role=status]');
    await isAccessible(card);
    await waitUntil(() => shown(focused() ?? card) === 'Done');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !find(card, 'dialog[open]'));
    await appears(card, '.asked', 'You have asked.');
    expect(ask?.isConnected).to.equal(false);
  });

  it('leaves asking to a page that prevents it', async () => {
    const card = await test.hall<MentorCard>('ana', html`<mentor-card person-id="ben"></mentor-card>`);
    const asked: string[] = [];
    card.addEventListener('guild-mentor-ask', (event: MentorAskEvent) => {
      event.preventDefault();
      asked.push(event.mentor.person.id);
    });
    await click(card, '.ask', 'Ask Ben');
    expect(asked).to.deep.equal(['ben']);
    expect(findAll(card, 'dialog[open]').length).to.equal(0);
  });

  it('says so when the mentor offers nothing', async () => {
    const el = await form({ to: 'ana' });
    await appears(el, 'p', 'This mentor has no free place');
    const card = await test.hall<MentorCard>('ana', html`<mentor-card person-id="long"></mentor-card>`);
    await appears(card, '[part=error]', 'This mentor has no free place');
  });

  it('speaks German, and fits from right to left in a narrow place', async () => {
    await setViewport({ width: 320, height: 800 });
    const el = await form({ locale: 'de', dir: 'rtl', to: 'layla' });
    await appears(el, 'h2', `${cast.layla} fragen`);
    await appears(el, '.seers', 'Es wird deine offene Anfrage 1 von 5.');
    await isAccessible(el);
    const page = document.documentElement;
    expect(page.scrollWidth).to.be.at.most(page.clientWidth);
  });
});
