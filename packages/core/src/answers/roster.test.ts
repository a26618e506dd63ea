import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGuildhallError } from '../errors.js';
import { people } from '../people/model.js';
import { memoryStore } from '../store/memory.js';
import { rounds, seats } from './model.js';
import {
  addSeats,
  askRelease,
  closeRound,
  dropRound,
  openRound,
  releaseOf,
  releasesOf,
  remindLate,
  removeSeat,
  startCollecting,
  startForm,
  stateOfRound,
  submit,
  type RoundDraft,
  type Seat,
} from './round.js';
import { answer, idsFrom, openHall, openSurvey, receiptOf, seatOf, SURVEY, type Hall } from './test-hall.js';

const SEED = 20261123;
console.log(`seed ${SEED}`);

const hallOf = (size: number) => openHall(memoryStore(), size, idsFrom(SEED));

/** A panel around the subjects `s0`, `s1`, …: nobody is asked yet. */
const PANEL: RoundDraft = {
  ...SURVEY,
  owner: { area: 'reviews', id: 'cycle' },
  mode: 'confidential',
  shape: 'panel',
  thresholds: { k: 3, kText: 5, writers: 3 },
  groups: [],
  relations: ['peer', 'upward'],
  seats: [],
};

function rater(number: number, sheetId: string, relation: string): Seat {
  return { id: `${sheetId}-${number}`, personId: `p${number}`, groups: [relation], sheetId };
}

