import type { Row, Session, SqlValue } from './sql.js';
import type { Connection } from './sqlite-driver.js';
import { knownError, unavailable } from './sqlite-errors.js';

/** How long a work may wait for something else than its transaction before it is given up. */
const PATIENCE_MS = 5000;

/** The statements of one work. SQLite answers at once; only the port is asynchronous. */
export class SqliteSession implements Session {
  readonly #connection: Connection;
  #isEnded = false;
  #lost: { error: unknown } | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async rows(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.#run(() => this.#connection.all(text, values));
  }

  async exec(text: string): Promise<void> {
    this.#run(() => this.#connection.exec(text));
  }

  #run<R>(statement: () => R): R {
    if (this.#isEnded) throw new Error('This transaction has ended: await everything inside the work.');
    this.assertStands();
    try {
      return statement();
    } catch (error) {
      const known = knownError(error);
      // Further statements would each be committed by themselves.
      if (!this.#connection.inTransaction) this.#lost = { error: known };
      throw known;
    }
  }

  /** Throws when an error has ended the transaction, such as a full disk. */
  assertStands(): void {
    if (this.#lost) throw this.#lost.error;
  }

  /** Runs the work with this session, which ends with it. */
  async run<R>(work: (session: Session) => Promise<R>): Promise<R> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const message = 'The work waited too long: inside a transaction await nothing but the transaction.';
      timer = setTimeout(() => reject(unavailable('store.slow', message)), PATIENCE_MS);
    });
    try {
      const result = await Promise.race([work(this), late]);
      this.assertStands();
      return result;
    } finally {
      clearTimeout(timer);
      this.#isEnded = true;
    }
  }
}
