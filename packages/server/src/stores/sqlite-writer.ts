import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import type { Session } from './sql.js';
import { sqliteCode, type Connection } from './sqlite-driver.js';
import { batchError, unavailable } from './sqlite-errors.js';
import { SqliteSession } from './sqlite-session.js';

/** How many commands one commit carries at most. */
const BATCH = 64;
/** How long to wait for another process that writes. */
const BUSY_MS = 5000;
/** How long nothing must have been written before the log is copied into the database. */
const IDLE_MS = 1000;

type Work<R> = (session: Session) => Promise<R>;

interface Job {
  work: Work<unknown>;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * The one writer. Commands that wait together share a transaction and so the one expensive step, the sync to
 * disk; each has a savepoint of its own, so that one that fails takes nothing away from the others.
 */
export class SqliteWriter {
  readonly #connect: () => Connection;
  readonly #committed: (commands: number) => void;
  #queue: Job[] = [];
  #draining: Promise<void> | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(connect: () => Connection, committed: (commands: number) => void) {
    this.#connect = connect;
    this.#committed = committed;
  }

  /** Runs the work alone; settles when it is on disk, or has had no effect. */
  write<R>(work: Work<R>): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      // The result that comes back is that of this very work.
      this.#queue.push({ work, resolve: (result) => resolve(result as R), reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Settles when all that was asked for is done. */
  async end(): Promise<void> {
    await this.#draining;
    clearTimeout(this.#idle);
  }

  async #drain(): Promise<void> {
    clearTimeout(this.#idle);
    while (this.#queue.length > 0) {
      // One turn of the event loop lets the requests that have arrived join, and costs a lone one nothing.
      await setImmediate();
      const batch = this.#queue.splice(0, BATCH);
      const replies = await this.#batch(batch);
      for (const reply of replies) reply();
    }
    this.#draining = undefined;
    this.#idle = setTimeout(() => this.#checkpoint(), IDLE_MS).unref();
  }

  /** Performs a batch and gives the replies, one for each command; none goes out before all is on disk. */
  async #batch(batch: readonly Job[]): Promise<(() => void)[]> {
    let connection: Connection | undefined;
    const replies: (() => void)[] = [];
    try {
      connection = this.#connect();
      await begin(connection);
      for (const job of batch) replies.push(await perform(connection, job));
      connection.all('COMMIT');
    } catch (error) {
      if (connection?.inTransaction) connection.all('ROLLBACK');
      return batch.map((job) => () => job.reject(batchError(error)));
    }
    this.#committed(batch.length);
    return replies;
  }

  #checkpoint(): void {
    try {
      this.#connect().all('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // It only saves time later: the next one does it.
    }
  }
}

/** Runs one command inside the batch. Gives its reply, for when the batch is on disk; throws when the batch is lost. */
async function perform(connection: Connection, job: Job): Promise<() => void> {
  connection.all('SAVEPOINT command');
  const session = new SqliteSession(connection);
  try {
    const result = await session.run(job.work);
    connection.all('RELEASE command');
    return () => job.resolve(result);
  } catch (error) {
    session.assertStands();
    if (!connection.inTransaction) throw error;
    connection.all('ROLLBACK TO command');
    connection.all('RELEASE command');
    return () => job.reject(error);
  }
}

/** Takes the write lock. Waits without blocking the event loop, as SQLite's own long waiting would. */
async function begin(connection: Connection): Promise<void> {
  const start = performance.now();
  for (let wait = 2; ; wait = Math.min(2 * wait, 100)) {
    try {
      connection.all('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw error;
      if (performance.now() - start > BUSY_MS)
        throw unavailable(
          'store.busy',
          'Another process has been writing to the database for long. Try again.',
          error,
        );
    }
    await pause(wait * (0.5 + Math.random()));
  }
}