/** The reason and the field with which this is refused. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (failed: unknown) => failed,
  );
  if (!isGuildhallError(error)) throw error ?? new Error('It was not refused.');
  return [error.reason, ...(error.fields ?? []).map(({ path }) => path)].join(' ');
}

const asSystem = <T>(hall: Hall, work: Parameters<typeof hall.act<T>>[1]) => hall.act('system', work);

test('a panel: classes of each subject in one round, and not enough answers is no class', async () => {
  const hall = await hallOf(12);
  await asSystem(hall, (context) => openRound(context, PANEL));
  const roster = [
    ...[0, 1, 2, 3].map((number) => rater(number, 's0', 'peer')),
    ...[4, 5, 6].map((number) => rater(number, 's0', 'upward')),
    ...[7, 8].map((number) => rater(number, 's1', 'peer')),
  ];
  await asSystem(hall, (context) => addSeats(context, 'r', roster));
  for (const { id, personId } of roster)
    await hall.act(personId, (context) =>
      submit(context, { roundId: 'r', seatId: id, answers: { q: { level: 4 } } }),
    );
  await asSystem(hall, (context) => closeRound(context, 'r'));
  await asSystem(hall, (context) => askRelease(context, 'r'));
  assert.equal(await hall.settled('r'), 'released');
  const all = await hall.read((tx) => releasesOf(tx, 'r', { limit: 1 }));
  assert.deepEqual(
    all.items.map(({ sheetId }) => sheetId),
    ['s0'],
  );
  const [{ release } = assert.fail('no sheet')] = all.items;
  assert.ok(release.kind === 'panel');
  assert.deepEqual(
    release.classes.map(({ relations, n }) => [relations, n]),
    [
      [['peer'], '3-4'],
      [['upward'], '3-4'],
    ],
  );
  const few = await hall.read((tx) => releaseOf(tx, 'r', 's1'));
  assert.deepEqual(few?.release, { kind: 'panel', classes: [] });
  const rest = await hall.read((tx) => releasesOf(tx, 'r', { after: all.next }));
  assert.deepEqual(
    rest.items.map(({ sheetId }) => sheetId),
    ['s1'],
  );
});

test('who is asked may decline until the form is opened; nobody else takes an open seat away', async () => {
  const hall = await hallOf(6);
  await asSystem(hall, (context) =>
    openRound(context, { ...PANEL, seats: [0, 1, 2].map((number) => rater(number, 's0', 'peer')) }),
  );
  const remove = (personId: string, seatId: string) =>
    hall.act(personId, (context) => removeSeat(context, 'r', seatId));
  await remove('p0', 's0-0');
  assert.equal(await refusal(remove('p1', 's0-0')), 'seat.unknown');
  assert.equal(await refusal(remove('p0', 's0-1')), 'round.frozen');
  await hall.act('p1', (context) => startForm(context, 'r', 's0-1'));
  assert.equal(await refusal(remove('p1', 's0-1')), 'form.started');
  // Whether a form was opened shows in the refusal to its person alone.
  assert.equal(await refusal(remove('system', 's0-1')), await refusal(remove('system', 's0-2')));
  await asSystem(hall, (context) => addSeats(context, 'r', [rater(3, 's0', 'peer')]));
  const twice = asSystem(hall, (context) =>
    addSeats(context, 'r', [{ ...rater(3, 's0', 'upward'), id: 'x' }]),
  );
  assert.equal(await refusal(twice), 'store.taken');
  await asSystem(hall, (context) => closeRound(context, 'r'));
  const late = asSystem(hall, (context) => addSeats(context, 'r', [rater(4, 's0', 'peer')]));
  assert.equal(await refusal(late), 'round.frozen');
});

test('decline against start, at once: one of the two happens', async () => {
  for (let run = 0; run < 10; run++) {
    const hall = await hallOf(3);
    await asSystem(hall, (context) => openRound(context, { ...PANEL, seats: [rater(0, 's0', 'peer')] }));
    const both = await Promise.allSettled([
      hall.act('p0', (context) => removeSeat(context, 'r', 's0-0')),
      hall.act('p0', (context) => startForm(context, 'r', 's0-0')),
    ]);
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  }
});

test('a survey gathers its roster in parts; then it is frozen, and before nobody answers', async () => {
  const hall = await hallOf(12);
  await asSystem(hall, (context) => openRound(context, SURVEY));
  for (let at = 0; at < 12; at += 4)
    await asSystem(hall, (context) =>
      addSeats(
        context,
        'r',
        [0, 1, 2, 3].map((one) => seatOf(at + one, 12)),
      ),
    );
  assert.equal(await refusal(answer(hall, 0, 1)), 'round.notOpen');
  await asSystem(hall, (context) => removeSeat(context, 'r', 'seat11'));
  await asSystem(hall, (context) => startCollecting(context, 'r'));
  const round = await hall.read((tx) => tx.get(rounds, 'r'));
  assert.deepEqual(round?.invited, { all: 11, a: 6, b: 5 });
  await answer(hall, 0, 1);
  const more = asSystem(hall, (context) => addSeats(context, 'r', [seatOf(11, 12)]));
  assert.equal(await refusal(more), 'round.frozen');
  const fewer = hall.act('p1', (context) => removeSeat(context, 'r', 'seat1'));
  assert.equal(await refusal(fewer), 'round.frozen');
});

test('young accounts get no seat, nor people who are not here', async () => {
  const hall = await hallOf(3);
  await hall.store.write(async (tx) => {
    const person = (await tx.get(people, 'p0')) ?? assert.fail('no p0');
    await tx.replace(people, { ...person, since: '2026-02-20' });
  });
  const seatsOf = (number: number) =>
    asSystem(hall, (context) => openRound(context, { ...SURVEY, seats: [seatOf(number, 4)] }));
  assert.equal(await refusal(seatsOf(0)), 'reviewer.tooNew');
  assert.equal(await refusal(seatsOf(3)), 'person.unknown');
  assert.equal(await hall.read((tx) => tx.get(rounds, 'r')), undefined, 'nothing is half done');
  await seatsOf(1);
});

test('a draft that no release could follow from is refused by its field', async () => {
  const hall = await hallOf(2);
  const refused = (change: Partial<RoundDraft>) =>
    refusal(asSystem(hall, (context) => openRound(context, { ...SURVEY, ...change })));
  const { thresholds, groups, questions } = SURVEY;
  const seat = seatOf(0, 2);
  assert.equal(await refused({ thresholds: { ...thresholds, k: 3 } }), 'round.invalid thresholds.k');
  assert.equal(await refused({ thresholds: { ...thresholds, kText: 4 } }), 'round.invalid thresholds.kText');
  assert.equal(
    await refused({ thresholds: { ...thresholds, writers: 2 } }),
    'round.invalid thresholds.writers',
  );
  const panel = { shape: 'panel', groups: [], relations: ['peer'] } as const;
  assert.equal(await refused({ ...panel, colluders: 1 }), 'round.invalid colluders');
  assert.equal(await refused({ groups: groups.slice(1) }), 'round.invalid groups');
  assert.equal(await refused({ relations: ['peer'] }), 'round.invalid relations');
  assert.equal(await refused({ questions: [] }), 'round.invalid questions');
  assert.equal(await refused({ questions: [...questions, ...questions] }), 'round.invalid questions');
  const index = { id: 'i', measures: ['q', 't', 'z'] };
  assert.equal(await refused({ indexes: [index] }), 'round.invalid indexes.i');
  const stray = { ...seat, groups: ['z'] };
  assert.equal(await refused({ seats: [stray] }), 'input.invalid seats.seat0.groups');
  const two = { ...rater(0, 's0', 'peer'), groups: ['peer', 'upward'] };
  assert.equal(await refused({ ...PANEL, seats: [two] }), 'input.invalid seats.s0-0.groups');
});

test('the server reminds whom it must, in steps whose ends tell nothing', async () => {
  const hall = await hallOf(10);
  await openSurvey(hall, 10);
  for (const number of [0, 1, 2, 3, 4]) await answer(hall, number, 3);
  await hall.act('p5', (context) => startForm(context, 'r', 'seat5'));
  const reminded: string[] = [];
  const steps: unknown[] = [];
  for (let after: string | undefined, more = true; more;) {
    const step = await asSystem(hall, (context) =>
      remindLate(context, 'r', async ({ personId }) => void reminded.push(personId), { after, limit: 4 }),
    );
    steps.push(Object.keys(step));
    after = step.next;
    more = after !== undefined;
  }
  assert.deepEqual(reminded.sort(), ['p5', 'p6', 'p7', 'p8', 'p9']);
  assert.deepEqual(steps, [['next'], ['next'], []]);
});

test('two waves of the same eleven show a trend; one that lost a person is hidden', async () => {
  const hall = await hallOf(12);
  // Eleven are fewer than two times six: too few to lose one unseen.
  const thresholds = { k: 6, kText: 10, writers: 3 };
  for (const [wave, size] of [
    ['w1', 11],
    ['w2', 11],
    ['w3', 10],
  ] as const) {
    const before = { w1: undefined, w2: 'w1', w3: 'w2' }[wave];
    const roster = Array.from({ length: 11 }, (_, number) => ({
      ...seatOf(number, 30),
      id: `${wave}-${number}`,
    }));
    await asSystem(hall, (context) =>
      openRound(context, { ...SURVEY, thresholds, id: wave, before, seats: roster }),
    );
    for (let number = 0; number < size; number++) {
      const answers = { q: { level: wave === 'w1' ? 2 + (number % 2) : 3 + (number % 2) } };
      await hall.act(`p${number}`, (context) =>
        submit(context, { roundId: wave, seatId: `${wave}-${number}`, answers, receipt: receiptOf(number) }),
      );
    }
    await asSystem(hall, (context) => closeRound(context, wave));
    await asSystem(hall, (context) => askRelease(context, wave));
    assert.equal(await hall.settled(wave), 'released');
  }
  const trendOf = async (wave: string) => {
    const released = await hall.read((tx) => releaseOf(tx, wave, 'all'));
    return released?.release.kind === 'survey' ? released.release.trends['all']?.['q'] : undefined;
  };
  assert.deepEqual(await trendOf('w1'), { shown: false });
  assert.deepEqual(await trendOf('w2'), { shown: true, before: 2.5, after: 3.5 });
  assert.deepEqual(await trendOf('w3'), { shown: false });
});

test('a round that is dropped leaves nothing; one that was released stays', async () => {
  const hall = await hallOf(10);
  await openSurvey(hall, 10);
  await answer(hall, 0, 1);
  while (await asSystem(hall, (context) => dropRound(context, 'r')));
  assert.equal(await hall.read((tx) => stateOfRound(tx, 'r')), undefined);
  const left = await hall.read((tx) => tx.find(seats, { where: { roundId: 'r' }, order: '+id' }));
  assert.deepEqual(left.items, []);
  await openSurvey(hall, 10);
  await asSystem(hall, (context) => closeRound(context, 'r'));
  await asSystem(hall, (context) => askRelease(context, 'r'));
  await hall.settled('r');
  assert.equal(await refusal(asSystem(hall, (context) => dropRound(context, 'r'))), 'round.closed');
});
