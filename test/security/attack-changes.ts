import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { systemActor } from '@guildhall/core';
import { cycleDraft, launched, reasonOf, seat, syncReviewCast } from '../behavior/reviews-cast.js';
import { DAY } from '../behavior/world.js';
import { crawl, listen, readersOf, shownIn, textOf } from './attack-crawl.js';
import { timingOutside } from './attack-outside.js';
import {
  answerAll,
  answersOf,
  K,
  openAgain,
  openEmpty,
  openSurvey,
  openWorld,
  organization,
  OFFICERS,
  randomFrom,
  record,
  receiptOf,
  releaseWave,
  SEED,
  surveyDraft,
  type AttackWorld,
  type Person,
} from './attack-world.js';

/** Ids from a seed: two worlds in which the same is done have the same ids. */
export function idsFrom(seed: number): () => string {
  const random = randomFrom(seed);
  const part = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return () => part() + part() + part() + part();
}

const level = (_id: string, at: number) => 1 + ((at * 7) % 5);

/** What those read of a wave who did not answer, as one text. Reading a file is written down, so that is left out. */
async function seen(world: AttackWorld, waveId: string, surveyId: string, actors: readonly string[]) {
  const { items } = await world.as('femi').pulse.groups({ waveId });
  const known = { waveIds: [waveId], surveyIds: [surveyId], groups: items.map(({ id }) => id) };
  const only = (name: string) =>
    /^(pulse|settings|notifications|answers)\./.test(name) && !/export/.test(name);
  const all = await crawl(world, known, { actors: [...actors], only });
  return JSON.stringify(all);
}

const QUIET = ['chief', ...Object.keys(OFFICERS)];

