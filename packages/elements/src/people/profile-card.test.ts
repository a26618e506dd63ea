import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { cast, testHall, type CastId, type HallOptions, type TestHall } from '../internal/test-hall.js';
import {
  appears,
  find,
  findAll,
  freshStorage,
  lostConnection,
  shown,
  withOperation,
} from '../internal/test-page.js';
import type { ThankEvent } from './events.js';
import { ProfileCard } from './profile-card.js';
import { timeIn } from './profile-facts.js';
import { waitUntil } from '../internal/test-until.js';

define(ProfileCard);

describe('profile-card', () => {
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    let time = Date.now() - 60_000;
    test = await testHall({ now: () => new Date((time += 10)) });
    const ben = test.as('ben').people;
    await ben.updateProfile({
      pronouns: 'he/him',
      location: 'Lisbon',
      timeZone: 'Asia/Tokyo',
      languages: ['en', 'es-MX'],
    });
    await ben.setSkills({
      skills: [
        { skill: 'Kubernetes', level: 'teaching', canHelp: true },
        { skill: 'Facilitation', level: 'learning', wantsToLearn: true },
      ],
    });
    await test.guildhall.as(systemActor).people.sync({
      people: [
        { externalId: 'ben', name: cast.ben, email: 'ben+hall@example.org', managerExternalId: 'ana' },
      ],
    });
  });
  const open = (personId = 'ben', viewer: CastId = 'ana', options: HallOptions = {}) =>
    test.hall<ProfileCard>(viewer, html`<profile-card person-id=${personId}></profile-card>`, options);

  it('is accessible while it loads, with a profile, and after an error', async () => {
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const slow = withOperation(test.as('ana'), 'people.get', async (call) => (await gate, call()));
    const el = await test.hall<ProfileCard>(
      'ana',
      html`<profile-card person-id="ben" .client=${slow}></profile-card>`,
    );
    await appears(el, '[aria-busy=true]');
    await isAccessible(el);
    answer();
    await appears(el, 'h2', cast.ben);
    await isAccessible(el);
    const unknown = await open('nobody');
    await appears(unknown, '[role=alert]', 'not yours to see');
    await isAccessible(unknown);
  });

  it('says who somebody is, where, and what they can do', async () => {
    await test.as('ben').people.updateProfile({ preferredName: 'Benjamin Okafor' });
    const el = await open();
    await appears(el, 'h2', 'Benjamin Okafor he/him');
    const text = shown(el);
    expect(text).to.contain('Platform Engineer · Product');
    expect(text).to.match(/Teams ?Platform ?Manager ?Ana Ruiz ?Place ?Lisbon ·/);
    expect(text).to.match(/Lisbon · .*\d+:\d\d.* there now/);
    expect(text).to.contain('English and Mexican Spanish');
    expect(text).to.contain('Kubernetes teaches it glad to help Facilitation learning wants to learn more');
    expect(find<HTMLAnchorElement>(el, 'dd a')?.href).to.equal('mailto:ben%2Bhall@example.org');
  });

  it('tells the time in a place, with the day where it is another', () => {
    const noon = new Date(2026, 2, 13, 12, 0);
    expect(timeIn('UTC', 'en-GB', new Date(Date.UTC(2026, 2, 13, 12, 30)))).to.match(/12:30$/);
    const far = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) => timeIn(zone, 'en-GB', noon));
    expect(far.some((time) => /^(Thu|Sat)/.test(time ?? ''))).to.equal(true);
    expect(timeIn('Mars/Olympus', 'en')).to.equal(undefined);
  });

  it('shows the latest thanks that everyone may read, also when they come', async () => {
    const give = (message: string, audience: 'public' | 'private') =>
      test.as('lea').recognition.give({ receivers: ['ben'], message, audience });
    for (const n of [1, 2, 3, 4]) await give(`Public ${n}`, 'public');
    await give('Between us', 'private');
    const el = await open();
    await appears(el, 'li', 'Public 4');
    const thanks = () => findAll(el, '.words').map(shown);
    expect(thanks()).to.deep.equal(['Public 4', 'Public 3', 'Public 2']);
    await give('Public 5', 'public');
    await waitUntil(() => thanks()[0] === 'Public 5');
    expect(shown(el)).to.match(/thanked by Lea Moreau · (now|1 minute ago)/);
  });

  it('lets the page thank in its own way', async () => {
    const el = await open();
    const events: ThankEvent[] = [];
    el.parentElement?.addEventListener('guild-thank', (event) => {
      events.push(event);
      event.preventDefault();
    });
    (await appears(el, '.primary', 'Thank Ben Okafor')).click();
    expect(events.map(({ person }) => person)).to.deep.equal([
      { id: 'ben', name: cast.ben, title: 'Platform Engineer' },
    ]);
    await el.updateComplete;
    expect(findAll(el, '.primary').length).to.equal(1);
  });

  it('opens a form for thanks where the page has no way of its own', async () => {
    const el = await open();
    (await appears(el, '.primary', 'Thank Ben Okafor')).click();
    const composer = await appears(el, 'kudos-composer');
    await appears(composer, 'guild-person-chip', cast.ben);
    await waitUntil(() => el.matches(':focus-within') && composer.matches(':focus-within, :focus'));
    await isAccessible(el);
  });

  it('is the own one without an id, or with the own; both can be edited', async () => {
    for (const id of ['', 'ben']) {
      const el = await open(id, 'ben');
      await appears(el, 'button', 'Edit profile');
      expect(shown(el)).to.contain(cast.ben).and.to.not.contain('Thank ');
      expect(el.matches(':state(own)')).to.equal(true);
    }
    const other = await open('ben', 'ana');
    await appears(other, 'h2', cast.ben);
    expect(shown(other)).to.not.contain('Edit profile');
    expect(other.matches(':state(own)')).to.equal(false);
  });

  it('shows others only what they may see', async () => {
    await test.as('ben').people.updateProfile({
      visibility: { pronouns: 'team', location: 'me', timeZone: 'me', skills: 'team' },
    });
    const stranger = await open('ben', 'lea');
    await appears(stranger, 'h2', cast.ben);
    expect(shown(stranger)).to.not.contain('he/him').and.to.not.contain('Kubernetes');
    expect(shown(stranger)).to.contain('ben+hall@example.org').and.to.not.contain('Lisbon');
    const mate = await open('ben', 'ana');
    await appears(mate, 'h2', 'he/him');
    expect(shown(mate)).to.contain('Kubernetes').and.to.not.contain('Lisbon');
  });

  it('follows when the person changes, and only then', async () => {
    let calls = 0;
    const client = withOperation(test.as('ana'), 'people.get', (call) => ((calls += 1), call()));
    const el = await test.hall<ProfileCard>(
      'ana',
      html`<profile-card person-id="ben" .client=${client}></profile-card>`,
    );
    await appears(el, 'h2', 'he/him');
    await test.as('lea').people.updateProfile({ pronouns: 'she/her' });
    const before = calls;
    await test.as('ben').people.updateProfile({ pronouns: 'they/them' });
    await appears(el, 'h2', 'they/them');
    // The stream of a client begins with a resync, which may have come in between.
    expect(calls - before).to.be.at.most(2);
    el.personId = 'lea';
    await appears(el, 'h2', 'Lea Moreau');
  });

  it('says that somebody has left, and offers no thanks', async () => {
    await test.guildhall.as(systemActor).people.sync({
      people: [{ externalId: 'ben', name: cast.ben, status: 'departed' }],
    });
    const el = await open();
    await appears(el, 'h2', cast.ben);
    expect(shown(el)).to.contain('No longer in the organization').and.to.not.contain('Thank');
    expect(shown(el)).to.not.contain('Kubernetes');
  });

  it('tries again after an error', async () => {
    let broken = true;
    const client = withOperation(test.as('ana'), 'people.get', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await test.hall<ProfileCard>(
      'ana',
      html`<profile-card person-id="ben" .client=${client}></profile-card>`,
    );
    await appears(el, '[role=alert]', 'connection');
    broken = false;
    (await appears(el, '[role=alert] button', 'Try again')).click();
    await appears(el, 'h2', cast.ben);
  });

  it('speaks German', async () => {
    const el = await open('ben', 'ana', { locale: 'de' });
    await appears(el, 'button', 'Ben Okafor danken');
    expect(shown(el)).to.contain('dort ist es jetzt').and.to.contain('bringt es anderen bei hilft gern');
    expect(shown(el)).to.match(/Englisch und (Spanisch \(Mexiko\)|Mexikanisches Spanisch)/);
  });

  it('holds Arabic and endless names from right to left in a narrow place', async () => {
    await setViewport({ width: 320, height: 900 });
    for (const id of ['layla', 'long'] as const) {
      const el = await open(id, 'ana', { dir: 'rtl' });
      await appears(el, 'h2', cast[id]);
      const page = document.documentElement;
      expect(page.scrollWidth, id).to.be.at.most(page.clientWidth);
      const avatar = find(el, 'guild-avatar')?.getBoundingClientRect();
      expect(avatar?.left).to.be.greaterThan(find(el, 'h2')?.getBoundingClientRect().left ?? 999);
      await isAccessible(el);
      el.parentElement?.remove();
    }
  });
});
