import { GuildhallError, isGuildhallError } from './errors.js';
import { keys, type KeyRecord } from './kernel-model.js';
import type { Reader, Writer } from './store/store.js';

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

/**
 * Remembers the effect in its own transaction, so that both commit or neither does. Fails when the key is
 * used; that is the only check before the commit: reading keys inside of writes would make writes that have
 * nothing in common conflict on a database that serializes them by pages.
 */
export async function remember(tx: Writer, record: KeyRecord): Promise<void> {
  await tx.insert(keys, record);
}

/** Whether a command that failed so may have had its effect already, under the same key. */
export function mayBeRepeated(error: unknown): boolean {
  return isGuildhallError(error) && error.code !== 'unavailable' && error.code !== 'internal';
}
