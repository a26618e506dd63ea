import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGuildhallError } from '../errors.js';
import { audit } from '../kernel-model.js';
import { memoryStore } from '../store/memory.js';
import { canonicalJson, errorToWire } from '../wire.js';
import { sealedAnswers } from './model.js';
import {
  answeredAbout,
  askRelease,
  closeRound,
  openRound,
  ownAnswers,
  releaseOf,
  startForm,
  stateOfRound,
  stateOfSeats,
} from './round.js';
import { unseal } from './sealed.js';
import {
  answer,
  idsFrom,
  kendall,
  openHall,
  openSurvey,
  randomFrom,
  receiptOf,
  SURVEY,
  type Hall,
} from './test-hall.js';

const SEED = 20261122;
console.log(`seed ${SEED}`);

const close = (hall: Hall) => hall.act('system', (context) => closeRound(context, 'r'));

async function release(hall: Hall) {
  await close(hall);
  await hall.act('system', (context) => askRelease(context, 'r'));
  assert.equal(await hall.settled('r'), 'released');
  const released = await hall.read((tx) => releaseOf(tx, 'r', 'all'));
  assert.ok(released?.release.kind === 'survey');
  return released.release;
}

/** Everything that anybody but p3 can read of a round while it is open: figures, states, events, audit rows. */
async function readable(hall: Hall): Promise<string> {
  const now = new Date('2026-03-11T08:00:00.000Z');
  const read = await hall.read(async (tx) => ({
    state: await stateOfRound(tx, 'r'),
    about: await answeredAbout(tx, 'r', now),
    release: await releaseOf(tx, 'r', 'all'),
    others: await Promise.all(['p0', 'p1', 'p9', 'p19'].map((id) => stateOfSeats(tx, id))),
    audit: (await tx.find(audit, { order: '+at', limit: 100 })).items,
  }));
  const feed = hall.store.changes();
  const first = await feed.next();
  await feed.return?.();
  // Behind the point: how many events there were. Before it stands what is random in each store.
  const events = String(first.value?.cursor).split('.')[1];
  return canonicalJson({ ...read, events });
}

for (const mode of ['confidential', 'sealed'] as const)
  test(`P4, ${mode}: one person’s answer changes nothing before the close, and then only groups that hold the person`, async () => {
    const worlds = [
      { level: 1, words: 'I disagree.' },
      { level: 5, words: 'I agree, and here is a longer reason for it.' },
    ].map(async ({ level, words }) => {
      const hall = await openHall(memoryStore(), 24, idsFrom(SEED));
      await openSurvey(hall, 24, { mode });
      for (let number = 0; number < 24; number++)
        await (number === 3
          ? answer(hall, 3, level, words)
          : answer(hall, number, 1 + (number % 5), `words ${number}`));
      return { before: await readable(hall), after: await release(hall) };
    });
    const [one, other] = await Promise.all(worlds);
    assert.ok(one && other);
    assert.equal(one.before, other.before);
    assert.ok(one.before.includes('"about":20'), 'the figure is among what is compared');
    assert.deepEqual(one.after.cells['b'], other.after.cells['b']);
    assert.deepEqual(one.after.texts['b'], other.after.texts['b']);
    assert.deepEqual(one.after.rates, other.after.rates);
    assert.notDeepEqual(one.after.cells['a'], other.after.cells['a']);
    assert.notDeepEqual(one.after.texts['a'], other.after.texts['a']);
  });

/** The places in the order of answering, as lists of the store give them: before the close, and after it. */
async function listOrders(seed: number, newId: () => string, size: number) {
  const hall = await openHall(memoryStore(), size, newId);
  await openSurvey(hall, size);
  const random = randomFrom(seed);
  const turns = Array.from({ length: size }, (_, number) => ({ number, key: random() }));
  turns.sort((a, b) => a.key - b.key);
  for (const [turn, { number }] of turns.entries()) await answer(hall, number, 3, `${turn}`);
  const list = async () => {
    const where = { roundId: 'r' };
    const found = await hall.read((tx) => tx.find(sealedAnswers, { where, order: '+id', limit: size }));
    return found.items.map(({ values }) => {
      const said = unseal(values)['t'];
      return said && 'text' in said ? Number(said.text) : assert.fail('no text');
    });
  };
  const before = await list();
  await close(hall);
  return { before, after: await list() };
}

