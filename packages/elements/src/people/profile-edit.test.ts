import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Client } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type HallOptions, type TestHall } from '../internal/test-hall.js';
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
import { ProfileCard } from './profile-card.js';
import { waitUntil } from '../internal/test-until.js';

define(ProfileCard);

describe('editing the own profile', () => {
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    test = await testHall();
    await test.as('ana').people.updateProfile({ pronouns: 'she/her', location: 'Lisbon', languages: ['es'] });
    await test.as('ana').people.setSkills({ skills: [{ skill: 'Drawing', level: 'strong', canHelp: true }] });
    await test.as('ben').people.setSkills({ skills: [{ skill: 'Kubernetes', level: 'strong' }] });
  });
  const card = (client?: Client, options: HallOptions = {}) =>
    test.hall<ProfileCard>('ana', html`<profile-card .client=${client}></profile-card>`, options);
  const edit = async (client?: Client, options: HallOptions = {}) => {
    const el = await card(client, options);
    (await appears(el, '.actions button')).click();
    await appears(el, '#preferredName');
    await waitUntil(() => el.matches(':focus-within'));
    return el;
  };
  const see = (el: Element, field: string, seers: string) => {
    const select = find<HTMLSelectElement>(el, `select[name=${field}]`);
    if (!select) throw new Error(`There is no choice for ${field}.`);
    select.value = seers;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const save = async (el: Element) => (await appears(el, '#save')).click();
  const me = () => test.as('ana').people.me();
  const failing = (name: string, error: () => Error = lostConnection) => {
    const state = { broken: true, calls: 0 };
    const client = withOperation(test.as('ana'), name, (call) => {
      state.calls += 1;
      return state.broken ? Promise.reject(error()) : call();
    });
    return { state, client };
  };

  it('is accessible, with what is wrong in it too', async () => {
    const el = await edit();
    await isAccessible(el);
    write(find(el, '#timeZone'), 'Mars/Olympus');
    await save(el);
    await appears(el, '[role=alert]', 'Europe/Berlin');
    await isAccessible(el);
  });

  it('saves what was changed, shows it at once, and sends nothing else', async () => {
    const sent: unknown[] = [];
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const client = withOperation(test.as('ana'), 'people.updateProfile', async (call, input) => {
      sent.push(input);
      await gate;
      return call();
    });
    const el = await edit(client);
    write(find(el, '#pronouns'), 'they/them');
    see(el, 'location', 'team');
    await save(el);
    await appears(el, 'h2', 'they/them');
    expect((await me()).pronouns).to.equal('she/her');
    answer();
    await waitUntil(() => find(el, '[role=status]')?.textContent === 'Your profile is saved.');
    expect(sent).to.deep.equal([{ pronouns: 'they/them', visibility: { location: 'team' } }]);
    const { pronouns, visibility, location } = await me();
    expect([pronouns, visibility.location, location]).to.deep.equal(['they/them', 'team', 'Lisbon']);
    expect(findAll(el, '[role=alert]').length).to.equal(0);
    await waitUntil(() => focused()?.textContent?.includes('Edit profile'));
  });

  it('takes back what could not be saved, keeps what was written, and saves it at the second try', async () => {
    const { state, client } = failing('people.updateProfile');
    const el = await edit(client);
    write(find(el, '#location'), 'Porto');
    await save(el);
    await appears(el, '[role=alert]', 'connection');
    expect(find<HTMLInputElement>(el, '#location')?.value).to.equal('Porto');
    expect((await me()).location).to.equal('Lisbon');
    state.broken = false;
    await save(el);
    await appears(el, 'dd', 'Porto');
    await waitUntil(() => find(el, '[role=status]')?.textContent === 'Your profile is saved.');
    expect((await me()).location).to.equal('Porto');
  });

  it('shows the profile as it was when saving failed and nothing is kept', async () => {
    const { client } = failing('people.updateProfile');
    const el = await edit(client);
    write(find(el, '#location'), 'Porto');
    await save(el);
    await appears(el, '[role=alert]', 'connection');
    (await appears(el, 'button', 'Cancel')).click();
    await appears(el, 'dd', 'Lisbon');
    expect(shown(el)).to.not.contain('not saved yet');
  });

  it('keeps what was saved when the rest fails, and sends only the rest again', async () => {
    const { state, client } = failing('people.setSkills');
    const updates: unknown[] = [];
    const el = await edit(
      withOperation(client, 'people.updateProfile', (call, input) => (updates.push(input), call())),
    );
    write(find(el, '#location'), 'Porto');
    find<HTMLButtonElement>(el, '[aria-label="Remove Drawing"]')?.click();
    await save(el);
    await appears(el, '[role=alert]', 'connection');
    expect((await me()).location).to.equal('Porto');
    state.broken = false;
    await save(el);
    await waitUntil(() => find(el, '[role=status]')?.textContent === 'Your profile is saved.');
    expect((await me()).skills).to.deep.equal([]);
    expect(updates).to.deep.equal([{ location: 'Porto' }]);
  });

  it('says what is wrong at the field, before sending and after', async () => {
    const refusal = () =>
      Object.assign(new Error('no'), {
        name: 'GuildhallError',
        code: 'invalid',
        reason: 'input.invalid',
        fields: [{ path: 'pronouns', message: 'no' }],
      });
    const { state, client } = failing('people.updateProfile', refusal);
    const el = await edit(client);
    write(find(el, '#timeZone'), 'Mars/Olympus');
    write(find(el, '#location'), 'x'.repeat(201));
    await save(el);
    await appears(el, '#timeZone-note', 'Use a time zone such as Europe/Berlin.');
    await appears(el, '#location-note', 'too long');
    expect(state.calls).to.equal(0);
    await waitUntil(() => focused()?.id === 'location');
    expect(find(el, '#timeZone')?.getAttribute('aria-describedby')).to.equal('timeZone-note');
    write(find(el, '#timeZone'), 'europe/berlin');
    write(find(el, '#location'), 'Porto');
    await waitUntil(() => !find(el, '[role=alert]'));
    await save(el);
    await appears(el, '#pronouns-note', 'another look');
    await waitUntil(() => focused()?.id === 'pronouns');
  });

  it('keeps the draft over a reload, goes on with it, and drops it', async () => {
    const before = await edit();
    write(find(before, '#location'), 'Porto');
    find<HTMLButtonElement>(before, '[aria-label="Remove Spanish"]')?.click();
    before.parentElement?.remove();
    const el = await card();
    await appears(el, 'p', 'Your changes are kept in this browser, and not saved yet.');
    await isAccessible(el);
    await appears(el, 'dd', 'Lisbon');
    (await appears(el, 'button', 'Go on editing')).click();
    await appears(el, '#location');
    expect(find<HTMLInputElement>(el, '#location')?.value).to.equal('Porto');
    expect(findAll(el, '[aria-label="Remove Spanish"]').length).to.equal(0);
    el.parentElement?.remove();
    const again = await card();
    (await appears(again, 'button', 'Discard changes')).click();
    await appears(again, 'button', 'Edit profile');
    expect(shown(again)).to.not.contain('not saved yet');
    expect(localStorage.length).to.equal(0);
  });

  it('leaves alone what was changed elsewhere meanwhile', async () => {
    const el = await edit();
    write(find(el, '#location'), 'Porto');
    await test.as('ana').people.updateProfile({ pronouns: 'they/them' });
    await waitUntil(() => find<HTMLInputElement>(el, '#pronouns')?.value === 'they/them');
    await save(el);
    await appears(el, 'dd', 'Porto');
    await waitUntil(async () => (await me()).location === 'Porto');
    expect((await me()).pronouns).to.equal('they/them');
  });

  it('says what others will see, while one chooses', async () => {
    const el = await edit();
    const preview = await appears(el, '.preview', 'What others see');
    expect(shown(preview)).to.equal(
      'What others see Everyone: Ana Ruiz, she/her, Lisbon, Spanish, and 1 skill',
    );
    see(el, 'pronouns', 'team');
    see(el, 'location', 'me');
    write(find(el, '#preferredName'), 'Anita Ruiz');
    await waitUntil(() => shown(preview).includes('Only you: Lisbon'));
    expect(shown(preview)).to.contain('Everyone: Anita Ruiz, Spanish, and 1 skill');
    expect(shown(preview)).to.contain('Your teams, besides: she/her');
    await save(el);
    await waitUntil(async () => (await me()).visibility.pronouns === 'team');
    expect((await test.as('lea').people.get({ id: 'ana' })).pronouns).to.equal(undefined);
    expect((await test.as('ben').people.get({ id: 'ana' })).pronouns).to.equal('she/her');
    expect((await test.as('ben').people.get({ id: 'ana' })).location).to.equal(undefined);
  });

  it('goes back to the name of the directory when the preferred one is emptied', async () => {
    await test.as('ana').people.updateProfile({ preferredName: 'Anita' });
    const el = await edit();
    write(find(el, '#preferredName'), ' ');
    await save(el);
    await appears(el, 'h2', 'Ana Ruiz');
  });

  it('adds languages and skills by keyboard alone', async () => {
    const el = await edit();
    const field = (host: string) => find(el, host)?.shadowRoot?.querySelector('guild-choice-field');
    await tabTo('[aria-label="Remove Spanish"]');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'germ' });
    const offers = (host: string, wanted: string) =>
      waitUntil(
        () =>
          findAll(field(host) ?? el, '[role=option]')
            .map(shown)
            .join() === wanted,
      );
    await offers('guild-languages-edit', 'German');
    await sendKeys({ press: 'Enter' });
    await appears(el, '[aria-label="Remove German"]');
    await tabTo('[aria-label="Remove Drawing"]');
    for (let tabs = 0; tabs < 5; tabs++) await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Kuber' });
    await offers('guild-skills-edit', 'Kubernetes,Add “Kuber”');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await appears(el, '[aria-label="Remove Kubernetes"]');
    await sendKeys({ type: 'Juggling' });
    await sendKeys({ press: 'Enter' });
    await tabTo('#save');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find(el, '[role=status]')?.textContent === 'Your profile is saved.');
    const { languages, skills } = await me();
    expect(languages).to.deep.equal(['es', 'de']);
    expect(skills?.map(({ name, level }) => [name, level])).to.deep.equal([
      ['Drawing', 'strong'],
      ['Kubernetes', 'working'],
      ['Juggling', 'working'],
    ]);
  });

  it('sets level, help, learning and evidence, removes, and takes what was written but not added', async () => {
    const el = await edit();
    const level = await appears<HTMLSelectElement>(el, 'select[aria-label="How well: Drawing"]');
    level.selectedIndex = 3;
    level.dispatchEvent(new Event('change'));
    for (const box of findAll<HTMLInputElement>(el, '[type=checkbox]')) box.click();
    const skillField = find(el, 'guild-skills-edit');
    write(find(skillField ?? el, '[role=combobox]'), 'Juggling');
    await save(el);
    await waitUntil(() => find(el, '[role=status]')?.textContent === 'Your profile is saved.');
    expect((await me()).skills?.map(({ id: _id, ...rest }) => rest)).to.deep.equal([
      { name: 'Drawing', level: 'teaching', canHelp: false, wantsToLearn: true, evidenceConsent: true },
      { name: 'Juggling', level: 'working', canHelp: false, wantsToLearn: false, evidenceConsent: false },
    ]);
  });

  it('refuses a skill with an endless name, and adds none twice', async () => {
    const el = await edit();
    const skills = find(el, 'guild-skills-edit') ?? el;
    write(find(skills, '[role=combobox]'), 'x'.repeat(81));
    await save(el);
    await appears(skills, '[role=alert]', 'too long');
    write(find(skills, '[role=combobox]'), 'drawing');
    await save(el);
    await appears(el, 'button', 'Edit profile');
    expect((await me()).skills?.map(({ name }) => name)).to.deep.equal(['Drawing']);
  });

  it('speaks German, and fits a narrow place from right to left', async () => {
    await setViewport({ width: 320, height: 900 });
    const el = await edit(undefined, { locale: 'de', dir: 'rtl' });
    expect(shown(el)).to.contain('Was andere sehen').and.to.contain('Rufname');
    await isAccessible(el);
    const page = document.documentElement;
    expect(page.scrollWidth).to.be.at.most(page.clientWidth);
  });
});
