import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { cast } from '../internal/test-hall.js';
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
import { MentorFinder } from './mentor-finder.js';
import { mentorHall, type MentorHall } from './test-mentors.js';
import { waitUntil } from '../internal/test-until.js';

define(MentorFinder);

/** Names of those found, in order of name: who stands first differs from viewer to viewer. */
const names = (el: Element) => findAll(el, '.name').map(shown).sort();
const search = (el: Element, text: string) => write(find(el, '[role=searchbox]'), text);
const finds = (el: Element, wanted: readonly string[]) =>
  waitUntil(() => names(el).join() === [...wanted].sort().join(), `wanted ${wanted.join()}`, {
    timeout: 8000,
  });
const all = [cast.ben, cast.lea, cast.layla];

async function choose(el: Element, name: string, value: string): Promise<void> {
  const select = await appears<HTMLSelectElement>(el, `select#${name}`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('mentor-finder', function () {
  this.timeout(60_000);
  let test: MentorHall;
  beforeEach(async () => {
    await setViewport({ width: 1000, height: 800 });
    test = await mentorHall();
  });
  afterEach(() => test.guildhall.close());
  const open = (template = html`<mentor-finder></mentor-finder>`, locale = 'en', dir?: 'rtl') =>
    test.hall<MentorFinder>('ana', template, { locale, ...(dir && { dir }) });

  it('is accessible while it loads, with mentors, with nobody, and after an error', async () => {
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const slow = withOperation(test.as('ana'), 'mentoring.findMentors', async (call) => (await gate, call()));
    const el = await open(html`<mentor-finder .client=${slow}></mentor-finder>`);
    await appears(el, '[aria-busy=true]');
    await isAccessible(el);
    answer();
    await finds(el, all);
    await isAccessible(el);
    search(el, 'zzzz');
    await appears(el, '.state', 'Nobody with a free place fits this.');
    await isAccessible(el);
    const failing = withOperation(test.as('ana'), 'mentoring.findMentors', () =>
      Promise.reject(lostConnection()),
    );
    const lost = await open(html`<mentor-finder .client=${failing}></mentor-finder>`);
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
  });

  it('says why each mentor appears and how many places are left', async () => {
    const el = await open();
    await finds(el, all);
    const ben = await appears(el, 'mentor-card', 'Ben Okafor');
    expect(shown(ben)).to.contain('Platform Engineer · Product · 1 place left');
    expect(shown(ben)).to.contain('Teaches Kubernetes');
    expect(shown(ben)).to.contain('Clusters that stay up.');
    expect(shown(await appears(el, 'mentor-card', 'Lea'))).to.contain('2 places left');
  });

  it('tells how often somebody was thanked for the skill, once they consent', async () => {
    const skill = await test.skillId('Facilitation');
    const ref = { kind: 'link' as const, url: 'https://example.org/workshop', title: 'Workshop' };
    for (const giver of ['ana', 'ben'] as const)
      await test.as(giver).recognition.give({ receivers: ['lea'], message: 'Thanks', ref, skills: [skill] });
    const el = await open(html`<mentor-finder skill=${skill}></mentor-finder>`);
    await finds(el, [cast.lea, cast.layla]);
    expect(shown(el)).to.not.contain('thanked');
    await test.as('lea').people.setSkills({
      skills: [{ skill: 'Facilitation', level: 'strong', evidenceConsent: true }],
    });
    await appears(el, 'mentor-card', 'Strong in Facilitation, thanked twice for it');
  });

  it('lists nobody without a free place, and hears of it when a door closes', async () => {
    const id = await test.ask('lea', 'ben');
    await test.as('ben').mentoring.respond({ id, accept: true });
    const el = await open();
    await finds(el, [cast.lea, cast.layla]);
    await test.as('layla').mentoring.setOffer({ open: false, capacity: 3 });
    await finds(el, [cast.lea]);
  });

  it('is narrowed by text, skill, language, kind and one conversation, and widened again', async () => {
    const el = await open();
    await finds(el, all);
    search(el, 'facilitation');
    await finds(el, [cast.lea, cast.layla]);
    await appears(el, 'p', '2 mentors with a free place');
    search(el, '');
    await finds(el, all);
    write(find(el, '[role=combobox]'), 'kuber');
    (await appears(el, '[role=option]', 'Kubernetes')).click();
    await finds(el, [cast.ben]);
    expect(el.skill).to.equal(await test.skillId('Kubernetes'));
    write(find(el, '[role=combobox]'), '');
    await finds(el, all);
    await choose(el, 'language', 'fr');
    await finds(el, [cast.lea]);
    await choose(el, 'language', '');
    await choose(el, 'kind', 'coaching');
    await finds(el, [cast.ben]);
    await choose(el, 'kind', '');
    await finds(el, all);
    (await appears(el, '#one-off')).click();
    await finds(el, [cast.ben, cast.layla]);
  });

  it('begins with what the page asks for', async () => {
    const coaches = await open(html`<mentor-finder kind="coaching"></mentor-finder>`);
    await finds(coaches, [cast.ben]);
    expect(find<HTMLSelectElement>(coaches, 'select#kind')?.value).to.equal('coaching');
    const short = await open(html`<mentor-finder one-off limit="1"></mentor-finder>`);
    await waitUntil(() => names(short).length === 1);
    await appears(short, '.more');
  });

  it('finds the more junior who know more, where one wants to learn from them', async () => {
    const grades = { ana: 'Grade 6', ben: 'Grade 2', lea: 'Grade 8', layla: 'Grade 3' };
    await test.guildhall.as(systemActor).people.sync({
      people: Object.entries(grades).map(([id, grade]) => ({
        externalId: id,
        name: cast[id as keyof typeof grades],
        grade,
      })),
    });
    await test.as('ana').people.setSkills({
      skills: [{ skill: 'Facilitation', level: 'learning', wantsToLearn: true }],
    });
    const el = await open(html`<mentor-finder direction="reverse"></mentor-finder>`);
    await finds(el, [cast.layla]);
    expect(find<HTMLSelectElement>(el, 'select#direction')?.value).to.equal('reverse');
    await choose(el, 'direction', 'forward');
    await finds(el, [cast.lea]);
    await choose(el, 'direction', 'reverse');
    write(find(el, '[role=combobox]'), 'kuber');
    (await appears(el, '[role=option]', 'Kubernetes')).click();
    await finds(el, [cast.ben]);
  });

  it('says what to do when nobody fits, and does it', async () => {
    const el = await open();
    await finds(el, all);
    write(find(el, '[role=combobox]'), 'kuber');
    (await appears(el, '[role=option]', 'Kubernetes')).click();
    await finds(el, [cast.ben]);
    await choose(el, 'language', 'fr');
    (await appears(el, '#one-off')).click();
    await appears(el, '.state', 'Nobody with a free place knows Kubernetes right now.');
    (await appears(el, '.state button', 'Show all mentors')).click();
    await finds(el, all);
    expect(focused()?.matches('[role=searchbox]')).to.equal(true);
    for (const id of ['ben', 'lea', 'layla'] as const)
      await test.as(id).mentoring.setOffer({ open: false, capacity: 1 });
    await appears(el, '.state', 'There is nobody for you to ask yet');
    (await appears(el, '.state button', 'Offer to mentor')).click();
    await appears(el, 'dialog[open]');
  });

  it('shows more when asked, and goes on with the first of them', async () => {
    const el = await open(html`<mentor-finder limit="2"></mentor-finder>`);
    await waitUntil(() => names(el).length === 2);
    (await appears(el, '.more')).click();
    await finds(el, all);
    const third = findAll(el, '.name')[2];
    await waitUntil(() => focused() === third, 'the focus is on the third');
    expect(findAll(el, '.more').length).to.equal(0);
  });

  it('shows no former mentors for a search that failed, and retries it', async () => {
    let broken = false;
    const client = withOperation(test.as('ana'), 'mentoring.findMentors', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await open(html`<mentor-finder .client=${client}></mentor-finder>`);
    await finds(el, all);
    broken = true;
    search(el, 'kubernetes');
    await appears(el, '[role=alert]', 'connection');
    expect(names(el)).to.deep.equal([]);
    broken = false;
    (await appears(el, '[role=alert] button')).click();
    await finds(el, [cast.ben]);
  });

  it('opens a profile by keyboard alone, and gives the focus back', async () => {
    const el = await open();
    await finds(el, all);
    await tabTo('[role=searchbox]');
    await sendKeys({ type: 'kubernetes' });
    await finds(el, [cast.ben]);
    await tabTo('.name');
    const name = focused();
    await sendKeys({ press: 'Enter' });
    const dialog = await appears<HTMLDialogElement>(el, 'dialog[open]');
    expect(dialog.ariaLabel).to.equal('Profile of Ben Okafor');
    await appears(await appears(el, 'profile-card'), 'h2', 'Ben Okafor');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused() === name, 'the focus is back on the name');
  });

  it('leaves whom one is asking in place, and catches up afterwards', async () => {
    const el = await open();
    await finds(el, all);
    const card = await appears(el, 'mentor-card', 'Ben Okafor');
    find(card, '.ask')?.click();
    write(await appears(card, '#ask'), 'May I?');
    await test.as('ben').mentoring.setOffer({ open: false, capacity: 1 });
    await test.as('lea').mentoring.setOffer({ open: false, capacity: 1 });
    (await appears(card, '#send')).click();
    await appears(card, '[role=alert]', 'This mentor takes no requests for now.');
    expect(find<HTMLTextAreaElement>(card, '#ask')?.value).to.equal('May I?');
    await sendKeys({ press: 'Escape' });
    await finds(el, [cast.layla]);
  });

  it('moves nobody because somebody was asked', async () => {
    for (const id of await test.offerers(6)) await test.ask('lea', id).catch(() => undefined);
    const el = await open();
    await waitUntil(() => names(el).length === 9);
    const order = () => findAll(el, '.name').map(shown);
    const before = order();
    await test.ask('ana', 'ben');
    await appears(el, '.asked');
    expect(order()).to.deep.equal(before);
  });

  it('hides the filters behind a button where there is little room', async () => {
    await setViewport({ width: 380, height: 800 });
    const el = await open();
    await finds(el, all);
    const toggle = await appears(el, '.toggle', 'Filters');
    expect(find(el, 'select#kind')?.checkVisibility()).to.equal(false);
    toggle.click();
    await choose(el, 'kind', 'coaching');
    await appears(el, '.toggle', 'Filters, 1 set');
    await isAccessible(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
  });

  it('is short in a narrow place', async () => {
    const el = await open(html`<mentor-finder compact limit="2"></mentor-finder>`);
    await waitUntil(() => names(el).length === 2);
    expect(findAll(el, 'guild-mentor-filters').length).to.equal(0);
    expect(shown(el)).to.not.contain('Clusters that stay up.');
    await isAccessible(el);
  });

  it('speaks German', async () => {
    const el = await open(html`<mentor-finder></mentor-finder>`, 'de');
    await finds(el, all);
    expect(shown(el)).to.contain('noch 1 Platz frei').and.to.contain('Gibt Kubernetes weiter');
    search(el, 'zzzz');
    await appears(el, '.state', 'Dazu passt niemand');
  });

  it('holds Arabic and endless names from right to left in a narrow place', async () => {
    await setViewport({ width: 320, height: 800 });
    await test.offer('long', { about: `${'Wolfeschlegel'.repeat(30)}` });
    const el = await open(html`<mentor-finder></mentor-finder>`, 'en', 'rtl');
    await finds(el, [...all, cast.long]);
    await isAccessible(el);
    const page = document.documentElement;
    expect(page.scrollWidth).to.be.at.most(page.clientWidth);
  });
});
