import { GuildhallError, notFound } from '../../errors.js';
import { command, type CommandContext } from '../../operation.js';
import { holders, ROLES } from '../../policy.js';
import { id, z } from '../../schema.js';
import { grants, people, type GrantRecord } from '../model.js';

const RoleDraft = z.strictObject({
  personId: id,
  role: z.enum(ROLES),
  /** What the role is limited to; the whole organization when absent. */
  scope: id.default('organization'),
});

/** The roles that the person now holds in this scope. */
const Held = z.object({ personId: id, roles: z.array(z.string()) });

export const grantRole = command({
  summary: 'Gives a role to an active person. One who has it keeps it.',
  who: holders('orgAdmin'),
  input: RoleDraft,
  output: Held,
  refuses: ['person.unknown', 'person.inactive'],
  async run(context, { personId, role, scope }) {
    const { tx, now, newId } = context;
    const person = await tx.get(people, personId);
    if (!person) throw notFound('person');
    if (person.status !== 'active')
      throw new GuildhallError('conflict', 'person.inactive', 'Only active people can be given a role.');
    const held = await heldIn(tx, personId, scope);
    if (held.some((grant) => grant.role === role)) return answer(personId, held);
    const grant = { id: newId(), personId, role, scope, grantedAt: now.toISOString() };
    await tx.insert(grants, grant);
    await tellRoles(context, personId);
    return answer(personId, [...held, grant]);
  },
});

export const revokeRole = command({
  summary: 'Takes a role from a person. One who has it not is none the worse.',
  who: holders('orgAdmin'),
  input: RoleDraft,
  output: Held,
  refuses: ['person.unknown'],
  async run(context, { personId, role, scope }) {
    const { tx } = context;
    if (!(await tx.get(people, personId))) throw notFound('person');
    const held = await heldIn(tx, personId, scope);
    const revoked = held.filter((grant) => grant.role === role);
    for (const grant of revoked) await tx.remove(grants, grant.id);
    if (revoked.length > 0) await tellRoles(context, personId);
    return answer(
      personId,
      held.filter((grant) => grant.role !== role),
    );
  },
});

async function heldIn(tx: CommandContext['tx'], personId: string, scope: string): Promise<GrantRecord[]> {
  const { items } = await tx.find(grants, { where: { personId }, order: '+grantedAt', limit: 1000 });
  return items.filter((grant) => grant.scope === scope);
}

/** Roles are nobody's business but the holder's and the administrator's. */
async function tellRoles({ tx, actor }: CommandContext, personId: string): Promise<void> {
  const audience = actor.system ? [personId] : [...new Set([personId, actor.id])];
  await tx.tell({ type: 'person.changed', ids: [personId], audience });
}

function answer(personId: string, held: readonly GrantRecord[]): { personId: string; roles: string[] } {
  return { personId, roles: ROLES.filter((role) => held.some((grant) => grant.role === role)) };
}
