import type { Change, Cursor } from '@guildhall/core/store';
import { EVENTS, META, type Row } from './sql.js';
import { changeOf, type FeedSource } from './sql-feed.js';
import { COMPACTED } from './sql-store.js';
import type { Connection } from './sqlite-driver.js';
import { knownError } from './sqlite-errors.js';

/** How often to ask whether another process has committed. The question costs microseconds. */
const POLL_MS = 250;
const PAGE = 200;

/** The feed's events in SQLite. One writer at a time: the order of numbers is the order of commits. */
export class SqliteFeedSource implements FeedSource {
  readonly #connect: () => Connection;
  #connection: Connection | undefined;
  #epoch: string | undefined;

  constructor(connect: () => Connection) {
    this.#connect = connect;
  }

  async present(): Promise<Cursor> {
    return `${this.#readEpoch()}.${this.#newest()}`;
  }

  async isKnown(cursor: Cursor): Promise<boolean> {
    const [epoch, digits = ''] = cursor.split('.');
    const [compacted] = this.#all(`SELECT "value" FROM ${META} WHERE "key" = $1`, [COMPACTED]);
    const isNumber = /^\d{1,15}$/.test(digits);
    const oldest = Number(compacted?.['value'] ?? 0);
    return (
      isNumber && epoch === this.#readEpoch() && Number(digits) >= oldest && Number(digits) <= this.#newest()
    );
  }

  async after(cursor: Cursor): Promise<readonly Change[]> {
    const [epoch, digits] = cursor.split('.');
    const text = `SELECT "seq", "event" FROM ${EVENTS} WHERE "seq" > $1 ORDER BY "seq" LIMIT ${PAGE}`;
    const rows = this.#all(text, [Number(digits)]);
    return rows.map((row) => changeOf(String(row['event']), `${epoch}.${String(row['seq'])}`));
  }

  watch(wake: () => void): () => void {
    let seen: unknown;
    const look = (): void => {
      try {
        // Changes with every commit of another connection, in this process or another.
        const version = this.#all('PRAGMA data_version')[0]?.['data_version'];
        if (version !== seen) wake();
        seen = version;
      } catch {
        // The iterators run into the same trouble, and say so.
        wake();
      }
    };
    const timer = setInterval(look, POLL_MS).unref();
    return () => clearInterval(timer);
  }

  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  #newest(): number {
    // Stands above the forgotten events too.
    const [row] = this.#all(`SELECT "seq" FROM sqlite_sequence WHERE "name" = '${EVENTS}'`);
    return Number(row?.['seq'] ?? 0);
  }

  #readEpoch(): string {
    this.#epoch ??= String(this.#all(`SELECT "value" FROM ${META} WHERE "key" = 'epoch'`)[0]?.['value']);
    return this.#epoch;
  }

  #all(text: string, values?: readonly (string | number)[]): Row[] {
    try {
      this.#connection ??= this.#connect();
      return this.#connection.all(text, values);
    } catch (error) {
      throw knownError(error);
    }
  }
}
