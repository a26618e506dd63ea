import type { ErrorCode, FieldError } from '@guildhall/core';

/** What elements know of an error: the shape of a `GuildhallError`, without its class. */
export interface Failure {
  code: ErrorCode;
  reason: string;
  fields?: FieldError[];
  retryAfter?: number;
  details?: Record<string, string | number | boolean>;
}

/** Takes a Guildhall error by its shape; anything else is a fault of ours, goes to the console, and is `internal`. */
export function asFailure(error: unknown): Failure {
  if (isFailure(error)) return error;
  console.error(error);
  return { code: 'internal', reason: 'internal' };
}

/** True when nobody knows whether the call took effect, so that it may only be sent again with the same key. */
export function isUnknownOutcome({ code }: Failure): boolean {
  return code === 'unavailable' || code === 'internal';
}

function isFailure(error: unknown): error is Error & Failure {
  return error instanceof Error && error.name === 'GuildhallError' && 'code' in error && 'reason' in error;
}
