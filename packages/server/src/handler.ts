import { randomUUID } from 'node:crypto';
import { EVENTS_PATH, GuildhallError, isGuildhallError, KEY_HEADER, STATUS } from '@guildhall/core';
import type { Actor, Guildhall, Operation } from '@guildhall/core';
import { EventStreams } from './events.js';
import * as answers from './http/answers.js';
import { parseJson, readJson } from './http/body.js';
import { logEntry, logToConsole, type Log } from './http/log.js';
import { originRule } from './http/origins.js';
import { PageCache } from './http/page-cache.js';
import { Running } from './http/running.js';

/** Who sends a request, as the host knows it: the id of a person in Guildhall's directory. */
export interface Identity {
  id: string;
}

/** The host's answer to "who is this?"; null when it does not know. An error counts as null and is logged. */
export type Identify = (request: Request) => Identity | null | Promise<Identity | null>;

/** What a handler needs besides the Guildhall. */
export interface HandlerOptions {
  identify: Identify;
  /** Other origins whose pages may call, exactly as browsers name them. Default: none. */
  origins?: readonly string[];
  /** The longest input in bytes. Default: 262144; imports and syncs may have 5 MB. */
  maxBody?: number;
  /** Takes what should be known to whoever runs the server. Default: lines of JSON on standard error. */
  log?: Log;
  /** Says in every answer that identities prove nothing. Default: false. */
  development?: boolean;
}

/** Answers requests; mount it under any path. */
export interface Handler {
  (request: Request): Promise<Response>;
  /**
   * Ends all event streams, refuses what comes from now on with `unavailable`, and resolves when the calls
   * that run have been answered, or after `milliseconds` (default: 10,000).
   */
  drain(milliseconds?: number): Promise<void>;
}

const MAX_BODY = 256 * 1024;
const MAX_IMPORT = 5 * 1024 * 1024;
const IMPORTS = new Set(['people.import', 'people.sync']);

/** One request under way. */
interface Visit {
  request: Request;
  url: URL;
  /** The last segment of the path: an operation or `events`. */
  name: string;
  headers: answers.PlainHeaders;
}

/** What all requests share. */
interface House extends Required<HandlerOptions> {
  guildhall: Guildhall;
  pages: PageCache;
  streams: EventStreams;
}

/**
 * Serves a Guildhall over HTTP: `GET {mount}/{query}?input=…` for shared queries, `POST {mount}/{operation}`
 * for every operation, `GET {mount}/events` for what happens. Throws `invalid` when an origin is not one.
 */
export function createHandler(guildhall: Guildhall, options: HandlerOptions): Handler {
  const { origins = [], maxBody = MAX_BODY, log = logToConsole, development = false } = options;
  const streams = new EventStreams(guildhall, { log });
  const pages = new PageCache();
  const house = { identify: options.identify, origins, maxBody, log, development, guildhall, pages, streams };
  const originOf = originRule(origins);
  const running = new Running();

  const handle = async (request: Request): Promise<Response> => {
    const visit = visitOf(request, answers.baseHeaders(undefined, development));
    try {
      running.refuseWhenClosed();
      visit.headers = answers.baseHeaders(originOf(request), development);
      return await running.run(() => route(house, visit));
    } catch (error) {
      return refuse(house, visit, error);
    }
  };
  const drain = async (milliseconds = 10_000) => {
    streams.drain();
    await running.close(milliseconds);
  };
  return Object.assign(handle, { drain });
}

function visitOf(request: Request, headers: answers.PlainHeaders): Visit {
  const url = new URL(request.url);
  return { request, url, name: url.pathname.slice(url.pathname.lastIndexOf('/') + 1), headers };
}