/** What the released figures are, by group and measure. */
async function figuresOf(world: AttackWorld, waveId: string): Promise<Record<string, number>> {
  const { items } = await world.as('femi').pulse.groups({ waveId });
  const known = { waveIds: [waveId], groups: items.map(({ id }) => id) };
  const only = (name: string) => name === 'pulse.report' || name === 'pulse.dashboard';
  const shown = shownIn(await crawl(world, known, { actors: [...QUIET, 'p0'], only }), waveId);
  const sorted = shown.map(({ group, measure, mean }): [string, number] => [`${group} ${measure}`, mean]);
  return Object.fromEntries(sorted.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The figures of a wave in which something is done between two halves of the answers. */
async function withChange(change?: (world: AttackWorld, waveId: string) => Promise<void>) {
  const world = await openWorld(SEED, { newId: idsFrom(SEED) });
  const { waveId } = await openSurvey(world);
  await answerAll(world, waveId, world.people.slice(0, 20), level);
  await change?.(world, waveId);
  await answerAll(world, waveId, world.people.slice(20, 40), level);
  await releaseWave(world, waveId);
  const figures = await figuresOf(world, waveId);
  return { world, waveId, figures };
}

async function sync(world: AttackWorld, people: object[]): Promise<void> {
  // What the tests pass are people as the directory has them.
  const input = { people: people as ReturnType<typeof record>[] };
  await world.as('pat').people.sync(input);
}

async function snapshot(): Promise<void> {
  const world = await openWorld(SEED);
  const { surveyId, waveId } = await openSurvey(world);
  const look = () => seen(world, waveId, surveyId, ['chief', 'femi', 'ana', 'pia', 'p43']);
  const first = await look();
  for (const [at, person] of world.people.slice(0, 24).entries()) {
    await answerAll(world, waveId, [person], () => 1 + (at % 5));
    if (at < 4 || at % 5 === 4) assert.equal(await look(), first, `after ${at + 1} answers`);
  }
  const own = (id: string) => textOf(world, id, 'pulse.mine', {});
  assert.notEqual(await own('p0'), await own('p43'), 'the crawl would see a difference: one’s own');
  world.clock.advance(DAY);
  const { answered } = await world.as('femi').pulse.wave({ id: waveId });
  assert.equal(answered, 20, 'a day later about how many, rounded down to 5');
  await releaseWave(world, waveId);
  const released = await figuresOf(world, waveId);
  const late = world.as('p40').pulse.answer({ waveId, answers: answersOf('p40', 5) });
  await assert.rejects(late);
  assert.deepEqual(await figuresOf(world, waveId), released);
  await world.close();
}

async function rosterChange(): Promise<void> {
  const plain = await withChange();
  const changed = await withChange(async (world, waveId) => {
    const before = await figuresOf(world, waveId);
    const [, , , , , moved, left] = world.people;
    assert.ok(moved && left);
    await sync(world, [record({ ...moved, department: 'Unit 3', location: 'Town 2', manager: 'p3' })]);
    await sync(world, [record({ ...moved, id: 'newcomer' })]);
    await sync(world, [{ ...record(left), status: 'departed' }]);
    assert.deepEqual(await figuresOf(world, waveId), before);
    const { items } = await world.as('newcomer').pulse.mine({});
    assert.deepEqual(items, [], 'who came later is not asked');
  });
  assert.ok(Object.keys(plain.figures).length > 3);
  assert.deepEqual(changed.figures, plain.figures);
  await changed.world.close();

  // The next wave, with one person less in each group of a department: nothing small is shown twice.
  const { world, waveId } = plain;
  const { surveyId } = await world.as('femi').pulse.wave({ id: waveId });
  world.clock.advance(8 * DAY);
  const again = await openAgain(world, surveyId);
  const gone = (at: number) => at % 13 === 5;
  const stayed = world.people.slice(0, 40).filter((_, at) => !gone(at));
  await answerAll(world, again, stayed, level);
  await releaseWave(world, again);
  const after = await figuresOf(world, again);
  const { items } = await world.as('femi').pulse.groups({ waveId: again });
  let hidden = 0;
  for (const { id, level: depth, label } of items) {
    const inGroup = (one: Person) =>
      depth === 0 || label.split(' · ').every((part) => [one.department, one.location].includes(part));
    if (depth === 2) continue;
    const then = world.people.slice(0, 40).filter(inGroup).length;
    const now = stayed.filter(inGroup).length;
    if (then === now || then - now >= K || now >= 2 * K) continue;
    assert.ok(!(`${id} q` in after && `${id} q` in plain.figures), `${label}: ${then}, then ${now}`);
    if (`${id} q` in plain.figures) hidden++;
  }
  assert.ok(hidden > 0, 'a group was shown once and not again');
  await world.close();
}

async function attributeEdit(): Promise<void> {
  const plain = await withChange();
  const edited = await withChange(async (world, waveId) => {
    const one = world.people[7];
    assert.ok(one);
    const before = await figuresOf(world, waveId);
    await sync(world, [record({ ...one, location: 'Town of one' })]);
    assert.deepEqual(await figuresOf(world, waveId), before);
    await sync(world, [record(one)]);
  });
  assert.deepEqual(edited.figures, plain.figures);
  const { world, waveId } = edited;
  const one = world.people[7];
  assert.ok(one);
  await sync(world, [record({ ...one, location: 'Town of one' })]);
  assert.deepEqual(await figuresOf(world, waveId), edited.figures, 'after the release, too');
  await world.close();
  await plain.world.close();

  // The control: an edit before the opening does move the person.
  const control = await openWorld(SEED, { newId: idsFrom(SEED) });
  await sync(control, [record({ ...one, location: 'Town of one' })]);
  const { waveId: other } = await openSurvey(control);
  const { items } = await control.as('femi').pulse.groups({ waveId: other });
  assert.ok(items.some(({ label }) => label === 'Town of one'));
  await control.close();
}

async function sybil(): Promise<void> {
  const world = await openWorld(SEED);
  const [victim] = organization(SEED);
  assert.ok(victim);
  const puppet = (at: number) => record({ ...victim, id: `false-${at}`, location: 'Town of one' });
  world.clock.advance(40 * DAY);
  await sync(world, [0, 1, 2, 3].map(puppet));
  world.clock.advance(29 * DAY);
  const { waveId } = await openSurvey(world);
  await sync(world, [4, 5].map(puppet));
  for (const id of [0, 1, 2, 3, 4, 5].map((at) => `false-${at}`)) {
    assert.deepEqual((await world.as(id).pulse.mine({})).items, [], id);
    const answer = world.as(id).pulse.answer({ waveId, answers: answersOf(id, 5) });
    assert.equal(await reasonOf(answer), 'wave.unknown');
  }
  const { items } = await world.as('pia').settings.auditLog({ limit: 100 });
  assert.ok(
    items.filter(({ operation, actorId }) => operation === 'people.sync' && actorId === 'pat').length > 1,
  );
  // The control, and the limit that is printed: false accounts that are older count.
  world.clock.advance(2 * DAY);
  await world.as('femi').pulse.closeWave({ id: waveId });
  const { waveId: later } = await openSurvey(world, { title: 'Later' });
  assert.equal((await world.as('false-0').pulse.mine({})).items[0]?.waveId, later);
  const page = readFileSync(new URL('../../docs/anonymity.md', import.meta.url), 'utf8');
  assert.match(page, /\*\*False accounts\.\*\*.*k − 1 accounts/);
  await world.close();

  const reviews = await openEmpty();
  await syncReviewCast(reviews);
  reviews.clock.advance(20 * DAY);
  await reviews
    .as(systemActor)
    .people.sync({ people: [{ id: 'young', externalId: 'young', name: 'Young' }] });
  reviews.clock.advance(DAY);
  const dates = { nominateBy: '2026-04-13', answerBy: '2026-04-27' };
  const cycleId = await launched(reviews, { dates });
  assert.equal(await reasonOf(seat(reviews, cycleId, 'ben', { young: 'peer' })), 'reviewer.tooNew');
  await reviews.close();
}

async function timing(): Promise<void> {
  const world = await openWorld(SEED);
  const { waveId } = await openSurvey(world, { mode: 'sealed' });
  const actors = [...readersOf(world), 'p9'];
  const { items: before } = await world.as('pia').settings.auditLog({ limit: 100 });
  const work = async () => {
    const position = await world.guildhall.position();
    for (const { id } of world.people.slice(4, 16)) {
      const { pulse } = world.as(id);
      const receipt = receiptOf(id);
      await pulse.answer({ waveId, answers: answersOf(id, 3), receipt });
      await pulse.answer({ waveId, answers: answersOf(id, 4), receipt });
      await pulse.takeBack({ waveId, receipt });
      await pulse.answer({ waveId, answers: answersOf(id, 5), receipt });
      // The entity tag of shared answers, and the place in the feed, which counts all events.
      assert.deepEqual(await world.guildhall.position(), position);
    }
  };
  assert.deepEqual(await listen(world, actors, work), []);
  const { items: after } = await world.as('pia').settings.auditLog({ limit: 100 });
  const others = after.filter(({ operation }) => operation !== 'people.updateProfile');
  assert.deepEqual(others, before);
  // The control: another command is heard, has its audit row, and moves the feed.
  const control = await listen(world, ['p5'], async () => {
    await world.as('p4').recognition.give({ receivers: ['p5'], message: 'Thank you' });
  });
  assert.ok(control.length > 0);
  await world.close();
  await timingOutside();
}

async function thresholdChange(): Promise<void> {
  const world = await openWorld(SEED);
  const femi = world.as('femi');
  const { surveyId, waveId } = await openSurvey(world, { k: 6 });
  for (const id of ['femi', 'ola'])
    assert.match(
      (await reasonOf(world.as(id).pulse.updateSurvey({ id: surveyId, draft: surveyDraft({ k: 4 }) }))) ?? '',
      /^(survey\.(frozen|notYours|unknown)|policy\.refused)$/,
    );
  assert.equal((await femi.pulse.wave({ id: waveId })).k, 6);
  const draft = await femi.pulse.createSurvey(surveyDraft({ k: 6 }));
  await femi.pulse.updateSurvey({ id: draft.id, draft: surveyDraft({ k: 4 }) });
  await assert.rejects(femi.pulse.updateSurvey({ id: draft.id, draft: surveyDraft({ k: 3 }) }), /k/);
  await world.close();

  const reviews = await openEmpty();
  await syncReviewCast(reviews);
  const strict = cycleDraft({ thresholds: { k360: 5, kText: 10 } });
  const lower = cycleDraft({ thresholds: { k360: 3, kText: 5 } });
  const { id } = await reviews.as('femi').reviews.createCycle(strict);
  await reviews.as('femi').reviews.updateCycle({ id, draft: strict });
  await reviews.as('femi').reviews.launch({ id });
  assert.equal(await reasonOf(reviews.as('femi').reviews.updateCycle({ id, draft: lower })), 'cycle.frozen');
  assert.equal((await reviews.as('femi').reviews.cycle({ id })).thresholds.k360, 5);
  await reviews.close();
}

/** The attacks by what changes, and when. */
export const changeAttacks: Record<string, () => Promise<void>> = {
  snapshot,
  'roster change': rosterChange,
  'attribute edit': attributeEdit,
  sybil,
  timing,
  'threshold change': thresholdChange,
};
