import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { appears, find, findAll, lostConnection, shown, withOperation } from '../internal/test-page.js';
import { MatchWhy } from './match-why.js';
import { MatchWorkbench } from './match-workbench.js';
import { matchWorld, type MatchWorld } from './test-matching.js';

define(MatchWhy, MatchWorkbench);

describe('match-why', () => {
  let world: MatchWorld;
  let run: string;

  before(async () => {
    await setViewport({ width: 900, height: 900 });
    world = await matchWorld();
    run = (await world.run()).id;
  });
  const open = (mentee: string, options: { locale?: string; mentor?: string; dir?: 'rtl' } = {}) =>
    world.test.hall<MatchWhy>(
      'ana',
      html`<match-why run=${run} mentee=${mentee} mentor=${options.mentor ?? ''}></match-why>`,
      options,
    );

  it('says each reason with its points, which add up to the score', async () => {
    const el = await open('lea');
    await appears(el, 'h3', 'Why Lea and Grace');
    const wanted = await appears(el, 'li', 'Wants Negotiation; Grace teaches it');
    expect(shown(wanted)).to.match(/, \d+ of 45$/);
    const points = findAll(el, '.points').map((one) => Number(/(\d+) of/.exec(shown(one))?.[1]));
    const { items } = await world.test.as('ana').mentoring.pairs({ runId: run });
    const score = items.find(({ mentee }) => mentee.id === 'lea')?.score ?? 0;
    const sum = points.reduce((whole, one) => whole + one, 0);
    expect(Math.abs(sum - score / 100), 'but for rounding').to.be.below(points.length);
    await isAccessible(el);
  });

  it('has the numbers of the picture as a table', async () => {
    const el = await open('lea');
    await appears(el, 'summary', 'The points as a table').then((one) => one.click());
    const rows = findAll(el, 'tbody tr');
    expect(rows.map((one) => shown(one.children[0] ?? one))).to.include('The wanted skill');
    expect(rows).to.have.length(findAll(el, '.why li').length);
    const widths = findAll(el, '.why rect').map((one) => Number(one.getAttribute('width')));
    expect(Math.max(...widths)).to.be.greaterThan(0);
  });

  it('says who would do as well or better, and what rule or cost stands against it', async () => {
    const el = await open('ben');
    await appears(el, 'h3', 'Who would score as well or better for Ben');
    const dana = await appears(el, '.better li', 'Dana Whitfield');
    expect(shown(dana)).to.contain('They are in the same team.');
    const hugo = await open('hugo');
    expect(shown(await appears(hugo, '.better li', 'Dana Whitfield'))).to.contain('line of management');
  });

  it('judges two who are not matched', async () => {
    const el = await open('ben', { mentor: 'dana' });
    await appears(el, 'h3', 'Why Ben and Dana');
    await appears(el, '.rules', 'They are in the same team.');
    await appears(el, 'li', 'Wants Facilitation; Dana teaches it');
    await isAccessible(el);
  });

  it('waits for a pair, and says what went wrong', async () => {
    const none = await world.test.hall<MatchWhy>('ana', html`<match-why></match-why>`);
    await appears(none, 'p', 'Choose a pair to see why.');
    const failing = withOperation(world.test.as('ana'), 'mentoring.score', () =>
      Promise.reject(lostConnection()),
    );
    const lost = await world.test.hall<MatchWhy>(
      'ana',
      html`<match-why run=${run} mentee="lea" .client=${failing}></match-why>`,
    );
    await appears(lost, '[role=alert]', 'connection');
    await isAccessible(lost);
    const stranger = await world.test.hall<MatchWhy>(
      'ben',
      html`<match-why run=${run} mentee="lea"></match-why>`,
    );
    await appears(stranger, '[role=alert]', 'not yours to see');
  });

  it('speaks German, and sits right from right to left', async () => {
    const el = await open('lea', { locale: 'de' });
    await appears(el, 'h3', 'Warum Lea und Grace');
    await appears(el, 'li', 'Möchte Negotiation lernen; Grace gibt es weiter');
    const right = await open('layla', { dir: 'rtl' });
    // A name in a script without capitals stays whole.
    await appears(right, 'h3', 'ليلى حداد');
    await isAccessible(right);
  });

  it('shows names and reasons that look like markup as they are written', async () => {
    const name = '<img src=x onerror="document.title=1">';
    const system = world.test.guildhall.as(systemActor);
    await system.people.sync({ people: [{ externalId: 'femi', name }] });
    const el = await world.test.hall<MatchWorkbench>(
      'ana',
      html`<match-workbench program=${world.programId}></match-workbench>`,
    );
    await appears(el, '.name', name);
    expect(find(el, 'img')).to.equal(null);
    expect(document.title).to.not.equal('1');
    await system.people.sync({ people: [{ externalId: 'femi', name: 'Femi Kolade' }] });
  });
});
