import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { cast, testHall, type CastId, type HallOptions, type TestHall } from '../internal/test-hall.js';
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
import type { NotificationOpenEvent } from './events.js';
import { arrivals, marked, type News } from './news.js';
import { NotificationCenter } from './notification-center.js';
import { waitUntil } from '../internal/test-until.js';

define(NotificationCenter);

describe('notification-center', () => {
  let test: TestHall;
  let time: number;
  beforeEach(async () => {
    await setViewport({ width: 900, height: 700 });
    time = Date.now() - 3_600_000;
    test = await testHall({ now: () => new Date((time += 1000)) });
  });
  const give = (message: string, receiver: CastId = 'ben', giver: CastId = 'ana') =>
    test.as(giver).recognition.give({ receivers: [receiver], message });
  const place = (client?: Client, options: HallOptions = {}, inline = false, viewer: CastId = 'ben') =>
    test.hall<NotificationCenter>(
      viewer,
      html`<notification-center .client=${client} ?inline=${inline}></notification-center>`,
      options,
    );
  const bell = (el: Element) => find<HTMLButtonElement>(el, '.bell');
  const label = (el: Element, text: string) =>
    waitUntil(() => bell(el)?.ariaLabel === text, `wanted the bell to be called "${text}"`);
  const open = async (el: Element) => {
    (await appears(el, '.bell')).click();
    await appears(el, '.panel h2');
  };
  const notes = (el: Element) => findAll(el, '.note');
  const says = (el: Element, text: string) =>
    waitUntil(() => findAll(el, '[role=status]').some((region) => region.textContent === text), text);
  const unread = async () => (await test.as('ben').notifications.list({})).unread;

  it('is accessible closed, open, empty, while it loads, and after an error', async () => {
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const slow = withOperation(test.as('ben'), 'notifications.list', async (call) => (await gate, call()));
    const el = await place(slow);
    await appears(el, '.bell');
    await isAccessible(el);
    await open(el);
    await appears(el, '[aria-busy=true]');
    await isAccessible(el);
    answer();
    await appears(el, '.state', 'All quiet.');
    await isAccessible(el);
    await give('Thank you for the map');
    await label(el, 'Notifications, 1 unread');
    await appears(el, '.note', 'Thank you for the map');
    await isAccessible(el);
    const failing = withOperation(test.as('ben'), 'notifications.list', () =>
      Promise.reject(lostConnection()),
    );
    const lost = await place(failing);
    await open(lost);
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
  });

  it('counts the unread ones, up to 99', async () => {
    for (let n = 1; n <= 101; n++) await give(`Thanks ${n}`);
    const el = await place();
    await label(el, 'Notifications, more than 99 unread');
    expect(shown(bell(el) ?? el)).to.equal('99+');
    await open(el);
    (await appears(el, 'button', 'Mark all as read')).click();
    await label(el, 'Notifications, none unread');
    await waitUntil(async () => (await unread()) === 0);
    expect(findAll(el, '.count').length).to.equal(0);
  });

  it('says what has to do with mentoring, in both languages, and leaves showing it to the page', async () => {
    await test.as('ben').mentoring.setOffer({ open: true, capacity: 1 });
    await test.as('layla').mentoring.setOffer({ open: true, capacity: 1 });
    const { id } = await test.as('ana').mentoring.request({ mentorId: 'ben', ask: 'Show me how you plan' });
    const el = await place();
    await open(el);
    const note = await appears(el, '.note', 'Ana Ruiz asks you for mentoring');
    expect(shown(note)).to.contain('Show me how you plan');
    const opened: NotificationOpenEvent[] = [];
    el.addEventListener('guild-notification-open', (event) => opened.push(event));
    note.click();
    await label(el, 'Notifications, none unread');
    expect(opened[0]?.notification.subject).to.deep.equal({ kind: 'request', id });
    expect(opened[0]?.kudosId).to.equal(undefined);
    expect(findAll(el, 'dialog[open]').length).to.equal(0);
    await test.as('ben').mentoring.setOffer({ open: false, capacity: 1 });
    const german = await place(undefined, { locale: 'de' }, true, 'ana');
    const closed = `Ben Okafor hat keinen freien Platz mehr. ${cast.layla} kann vielleicht helfen`;
    await appears(german, '.note', closed);
    await isAccessible(german);
  });

  it('says who did what, newest first, and shows the unread ones not by color alone', async () => {
    const kudos = await give('Thank you for the map');
    await test.as('lea').recognition.comment({ id: kudos.id, text: 'So do I' });
    const el = await place();
    await open(el);
    await waitUntil(() => notes(el).length === 2);
    expect(notes(el).map(shown)).to.deep.equal([
      'LM Lea Moreau commented on your thank-you So do I 59 minutes ago unread',
      'AR Ana Ruiz thanked you Thank you for the map 59 minutes ago unread',
    ]);
    const weight = () => getComputedStyle(find(notes(el)[0] ?? el, '.who bdi bdi') ?? el).fontWeight;
    expect(weight()).to.equal('600');
    (await appears(el, 'button', 'Mark all as read')).click();
    await waitUntil(() => !shown(el).includes('unread'));
    expect(weight()).to.equal('400');
  });

  it('marks as read what is opened, tells the page, and shows the kudos over it', async () => {
    const kudos = await give('Thank you for the map');
    await give('And for the compass');
    const el = await place();
    await label(el, 'Notifications, 2 unread');
    const events: NotificationOpenEvent[] = [];
    el.parentElement?.addEventListener('guild-notification-open', (event) => events.push(event));
    await open(el);
    (await appears(el, '.note', 'map')).click();
    await label(el, 'Notifications, 1 unread');
    await waitUntil(async () => (await unread()) === 1);
    expect(events.map(({ kudosId }) => kudosId)).to.deep.equal([kudos.id]);
    const dialog = await appears<HTMLDialogElement>(el, 'dialog[open]');
    await appears(await appears(el, 'kudos-card'), '.words', 'Thank you for the map');
    await isAccessible(el);
    expect(find(el, '.panel')?.matches(':popover-open')).to.equal(false);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialog.open && focused() === bell(el), 'the focus is back on the bell');
    await waitUntil(() => !find(el, 'kudos-card'));
  });

  it('leaves showing it to a page that prevents it', async () => {
    await give('Thank you for the map');
    const el = await place();
    el.addEventListener('guild-notification-open', (event) => event.preventDefault());
    await open(el);
    (await appears(el, '.note')).click();
    await label(el, 'Notifications, none unread');
    expect(findAll(el, 'dialog[open]').length).to.equal(0);
    expect(find(el, '.panel')?.matches(':popover-open')).to.equal(false);
  });

  it('works by keyboard alone, and gives the focus back', async () => {
    await give('Thank you for the map');
    const el = await place();
    await label(el, 'Notifications, 1 unread');
    await tabTo('.bell');
    await sendKeys({ press: 'Enter' });
    await appears(el, '.note');
    expect(bell(el)?.ariaExpanded).to.equal('true');
    await sendKeys({ press: 'Tab' });
    expect(shown(focused() ?? el)).to.equal('Mark all as read');
    await sendKeys({ press: 'Tab' });
    expect(focused()?.matches('.note')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => bell(el)?.ariaExpanded === 'false');
    expect(focused() === bell(el)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await tabTo('.note');
    await sendKeys({ press: 'Enter' });
    await appears(el, 'dialog[open]');
  });

  it('says until when one can answer, and at what time a session is', async () => {
    const ask = 'I would like to learn how you write guides.';
    await test.as('ben').mentoring.setOffer({ open: true, capacity: 2 });
    const { id } = await test.as('ana').mentoring.request({ mentorId: 'ben', ask });
    const el = await place();
    await open(el);
    const asked = await appears(el, '.note', 'asks you for mentoring');
    expect(asked.textContent).to.match(/Open until \w+, /);
    const { mentorshipId = '' } = await test.as('ben').mentoring.respond({ id, accept: true });
    const start = new Date(time + 86_400_000).toISOString();
    await test.as('ana').mentoring.scheduleSession({
      mentorshipId,
      title: 'First',
      ...{ start, timeZone: 'Europe/London' },
    });
    const session = await appears(el, '.note', 'scheduled a session');
    expect(session.textContent).not.to.contain('until');
  });

  it('closes by the bell, and when one does something else', async () => {
    const el = await place();
    await open(el);
    bell(el)?.click();
    await waitUntil(() => bell(el)?.ariaExpanded === 'false');
    // The browser closes it by itself when one clicks elsewhere.
    expect(find(el, '.panel')?.popover).to.equal('auto');
  });

  it('tells politely what comes, closed and open', async () => {
    await give('First');
    const el = await place();
    await label(el, 'Notifications, 1 unread');
    expect(findAll(el, '[role=status]').length).to.equal(0);
    await give('Second');
    await says(el, '1 new notification');
    await label(el, 'Notifications, 2 unread');
    await open(el);
    await appears(el, '.note', 'Second');
    await give('Third');
    await appears(el, '.note', 'Third');
    expect(notes(el).map((note) => shown(find(note, '.excerpt') ?? note))).to.deep.equal([
      'Third',
      'Second',
      'First',
    ]);
  });

  it('leaves what is being read in its place, and offers what has come', async () => {
    await give('First');
    const el = await place();
    await open(el);
    const first = await appears(el, '.note', 'First');
    first.focus();
    const top = first.getBoundingClientRect().top;
    await give('Second');
    const offer = await appears(el, '.fresh', '1 new notification');
    expect(notes(el).length).to.equal(1);
    expect(focused() === first).to.equal(true);
    expect(find(el, '.panel')?.scrollTop).to.equal(0);
    expect(Math.abs(first.getBoundingClientRect().top - top)).to.be.lessThan(1);
    offer.click();
    await appears(el, '.note', 'Second');
    expect(findAll(el, '.fresh').length).to.equal(0);
  });

  it('shows older ones when asked', async () => {
    for (let n = 1; n <= 25; n++) await give(`Thanks ${n}`);
    const el = await place(undefined, {}, true);
    await waitUntil(() => notes(el).length === 20);
    (await appears(el, '.more', 'Show more')).click();
    await waitUntil(() => notes(el).length === 25);
    expect(findAll(el, '.more').length).to.equal(0);
  });

  it('forgets what was taken back', async () => {
    const { id } = await give('A slip');
    const el = await place(undefined, {}, true);
    await appears(el, '.note', 'A slip');
    await test.as('ana').recognition.withdraw({ id });
    await appears(el, '.state', 'All quiet.');
  });

  it('takes the mark back when it could not be made, and says why', async () => {
    await give('First');
    await give('Second');
    let broken = true;
    const client = withOperation(test.as('ben'), 'notifications.markRead', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await place(client, {}, true);
    await appears(el, '.note', 'Second');
    el.addEventListener('guild-notification-open', (event) => event.preventDefault());
    (await appears(el, '.note', 'First')).click();
    await appears(el, '[role=alert]', 'connection');
    expect(findAll(el, '.dot').length).to.equal(2);
    broken = false;
    for (const note of notes(el)) note.click();
    await waitUntil(async () => (await unread()) === 0);
    await waitUntil(() => findAll(el, '.dot').length === 0 && !find(el, '[role=alert]'));
  });

  it('tries again after an error', async () => {
    await give('First');
    let broken = true;
    const client = withOperation(test.as('ben'), 'notifications.list', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await place(client);
    await open(el);
    await appears(el, '[role=alert]', 'connection');
    broken = false;
    (await appears(el, '[role=alert] button')).click();
    await appears(el, '.note', 'First');
  });

  it('is a list in the page where that is wanted', async () => {
    await give('First');
    const el = await place(undefined, {}, true);
    await appears(el, '.note', 'First');
    await isAccessible(el);
    expect(findAll(el, '.bell').length).to.equal(0);
    expect(el.matches(':state(unread)')).to.equal(true);
  });

  it('speaks German', async () => {
    await give('Danke');
    const el = await place(undefined, { locale: 'de' });
    await label(el, 'Mitteilungen, 1 ungelesen');
    await open(el);
    await appears(el, '.note', 'Ana Ruiz hat dir gedankt');
  });

  it('holds Arabic and endless names from right to left in a narrow place', async () => {
    await setViewport({ width: 320, height: 700 });
    await give('شكرًا جزيلًا', 'ben', 'layla');
    await give('x'.repeat(300), 'ben', 'long');
    const el = await place(undefined, { dir: 'rtl' });
    await open(el);
    await appears(el, '.note', cast.layla);
    const panel = find(el, '.panel');
    const { left, right } = panel?.getBoundingClientRect() ?? { left: -1, right: 999 };
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(320);
    expect(panel?.scrollWidth).to.be.at.most(panel?.clientWidth ?? 0);
    const note = await appears(el, '.note', cast.layla);
    expect(find(note, 'guild-avatar')?.getBoundingClientRect().left).to.be.greaterThan(
      find(note, '.who')?.getBoundingClientRect().left ?? 999,
    );
    await isAccessible(el);
  });
});

describe('news', () => {
  const note = (id: string, at: string, read = false) => ({ id, at, read }) as News['items'][number];
  const news = (items: News['items'], unread = 0): News => ({ items, unread, isPart: false });

  it('are those unread that came after the latest, not older ones that were moved up', () => {
    const before = news([note('b', '2026-01-02'), note('a', '2026-01-01')]);
    const now = news([note('c', '2026-01-03'), note('d', '2026-01-03', true), note('z', '2025-12-31')]);
    expect(arrivals(before, now).map(({ id }) => id)).to.deep.equal(['c']);
    expect(arrivals(undefined, now)).to.deep.equal([]);
  });

  it('count what is marked, and what is unmarked', () => {
    const before = news([note('b', '2'), note('a', '1')], 2);
    const after = marked(before, ['a', 'x'], true);
    expect([after.unread, after.items.map(({ read }) => read)]).to.deep.equal([1, [false, true]]);
    expect(marked(after, ['a'], false)).to.deep.equal(before);
    expect(marked(before, undefined, true).unread).to.equal(0);
  });
});
