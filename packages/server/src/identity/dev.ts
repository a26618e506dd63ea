import { GuildhallError } from '@guildhall/core';
import type { Identify } from '../handler.js';

/** The cookie of the person that was picked: `guildhall-person=<id>; SameSite=Strict; Path=/`. */
export const PERSON_COOKIE = 'guildhall-person';
/** The header of the same meaning, for tools. */
export const PERSON_HEADER = 'X-Guildhall-Person';

/** What a database remembers about itself; the SQL stores have it. */
export interface Markers {
  marker(key: string): Promise<string | undefined>;
  setMarker(key: string, value: string): Promise<void>;
}

/** What development identity must know to refuse where it would be dangerous. */
export interface DevelopmentOptions {
  /** The address that the server binds. */
  host: string;
  /** The database; `memory` for one that is gone when the process ends. */
  database: Markers | 'memory';
  /** Whether the database has no people yet: only then may one without a marker become a development one. */
  empty: boolean;
  /** Default: `process.env`. */
  env?: Record<string, string | undefined>;
}

/** The options of a handler with development identity. */
export interface DevelopmentIdentity {
  identify: Identify;
  development: true;
}

const MARKER = 'purpose';

/**
 * Identity for development: everybody is whom they pick. Spread the result into the options of
 * `createHandler`. Fails with `forbidden` when NODE_ENV is `production`, when the server would be reachable
 * from other machines, and when the database was ever used outside of development.
 */
export async function developmentIdentity(options: DevelopmentOptions): Promise<DevelopmentIdentity> {
  const { host, database, empty, env = process.env } = options;
  refuseOutsideDevelopment({ host, env });
  if (database !== 'memory') await claim(database, empty);
  return { identify: pickedPerson, development: true };
}

/** Fails with `forbidden` where development identity would be dangerous whatever the database. */
export function refuseOutsideDevelopment({
  host,
  env,
}: Required<Pick<DevelopmentOptions, 'host' | 'env'>>): void {
  if (env['NODE_ENV'] === 'production')
    throw refused('dev.production', 'Development identity does not run with NODE_ENV=production.');
  if (!isLoopback(host))
    throw refused('dev.host', `Development identity listens on 127.0.0.1 only, not on ${host}.`);
}

/**
 * Marks the database as one with real identities. Fails with `forbidden` when it was used in development,
 * where anybody could write as anybody.
 */
export async function productionDatabase(database: Markers): Promise<void> {
  const purpose = await database.marker(MARKER);
  if (purpose === 'development')
    throw refused('database.development', 'This database was used in development. Start with another one.');
  if (purpose === undefined) await database.setMarker(MARKER, 'production');
}

async function claim(database: Markers, empty: boolean): Promise<void> {
  const purpose = await database.marker(MARKER);
  if (purpose === 'development') return;
  if (purpose !== undefined)
    throw refused('dev.database', 'This database was used outside of development. Start with another one.');
  if (!empty)
    throw refused(
      'dev.database',
      'This database has people and was not begun in development. Start with a new one, and import into that.',
    );
  await database.setMarker(MARKER, 'development');
}

/** The person that the request names; nobody when it was not sent to this machine by a loopback name. */
function pickedPerson(request: Request): { id: string } | null {
  // A page elsewhere can have its own name resolve to 127.0.0.1, and would then count as our origin.
  if (!isLoopback(new URL(request.url).hostname)) return null;
  const id = request.headers.get(PERSON_HEADER) ?? cookieOf(request.headers.get('cookie') ?? '');
  return id ? { id } : null;
}

function cookieOf(header: string): string | undefined {
  const prefix = `${PERSON_COOKIE}=`;
  const found = header.split(';').find((pair) => pair.trim().startsWith(prefix));
  try {
    return found && decodeURIComponent(found.trim().slice(prefix.length));
  } catch {
    return undefined;
  }
}

/** True for the names and addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function refused(reason: string, message: string): GuildhallError {
  return new GuildhallError('forbidden', reason, message);
}
