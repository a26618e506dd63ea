import { admit } from './actor.js';
import { GuildhallError, isGuildhallError } from './errors.js';
import { keys, type KeyRecord } from './kernel-model.js';
import type { Performed, PerformCall } from './kernel.js';
import { sha256 } from './sha256.js';
import type { Store, Writer } from './store/store.js';
import { canonicalJson } from './wire.js';

/** What tells a call from all others, and whether it is the same again. */
export type Key = Pick<KeyRecord, 'id' | 'input'>;

/** The key of a call, with the hash of its parsed input. */
export function keyOf(call: PerformCall, input: unknown): Key {
  return {
    id: sha256(canonicalJson([call.actor.id, call.name, call.key])),
    input: sha256(canonicalJson(input)),
  };
}

/**
 * Remembers the effect in its own transaction, so that both commit or neither does. Fails when the key is
 * used; that is the only check before the commit: reading keys inside of writes would make writes that have
 * nothing in common conflict on a database that looks for conflicts page by page.
 */
export async function remember(tx: Writer, record: KeyRecord): Promise<void> {
  await tx.insert(keys, record);
}

/**
 * For a command that failed: it may have had its effect before, under the same key. Then the answer is the
 * one given then, to those who may still make the call; the same key with another input is a `conflict`.
 */
export function repeat(store: Store, { actor, name, operation }: PerformCall, key: Key) {
  return async (error: unknown): Promise<Performed> => {
    if (!isGuildhallError(error) || ['unavailable', 'internal'].includes(error.code)) throw error;
    const before = await store.read(async (tx) => {
      await admit(tx, actor, name, operation);
      return tx.get(keys, key.id);
    });
    if (!before) throw error;
    if (before.input === key.input) return { output: before.output, replayed: true };
    throw new GuildhallError(
      'conflict',
      'idempotency.mismatch',
      'This key was used for a different input. Use a new key for a new call.',
    );
  };
}
