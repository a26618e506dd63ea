import { expect, html } from '@open-wc/testing';
import { systemActor, type DirectoryPerson } from '@guildhall/core';
import { define } from '../define.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import { appears, find, findAll, freshStorage, write } from '../internal/test-page.js';
import { NotificationCenter } from '../notifications/notification-center.js';
import { PeopleDirectory } from './people-directory.js';
import { ProfileCard } from './profile-card.js';
import { waitUntil } from '../internal/test-until.js';

define(NotificationCenter, PeopleDirectory, ProfileCard);

/** Elements that we render ourselves; any other would have come out of a text. */
const OURS = new Set(
  'main,div,section,header,p,span,b,bdi,a,wbr,h2,h3,dl,dt,dd,ul,li,label,input,select,option,button,dialog,svg,path,circle,slot,time,style,datalist'.split(
    ',',
  ),
);

describe('naughty strings in people and notifications', () => {
  let texts: string[];
  let trouble: string[];
  let test: TestHall;
  const { alert } = window;
  const note = (event: Event) =>
    trouble.push(`${event.type} ${event instanceof ErrorEvent ? event.message : ''}`);

  before(async () => {
    const address = new URL('../../../../test/fixtures/blns.json', import.meta.url);
    texts = await (await fetch(address)).json();
    expect(texts.length).to.be.greaterThan(500);
    // What core refuses: blank, too long for a name, half a character.
    texts = texts.filter(
      (text) => text.trim() && [...text].length <= 200 && !/[\0\p{Surrogate}]/u.test(text),
    );
    expect(texts.length).to.be.greaterThan(480);
  });
  beforeEach(async () => {
    freshStorage();
    trouble = [];
    window.alert = (text) => void trouble.push(`alert ${text}`);
    addEventListener('error', note, true);
    addEventListener('securitypolicyviolation', note);
    test = await testHall();
  });
  afterEach(() => {
    window.alert = alert;
    removeEventListener('error', note, true);
    removeEventListener('securitypolicyviolation', note);
  });

  const cut = (text: string, length: number) => [...text].slice(0, length).join('');
  const sync = (people: DirectoryPerson[]) => test.guildhall.as(systemActor).people.sync({ people });
  const texts80 = (text: string) => cut(text, 80).trim() || 'x';

  function expectNothingExecuted(root: Element): void {
    for (const each of findAll(root, '*')) {
      const isOurs = OURS.has(each.localName) || each.localName.includes('-');
      expect(isOurs, `${each.localName}: ${each.outerHTML}`).to.equal(true);
      for (const { name } of each.attributes) expect(name.startsWith('on'), name).to.equal(false);
    }
    for (const link of findAll<HTMLAnchorElement>(root, 'a')) expect(link.protocol).to.equal('mailto:');
    expect(trouble).to.deep.equal([]);
    expect(Reflect.has(Object.prototype, 'polluted')).to.equal(false);
  }

  it('are text as name, title, department and skill in the directory', async function () {
    this.timeout(60_000);
    await sync(
      texts.map((text, index) => ({
        id: `n${index}`,
        externalId: `n${index}`,
        name: text,
        title: text,
        department: `zz ${index}`,
        teams: ['Naughty'],
        skills: [{ skill: texts80(text), level: 'strong' }],
      })),
    );
    const team = (await test.as('ana').people.units({ kind: 'team', text: 'naughty' })).items[0]?.id ?? '';
    const el = await test.hall<PeopleDirectory>(
      'ana',
      html`<people-directory team=${team} limit="600"></people-directory>`,
    );
    await waitUntil(() => findAll(el, '.name').length === texts.length, 'all are there', { timeout: 30_000 });
    const shown = findAll(el, '.row');
    expect(shown.map((row) => find(row, '.name bdi')?.textContent).sort()).to.deep.equal([...texts].sort());
    for (const row of shown) {
      expect(find(row, 'p bdi')?.textContent).to.equal(find(row, '.name bdi')?.textContent);
    }
    expectNothingExecuted(el);
  });

  it('are text as name, title, pronouns, place and skill on a profile', async function () {
    this.timeout(60_000);
    await sync(
      texts.map((text, index) => ({
        id: `n${index}`,
        externalId: `n${index}`,
        name: text,
        title: text,
        pronouns: cut(text, 60).trim() || 'x',
        location: text,
        skills: [{ skill: texts80(text), level: 'strong', canHelp: true }],
      })),
    );
    for (let from = 0; from < texts.length; from += 100) {
      const some = texts.slice(from, from + 100);
      const page = await test.hall<HTMLElement>(
        'ana',
        html`<div>
          ${some.map((_, index) => html`<profile-card person-id="n${from + index}"></profile-card>`)}
        </div>`,
      );
      await waitUntil(() => findAll(page, 'h2').length === some.length, 'all are there', { timeout: 30_000 });
      [...page.children].forEach((card, index) => {
        const text = some[index] ?? '';
        expect(find(card, '[part=name]')?.textContent).to.equal(text);
        expect(find(card, 'p bdi')?.textContent).to.equal(text);
        expect(find(card, 'dd bdi')?.textContent).to.equal(text);
        expect(find(card, 'h2 .quiet bdi')?.textContent).to.equal(cut(text, 60).trim() || 'x');
      });
      expectNothingExecuted(page);
      page.parentElement?.remove();
    }
  });

  it('are text in the form, its preview, and what is searched for', async function () {
    this.timeout(60_000);
    const card = await test.hall<ProfileCard>('ana', html`<profile-card></profile-card>`);
    (await appears(card, 'button', 'Edit profile')).click();
    await appears(card, '#location');
    const directory = await test.hall<PeopleDirectory>('ana', html`<people-directory></people-directory>`);
    await appears(directory, '.name');
    for (const text of texts) {
      write(find(card, '#location'), text);
      write(find(card, '#pronouns'), text);
      write(find(directory, '[role=searchbox]'), text);
      await card.updateComplete;
    }
    const last = texts.at(-1) ?? '';
    await waitUntil(() => find(card, '.preview')?.textContent?.includes(last.trim()));
    await waitUntil(() => !find(directory, '[aria-busy=true]'));
    expectNothingExecuted(card);
    expectNothingExecuted(directory);
  });

  it('are text as the excerpt and the giver of a notification', async function () {
    this.timeout(120_000);
    await sync([{ externalId: 'lea', name: `"><img src=x onerror=alert(1)>` }]);
    for (const message of texts) {
      await test.as('lea').recognition.give({ receivers: ['ben'], message, audience: 'private' });
    }
    const el = await test.hall<NotificationCenter>(
      'ben',
      html`<notification-center inline></notification-center>`,
    );
    const notes = () => findAll(el, '.note').length;
    for (let wanted = 20; notes() < texts.length; wanted += 20) {
      await waitUntil(() => notes() === Math.min(wanted, texts.length), `${wanted} are there`, {
        timeout: 10_000,
      });
      find<HTMLButtonElement>(el, '.more')?.click();
    }
    const excerpts = findAll(el, '.excerpt').map((each) => each.textContent ?? '');
    const wanted = texts.map((text) => ([...text].length > 140 ? `${cut(text, 139)}…` : text));
    expect([...excerpts].sort()).to.deep.equal(wanted.sort());
    expect(find(el, '.who bdi bdi')?.textContent).to.equal(`"><img src=x onerror=alert(1)>`);
    expectNothingExecuted(el);
  });
});