/** The mean of Kendall’s τ between list order and order of answering, over so many seeds. */
async function meanOrder(seeds: number, idsOf: (seed: number) => () => string) {
  const sums = { before: 0, after: 0 };
  for (let seed = SEED; seed < SEED + seeds; seed++) {
    const { before, after } = await listOrders(seed, idsOf(seed), 12);
    sums.before += kendall(before);
    sums.after += kendall(after);
  }
  return { before: sums.before / seeds, after: sums.after / seeds };
}

test('P6: over 1,000 seeds the order of ids tells nothing of the order of answering', async () => {
  const mean = await meanOrder(1000, idsFrom);
  assert.ok(Math.abs(mean.before) < 0.1, `before the close ${mean.before}`);
  assert.ok(Math.abs(mean.after) < 0.1, `after the close ${mean.after}`);
});

test('P12 (d): the same test fails when ids follow the time', async () => {
  const ordered = () => {
    let count = 0;
    return () => (++count).toString(16).padStart(32, '0');
  };
  const mean = await meanOrder(20, ordered);
  assert.ok(mean.before > 0.9, `${mean.before}`);
});

test('P6: released texts do not come in the order of answering', async () => {
  let sum = 0;
  const seeds = 60;
  for (let seed = SEED; seed < SEED + seeds; seed++) {
    const hall = await openHall(memoryStore(), 15, idsFrom(seed));
    await openSurvey(hall, 15, { mode: 'confidential', thresholds: { k: 5, kText: 5, writers: 3 } });
    for (let number = 0; number < 15; number++) await answer(hall, number, 3, `${100 + number}`);
    const cell = (await release(hall)).texts['all']?.['t'];
    assert.ok(cell?.shown);
    assert.equal(cell.texts.length, 15);
    sum += kendall(cell.texts.map(({ text }) => Number(text)));
  }
  assert.ok(Math.abs(sum / seeds) < 0.1, `${sum / seeds}`);
});

test('P7: suppressed and empty are the same bytes; another’s seat and none are the same refusal', async () => {
  const hall = await openHall(memoryStore(), 30, idsFrom(SEED));
  const groups = [...SURVEY.groups, { id: 'few', level: 1 as const, name: 'Few' }];
  groups.push({ id: 'none', level: 1, name: 'None' });
  const groupOf = (number: number) => (number < 3 ? ['few'] : number < 16 ? ['a'] : ['b']);
  const seats = Array.from({ length: 30 }, (_, number) => ({
    ...{ id: `seat${number}`, personId: `p${number}`, sheetId: 'all', groups: groupOf(number) },
  }));
  await hall.act('system', (context) => openRound(context, { ...SURVEY, groups, seats }));
  for (let number = 0; number < 30; number++) await answer(hall, number, 1 + (number % 5), 'words');
  const foreign = (seatId: string) => wire(hall.act('p0', (context) => startForm(context, 'r', seatId)));
  assert.equal(await foreign('seat1'), await foreign('missing'));
  const reading = (seatId: string) =>
    wire(hall.read((tx) => ownAnswers(tx, { roundId: 'r', seatId, personId: 'p0', receipt: receiptOf(1) })));
  assert.equal(await reading('seat1'), await reading('missing'));
  const { cells, texts, rates, trends } = await release(hall);
  for (const part of [cells, texts, rates, trends])
    assert.equal(canonicalJson(part['few']), canonicalJson(part['none']));
  assert.ok(cells['a']?.['q']?.shown || cells['b']?.['q']?.shown, 'there is something to tell it from');
  const of = (sheetId: string, roundId = 'r') => hall.read((tx) => releaseOf(tx, roundId, sheetId));
  assert.equal(await of('other'), await of('all', 'missing'));
});

async function wire(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => assert.fail('It was not refused.'),
    (error: unknown) => {
      assert.ok(isGuildhallError(error));
      return canonicalJson(errorToWire(error));
    },
  );
}
