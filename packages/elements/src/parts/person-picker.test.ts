import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { systemActor, type Client } from '@guildhall/core';
import { define } from '../define.js';
import { testHall, type HallOptions, type TestHall } from '../internal/test-hall.js';
import {
  appears,
  findAll,
  focused,
  gate,
  lostConnection,
  shown,
  withOperation,
  write,
} from '../internal/test-page.js';
import { floats } from '../internal/floats.js';
import { PersonPicker } from './person-picker.js';
import { waitUntil } from '../internal/test-until.js';

define(PersonPicker);

const selected = '[role=option][aria-selected=true]';

describe('person-picker', () => {
  let test: TestHall;
  let picker: PersonPicker;
  let changes: string[][];

  const open = async ({ client, ...options }: HallOptions & { client?: Client } = {}) => {
    const template = html`<guild-person-picker
      .client=${client}
      label="Who?"
      help="Names"
      .refuse=${({ id }: { id: string }) => (id === 'ana' ? 'Not you.' : undefined)}
    ></guild-person-picker>`;
    picker = await test.hall<PersonPicker>('ana', template, options);
    picker.addEventListener('guild-change', () => changes.push(names()));
    await appears(picker, 'input');
    picker.focus();
  };
  const names = () => picker.value.map(({ name }) => name);
  const input = () => picker.renderRoot.querySelector('input');
  const options = () => findAll(picker, '[role=option]').filter((each) => each.checkVisibility());
  /** All at once: how fast the machine is does not decide what is searched for. */
  const type = (text: string) => write(input(), (input()?.value ?? '') + text);
  const press = (key: string) => sendKeys({ press: key });
  const pick = async (text: string) => {
    type(text);
    await appears(picker, selected);
    const before = names().length;
    await press('Enter');
    await waitUntil(() => names().length > before);
  };

  beforeEach(async () => {
    test = await testHall();
    changes = [];
    await open();
  });

  it('is accessible, empty, open, full and wrong', async () => {
    await expect(picker).to.be.accessible();
    type('a');
    await appears(picker, selected);
    await expect(picker).to.be.accessible();
    await press('Enter');
    await appears(picker, '[role=alert]', 'Not you.');
    await expect(picker).to.be.accessible();
    await press('Backspace');
    await pick('ben');
    await waitUntil(() => names().length === 1);
    await expect(picker).to.be.accessible();
  });

  it('is a combobox whose active option is told', async () => {
    expect(input()?.getAttribute('aria-expanded')).to.equal('false');
    type('@e');
    await appears(picker, '[role=option]');
    expect(input()?.getAttribute('aria-expanded')).to.equal('true');
    const active = () => input()?.getAttribute('aria-activedescendant');
    expect(active()).to.equal('option-0');
    expect(picker.renderRoot.querySelector(`#${active()}`)?.getAttribute('aria-selected')).to.equal('true');
    const list = input()?.getAttribute('aria-controls');
    expect(picker.renderRoot.querySelector(`#${list}`)?.role).to.equal('listbox');
  });

  it('moves with arrows, Home and End, and around the ends', async () => {
    type('p');
    await waitUntil(() => options().length > 2);
    const at = () => options().findIndex((each) => each.ariaSelected === 'true');
    const last = options().length - 1;
    for (const [key, place] of [
      ['ArrowDown', 1],
      ['End', last],
      ['ArrowDown', 0],
      ['ArrowUp', last],
      ['Home', 0],
    ] as const) {
      await press(key);
      await picker.updateComplete;
      expect(at(), key).to.equal(place);
    }
  });

  it('picks by keyboard and by mouse, keeps the focus, and offers nobody twice', async () => {
    await pick('ben');
    expect(picker.value).to.deep.equal([{ id: 'ben', name: 'Ben Okafor', kind: 'person' }]);
    expect(input()?.value).to.equal('');
    type('okafor');
    await appears(picker, '.popup', 'Nobody found');
    write(input(), 'lea');
    (await appears(picker, '[role=option]', 'Lea')).click();
    expect(names()).to.deep.equal(['Ben Okafor', 'Lea Moreau']);
    expect(focused()).to.equal(input());
    expect(changes).to.deep.equal([['Ben Okafor'], ['Ben Okafor', 'Lea Moreau']]);
  });

  it('tells people of one name apart, and marks teams', async () => {
    type('platform');
    const team = await appears(picker, '[role=option]:last-child', 'Platform');
    expect(shown(team)).to.equal('Platform Team');
    expect(team.querySelector('svg')).to.not.equal(null);
    expect(options().map(shown)).to.include('BO Ben Okafor Platform Engineer, Product');
    team.click();
    expect(picker.value.map(({ kind }) => kind)).to.deep.equal(['team']);
    await appears(picker, 'guild-person-chip', 'Platform Team');
  });

  it('removes the last with Backspace, and any with its button', async () => {
    await pick('ben');
    await pick('lea');
    await press('Backspace');
    expect(names()).to.deep.equal(['Ben Okafor']);
    const remove = await appears(picker, 'button[aria-label="Remove Ben Okafor"]');
    remove.click();
    expect(names()).to.deep.equal([]);
    expect(focused()).to.equal(input());
    await press('Backspace');
    expect(changes).to.have.length(4);
  });

  it('says why somebody cannot be picked, and adds nobody', async () => {
    type('ana');
    const self = await appears(picker, '[role=option]', 'Not you.');
    expect(self.ariaDisabled).to.equal('true');
    await press('Enter');
    await appears(picker, '[role=alert]', 'Not you.');
    expect(input()?.getAttribute('aria-invalid')).to.equal('true');
    expect(changes).to.deep.equal([]);
    type('x');
    await waitUntil(() => !picker.renderRoot.querySelector('[role=alert]'));
  });

  it('closes with Escape and when the focus leaves, and opens again', async () => {
    type('ben');
    await appears(picker, selected);
    let outside = 0;
    picker.addEventListener('keydown', ({ key }) => (outside += key === 'Escape' ? 1 : 0));
    await press('Escape');
    await waitUntil(() => !options().length);
    expect(outside, 'Escape closed something here').to.equal(0);
    await press('Escape');
    expect(outside, 'Escape had nothing to close here').to.equal(1);
    await press('ArrowDown');
    await waitUntil(() => options().length);
    await press('Tab');
    await waitUntil(() => !options().length);
    expect(names()).to.deep.equal([]);
  });

  it('picks with a quick Enter whom the words typed last still find, and nobody else', async () => {
    const slow = gate();
    const client = withOperation(test.as('ana'), 'people.search', async (call, input) => {
      // The operation has this input.
      if ((input as { text: string }).text.length > 2) await slow.opened;
      return call();
    });
    await open({ client });
    for (const [end, picked] of [
      ['n', ['Ben Okafor']],
      ['x', []],
    ] as const) {
      picker.value = [];
      type('be');
      await appears(picker, selected, 'Ben');
      type(end);
      await press('Enter');
      slow.open();
      await (picked.length
        ? waitUntil(() => names().length === 1)
        : appears(picker, '.popup', 'Nobody found'));
      expect(names()).to.deep.equal(picked);
    }
  });

  it('searches once when somebody types fast, and drops what was asked before', async () => {
    const texts: string[] = [];
    const late = gate();
    const client = withOperation(test.as('ana'), 'people.search', async (call, input) => {
      // The operation has this input.
      texts.push((input as { text: string }).text);
      if (texts.length === 1) await late.opened;
      return call();
    });
    await open({ client });
    for (const typed of ['l', 'le', 'lea']) write(input(), typed);
    await waitUntil(() => texts.length === 1);
    for (const typed of ['le', 'l', '', 'b', 'be', 'ben']) write(input(), typed);
    await appears(picker, selected, 'Ben');
    late.open();
    await late.passed();
    expect(texts).to.deep.equal(['lea', 'ben']);
    expect(options().map(shown).join()).to.contain('Ben').and.not.to.contain('Lea');
  });

  it('says that it is looking, and when that fails what to do', async () => {
    const gates = [gate(), gate()];
    let calls = 0;
    const client = withOperation(test.as('ana'), 'people.search', async (call) => {
      const turn = calls++;
      await gates[turn]?.opened;
      if (turn === 0) throw lostConnection();
      return call();
    });
    await open({ client });
    type('ben');
    await appears(picker, '.popup', 'Loading');
    gates[0]?.open();
    await appears(picker, '.popup .error', 'connection');
    await expect(picker).to.be.accessible();
    (await appears(picker, '.popup button')).click();
    await appears(picker, '.popup', 'Loading');
    gates[1]?.open();
    await appears(picker, selected, 'Ben');
  });

  it('asks for no more than the server takes, and never for nothing', async () => {
    const asked: string[] = [];
    const client = withOperation(test.as('ana'), 'people.search', async (call, input) => {
      // The operation has this input.
      asked.push((input as { text: string }).text);
      return call();
    });
    await open({ client });
    type('@ ');
    type(`${'x'.repeat(300)}`);
    await appears(picker, '.popup', 'Nobody found');
    expect(asked.at(-1)).to.equal('x'.repeat(200));
    for (const text of asked) expect(text.trim().length).to.be.within(1, 200);
  });

  it('offers at most eight, teams among them', async () => {
    const people = Array.from({ length: 12 }, (_, index) => ({
      externalId: `z${index}`,
      name: `Zoe ${String.fromCharCode(65 + index)}`,
      teams: ['Zoetrope'],
    }));
    await test.guildhall.as(systemActor).people.sync({ people });
    type('zoe');
    await appears(picker, '[role=option]', 'Zoetrope');
    expect(options()).to.have.length(8);
  });

  for (const dir of ['ltr', 'rtl'] as const)
    it(`stands under its field, ${dir}`, async () => {
      await open({ dir });
      type('wolfe');
      await appears(picker, selected);
      const field = picker.renderRoot.querySelector('.box')?.getBoundingClientRect();
      const popup = picker.renderRoot.querySelector('.popup')?.getBoundingClientRect();
      expect(floats, 'this browser floats it').to.equal(true);
      expect(popup?.left).to.be.closeTo(field?.left ?? 0, 1);
      expect(popup?.width).to.be.closeTo(field?.width ?? 0, 1);
      expect(popup?.top).to.be.at.least(field?.bottom ?? 0);
    });
});
