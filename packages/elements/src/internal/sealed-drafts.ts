import { addTo, forgetOld, isSealed, openDatabase, readFrom, writeTo } from './sealed-database.js';

const DAY = 86_400_000;
const DAYS_KEPT = 400;

/** The database and the key of one viewer; undefined: the browser offers no such thing, and memory has to do. */
interface Vault {
  database: IDBDatabase;
  key: CryptoKey;
}

const vaults = new Map<string, Promise<Vault | undefined>>();
/** What is kept as long as the page is open, where nothing else is possible. */
const memory = new Map<string, string>();
/** One write after the other for each thing kept: the last one counts. */
const writing = new Map<string, Promise<unknown>>();

/**
 * What somebody writes on sealed forms, and the receipts for what they sent, kept in this browser only: encrypted with
 * AES-GCM under a key of the viewer's that no script can read out (non-extractable, in IndexedDB). Whoever can use the
 * viewer's browser profile can use the key, too. Where WebCrypto or IndexedDB is missing, as on plain http, it is kept
 * in memory and is gone with the page: `lasting` says which, and a form must say so to its writer.
 *
 * Kept for 400 days after the last write, then forgotten; no other time is noted. Values are JSON.
 *
 *     const kept = new SealedDrafts('pulse', isPulseDraft);
 *     await kept.lasting(viewerId);              // false: say that it is gone with the page
 *     await kept.write(viewerId, surveyId, { answers, receipt: newReceipt() });
 *     await kept.read(viewerId, surveyId);       // the value, or undefined
 *     await kept.write(viewerId, surveyId, undefined); // forgets it
 */
export class SealedDrafts<T> {
  readonly #name: string;
  readonly #isDraft: (value: unknown) => value is T;

  /** `name` tells the things of one kind of form from those of others; `isDraft` guards against what older code wrote. */
  constructor(name: string, isDraft: (value: unknown) => value is T) {
    this.#name = name;
    this.#isDraft = isDraft;
  }

  /** Whether what is kept is still there when the browser was closed. Never rejects. */
  async lasting(viewerId: string): Promise<boolean> {
    return (await vaultOf(viewerId)) !== undefined;
  }

  /** What was kept for this viewer and form. Undefined: nothing, or nothing that can be read any more. Never rejects. */
  async read(viewerId: string, formId: string): Promise<T | undefined> {
    const name = this.#nameOf(viewerId, formId);
    await writing.get(name);
    const vault = await vaultOf(viewerId);
    // Memory has what the disk would not take, which is newer.
    const text = memory.get(name) ?? (vault && (await openFrom(vault, name)));
    if (text === undefined) return undefined;
    const value: unknown = JSON.parse(text);
    return this.#isDraft(value) ? value : undefined;
  }

  /**
   * Keeps a value in place of the one before; undefined forgets it. True once it is on the disk, false when it is kept
   * in memory only. Never rejects.
   */
  write(viewerId: string, formId: string, value: T | undefined): Promise<boolean> {
    const name = this.#nameOf(viewerId, formId);
    const text = value === undefined ? undefined : JSON.stringify(value);
    const before = writing.get(name) ?? Promise.resolve();
    const written = before.then(() => put(viewerId, name, text));
    writing.set(name, written);
    return written;
  }

  #nameOf(viewerId: string, formId: string): string {
    return JSON.stringify([this.#name, viewerId, formId]);
  }
}

/** A receipt for a sealed answer: 128 random bits as 32 hexadecimal digits. Works on plain http, too. */
export { newKey as newReceipt } from './new-key.js';

async function put(viewerId: string, name: string, text: string | undefined): Promise<boolean> {
  if (text === undefined) memory.delete(name);
  else memory.set(name, text);
  const vault = await vaultOf(viewerId);
  if (!vault) return false;
  try {
    await writeTo(
      vault.database,
      'kept',
      name,
      text === undefined ? undefined : await seal(vault, name, text),
    );
    // From here on the disk has it, and another tab may write something newer.
    memory.delete(name);
    return true;
  } catch {
    // Full, or closed by another tab: the next try opens it anew.
    vaults.delete(viewerId);
    return false;
  }
}

async function seal({ key }: Vault, name: string, text: string) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytes(name) },
    key,
    bytes(text),
  );
  // A whole day, so that nothing tells when somebody wrote.
  return { iv, data, until: (Math.floor(Date.now() / DAY) + DAYS_KEPT) * DAY };
}

async function openFrom({ database, key }: Vault, name: string): Promise<string | undefined> {
  try {
    const sealed = await readFrom(database, 'kept', name);
    if (!isSealed(sealed)) return undefined;
    const algorithm = { name: 'AES-GCM', iv: sealed.iv, additionalData: bytes(name) };
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, sealed.data));
  } catch {
    // The key is another one, or somebody has changed the data: as if there were nothing.
    return undefined;
  }
}

function vaultOf(viewerId: string): Promise<Vault | undefined> {
  const known = vaults.get(viewerId);
  if (known) return known;
  const vault = openVault(viewerId).catch(() => undefined);
  vaults.set(viewerId, vault);
  return vault;
}

async function openVault(viewerId: string): Promise<Vault | undefined> {
  // Both are missing on plain http, whatever the types say.
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle || !('indexedDB' in globalThis)) return undefined;
  const database = await openDatabase();
  await forgetOld(database, Date.now());
  const made = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const key = await addTo(database, 'keys', viewerId, made);
  return key instanceof CryptoKey ? { database, key } : undefined;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
