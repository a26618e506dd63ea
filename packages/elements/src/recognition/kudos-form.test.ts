import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import { findAll, freshStorage, lostConnection, withOperation, write } from '../internal/test-page.js';
import { KudosComposer } from './kudos-composer.js';
import { composerOn, kudosSeenBy, type ComposerOptions } from './test-composer.js';
import { waitUntil } from '../internal/test-until.js';

define(KudosComposer);

describe('kudos-form', () => {
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    test = await testHall();
  });
  afterEach(() => setViewport({ width: 800, height: 600 }));

  const opened = async (options?: ComposerOptions) => {
    const composer = await composerOn(test, options);
    await composer.open();
    return composer;
  };
  const seenBy = (id: 'ben' | 'lea' | 'layla') => kudosSeenBy(test.as(id));

  it('says who will see it, for people and teams, by the rule that decides it', async () => {
    const composer = await opened();
    await composer.choose('Ben');
    await composer.see('guild-seers-line', 'Everyone at work will see this.');
    composer.field('[value=private]').click();
    await composer.see('guild-seers-line', 'Only you and Ben Okafor will see this.');
    await composer.choose('Brand');
    await composer.see('guild-seers-line', 'Only you, Ben Okafor, and the team Brand will see this.');
    const line = composer.field('guild-seers-line').shadowRoot?.querySelector('p');
    expect(line?.getAttribute('aria-live')).to.equal('polite');
    await composer.say('Between us.');
    await composer.send();
    await composer.see('p', 'Only the two sides see them.');
    expect((await seenBy('lea')).map(({ message }) => message)).to.deep.equal(['Between us.']);
    expect(await seenBy('layla')).to.deep.equal([]);
  });

  it('never shows who would see it for another audience', async () => {
    let broken = false;
    const client = withOperation(test.as('ana'), 'recognition.audience', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const composer = await opened({ client });
    await composer.choose('Ben');
    await composer.see('guild-seers-line', 'Everyone at work');
    broken = true;
    composer.field('[value=private]').click();
    await composer.see('guild-seers-line', 'The connection was lost.');
  });

  it('names a few and counts the others', async () => {
    const people = Array.from({ length: 10 }, (_, index) => ({
      externalId: `z${index}`,
      id: `z${index}`,
      name: `Zoe ${index}`,
    }));
    await test.guildhall.as(systemActor).people.sync({ people });
    const ids = people.map(({ id }) => id);
    const few = await opened({ receiver: ids.slice(0, 7).join(' ') });
    await few.see('guild-person-chip');
    few.field('[value=private]').click();
    await few.see('guild-seers-line', 'Zoe 5, and Zoe 6 will see this.');
    const composer = await opened({ receiver: ids.join(' ') });
    composer.field('[value=private]').click();
    await composer.see('guild-seers-line', 'Zoe 5, and 4 others will see this.');
  });

  it('takes up to five values', async () => {
    const names = ['Help first', 'Own it', 'Stay curious', 'Four', 'Five', 'Six'];
    await test.guildhall.as(systemActor).people.setValues({ values: names.map((name) => ({ name })) });
    const composer = await opened();
    for (const name of names) await composer.click(name);
    const chips = findAll(composer.element, '.chip[aria-pressed]');
    expect(chips.map(({ ariaPressed }) => ariaPressed)).to.deep.equal([...Array(5).fill('true'), 'false']);
    expect(chips[5]?.ariaDisabled).to.equal('true');
    await composer.click('Own it');
    await composer.fill();
    await composer.send();
    await composer.sent();
    expect(composer.given[0]?.values.map(({ name }) => name)).to.deep.equal([
      'Help first',
      'Stay curious',
      'Four',
      'Five',
    ]);
  });

  it('leaves out a value that was retired since the draft was written', async () => {
    const composer = await opened();
    await composer.fill();
    await composer.click('Own it');
    await composer.press('Escape');
    await test.guildhall.as(systemActor).people.setValues({ values: [{ name: 'Help first' }] });
    composer.element.parentElement?.remove();
    const again = await opened();
    await again.see('.chip', 'Help first');
    await again.send();
    await again.sent();
    expect(again.given[0]?.values).to.deep.equal([]);
  });

  it('begins with what the page asks for, and keeps a draft of its own', async () => {
    const { items: values } = await test.as('ana').people.values();
    const prefilled = {
      receiver: 'ben, lea',
      refUrl: 'https://intranet.example/answers/7',
      refTitle: 'How do we roll back?',
      values: values[1]?.id ?? '',
    };
    const composer = await opened(prefilled);
    await composer.see('guild-person-chip', 'Lea');
    expect(composer.field('#url').value).to.equal(prefilled.refUrl);
    await composer.see('.chip[aria-pressed=true]', 'Own it');
    expect(localStorage, 'nothing was written yet').to.have.length(0);
    await composer.say('For this one.');
    composer.element.parentElement?.remove();
    const plain = await composerOn(test);
    expect(plain.text).to.contain('Who helped you this week?');
    plain.element.parentElement?.remove();
    const again = await opened(prefilled);
    expect(again.field('textarea').value).to.equal('For this one.');
    await again.send();
    await again.sent();
    expect(again.given[0]?.ref).to.include({ url: prefilled.refUrl, title: prefilled.refTitle });
    expect(again.given[0]?.receivers).to.have.length(2);
  });

  it('says why the person whom the page names cannot be thanked', async () => {
    const composer = await opened({ receiver: 'ana' });
    await composer.error('You cannot thank yourself.');
  });

  it('shows no points where they are off', async () => {
    const composer = await opened();
    await composer.see('.chip', 'Own it');
    expect(composer.text).to.not.contain('Points');
  });

  describe('with points', () => {
    beforeEach(async () => {
      test = await testHall({ settings: { points: { enabled: true, perMonth: 20 } } });
    });

    it('says what is left, and what will be', async () => {
      const composer = await opened();
      await composer.see('.help', '20 points left this month');
      await composer.choose('Ben');
      await composer.choose('Lea');
      write(composer.field('input#points'), '5');
      await composer.see('.help', '10 points left after this');
      write(composer.field('input#points'), '11');
      await composer.error('You have 20 points left this month and need 22.');
      write(composer.field('input#points'), '1.5');
      await composer.say('Thank you.');
      await composer.send();
      await composer.error('Use a whole number');
      await composer.focuses('input#points');
      write(composer.field('input#points'), '5');
      await composer.send();
      await composer.sent();
      const { left } = await test.as('ana').recognition.allowance();
      expect(left).to.equal(10);
      await composer.click('Undo');
      await waitUntil(async () => (await test.as('ana').recognition.allowance()).left === 20);
    });

    it('puts the exact shortfall at the field when the server refuses', async () => {
      const composer = await opened();
      await composer.see('.help', '20 points left this month');
      await composer.choose('Platform', 'Platform Team');
      write(composer.field('input#points'), '15');
      await composer.say('Thank you all.');
      await composer.send();
      await composer.error('You have 20 points left this month and need 45.');
      await composer.focuses('input#points');
      expect(composer.field('textarea').value).to.equal('Thank you all.');
    });
  });

  it('speaks German', async () => {
    const composer = await composerOn(test, { locale: 'de' });
    await composer.click('Danke sagen');
    await composer.see('[role=combobox]');
    await composer.choose('Ben');
    await composer.see('guild-seers-line', 'Alle in der Organisation sehen das.');
    composer.field('[value=team]').click();
    await composer.see('guild-seers-line', 'Das sehen du, Ben Okafor und das Team Platform.');
    await composer.send();
    await composer.error('Schreib, wofür du danken möchtest.');
    await composer.say('Danke!');
    await composer.send();
    await composer.see('button', 'Rückgängig');
    await expect(composer.element).to.be.accessible();
  });

  for (const dir of ['ltr', 'rtl'] as const)
    it(`fits a phone and keeps names of any script and length inside, ${dir}`, async () => {
      await setViewport({ width: 360, height: 700 });
      const name = 'Unaufgefordertehilfsbereitschaftistunserallerhöchstesgemeinsamesgut';
      await test.guildhall.as(systemActor).people.setValues({ values: [{ name }, { name: 'Help first' }] });
      const composer = await opened({ dir });
      await composer.choose('Wolfe');
      await composer.choose('ليلى');
      composer.field('[value=team]').click();
      await composer.see('guild-seers-line', 'ليلى حداد');
      await composer.see('.chip', 'Help first');
      await expect(composer.element).to.be.accessible();
      const { left, right } = composer.element.getBoundingClientRect();
      for (const each of findAll(composer.element, 'button, input, textarea, bdi, p, legend, label')) {
        if (!each.checkVisibility() || each.closest('.visually-hidden')) continue;
        const box = each.getBoundingClientRect();
        expect(box.left, each.outerHTML).to.be.at.least(left);
        expect(box.right, each.outerHTML).to.be.at.most(right);
      }
      const end = composer.field('#send').getBoundingClientRect();
      if (dir === 'rtl') expect(end.left - left).to.be.lessThan(right - end.right);
      else expect(right - end.right).to.be.lessThan(end.left - left);
    });
});
