import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { css, type TemplateResult } from 'lit';
import { define } from '../define.js';
import { GuildHall } from '../guild-hall.js';
import { registerStrings, translate } from '../strings/index.js';
import { common } from '../strings/en/common.js';
import { GuildElement } from './guild-element.js';
import { GRACE } from './hall-finder.js';
import { testHall, type TestHall } from './test-hall.js';
import { waitUntil } from './test-until.js';

class TestName extends GuildElement {
  static override readonly tag = 'test-name';
  static override styles = css``;
  say(text: string): void {
    this.announce(text);
  }
  mark(on: boolean): void {
    this.setState('marked', on);
  }
  protected override view(): TemplateResult {
    return html`<p>${this.me?.name ?? '…'}</p>
      <button>${this.strings(common).save}</button>`;
  }
}

class TestOuter extends GuildElement {
  static override readonly tag = 'test-outer';
  static override readonly uses = [TestName];
  protected override view(): TemplateResult {
    return html`<test-name></test-name>`;
  }
}

define(TestName, TestOuter);

const textOf = (el: Element | null | undefined) => el?.shadowRoot?.querySelector('p')?.textContent ?? '';
const shows = (el: Element | null | undefined, text: string) =>
  waitUntil(() => textOf(el).includes(text), `wanted "${text}", saw "${textOf(el)}"`);

