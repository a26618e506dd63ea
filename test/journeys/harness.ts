import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  collections,
  createGuildhall,
  memoryStore,
  systemActor,
  type Client,
  type Guildhall,
  type SettingsInput,
} from '@guildhall/core';
import { createHandler, developmentIdentity, listen, type Fetch, type Handler } from '@guildhall/server';
import { sqliteStore } from '@guildhall/server/sqlite';
import { openPostgresStore, postgresMissing } from '../behavior/postgres.js';
import { load } from './load.js';

/** The demo's server over a store of its own. */
export interface House {
  url: string;
  guildhall: Guildhall;
  as(personId: string): Client;
  /** Puts the house's clock forward and does what has come due; the browser's clock stays. */
  pass(days: number): Promise<void>;
  close(): Promise<void>;
}

const DAY = 86_400_000;

type Opened = { store: ReturnType<typeof memoryStore>; dispose(): Promise<void> };
type OpenStore = () => Promise<Opened>;

const openMemory: OpenStore = async () => ({ store: memoryStore(), dispose: async () => undefined });

const openSqlite: OpenStore = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-journey-'));
  const store = sqliteStore({ file: join(folder, 'journey.db'), collections });
  return { store, dispose: () => rm(folder, { recursive: true, force: true }) };
};

/** The databases that a journey runs on, and why one is skipped, if it is. */
export const databases: { name: string; openStore: OpenStore; skip: string | false }[] = [
  { name: 'SQLite', openStore: openSqlite, skip: false },
  { name: 'PostgreSQL', openStore: openPostgresStore, skip: postgresMissing() },
];

/** Serves the intranet of the demo at a free port, with what `furnish` puts into the store. */
export async function openHouse(
  furnish: (guildhall: Guildhall, store: Opened['store']) => Promise<void>,
  openStore: OpenStore = openMemory,
): Promise<House> {
  const { intranetSite, settings } = await load<{
    intranetSite(handler: Handler): Fetch;
    settings: SettingsInput;
  }>('examples/intranet/site.mjs');
  const { store, dispose } = await openStore();
  let ahead = 0;
  const guildhall = createGuildhall({ store, settings, now: () => new Date(Date.now() + ahead) });
  await guildhall.prepare();
  await furnish(guildhall, store);
  const identity = await developmentIdentity({ host: '127.0.0.1', database: 'memory', empty: true });
  const handler = createHandler(guildhall, identity);
  const close = async () => {
    await guildhall.close();
    await dispose();
  };
  const listening = await listen(intranetSite(handler), { port: 0, close });
  return {
    url: listening.url,
    guildhall,
    as: (id) => guildhall.as({ id }),
    pass: async (days) => {
      ahead += days * DAY;
      await guildhall.tick();
    },
    close: () => listening.close(),
  };
}

/** Fills the store with the people and thanks of the demo. */
export async function furnishDemo(_guildhall: Guildhall, store: Opened['store']): Promise<void> {
  const { seed } = await load<{ seed(store: unknown): Promise<void> }>('examples/intranet/seed.mjs');
  await seed(store);
}

/** The cast of the journeys, and the values. Marta moderates. */
export async function furnishCast(guildhall: Guildhall): Promise<void> {
  const system = guildhall.as(systemActor);
  await system.people.sync({
    people: [
      person('ana', 'Ana Ruiz', 'Support'),
      person('ben', 'Ben Okafor', 'Engineering'),
      person('lea', 'Léa Moreau', 'Engineering'),
      person('chidi', 'Chidi Eze', 'Engineering'),
      person('dana', 'Dana Whitfield', 'Operations'),
      person('marta', 'Marta Lindqvist', 'Communications'),
      person('benedikt', 'Benedikt Vogel', 'Finance'),
    ],
  });
  await system.people.setValues({
    values: [
      { id: 'help-first', name: 'Help first', description: 'We help before we are asked.' },
      { id: 'own-it', name: 'Own it', description: 'We finish what we start.' },
    ],
  });
  await system.people.grantRole({ personId: 'marta', role: 'moderator' });
}

function person(id: string, name: string, department: string) {
  return { id, externalId: `e-${id}`, name, department, teams: [`${department} desk`], locale: 'en' };
}
