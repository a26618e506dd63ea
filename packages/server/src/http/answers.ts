import {
  CURSOR_HEADER,
  DEV_HEADER,
  errorToWire,
  REPLAYED_HEADER,
  STATUS,
  type WireError,
} from '@guildhall/core';

/** Headers as a plain object: what the Node adapter writes without building a `Headers`. */
export type PlainHeaders = Record<string, string>;

/** What scripts of other origins may read of an answer. */
const EXPOSED = ['ETag', 'Retry-After', CURSOR_HEADER, REPLAYED_HEADER, DEV_HEADER].join(', ');
/** What scripts of other origins may send. */
const ACCEPTED = ['content-type', 'authorization', 'idempotency-key', 'last-event-id'];

/** The headers of every answer to a request from `origin` (a listed one, or undefined for our own). */
export function baseHeaders(origin: string | undefined, development: boolean): PlainHeaders {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    Vary: 'Origin',
    ...(development && { [DEV_HEADER]: '1' }),
    ...(origin !== undefined && {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': EXPOSED,
    }),
  };
}

/** The answer to a browser that asks whether it may call. */
export function preflight(base: PlainHeaders, development: boolean): Response {
  const accepted = development ? [...ACCEPTED, 'x-guildhall-person'] : ACCEPTED;
  const headers = {
    ...base,
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': accepted.join(', '),
    'Access-Control-Max-Age': '7200',
  };
  return new Response(null, { status: 204, headers });
}

/** What accompanies an answer that is nobody else's business and not to be kept. */
export interface CallHeaders {
  cursor: string;
  replayed: boolean;
}

/** The answer to a call by POST. */
export function callAnswer(base: PlainHeaders, output: unknown, { cursor, replayed }: CallHeaders): Response {
  const headers = {
    ...base,
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    [CURSOR_HEADER]: cursor,
    ...(replayed && { [REPLAYED_HEADER]: 'true' }),
  };
  return new Response(toJson(output), { status: 200, headers });
}

/** The answer of a shared query, or that it has not changed when there are no bytes. */
export function sharedAnswer(
  base: PlainHeaders,
  bytes: Uint8Array<ArrayBuffer> | null,
  at: { cursor: string; etag: string },
): Response {
  const headers = {
    ...base,
    Vary: 'Origin, Authorization, Cookie',
    'Cache-Control': 'private, no-cache',
    ETag: at.etag,
    [CURSOR_HEADER]: at.cursor,
  };
  if (bytes === null) return new Response(null, { status: 304, headers });
  return new Response(bytes, { status: 200, headers: { ...headers, 'Content-Type': 'application/json' } });
}

/** A method that the address does not know; none of the eight codes has this status. */
export function methodAnswer(base: PlainHeaders, allow: string): Response {
  const body: WireError = { code: 'invalid', reason: 'method.refused', message: `Use ${allow}.` };
  return new Response(toJson(body), { status: 405, headers: { ...errorHeaders(base), Allow: allow } });
}

/** The one public shape of every error. */
export function errorAnswer(base: PlainHeaders, error: unknown, requestId: string): Response {
  const body = errorToWire(error, requestId);
  const headers = errorHeaders(base);
  if (body.retryAfter !== undefined) headers['Retry-After'] = String(Math.ceil(body.retryAfter));
  return new Response(toJson(body), { status: STATUS[body.code], headers });
}

function errorHeaders(base: PlainHeaders): PlainHeaders {
  return { ...base, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
}

/** JSON text; an operation without output answers `null`. */
export function toJson(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
