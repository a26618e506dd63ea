import { admit } from './actor.js';
import { onceMoreAfterTwin, recall, remember } from './idempotency.js';
import { audit } from './kernel-model.js';
import type { Listeners } from './listeners.js';
import type { Command, CommandContext, Operation } from './operation.js';
import { parseInput, parseOutput } from './parse.js';
import type { Actor } from './policy.js';
import type { Settings } from './settings/model.js';
import { sha256 } from './sha256.js';
import type { Store, StoreEvent, Writer } from './store/store.js';
import { Telling } from './telling.js';
import { canonicalJson } from './wire.js';

/** What every call needs besides itself. */
export interface Kernel {
  store: Store;
  settings: Settings;
  now(): Date;
  newId(): string;
  listeners: Listeners;
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
 * The one road: parse input, open the transaction, load the actor, policy, idempotency key, `run`, parse
 * output, then key, audit row and events, commit. A refusal anywhere rolls back and has no effect.
 */
export async function perform(kernel: Kernel, call: PerformCall): Promise<Performed> {
  const { name, operation } = call;
  const input = parseInput(operation, call.input);
  const moment = { now: kernel.now(), newId: kernel.newId, settings: kernel.settings };
  if (operation.kind === 'query')
    return kernel.store.read(async (tx) => {
      const actor = await admit(tx, call.actor, name, operation);
      const output = await operation.run({ ...moment, tx, actor }, input);
      return { output: parseOutput(name, operation, output), replayed: false };
    });
  const told: StoreEvent[] = [];
  const alone = operation.alone?.(input, call.actor, moment.now);
  const work = (tx: Writer) =>
    effect(kernel.listeners, { ...call, operation, input }, { ...moment, tx }, told);
  const performed = await onceMoreAfterTwin(() => kernel.store.write(work, { alone }));
  if (!performed.replayed) kernel.committed(told);
  return performed;
}

/** What a command does inside its transaction. May run more than once; only the last time counts. */
async function effect(
  listeners: Listeners,
  call: PerformCall & { operation: Command },
  moment: Omit<CommandContext, 'tx' | 'actor'> & { tx: Writer },
  told: StoreEvent[],
): Promise<Performed> {
  const { tx } = moment;
  const { name, operation } = call;
  told.length = 0;
  const actor = await admit(tx, call.actor, name, operation);
  const key = {
    id: sha256(canonicalJson([call.actor.id, name, call.key])),
    input: sha256(canonicalJson(call.input)),
  };
  const before = operation.unlinked ? undefined : await recall(tx, key);
  if (before) return { output: before.output, replayed: true };
  const context = { ...moment, actor };
  const heard = new Telling(tx, areaOf(name), moment.now, told);
  const output = parseOutput(name, operation, await operation.run({ ...context, tx: heard.tx }, call.input));
  if (operation.unlinked) {
    if (heard.own.length > 0) throw new Error(`${name} is unlinked and told an event.`);
    return { output, replayed: false };
  }
  await heard.commit();
  for (const event of heard.own)
    for (const { area, rule } of listeners[event.type] ?? []) {
      const further = new Telling(tx, area, moment.now, told);
      await rule({ ...context, tx: further.tx }, event);
      await further.commit();
    }
  const at = moment.now.toISOString();
  await remember(tx, { ...key, output, at });
  const ids = [...new Set(told.flatMap((event) => event.ids))];
  await tx.insert(audit, { id: moment.newId(), actorId: actor.id, operation: name, ids, at });
  return { output, replayed: false };
}

function areaOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