async function route(house: House, visit: Visit): Promise<Response> {
  const { method } = visit.request;
  const { name, headers } = visit;
  if (method === 'OPTIONS') return answers.preflight(headers, house.development);
  if (name === EVENTS_PATH)
    return method === 'GET' ? stream(house, visit) : answers.methodAnswer(headers, 'GET');
  const operation = house.guildhall.operation(name);
  if (!operation) throw new GuildhallError('not_found', 'operation.unknown', 'There is no such operation.');
  if (method === 'POST') return call(house, visit, operation);
  const shared = operation.kind === 'query' && operation.shared;
  if (method === 'GET' && shared) return sharedPage(house, visit);
  return answers.methodAnswer(headers, shared ? 'GET, POST' : 'POST');
}

/** A call by POST: commands and queries alike. */
async function call(house: House, visit: Visit, operation: Operation): Promise<Response> {
  const { guildhall, maxBody, development } = house;
  const { request, name, headers } = visit;
  const actor = await actorOf(house, visit);
  const input = await readJson(request, IMPORTS.has(name) ? Math.max(maxBody, MAX_IMPORT) : maxBody);
  const key = operation.kind === 'command' ? (request.headers.get(KEY_HEADER) ?? undefined) : undefined;
  const { cursor } = await guildhall.position();
  const { output, replayed } = await guildhall.perform(name, input, { actor, key });
  const marked = development && name === 'people.me' ? { ...asObject(output), development: true } : output;
  return answers.callAnswer(headers, marked, { cursor, replayed });
}

/** A shared query by GET: nothing is asked of the store while the feed says that nothing changed. */
async function sharedPage(house: House, visit: Visit): Promise<Response> {
  const { guildhall, pages } = house;
  const { request, url, name, headers } = visit;
  const actor = await actorOf(house, visit);
  await guildhall.admits(actor, name);
  const { cursor, tag } = await guildhall.position();
  const at = { cursor, etag: `W/"${tag}"` };
  if (isNamed(request.headers.get('if-none-match'), at.etag)) return answers.sharedAnswer(headers, null, at);
  const address = name + url.search;
  let bytes = pages.get(address, tag);
  if (!bytes) {
    const input = parseJson(url.searchParams.get('input') ?? '{}');
    const { output } = await guildhall.perform(name, input, { actor });
    bytes = new TextEncoder().encode(answers.toJson(output));
    pages.set(address, tag, bytes);
  }
  return answers.sharedAnswer(headers, bytes, at);
}

/** What happens from now on, or behind the cursor that the client names. */
async function stream(house: House, visit: Visit): Promise<Response> {
  const { request, url, headers } = visit;
  const actor = await actorOf(house, visit);
  // The feed itself looks at the person again with each event.
  await house.guildhall.admits(actor, 'people.me');
  const areas = url.searchParams.get('areas')?.split(',').filter(Boolean);
  const after = url.searchParams.get('after') || request.headers.get('last-event-id') || undefined;
  return house.streams.open(actor, { ...(areas?.length && { areas }), after }, headers);
}

async function actorOf({ identify, log }: House, { request, name }: Visit): Promise<Actor> {
  let identity: Identity | null = null;
  try {
    identity = await identify(request);
    if (identity && (typeof identity.id !== 'string' || identity.id === ''))
      throw new TypeError('identify answered without an id.');
  } catch (error) {
    identity = null;
    log(logEntry('warn', 'identity.failed', { operation: name, error }));
  }
  // A new object: whatever else the host's has on it means nothing here.
  if (identity) return { id: identity.id };
  throw new GuildhallError('unauthenticated', 'identity.required', 'Sign in: nobody is known to send this.');
}

function refuse({ log }: House, { headers, name }: Visit, error: unknown): Response {
  const requestId = randomUUID();
  const expected = isGuildhallError(error) && error.code in STATUS;
  if (!expected || error.code === 'internal')
    log(logEntry('error', 'request.failed', { requestId, operation: name, error }));
  else if (error.code === 'unavailable')
    log(logEntry('warn', 'request.failed', { requestId, operation: name, error }));
  return answers.errorAnswer(headers, expected ? error : undefined, requestId);
}

/** Whether `If-None-Match` names this tag, compared weakly. */
function isNamed(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header === etag || header.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*');
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
