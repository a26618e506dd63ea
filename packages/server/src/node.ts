import { createServer, type Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { GuildhallError } from '@guildhall/core';
import { getRequestListener, RequestError } from '@hono/node-server';
import { logEntry, logToConsole, type Log } from './http/log.js';

/** Anything that answers requests; a handler's `drain` is called when the server closes. */
export interface Fetch {
  (request: Request): Response | Promise<Response>;
  drain?(milliseconds?: number): Promise<void>;
}

/** Where to listen, and what to close afterwards. */
export interface ListenOptions {
  /** Default: 127.0.0.1, this machine only. */
  host?: string;
  /** Default: 8787; 0 takes any free one. */
  port?: number;
  /** Called when the last answer is out, such as `guildhall.close`. */
  close?: () => Promise<void>;
  /** Takes failures that no handler has answered for. Default: lines of JSON on standard error. */
  log?: Log;
}

/** A server that listens. */
export interface Listening {
  host: string;
  /** The real port. */
  port: number;
  /** Such as `http://127.0.0.1:8787`. */
  url: string;
  /**
   * Accepts nothing more, ends the event streams, waits up to 10 seconds for the calls that run, closes
   * what was to be closed. Safe to call twice.
   */
  close(): Promise<void>;
}

/** A connection on which nothing has moved for so long is a client that is gone or stuck. */
const STUCK_MS = 120_000;
/** How long answers that are made may take to leave when the server closes. */
const LEAVING_MS = 2_000;
/** How long something else may keep a process whose server has closed. */
const KEPT_MS = 1_000;

/**
 * Serves a handler with Node. Fails with `unavailable` and reason `port.taken`, `port.forbidden` or
 * `host.unknown` when it cannot listen there.
 */
export async function listen(fetch: Fetch, options: ListenOptions = {}): Promise<Listening> {
  const { host = '127.0.0.1', port = 8787, close = async () => {}, log = logToConsole } = options;
  const errorHandler = (error: unknown) => failureAnswer(error, log);
  const server = createServer(getRequestListener((request) => fetch(request), { errorHandler }));
  server.timeout = STUCK_MS;
  await started(server, host, port);
  const address = server.address();
  const real = typeof address === 'object' && address ? address.port : port;
  let closing: Promise<void> | undefined;
  return {
    host,
    port: real,
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${real}`,
    close: () => (closing ??= closeServer(server, fetch, close)),
  };
}

/**
 * Closes the server at SIGINT or SIGTERM; the process then ends by itself, or a second later when something
 * else keeps it. A second signal ends it at once.
 */
export function closeOnSignals(listening: Listening, onError: (error: unknown) => void): void {
  let asked = false;
  const stop = async () => {
    if (asked) process.exit(1);
    asked = true;
    try {
      await listening.close();
    } catch (error) {
      onError(error);
      process.exitCode = 1;
    }
    setTimeout(() => process.exit(), KEPT_MS).unref();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function started(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function listenError(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  const refused = (reason: string, message: string) =>
    new GuildhallError('unavailable', reason, message, { cause: error });
  if (code === 'EADDRINUSE')
    return refused('port.taken', `Port ${port} of ${host} is taken. Choose another one with --port.`);
  if (code === 'EACCES')
    return refused('port.forbidden', `Port ${port} needs special rights. Choose one above 1023 with --port.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return refused('host.unknown', `${host} is no address of this machine. Choose another one with --host.`);
  return error;
}

async function closeServer(server: Server, fetch: Fetch, close: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await fetch.drain?.();
  // Connections become idle one by one as their answers leave; those that never do are cut off.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => server.closeAllConnections(), LEAVING_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
  await close();
}

/** What is not even a request that a handler could look at, such as a broken Host header; or a failure. */
function failureAnswer(error: unknown, log: Log): Response {
  const broken = error instanceof RequestError;
  if (!broken) log(logEntry('error', 'request.failed', { error }));
  const body = broken
    ? { code: 'invalid', reason: 'request.invalid', message: 'This is not a valid request.' }
    : { code: 'internal', reason: 'internal', message: 'Something went wrong on the server.' };
  return new Response(JSON.stringify(body), {
    status: broken ? 400 : 500,
    headers: { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff' },
  });
}
