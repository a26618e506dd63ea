import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import {
  appears,
  findAll,
  freshStorage,
  lostConnection,
  shown,
  withOperation,
} from '../internal/test-page.js';
import { ProgramConsole } from './program-console.js';
import { matchWorld, type MatchWorld } from './test-matching.js';
import { waitUntil } from '../internal/test-until.js';

define(ProgramConsole);

const DAY = 86_400_000;

describe('program-console, when the program runs', () => {
  let world: MatchWorld;
  let time: number;

  before(freshStorage);
  beforeEach(async () => {
    await setViewport({ width: 1100, height: 900 });
    time = Date.parse('2026-03-02T09:00:00Z');
    world = await matchWorld(() => new Date(time));
  });

  async function published(): Promise<void> {
    const { id } = await world.run();
    await world.test.as('ana').mentoring.publishMatches({ runId: id });
  }
  async function open(tab: string, options: { locale?: string } = {}): Promise<ProgramConsole> {
    const el = await world.test.hall<ProgramConsole>(
      'ana',
      html`<program-console program=${world.programId}></program-console>`,
      options,
    );
    (await appears(el, '[role=tab]', tab)).click();
    return el;
  }

  it('shows whether pairs live, and nudges those that have gone quiet', async () => {
    const empty = await open('Pairs');
    await appears(empty, '.state', 'There are no pairs yet');
    empty.remove();
    await published();
    const { items } = await world.test.as('ben').mentoring.mentorships({});
    const [own] = items;
    if (!own) throw new Error('Ben has no mentorship.');
    await world.test.as('ben').mentoring.setGoal({ mentorshipId: own.id, title: 'A secret goal of mine' });
    time += 40 * DAY;
    await world.test.guildhall.tick();
    const el = await open('Pairs');
    const quiet = await appears(el, '.quiet-pair', 'Ben Okafor and');
    expect(shown(quiet)).to.contain('0 sessions held');
    expect(shown(el), 'nothing that they wrote').to.not.contain('secret');
    await isAccessible(el);
    (await appears(quiet, 'button', 'Nudge')).click();
    await appears(el, '.quiet-pair', 'nudged');
    const { items: told } = await world.test.as('ben').notifications.list({});
    expect(told.map(({ type }) => type)).to.include('mentorship.nudged');
  });

  it('says why a nudge was not sent', async () => {
    await published();
    time += 40 * DAY;
    await world.test.guildhall.tick();
    const failing = withOperation(world.test.as('ana'), 'mentoring.nudge', () =>
      Promise.reject(lostConnection()),
    );
    const el = await world.test.hall<ProgramConsole>(
      'ana',
      html`<program-console program=${world.programId} .client=${failing}></program-console>`,
    );
    (await appears(el, '[role=tab]', 'Pairs')).click();
    (await appears(await appears(el, '.quiet-pair', 'Ben'), 'button', 'Nudge')).click();
    await appears(el, '.quiet-pair', 'connection was lost');
  });

  it('counts the program in figures, says how, and hands out files', async () => {
    await published();
    const el = await open('Report');
    await appears(el, 'dd', '4 of 4');
    const row = await appears(el, 'tr', 'Agreements signed');
    expect(shown(row)).to.contain('0 of 4').and.to.contain('all of their people have signed');
    await isAccessible(el);
    const saved: Blob[] = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => (saved.push(blob), make(blob));
    (await appears(el, 'button', 'Download as CSV')).click();
    await waitUntil(() => saved.length === 1).finally(() => (URL.createObjectURL = make));
    const text = (await saved[0]?.text()) ?? '';
    expect(text).to.contain('figure,value,of,how').and.to.contain('matchRate,4,4,');
    await waitUntil(() =>
      findAll(el, '[role=status]').some(
        (one) => one.textContent === 'Emerging-leads-report.csv is downloaded.',
      ),
    );
  });

  it('speaks German', async () => {
    await published();
    const el = await open('Bericht', { locale: 'de' });
    const row = await appears(el, 'tr', 'Zugeordnete Mentees');
    expect(shown(row)).to.contain('4 von 4').and.to.contain('Von diesen Mentees jene');
    (await appears(el, '[role=tab]', 'Paare')).click();
    await appears(el, 'p', 'Kein Paar ist still geworden.');
  });
});
