import type { Collection, Reader, StoredRecord } from '../store/store.js';
import { people, units, values, type PersonRef, type UnitRef } from './model.js';
import { refOf } from './rules.js';

/** How many records one step of a walk over an index reads. */
const STEP = 1000;

/** People by id as cards name them: also those who have left. Unknown ids are absent. */
export async function refsOf(tx: Reader, ids: Iterable<string>): Promise<Map<string, PersonRef>> {
  const found = await tx.getMany(people, [...new Set(ids)]);
  return new Map(found.map((person) => [person.id, refOf(person)]));
}

/** Teams and departments by id. Unknown ids are absent. */
export async function unitRefsOf(tx: Reader, ids: Iterable<string>): Promise<Map<string, UnitRef>> {
  return namesOf(tx, units, ids);
}

/** Company values by id, retired ones too, so that what named them can show them. Unknown ids are absent. */
export async function valueRefsOf(tx: Reader, ids: Iterable<string>): Promise<Map<string, UnitRef>> {
  return namesOf(tx, values, ids);
}

/** The records of a collection by id, with their names only. Unknown ids are absent. */
export async function namesOf<T extends StoredRecord & { name: string }>(
  tx: Reader,
  from: Collection<T>,
  ids: Iterable<string>,
): Promise<Map<string, UnitRef>> {
  const found = await tx.getMany(from, [...new Set(ids)]);
  return new Map(found.map(({ id, name }) => [id, { id, name }]));
}

/** The ids of the active people in a team, by name. Empty for a team that nobody is in. */
export async function membersOf(tx: Reader, teamId: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const where = { teamIds: teamId, status: 'active' } as const;
    const step = await tx.find(people, { where, order: '+sortName', after, limit: STEP });
    ids.push(...step.items.map((person) => person.id));
    after = step.next;
  } while (after !== undefined);
  return ids;
}
