/** The eight things that can go wrong, for programs. */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'limited'
  | 'unavailable'
  | 'internal';

/** One bad input field: `path` is dotted (`receivers.0`), `message` says what to do about it. */
export interface FieldError {
  path: string;
  message: string;
}

/** What may accompany a code and a reason. */
export interface ErrorDetails {
  /** The bad fields of an `invalid` input. */
  fields?: FieldError[];
  /** Seconds after which trying again may help (`limited`, `unavailable`). */
  retryAfter?: number;
  /** Figures that belong to the reason, such as the shortfall of an allowance. JSON values only. */
  details?: Record<string, string | number | boolean>;
  /** The original failure of an `internal` error: logged, never sent. */
  cause?: unknown;
}

/**
 * The only error that Guildhall throws on purpose.
 * `code` is one of eight, `reason` a stable string such as `kudos.self`, `message` an English sentence for
 * developers that says what to do. Interfaces translate by `reason` and fall back to `code`.
 */
export class GuildhallError extends Error {
  override readonly name = 'GuildhallError';
  readonly code: ErrorCode;
  readonly reason: string;
  readonly fields?: FieldError[];
  readonly retryAfter?: number;
  readonly details?: Record<string, string | number | boolean>;

  constructor(code: ErrorCode, reason: string, message: string, extra: ErrorDetails = {}) {
    super(message, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.code = code;
    this.reason = reason;
    if (extra.fields) this.fields = extra.fields;
    if (extra.retryAfter !== undefined) this.retryAfter = extra.retryAfter;
    if (extra.details) this.details = extra.details;
  }
}

/** Tells a Guildhall error by its shape, so that one from another copy of the package is known too. */
export function isGuildhallError(value: unknown): value is GuildhallError {
  return value instanceof Error && value.name === 'GuildhallError' && 'code' in value && 'reason' in value;
}

/** `invalid`: the input names a field that cannot be used as it is. */
export function invalidField(path: string, message: string, reason = 'input.invalid'): GuildhallError {
  return new GuildhallError('invalid', reason, `${path}: ${message}`, { fields: [{ path, message }] });
}

/** `not_found`: absent, or not the caller's to know; the two are never told apart. */
export function notFound(what: string): GuildhallError {
  return new GuildhallError(
    'not_found',
    `${what}.unknown`,
    `There is no such ${what}, or it is not yours to see.`,
  );
}
