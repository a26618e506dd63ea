import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { define } from '../define.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import {
  appears,
  find,
  findAll,
  focused,
  gate,
  lostConnection,
  shown,
  write,
} from '../internal/test-page.js';
import type { Choice } from './choice.js';
import { ChoiceField } from './choice-field.js';
import { ModalDialog } from './modal-dialog.js';
import { waitUntil } from '../internal/test-until.js';

define(ChoiceField, ModalDialog);

const fruits = ['Apple', 'Apricot', 'Banana'].map((name) => ({ id: name.toLowerCase(), name }));
const byName = (_client: unknown, text: string) =>
  Promise.resolve(fruits.filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase())));

describe('choice-field', () => {
  let test: TestHall;
  let chosen: (Choice | undefined)[];
  before(async () => {
    test = await testHall();
  });
  const place = async (find: ChoiceField['find'] = byName, free = false) => {
    chosen = [];
    const el = await test.hall<ChoiceField>(
      'ana',
      html`<guild-choice-field
        .label=${'Fruit'}
        .find=${find}
        ?free=${free}
        @guild-choose=${({ choice }: { choice: Choice | undefined }) => chosen.push(choice)}
      ></guild-choice-field>`,
    );
    await appears(el, 'input');
    el.focus();
    return el;
  };
  const input = (el: Element) => find<HTMLInputElement>(el, 'input');
  const offers = (el: Element, wanted: string) =>
    waitUntil(() => findAll(el, '[role=option]').map(shown).join() === wanted, wanted);

  it('is accessible closed, open, and after an error', async () => {
    const el = await place();
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'ArrowDown' });
    await offers(el, 'Apple,Apricot,Banana');
    await expect(el).to.be.accessible();
    const lost = await place(() => Promise.reject(lostConnection()));
    await sendKeys({ press: 'ArrowDown' });
    await appears(lost, '.error', 'connection');
    await expect(lost).to.be.accessible();
  });

  it('offers what comes first, then what is typed, and chooses by the arrow keys', async () => {
    const el = await place();
    await sendKeys({ press: 'ArrowDown' });
    await offers(el, 'Apple,Apricot,Banana');
    await sendKeys({ type: 'ap' });
    await offers(el, 'Apple,Apricot');
    await waitUntil(() => find(el, '[aria-selected=true]')?.textContent?.trim() === 'Apple');
    await sendKeys({ press: 'ArrowUp' });
    await el.updateComplete;
    const active = find(el, `#${input(el)?.getAttribute('aria-activedescendant')}`);
    expect(shown(active ?? el)).to.equal('Apricot');
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal([fruits[1]]);
    expect(input(el)?.value).to.equal('Apricot');
    expect(input(el)?.ariaExpanded).to.equal('false');
  });

  it('does not hand the first match of other words to a quick Enter', async () => {
    const { opened, open } = gate();
    const el = await place(async (client, text) => {
      if (text === 'ba') await opened;
      return byName(client, text);
    });
    write(input(el), 'ap');
    await offers(el, 'Apple,Apricot');
    write(input(el), 'ba');
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal([]);
    open();
    await offers(el, 'Banana');
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal([fruits[2]]);
  });

  it('keeps to what somebody went to when other results come', async () => {
    const { opened, open } = gate();
    const el = await place(async (client, text) => {
      if (text) await opened;
      return byName(client, text);
    });
    await sendKeys({ press: 'ArrowDown' });
    await offers(el, 'Apple,Apricot,Banana');
    write(input(el), 'ap');
    await sendKeys({ press: 'ArrowDown' });
    open();
    await offers(el, 'Apple,Apricot');
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal([fruits[1]]);
  });

  it('takes what is in no list only where that is wanted', async () => {
    const strict = await place();
    write(input(strict), 'Cherry');
    await appears(strict, '.popup', 'No match');
    await sendKeys({ press: 'Enter' });
    strict.renderRoot.querySelector('.field')?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    expect(chosen).to.deep.equal([]);
    expect(input(strict)?.value).to.equal('');
    const free = await place(byName, true);
    write(input(free), 'Ap');
    await offers(free, 'Apple,Apricot,Add “Ap”');
    await sendKeys({ press: 'Enter' });
    write(input(free), 'Cherry');
    await offers(free, 'Add “Cherry”');
    (await appears(free, '[role=option]')).click();
    await free.updateComplete;
    write(input(free), 'banana');
    await offers(free, 'Banana');
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal([{ id: '', name: 'Ap' }, { id: '', name: 'Cherry' }, fruits[2]]);
  });

  it('chooses nothing when it is emptied, and closes by Escape without closing what is around it', async () => {
    const el = await place();
    el.value = 'Apple';
    await el.updateComplete;
    write(input(el), '');
    expect(chosen).to.deep.equal([undefined]);
    await offers(el, 'Apple,Apricot,Banana');
    let heard = 0;
    el.parentElement?.addEventListener('keydown', () => (heard += 1));
    await sendKeys({ press: 'Escape' });
    expect([input(el)?.ariaExpanded, heard]).to.deep.equal(['false', 0]);
    await sendKeys({ press: 'Escape' });
    expect(heard).to.equal(1);
  });

  it('tries again after an error', async () => {
    let broken = true;
    const el = await place((client, text) =>
      broken ? Promise.reject(lostConnection()) : byName(client, text),
    );
    write(input(el), 'ba');
    await appears(el, '.error', 'connection');
    broken = false;
    (await appears(el, '.popup button', 'Try again')).click();
    await offers(el, 'Banana');
  });
});

describe('modal-dialog', () => {
  it('takes the focus and gives it back, and closes by its button and beside it', async () => {
    const test = await testHall();
    const page = await test.hall<HTMLElement>(
      'ana',
      html`<div>
        <button>Open</button><guild-dialog .label=${'Something'}><p>Inside</p></guild-dialog>
      </div>`,
    );
    const [button, dialog] = [page.querySelector('button'), page.querySelector('guild-dialog')];
    let closed = 0;
    dialog?.addEventListener('close', () => (closed += 1));
    for (const close of ['button', 'dialog']) {
      button?.focus();
      await dialog?.show();
      expect(find(page, 'dialog')?.matches(':modal')).to.equal(true);
      expect(page.querySelector('p')?.checkVisibility()).to.equal(true);
      await expect(page).to.be.accessible();
      find(dialog ?? page, close)?.click();
      await waitUntil(() => focused() === button);
    }
    await waitUntil(() => closed === 2);
  });

  it('stays closed when it has left the page', async () => {
    const el = await fixture<ModalDialog>(html`<guild-dialog></guild-dialog>`);
    el.remove();
    await el.show();
    expect(findAll(el, 'dialog[open]').length).to.equal(0);
  });
});
