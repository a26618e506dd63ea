import { admit } from './actor.js';
import { ahead } from './ahead.js';
import { audited } from './audited.js';
import { effect, type Going } from './effect.js';
import { keyOf, repeat } from './idempotency.js';
import type { Kernel, PerformCall, Performed } from './kernel.js';
import type { Kept, KindOfMemory } from './memory.js';
import { Afterwards, type Command, type CommandContext, type Query } from './operation.js';
import { parseInput, parseOutput } from './parse.js';
import type { StoreEvent, Writer } from './store/store.js';

/**
 * The one road: parse input, open the transaction, load the actor, policy, `run`, parse output, then key,
 * audit row and events, commit. A refusal anywhere rolls back and has no effect; when the key turns out to
 * be used, the answer is that of the call that used it. What is `audited` is written down before the answer.
 */
export async function perform(kernel: Kernel, call: PerformCall): Promise<Performed> {
  const { operation } = call;
  const input = parseInput(operation, call.input);
  if (operation.recalls) {
    await kernel.listening();
    await kernel.memory.refresh(operation.recalls, kernel.store);
  }
  const moment = {
    now: kernel.now(),
    newId: kernel.newId,
    settings: kernel.settings,
    recall: <T extends Kept>(kind: KindOfMemory<T>) => kernel.memory.of(kind),
  };
  const told: StoreEvent[] = [];
  const performed = await audited(kernel, call, input, () =>
    operation.kind === 'query'
      ? read(kernel, { ...call, operation, input }, moment)
      : write(kernel, { ...call, operation, input }, moment, told),
  );
  // Last of all, so that whoever called has the answer before others hear of it.
  if (!performed.replayed) kernel.committed(told);
  return performed;
}

type Moment = Omit<CommandContext, 'tx' | 'actor'>;

async function read(
  { store, ask }: Kernel,
  { name, operation, input, actor: who }: PerformCall & { operation: Query },
  moment: Moment,
): Promise<Performed> {
  const found = await store.read(async (tx) =>
    operation.run({ ...moment, tx, actor: await admit(tx, who, name, operation) }, input),
  );
  const output = found instanceof Afterwards ? await found.answer(ask) : found;
  return { output: parseOutput(name, operation, output), replayed: false };
}

async function write(
  kernel: Kernel,
  call: PerformCall & { operation: Command },
  moment: Moment,
  told: StoreEvent[],
): Promise<Performed> {
  const { store, listeners } = kernel;
  const alone = call.operation.alone?.(call.input, call.actor, moment.now);
  const key = keyOf(call, call.input);
  const going: Going = { ...call, key };
  const work = (tx: Writer) => effect(listeners, going, { ...moment, tx }, told);
  const first = async () => {
    going.finish = await ahead(kernel, going, moment, alone);
    return { output: await store.write(work, { alone }), replayed: false };
  };
  return call.operation.unlinked ? first() : first().catch(repeat(store, call, key));
}
