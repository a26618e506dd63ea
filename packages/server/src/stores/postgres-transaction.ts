import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { GuildhallError, isGuildhallError } from '@guildhall/core/store';
import type { PoolClient } from 'pg';
import type { Session } from './sql.js';
import { connectionError, isLost, isRace, knownError, unavailable } from './postgres-errors.js';
import type { Loan, PostgresPool } from './postgres-pool.js';
import { PostgresSession, type StatementNames } from './postgres-session.js';

const RETRIES = 10;
const RETRY_MS = 2000;

/** How a transaction is run. */
export interface TransactionOptions {
  isolation: 'SERIALIZABLE' | 'REPEATABLE READ READ ONLY' | 'READ COMMITTED';
  /** The key of the lock to hold from before it begins until it has ended. */
  lock?: string | undefined;
}

/** Runs transactions on a pool's connections. */
export class Transactions {
  readonly #pool: PostgresPool;
  readonly #names: StatementNames;

  constructor(pool: PostgresPool, names: StatementNames) {
    this.#pool = pool;
    this.#names = names;
  }

  /** Runs the work again, whole, as long as it fails only because of others who ran at the same time. */
  async retrying<R>(options: TransactionOptions, work: (session: Session) => Promise<R>): Promise<R> {
    const start = performance.now();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(options, work);
      } catch (error) {
        if (!isRace(error)) throw error;
        // Full jitter: those who met would otherwise meet again.
        const wait = 2 + Math.random() * (Math.min(100, 2 ** (attempt + 1)) - 2);
        if (attempt > RETRIES || performance.now() - start + wait > RETRY_MS)
          throw unavailable('store.contended', 'Too many write the same at once. Try again.', error);
        await pause(wait);
      }
    }
  }

  /** Runs the work in one transaction. */
  async once<R>({ isolation, lock }: TransactionOptions, work: (session: Session) => Promise<R>): Promise<R> {
    const loan = await this.#pool.lend();
    const { client } = loan;
    const session = new PostgresSession(client, this.#names);
    const unlock = lock === undefined ? [] : ['SELECT pg_advisory_unlock_all()'];
    try {
      // Before BEGIN: once it is ours, the transaction sees all that the last holder did.
      if (lock !== undefined) await plainly(client, `SELECT pg_advisory_lock(${lock})`);
      await plainly(client, `BEGIN ISOLATION LEVEL ${isolation}`);
      const result = await Promise.race([work(session), loan.broken]);
      await session.end();
      session.assertStands();
      const isReading = isolation === 'REPEATABLE READ READ ONLY';
      if (!isReading) await commit(client);
      finish(loan, isReading ? ['COMMIT'] : unlock);
      return result;
    } catch (error) {
      await session.end();
      finish(loan, ['ROLLBACK', ...unlock]);
      session.assertStands();
      throw error;
    }
  }
}

/** The lock of a key: 64 bits of its hash, as PostgreSQL wants it. */
export function lockOf(schema: string, key: string): string {
  return createHash('sha256').update(`${schema}\0${key}`).digest().readBigInt64BE().toString();
}

async function plainly(client: PoolClient, text: string): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    throw isLost(error) ? connectionError(error) : knownError(error);
  }
}

async function commit(client: PoolClient): Promise<void> {
  try {
    const { command } = await client.query('COMMIT');
    // PostgreSQL answers so when a statement had failed and nobody noticed.
    if (command !== 'COMMIT')
      throw new GuildhallError('internal', 'store.failed', 'The transaction had failed before.');
  } catch (error) {
    if (isGuildhallError(error)) throw error;
    if (!isLost(error)) throw knownError(error);
    throw unavailable(
      'store.unknown',
      'The connection was lost during the commit: the write may or may not have happened. Try again with the same key.',
      error,
    );
  }
}

/** Does what is left to do without making anybody wait for it, then gives the connection back. */
function finish({ client, giveBack }: Loan, texts: readonly string[]): void {
  const rest = async (): Promise<void> => {
    for (const text of texts) await client.query(text);
  };
  void rest().then(
    () => giveBack(true),
    () => giveBack(false),
  );
}
