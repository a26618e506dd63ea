import { admit } from './actor.js';
import { stepEffect, type Going } from './effect.js';
import { GuildhallError } from './errors.js';
import { keys } from './kernel-model.js';
import { pause } from './matching/pause.js';
import type { CommandContext, Steps } from './operation.js';
import type { Kernel } from './kernel.js';
import type { StoreEvent } from './store/store.js';

/**
 * Does what a command does ahead of its own transaction, if anything, and gives what that then does in the place of
 * `run`. A key that was used is a `conflict` before anything is done: what steps have written is not rolled back.
 */
export async function ahead(
  { store, listeners, committed }: Kernel,
  call: Going,
  moment: Omit<CommandContext, 'tx' | 'actor'>,
  alone: string | undefined,
): Promise<Going['finish']> {
  const { name, operation, input, actor: who, key } = call;
  const steps: Steps = {
    pause,
    read: (work) =>
      store.read(async (tx) => {
        if (await tx.get(keys, key.id))
          throw new GuildhallError('conflict', 'store.taken', 'This key was used before.');
        return work({ ...moment, tx, actor: await admit(tx, who, name, operation) });
      }),
    async write(work) {
      const told: StoreEvent[] = [];
      const result = await store.write((tx) => stepEffect(listeners, call, { ...moment, tx }, told, work), {
        alone,
      });
      committed(told);
      return result;
    },
  };
  return operation.ahead?.(steps, input);
}
