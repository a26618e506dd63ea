import { admit } from './actor.js';
import { remember, type Key } from './idempotency.js';
import { audit } from './kernel-model.js';
import type { Listeners } from './listeners.js';
import type { Command, CommandContext } from './operation.js';
import { parseOutput } from './parse.js';
import type { Actor } from './policy.js';
import type { StoreEvent, Writer } from './store/store.js';
import { Telling } from './telling.js';

/** A command on its way through a transaction: its input is parsed. */
export interface Going {
  name: string;
  operation: Command;
  input: unknown;
  actor: Actor;
  key: Key;
}

/** What a command does inside its transaction. May run more than once; only the last time counts. */
export async function effect(
  listeners: Listeners,
  call: Going,
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
  // Not those of notifications: of reminders they would tell who had not answered.
  const own = told.filter(({ type }) => !type.startsWith('notification.'));
  const ids = [...new Set(own.flatMap((event) => event.ids))];
  await tx.insert(audit, { id: moment.newId(), actorId: actor.id, operation: name, ids, at });
  return output;
}

function areaOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
