import pg from 'pg';
import { connectionError } from './postgres-errors.js';

/** How long to wait for a connection. */
const CONNECT_MS = 5000;

/**
 * What every connection is told first. Nothing may hold others up for long: an open transaction delays the feed
 * of all. The store asks only what an index answers; a scan of a small table would be quick, but would mark the
 * whole table as read and so make every write to it a conflict.
 */
const SETTINGS = [
  'statement_timeout = 5000',
  'idle_in_transaction_session_timeout = 5000',
  'lock_timeout = 2000',
  'enable_seqscan = off',
  'plan_cache_mode = force_generic_plan',
  'jit = off',
]
  .map((setting) => `SET ${setting}`)
  .join('; ');

/** All values come as PostgreSQL writes them; set here and not in pg's own, which everybody shares. */
export const rawTypes: pg.CustomTypesConfig = {
  getTypeParser: () => (value: unknown) => value,
};

/** A connection on loan. */
export interface Loan {
  client: pg.PoolClient;
  /** Rejects when the connection breaks, even while no statement is under way. */
  broken: Promise<never>;
  /** A connection that is not as good as new is thrown away. */
  giveBack(isGood: boolean): void;
}

/** The connections of one store. */
export class PostgresPool {
  readonly #pool: pg.Pool;

  constructor(url: string, size: number) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: size,
      types: rawTypes,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      application_name: 'guildhall',
      onConnect: (client) => client.query(SETTINGS),
    });
    // An idle connection that breaks is replaced when it is needed; without a listener it would end the process.
    this.#pool.on('error', () => undefined);
  }

  /** Lends a connection, until `giveBack`. */
  async lend(): Promise<Loan> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw connectionError(error);
    });
    let fail: (error: unknown) => void = () => undefined;
    const broken = new Promise<never>((_, reject) => (fail = reject));
    // Who races against it hears of it; if nobody does, it is no error that nobody handled.
    broken.catch(() => undefined);
    const onError = (error: Error): void => fail(connectionError(error));
    client.on('error', onError);
    const giveBack = (isGood: boolean): void => {
      client.removeListener('error', onError);
      client.release(!isGood);
    };
    return { client, broken, giveBack };
  }

  /** One statement by itself. */
  async rows(
    text: string,
    values: readonly (string | number)[] = [],
  ): Promise<readonly Record<string, unknown>[]> {
    try {
      const { rows } = await this.#pool.query<Record<string, unknown>>(text, [...values]);
      return rows;
    } catch (error) {
      throw connectionError(error);
    }
  }

  async end(): Promise<void> {
    await this.#pool.end();
  }
}