describe('GuildElement', () => {
  let test: TestHall;
  before(async () => {
    test = await testHall();
  });

  it('is accessible', async () => {
    const el = await test.hall<TestName>('ana', html`<test-name></test-name>`);
    await shows(el, 'Ana Ruiz');
    await expect(el).to.be.accessible();
  });

  it('takes its own client before that of a provider', async () => {
    const el = await test.hall('ana', html`<test-name .client=${test.as('ben')}></test-name>`);
    await shows(el, 'Ben Okafor');
  });

  it('hands its own client to the elements inside it', async () => {
    const el = await fixture(html`<test-outer .client=${test.as('lea')}></test-outer>`);
    await waitUntil(() => el.shadowRoot?.querySelector('test-name'));
    await shows(el.shadowRoot?.querySelector('test-name'), 'Lea Moreau');
  });

  it('follows when its client changes', async () => {
    const el = await fixture<TestName>(html`<test-name .client=${test.as('ana')}></test-name>`);
    await shows(el, 'Ana Ruiz');
    el.client = test.as('ben');
    await shows(el, 'Ben Okafor');
  });

  it('finds the only provider of the page from outside', async () => {
    const page = await fixture(html`
      <div><test-name></test-name><guild-hall .client=${test.as('ana')}></guild-hall></div>
    `);
    await shows(page.querySelector('test-name'), 'Ana Ruiz');
  });

  it('finds the provider that `for` names among several', async () => {
    const page = await fixture(html`
      <div>
        <test-name for="two"></test-name>
        <guild-hall id="one" .client=${test.as('ana')}></guild-hall>
        <guild-hall id="two" .client=${test.as('ben')}></guild-hall>
      </div>
    `);
    await shows(page.querySelector('test-name'), 'Ben Okafor');
  });

  it('works when it is there before its provider', async () => {
    const page = await fixture<HTMLElement>(html`<div><test-name></test-name></div>`);
    const hall = document.createElement('guild-hall');
    hall.client = test.as('ana');
    page.append(hall);
    await shows(page.querySelector('test-name'), 'Ana Ruiz');
  });

  it('works when its provider is defined later', async () => {
    class LateHall extends GuildHall {
      static override readonly tag: 'guild-hall' = 'late-hall' as 'guild-hall';
    }
    const page = await fixture<HTMLElement>(html`<div><test-name></test-name></div>`);
    const late = document.createElement('late-hall');
    late.append(page.firstElementChild ?? '');
    page.append(late);
    customElements.define('late-hall', LateHall);
    Object.assign(late, { client: test.as('ben') });
    await shows(page.querySelector('test-name'), 'Ben Okafor');
  });

  it('moves from one provider to another', async () => {
    const page = await fixture(html`
      <div>
        <guild-hall .client=${test.as('ana')}><test-name></test-name></guild-hall>
        <guild-hall .client=${test.as('ben')}></guild-hall>
      </div>
    `);
    const el = page.querySelector('test-name');
    await shows(el, 'Ana Ruiz');
    page.lastElementChild?.append(el ?? '');
    await shows(el, 'Ben Okafor');
  });

  it('names the fix when there is no provider, but not at once', async () => {
    const el = await fixture(html`<test-name></test-name>`);
    expect(textOf(el)).to.equal('…');
    await aTimeout(GRACE + 50);
    await shows(el, '<guild-hall src="/guild">');
    await expect(el).to.be.accessible();
    const hall = document.createElement('guild-hall');
    hall.client = test.as('ana');
    el.parentElement?.append(hall);
    await shows(el, 'Ana Ruiz');
    hall.remove();
  });

  it('speaks the language of the hall, says so, and leaves what the author wrote', async () => {
    const own = await test.hall<TestName>('ana', html`<test-name></test-name>`, { locale: 'de' });
    await waitUntil(() => own.shadowRoot?.querySelector('button')?.textContent === 'Speichern');
    expect(own.lang).to.equal('de');
    const written = await test.hall<TestName>('ana', html`<test-name lang="fr"></test-name>`, {
      locale: 'de',
    });
    await waitUntil(() => written.shadowRoot?.querySelector('button'));
    expect(written.lang).to.equal('fr');
  });

  it('takes the strings of the host, also later, and writes from the right where the language does', async () => {
    registerStrings('ar', { common: { save: 'حفظ' } });
    const el = await test.hall<TestName>('ana', html`<test-name></test-name>`, { locale: 'ar' });
    const said = () => el.shadowRoot?.querySelector('button')?.textContent;
    await waitUntil(() => said() === 'حفظ');
    expect(getComputedStyle(el).direction).to.equal('rtl');
    registerStrings('ar', { common: { save: 'احفظ' } });
    await waitUntil(() => said() === 'احفظ');
  });

  it('says nothing while its words are on their way, and what is on the page stays', async () => {
    const early = await test.hall<TestName>('ana', html`<test-name></test-name>`, { locale: 'de' });
    const said = () => early.shadowRoot?.querySelector('button')?.textContent;
    await waitUntil(() => said() === 'Speichern');
    let arrive = (_german: { hello: string }) => {};
    const area = { area: 'late', hello: 'Hello' };
    translate(area, { de: () => new Promise((resolve) => (arrive = resolve)) });
    class TestLate extends GuildElement {
      static override readonly tag = 'test-late';
      protected override view(): TemplateResult {
        return html`<p>${this.strings(area).hello}</p>`;
      }
    }
    define(TestLate);
    const late = new TestLate();
    early.after(late);
    await late.updateComplete;
    expect(late.hall?.locale).to.equal('de');
    expect(textOf(late)).to.equal('');
    early.requestUpdate();
    await early.updateComplete;
    expect(said()).to.equal('Speichern');
    arrive({ hello: 'Hallo' });
    await shows(late, 'Hallo');
  });

  it('announces in one polite region', async () => {
    const el = await test.hall<TestName>('ana', html`<test-name></test-name>`);
    el.say('First');
    el.say('Second');
    await waitUntil(() => el.shadowRoot?.querySelector('[role=status]')?.textContent === 'Second');
    expect(el.shadowRoot?.querySelectorAll('[role=status]')).to.have.length(1);
  });

  it('sets states for the page to style', async () => {
    const el = await test.hall<TestName>('ana', html`<test-name></test-name>`);
    el.mark(true);
    expect(el.matches(':state(marked)')).to.equal(true);
    el.mark(false);
    expect(el.matches(':state(marked)')).to.equal(false);
  });
});

declare global {
  interface HTMLElementTagNameMap {
    'test-name': TestName;
    'test-outer': TestOuter;
  }
}
