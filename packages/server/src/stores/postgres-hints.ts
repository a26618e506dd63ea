import pg from 'pg';
import { rawTypes, type PostgresPool } from './postgres-pool.js';

const RECONNECT_MS = 1000;

/**
 * Tells other processes that something was committed, so that they need not wait for their next look. Only a
 * hint: one that gets lost costs a second. Sent after the commit, since inside it would make commits queue.
 */
export class Hints {
  readonly #url: string;
  readonly #pool: PostgresPool;
  readonly #channel: string;
  #sending: Promise<void> | undefined;
  #isAsked = false;

  constructor(url: string, pool: PostgresPool, channel: string) {
    this.#url = url;
    this.#pool = pool;
    this.#channel = `"${channel}"`;
  }

  /** Sends a hint. Those asked for while one is under way become one. */
  send(): void {
    this.#isAsked = true;
    this.#sending ??= this.#send();
  }

  /** Calls back for every hint until the returned function is called. */
  listen(onHint: () => void): () => void {
    let client: pg.Client | undefined;
    let timer: NodeJS.Timeout | undefined;
    let isStopped = false;
    const connect = (): void => {
      const mine = new pg.Client({
        connectionString: this.#url,
        types: rawTypes,
        keepAlive: true,
        application_name: 'guildhall',
      });
      const again = (): void => {
        if (client !== mine) return;
        client = undefined;
        if (!isStopped) timer = setTimeout(connect, RECONNECT_MS).unref();
      };
      client = mine;
      mine.on('notification', onHint);
      mine.on('error', again);
      mine.on('end', again);
      mine.connect().then(() => mine.query(`LISTEN ${this.#channel}`).then(onHint, () => mine.end()), again);
    };
    connect();
    return () => {
      isStopped = true;
      clearTimeout(timer);
      void client?.end().catch(() => undefined);
    };
  }

  async #send(): Promise<void> {
    while (this.#isAsked) {
      this.#isAsked = false;
      await this.#pool.rows(`NOTIFY ${this.#channel}`).catch(() => undefined);
    }
    this.#sending = undefined;
  }
}
