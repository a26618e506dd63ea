import Database from 'libsql';
import type { Row, SqlValue } from './sql.js';

/** One connection to a SQLite file. Statements are prepared once and kept. */
export interface Connection {
  all(text: string, values?: readonly SqlValue[]): Row[];
  /** Runs what gives no rows and is not worth keeping. */
  exec(text: string): void;
  /** Asked after an error: some errors end the transaction by themselves. */
  readonly inTransaction: boolean;
  close(): void;
}

/** Opens the file: the only place that knows which SQLite this is. */
export function openSqlite(file: string): Connection {
  const database = new Database(file);
  const statements = new Map<string, Database.Statement>();
  return {
    all(text, values = []) {
      // SQLite writes `?1` what PostgreSQL writes `$1`.
      const statement = statements.get(text) ?? database.prepare(text.replace(/\$(\d)/g, '?$1'));
      statements.set(text, statement);
      // Without raw mode every row is an object of columns.
      return statement.all(...values) as Row[];
    },
    exec: (text) => void database.exec(text),
    get inTransaction() {
      return database.inTransaction;
    },
    close() {
      // libsql lets go of the file when the last statement has been collected, too.
      statements.clear();
      database.close();
    },
  };
}

/** SQLite's own name of what went wrong, such as `SQLITE_BUSY`; undefined for any other error. */
export function sqliteCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}
