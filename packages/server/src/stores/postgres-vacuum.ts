import type { AnyCollection } from '@guildhall/core/store';
import type { Dialect } from './sql-dialect.js';
import type { PostgresPool } from './postgres-pool.js';

/** Long enough that a burst of removals costs one vacuum. */
const SOON_MS = 1000;

/**
 * Rewrites the tables of sealed collections after something was removed from them: until then the removed rows
 * lie in the file as they came in. If it cannot be done now, the daily round does it.
 */
export class PostgresVacuum {
  readonly #pool: PostgresPool;
  readonly #dialect: Dialect;
  readonly #tables = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(pool: PostgresPool, dialect: Dialect) {
    this.#pool = pool;
    this.#dialect = dialect;
  }

  /** Does it for these collections, soon. */
  soon(collections: Iterable<AnyCollection>): void {
    for (const { name } of collections) this.#tables.add(name);
    if (this.#tables.size > 0) this.#timer ??= setTimeout(() => this.#start(), SOON_MS).unref();
  }

  /** Does at once what is still to be done. */
  async end(): Promise<void> {
    this.#start();
    await this.#running;
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const tables = [...this.#tables];
    this.#tables.clear();
    this.#running = this.#running.then(() => this.#vacuum(tables));
  }

  async #vacuum(tables: readonly string[]): Promise<void> {
    // FULL, since a plain vacuum leaves the bytes of removed rows where they are.
    for (const table of tables)
      await this.#pool.rows(`VACUUM (FULL) ${this.#dialect.table(table)}`).catch(() => undefined);
  }
}
