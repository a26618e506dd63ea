const NAME = 'guildhall-sealed';
const VERSION = 1;

/** The stores of the browser's database: the keys of viewers, and what they keep under them. */
export type SealedStore = 'keys' | 'kept';

/** What is kept, encrypted; `until` is the day on which it is forgotten, as milliseconds at midnight in UTC. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
  until: number;
}

/** Opens the database of this browser. Rejects where there is none, or where the person has blocked it. */
export async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys');
    request.result.createObjectStore('kept').createIndex('until', 'until');
  };
  const database = await done(request);
  // Another tab with a newer version, or one that clears the site's data, does not wait for this one.
  database.onversionchange = () => database.close();
  return database;
}

/** Reads what lies under a key. */
export async function readFrom(database: IDBDatabase, store: SealedStore, key: string): Promise<unknown> {
  return done<unknown>(database.transaction(store).objectStore(store).get(key));
}

/** Puts something under a key, in place of what was there; undefined removes it. Settles once it is on the disk. */
export async function writeTo(
  database: IDBDatabase,
  store: SealedStore,
  key: string,
  value: unknown,
): Promise<void> {
  const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
  if (value === undefined) transaction.objectStore(store).delete(key);
  else transaction.objectStore(store).put(value, key);
  await finished(transaction);
}

/** Puts something under a key unless something is there. Returns what is there then: of two tabs, the first wins. */
export async function addTo(
  database: IDBDatabase,
  store: SealedStore,
  key: string,
  value: unknown,
): Promise<unknown> {
  const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
  const there = await done<unknown>(transaction.objectStore(store).get(key));
  if (there === undefined) transaction.objectStore(store).put(value, key);
  await finished(transaction);
  return there ?? value;
}

/** Removes what was to be forgotten by then. */
export async function forgetOld(database: IDBDatabase, now: number): Promise<void> {
  const transaction = database.transaction('kept', 'readwrite');
  const cursor = transaction.objectStore('kept').index('until').openCursor(IDBKeyRange.upperBound(now));
  cursor.onsuccess = () => {
    cursor.result?.delete();
    cursor.result?.continue();
  };
  await finished(transaction);
}

/** True for what `kept` holds, whatever older code may have put there. */
export function isSealed(value: unknown): value is Sealed {
  return (
    typeof value === 'object' &&
    value !== null &&
    'iv' in value &&
    value.iv instanceof Uint8Array &&
    'data' in value &&
    value.data instanceof ArrayBuffer
  );
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database of the browser failed.'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    const fail = () => reject(transaction.error ?? new Error('The database of the browser failed.'));
    transaction.onerror = fail;
    transaction.onabort = fail;
  });
}
