import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGuildhallError } from '../errors.js';
import { canonicalJson } from '../wire.js';
import { memoryStore } from '../store/memory.js';
import { confidentialAnswers, drafts, sealedAnswers, seats } from './model.js';
import { readRound } from './release-input.js';
import {
  answeredAbout,
  askRelease,
  closeRound,
  draftOf,
  ownAnswers,
  releaseOf,
  saveDraft,
  stateOfRound,
  stateOfSeats,
  submit,
  takeBack,
} from './round.js';
import { answer, idsFrom, openHall, openSurvey, receiptOf, type Hall } from './test-hall.js';

const SEED = 20261121;
console.log(`seed ${SEED}`);

const hallOf = (size: number) => openHall(memoryStore(), size, idsFrom(SEED));

/** The reason with which this is refused. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (failed: unknown) => failed,
  );
  if (isGuildhallError(error)) return error.reason;
  throw error ?? new Error('It was not refused.');
}

async function release(hall: Hall, roundId = 'r') {
  await hall.act('system', (context) => closeRound(context, roundId));
  await hall.act('system', (context) => askRelease(context, roundId));
  assert.equal(await hall.settled(roundId), 'released');
  assert.deepEqual(hall.failures, []);
  const released = await hall.read((tx) => releaseOf(tx, roundId, 'all'));
  assert.ok(released?.release.kind === 'survey');
  return { ...released, release: released.release };
}

for (const mode of ['confidential', 'sealed'] as const)
  test(`${mode}: from the first answer to the release, and nothing raw is left`, async () => {
    const hall = await hallOf(24);
    await openSurvey(hall, 24, { mode });
    for (let number = 0; number < 20; number++)
      await answer(hall, number, 1 + (number % 5), `words ${number}`);
    await answer(hall, 2, 5, 'changed');
    const { release: shown, json } = await release(hall);
    const cell = shown.cells['all']?.['q'];
    assert.ok(cell?.shown);
    assert.equal(cell.n, '20-49');
    // Four times 1 to 5, and one 3 that became a 5: 62 / 20.
    assert.equal(cell.mean, 3.1);
    const texts = shown.texts['all']?.['t'];
    assert.ok(texts?.shown);
    assert.equal(texts.texts.length, 20);
    assert.ok(texts.texts.some(({ text }) => text === 'changed'));
    assert.ok(!json.includes('words 2"'), 'the answer that was replaced is gone');
    const where = { roundId: 'r' };
    const left = await hall.read(async (tx) => [
      ...(await tx.find(sealedAnswers, { where, order: '+id' })).items,
      ...(await tx.find(confidentialAnswers, { where, order: '+id' })).items,
    ]);
    assert.deepEqual(left, []);
  });

test('who answered finds the own answer by seat, or by receipt; nobody else does, and after the close nobody', async () => {
  const hall = await hallOf(10);
  await openSurvey(hall, 10);
  await answer(hall, 0, 4);
  const own = { roundId: 'r', seatId: 'seat0', personId: 'p0' };
  const read = (change: object) => hall.read((tx) => ownAnswers(tx, { ...own, ...change }));
  assert.deepEqual(await read({ receipt: receiptOf(0) }), { q: { level: 4 } });
  assert.equal(await refusal(read({})), 'answer.receiptMissing');
  assert.equal(await refusal(read({ receipt: receiptOf(1) })), 'answer.receiptMissing');
  assert.equal(await refusal(read({ receipt: 'short' })), 'input.invalid');
  assert.equal(await refusal(read({ personId: 'p1', receipt: receiptOf(0) })), 'seat.unknown');
  await hall.act('system', (context) => closeRound(context, 'r'));
  assert.equal(await refusal(read({ receipt: receiptOf(0) })), 'round.closed');
  assert.equal(await refusal(answer(hall, 0, 1)), 'round.closed');
});

test('two seats may come with the same receipt: it opens each to its own person alone', async () => {
  const hall = await hallOf(4);
  await openSurvey(hall, 4);
  const receipt = receiptOf(7);
  for (const number of [0, 1])
    await hall.act(`p${number}`, (context) =>
      submit(context, {
        ...{ roundId: 'r', seatId: `seat${number}`, receipt },
        answers: { q: { level: 1 + number } },
      }),
    );
  const read = (number: number) =>
    hall.read((tx) =>
      ownAnswers(tx, { roundId: 'r', seatId: `seat${number}`, personId: `p${number}`, receipt }),
    );
  assert.deepEqual([await read(0), await read(1)], [{ q: { level: 1 } }, { q: { level: 2 } }]);
});

test('P10: after the close no receipt finds anything, in the product or in the store', async () => {
  const hall = await hallOf(8);
  await openSurvey(hall, 8);
  for (let number = 0; number < 8; number++) await answer(hall, number, 3);
  await hall.act('system', (context) => closeRound(context, 'r'));
  const kept = await hall.read((tx) => tx.find(sealedAnswers, { where: { roundId: 'r' }, order: '+id' }));
  assert.equal(kept.items.length, 8);
  assert.ok(kept.items.every((one) => !('receiptHash' in one)));
  for (let number = 0; number < 8; number++) {
    const own = { roundId: 'r', seatId: `seat${number}`, receipt: receiptOf(number) };
    const back = hall.act(`p${number}`, (context) => takeBack(context, own));
    assert.equal(await refusal(back), 'round.closed');
  }
});

test('P8: a sealed answer and a seat share nothing but the round, the sheet, and groups that others have too', async () => {
  const hall = await hallOf(12);
  await openSurvey(hall, 12);
  for (let number = 0; number < 9; number++) await answer(hall, number, 3);
  const check = async () => {
    const [answers, roster] = await hall.read(async (tx) => [
      (await tx.find(sealedAnswers, { where: { roundId: 'r' }, order: '+id' })).items,
      (await tx.find(seats, { where: { roundId: 'r' }, order: '+id' })).items,
    ]);
    assert.equal(answers.length, 9);
    const known = new Set(
      roster.flatMap(({ id, personId, state, day }) => leaves([id, personId, state, day])),
    );
    for (const { roundId, sheetId, bucket, ...rest } of answers) {
      assert.deepEqual(
        leaves(rest).filter((value) => known.has(value)),
        [],
      );
      const alike = roster.filter(({ groups }) => canonicalJson(groups) === canonicalJson(bucket));
      assert.ok(alike.length >= 2);
      assert.equal(roundId + sheetId, 'rall');
    }
  };
  await check();
  await hall.act('system', (context) => closeRound(context, 'r'));
  await check();
});

/** Every value in a record, however deep, as text. */
function leaves(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.values(value).flatMap(leaves);
}

