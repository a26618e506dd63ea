import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections, createGuildhall, memoryStore, systemActor, type Guildhall } from '@guildhall/core';
import type { Store } from '@guildhall/core/store';
import { createHandler, type Handler, type HandlerOptions } from '../handler.js';
import type { LogEntry } from '../http/log.js';
import { listen, type Listening } from '../node.js';

/** What was answered, with the body as text. */
export interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
}

/** What to send; strings are sent as they are, lists as chunks without a declared length. */
export interface Sending {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | readonly (string | Uint8Array)[];
}

/** A Guildhall with Ada, Ben and Cleo behind a real server on a free port. */
export interface House {
  guildhall: Guildhall;
  handler: Handler;
  listening: Listening;
  logged: LogEntry[];
  send(sending: Sending): Promise<Answer>;
  /** Calls an operation as a person. */
  post(person: string, name: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Reads a shared query as a person. */
  get(person: string, name: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

/** A store, and how to remove what it leaves behind. */
export interface OpenedStore {
  store: Store;
  remove(): Promise<void>;
}

/** The stores that the server's stories run over. */
export const STORES: Record<'memory' | 'sqlite', () => Promise<OpenedStore>> = {
  memory: async () => ({ store: memoryStore(), remove: async () => {} }),
  sqlite: async () => {
    const { sqliteStore } = await import('../stores/sqlite.js');
    const folder = await mkdtemp(join(tmpdir(), 'guildhall-'));
    const remove = () => rm(folder, { recursive: true, force: true });
    return { store: sqliteStore({ file: join(folder, 'test.db'), collections }), remove };
  },
};

/** The people of every house. */
export const PEOPLE = [
  { id: 'ada', externalId: '1', name: 'Ada' },
  { id: 'ben', externalId: '2', name: 'Ben' },
  { id: 'cleo', externalId: '3', name: 'Cleo' },
];

/** Says who is who by `Authorization: Bearer <id>`. */
export const identify: HandlerOptions['identify'] = (incoming) => {
  const id = incoming.headers.get('authorization')?.replace(/^Bearer /, '');
  return id ? { id } : null;
};

/** Opens a house over a store. */
export async function openHouse(
  { store, remove }: OpenedStore,
  options: Partial<HandlerOptions> = {},
): Promise<House> {
  const guildhall = createGuildhall({ store });
  await guildhall.prepare();
  await guildhall.as(systemActor).people.sync({ people: PEOPLE });
  const logged: LogEntry[] = [];
  const handler = createHandler(guildhall, { identify, log: (entry) => logged.push(entry), ...options });
  const listening = await listen(handler, { port: 0, close: () => guildhall.close() });
  const send = (sending: Sending) => sendTo(listening.port, sending);
  const as = (person: string) => ({ authorization: `Bearer ${person}` });
  return {
    guildhall,
    handler,
    listening,
    logged,
    send,
    post: (person, name, input = {}, headers = {}) =>
      send({
        method: 'POST',
        path: `/guild/${name}`,
        headers: { 'content-type': 'application/json', ...as(person), ...headers },
        body: JSON.stringify(input),
      }),
    get: (person, name, input, headers = {}) => {
      const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return send({ path: `/guild/${name}${query}`, headers: { ...as(person), ...headers } });
    },
    close: async () => {
      await listening.close();
      await remove();
    },
  };
}

/** Sends exactly these headers and bytes: `fetch` would refuse or add some. */
export function sendTo(port: number, { method = 'GET', path, headers = {}, body }: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(incoming.headers).map(([name, value]) => [name, value && String(value)]),
          ),
          text: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    outgoing.on('error', reject);
    if (body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)) {
      for (const chunk of body) outgoing.write(chunk);
      outgoing.end();
    } else outgoing.end(body);
  });
}

/** Resolves when the condition holds; fails after ten seconds. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The parsed body. */
export function json(answer: Answer): Record<string, unknown> {
  const value: unknown = JSON.parse(answer.text);
  // The tests that call this know that the body is an object.
  return value as Record<string, unknown>;
}

/** How many items the page has that was answered. */
export function countOf(answer: Answer): number {
  const items = json(answer)['items'];
  if (!Array.isArray(items)) throw new Error(`This is no page: ${answer.text}`);
  return items.length;
}
