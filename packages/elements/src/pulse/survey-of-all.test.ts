import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import type { CastId, HallOptions, TestHall } from '../internal/test-hall.js';
import { testHall } from '../internal/test-hall.js';
import { appears, find, findAll, focused, freshStorage, shown, tabTo, write } from '../internal/test-page.js';
import { waitUntil } from '../internal/test-until.js';
import { SafetyTrend } from './safety-trend.js';
import { answersOf } from './test-pulse.js';

define(SafetyTrend);

/** Two teams in which all answer, and one of three people. */
const TEAMS = [
  ['Harbor', 10],
  ['Meadow', 10],
  ['Summit', 3],
] as const;

describe('safety-trend for those who read every group', () => {
  let test: TestHall;
  let ids: CastId[];
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 1100, height: 900 });
    test = await testHall();
    const extra = TEAMS.flatMap(([team, size]) =>
      Array.from({ length: size }, (_, index) => ({ id: `${team}${index}`, team })),
    );
    // Ids of the same kind as those of the cast, which its type does not know.
    ids = extra.map(({ id }) => id as CastId);
    const system = test.guildhall.as(systemActor);
    await system.people.sync({
      people: extra.map(({ id, team }) => ({ id, externalId: id, name: `Person ${id}`, teams: [team] })),
    });
    await system.people.grantRole({ personId: 'lea', role: 'hrAdmin' });
    await system.people.grantRole({ personId: 'ben', role: 'analyst' });
  });
  const place = (as: CastId, options: HallOptions = {}) =>
    test.hall<SafetyTrend>(as, html`<safety-trend></safety-trend>`, options);
  const click = async (el: Element, text: string) => (await appears(el, 'button', text)).click();

  /** Lea asks the three teams, of whom as many answer; gives the id of the wave once its results are there. */
  async function released(count = 23): Promise<string> {
    const lea = test.as('lea');
    const { items } = await lea.people.units({ kind: 'team', limit: 20 });
    const { id } = await lea.pulse.createSurvey({
      title: 'Spring',
      purpose: 'To learn where people hold back.',
      audience: {
        kind: 'units',
        unitIds: items.filter(({ name }) => TEAMS.some(([team]) => team === name)).map((unit) => unit.id),
      },
      plan: { attributes: ['team'] },
    });
    const { wave } = await lea.pulse.openWave({ surveyId: id });
    const waveId = wave?.id ?? '';
    for (const [index, person] of ids.slice(0, count).entries())
      await test.as(person).pulse.answer({ waveId, answers: answersOf((index % 3) + 3) });
    await lea.pulse.closeWave({ id: waveId });
    await waitUntil(async () => {
      await test.guildhall.tick();
      return (await lea.pulse.wave({ id: waveId })).state === 'released';
    });
    return waveId;
  }

  it('shows all groups side by side as core tells them, and what is hidden as one word', async () => {
    const waveId = await released();
    const el = await place('ben');
    await click(el, 'All groups side by side');
    await appears(el, 'th', 'Harbor');
    await isAccessible(el);
    const { rows, items } = await test.as('ben').pulse.dashboard({ waveId });
    const cells = rows.flatMap(({ cells }) =>
      items.filter(({ kind }) => kind === 'mean').map(({ id }) => cells[id]),
    );
    expect(cells.some((cell) => cell?.shown)).to.equal(true);
    expect(cells.some((cell) => !cell?.shown)).to.equal(true);
    const figure = (mean: number) => (Number.isInteger(mean) ? mean.toFixed(1) : String(mean));
    const trOf = (name: string) => findAll(el, 'tbody tr').find((each) => shown(each).startsWith(name));
    for (const { group, cells, rate } of rows) {
      const row = trOf(group.level === 0 ? 'Everybody who was asked' : group.label);
      const [, ...figures] = row ? findAll(row, 'td').map(shown) : [];
      const wanted = items.flatMap(({ id, kind }) => {
        const cell = cells[id];
        return kind === 'mean' ? [cell?.shown && cell.mean !== undefined ? figure(cell.mean) : 'hidden'] : [];
      });
      expect(figures, group.label).to.deep.equal(wanted);
      if (!rate.shown) expect(row && shown(row)).not.to.contain('%');
    }
    // Summit is too small, and is told from a group of which nobody answered by nothing.
    const words = findAll(trOf('Summit') ?? el, 'td').map(shown);
    expect(new Set(words)).to.deep.equal(new Set(['hidden']));
    expect(shown(el)).to.contain('only from 5 answers on');
  });

  it('leads with keys from the table to the report of a group, and back', async () => {
    await released();
    const el = await place('lea');
    (await appears(el, 'button.side')).focus();
    await sendKeys({ press: 'Enter' });
    await appears(el, '.group', 'Harbor');
    await tabTo('.group');
    while (!shown(focused() ?? el).includes('Harbor')) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await appears(el, 'guild-safety-report');
    await waitUntil(() => focused()?.id === 'group');
    const select = find<HTMLSelectElement>(el, '#group');
    expect(select?.selectedOptions[0]?.text.trim()).to.equal('Harbor');
    expect(find(el, 'guild-pulse-dashboard')).to.equal(null);
    expect(find(el, '.side')?.ariaPressed).to.equal('false');
  });

  it('offers neither to those who may not', async () => {
    await released();
    const analyst = await place('ben');
    await appears(analyst, 'button', 'All groups side by side');
    expect(find(analyst, '.ask-new')).to.equal(null);
    const member = await place('ana');
    await appears(member, '[part=empty]', 'No results yet.');
    expect(find(member, '.side')).to.equal(null);
    expect(find(member, '.ask-new')).to.equal(null);
  });

  it('asks everybody what HR has written, and those who are asked read it before', async () => {
    const el = await place('lea');
    await click(el, 'Ask a survey');
    await appears(el, 'guild-survey-form');
    await waitUntil(() => focused()?.id === 'title');
    await isAccessible(el);
    await click(el, 'Ask now');
    await appears(el, '[role=alert]', 'Say why you ask.');
    expect(focused()?.id).to.equal('purpose');
    write(find(el, '#purpose'), 'Where do we hold back?');
    write(find(el, '#k'), '3');
    await click(el, 'Ask now');
    await appears(el, '[role=alert]', 'A number from 4 to 20.');
    write(find(el, '#k'), '6');
    for (const name of ['team', 'hierarchy', 'members']) find(el, `input[name=${name}]`)?.click();
    (await appears(el, 'input[name=managers]')).click();
    find(el, 'input[value=sealed]')?.click();
    await click(el, 'Ask now');
    await appears(el, 'p', 'The survey is open until');
    expect(find(el, 'guild-survey-form')).to.equal(null);
    await waitUntil(() => focused()?.matches('.ask-new') ?? false);
    const { items } = await test.as('lea').pulse.surveys({});
    expect(items).to.have.length(1);
    expect(items[0]?.draft).to.deep.include({
      mode: 'sealed',
      k: 6,
      audience: { kind: 'everyone' },
      plan: { attributes: ['department', 'team'], hierarchy: true, crossings: [] },
      readers: { people: [], roles: ['hrAdmin', 'analyst'], managers: true, members: true },
      cadence: { openDays: 7 },
    });
    const [task] = (await test.as('ana').pulse.mine({})).items;
    expect(task?.purpose).to.equal('Where do we hold back?');
  });

  it('keeps a draft for one team and named readers, changes it, and writes it once', async () => {
    const el = await place('lea');
    await click(el, 'Ask a survey');
    write(await appears(el, '#purpose'), 'Why not?');
    find(el, 'input[value=units]')?.click();
    await click(el, 'Keep as a draft');
    await appears(el, '[role=alert]', 'Choose a department or team.');
    await waitUntil(() => focused()?.role === 'combobox');
    await sendKeys({ type: 'Harb' });
    await appears(el, '[role=option]', 'Harbor (team)');
    await isAccessible(el);
    await sendKeys({ press: 'Enter' });
    await appears(el, 'li', 'Harbor');
    await click(el, 'Keep as a draft');
    await appears(el, '[role=status]', 'The draft is kept.');
    await click(el, 'Change the draft');
    await appears(el, 'li', 'Harbor');
    write(find(el, '#title'), 'Harbor in May');
    await click(el, 'Ask now');
    await appears(el, 'h2', 'Harbor in May');
    await appears(el, 'p', 'The survey is open until');
    expect((await test.as('lea').pulse.surveys({})).items).to.have.length(1);
    expect((await test.as('Harbor0' as CastId).pulse.mine({})).items).to.have.length(1);
    expect((await test.as('Meadow0' as CastId).pulse.mine({})).items).to.have.length(0);
  });

  it('asks questions of its own, turned ones too, and keeps them while they are written', async () => {
    const el = await place('lea');
    await click(el, 'Ask a survey');
    write(await appears(el, '#purpose'), 'Where do handovers fail?');
    find(el, 'input[value=own]')?.click();
    await appears(el, 'guild-survey-questions');
    // The name of the built-in form would not fit.
    expect(find<HTMLInputElement>(el, '#title')?.value).to.equal('');
    write(find(el, '#title'), 'Handovers');
    await click(el, 'Keep as a draft');
    await appears(el, '[role=alert]', 'Add at least one question.');
    await waitUntil(() => focused()?.matches('.add'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'type');
    await isAccessible(el);
    // The answers of a new question are there; its words are not.
    await click(el, 'Keep as a draft');
    await appears(el, '[role=alert]', 'Write what is asked.');
    write(find(el, '#prompt'), 'I often learn of a change too late.');
    find(el, 'input[name=reversed]')?.click();
    await click(el, 'Add a question');
    await waitUntil(() => find<HTMLTextAreaElement>(el, '#prompt')?.value === '');
    write(find(el, '#prompt'), 'What would help?');
    const type = await appears<HTMLSelectElement>(el, '#type');
    type.value = 'text';
    type.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await appears(el, 'li', 'Rating with words · turned around in the figures');
    (await appears(el, '.up:enabled')).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(el, '.what').map(shown)[0]?.startsWith('What would help?'));
    await isAccessible(el);
    const again = await place('lea');
    await click(again, 'Ask a survey');
    await click(again, 'How it will look');
    await appears(await appears(again, '.preview'), 'legend', 'I often learn of a change too late.');
    await click(again, 'Ask now');
    await appears(again, 'p', 'The survey is open until');
    const lea = test.as('lea');
    const [survey] = (await lea.pulse.surveys({})).items;
    const form = survey?.draft?.form;
    expect(
      form?.kind === 'own' && form.questions.map((one) => [one.type, one.type === 'rating' && one.reversed]),
    ).to.deep.equal([
      ['text', false],
      ['rating', true],
    ]);
    const asked = await test.as('ana').pulse.form({ waveId: survey?.openWaveId ?? '', language: 'en' });
    expect(asked.questions.map(({ prompt }) => prompt)).to.deep.equal([
      'What would help?',
      'I often learn of a change too late.',
    ]);
  });

  it('offers pairs of groups to cross, and from how many answers on words are shown', async () => {
    const el = await place('lea');
    await click(el, 'Ask a survey');
    write(await appears(el, '#purpose'), 'Why not?');
    expect(findAll(el, 'input[value="department location"]').length).to.equal(0);
    find(el, 'input[name=location]')?.click();
    find(el, 'input[name=grade]')?.click();
    (await appears(el, 'input[value="department location"]')).click();
    (await appears(el, 'input[value="location grade"]')).click();
    await isAccessible(el);
    // What is not a group by itself is not crossed.
    find(el, 'input[name=grade]')?.click();
    await waitUntil(() => find(el, 'input[value="location grade"]') === null);
    write(find(el, '#kText'), '9');
    await click(el, 'Keep as a draft');
    await appears(el, '[role=alert]', 'A number from 10 to 100.');
    expect(focused()?.id).to.equal('kText');
    write(find(el, '#kText'), '15');
    await click(el, 'Keep as a draft');
    await appears(el, '[role=status]', 'The draft is kept.');
    const [survey] = (await test.as('lea').pulse.surveys({})).items;
    expect(survey?.draft?.kText).to.equal(15);
    expect(survey?.draft?.plan).to.deep.equal({
      attributes: ['department', 'location'],
      hierarchy: false,
      crossings: [['department', 'location']],
    });
    await click(el, 'Change the draft');
    await waitUntil(() => find<HTMLInputElement>(el, 'input[value="department location"]')?.checked);
  });

  it('keeps as one draft what could not be asked, says why, and asks it again', async () => {
    const lea = test.as('lea');
    const first = await lea.pulse.createSurvey({
      title: 'First',
      purpose: 'Why?',
      audience: { kind: 'everyone' },
    });
    const { wave } = await lea.pulse.openWave({ surveyId: first.id });
    const el = await place('lea');
    await click(el, 'Ask a survey');
    write(await appears(el, '#purpose'), 'Why twice?');
    await click(el, 'Ask now');
    await appears(el, '[role=alert]');
    await lea.pulse.closeWave({ id: wave?.id ?? '' });
    write(find(el, '#title'), 'Second');
    await click(el, 'Ask now');
    await waitUntil(() => !find(el, 'guild-survey-form'));
    const { items } = await lea.pulse.surveys({});
    expect(items.map(({ title, state }) => [title, state])).to.deep.equal([
      ['Second', 'running'],
      ['First', 'running'],
    ]);
  });

  it('says that a second person must agree, who agrees', async () => {
    const system = test.guildhall.as(systemActor);
    await system.people.grantRole({ personId: 'lea', role: 'orgAdmin' });
    await system.people.grantRole({ personId: 'long', role: 'hrAdmin' });
    const lea = test.as('lea');
    const { items } = await lea.people.units({ kind: 'team', text: 'Harbor', limit: 1 });
    const { id } = await lea.pulse.createSurvey({
      title: 'Few',
      purpose: 'Why?',
      audience: { kind: 'units', unitIds: items.map((unit) => unit.id) },
    });
    const el = await place('lea');
    await click(el, 'Ask now');
    await click(el, 'Ask now');
    await appears(el, 'p', 'a second person in HR or administration must agree');
    const second = await place('long');
    await appears(second, 'p', 'Lea Moreau wants to ask this.');
    await click(second, 'Ask now');
    await click(second, 'Ask now');
    await waitUntil(async () => (await lea.pulse.survey({ id })).state === 'running');
  });

  it('speaks German, runs from right to left, and fits a narrow page', async () => {
    await released();
    await setViewport({ width: 380, height: 800 });
    const el = await place('lea', { locale: 'de', dir: 'rtl' });
    await click(el, 'Alle Gruppen nebeneinander');
    await appears(el, 'td', 'verborgen');
    await isAccessible(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    await click(el, 'Umfrage stellen');
    await appears(el, 'h3', 'Eine neue Umfrage');
    await isAccessible(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(380);
    expect(findAll(el, '[style]')).to.have.length(0);
  });
});