test('two answers at once from one seat are one answer', async () => {
  const hall = await hallOf(10);
  await openSurvey(hall, 10);
  await Promise.all([1, 2, 3].map((level) => answer(hall, 0, level)));
  const kept = await hall.read((tx) => tx.find(sealedAnswers, { where: { roundId: 'r' }, order: '+id' }));
  assert.equal(kept.items.length, 1);
});

test('an answer taken back is gone, and the figure of the day does not move', async () => {
  const hall = await hallOf(20);
  await openSurvey(hall, 20);
  for (let number = 0; number < 18; number++) await answer(hall, number, 3);
  const figure = () => hall.read((tx) => answeredAbout(tx, 'r', hall.clock.now));
  assert.equal(await figure(), undefined, 'nothing of today shows today');
  hall.clock.now = new Date('2026-03-11T00:00:00.000Z');
  assert.equal(await figure(), 15, 'eighteen, rounded down');
  const back = (number: number) =>
    hall.act(`p${number}`, (context) =>
      takeBack(context, { roundId: 'r', seatId: `seat${number}`, receipt: receiptOf(number) }),
    );
  await back(0);
  await back(1);
  await answer(hall, 1, 4);
  await answer(hall, 18, 4);
  await answer(hall, 2, 5);
  assert.equal(await figure(), 15);
  assert.equal(await refusal(back(0)), 'answer.none');
  const own = await hall.read((tx) => stateOfSeats(tx, 'p0'));
  assert.deepEqual(own, [{ id: 'seat0', roundId: 'r', sheetId: 'all', state: 'started' }]);
  hall.clock.now = new Date('2026-03-12T00:00:00.000Z');
  assert.equal(await figure(), 15, 'one went and one came');
  for (let number = 2; number < 11; number++) await back(number);
  hall.clock.now = new Date('2026-03-13T00:00:00.000Z');
  assert.equal(await figure(), undefined, 'nine are no figure');
});

