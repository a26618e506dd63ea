import { GuildhallError, type AnyCollection, type Writer, type WriteOptions } from '@guildhall/core/store';
import { postgresCatalog, forgetPostgresEvents, hasSchema, renewEpoch } from './postgres-catalog.js';
import { postgresDialect } from './postgres-dialect.js';
import { PostgresFeedSource } from './postgres-feed.js';
import { Hints } from './postgres-hints.js';
import { PostgresPool } from './postgres-pool.js';
import { StatementNames } from './postgres-session.js';
import { lockOf, Transactions } from './postgres-transaction.js';
import { PostgresVacuum } from './postgres-vacuum.js';
import { EVENTS, type Session, type SqlStore } from './sql.js';
import type { Dialect } from './sql-dialect.js';
import { SqlFeed } from './sql-feed.js';
import { layoutsOf, type Layout } from './sql-layout.js';
import { eventsKeptSince, patiently, prepareTables, readMarker, schemaOf } from './sql-store.js';
import { Texts } from './sql-texts.js';
import { SqlReader, SqlWriter } from './sql-transaction.js';
import { Turns } from './turns.js';

export type { SqlStore } from './sql.js';

/** What a PostgreSQL store is made of. */
export interface PostgresStoreOptions {
  /** Where the database is: `postgresql://user:password@host/database`. */
  url: string;
  /** Everything the store is to keep. */
  collections: readonly AnyCollection[];
  /** The schema that holds the tables; it is created. Default: `guildhall`. */
  schema?: string;
  /** How many connections this process uses at most, besides one that listens. Default: 10. */
  poolSize?: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const SCHEMA_NAME = /^[a-z_][a-z0-9_]{0,39}$/;

/** A store in PostgreSQL 13 or newer: for any number of servers. */
export function postgresStore(options: PostgresStoreOptions): SqlStore {
  return new PostgresStore(options);
}

class PostgresStore implements SqlStore {
  readonly #schema: string;
  readonly #dialect: Dialect;
  readonly #layouts: readonly Layout[];
  readonly #texts: Texts;
  readonly #pool: PostgresPool;
  readonly #transactions: Transactions;
  readonly #turns = new Turns();
  readonly #hints: Hints;
  readonly #source: PostgresFeedSource;
  readonly #feed: SqlFeed;
  readonly #vacuum: PostgresVacuum;
  readonly #running = new Set<Promise<unknown>>();
  #forgetting: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor({ url, collections, schema = 'guildhall', poolSize = 10 }: PostgresStoreOptions) {
    if (!SCHEMA_NAME.test(schema)) throw new Error(`A schema is named in lower case, not ${schema}.`);
    this.#schema = schema;
    this.#dialect = postgresDialect(schema);
    this.#layouts = layoutsOf(collections);
    this.#texts = new Texts(this.#dialect, this.#layouts);
    this.#pool = new PostgresPool(url, poolSize);
    this.#transactions = new Transactions(this.#pool, new StatementNames());
    this.#hints = new Hints(url, this.#pool, `guildhall_${schema}`);
    this.#source = new PostgresFeedSource(this.#pool, this.#hints, this.#dialect);
    this.#feed = new SqlFeed(this.#source);
    this.#vacuum = new PostgresVacuum(this.#pool, this.#dialect);
  }

  read<R>(work: (tx: SqlReader) => Promise<R>): Promise<R> {
    return this.#run(() =>
      this.#transactions.once({ isolation: 'REPEATABLE READ READ ONLY' }, (session) =>
        work(new SqlReader(session, this.#texts)),
      ),
    );
  }

  write<R>(work: (tx: Writer) => Promise<R>, { alone }: WriteOptions = {}): Promise<R> {
    if (alone === undefined) return this.#run(() => this.#write(work));
    // Those of this process wait here: each that waited in the database would hold a connection.
    return this.#run(() => this.#turns.take(alone, () => this.#write(work, lockOf(this.#schema, alone))));
  }

  async #write<R>(work: (tx: Writer) => Promise<R>, lock?: string): Promise<R> {
    const { result, tx } = await this.#transactions.retrying(
      { isolation: 'SERIALIZABLE', lock },
      async (session) => {
        const writer = new SqlWriter(session, this.#texts);
        const outcome = await work(writer);
        writer.assertSound();
        return { result: outcome, tx: writer };
      },
    );
    if (tx.told) {
      this.#source.look();
      this.#hints.send();
    }
    this.#vacuum.soon(tx.unsealed);
    return result;
  }

  changes(after?: string) {
    this.#assertOpen();
    return this.#feed.changes(after);
  }

  async prepare(): Promise<void> {
    const lock = lockOf(this.#schema, 'prepare');
    const alone = { isolation: 'READ COMMITTED', lock } as const;
    await this.#run(async () => {
      await patiently(() => this.#transactions.once(alone, (session) => this.#prepare(session)));
      await this.#forget();
    });
    this.#forgetting ??= setInterval(() => void this.#forget().catch(() => undefined), DAY_MS).unref();
  }

  async #prepare(session: Session): Promise<void> {
    // Building an index may take long; waiting for a lock, behind which all others would wait, may not.
    await session.exec("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '10s'");
    if (!(await hasSchema(session, this.#schema))) await session.exec(this.#createSchema());
    const database = { dialect: this.#dialect, layouts: this.#layouts, texts: this.#texts };
    await prepareTables(session, { ...database, catalog: await postgresCatalog(session, this.#schema) });
    await renewEpoch(session, this.#texts, this.#dialect.table(EVENTS));
  }

  marker(key: string): Promise<string | undefined> {
    return this.#run(() =>
      this.#transactions.once({ isolation: 'REPEATABLE READ READ ONLY' }, (session) =>
        readMarker(session, this.#texts, `marker:${key}`),
      ),
    );
  }

  setMarker(key: string, value: string): Promise<void> {
    return this.#run(async () => {
      await this.#transactions.retrying({ isolation: 'SERIALIZABLE' }, (session) =>
        session.rows(this.#texts.base.setMarker, [`marker:${key}`, value]),
      );
    });
  }

  schema(): string {
    return `${this.#createSchema()};\n\n${schemaOf(this.#dialect, this.#layouts)}`;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#forgetting);
    this.#feed.close();
    await Promise.all(this.#running);
    await this.#vacuum.end();
    await this.#pool.end();
  }

  #createSchema(): string {
    return `CREATE SCHEMA "${this.#schema}"`;
  }

  async #forget(): Promise<void> {
    const since = eventsKeptSince(Date.now());
    await this.#transactions.once({ isolation: 'READ COMMITTED' }, (session) =>
      forgetPostgresEvents(session, this.#texts, this.#dialect.table(EVENTS), since),
    );
    this.#vacuum.soon(this.#layouts.map(({ collection }) => collection).filter(({ sealed }) => sealed));
  }

  /** Starts what `close` will wait for. */
  async #run<R>(start: () => Promise<R>): Promise<R> {
    this.#assertOpen();
    const running = start();
    const ended = running.catch(() => undefined);
    this.#running.add(ended);
    try {
      return await running;
    } finally {
      this.#running.delete(ended);
    }
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new GuildhallError('unavailable', 'store.closed', 'The store has been closed.');
  }
}
