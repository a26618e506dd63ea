import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import { findAll, freshStorage, write } from '../internal/test-page.js';
import { KudosComposer } from './kudos-composer.js';
import { composerOn, kudosSeenBy, type TestComposer } from './test-composer.js';
import { waitUntil } from '../internal/test-until.js';

define(KudosComposer);

describe('the skills of a thank-you', function () {
  this.timeout(60_000);
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    test = await testHall();
    await test.as('ben').people.setSkills({
      skills: ['Facilitation', 'Kubernetes', 'Writing', 'SQL'].map((skill) => ({ skill, level: 'strong' })),
    });
  });
  afterEach(() => test.guildhall.close());

  const fields = (composer: TestComposer) => findAll(composer.element, 'guild-kudos-skills');
  async function named(): Promise<TestComposer> {
    const composer = await composerOn(test, {
      refUrl: 'https://wiki.example/workshop',
      refTitle: 'Workshop',
    });
    await composer.open();
    await composer.fill();
    await composer.see('label', 'For which skill? (optional)');
    return composer;
  }
  async function pick(composer: TestComposer, skill: string): Promise<void> {
    write(composer.field('[role=combobox][placeholder*=catalog]'), skill);
    (await composer.see('[role=option]', skill)).click();
    await composer.see('.chip', skill);
  }

  it('can be named only where the thing thanked for is', async () => {
    const composer = await composerOn(test);
    await composer.open();
    await composer.fill();
    await composer.click('Add impact or link');
    await composer.see('#url');
    expect(fields(composer).length).to.equal(0);
    write(composer.field('#url'), 'https://wiki.example/workshop');
    await waitUntil(() => fields(composer).length === 1);
    write(composer.field('#url'), '');
    await waitUntil(() => fields(composer).length === 0);
  });

  it('are sent, three at most, and each can be taken off again', async () => {
    const composer = await named();
    for (const skill of ['Facilitation', 'Kubernetes', 'Writing']) await pick(composer, skill);
    await isAccessible(composer.element);
    expect(findAll(composer.element, '[role=combobox][placeholder*=catalog]').length).to.equal(0);
    (await composer.see('.chip', 'Kubernetes')).click();
    await waitUntil(() => !composer.text.includes('Kubernetes'));
    await composer.send();
    await composer.sent();
    const [kudos] = await kudosSeenBy(test.as('ana'));
    expect(kudos?.skills.map(({ name }) => name)).to.have.members(['Facilitation', 'Writing']);
  });

  it('are kept over a reload', async () => {
    const composer = await named();
    await pick(composer, 'Facilitation');
    composer.element.closest('guild-hall')?.remove();
    const again = await composerOn(test, { refUrl: 'https://wiki.example/workshop' });
    await again.open();
    await again.see('.chip', 'Facilitation');
  });

  it('are not missed in a draft of a version that did not know them', async () => {
    const composer = await named();
    await pick(composer, 'Facilitation');
    composer.element.closest('guild-hall')?.remove();
    const key = Object.keys(localStorage).find((each) => each.includes(':draft:kudos')) ?? '';
    const kept: { draft: Record<string, unknown> } = JSON.parse(localStorage.getItem(key) ?? '{}');
    delete kept.draft.skills;
    localStorage.setItem(key, JSON.stringify(kept));
    const again = await composerOn(test, { refUrl: 'https://wiki.example/workshop' });
    await again.open();
    await again.see('label', 'For which skill?');
    await again.send();
    await again.sent();
  });
});
