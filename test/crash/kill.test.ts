import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { collections, createGuildhall, systemActor } from '@guildhall/core';
import { connect } from '@guildhall/core/connect';
import { sqliteStore } from '@guildhall/server/sqlite';
import { postgresStore } from '@guildhall/server/postgres';
import { openPostgresStore, postgresMissing, postgresUrl } from '../behavior/postgres.js';

/** A short form runs with every test; set GUILDHALL_KILLS for a long one. */
const KILLS = Number(process.env['GUILDHALL_KILLS'] ?? 4);
const CLIENTS = 8;
const seed = Number(process.env['GUILDHALL_SEED'] ?? randomBytes(4).readUInt32LE());

/** Small, seeded and good enough to choose moments (mulberry32). */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Served {
  child: ChildProcess;
  url: string;
}

async function serve(where: string, schema: string): Promise<Served> {
  const script = fileURLToPath(new URL('server.ts', import.meta.url));
  const args = ['--conditions=guildhall-source', '--import', 'tsx', script, where, schema];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    child.stdout.on('data', (data: Buffer) => {
      const found = /listening (\S+)/.exec(String(data))?.[1];
      if (found) resolve(found);
    });
  });
  return { child, url };
}

async function killed({ child }: Served): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Gives kudos until told to stop; each is sent again with its key until it is acknowledged. */
async function giveForever(
  name: string,
  url: () => string,
  acknowledged: Map<string, string>,
  stop: () => boolean,
) {
  for (let n = 0; !stop(); n++) {
    const message = `${name}-${n}`;
    for (let given = false; !given;)
      try {
        const fetchAs: typeof fetch = (input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('x-person', name);
          return fetch(input, { ...init, headers });
        };
        const client = connect(`${url()}/guild`, { fetch: fetchAs });
        const kudos = await client.recognition.give({ receivers: ['receiver'], message }, { key: message });
        acknowledged.set(message, kudos.id);
        given = true;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'unavailable')) throw error;
      }
  }
}

async function battery(
  where: string,
  schema: string,
  open: () => ReturnType<typeof sqliteStore>,
): Promise<void> {
  const random = randomOf(seed);
  const prepared = createGuildhall({ store: open() });
  await prepared.prepare();
  const names = Array.from({ length: CLIENTS }, (_, n) => `giver-${n}`);
  const people = [...names, 'receiver'].map((id) => ({ id, externalId: id, name: id }));
  await prepared.as(systemActor).people.sync({ people });
  await prepared.close();

  const acknowledged = new Map<string, string>();
  let served = await serve(where, schema);
  let stopped = false;
  const giving = Promise.all(
    names.map((name) =>
      giveForever(
        name,
        () => served.url,
        acknowledged,
        () => stopped,
      ),
    ),
  );
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      const enough = acknowledged.size + 5 + Math.floor(random() * 40);
      await Promise.race([giving, until(() => stopped || acknowledged.size >= enough)]);
      await killed(served);
      served = await serve(where, schema);
    }
    stopped = true;
    await giving;
  } finally {
    stopped = true;
    await killed(served);
  }
  await check(open, acknowledged);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function check(
  open: () => ReturnType<typeof sqliteStore>,
  acknowledged: Map<string, string>,
): Promise<void> {
  const guildhall = createGuildhall({ store: open() });
  const kept = new Map<string, string[]>();
  for (let after: string | undefined; ;) {
    const page = await guildhall.as(systemActor).recognition.list({ limit: 100, after });
    for (const { message, id } of page.items) kept.set(message, [...(kept.get(message) ?? []), id]);
    if (page.next === undefined) break;
    after = page.next;
  }
  await guildhall.close();
  const hint = `GUILDHALL_SEED=${seed}`;
  assert.ok(acknowledged.size > KILLS * 5);
  for (const [message, id] of acknowledged) assert.deepEqual(kept.get(message), [id], hint);
  for (const [message, ids] of kept) assert.equal(ids.length, 1, `${message} twice. ${hint}`);
}

test('a server killed in mid-write loses nothing acknowledged and does nothing twice: SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-kill-'));
  const file = join(folder, 'kill.db');
  try {
    await battery(file, '', () => sqliteStore({ file, collections }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('and on PostgreSQL', { skip: postgresMissing() }, async () => {
  const { store, dispose, schema } = await openPostgresStore();
  await store.close();
  const url = postgresUrl();
  try {
    await battery(url, schema, () => postgresStore({ url, collections, schema }));
  } finally {
    await dispose();
  }
});
