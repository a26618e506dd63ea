import { admit } from './actor.js';
import { remember, type Key } from './idempotency.js';
import { audit } from './kernel-model.js';
import type { Listeners } from './listeners.js';
import type { Command, CommandContext } from './operation.js';
import { parseOutput } from './parse.js';
import type { Actor, KnownActor } from './policy.js';
import type { StoreEvent, Writer } from './store/store.js';
import { Telling } from './telling.js';

/** A command on its way through a transaction: its input is parsed. */
export interface Going {
  name: string;
  operation: Command;
  input: unknown;
  actor: Actor;
  key: Key;
  /** What is done in the place of `run`, when something was done ahead. */
  finish?: ((context: CommandContext) => Promise<unknown>) | undefined;
}

/** What a transaction runs with, before the actor is known. */
type Moment = Omit<CommandContext, 'tx' | 'actor'> & { tx: Writer };

/** What a command does inside its transaction. May run more than once; only the last time counts. */
export async function effect(
  listeners: Listeners,
  call: Going,
  moment: Moment,
  told: StoreEvent[],
): Promise<unknown> {
  const { name, operation, key } = call;
  const finish = call.finish ?? ((context: CommandContext) => operation.run(context, call.input));
  const { result, context, heard } = await begin(call, moment, told, finish);
  const output = parseOutput(name, operation, result);
  if (operation.unlinked) {
    if (heard.own.length > 0) throw new Error(`${name} is unlinked and told an event.`);
    return output;
  }
  await spread(listeners, heard, context, told);
  await remember(moment.tx, { ...key, output, at: moment.now.toISOString() });
  await trace(call, context, told);
  return output;
}

/** What a command does in one step ahead of its own transaction: as `effect`, without key and answer. */
export async function stepEffect<R>(
  listeners: Listeners,
  call: Going,
  moment: Moment,
  told: StoreEvent[],
  work: (context: CommandContext) => Promise<R>,
): Promise<R> {
  const { result, context, heard } = await begin(call, moment, told, work);
  await spread(listeners, heard, context, told);
  await trace(call, context, told);
  return result;
}

/** What `tx` is to the code of areas that listen: it tells into the store. */
type Context = Moment & { actor: KnownActor };

/** Lets the actor in and does the work; what it tells is not in the store yet. */
async function begin<R>(
  { name, operation, actor: who }: Going,
  moment: Moment,
  told: StoreEvent[],
  work: (context: CommandContext) => Promise<R>,
): Promise<{ result: R; context: Context; heard: Telling }> {
  told.length = 0;
  const actor = await admit(moment.tx, who, name, operation);
  const heard = new Telling(moment.tx, areaOf(name), moment.now, told);
  const context = { ...moment, actor };
  return { result: await work({ ...context, tx: heard.tx }), context, heard };
}

/** Puts on the feed what was told, and has the others do what they do when they hear of it. */
async function spread(
  listeners: Listeners,
  heard: Telling,
  context: Context,
  told: StoreEvent[],
): Promise<void> {
  await heard.commit();
  // What listeners tell is heard too: the list grows while it is walked.
  const all = [...heard.own];
  for (const event of all)
    for (const { area, rule } of listeners[event.type] ?? []) {
      const further = new Telling(context.tx, area, context.now, told);
      await rule({ ...context, tx: further.tx }, event);
      await further.commit();
      all.push(...further.own);
    }
}

/** Writes down who did what, and to which records. */
async function trace(
  { name }: Going,
  { tx, newId, now, actor }: Context,
  told: readonly StoreEvent[],
): Promise<void> {
  // Not those of notifications: of reminders they would tell who had not answered.
  const own = told.filter(({ type }) => !type.startsWith('notification.'));
  const ids = [...new Set(own.flatMap((event) => event.ids))];
  await tx.insert(audit, { id: newId(), actorId: actor.id, operation: name, ids, at: now.toISOString() });
}

function areaOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
