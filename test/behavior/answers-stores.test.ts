import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { collections } from '@guildhall/core';
import type { Store } from '@guildhall/core/store';
import { sqliteStore } from '@guildhall/server/sqlite';
import libsql from 'libsql';
import pg from 'pg';
import { askRelease, closeRound, ownAnswers, releaseOf } from '../../packages/core/src/answers/round.js';
import {
  answer,
  idsFrom,
  kendall,
  openHall,
  openSurvey,
  randomFrom,
  receiptOf,
} from '../../packages/core/src/answers/test-hall.js';
import { openPostgresStore, postgresMissing, postgresUrl } from './postgres.js';
import { refused } from './refused.js';

const SEED = 20261124;
const SIZE = 240;
console.log(`seed ${SEED}`);

/** A store, and a look at a table as it lies in the file: the bodies in their physical order, by another program. */
interface Opened {
  store: Store;
  lying(table: string): Promise<{ id: string; body: string }[]>;
  /** Ends the store: what waits to be written anew is. */
  settle(): Promise<void>;
  dispose(): Promise<void>;
}

async function openSqlite(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-answers-'));
  const file = join(folder, 'answers.db');
  const store = sqliteStore({ file, collections });
  return {
    store,
    async lying(table) {
      const database = new libsql(file, { readonly: true });
      try {
        // Without an ORDER BY a full scan gives the rows as they lie. What a driver gives is not typed.
        return database.prepare(`SELECT id, body FROM "${table}" NOT INDEXED`).all() as Rows;
      } finally {
        database.close();
      }
    },
    settle: () => store.close(),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

async function openPostgres(): Promise<Opened> {
  const { store, schema, dispose } = await openPostgresStore();
  return {
    store,
    async lying(table) {
      const client = new pg.Client({ connectionString: postgresUrl() });
      await client.connect();
      try {
        const sql = `SELECT id, body::text AS body FROM "${schema}"."${table}" ORDER BY ctid`;
        return (await client.query<Rows[number]>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    settle: () => store.close(),
    dispose,
  };
}

type Rows = { id: string; body: string }[];

/** Answers in a random order; the text of each says which turn it was. */
async function answered(store: Store, mode: 'sealed' | 'confidential', size: number) {
  const hall = await openHall(store, size, idsFrom(SEED));
  await openSurvey(hall, size, { mode });
  const random = randomFrom(SEED);
  const turns = Array.from({ length: size }, (_, number) => ({ number, key: random() }));
  turns.sort((a, b) => a.key - b.key);
  for (const [turn, { number }] of turns.entries())
    await answer(hall, number, 1 + (turn % 5), `turn-${turn}`);
  const turnOf = new Map(turns.map(({ number }, turn) => [`seat${number}`, turn]));
  return { hall, turnOf };
}

const turnIn = ({ body }: { body: string }) => Number(/turn-(\d+)/.exec(body)?.[1]);

function stories(open: () => Promise<Opened>, { ordered }: { ordered: boolean }) {
  test('P9: how answers and seats lie after the close tells nothing of the order of answering', async () => {
    const { store, lying, settle, dispose } = await open();
    const { hall, turnOf } = await answered(store, 'sealed', SIZE);
    const before = kendall((await lying('sealed_answers')).map(turnIn));
    // The control: where rows lie as they came in, the measure sees it.
    if (ordered) assert.ok(before > 0.9, `${before}`);
    else assert.ok(Math.abs(before) < 0.1, `${before}`);
    await hall.act('system', (context) => closeRound(context, 'r'));
    // The first hundred were done by the close, the others are by the tick.
    await hall.guildhall.tick();
    await hall.guildhall.close();
    await settle();
    const answers = await lying('sealed_answers');
    const seats = await lying('answer_seats');
    assert.equal(answers.length, SIZE);
    assert.equal(seats.length, SIZE);
    const after = kendall(answers.map(turnIn));
    const roster = kendall(seats.map(({ id }) => turnOf.get(id) ?? assert.fail(id)));
    assert.ok(Math.abs(after) < 0.1, `answers ${after}`);
    assert.ok(Math.abs(roster) < 0.1, `seats ${roster}`);
    assert.ok([...answers, ...seats].every(({ body }) => !/receiptHash|"day"/.test(body)));
    // Beside each other: what lies at the same place is not of the same turn.
    const places = new Map(seats.map(({ id }, place) => [turnOf.get(id), place]));
    const beside = kendall(answers.map((row) => places.get(turnIn(row)) ?? assert.fail(row.id)));
    assert.ok(Math.abs(beside) < 0.1, `${beside}`);
    await dispose();
  });

  for (const mode of ['sealed', 'confidential'] as const)
    test(`${mode}: released once, with nothing raw left, and no receipt opens anything`, async () => {
      const { store, lying, settle, dispose } = await open();
      const { hall } = await answered(store, mode, 30);
      await hall.act('system', (context) => closeRound(context, 'r'));
      const own = { roundId: 'r', seatId: 'seat1', personId: 'p1', receipt: receiptOf(1) };
      await assert.rejects(
        hall.read((tx) => ownAnswers(tx, own)),
        refused('conflict', 'round.closed'),
      );
      await hall.act('system', (context) => askRelease(context, 'r'));
      assert.equal(await hall.settled('r'), 'released');
      const released = await hall.read((tx) => releaseOf(tx, 'r', 'all'));
      const release = released?.release;
      assert.ok(release?.kind === 'survey');
      assert.ok(release.cells['all']?.['q']?.shown);
      const texts = release.texts['all']?.['t'];
      assert.ok(texts?.shown);
      assert.equal(texts.texts.length, 30);
      const again = await hall.read((tx) => releaseOf(tx, 'r', 'all'));
      assert.equal(again?.hash, released?.hash);
      await hall.guildhall.close();
      await settle();
      assert.deepEqual(await lying('sealed_answers'), []);
      assert.deepEqual(await lying('confidential_answers'), []);
      await dispose();
    });

  test('eight answers at once from one seat, and from others beside it, are one each', async () => {
    const { store, settle, dispose } = await open();
    const hall = await openHall(store, 10, idsFrom(SEED));
    await openSurvey(hall, 10);
    const same = [1, 2, 3, 4, 5, 1, 2, 3].map((level) => answer(hall, 0, level));
    const others = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => answer(hall, number, 3));
    await Promise.all([...same, ...others]);
    await hall.act('system', (context) => closeRound(context, 'r'));
    await hall.act('system', (context) => askRelease(context, 'r'));
    assert.equal(await hall.settled('r'), 'released');
    const released = await hall.read((tx) => releaseOf(tx, 'r', 'all'));
    assert.ok(released?.release.kind === 'survey');
    const cell = released.release.cells['all']?.['q'];
    assert.ok(cell?.shown);
    assert.equal(cell.n, '10-19');
    await hall.guildhall.close();
    await settle();
    await dispose();
  });
}

describe('answers over SQLite', () => stories(openSqlite, { ordered: false }));
describe('answers over PostgreSQL', { skip: postgresMissing() }, () =>
  stories(openPostgres, { ordered: true }),
);
