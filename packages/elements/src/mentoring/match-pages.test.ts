import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { systemActor } from '@guildhall/core';
import { define } from '../define.js';
import { appears, findAll, freshStorage, shown } from '../internal/test-page.js';
import { MatchWorkbench } from './match-workbench.js';
import { matchWorld } from './test-matching.js';
import { waitUntil } from '../internal/test-until.js';

define(MatchWorkbench);

const MANY = 120;

describe('match-workbench with many pairs', () => {
  before(freshStorage);

  it('shows a page at a time, the worst first, and carries somebody over the pages', async () => {
    await setViewport({ width: 1280, height: 900 });
    const { test, programId, run } = await matchWorld(undefined, MANY);
    await run();
    const el = await test.hall<MatchWorkbench>(
      'ana',
      html`<match-workbench program=${programId}></match-workbench>`,
    );
    await appears(el, '.pages', `Pairs 1 to 50 of ${MANY + 4}`);
    const scores = () => findAll(el, '.pair .why b').map((one) => Number(shown(one)));
    expect(scores()).to.have.length(50);
    const first = scores();
    expect(first).to.deep.equal([...first].sort((one, other) => one - other));
    const [moved] = findAll(el, '.grip');
    const id = moved?.dataset.mentee;
    moved?.click();
    (await appears(el, '.pages button', 'Next')).click();
    await appears(el, '.pages', 'Pairs 51 to 100');
    await appears(el, '.carry', 'Choose a new mentor');
    expect(Math.min(...scores())).to.be.at.least(Math.max(...first));
    const target = findAll(el, '.target')[3];
    const mentor = /, to (.+)$/.exec(target?.ariaLabel ?? '')?.[1];
    target?.click();
    const { items } = await test.guildhall.as(systemActor).mentoring.matchRuns({ programId });
    await waitUntil(async () => {
      const all = await test.as('ana').mentoring.pairs({ runId: items[0]?.id ?? '', limit: 100 });
      const more = await test
        .as('ana')
        .mentoring.pairs({ runId: items[0]?.id ?? '', limit: 100, after: all.next });
      return [...all.items, ...more.items].some((one) => one.mentee.id === id && one.mentor.name === mentor);
    });
    (await appears(el, '.pages button', 'Previous')).click();
    await appears(el, '.pages', 'Pairs 1 to 50');
  });
});
