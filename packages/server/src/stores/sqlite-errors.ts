import { GuildhallError, isGuildhallError } from '@guildhall/core/store';
import { sqliteCode } from './sqlite-driver.js';

/** The error as Guildhall names it. Errors that do not come from SQLite stay what they are. */
export function knownError(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === undefined || isGuildhallError(error)) return error;
  const cause = error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return unavailable('store.busy', 'Another process is writing to the database. Try again.', cause);
  if (code === 'SQLITE_FULL')
    return unavailable('store.full', 'The disk or the database is full: make room, then try again.', cause);
  if (/^SQLITE_(IOERR|CANTOPEN|READONLY|NOMEM|PERM|AUTH)/.test(code))
    return unavailable('store.failing', `The database file cannot be used (${code}).`, cause);
  if (code === 'SQLITE_CONSTRAINT_CHECK')
    return new GuildhallError('conflict', 'store.belowZero', 'A counter may not be below zero.', { cause });
  if (code.startsWith('SQLITE_CONSTRAINT'))
    return new GuildhallError('conflict', 'store.taken', 'A record with this id or unique key exists.', {
      cause,
    });
  if (/no such (table|column)/.test(String(error)))
    return new GuildhallError('internal', 'store.unprepared', 'Call prepare() before using the store.', {
      cause,
    });
  return new GuildhallError('internal', 'store.failed', `SQLite failed (${code}).`, { cause });
}

/** The error of a command whose whole batch was rolled back: it had no effect and can be tried again. */
export function batchError(error: unknown): unknown {
  const known = knownError(error);
  if (known === error || (isGuildhallError(known) && known.code === 'unavailable')) return known;
  return unavailable('store.failing', 'The database rolled back: nothing was written. Try again.', error);
}

/** `unavailable`: trying again may help. */
export function unavailable(reason: string, message: string, cause?: unknown): GuildhallError {
  return new GuildhallError('unavailable', reason, message, { retryAfter: 1, cause });
}
