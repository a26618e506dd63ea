import type { Change, Cursor } from '@guildhall/core/store';
import { EVENTS, META, textOf } from './sql.js';
import type { Dialect } from './sql-dialect.js';
import { changeOf, type FeedSource } from './sql-feed.js';
import { COMPACTED } from './sql-store.js';
import type { PostgresPool } from './postgres-pool.js';
import type { Hints } from './postgres-hints.js';

/** How often to look for commits of other processes, whose hints may get lost. */
const POLL_MS = 1000;
/** How soon to look again when something is committed but an older transaction still holds it back. */
const PENDING_MS = 20;
const PAGE = 200;

/**
 * The feed's events in PostgreSQL, ordered by transaction and number. Sequence numbers alone would lose events: a
 * smaller one may be committed later. Whatever is below every running transaction, though, is final.
 */
export class PostgresFeedSource implements FeedSource {
  readonly #pool: PostgresPool;
  readonly #hints: Hints;
  readonly #texts: ReturnType<typeof textsOf>;
  #epoch: Promise<string> | undefined;
  #wake: (() => void) | undefined;
  #isAsked = false;
  #looking: Promise<void> | undefined;
  #seen: unknown;
  #wait = POLL_MS;
  #timer: NodeJS.Timeout | undefined;

  constructor(pool: PostgresPool, hints: Hints, dialect: Dialect) {
    this.#pool = pool;
    this.#hints = hints;
    this.#texts = textsOf(dialect);
  }

  async present(): Promise<Cursor> {
    const { xmin } = await this.#bounds();
    // Whatever is at or above xmin is still to come.
    return `${await this.#readEpoch()}.${xmin}.0`;
  }

  async isKnown(cursor: Cursor): Promise<boolean> {
    const [epoch, ...place] = cursor.split('.');
    if (epoch !== (await this.#readEpoch()) || !/^\d{1,18}\.\d{1,18}$/.test(place.join('.'))) return false;
    const { xmax, compacted } = await this.#bounds();
    const [xid = 0n, seq = 0n] = place.map(BigInt);
    const [oldXid = 0n, oldSeq = 0n] = compacted.split('.').map(BigInt);
    return xid <= BigInt(xmax) && (xid > oldXid || (xid === oldXid && seq >= oldSeq));
  }

  async after(cursor: Cursor): Promise<readonly Change[]> {
    const [epoch, xid = '', seq = ''] = cursor.split('.');
    const rows = await this.#pool.rows(this.#texts.after, [xid, seq]);
    return rows.map((row) =>
      changeOf(textOf(row, 'event'), `${epoch}.${textOf(row, 'xid')}.${textOf(row, 'seq')}`),
    );
  }

  watch(wake: () => void): () => void {
    this.#wake = wake;
    this.#seen = undefined;
    const unlisten = this.#hints.listen(this.look);
    this.look();
    return () => {
      this.#wake = undefined;
      clearTimeout(this.#timer);
      unlisten();
    };
  }

  /** Looks whether there is something new: after an own commit, a hint, or some time. */
  readonly look = (): void => {
    if (!this.#wake) return;
    this.#isAsked = true;
    this.#looking ??= this.#looks();
  };

  async #looks(): Promise<void> {
    while (this.#isAsked && this.#wake) {
      this.#isAsked = false;
      clearTimeout(this.#timer);
      const { newest, pending } = await this.#newest().catch(() => ({ newest: undefined, pending: false }));
      if (newest !== undefined && newest !== this.#seen) this.#call();
      this.#seen = newest ?? this.#seen;
      this.#wait = pending ? Math.min(Math.max(2 * this.#wait, PENDING_MS), POLL_MS) : 0;
      this.#timer = setTimeout(this.look, this.#wait || POLL_MS).unref();
    }
    this.#looking = undefined;
  }

  #call(): void {
    this.#wake?.();
  }

  async #newest(): Promise<{ newest: unknown; pending: boolean }> {
    const [row] = await this.#pool.rows(this.#texts.newest);
    return { newest: row?.['newest'] ?? '', pending: row?.['pending'] === 't' };
  }

  async #bounds(): Promise<{ xmin: string; xmax: string; compacted: string }> {
    const [row] = await this.#pool.rows(this.#texts.bounds);
    return { xmin: textOf(row, 'xmin'), xmax: textOf(row, 'xmax'), compacted: textOf(row, 'compacted') };
  }

  #readEpoch(): Promise<string> {
    this.#epoch ??= this.#pool.rows(this.#texts.epoch).then(([row]) => textOf(row, 'value'));
    this.#epoch.catch(() => (this.#epoch = undefined));
    return this.#epoch;
  }
}

function textsOf(dialect: Dialect) {
  const events = dialect.table(EVENTS);
  const meta = dialect.table(META);
  return {
    epoch: `SELECT "value" FROM ${meta} WHERE "key" = 'epoch'`,
    bounds:
      `SELECT pg_snapshot_xmin(now)::text AS "xmin", pg_snapshot_xmax(now)::text AS "xmax", ` +
      `coalesce((SELECT "value" FROM ${meta} WHERE "key" = '${COMPACTED}'), '0.0') AS "compacted" ` +
      'FROM pg_current_snapshot() AS now',
    after:
      `SELECT "xid"::text AS "xid", "seq", "event" FROM ${events} ` +
      'WHERE ("xid", "seq") > ($1::xid8, $2::bigint) AND "xid" < pg_snapshot_xmin(pg_current_snapshot()) ' +
      `ORDER BY "xid", "seq" LIMIT ${PAGE}`,
    newest:
      `SELECT (SELECT "xid"::text || '.' || "seq" FROM ${events} WHERE "xid" < pg_snapshot_xmin(now) ` +
      `ORDER BY "xid" DESC, "seq" DESC LIMIT 1) AS "newest", ` +
      `EXISTS (SELECT FROM ${events} WHERE "xid" >= pg_snapshot_xmin(now)) AS "pending" FROM pg_current_snapshot() AS now`,
  };
}
