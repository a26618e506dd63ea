import { createGuildhall, memoryStore, type Actor, type Client } from '@guildhall/core';
import { collections, systemActor } from '@guildhall/core';
import { connect } from '@guildhall/core/connect';
import { createHandler } from '@guildhall/server';
import { sqliteStore } from '@guildhall/server/sqlite';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore } from './postgres.js';
import { standingClock, type OpenWorld, type World } from './world.js';

type Opened = { store: ReturnType<typeof memoryStore>; dispose(): Promise<void> };

async function openMemory(): Promise<Opened> {
  return { store: memoryStore(), dispose: async () => undefined };
}

async function openSqlite(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-story-'));
  const store = sqliteStore({ file: join(folder, 'story.db'), collections });
  return { store, dispose: () => rm(folder, { recursive: true, force: true }) };
}

const STORES = { memory: openMemory, SQLite: openSqlite, PostgreSQL: openPostgresStore };

/** Every way to reach a Guildhall, over every store: by name, how to open one. */
export function everyWorld(): { name: string; open: OpenWorld }[] {
  return Object.entries(STORES).flatMap(([name, openStore]) => [
    { name: `local over ${name}`, open: openLocal(openStore) },
    { name: `remote over ${name}`, open: openRemote(openStore) },
  ]);
}

function openLocal(openStore: () => Promise<Opened>): OpenWorld {
  return async ({ settings = {} } = {}) => {
    const { store, dispose } = await openStore();
    const clock = standingClock();
    const guildhall = createGuildhall({ store, settings, now: () => clock.now });
    await guildhall.prepare();
    const close = async () => {
      await guildhall.close();
      await dispose();
    };
    return { guildhall, clock, close, as: (actor) => guildhall.as(actorOf(actor)) };
  };
}

/** The same world through the server's handler and the remote client, with a header as its identity. */
function openRemote(openStore: () => Promise<Opened>): OpenWorld {
  const openWorld = openLocal(openStore);
  return async (options) => {
    const world: World = await openWorld(options);
    const handler = createHandler(world.guildhall, {
      origins: [],
      identify: (request) => {
        const id = request.headers.get('x-story-person');
        return id === null ? null : { id };
      },
    });
    const clientOf = (id: string): Client =>
      connect('http://guildhall.test/guild', {
        fetch: (url, init) => {
          const headers = new Headers(init?.headers);
          headers.set('x-story-person', id);
          return handler(new Request(url instanceof Request ? url.url : url, { ...init, headers }));
        },
      });
    return {
      ...world,
      as: (actor) =>
        actorOf(actor) === systemActor ? world.guildhall.as(systemActor) : clientOf(actorOf(actor).id),
    };
  };
}

function actorOf(actor: Actor | string): Actor {
  return typeof actor === 'string' ? { id: actor } : actor;
}
