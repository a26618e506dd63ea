/** The demo's server: an intranet over an embedded database of its own, filled at the first start. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { collections, createGuildhall } from '@guildhall/core';
import { createHandler, developmentIdentity, listen } from '@guildhall/server';
import { sqliteStore } from '@guildhall/server/sqlite';
import { seed } from './seed.mjs';
import { intranetSite, settings } from './site.mjs';

/** This machine only: everybody here is whom they pick. */
const host = '127.0.0.1';
const TICK_MS = 60_000;

/**
 * Serves the demo; resolves to what `listen` gives once it is ready. `data` is the folder of the database, which
 * `fresh` throws away first. `step(name, work)` runs the one part that takes its time, and `work` is handed a
 * function that takes in words how far it has come.
 */
export async function serve({ port, fresh, data, step }) {
  let house;
  const fetch = async (request) => (await house).site(request);
  const drain = async (milliseconds) => (await house).site.drain(milliseconds);
  const close = async () => (await house).close();
  // Listening comes first, so that nothing is thrown away when the port is taken.
  const listening = await listen(Object.assign(fetch, { drain }), { host, port, close });
  house = openHouse({ fresh, data, step });
  await house;
  return listening;
}

async function openHouse({ fresh, data, step }) {
  const file = join(data, 'demo.db');
  mkdirSync(data, { recursive: true });
  if (fresh) removeDatabase(file);
  if (!existsSync(file)) await step('Filling the demo', (tell) => fill(file, tell));
  const store = sqliteStore({ file, collections });
  const guildhall = createGuildhall({ store, settings });
  await guildhall.prepare();
  const identity = await developmentIdentity({ host, database: store, empty: false });
  const handler = createHandler(guildhall, identity);
  const tick = () => guildhall.tick().catch((error) => console.error('A tick failed:', error));
  const ticking = setInterval(tick, TICK_MS);
  void tick();
  return {
    site: intranetSite(handler),
    close: async () => {
      clearInterval(ticking);
      await guildhall.close();
    },
  };
}

/** Fills a database beside and puts it in place when it is whole: one that was interrupted is begun anew. */
async function fill(file, tell) {
  const draft = `${file}.filling`;
  removeDatabase(draft);
  const store = sqliteStore({ file: draft, collections });
  await store.prepare();
  await developmentIdentity({ host, database: store, empty: true });
  const progress = (done, all, what) => tell(what ?? `${done} of ${all} thanks, hearts and comments`);
  await seed(store, { progress });
  await store.close();
  // The file itself comes last: with it the database is there.
  for (const part of parts.toReversed()) if (existsSync(draft + part)) renameSync(draft + part, file + part);
}

/** What SQLite calls the files of a database. */
const parts = ['', '-wal', '-shm'];

function removeDatabase(file) {
  for (const part of parts) rmSync(file + part, { force: true });
}
