import type { CommandContext } from '../operation.js';
import type { PersonWrite } from './merge.js';
import { grants, people } from './model.js';

/** How many ids one event carries. */
const IDS_PER_EVENT = 200;
/** More roles than anybody holds. */
const MANY = 1000;

/** Stores people, tells of them, and takes the roles of those who left. */
export async function writePeople(tx: CommandContext['tx'], writes: readonly PersonWrite[]): Promise<void> {
  await tx.insertAll(
    people,
    writes.flatMap(({ before, after }) => (before ? [] : [after])),
  );
  for (const { before, after } of writes) {
    if (!before) continue;
    await tx.replace(people, after);
    if (after.status === 'departed' && before.status !== 'departed') await takeRoles(tx, after.id);
  }
  const ids = writes.map(({ after }) => after.id);
  for (let at = 0; at < ids.length; at += IDS_PER_EVENT)
    await tx.tell({ type: 'person.changed', ids: ids.slice(at, at + IDS_PER_EVENT), audience: 'everyone' });
}

/** So that somebody who returns does not hold what they once held. */
async function takeRoles(tx: CommandContext['tx'], personId: string): Promise<void> {
  const held = await tx.find(grants, { where: { personId }, order: '+grantedAt', limit: MANY });
  for (const grant of held.items) await tx.remove(grants, grant.id);
}
