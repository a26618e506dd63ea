import { GuildhallError, isGuildhallError } from './errors.js';
import { keys, type KeyRecord } from './kernel-model.js';
import type { Reader, Writer } from './store/store.js';

/** Says inside a transaction that another call with the same key has committed meanwhile. */
class TwinWon extends Error {}

/** The earlier effect of the same key, if any; the same key with another input is a `conflict`. */
export async function recall(
  tx: Reader,
  key: Pick<KeyRecord, 'id' | 'input'>,
): Promise<KeyRecord | undefined> {
  const before = await tx.get(keys, key.id);
  if (!before || before.input === key.input) return before;
  throw new GuildhallError(
    'conflict',
    'idempotency.mismatch',
    'This key was used for a different input. Use a new key for a new call.',
  );
}

/** Remembers the effect in its own transaction, so that both commit or neither does. */
export async function remember(tx: Writer, record: KeyRecord): Promise<void> {
  try {
    await tx.insert(keys, record);
  } catch (error) {
    if (isGuildhallError(error) && error.reason === 'store.taken') throw new TwinWon();
    throw error;
  }
}

/** When a twin with the same key won, running again finds and repeats its result. */
export async function onceMoreAfterTwin<R>(run: () => Promise<R>): Promise<R> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof TwinWon) return run();
    throw error;
  }
}
