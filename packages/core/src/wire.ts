import { GuildhallError, isGuildhallError, type ErrorCode, type FieldError } from './errors.js';

/** An error as it travels: no stack, no cause, nothing of the inside. */
export interface WireError {
  code: ErrorCode;
  reason: string;
  message: string;
  fields?: FieldError[];
  retryAfter?: number;
  details?: Record<string, string | number | boolean>;
  requestId?: string;
}

/** The HTTP status of each code. */
export const STATUS: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
  internal: 500,
};

/** Carries the idempotency key of a command. */
export const KEY_HEADER = 'Idempotency-Key';
/** `true` on an answer that repeats an earlier one. */
export const REPLAYED_HEADER = 'Idempotent-Replayed';
/** The feed's cursor from before the answer was read: where a stream may begin without a gap. */
export const CURSOR_HEADER = 'Guildhall-Cursor';
/** Says that the server runs with development identity. */
export const DEV_HEADER = 'X-Guildhall-Dev';
/** The last path segment of the event stream. */
export const EVENTS_PATH = 'events';

/** Makes the wire form of any error; what is not ours becomes `internal` and says nothing more. */
export function errorToWire(error: unknown, requestId?: string): WireError {
  const known = isGuildhallError(error)
    ? error
    : new GuildhallError('internal', 'internal', 'Something went wrong on the server.');
  return {
    code: known.code,
    reason: known.reason,
    message: known.code === 'internal' ? 'Something went wrong on the server.' : known.message,
    ...(known.fields && { fields: known.fields }),
    ...(known.retryAfter !== undefined && { retryAfter: known.retryAfter }),
    ...(known.details && { details: known.details }),
    ...(requestId !== undefined && { requestId }),
  };
}

/** Rebuilds an error from the wire; anything that does not look like one becomes `unavailable` or `internal`. */
export function errorFromWire(body: unknown, status: number): GuildhallError {
  if (isWireError(body)) {
    const { code, reason, message, fields, retryAfter, details } = body;
    return new GuildhallError(code, reason, message, {
      ...(fields && { fields }),
      ...(retryAfter !== undefined && { retryAfter }),
      ...(details && { details }),
    });
  }
  const code: ErrorCode = status >= 502 ? 'unavailable' : 'internal';
  return new GuildhallError(code, `http.${status}`, `The server answered ${status} without saying why.`);
}

function isWireError(body: unknown): body is WireError {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    Object.hasOwn(STATUS, body.code) &&
    'reason' in body &&
    typeof body.reason === 'string' &&
    'message' in body &&
    typeof body.message === 'string'
  );
}

/** JSON with sorted keys: equal values give equal texts. Properties that are undefined do not count. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
