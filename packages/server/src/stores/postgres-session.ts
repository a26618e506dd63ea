import type { PoolClient } from 'pg';
import type { Row, Session, SqlValue } from './sql.js';
import { connectionError, knownError, sqlState } from './postgres-errors.js';

/** Gives each statement's text one short name, by which a connection knows it once it has seen it. */
export class StatementNames {
  readonly #names = new Map<string, string>();

  of(text: string): string {
    const name = this.#names.get(text) ?? `g${this.#names.size + 1}`;
    this.#names.set(text, name);
    return name;
  }
}

/** The statements of one transaction, sent one after another. */
export class PostgresSession implements Session {
  readonly #client: PoolClient;
  readonly #names: StatementNames;
  #last: Promise<unknown> = Promise.resolve();
  #isEnded = false;
  #failure: { error: unknown } | undefined;

  constructor(client: PoolClient, names: StatementNames) {
    this.#client = client;
    this.#names = names;
  }

  rows(text: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    return this.#run(async () => {
      const query = { name: this.#names.of(text), text, values: [...values] };
      const { rows } = await this.#client.query<Row>(query);
      return rows;
    });
  }

  exec(text: string): Promise<void> {
    return this.#run(async () => {
      await this.#client.query(text);
    });
  }

  /** Throws the database's first error, even if the work went on as if there had been none. */
  assertStands(): void {
    if (this.#failure) throw this.#failure.error;
  }

  /** From now on every use fails. Settles when nothing is under way. */
  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#last;
  }

  #run<R>(statement: () => Promise<R>): Promise<R> {
    if (this.#isEnded)
      return Promise.reject(new Error('This transaction has ended: await everything inside the work.'));
    const result = this.#last.then(statement).catch((error: unknown) => {
      this.#failure ??= { error: sqlState(error) === undefined ? connectionError(error) : knownError(error) };
      throw this.#failure.error;
    });
    this.#last = result.catch(() => undefined);
    return result;
  }
}
