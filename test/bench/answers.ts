/**
 * How long transactions of a large review take: `node --conditions=guildhall-source --import tsx test/bench/answers.ts`,
 * with GUILDHALL_TEST_POSTGRES over PostgreSQL too. 300 subjects, three nameless directions of four raters each.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { collections, memoryStore } from '@guildhall/core';
import type { Store } from '@guildhall/core/store';
import { sqliteStore } from '@guildhall/server/sqlite';
import { readRound, sheetsToRelease } from '../../packages/core/src/answers/release-input.js';
import type { Question } from '../../packages/core/src/answers/question.js';
import {
  addSeats,
  askRelease,
  closeRound,
  openRound,
  startCollecting,
  stateOfRound,
  submit,
  type Seat,
} from '../../packages/core/src/answers/round.js';
import { idsFrom, openHall, receiptOf, SURVEY } from '../../packages/core/src/answers/test-hall.js';
import { openPostgresStore, postgresMissing } from '../behavior/postgres.js';

const SUBJECTS = 300;
const RELATIONS = ['peer', 'upward', 'external'];
const RATERS = 4;
const PEOPLE = 600;

const questions: Question[] = Array.from({ length: 20 }, (_, number) => ({
  ...{ type: 'rating', id: `q${number}`, prompt: 'x', required: true, comment: true },
  ...{ labels: ['1', '2', '3', '4', '5'], reversed: false },
}));

function fail(): never {
  throw new Error('There is no such round.');
}

/** The store, noting the longest transactions. */
function timed(store: Store) {
  const longest = { read: 0, write: 0 };
  const note = (kind: 'read' | 'write', since: number) => {
    longest[kind] = Math.max(longest[kind], performance.now() - since);
  };
  const timedStore: Store = {
    read: (work) =>
      store.read(async (tx) => {
        const since = performance.now();
        return work(tx).finally(() => note('read', since));
      }),
    write: (work, options) =>
      store.write(async (tx) => {
        const since = performance.now();
        return work(tx).finally(() => note('write', since));
      }, options),
    changes: (after) => store.changes(after),
    prepare: () => store.prepare(),
    close: () => store.close(),
  };
  const take = () => {
    const text = `longest read ${longest.read.toFixed(0)} ms, longest write ${longest.write.toFixed(0)} ms`;
    longest.read = longest.write = 0;
    return text;
  };
  return { store: timedStore, take };
}

async function measure(name: string, store: Store, mode: 'sealed' | 'confidential'): Promise<void> {
  const { store: noted, take } = timed(store);
  const hall = await openHall(noted, PEOPLE, idsFrom(1));
  const roster: Seat[] = [];
  for (let subject = 0; subject < SUBJECTS; subject++)
    for (const [place, relation] of RELATIONS.entries())
      for (let rater = 0; rater < RATERS; rater++) {
        const personId = `p${(subject * 7 + place * RATERS + rater) % PEOPLE}`;
        roster.push({ id: `${subject}-${personId}`, personId, groups: [relation], sheetId: `s${subject}` });
      }
  const thresholds = { k: 3, kText: 5, writers: 3 };
  await hall.act('system', (context) =>
    openRound(context, {
      ...{ ...SURVEY, mode, thresholds, questions, shape: 'panel', groups: [], relations: RELATIONS },
    }),
  );
  for (let at = 0; at < roster.length; at += 500)
    await hall.act('system', (context) => addSeats(context, 'r', roster.slice(at, at + 500)));
  await hall.act('system', (context) => startCollecting(context, 'r'));
  console.log(`${name}, ${mode}: ${roster.length} seats of ${SUBJECTS} subjects; roster: ${take()}`);
  const words = 'A sentence that somebody wrote about somebody else, of the usual length for such forms. ';
  for (const [number, { id, personId }] of roster.entries()) {
    const level = 1 + (number % 5);
    const answers = Object.fromEntries(
      questions.map((question) => [question.id, { level, comment: words + question.id }]),
    );
    await hall.act(personId, (context) =>
      submit(context, { roundId: 'r', seatId: id, answers, receipt: receiptOf(number) }),
    );
  }
  console.log(`  answers: ${take()}`);
  let since = performance.now();
  await hall.act('system', (context) => closeRound(context, 'r'));
  await hall.guildhall.tick();
  console.log(`  close in ${(performance.now() - since).toFixed(0)} ms: ${take()}`);
  since = performance.now();
  await hall.act('system', (context) => askRelease(context, 'r'));
  const alone = performance.now();
  const all = await noted.read((tx) => readRound(tx, 'r'));
  const reading = performance.now() - alone;
  sheetsToRelease(all ?? fail());
  console.log(
    `  reading alone ${reading.toFixed(0)} ms, making sheets ${(performance.now() - alone - reading).toFixed(0)} ms`,
  );
  take();
  for (let state = ''; state !== 'released';) {
    await setTimeout(1000);
    await hall.guildhall.tick();
    state = (await noted.read((tx) => stateOfRound(tx, 'r')))?.state ?? fail();
  }
  const state = await hall.settled('r');
  console.log(`  ${state} in ${(performance.now() - since).toFixed(0)} ms: ${take()}`, ...hall.failures);
  await hall.guildhall.close();
}

const folder = await mkdtemp(join(tmpdir(), 'guildhall-bench-'));
for (const mode of ['sealed', 'confidential'] as const) {
  await measure('memory', memoryStore(), mode);
  await measure('SQLite', sqliteStore({ file: join(folder, `${mode}.db`), collections }), mode);
  if (postgresMissing()) continue;
  const { store, dispose } = await openPostgresStore();
  await measure('PostgreSQL', store, mode);
  await dispose();
}
await rm(folder, { recursive: true });
