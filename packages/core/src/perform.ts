import { admit } from './actor.js';
import { keyOf, remember, repeat, type Key } from './idempotency.js';
import { audit } from './kernel-model.js';
import type { Ask } from './compute.js';
import type { Listeners } from './listeners.js';
import type { Kept, KindOfMemory, Memory } from './memory.js';
import { Afterwards, type Command, type CommandContext, type Operation } from './operation.js';
import { parseInput, parseOutput } from './parse.js';
import type { Actor } from './policy.js';
import type { Settings } from './settings/model.js';
import type { Store, StoreEvent, Writer } from './store/store.js';
import { Telling } from './telling.js';

/** What every call needs besides itself. */
export interface Kernel {
  store: Store;
  settings: Settings;
  now(): Date;
  newId(): string;
  listeners: Listeners;
  memory: Memory;
  /** Resolves when the memory hears of what other servers do. */
  listening(): Promise<unknown>;
  /** Has a long computation done. */
  ask: Ask;
  /** Called after each commit with what it told. */
  committed(events: readonly StoreEvent[]): void;
}

/** One call of one operation. */
export interface PerformCall {
  name: string;
  operation: Operation;
  input: unknown;
  actor: Actor;
  /** The idempotency key of a command. */
  key: string;
}

/** The output, and whether it repeats an earlier call with the same key. */
export interface Performed {
  output: unknown;
  replayed: boolean;
}

/**
 * The one road: parse input, open the transaction, load the actor, policy, `run`, parse output, then key,
 * audit row and events, commit. A refusal anywhere rolls back and has no effect; when the key turns out to
 * be used, the answer is that of the call that used it.
 */
export async function perform(kernel: Kernel, call: PerformCall): Promise<Performed> {
  const { name, operation } = call;
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
  if (operation.kind === 'query') {
    const found = await kernel.store.read(async (tx) => {
      const actor = await admit(tx, call.actor, name, operation);
      return operation.run({ ...moment, tx, actor }, input);
    });
    const output = found instanceof Afterwards ? await found.answer(kernel.ask) : found;
    return { output: parseOutput(name, operation, output), replayed: false };
  }
  const told: StoreEvent[] = [];
  const alone = operation.alone?.(input, call.actor, moment.now);
  const key = keyOf(call, input);
  const work = (tx: Writer) =>
    effect(kernel.listeners, { ...call, operation, input, key }, { ...moment, tx }, told);
  const first = async () => ({ output: await kernel.store.write(work, { alone }), replayed: false });
  const performed = await (operation.unlinked ? first() : first().catch(repeat(kernel.store, call, key)));
  if (!performed.replayed) kernel.committed(told);
  return performed;
}

/** What a command does inside its transaction. May run more than once; only the last time counts. */
async function effect(
  listeners: Listeners,
  call: Omit<PerformCall, 'key'> & { operation: Command; key: Key },
  moment: Omit<CommandContext, 'tx' | 'actor'> & { tx: Writer },
  told: StoreEvent[],
): Promise<unknown> {
  const { tx } = moment;
  const { name, operation, key } = call;
  told.length = 0;
  const actor = await admit(tx, call.actor, name, operation);
  const context = { ...moment, actor };
  const heard = new Telling(tx, areaOf(name), moment.now, told);
  const output = parseOutput(name, operation, await operation.run({ ...context, tx: heard.tx }, call.input));
  if (operation.unlinked) {
    if (heard.own.length > 0) throw new Error(`${name} is unlinked and told an event.`);
    return output;
  }
  await heard.commit();
  // What listeners tell is heard too: the list grows while it is walked.
  const all = [...heard.own];
  for (const event of all)
    for (const { area, rule } of listeners[event.type] ?? []) {
      const further = new Telling(tx, area, moment.now, told);
      await rule({ ...context, tx: further.tx }, event);
      await further.commit();
      all.push(...further.own);
    }
  const at = moment.now.toISOString();
  await remember(tx, { ...key, output, at });
  const ids = [...new Set(told.flatMap((event) => event.ids))];
  await tx.insert(audit, { id: moment.newId(), actorId: actor.id, operation: name, ids, at });
  return output;
}

function areaOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
