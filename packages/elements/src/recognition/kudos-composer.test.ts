import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import {
  appears,
  findAll,
  focused,
  freshStorage,
  gate,
  lostConnection,
  shown,
  tabTo,
  withOperation,
  write,
} from '../internal/test-page.js';
import { KudosComposer } from './kudos-composer.js';
import { composerOn, kudosSeenBy } from './test-composer.js';
import { waitUntil } from '../internal/test-until.js';

define(KudosComposer);

describe('kudos-composer', () => {
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    test = await testHall();
  });

  const wall = () => kudosSeenBy(test.as('ben'));

  it('is accessible closed, open, with its popup, with errors, and when it has sent', async () => {
    const composer = await composerOn(test);
    await expect(composer.element).to.be.accessible();
    await composer.open();
    await composer.see('.chip', 'Help first');
    await expect(composer.element).to.be.accessible();
    await composer.send();
    await composer.error('Choose who');
    await expect(composer.element).to.be.accessible();
    write(composer.field('[role=combobox]'), 'ben');
    await composer.see('[role=option]', 'Ben');
    await expect(composer.element).to.be.accessible();
    await composer.fill();
    await composer.click('Help first');
    await composer.click('Add impact or link');
    await composer.see('#url');
    await expect(composer.element).to.be.accessible();
    await composer.send();
    await composer.sent();
    await expect(composer.element).to.be.accessible();
  });

  it('thanks two people by keyboard alone, as in the first journey', async () => {
    const composer = await composerOn(test);
    const type = (text: string) => sendKeys({ type: text });
    await tabTo('.primary');
    await composer.press('Enter');
    await composer.focuses('[role=combobox]');
    for (const name of ['Ben', 'Lea']) {
      await type(`@${name.toLowerCase()}`);
      await composer.see('[role=option][aria-selected=true]', name);
      await composer.press('Enter');
      await composer.see('guild-person-chip', name);
    }
    await tabTo('textarea');
    await type('Your answer saved our Friday.');
    await tabTo('.chip');
    await composer.press('Space');
    await tabTo('.more');
    await composer.press('Enter');
    await composer.focuses('#impact');
    await type('Back in eleven minutes');
    await tabTo('#url');
    await type('intranet.example/answers/roll-back-a-price-list');
    await composer.press('Tab');
    expect(composer.field('#linkTitle').value).to.equal('Roll back a price list');
    await tabTo('[name=audience]');
    await composer.see('guild-seers-line', 'Everyone at work will see this.');
    await composer.press('ArrowRight');
    await composer.see(
      'guild-seers-line',
      'You, Ben Okafor, Lea Moreau, and the teams Platform and Brand will see this.',
    );
    await composer.press('ArrowLeft');
    await composer.see('guild-seers-line', 'Everyone at work will see this.');
    await tabTo('#send');
    await composer.press('Enter');
    await composer.sent();
    expect(composer.text).to.contain('Your thanks are on the wall.');
    const [kudos, ...others] = await wall();
    expect(others).to.have.length(0);
    expect(kudos?.receivers.map(({ name }) => name)).to.have.members(['Ben Okafor', 'Lea Moreau']);
    expect(kudos).to.deep.include({
      message: 'Your answer saved our Friday.',
      impact: 'Back in eleven minutes',
      audience: 'public',
    });
    expect(kudos?.values.map(({ name }) => name)).to.deep.equal(['Help first']);
    expect(kudos?.ref).to.include({
      url: 'https://intranet.example/answers/roll-back-a-price-list',
      title: 'Roll back a price list',
    });
    expect(composer.given.map(({ id }) => id)).to.deep.equal([kudos?.id]);
  });

  it('tells that the form is read only when it was sent, and offers the way back to the keyboard', async () => {
    const composer = await composerOn(test);
    await composer.open();
    await composer.fill();
    await sendKeys({ down: 'Control' });
    await composer.press('Enter');
    await sendKeys({ up: 'Control' });
    await composer.sent();
    await composer.see('[role=status]', 'Your thanks are on the wall.');
    await composer.focuses('[part=text]');
    await composer.press('Tab');
    expect(shown(focused() ?? document.body)).to.equal('Undo');
    await composer.press('Enter');
    await composer.see('textarea');
    expect(composer.field('textarea').value).to.equal('Thank you.');
    await composer.see('guild-person-chip', 'Ben');
    expect(await wall()).to.have.length(0);
    expect(composer.withdrawn).to.deep.equal(composer.given.map(({ id }) => id));
  });

  it('refuses herself with the reason', async () => {
    const composer = await composerOn(test);
    await composer.open();
    await sendKeys({ type: '@ana' });
    await composer.see('[role=option]', 'You cannot thank yourself.');
    await composer.press('Enter');
    await composer.error('You cannot thank yourself.');
    await composer.say('Well done, me.');
    await composer.send();
    await composer.error('Choose who you want to thank.');
    expect(await wall()).to.have.length(0);
  });

  it('asks for what is missing, and goes there', async () => {
    const composer = await composerOn(test);
    await composer.open();
    await composer.choose('Ben');
    await composer.send();
    await composer.error('Write what you want to thank for.');
    await composer.focuses('textarea');
    await composer.say('x'.repeat(2001));
    await composer.see('.help', '1 character too many');
    await composer.send();
    await composer.error('too long');
    await composer.say('🎉'.repeat(1900));
    await composer.see('.help', '100 characters left');
    await composer.click('Add impact or link');
    await composer.see('#url');
    write(composer.field('#url'), 'javascript:alert(1)');
    await composer.send();
    await composer.error('Use an address that begins with https://.');
    await composer.focuses('#url');
    write(composer.field('#url'), '');
    write(composer.field('#linkTitle'), '');
    await composer.send();
    await composer.sent();
  });

  it('keeps the draft over Escape and a reload, for its viewer alone, until it is sent', async () => {
    const composer = await composerOn(test);
    await composer.open();
    await composer.fill('Half a thou');
    await composer.press('Escape');
    await composer.see('p', 'Your draft is kept in this browser.');
    await composer.focuses('.primary');
    composer.element.parentElement?.remove();
    const bens = await composerOn(test, { viewer: 'lea' });
    expect(bens.text).to.contain('Who helped you this week?');
    bens.element.parentElement?.remove();
    const again = await composerOn(test);
    await again.see('p', 'Your draft is kept in this browser.');
    await again.click('Go on writing');
    await again.see('guild-person-chip', 'Ben Okafor');
    expect(again.field('textarea').value).to.equal('Half a thou');
    await again.send();
    await again.sent();
    expect(localStorage).to.have.length(0);
    expect((await wall()).map(({ message }) => message)).to.deep.equal(['Half a thou']);
  });

  it('forgets a draft on demand', async () => {
    const composer = await composerOn(test);
    await composer.open();
    await composer.say('Never mind.');
    await composer.click('');
    await composer.press('Escape');
    await composer.click('Discard draft');
    await composer.see('p', 'Who helped you this week?');
    expect(localStorage).to.have.length(0);
  });

  it('has one effect when the answer is lost and it is sent again', async () => {
    let lost = 1;
    const client = withOperation(test.as('ana'), 'recognition.give', async (call) => {
      const answer = await call();
      if (lost-- > 0) throw lostConnection();
      return answer;
    });
    const composer = await composerOn(test, { client });
    await composer.open();
    await composer.fill();
    await composer.send();
    await composer.error('The connection was lost.');
    await composer.focuses('#send');
    expect(composer.field('textarea').value).to.equal('Thank you.');
    expect(composer.given).to.have.length(0);
    await composer.send();
    await composer.sent();
    expect(await wall()).to.have.length(1);
    expect(composer.given).to.have.length(1);
  });

  it('has one effect when the page is reloaded before the answer, and sent again', async () => {
    const never = gate();
    const client = withOperation(test.as('ana'), 'recognition.give', async (call) => {
      await call();
      await never.opened;
    });
    const composer = await composerOn(test, { client });
    await composer.open();
    await composer.fill();
    await composer.send();
    await waitUntil(async () => (await wall()).length === 1);
    expect(composer.text).to.contain('Sending your thanks to Ben Okafor…');
    composer.element.parentElement?.remove();
    const again = await composerOn(test);
    await again.open();
    await again.send();
    await again.sent();
    expect(await wall()).to.have.length(1);
  });

  it('has one effect for a double click, and for hasty keys', async () => {
    const composer = await composerOn(test);
    await composer.open();
    await composer.fill();
    const send = composer.field('#send');
    send.click();
    send.click();
    await composer.sent();
    expect(await wall()).to.have.length(1);
  });

  it('can be taken back until the next action', async () => {
    const composer = await composerOn(test);
    await composer.open();
    await composer.fill();
    await composer.send();
    await composer.sent();
    await composer.open();
    await composer.press('Escape');
    await composer.see('p', 'Who helped you this week?');
    expect(findAll(composer.element, '.undo')).to.have.length(0);
    expect(await wall()).to.have.length(1);
  });

  it('can be taken back for ten seconds, and longer by whoever is about to', async () => {
    const { setTimeout } = window;
    const ends: (() => void)[] = [];
    const held = (end: () => void, wait?: number) =>
      wait === 10_000 ? ends.push(end) : setTimeout(end, wait);
    Object.assign(window, { setTimeout: held });
    try {
      const composer = await composerOn(test);
      await composer.open();
      await composer.fill();
      await composer.send();
      await composer.sent();
      composer.field('.undo').focus();
      ends.pop()?.();
      await composer.element.updateComplete;
      await composer.sent();
      composer.field('.primary').focus();
      ends.pop()?.();
      await composer.see('p', 'Who helped you this week?');
    } finally {
      Object.assign(window, { setTimeout });
    }
  });

  it('says why nobody can thank when the viewer is not known, and recovers', async () => {
    let signedIn = false;
    const client = withOperation(test.as('ana'), 'people.me', async (call) => {
      if (signedIn) return call();
      throw Object.assign(lostConnection(), { code: 'unauthenticated', reason: 'unauthenticated' });
    });
    const element = await test.hall<KudosComposer>(
      'ana',
      html`<kudos-composer .client=${client}></kudos-composer>`,
    );
    await appears(element, '[role=alert]', 'You are signed out.');
    await expect(element).to.be.accessible();
    signedIn = true;
    (await appears(element, 'button', 'Try again')).click();
    await appears(element, 'p', 'Who helped you this week?');
  });

  it('says when it cannot be taken back any more', async () => {
    const composer = await composerOn(test);
    await composer.open();
    await composer.fill();
    await composer.send();
    await composer.sent();
    await test.as('ana').recognition.withdraw({ id: composer.given[0]?.id ?? '' });
    await composer.click('Undo');
    await composer.see('.error', 'gone');
  });

  it('leaves the page alone when somebody has gone on before the answer', async () => {
    const slow = gate();
    const client = withOperation(test.as('ana'), 'recognition.give', async () => {
      await slow.opened;
      throw lostConnection();
    });
    const composer = await composerOn(test, { client });
    const elsewhere = document.body.appendChild(document.createElement('button'));
    await composer.open();
    await composer.fill();
    await composer.send();
    await composer.see('p', 'Sending');
    elsewhere.focus();
    slow.open();
    await composer.error('The connection was lost.');
    await slow.passed();
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });

  it('puts what the server refuses at its field, and keeps the text', async () => {
    const composer = await composerOn(test);
    await composer.open();
    await composer.fill('Nul \0 here');
    await composer.send();
    await composer.error('Something in the form needs another look.');
    await composer.focuses('textarea');
    await composer.say('Better.');
    await test.guildhall
      .as(systemActor)
      .people.sync({ people: [{ externalId: 'ben', name: 'Ben Okafor', status: 'departed' }] });
    await composer.send();
    const error = await composer.error('has left the organization');
    expect(error.getRootNode()).to.equal(composer.field('[role=combobox]').getRootNode());
    expect(composer.field('textarea').value).to.equal('Better.');
  });
});
