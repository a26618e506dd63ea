import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '@guildhall/core';
import { compute as computeHere } from '@guildhall/core/compute';
import { createHandler } from '@guildhall/server';
import { sqliteStore } from '@guildhall/server/sqlite';
import libsql from 'libsql';
import { kendall } from './attack-algebra.js';
import { attacked } from './attack-release.js';
import {
  answersOf,
  K,
  openSurvey,
  openWorld,
  randomFrom,
  receiptOf,
  releaseWave,
  SEED,
  shuffled,
  type AttackWorld,
} from './attack-world.js';

/** Sends a call over HTTP, as a page of this person does. */
export function caller(world: AttackWorld) {
  const handler = createHandler(world.guildhall, {
    origins: [],
    identify: (request) => {
      const id = request.headers.get('x-attack-person');
      return id === null ? null : { id };
    },
  });
  return async (person: string, name: string, input: unknown) => {
    const began = performance.now();
    const response = await handler(
      new Request(`http://guildhall.test/guild/${name}`, {
        method: 'POST',
        body: JSON.stringify(input),
        headers: { 'content-type': 'application/json', 'x-attack-person': person },
      }),
    );
    const body = await response.text();
    return { status: response.status, body, headers: response.headers, took: performance.now() - began };
  };
}

/** How well one of two lists of times is told from the other: 0.5 is by chance, 1 always. */
function told(one: readonly number[], other: readonly number[]): number {
  let wins = 0;
  for (const a of one) for (const b of other) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (one.length * other.length);
}

async function errorOracle(): Promise<void> {
  const one = await attacked({ seed: SEED });
  const call = caller(one.world);
  const { waveId, members } = one;
  const small = [...members].filter(([, people]) => people.length > 0 && people.length < K);
  const empty = [...members].filter(([, people]) => people.length === 0);
  const open = one.shown.map(({ group }) => group).find((group) => group !== 'all') ?? '';
  const [suppressed = ''] = small[0] ?? [];
  // Of a group that HR may read, and of one that is there for others only: too small, empty, unknown, forbidden.
  const asked: [string, string][] = [
    ['femi', suppressed],
    ...empty.slice(0, 1).map(([group]): [string, string] => ['femi', group]),
    ['femi', 'department:none'],
    ['p5', suppressed],
    ['p43', open],
  ];
  for (const name of ['pulse.report', 'pulse.exportReport', 'pulse.trend']) {
    const { surveyId } = await one.world.as('femi').pulse.wave({ id: waveId });
    const input = (group: string) => (name === 'pulse.trend' ? { surveyId, group } : { waveId, group });
    const answers = [];
    for (const [person, group] of asked) answers.push(await call(person, name, input(group)));
    for (const { status, body, headers } of answers) {
      assert.equal(status, answers[0]?.status, name);
      assert.equal(body, answers[0]?.body, name);
      assert.equal(headers.get('content-length'), answers[0]?.headers.get('content-length'), name);
    }
    const shown = await call('femi', name, input(open));
    assert.notEqual(shown.body, answers[0]?.body, 'the control: what is shown is told from it');
  }
  const times: [number[], number[]] = [[], []];
  for (let at = 0; at < 600; at++) {
    const { took } = await call('femi', 'pulse.report', {
      waveId,
      group: at % 2 ? suppressed : 'department:none',
    });
    if (at >= 100) times[at % 2 ? 0 : 1].push(took);
  }
  const auc = told(...times);
  assert.ok(Math.abs(auc - 0.5) < 0.12, `times: ${auc}`);
  await one.world.close();
}

/** The answer to an answer over HTTP says nothing of when, and the tag of what is shared stays. */
export async function timingOutside(): Promise<void> {
  const world = await openWorld(SEED);
  const { waveId } = await openSurvey(world, { mode: 'sealed' });
  const call = caller(world);
  const before = await call('femi', 'pulse.wave', { id: waveId });
  const seen = new Set<string>();
  for (const { id } of world.people.slice(4, 16)) {
    const sent = { waveId, answers: answersOf(id, 3), receipt: receiptOf(id) };
    const { status, body, headers } = await call(id, 'pulse.answer', sent);
    assert.equal(status, 200);
    for (const name of ['etag', 'last-modified', 'date', 'location'])
      assert.equal(headers.get(name), null, name);
    const rest = [...headers].filter(([name]) => !/cursor|request-id/i.test(name));
    seen.add(JSON.stringify([status, body, rest]));
    const after = await call('femi', 'pulse.wave', { id: waveId });
    assert.equal(after.body, before.body);
    assert.deepEqual(
      [...after.headers].sort(),
      [...before.headers].sort(),
      'the cursor of the feed stays, too',
    );
  }
  assert.equal(seen.size, 1, 'all are answered alike');
  await world.close();
}

