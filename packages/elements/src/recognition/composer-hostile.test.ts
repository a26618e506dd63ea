import { expect, html } from '@open-wc/testing';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import { appears, find, findAll, freshStorage, shown, write } from '../internal/test-page.js';
import type { PersonPicker } from '../parts/person-picker.js';
import { KudosComposer } from './kudos-composer.js';
import { composerOn, type TestComposer } from './test-composer.js';
import { waitUntil } from '../internal/test-until.js';

define(KudosComposer);

/** So many fields search at once, or the wait while somebody types would add up. */
const AT_ONCE = 16;

/** Elements that the composer itself renders; any other would have come out of a text. */
const OURS = new Set(
  'div,p,span,bdi,ul,li,label,input,textarea,button,fieldset,legend,svg,path,circle,slot,style,main'.split(
    ',',
  ),
);

describe('naughty strings', () => {
  let texts: string[];
  let trouble: string[];
  const { alert } = window;
  const note = (event: Event) =>
    trouble.push(`${event.type} ${event instanceof ErrorEvent ? event.message : ''}`);

  before(async () => {
    const address = new URL('../../../../test/fixtures/blns.json', import.meta.url);
    texts = await (await fetch(address)).json();
    expect(texts.length).to.be.greaterThan(500);
  });
  beforeEach(() => {
    freshStorage();
    trouble = [];
    window.alert = (text) => void trouble.push(`alert ${text}`);
    addEventListener('error', note, true);
    addEventListener('securitypolicyviolation', note);
  });
  afterEach(() => {
    window.alert = alert;
    removeEventListener('error', note, true);
    removeEventListener('securitypolicyviolation', note);
  });

  const expectNothingExecuted = (root: Element, text: string) => {
    for (const each of findAll(root, '*')) {
      expect(
        OURS.has(each.localName) || each.localName.startsWith('guild-'),
        `${each.localName}: ${text}`,
      ).to.equal(true);
    }
    expect(trouble, text).to.deep.equal([]);
    expect(Reflect.has(Object.prototype, 'polluted')).to.equal(false);
  };

  it('go through message, impact, link and page name as text, and are stored as written', async function () {
    this.timeout(120_000);
    const test = await testHall();
    let stored = 0;
    const composers: TestComposer[] = [];
    for (const viewer of ['ana', 'lea', 'layla', 'long'] as const) {
      const composer = await composerOn(test, { viewer, receiver: 'ben' });
      await composer.open();
      await composer.see('guild-person-chip', 'Ben');
      await composer.click('Add impact or link');
      composers.push(composer);
    }
    const giveAll = async (composer: TestComposer, at: number) => {
      for (const text of texts.filter((_, index) => index % composers.length === at)) {
        if (await isGiven(test, composer, text)) stored += 1;
        else expect(text.trim(), 'only what is blank is refused').to.equal('');
        expectNothingExecuted(composer.element, text);
      }
    };
    await Promise.all(composers.map(giveAll));
    expect(stored).to.be.greaterThan(480);
  });

  it('go through the search for people as text', async function () {
    this.timeout(120_000);
    const test = await testHall();
    const page = await test.hall<HTMLElement>(
      'ana',
      html`<div>
        ${Array.from({ length: AT_ONCE }, () => html`<guild-person-picker></guild-person-picker>`)}
      </div>`,
    );
    await appears(page, '[role=combobox]');
    const search = async (picker: PersonPicker, at: number) => {
      for (const text of texts.filter((_, index) => index % AT_ONCE === at)) {
        write(find(picker, '[role=combobox]'), text);
        expect(await settledPopup(picker, text), text).to.not.contain('went wrong');
        expectNothingExecuted(picker, text);
      }
    };
    await Promise.all([...page.querySelectorAll('guild-person-picker')].map(search));
  });

  it('show as names of people, teams and values', async function () {
    this.timeout(60_000);
    const names = texts.filter(
      (text) => text.trim() && [...text].length <= 80 && !/[\0\uD800-\uDFFF]/.test(text),
    );
    const test = await testHall();
    const system = test.guildhall.as(systemActor);
    const some = names.filter((_, index) => index % 5 === 0);
    await system.people.sync({
      people: some.map((name, index) => ({
        externalId: `n${index}`,
        id: `n${index}`,
        name,
        title: `zz ${index}`,
      })),
    });
    for (let from = 0; from < some.length; from += 50) {
      const receiver = some.slice(from, from + 50).map((_, index) => `n${from + index}`);
      const composer = await composerOn(test, { receiver: receiver.join(' ') });
      await composer.open();
      await waitUntil(() => findAll(composer.element, 'guild-person-chip').length === receiver.length);
      composer.field('[value=private]').click();
      await composer.see('guild-seers-line', 'Only you');
      expectNothingExecuted(composer.element, 'names');
      composer.element.parentElement?.remove();
    }
  });
});

/** Sends the text in every field. Whether it was given; then it is compared with what was stored, and taken back. */
async function isGiven(test: TestHall, composer: TestComposer, text: string): Promise<boolean> {
  const small = [...text].slice(0, 200).join('');
  const before = composer.given.length;
  write(composer.field('textarea'), text);
  write(composer.field('#url'), 'https://intranet.example/');
  write(composer.field('#impact'), small);
  write(await composer.see('#linkTitle'), small);
  await composer.send();
  const answered = () => composer.given.length > before || find(composer.element, '[role=alert]');
  await waitUntil(answered, text, { interval: 5 });
  const kudos = composer.given[before];
  if (!kudos) return false;
  const kept = await test.as('ben').recognition.get({ id: kudos.id });
  expect(kept.message).to.equal(text);
  expect(kept.impact).to.equal(small);
  expect(kept.ref?.title).to.equal(small);
  await composer.click('Undo');
  await composer.see('#linkTitle');
  expect(composer.field('textarea').value).to.equal(text);
  return true;
}

/** What the popup shows when the search for the text has been answered. */
async function settledPopup(picker: PersonPicker, text: string): Promise<string> {
  const popup = picker.renderRoot.querySelector('.popup');
  if (!popup) throw new Error('There is no popup.');
  const answered = () =>
    !popup.checkVisibility() ||
    /Nobody|found|wrong/.test(shown(popup)) ||
    popup.querySelector('[role=option]');
  await picker.updateComplete;
  await waitUntil(answered, '', { timeout: 60_000, interval: 5 }).catch(() => {
    throw new Error(`No answer for "${text}": ${shown(popup)}`);
  });
  return shown(popup);
}
