import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
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
  tabTo,
  withOperation,
  write,
} from '../internal/test-page.js';
import { MentoringProgram } from './mentoring-program.js';
import { openProgram, pairUp, sticksOut } from './test-program.js';
import { waitUntil } from '../internal/test-until.js';

define(MentoringProgram);

describe('mentoring-program', () => {
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 1000, height: 900 });
    test = await testHall();
  });
  const place = (program = '', client?: Client, options: HallOptions = {}, as: CastId = 'ana') =>
    test.hall<MentoringProgram>(
      as,
      html`<mentoring-program program=${program} .client=${client}></mentoring-program>`,
      options,
    );
  const click = async (el: Element, text: string) => (await appears(el, 'button', text)).click();
  const form = async (el: Element) => {
    await click(el, 'Enroll');
    await appears(el, '[role=form]');
    await waitUntil(() => focused()?.id === 'mentor', 'the form holds the focus');
  };
  const check = (el: Element, name: string) => find(el, `input[name=${name}]`)?.click();
  const mine = async () => (await test.as('ana').mentoring.myEnrollments({})).items[0];

  it('lists what is open, opens one by the keyboard, and leads back to where one was', async () => {
    await openProgram(test);
    await openProgram(test, { name: 'Buddies', kind: 'buddy' });
    const el = await place();
    await appears(el, 'li', 'Emerging leads');
    await isAccessible(el);
    await tabTo('button.name');
    const name = shown(focused() ?? el);
    await sendKeys({ press: 'Enter' });
    await appears(el, 'h2', name);
    await waitUntil(() => focused()?.textContent?.includes('All programs'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => shown(focused() ?? el) === name, `${name} ${focused()?.outerHTML} ${shown(el)}`);
  });

  it('says what a program is, asks, and who will know, before anybody enrolls', async () => {
    const { id } = await openProgram(test, { visibleToManagers: true });
    const el = await place(id);
    await appears(el, 'h2', 'Emerging leads');
    await isAccessible(el);
    const all = shown(el);
    for (const text of [
      'Run a meeting that people like to come to',
      'Eight of ten reach a goal of their own',
      'Listen more than you talk.',
      'Bring a question of your own to every session.',
      'June 30, 2030',
      'about every 3 weeks',
      'Lea Moreau',
      'Managers can know that their people take part',
    ])
      expect(all).to.contain(text);
    const folded = findAll(el, 'details .long').map((each) => each.textContent);
    expect(folded.at(-1)).to.contain('What we say stays between us.');
  });

  it('enrolls with sides, topics in order and wishes, and tells nobody the wishes', async () => {
    const { id } = await openProgram(test);
    const el = await place(id);
    await form(el);
    await isAccessible(el);
    check(el, 'mentee');
    check(el, 'mentor');
    for (const skill of ['Negotiation', 'Facilitation']) {
      const topics = await appears(el, '#topics');
      const field = await appears(topics, 'input');
      field.focus();
      write(field, skill);
      await appears(topics, '[role=option]', skill);
      await sendKeys({ press: 'Enter' });
      await appears(topics, '.name', skill);
    }
    find(el, '[aria-label="Move Facilitation up"]')?.click();
    write(find(el, '#capacity'), '2');
    write(find(el, '#why'), 'I lead a team since May.');
    await wish(el, 'preferences', 'Ben');
    await wish(el, 'notWith', 'Lea');
    await isAccessible(el);
    await click(el, 'Send the application');
    await appears(el, '.state', 'You have applied.');
    expect(shown(el)).to.contain('up to 2 mentees').and.to.contain('Facilitation and Negotiation');
    const said = await mine();
    expect(said?.sides.toSorted()).to.deep.equal(['mentee', 'mentor']);
    expect(said?.topics.map(({ skill }) => skill.name)).to.deep.equal(['Facilitation', 'Negotiation']);
    expect([said?.capacity, said?.why]).to.deep.equal([2, 'I lead a team since May.']);
    expect(said?.preferences?.map((one) => one.id)).to.deep.equal(['ben']);
    expect(said?.notWith?.map((one) => one.id)).to.deep.equal(['lea']);
    const seen = (await test.as('lea').mentoring.enrollments({ programId: id })).items[0];
    expect([seen?.why, seen?.preferences, seen?.notWith]).to.deep.equal([
      'I lead a team since May.',
      undefined,
      undefined,
    ]);
  });

  const wish = async (el: Element, field: string, name: string) => {
    const picker = find(el, `#${field}`);
    if (!picker) throw new Error(`There is no ${field}.`);
    write(await appears(picker, 'input'), name);
    (await appears(picker, '[role=option]', name)).click();
    await appears(picker, 'guild-person-chip', name);
  };

  it('offers people for the wishes, not teams, and not oneself', async () => {
    const { id } = await openProgram(test);
    const el = await place(id);
    await form(el);
    const picker = find(el, '#preferences') ?? el;
    write(await appears(picker, 'input'), 'Pla');
    await appears(picker, '[role=option]', 'Ben Okafor');
    expect(findAll(picker, '.team')).to.have.length(0);
    write(await appears(picker, 'input'), 'Ana Ruiz');
    (await appears(picker, '[role=option]', 'That is you')).click();
    await appears(picker, '[role=alert]', 'That is you');
  });

  it('says what is missing at its field, and goes there', async () => {
    const { id } = await openProgram(test);
    const el = await place(id);
    await form(el);
    await click(el, 'Send the application');
    await appears(el, '[role=alert]', 'Choose at least one side.');
    await waitUntil(() => focused()?.id === 'mentor');
    await isAccessible(el);
    check(el, 'mentor');
    write(await appears(el, '#capacity'), '0');
    await wish(el, 'preferences', 'Ben');
    await wish(el, 'notWith', 'Ben');
    await click(el, 'Send the application');
    await appears(el, '#capacity-note', 'from 1 to 50');
    await appears(el, '#notWith', 'in both lists');
    expect(await mine()).to.equal(undefined);
  });

  it('keeps what was written over a reload, and says so', async () => {
    const { id } = await openProgram(test);
    const el = await place(id);
    await form(el);
    check(el, 'mentee');
    write(find(el, '#why'), 'Half a sent');
    el.closest('guild-hall')?.remove();
    const again = await place(id);
    await appears(again, 'button', 'Go on enrolling');
    await click(again, 'Go on enrolling');
    await waitUntil(() => find<HTMLTextAreaElement>(again, '#why')?.value === 'Half a sent');
    expect(find<HTMLInputElement>(again, 'input[name=mentee]')?.checked).to.equal(true);
  });

  it('keeps the text when the connection is lost, and sends it at the second try', async () => {
    const { id } = await openProgram(test);
    let broken = true;
    const client = withOperation(test.as('ana'), 'mentoring.enroll', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await place(id, client);
    await form(el);
    check(el, 'mentee');
    write(find(el, '#why'), 'To learn');
    await click(el, 'Send the application');
    await appears(el, '[role=alert]', 'connection');
    expect(find<HTMLTextAreaElement>(el, '#why')?.value).to.equal('To learn');
    broken = false;
    await click(el, 'Send the application');
    await appears(el, '.state', 'You have applied.');
  });

  it('changes an application, and withdraws it after asking', async () => {
    const { id } = await openProgram(test);
    await test.as('ana').mentoring.enroll({ programId: id, sides: ['mentee'], why: 'First' });
    const el = await place(id);
    await click(el, 'Change it');
    await waitUntil(() => find<HTMLTextAreaElement>(el, '#why')?.value === 'First');
    write(find(el, '#why'), 'Second');
    await click(el, 'Save the change');
    await appears(el, '.state', 'You have applied.');
    expect((await mine())?.why).to.equal('Second');
    await click(el, 'Withdraw');
    await waitUntil(() => focused()?.textContent?.includes('Yes, withdraw'));
    await isAccessible(el);
    expect((await mine())?.state).to.equal('applied');
    await click(el, 'Yes, withdraw');
    await appears(el, '.state', 'You have withdrawn.');
    expect((await mine())?.state).to.equal('withdrawn');
    await appears(el, 'button', 'Enroll');
  });

  it('says why somebody cannot enroll, and what is left to read', async () => {
    const { id } = await openProgram(test, { eligibility: { departments: [], locations: ['Mars'] } });
    const el = await place(id);
    await appears(el, 'p', 'This program is meant for other people');
    expect(findAll(el, '.primary')).to.have.length(0);
    el.closest('guild-hall')?.remove();
    const gated = await openProgram(test, {
      name: 'Gated',
      training: {
        gate: true,
        modules: [{ id: 'a', title: 'Asking', body: 'Ask.', minutes: 5, side: 'both' }],
      },
    });
    await test.as('ana').mentoring.enroll({ programId: gated.id, sides: ['mentee'] });
    const other = await place(gated.id);
    await appears(other, 'p', 'You are matched once you have read all of them.');
    await click(other, 'Go to the modules');
    await click(other, 'I have read this');
    await appears(other, 'p', 'You have read all modules.');
  });

  it('shows the match with its reasons once it is published, and opens the mentorship', async () => {
    const program = await openProgram(test);
    const mentorshipId = await pairUp(test, program);
    const el = await place(program.id);
    await appears(el, '.name', 'Ben Okafor is your mentor');
    await appears(el, '.why', 'You want Facilitation; Ben Okafor teaches it');
    expect(shown(el)).to.not.match(/not known|Thanked/);
    await isAccessible(el);
    const ids: string[] = [];
    el.addEventListener('guild-mentorship-open', (event) => ids.push(event.mentorshipId), { once: true });
    await click(el, 'Open the mentorship');
    expect(ids).to.deep.equal([mentorshipId]);
    await appears(el, 'h3', 'Your agreement');
    await click(el, 'Emerging leads');
    el.addEventListener('guild-mentorship-open', (event) => event.preventDefault());
    await click(el, 'Open the mentorship');
    await el.updateComplete;
    expect(find(el, 'mentorship-hub')).to.equal(null);
  });

  it('hears of what others change without being asked', async () => {
    const { id } = await openProgram(test);
    const el = await place(id);
    await appears(el, 'button', 'Enroll');
    await test.as('lea').mentoring.startMatching({ id });
    await appears(el, 'p', 'Enrolling is not open at the moment.');
  });

  it('says that there is nothing, and what went wrong, with a way to try again', async () => {
    const el = await place();
    await appears(el, '[part=empty]', 'No program takes people in');
    await isAccessible(el);
    let broken = true;
    const client = withOperation(test.as('ana'), 'mentoring.programs', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const lost = await place('', client);
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
    broken = false;
    await click(lost, 'Try again');
    await appears(lost, '[part=empty]');
    const gone = await place('nothing-here');
    await appears(gone, '[role=alert]', 'This program is gone');
  });

  for (const [locale, dir, width] of [
    ['de', 'ltr', 380],
    ['en', 'rtl', 380],
  ] as const)
    it(`fits and is accessible in ${locale}, ${dir}, ${width} pixels wide`, async () => {
      await setViewport({ width, height: 900 });
      const long =
        'Donaudampfschifffahrtsgesellschaftskapitänsnachwuchsförderung<img src=x onerror=alert(1)>';
      const { id } = await openProgram(test, { name: long, purpose: long });
      const el = await place(id, undefined, { locale, dir });
      await appears(el, 'h2', long);
      (await appears(el, '.primary')).click();
      await appears(el, '[role=form]');
      check(el, 'mentee');
      await el.updateComplete;
      expect(sticksOut(el)).to.deep.equal([]);
      expect(find(el, 'img')).to.equal(null);
      await isAccessible(el);
      if (locale === 'de')
        expect(shown(el)).to.contain('Was möchtest du lernen?').and.not.contain('undefined');
    });
});
