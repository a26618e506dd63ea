import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { cast, testHall, type TestHall } from '../internal/test-hall.js';
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
import { PeopleDirectory } from './people-directory.js';
import { waitUntil } from '../internal/test-until.js';

define(PeopleDirectory);

/** Names of those found, in order. */
const names = (el: Element) => findAll(el, '.name').map(shown);
const search = (el: Element, text: string) => write(find(el, '[role=searchbox]'), text);
const finds = (el: Element, wanted: readonly string[]) =>
  waitUntil(() => names(el).join() === wanted.join(), `wanted ${wanted.join()}, saw: ${shown(el)}`);

async function choose(el: Element, label: string, value: string): Promise<void> {
  const select = find<HTMLSelectElement>(el, `#${label}`);
  if (!select) throw new Error(`There is no ${label}.`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('people-directory', () => {
  let test: TestHall;
  before(async () => {
    await setViewport({ width: 1000, height: 800 });
    test = await testHall();
    await test.as('ben').people.setSkills({
      skills: [
        { skill: 'Kubernetes', level: 'teaching', canHelp: true },
        { skill: 'Node.js', level: 'strong' },
        { skill: 'Facilitation', level: 'learning', wantsToLearn: true },
        { skill: 'Writing', level: 'working', canHelp: true },
      ],
    });
    await test.as('lea').people.setSkills({ skills: [{ skill: 'Facilitation', level: 'strong' }] });
    await test.as('lea').people.updateProfile({ languages: ['es-MX', 'fr'] });
  });
  const open = (template = html`<people-directory></people-directory>`, locale = 'en', dir?: 'rtl') =>
    test.hall<PeopleDirectory>('ana', template, { locale, ...(dir && { dir }) });
  const everyone = [cast.ana, cast.ben, cast.lea, cast.long, cast.layla];

  it('is accessible while it loads, with people, with nobody, and after an error', async () => {
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const slow = withOperation(test.as('ana'), 'people.search', async (call) => (await gate, call()));
    const el = await open(html`<people-directory .client=${slow}></people-directory>`);
    await appears(el, '[aria-busy=true]');
    await isAccessible(el);
    answer();
    await finds(el, everyone);
    await isAccessible(el);
    search(el, 'zzzz');
    await appears(el, '.state', 'Nobody found. Try fewer letters or another filter.');
    await isAccessible(el);
    const failing = withOperation(test.as('ana'), 'people.search', () => Promise.reject(lostConnection()));
    const lost = await open(html`<people-directory .client=${failing}></people-directory>`);
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
  });

  it('says who people are, what they do, and what they can do', async () => {
    const el = await open();
    await finds(el, everyone);
    const ben = await appears(el, 'li', 'Ben Okafor');
    expect(shown(ben)).to.contain('Platform Engineer · Product');
    expect(shown(ben)).to.contain('teaches Kubernetes, strong in Node.js, can help with Writing');
    expect(shown(ben)).to.not.contain('Facilitation');
    expect(find(ben, '.name bdi')?.textContent).to.equal('Ben Okafor');
  });

  it('finds by a name with a typo in it, and says how many were found', async () => {
    const el = await open();
    await finds(el, everyone);
    search(el, 'okafr');
    await finds(el, [cast.ben]);
    await appears(el, 'p', '1 person');
    await waitUntil(() => find(el, '[role=status]')?.textContent === '1 person');
    search(el, 'product');
    await waitUntil(() => find(el, '[role=status]')?.textContent === '5 people');
  });

  it('tells of the skill that was searched for, at whatever level', async () => {
    const el = await open();
    await finds(el, everyone);
    search(el, 'facilitation');
    await finds(el, [cast.lea, cast.ben].sort());
    expect(shown(await appears(el, 'li', 'Ben'))).to.contain('learns Facilitation');
    expect(shown(await appears(el, 'li', 'Lea'))).to.contain('strong in Facilitation');
  });

  it('is narrowed by skill, language and department, and widened again', async () => {
    const el = await open();
    await finds(el, everyone);
    write(find(el, '[role=combobox]'), 'kuber');
    (await appears(el, '[role=option]', 'Kubernetes')).click();
    await finds(el, [cast.ben]);
    expect(find<HTMLInputElement>(el, '[role=combobox]')?.value).to.equal('Kubernetes');
    write(find(el, '[role=combobox]'), '');
    await finds(el, everyone);
    await choose(el, 'language', 'es');
    await finds(el, [cast.lea]);
    await choose(el, 'language', 'de');
    await appears(el, '.state', 'another filter');
    await choose(el, 'language', '');
    const { items } = await test.as('ana').people.units({ kind: 'department' });
    await choose(el, 'department', items[0]?.id ?? '');
    await finds(el, everyone);
    expect(el.department).to.equal(items[0]?.id);
  });

  it('begins with what the page asks for, and names the skill that it was given by its id', async () => {
    const { items } = await test.as('ana').people.skills({ text: 'kubernetes' });
    const el = await open(html`<people-directory skill=${items[0]?.id ?? ''}></people-directory>`);
    await finds(el, [cast.ben]);
    await waitUntil(() => find<HTMLInputElement>(el, '[role=combobox]')?.value === 'Kubernetes');
    const brand = (await test.as('ana').people.units({ kind: 'team', text: 'brand' })).items[0]?.id;
    const spanish = await open(html`<people-directory language="es" team=${brand ?? ''}></people-directory>`);
    await finds(spanish, [cast.lea]);
    expect(find<HTMLSelectElement>(spanish, '#language')?.selectedOptions[0]?.textContent).to.equal(
      'Spanish',
    );
  });

  it('shows the own team in a narrow place, until one asks for others', async () => {
    const el = await open(html`<people-directory compact limit="3"></people-directory>`);
    await finds(el, [cast.ana, cast.ben, cast.long]);
    await appears(el, 'p', 'In your team');
    expect(findAll(el, 'guild-directory-filters').length).to.equal(0);
    await isAccessible(el);
    search(el, 'lea');
    await finds(el, [cast.lea]);
    search(el, '');
    await finds(el, [cast.ana, cast.ben, cast.long]);
  });

  it('shows more when asked, and goes on with the first of them', async () => {
    const el = await open(html`<people-directory limit="2"></people-directory>`);
    await finds(el, everyone.slice(0, 2));
    (await appears(el, '.more')).click();
    await finds(el, everyone.slice(0, 4));
    await waitUntil(() => shown(focused() ?? el) === cast.lea);
    await waitUntil(() => find(el, '[role=status]')?.textContent === 'The first 4 people');
    (await appears(el, '.more')).click();
    await finds(el, everyone);
    expect(findAll(el, '.more').length).to.equal(0);
  });

  it('keeps those before when the next ones cannot be had', async () => {
    let broken = false;
    const client = withOperation(test.as('ana'), 'people.search', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await open(html`<people-directory limit="2" .client=${client}></people-directory>`);
    await finds(el, everyone.slice(0, 2));
    broken = true;
    (await appears(el, '.more')).click();
    await appears(el, '[role=alert]', 'connection');
    expect(names(el)).to.deep.equal(everyone.slice(0, 2));
    broken = false;
    (await appears(el, '[role=alert] button')).click();
    await finds(el, everyone.slice(0, 4));
  });

  it('shows no former people for a search that failed, and retries it', async () => {
    let broken = false;
    const client = withOperation(test.as('ana'), 'people.search', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await open(html`<people-directory .client=${client}></people-directory>`);
    await finds(el, everyone);
    broken = true;
    search(el, 'ben');
    await appears(el, '[role=alert]', 'connection');
    expect(names(el)).to.deep.equal([]);
    broken = false;
    (await appears(el, '[role=alert] button')).click();
    await finds(el, [cast.ben]);
  });

  it('opens a profile by keyboard alone, and gives the focus back', async () => {
    const el = await open();
    await finds(el, everyone);
    await tabTo('[role=searchbox]');
    await sendKeys({ type: 'ben' });
    await finds(el, [cast.ben]);
    await tabTo('.name');
    const name = focused();
    await sendKeys({ press: 'Enter' });
    const dialog = await appears<HTMLDialogElement>(el, 'dialog[open]');
    expect(dialog.ariaLabel).to.equal('Profile of Ben Okafor');
    const card = await appears(el, 'profile-card');
    await appears(card, 'h2', 'Ben Okafor');
    await appears(card, '.skills', 'Kubernetes');
    expect(dialog.contains(focused())).to.equal(true);
    await isAccessible(el);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused() === name, 'the focus is back on the name');
    await waitUntil(() => !find(el, 'profile-card'));
  });

  it('closes a profile by its button, and by a click beside it', async () => {
    const el = await open();
    await finds(el, everyone);
    for (const close of ['[part=button]', '']) {
      (await appears(el, '.name', 'Ben')).click();
      const dialog = await appears<HTMLDialogElement>(el, 'dialog[open]');
      (close ? find(dialog, close) : dialog)?.click();
      await waitUntil(() => !dialog.open);
    }
  });

  it('makes way when the page thanks in its own way', async () => {
    const el = await open();
    await finds(el, everyone);
    el.addEventListener('guild-thank', (event) => event.preventDefault(), { once: true });
    (await appears(el, '.name', 'Ben')).click();
    const dialog = await appears<HTMLDialogElement>(el, 'dialog[open]');
    (await appears(await appears(el, 'profile-card'), '.primary', 'Thank Ben Okafor')).click();
    await waitUntil(() => !dialog.open);
  });

  it('hears when somebody changes', async () => {
    const el = await open();
    await finds(el, everyone);
    await test.guildhall.as(systemActor).people.sync({
      people: [{ externalId: 'ben', name: cast.ben, title: 'Harbour Master' }],
    });
    await appears(el, 'li', 'Harbour Master');
  });

  it('hides the filters behind a button where there is little room', async () => {
    await setViewport({ width: 380, height: 800 });
    const el = await open();
    await finds(el, everyone);
    const toggle = await appears(el, '.toggle', 'Filters');
    expect(find(el, '#language')?.checkVisibility()).to.equal(false);
    toggle.click();
    await appears(el, '#language');
    expect(toggle.ariaExpanded).to.equal('true');
    await choose(el, 'language', 'fr');
    await appears(el, '.toggle', 'Filters, 1 set');
    await isAccessible(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    await setViewport({ width: 1000, height: 800 });
  });

  it('speaks German', async () => {
    const el = await open(html`<people-directory></people-directory>`, 'de');
    await finds(el, everyone);
    expect(shown(el)).to.contain('Menschen finden').and.to.contain('gibt Kubernetes weiter');
    expect(findAll(el, '#language option').map((option) => option.textContent)).to.include('Spanisch');
    search(el, 'zzzz');
    await appears(el, '.state', 'Niemand gefunden');
  });

  it('holds Arabic and endless names from right to left in a narrow place', async () => {
    await setViewport({ width: 320, height: 800 });
    const el = await open(html`<people-directory></people-directory>`, 'en', 'rtl');
    await finds(el, everyone);
    await isAccessible(el);
    const page = document.documentElement;
    expect(page.scrollWidth).to.be.at.most(page.clientWidth);
    const [avatar, name] = [find(el, 'guild-avatar'), find(el, '.name')].map((each) =>
      each?.getBoundingClientRect(),
    );
    expect(avatar?.left).to.be.greaterThan(name?.right ?? 0);
    (await appears(el, '.name', 'Wolfe')).click();
    await appears(await appears(el, 'profile-card'), 'h2', cast.long);
    const dialog = find(el, 'dialog');
    expect(dialog?.scrollWidth).to.be.at.most(dialog?.clientWidth ?? 0);
    await setViewport({ width: 1000, height: 800 });
  });
});
