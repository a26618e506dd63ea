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
  lostConnection,
  shown,
  tabTo,
  withOperation,
} from '../internal/test-page.js';
import { MentorAcademy } from './mentor-academy.js';
import { emergingLeads, openProgram, sticksOut } from './test-program.js';
import { waitUntil } from '../internal/test-until.js';

define(MentorAcademy);

const modules = [
  { id: 'a', title: 'Asking', body: 'Open questions.', minutes: 5, side: 'both' as const },
  { id: 'l', title: 'Listening', body: 'Say back\nwhat you heard.', minutes: 10, side: 'mentor' as const },
  { id: 'm', title: 'Being a mentee', body: 'Bring a question.', minutes: 5, side: 'mentee' as const },
];

describe('mentor-academy', () => {
  let test: TestHall;
  beforeEach(async () => {
    await setViewport({ width: 900, height: 900 });
    test = await testHall();
  });
  const place = (program = '', client?: Client, options: HallOptions = {}) =>
    test.hall<MentorAcademy>(
      'ana',
      html`<mentor-academy program=${program} .client=${client}></mentor-academy>`,
      options,
    );
  const gated = () => openProgram(test, { training: { gate: true, modules } });

  it('shows the modules of the viewer’s side, why they matter, and how far one is', async () => {
    const { id } = await gated();
    await test.as('ana').mentoring.enroll({ programId: id, sides: ['mentor'] });
    const el = await place(id);
    await appears(el, '.far', '0 of 2 read');
    await isAccessible(el);
    expect(findAll(el, '.name').map(shown)).to.deep.equal(['Asking', 'Listening']);
    expect(shown(el)).to.contain('only those are matched who have read these');
    expect(findAll(el, 'details[open]')).to.have.length(1);
  });

  it('is read and attested by the keyboard, goes on to the next, and says when all is done', async () => {
    const { id } = await gated();
    await test.as('ana').mentoring.enroll({ programId: id, sides: ['mentor'] });
    const el = await place(id);
    await appears(el, 'button', 'I have read this');
    await tabTo('button');
    await sendKeys({ press: 'Enter' });
    await appears(el, '.far', '1 of 2 read');
    await waitUntil(() => focused()?.textContent?.includes('Listening'), 'the next one has the focus');
    await appears(el, '.body', 'Say back');
    expect((await test.as('ana').mentoring.myEnrollments({})).items[0]?.training.done).to.equal(1);
    await tabTo('button');
    await sendKeys({ press: 'Enter' });
    await appears(el, '.far', 'You have read everything. You can be matched.');
    expect(el.matches(':state(done)')).to.equal(true);
    await isAccessible(el);
  });

  it('says what went wrong and stays as it was', async () => {
    const { id } = await gated();
    let broken = true;
    const client = withOperation(test.as('ana'), 'mentoring.attest', (call) =>
      broken ? Promise.reject(lostConnection()) : call(),
    );
    const el = await place(id, client);
    (await appears(el, 'button', 'I have read this')).click();
    await appears(el, '[role=alert]', 'connection');
    expect(shown(find(el, '.far') ?? el)).to.equal('0 of 3 read');
    broken = false;
    (await appears(el, 'button', 'I have read this')).click();
    await appears(el, '.far', '1 of 3 read');
  });

  it('shows all programs of the viewer when none is named, and says when there is nothing', async () => {
    const el = await place();
    await appears(el, '[part=empty]', 'You are in no program with something to read.');
    const { id } = await gated();
    const free = await openProgram(test, { name: 'Free', training: { gate: false, modules } });
    for (const programId of [id, free.id])
      await test.as('ana').mentoring.enroll({ programId, sides: ['mentee'] });
    await waitUntil(() => findAll(el, 'section').length === 2);
    expect(shown(el)).to.contain('· Free').and.to.contain(emergingLeads.name).and.to.contain('is up to you');
    const none = await openProgram(test, { name: 'None', training: { gate: false, modules: [] } });
    const bare = await place(none.id);
    await appears(bare, '[part=empty]', 'There is nothing to read');
  });

  it('tells a failed load, and speaks German on a narrow page', async () => {
    const { id } = await gated();
    const lost = await place(
      id,
      withOperation(test.as('ana'), 'mentoring.training', () => Promise.reject(lostConnection())),
    );
    await appears(lost, '[role=alert]', 'connection');
    await setViewport({ width: 380, height: 800 });
    const el = await place(id, undefined, { locale: 'de', dir: 'rtl' });
    await appears(el, '.far', '0 von 3 gelesen');
    expect(sticksOut(el)).to.deep.equal([]);
    await isAccessible(el);
  });
});
