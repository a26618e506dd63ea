import type { Session } from './sql.js';
import type { Connection } from './sqlite-driver.js';
import { knownError } from './sqlite-errors.js';
import { SqliteSession } from './sqlite-session.js';

/** How many reads may be open at the same time; further ones wait. */
const CONNECTIONS = 4;

/** Connections that only read, each used by one read at a time. */
export class SqliteReaders {
  readonly #connect: () => Connection;
  readonly #free: Connection[] = [];
  #waiting: ((connection: Connection) => void)[] = [];
  #open = 0;

  constructor(connect: () => Connection) {
    this.#connect = connect;
  }

  /** Runs the work on one unchanging moment. */
  async read<R>(work: (session: Session) => Promise<R>): Promise<R> {
    const connection = await this.#take();
    try {
      connection.all('BEGIN');
      return await new SqliteSession(connection).run(work);
    } catch (error) {
      throw knownError(error);
    } finally {
      if (connection.inTransaction) connection.all('ROLLBACK');
      this.#give(connection);
    }
  }

  /** Closes the connections when those in use have come back. */
  async close(): Promise<void> {
    while (this.#open > 0) {
      const connection = await this.#take();
      connection.close();
      this.#open -= 1;
    }
  }

  #take(): Connection | Promise<Connection> {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#open >= CONNECTIONS) return new Promise((resolve) => this.#waiting.push(resolve));
    const connection = this.#connect();
    this.#open += 1;
    return connection;
  }

  #give(connection: Connection): void {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else this.#free.push(connection);
  }
}