interface Row {
  id: string;
  body: string;
}

/** Every table of a file as it lies there. */
function tablesOf(file: string): Map<string, Row[]> {
  const database = new libsql(file, { readonly: true });
  try {
    // What a driver gives is not typed: these are the names of the tables, and rows with id and body.
    const names = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as {
      name: string;
    }[];
    const tables = names.filter(({ name }) => !/^sqlite_|_fts|search/.test(name));
    return new Map(
      tables.flatMap(({ name }) => {
        try {
          const sql = `SELECT id, body FROM "${name}" NOT INDEXED`;
          return [[name, database.prepare(sql).all() as Row[]] as const];
        } catch {
          // A table of the store's own, without records.
          return [];
        }
      }),
    );
  } finally {
    database.close();
  }
}

/** Every text and number in a record, at any depth. */
function valuesIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesIn);
  return typeof value === 'string' ? [value] : [];
}

async function fileBetween(mode: 'sealed' | 'confidential') {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-attack-'));
  const file = join(folder, 'attack.db');
  let between = new Map<string, Row[]>();
  const world = await openWorld(SEED, {
    store: sqliteStore({ file, collections }),
    // The release is computed between the close and the deletion of the answers: then the file is stolen.
    compute: async (name, input, options) => {
      if (name === 'release') between = tablesOf(file);
      return computeHere(name, input, options);
    },
  });
  try {
    const { waveId } = await openSurvey(world, { mode });
    const turns = shuffled(40, randomFrom(SEED)).map((at) => `p${at}`);
    for (const id of turns)
      await world.as(id).pulse.answer({ waveId, answers: answersOf(id, 4), receipt: receiptOf(id) });
    const open = tablesOf(file);
    await releaseWave(world, waveId);
    return { turns, waveId, open, between, after: tablesOf(file) };
  } finally {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rows that hold what somebody answered, and those that name the same person: how many share a value that others lack. */
function joins(tables: Map<string, Row[]>, table: string): number {
  const answers = (tables.get(table) ?? []).map(({ id, body }) => ({
    writer: /said-t-by-(p\d+)-/.exec(body)?.[1] ?? '',
    values: [id, ...valuesIn(JSON.parse(body))].filter((value) => !value.startsWith('said-')),
  }));
  const others = [...tables].filter(([name]) => name !== table).flatMap(([, rows]) => rows);
  const persons = others.map(({ id, body }) => ({
    text: `${id} ${body}`,
    values: new Set([id, ...valuesIn(JSON.parse(body))]),
  }));
  return answers.filter(({ writer, values }) => {
    const joined = values.filter((value) => persons.filter((row) => row.values.has(value)).length === 1);
    const byName = values.some((value) => value.endsWith(`:${writer}`) || value === writer);
    return byName || joined.length > 0;
  }).length;
}

async function database(): Promise<void> {
  const { turns, open, between, after } = await fileBetween('sealed');
  const lying = (tables: Map<string, Row[]>) =>
    (tables.get('sealed_answers') ?? []).map(({ body }) =>
      turns.indexOf(/said-t-by-(p\d+)-/.exec(body)?.[1] ?? ''),
    );
  assert.equal(lying(between).length, 40, 'the answers are there');
  assert.equal(joins(between, 'sealed_answers'), 0);
  const tau = kendall(lying(between));
  assert.ok(Math.abs(tau) < 0.35, `forty rows by chance: ${tau}`);
  assert.ok(Math.abs(kendall(lying(open))) < 0.35, 'nor do they lie as they came before the close');
  assert.equal(kendall(turns.map((id) => turns.indexOf(id))), 1, 'the control: that order would be seen');
  for (const { body } of between.get('sealed_answers') ?? [])
    assert.ok(!/receipt|\d{4}-\d\d-\d\d/i.test(body.replaceAll(/said-\S*/g, '')), body);
  const seats = between.get('answer_seats') ?? [];
  assert.ok(seats.length >= 40 && seats.every(({ body }) => !/"day"|"backOn"/.test(body)));
  for (const name of ['sealed_answers', 'confidential_answers'])
    assert.equal(after.get(name)?.length ?? 0, 0);

  // The control: in a confidential one the server can link until the release, and this look finds it.
  const control = await fileBetween('confidential');
  assert.ok(joins(control.between, 'confidential_answers') > 0);
  for (const name of ['sealed_answers', 'confidential_answers'])
    assert.equal(control.after.get(name)?.length ?? 0, 0);
}

/** The attacks from outside: over HTTP, and on the file. */
export const outsideAttacks: Record<string, () => Promise<void>> = { 'error oracle': errorOracle, database };
