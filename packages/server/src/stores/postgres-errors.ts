import { GuildhallError, isGuildhallError } from '@guildhall/core/store';

/** PostgreSQL's own code of what went wrong (SQLSTATE); undefined when the error is not the database's. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Says whether the transaction failed only because of others who ran at the same time. */
export function isRace(error: unknown): boolean {
  const state = sqlState(isGuildhallError(error) ? error.cause : error);
  return state === '40001' || state === '40P01';
}

/** Says whether the connection is gone, so that nobody can know what became of the last statement. */
export function isLost(error: unknown): boolean {
  const state = sqlState(error);
  return state === undefined || state.startsWith('08') || state.startsWith('57P');
}

const UNAVAILABLE: readonly [states: RegExp, reason: string, message: string][] = [
  [/^(40001|40P01|55P03)$/, 'store.contended', 'Too many write the same at once. Try again.'],
  [/^(57014|25P03)$/, 'store.slow', 'The database or the work took too long. Try again.'],
  [/^53[12]00$/, 'store.full', 'The database server is out of disk space or memory.'],
  [/^53/, 'store.busy', 'The database server takes no more connections. Try again.'],
  [/^(08|57P|25006)/, 'store.unreachable', 'The database server is not there or takes no writes. Try again.'],
];

/** The error as Guildhall names it. Errors that do not come from the database stay what they are. */
export function knownError(error: unknown): unknown {
  const state = sqlState(error);
  if (state === undefined) return error;
  for (const [states, reason, message] of UNAVAILABLE)
    if (states.test(state)) return unavailable(reason, message, error);
  const extra = { cause: error };
  if (state === '23514')
    return new GuildhallError('conflict', 'store.belowZero', 'A counter may not be below zero.', extra);
  if (state === '23505')
    return new GuildhallError(
      'conflict',
      'store.taken',
      'A record with this id or unique key exists.',
      extra,
    );
  if (['42P01', '42703', '3F000'].includes(state))
    return new GuildhallError(
      'internal',
      'store.unprepared',
      'Call prepare() before using the store.',
      extra,
    );
  return new GuildhallError('internal', 'store.failed', `PostgreSQL failed (${state}).`, extra);
}

/** The error of somebody who got no connection, or lost it. */
export function connectionError(error: unknown): GuildhallError {
  const known = knownError(error);
  if (isGuildhallError(known)) return known;
  if (error instanceof Error && error.message.startsWith('timeout exceeded'))
    return unavailable('store.busy', 'All connections to the database are in use. Try again.', error);
  return unavailable('store.unreachable', 'The database server cannot be reached. Try again.', error);
}

/** `unavailable`: trying again may help. */
export function unavailable(reason: string, message: string, cause?: unknown): GuildhallError {
  return new GuildhallError('unavailable', reason, message, { retryAfter: 1, cause });
}
