import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { GuildhallError, type AnyCollection, type Writer } from '@guildhall/core/store';
import type { SqlStore } from './sql.js';
import { SqlFeed } from './sql-feed.js';
import { layoutsOf } from './sql-layout.js';
import { eventsKeptSince, patiently, prepareTables, readMarker, schemaOf } from './sql-store.js';
import { Texts } from './sql-texts.js';
import { SqlReader, SqlWriter } from './sql-transaction.js';
import { forgetSqliteEvents, sqliteCatalog } from './sqlite-catalog.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { openSqlite, type Connection } from './sqlite-driver.js';
import { SqliteFeedSource } from './sqlite-feed.js';
import { SqliteReaders } from './sqlite-readers.js';
import { SqliteWriter } from './sqlite-writer.js';

export type { SqlStore } from './sql.js';

/** What a SQLite store is made of. */
export interface SqliteStoreOptions {
  /** The database file, on a local disk; it and its folder are created. */
  file: string;
  /** Everything the store is to keep. */
  collections: readonly AnyCollection[];
  /** Called after each commit with the number of writes that it carried. For measuring. */
  onCommit?: (writes: number) => void;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A store in one SQLite file: for one server, or a few processes on one machine. */
export function sqliteStore(options: SqliteStoreOptions): SqlStore {
  return new SqliteStore(options);
}

class SqliteStore implements SqlStore {
  readonly #layouts: ReturnType<typeof layoutsOf>;
  readonly #texts: Texts;
  readonly #source: SqliteFeedSource;
  readonly #feed: SqlFeed;
  readonly #writer: SqliteWriter;
  readonly #readers: SqliteReaders;
  #writing: Connection | undefined;
  #forgetting: NodeJS.Timeout | undefined;
  #told = false;
  #isClosed = false;

  constructor({ file, collections, onCommit }: SqliteStoreOptions) {
    const path = file === '' || file.startsWith(':memory:') ? undefined : resolve(file);
    this.#layouts = layoutsOf(collections);
    this.#texts = new Texts(sqliteDialect, this.#layouts);
    this.#source = new SqliteFeedSource(() => openReader(path));
    this.#feed = new SqlFeed(this.#source);
    this.#readers = new SqliteReaders(() => openReader(path));
    this.#writer = new SqliteWriter(
      () => (this.#writing ??= openWriter(path)),
      (writes) => {
        if (this.#told) this.#feed.wake();
        this.#told = false;
        onCommit?.(writes);
      },
    );
  }

  async read<R>(work: (tx: SqlReader) => Promise<R>): Promise<R> {
    this.#assertOpen();
    return this.#readers.read((session) => work(new SqlReader(session, this.#texts)));
  }

  // One writer, so every write is alone.
  async write<R>(work: (tx: Writer) => Promise<R>): Promise<R> {
    this.#assertOpen();
    return this.#writer.write(async (session) => {
      const tx = new SqlWriter(session, this.#texts);
      const result = await work(tx);
      tx.assertSound();
      this.#told ||= tx.told;
      return result;
    });
  }

  changes(after?: string) {
    this.#assertOpen();
    return this.#feed.changes(after);
  }

  async prepare(): Promise<void> {
    this.#assertOpen();
    const database = { dialect: sqliteDialect, layouts: this.#layouts, texts: this.#texts };
    await patiently(() =>
      this.#writer.write(async (session) =>
        prepareTables(session, { ...database, catalog: await sqliteCatalog(session) }),
      ),
    );
    await this.#forget();
    this.#forgetting ??= setInterval(() => void this.#forget().catch(() => undefined), DAY_MS).unref();
  }

  async marker(key: string): Promise<string | undefined> {
    this.#assertOpen();
    return this.#readers.read((session) => readMarker(session, this.#texts, `marker:${key}`));
  }

  async setMarker(key: string, value: string): Promise<void> {
    this.#assertOpen();
    await this.#writer.write((session) => session.rows(this.#texts.base.setMarker, [`marker:${key}`, value]));
  }

  schema(): string {
    return schemaOf(sqliteDialect, this.#layouts);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#forgetting);
    this.#feed.close();
    await this.#writer.end();
    await this.#readers.close();
    this.#source.close();
    this.#writing?.all('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#writing?.close();
  }

  async #forget(): Promise<void> {
    const since = eventsKeptSince(Date.now());
    await this.#writer.write((session) => forgetSqliteEvents(session, this.#texts, since));
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new GuildhallError('unavailable', 'store.closed', 'The store has been closed.');
  }
}

function openWriter(path: string | undefined): Connection {
  const connection = open(path);
  // FULL: what was acknowledged survives a power loss, not only a crash.
  for (const setting of ['synchronous=FULL', 'foreign_keys=ON', 'secure_delete=ON'])
    connection.all(`PRAGMA ${setting}`);
  return connection;
}

function openReader(path: string | undefined): Connection {
  const connection = open(path);
  connection.all('PRAGMA query_only=ON');
  return connection;
}

function open(path: string | undefined): Connection {
  if (path === undefined)
    throw new Error('sqliteStore needs a file. For a store in memory use memoryStore() of @guildhall/core.');
  mkdirSync(dirname(path), { recursive: true });
  const connection = openSqlite(path);
  const settings = [
    'busy_timeout=1000', // While opening, and only then, it may block.
    'journal_mode=WAL',
    'trusted_schema=OFF',
    'cache_size=-16000',
    'mmap_size=268435456',
    'wal_autocheckpoint=16384', // 64 MB; before that, it is done when nobody writes.
    'journal_size_limit=67108864',
    'busy_timeout=20',
  ];
  for (const setting of settings) connection.all(`PRAGMA ${setting}`);
  return connection;
}
