import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Client, Session } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type CastId, type HallOptions, type TestHall } from '../internal/test-hall.js';
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
import { SessionPlanner } from './session-planner.js';
import { askAndAccept, openProgram, pairUp, sticksOut } from './test-program.js';
import { momentOf, wallTime } from './zoned-time.js';
import { waitUntil } from '../internal/test-until.js';

define(SessionPlanner);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('session-planner', () => {
  let test: TestHall;
  let id: string;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    test = await testHall();
    await test.as('ana').people.updateProfile({ timeZone: 'Europe/Lisbon' });
    await test.as('ben').people.updateProfile({ timeZone: 'Asia/Tokyo' });
    id = await askAndAccept(test);
    for (const each of ['ana', 'ben'] as const) await test.as(each).mentoring.sign({ id });
  });
  const place = (client?: Client, options: HallOptions = {}, as: CastId = 'ana') =>
    test.hall<SessionPlanner>(
      as,
      html`<session-planner mentorship-id=${id} .client=${client}></session-planner>`,
      options,
    );
  const click = async (el: Element, text: string) => (await appears(el, 'button', text)).click();
  const set = (el: Element, name: string, value: string) => {
    const field = find(el, `#${name}`);
    if (field instanceof HTMLSelectElement) {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    } else write(field, value);
  };
  const sessions = async () => (await test.as('ana').mentoring.sessions({ mentorshipId: id })).items;
  const only = async (): Promise<Session> => {
    const [session] = await sessions();
    if (!session) throw new Error('There is no session.');
    return session;
  };
  const book = (hours: number, title = 'Our talk') =>
    test.as('ben').mentoring.scheduleSession({
      mentorshipId: id,
      title,
      start: new Date(Math.ceil((Date.now() + hours * HOUR) / HOUR) * HOUR).toISOString(),
      minutes: 60,
      timeZone: 'Asia/Tokyo',
    });
  const nextYear = new Date().getFullYear() + 1;

  it('says when there is none, and plans one in the time of either, telling both', async () => {
    const el = await place();
    await appears(el, '[part=empty]', 'No session is planned.');
    await isAccessible(el);
    await click(el, 'Plan a session');
    await waitUntil(() => focused()?.id === 'title', 'the form holds the focus');
    // Lisbon is an hour ahead of UTC in July, and Tokyo nine.
    set(el, 'day', `${nextYear}-07-06`);
    set(el, 'time', '09:00');
    await appears(el, '.times', 'You, Lisbon');
    expect(shown(find(el, '.times') ?? el)).to.match(
      /9:00\s–\s10:00\sAM.*Ben Okafor, Tokyo.*5:00\s–\s6:00\sPM/,
    );
    set(el, 'zone', 'Asia/Tokyo');
    await appears(el, '.times', '1:00');
    await isAccessible(el);
    set(el, 'time', '17:00');
    set(el, 'agenda', 'One thing each');
    set(el, 'place', 'https://meet.example/us');
    await click(el, 'Plan it');
    await appears(el, 'guild-session-card', 'Mentoring session');
    const session = await only();
    expect([session.start, session.timeZone, session.agenda]).to.deep.equal([
      `${nextYear}-07-06T08:00:00.000Z`,
      'Asia/Tokyo',
      'One thing each',
    ]);
    expect(find<HTMLAnchorElement>(el, 'guild-session-card a, a')?.href).to.equal('https://meet.example/us');
    await isAccessible(el);
    const theirs = await place(undefined, {}, 'ben');
    await appears(theirs, 'guild-session-card', 'You, Tokyo');
    expect(shown(theirs)).to.match(/You, Tokyo.*5:00.*Ana Ruiz, Lisbon.*9:00/);
  });

  it('says that clocks change before the day, and what the clocks do with an odd time', async () => {
    const el = await place();
    await click(el, 'Plan a session');
    await appears(el, '#day');
    const far = [1, 7].map((month) => `${nextYear}-0${month}-15`);
    const now = wallTime(new Date(), 'Europe/Lisbon');
    const isSummer = momentOf(now, 'Europe/Lisbon')?.moment.toISOString().slice(11, 16) !== now.time;
    set(el, 'time', '12:00');
    set(el, 'day', far[isSummer ? 0 : 1] ?? '');
    await appears(el, '.times', 'Clocks change before this day');
    set(el, 'day', far[isSummer ? 1 : 0] ?? '');
    await waitUntil(() => !shown(find(el, '.times') ?? el).includes('Clocks change'));
    set(el, 'day', lastSunday(nextYear, 3));
    set(el, 'time', '01:30');
    await appears(el, '.times', 'The clocks jump over that time');
    set(el, 'day', lastSunday(nextYear, 10));
    await appears(el, '.times', 'That time comes twice');
  });

  it('says it once when both clocks show the same, and when somebody shows no zone', async () => {
    await test.as('ben').people.updateProfile({ timeZone: 'Europe/London' });
    await book(50);
    const el = await place();
    await appears(el, 'guild-session-card', 'The same time for both of you');
    expect(findAll(el, 'dl')).to.have.length(0);
    await test.as('ben').people.updateProfile({ visibility: { timeZone: 'me' } });
    await appears(el, 'guild-session-card', 'Ben Okafor does not show a time zone');
  });

  it('moves a session, which stays the same entry of the calendar', async () => {
    const { uid } = await book(50);
    const el = await place();
    await click(el, 'Move');
    await waitUntil(() => focused()?.id === 'day');
    set(el, 'day', `${nextYear}-02-03`);
    await isAccessible(el);
    await click(el, 'Move it');
    await appears(el, 'guild-session-card', 'February 3');
    const after = await only();
    expect([after.uid, after.sequence]).to.deep.equal([uid, 1]);
    await waitUntil(() => find(el, '[role=status]')?.textContent?.includes('it changes the same entry'));
  });

  it('gives a calendar file that holds the entry', async () => {
    const { uid } = await book(50);
    const blobs: Blob[] = [];
    const original = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) blobs.push(blob);
      return original(blob);
    };
    const el = await place();
    await click(el, 'Calendar file');
    await waitUntil(() => blobs.length === 1);
    URL.createObjectURL = original;
    expect(blobs[0]?.type).to.contain('text/calendar');
    const text = (await blobs[0]?.text()) ?? '';
    expect(text).to.contain(`UID:${uid}`).and.to.contain('SEQUENCE:0').and.to.contain('METHOD:REQUEST');
  });

  it('asks before it cancels, and shows what was canceled', async () => {
    await book(50);
    const el = await place();
    await click(el, 'Cancel it');
    await waitUntil(() => focused()?.textContent?.includes('Yes, cancel'));
    expect((await only()).state).to.equal('scheduled');
    await isAccessible(el);
    await click(el, 'Yes, cancel the session');
    await appears(el, 'guild-session-record', 'canceled');
    expect((await only()).state).to.equal('canceled');
    (await appears(el, 'summary', 'canceled')).click();
    await appears(el, 'button', 'Take it off my calendar');
  });

  it('writes down what was, tells shared and private notes apart, and carries promises on', async () => {
    await book(-2, 'First');
    const el = await place();
    await click(el, 'Note how it went');
    await waitUntil(() => focused()?.getAttribute('name') === 'met');
    (await appears(el, 'label', 'We met')).querySelector('input')?.click();
    await appears(el, '.seers', 'You and Ben Okafor read this. Nobody else does.');
    await appears(el, '.seers', 'Only you read this.');
    set(el, 'shared', 'We begin with meetings.');
    set(el, 'own', 'I was nervous.');
    await click(el, 'Add a promise');
    await waitUntil(() => focused()?.id === 'text-0');
    await sendKeys({ type: 'Send the agenda' });
    await isAccessible(el);
    await click(el, 'Save');
    await appears(el, 'guild-session-record', 'First');
    const mine = await only();
    expect([mine.state, mine.notesShared, mine.notesPrivate]).to.deep.equal([
      'held',
      'We begin with meetings.',
      'I was nervous.',
    ]);
    expect(mine.commitments.map(({ text, owner }) => [text, owner.id])).to.deep.equal([
      ['Send the agenda', 'ana'],
    ]);
    const theirs = (await test.as('ben').mentoring.sessions({ mentorshipId: id })).items[0];
    expect([theirs?.notesShared, theirs?.notesPrivate]).to.deep.equal(['We begin with meetings.', undefined]);

    await book(-1, 'Second');
    await click(el, 'Note how it went');
    (await appears(el, 'label', 'It did not take place')).querySelector('input')?.click();
    await click(el, 'Done');
    await click(el, 'Save');
    await appears(el, 'guild-session-record', 'did not take place');
    const { items } = await test.as('ana').mentoring.commitments({ mentorshipId: id });
    expect(items.map(({ state }) => state)).to.deep.equal(['kept']);
  });

  it('changes notes later, and does not overwrite what the other has written meanwhile', async () => {
    const { id: sessionId } = await book(-2, 'First');
    await test.as('ana').mentoring.logSession({ id: sessionId, held: true, notesShared: 'Ours' });
    const el = await place();
    (await appears(el, 'summary')).click();
    await appears(el, '.note', 'Ours');
    await isAccessible(el);
    await click(el, 'Edit');
    await test.as('ben').mentoring.noteShared({ sessionId, text: 'Ours, and his' });
    write(await appears(el, 'textarea'), 'Ours, and mine');
    await click(el, 'Save');
    await appears(el, '[role=alert]', 'Somebody else has written here meanwhile');
    await appears(el, 'blockquote', 'Ours, and his');
    expect((await only()).notesShared).to.equal('Ours, and his');
    write(await appears(el, 'textarea'), 'Ours, his and mine');
    await click(el, 'Save');
    await appears(el, '.note', 'Ours, his and mine');
    await click(el, 'Add a note for yourself');
    write(await appears(el, 'textarea'), 'Mine');
    await click(el, 'Save');
    await appears(el, '.note', 'Only you read this.');
    expect((await only()).notesPrivate).to.equal('Mine');
  });

  it('keeps what is written over a reload and a lost connection', async () => {
    let broken = true;
    const client = withOperation(test.as('ana'), 'mentoring.scheduleSession', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const first = await place(client);
    await click(first, 'Plan a session');
    await appears(first, '#title');
    set(first, 'title', 'Half a ti');
    set(first, 'day', `${nextYear}-02-03`);
    first.closest('guild-hall')?.remove();
    const el = await place(client);
    await click(el, 'Plan a session');
    await waitUntil(() => find<HTMLInputElement>(el, '#title')?.value === 'Half a ti');
    await click(el, 'Plan it');
    await appears(el, '#time-note', 'Choose a time.');
    set(el, 'day', '2020-01-01');
    set(el, 'time', '10:00');
    await click(el, 'Plan it');
    await appears(el, '#day-note', 'That time is over.');
    set(el, 'day', `${nextYear}-02-03`);
    await click(el, 'Plan it');
    await appears(el, '[role=alert]', 'connection');
    broken = false;
    await click(el, 'Plan it');
    await appears(el, 'guild-session-card', 'Half a ti');
    expect(await sessions()).to.have.length(1);
  });

  it('begins with the step of the plan that comes next, and offers the others', async () => {
    id = await pairUp(test, await openProgram(test));
    const el = await place();
    await click(el, 'Plan a session');
    await waitUntil(() => find<HTMLInputElement>(el, '#title')?.value === 'Getting to know each other');
    expect(find<HTMLTextAreaElement>(el, '#agenda')?.value).to.equal('What brings you here?');
    set(el, 'step', '1');
    await waitUntil(() => find<HTMLInputElement>(el, '#title')?.value === 'A goal of your own');
    set(el, 'day', wallTime(new Date(Date.now() + 2 * DAY), 'Europe/Lisbon').day);
    set(el, 'time', '12:00');
    await click(el, 'Plan it');
    await appears(el, 'guild-session-card', 'A goal of your own');
    expect((await only()).planStep).to.equal(1);
    await click(el, 'Plan the next session');
    await waitUntil(() => find<HTMLInputElement>(el, '#title')?.value === 'Getting to know each other');
  });

  it('shows text as text, and says what went wrong', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await test.as('ben').mentoring.scheduleSession({
      mentorshipId: id,
      title: hostile,
      agenda: hostile,
      place: 'javascript:alert(1)',
      start: new Date(Date.now() + DAY).toISOString(),
      minutes: 30,
      timeZone: 'Asia/Tokyo',
    });
    const el = await place();
    await appears(el, 'guild-session-card', hostile);
    expect([find(el, 'img'), find(el, 'a')]).to.deep.equal([null, null]);
    const lost = await place(
      withOperation(test.as('ana'), 'mentoring.sessions', () => Promise.reject(lostConnection())),
    );
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
  });

  for (const [locale, dir] of [
    ['de', 'ltr'],
    ['en', 'rtl'],
  ] as const)
    it(`fits on a narrow page in ${locale}, ${dir}`, async () => {
      await setViewport({ width: 380, height: 800 });
      await book(50, 'Donaudampfschifffahrtsgesellschaftskapitänsnachwuchsförderung');
      const el = await place(undefined, { locale, dir });
      await appears(el, 'guild-session-card', 'Donau');
      (await appears(el, '.all > header .button')).click();
      await appears(el, '#day');
      set(el, 'day', `${nextYear}-02-03`);
      set(el, 'time', '10:00');
      await appears(el, '.times');
      expect(sticksOut(el)).to.deep.equal([]);
      await isAccessible(el);
    });
});

function lastSunday(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last.toISOString().slice(0, 10);
}
