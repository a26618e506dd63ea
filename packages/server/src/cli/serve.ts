import { statSync } from 'node:fs';
import { systemActor } from '@guildhall/core';
import { createHandler, type Identify } from '../handler.js';
import { logEntry, logToConsole } from '../http/log.js';
import { originRule } from '../http/origins.js';
import {
  developmentIdentity,
  productionDatabase,
  refuseOutsideDevelopment,
  type DevelopmentIdentity,
} from '../identity/dev.js';
import { closeOnSignals, listen } from '../node.js';
import type { SqlStore } from '../stores/sql.js';
import type { CliCommand, Surroundings } from './command.js';
import { FILE_FLAG, openDatabase, SETTINGS_FLAG, type Opened } from './database.js';
import { UsageError, type Given } from './flags.js';
import { loadIdentify } from './load-identify.js';
import { scriptFolder, site } from './site.js';
import { tickEveryMinute } from './ticking.js';

/** `guildhall serve`: the stand-alone server. */
export const serve: CliCommand = {
  name: 'serve',
  usage: 'serve --identity MODULE | --dev  [flags]',
  summary: 'Serves Guildhall to browsers, under /guild.',
  flags: {
    port: { value: 'PORT', help: 'Default: 8787; 0 takes any free one.' },
    host: { value: 'ADDRESS', help: 'The address to listen on. Default: 127.0.0.1, this machine only.' },
    file: FILE_FLAG,
    settings: SETTINGS_FLAG,
    origin: {
      value: 'ORIGIN',
      many: true,
      help: 'Another origin whose pages may call, such as https://intra.example.',
    },
    identity: { value: 'MODULE', help: 'A module that exports identify(request) → { id } | null.' },
    dev: { help: 'Anybody is whom they pick. For trying out: a database of its own, this machine only.' },
    static: { value: 'FOLDER', help: 'Serves the files of this folder too.' },
    cdn: { help: 'Serves the script files of @guildhall/elements under /guildhall/.' },
  },
  async run(given, around) {
    const plan = await planOf(given, around.env);
    const opened = await openDatabase(given, around);
    try {
      await start(plan, opened, around);
    } catch (error) {
      await opened.guildhall.close();
      throw error;
    }
    return undefined;
  },
};

/** How to serve; made, and refused, before anything is opened. */
interface Plan {
  host: string;
  port: number;
  origins: readonly string[];
  /** The host's own; undefined for that of development. */
  identify: Identify | undefined;
  files: string | undefined;
  scripts: string | undefined;
}

async function planOf(given: Given, env: Surroundings['env']): Promise<Plan> {
  if (given.rest.length > 0) throw new UsageError(`serve takes flags only, not ${given.rest[0]}.`);
  const host = given.text('host') ?? '127.0.0.1';
  const origins = given.list('origin');
  originRule(origins);
  return {
    host,
    port: portOf(given.text('port') ?? '8787'),
    origins,
    identify: await identifyOf(given, host, env),
    files: folderOf(given.text('static')),
    scripts: given.on('cdn') ? scriptFolder() : undefined,
  };
}

async function start(plan: Plan, opened: Opened, around: Surroundings): Promise<void> {
  const { identify, origins, host, port } = plan;
  const { store, guildhall, name } = opened;
  const identity = identify ? await inProduction(store, identify) : await inDevelopment(opened, host);
  const handler = createHandler(guildhall, { ...identity, origins });
  let stopTicking = async () => {};
  const close = async () => {
    await stopTicking();
    await guildhall.close();
  };
  const listening = await listen(site(handler, plan), { host, port, close });
  closeOnSignals(listening, (error) => logToConsole(logEntry('error', 'close.failed', { error })));
  stopTicking = tickEveryMinute(guildhall, logToConsole);
  around.out(`Guildhall listens on ${listening.url}/guild and keeps its data in ${name}.`);
  if (!identify) around.out('Development: everybody is whom they pick, and nothing here proves anything.');
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 0 to 65535, not ${text}.`);
}

function folderOf(path: string | undefined): string | undefined {
  if (path === undefined || statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  throw new UsageError(`--static: ${path} is not a folder.`);
}

async function identifyOf(
  given: Given,
  host: string,
  env: Surroundings['env'],
): Promise<Identify | undefined> {
  const module = given.text('identity');
  if (given.on('dev')) {
    if (module !== undefined)
      throw new UsageError(
        '--dev and --identity exclude each other: people prove who they are, or they do not.',
      );
    refuseOutsideDevelopment({ host, env });
    return undefined;
  }
  if (module !== undefined) return loadIdentify(module);
  throw new UsageError(
    'Say who people are: --identity ./identify.mjs, a module that exports identify(request) → { id } | null. ' +
      'To try Guildhall out: --dev.',
  );
}

async function inProduction(store: SqlStore, identify: Identify): Promise<{ identify: Identify }> {
  await productionDatabase(store);
  return { identify };
}

async function inDevelopment({ store, guildhall }: Opened, host: string): Promise<DevelopmentIdentity> {
  const { items } = await guildhall.as(systemActor).people.search({ limit: 1 });
  return developmentIdentity({ host, database: store, empty: items.length === 0 });
}