test('a draft is its writer’s, is replaced, and goes with the answer and with the close', async () => {
  const hall = await hallOf(10);
  await openSurvey(hall, 10, { mode: 'confidential' });
  const draft = { kind: 'pulse', seatId: 'seat0', ownerId: 'r' };
  const save = (personId: string, level: number) =>
    hall.act(personId, (context) => saveDraft(context, { ...draft, answers: { q: { level } } }));
  await save('p0', 1);
  await save('p0', 2);
  assert.equal(await refusal(save('p1', 3)), 'draft.notYours');
  const read = (personId: string) => hall.read((tx) => draftOf(tx, { ...draft, personId }));
  assert.deepEqual(await read('p0'), { answers: { q: { level: 2 } }, savedAt: '2026-03-10T10:00:00.000Z' });
  assert.equal(await read('p1'), undefined);
  await answer(hall, 0, 5);
  assert.equal(await read('p0'), undefined);
  await save('p0', 1);
  await hall.act('system', (context) => closeRound(context, 'r'));
  const left = await hall.read((tx) => tx.find(drafts, { where: { ownerId: 'r' }, order: '+id' }));
  assert.deepEqual(left.items, []);
});

test('a release comes only after the close; a failed one can be asked for again, and says the same twice', async () => {
  const hall = await hallOf(12);
  await openSurvey(hall, 12);
  for (let number = 0; number < 12; number++) await answer(hall, number, 1 + (number % 5));
  assert.equal(await refusal(hall.act('system', (context) => askRelease(context, 'r'))), 'round.notClosed');
  const first = await release(hall);
  await hall.act('system', (context) => askRelease(context, 'r'));
  assert.deepEqual(await hall.read((tx) => stateOfRound(tx, 'r')), {
    state: 'released',
    releasedAt: first.releasedAt,
  });
  const again = await hall.read((tx) => releaseOf(tx, 'r', 'all'));
  assert.equal(again?.hash, first.hash);
  assert.equal(canonicalJson(again?.release), again?.json);
});

test('more answers than one step rewrites: the release waits until the last has lost its receipt', async () => {
  const hall = await hallOf(150);
  await openSurvey(hall, 150);
  for (let number = 0; number < 150; number++) await answer(hall, number, 3);
  await hall.act('system', async (context) => {
    await closeRound(context, 'r');
    await askRelease(context, 'r');
  });
  const where = { roundId: 'r' };
  const list = () => hall.read((tx) => tx.find(sealedAnswers, { where, order: '+id', limit: 200 }));
  assert.equal((await list()).items.filter((one) => 'receiptHash' in one).length, 50);
  assert.equal(await hall.read((tx) => readRound(tx, 'r')), undefined);
  assert.equal(await hall.settled('r'), 'released');
  assert.deepEqual((await list()).items, []);
  const roster = await hall.read((tx) => tx.find(seats, { where, order: '+id', limit: 200 }));
  assert.ok(roster.items.every((seat) => seat.state === 'answered' && !('day' in seat)));
});
