/** Roles that are granted to people, with or without a scope. Everybody active is a member. */
export const ROLES = [
  'moderator',
  'peopleAdmin',
  'hrAdmin',
  'programManager',
  'analyst',
  'privacyOfficer',
  'orgAdmin',
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. Hosts name a person; only code in the same process can be the system. */
export interface Actor {
  id: string;
}

/** The product itself, for what nobody asked for: imports by the host, period ends, reminders. */
export const systemActor: Actor = Object.freeze({ id: 'system', [Symbol.for('guildhall.system')]: true });

/** True for `systemActor` alone. A symbol never crosses the wire, so no remote caller can be the system. */
export function isSystem(actor: Actor): boolean {
  return Symbol.for('guildhall.system') in actor;
}

/** The actor as a policy and an operation see it: known, active, with the roles read in this transaction. */
export interface KnownActor extends Actor {
  system: boolean;
  roles: readonly Role[];
  /** The ids of the teams the person belongs to. */
  teamIds: readonly string[];
}

/** A named rule about who may call an operation, printed in the permission table. */
export interface Policy {
  name: string;
  allows(actor: KnownActor): boolean;
}

/** Every active person. The system is not a person and gives no thanks. */
export const members: Policy = { name: 'members', allows: (actor) => !actor.system };

/** Every active person, and the product itself. */
export const membersAndSystem: Policy = { name: 'members, system', allows: () => true };

/** The product itself alone: what `tick()` runs. */
export const system: Policy = { name: 'system', allows: (actor) => actor.system };

/** People with one of these roles, and the system. */
export function holders(...roles: Role[]): Policy {
  return {
    name: [...roles, 'system'].join(', '),
    allows: (actor) => actor.system || roles.some((role) => actor.roles.includes(role)),
  };
}
