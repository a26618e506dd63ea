import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { systemActor, type Program } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type TestHall } from '../internal/test-hall.js';
import {
  appears,
  find,
  findAll,
  focused,
  freshStorage,
  lostConnection,
  shown,
  withOperation,
  write,
} from '../internal/test-page.js';
import { ProgramConsole } from './program-console.js';
import { waitUntil } from '../internal/test-until.js';

define(ProgramConsole);

const button = (el: Element, text: string) => appears<HTMLButtonElement>(el, 'button', text);
const click = async (el: Element, text: string) => (await button(el, text)).click();
const tab = (el: Element, name: string) =>
  appears<HTMLButtonElement>(el, '[role=tab]', name).then((one) => one.click());

describe('program-console', () => {
  let test: TestHall;
  let programId: string;

  before(freshStorage);
  beforeEach(async () => {
    localStorage.clear();
    await setViewport({ width: 1100, height: 900 });
    test = await testHall();
    await test.guildhall.as(systemActor).people.grantRole({ personId: 'ana', role: 'programManager' });
    programId = (await fromTemplate()).id;
  });
  const open = (program: string, options: { locale?: string; dir?: 'rtl' } = {}) =>
    test.hall<ProgramConsole>('ana', html`<program-console program=${program}></program-console>`, options);

  async function fromTemplate(): Promise<Program> {
    const { items } = await test.as('ana').mentoring.templates({});
    const template = items.find(({ id }) => id === 'emerging-leads');
    if (!template) throw new Error('There is no such template.');
    return test.as('ana').mentoring.createProgram(template.draft);
  }

  async function enrolling(): Promise<void> {
    await test.as('ana').mentoring.openEnrollment({ id: programId });
    const topics = [{ skill: 'Facilitation', level: 'strong' as const }];
    await test.as('ben').mentoring.enroll({ programId, sides: ['mentee'], topics, why: 'To lead well.' });
    await test.as('lea').mentoring.enroll({ programId, sides: ['mentor'], capacity: 2 });
  }

  it('lists the programs that one runs, and is accessible with none, with some, and after an error', async () => {
    const el = await open('');
    await appears(el, '.name', 'Emerging leads');
    expect(shown(el)).to.contain('Draft · Mentoring · a cohort');
    await isAccessible(el);
    const none = await test.hall<ProgramConsole>('ben', html`<program-console></program-console>`);
    // Ben cannot create one, so he is told whom to ask, and not to begin.
    await appears(none, '.state', 'ask HR');
    expect(shown(none)).not.to.contain('Begin');
    expect(findAll(none, 'button').filter((one) => one.checkVisibility())).to.have.length(0);
    await isAccessible(none);
    const failing = withOperation(test.as('ana'), 'mentoring.programs', () =>
      Promise.reject(lostConnection()),
    );
    const lost = await test.hall<ProgramConsole>(
      'ana',
      html`<program-console .client=${failing}></program-console>`,
    );
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
  });

  it('keeps the keyboard where one is when a program is opened and left', async () => {
    const el = await open('');
    (await appears<HTMLButtonElement>(el, '.name', 'Emerging leads')).click();
    await waitUntil(
      () => focused()?.matches('.back, .title') ?? false,
      'the way back, or the title, has focus',
    );
    await appears(el, 'h2', 'Emerging leads');
    await click(el, 'All programs');
    await waitUntil(() => focused()?.localName === 'guild-program-list', 'the list has focus');
  });

  it('creates a program from a template, as a draft', async () => {
    const el = await open('');
    await click(el, 'New program');
    await click(el, 'New-hire buddies');
    const name = await appears<HTMLInputElement>(el, '#name');
    expect(name.value).to.equal('New-hire buddies');
    write(name, 'Buddies in Support');
    await isAccessible(el);
    await click(el, 'Create as a draft');
    await appears(el, 'h2', 'Buddies in Support');
    expect(shown(el)).to.contain('Draft · Buddies · open all year');
    const { items } = await test.as('ana').mentoring.programs({ mine: true });
    expect(items.map((one) => one.name)).to.include('Buddies in Support');
  });

  it('says what each step does before it is taken, and takes it', async () => {
    const el = await open(programId);
    await appears(el, 'li', 'Everyone can read the program and enroll within its dates.');
    await click(el, 'Open enrollment');
    const dialog = await appears(el, 'dialog[open]');
    expect(dialog.ariaLabel).to.equal('Open enrollment now?');
    await isAccessible(el);
    expect((await test.as('ana').mentoring.program({ id: programId })).state).to.equal('draft');
    const [, yes] = findAll<HTMLButtonElement>(el, 'button').filter(
      (one) => shown(one) === 'Open enrollment',
    );
    yes?.click();
    await appears(el, 'header', 'Enrolling');
    await button(el, 'Start matching');
    expect((await test.as('ana').mentoring.program({ id: programId })).state).to.equal('enrolling');
  });

  it('shows who enrolled with their training, and decides by keyboard', async () => {
    await enrolling();
    const el = await open(programId);
    const ben = await appears(el, 'li', 'Ben Okafor');
    expect(shown(ben)).to.contain('applied').and.to.contain('mentee, wants Facilitation');
    expect(shown(ben)).to.contain('To lead well.');
    const lea = await appears(el, 'li', 'Lea Moreau');
    expect(shown(lea)).to.contain(
      'mentor, 2 places · 0 of 3 modules not matched before the training is done',
    );
    await isAccessible(el);
    (await button(ben, 'Accept')).focus();
    await sendKeys({ press: 'Enter' });
    await appears(await appears(el, 'li', 'Ben Okafor'), '.mark', 'accepted');
    await waitUntil(async () => {
      const { items } = await test.as('ana').mentoring.enrollments({ programId, states: ['accepted'] });
      return items.length === 1;
    });
    const side = find<HTMLSelectElement>(el, '#side');
    if (side) side.value = 'mentor';
    side?.dispatchEvent(new Event('change'));
    // What was announced about Ben stays in the live region.
    await waitUntil(() => !findAll(el, 'li').some((one) => shown(one).includes('Ben Okafor')));
    await appears(el, 'li', 'Lea Moreau');
  });

  it('takes a decision back when it could not be sent', async () => {
    await enrolling();
    const failing = withOperation(test.as('ana'), 'mentoring.decideEnrollment', () =>
      Promise.reject(lostConnection()),
    );
    const el = await test.hall<ProgramConsole>(
      'ana',
      html`<program-console program=${programId} .client=${failing}></program-console>`,
    );
    const ben = await appears(el, 'li', 'Ben Okafor');
    (await button(ben, 'Decline')).click();
    await appears(ben, '[role=alert]', 'connection');
    expect(shown(find(ben, '.mark') ?? ben)).to.equal('applied');
  });

  it('looks at a file before it brings anybody in', async () => {
    await test.as('ana').mentoring.openEnrollment({ id: programId });
    const el = await open(programId);
    await appears(el, '.state', 'Nobody has enrolled yet');
    (await appears(el, 'summary', 'Bring people in from a file')).click();
    write(await appears(el, '#csv'), 'externalId,side,capacity\nben,mentee,\nnobody,mentor,2\nlea,boss,');
    await click(el, 'Check without changing anything');
    await appears(el, 'p', '2 lines need another look');
    const rows = findAll(el, 'tbody tr').map(shown);
    expect(rows[0]).to.contain('3').and.to.contain('Nobody in the directory');
    expect(rows[1]).to.contain('4 side Write mentor, mentee or both.');
    await isAccessible(el);
    write(find(el, '#csv'), 'externalId,side,capacity\nben,mentee,\nlea,mentor,2');
    await click(el, 'Check without changing anything');
    await appears(el, 'p', '2 people would be enrolled, 0 changed.');
    expect((await test.as('ana').mentoring.enrollments({ programId })).items).to.have.length(0);
    await click(el, 'Bring in 2 people');
    await appears(el, 'p', 'Done: 2 people enrolled, 0 changed.');
    await appears(el, 'li', 'Lea Moreau');
  });

  it('keeps what is written over a reload, shares out 100 points, and says what is wrong', async () => {
    let el = await open(programId);
    await tab(el, 'Program');
    write(await appears(el, '#purpose'), 'To begin well.');
    el.remove();
    el = await open(programId);
    await tab(el, 'Program');
    await waitUntil(() => find<HTMLTextAreaElement>(el, '#purpose')?.value === 'To begin well.');
    await appears(el, '.seers', 'kept in this browser');
    write(find(el, '#weight-wantedSkill'), '60');
    write(find(el, '#weight-evidencedSkill'), '60');
    await appears(el, '#sum', 'too many');
    await click(el, 'Save the program');
    await appears(el, '[role=alert]', 'Share out exactly 100 points.');
    await isAccessible(el);
    await click(el, 'Make it 100');
    await appears(el, '#sum', 'All 100 points are given.');
    await click(el, 'Save the program');
    await waitUntil(async () => {
      const { purpose, rules } = await test.as('ana').mentoring.program({ id: programId });
      const sum = rules?.wishes.reduce((whole, { weight }) => whole + weight, 0);
      return purpose === 'To begin well.' && sum === 100;
    });
  });

  it('names the field that the server refuses', async () => {
    const el = await open(programId);
    await tab(el, 'Program');
    write(await appears(el, '#startsOn'), '2026-05-01');
    write(await appears(el, '#endsOn'), '2026-04-01');
    await click(el, 'Save the program');
    await appears(el, '#endsOn-note', 'The end lies before the beginning.');
    write(find(el, '#endsOn'), '2026-09-01');
    write(find(el, '#name'), '');
    await click(el, 'Save the program');
    await appears(el, '#name-note', 'Give the program a name.');
    await waitUntil(() => focused()?.id === 'name');
  });

  it('goes from part to part with arrow keys', async () => {
    const el = await open(programId);
    (await appears<HTMLElement>(el, '[role=tab]', 'People')).focus();
    await sendKeys({ press: 'ArrowLeft' });
    await waitUntil(() => shown(focused() ?? el) === 'Program');
    await appears(el, '#name');
    await sendKeys({ press: 'Home' });
    await waitUntil(() => shown(focused() ?? el) === 'People');
  });

  it('is for those who run the program alone', async () => {
    await test.as('ana').mentoring.openEnrollment({ id: programId });
    const el = await test.hall<ProgramConsole>(
      'ben',
      html`<program-console program=${programId}></program-console>`,
    );
    await appears(el, 'p', 'Only those who run this program can see this.');
    expect(findAll(el, '[role=tab]')).to.have.length(0);
  });

  it('speaks German, from right to left, in a narrow place', async () => {
    await enrolling();
    const german = await open(programId, { locale: 'de' });
    await appears(german, 'li', 'Mentee, möchte Facilitation lernen');
    await button(german, 'Zuordnung beginnen');
    await setViewport({ width: 380, height: 900 });
    const el = await open(programId, { dir: 'rtl' });
    await appears(el, 'li', 'Lea Moreau');
    await isAccessible(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
  });
});
