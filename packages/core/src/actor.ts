import { GuildhallError } from './errors.js';
import type { Operation } from './operation.js';
import { grants, people } from './people/model.js';
import { isSystem, ROLES, type Actor, type KnownActor } from './policy.js';
import type { Reader } from './store/store.js';

/** The actor as known in this transaction; refused unless the operation's policy allows it. */
export async function admit(tx: Reader, who: Actor, name: string, operation: Operation): Promise<KnownActor> {
  const actor = await loadActor(tx, who);
  if (operation.who.allows(actor)) return actor;
  throw new GuildhallError(
    'forbidden',
    'policy.refused',
    `${name} is for: ${operation.who.name}. Ask an administrator for the role, or call as somebody else.`,
  );
}

/** Reads who the actor is now: active, with which roles and teams. */
export async function loadActor(tx: Reader, actor: Actor): Promise<KnownActor> {
  if (isSystem(actor)) return { id: actor.id, system: true, roles: [], teamIds: [] };
  const person = await tx.get(people, actor.id);
  if (!person)
    throw new GuildhallError('unauthenticated', 'actor.unknown', 'This person is not in the directory.');
  if (person.status !== 'active')
    throw new GuildhallError('forbidden', 'actor.inactive', 'This person has left or is suspended.');
  const held = await tx.find(grants, { where: { personId: actor.id }, order: '+grantedAt', limit: 100 });
  const roles = ROLES.filter((role) =>
    held.items.some((grant) => grant.role === role && grant.scope === 'organization'),
  );
  return { id: actor.id, system: false, roles, teamIds: person.teamIds };
}
