import type { Reader } from '../store/store.js';
import { people, type PersonRecord } from './model.js';

/** More steps than any organization has: a line that is longer runs in a circle. */
const LONGEST = 100;

/** The ids of those to whom a person reports, the nearest first. */
export async function managersAbove(
  tx: Reader,
  person: Pick<PersonRecord, 'id' | 'managerId'>,
): Promise<string[]> {
  const above: string[] = [];
  let next = person.managerId;
  while (next !== undefined && above.length < LONGEST && !above.includes(next)) {
    above.push(next);
    next = (await tx.get(people, next))?.managerId;
  }
  return above;
}

/** Those of the others who stand above or below the person in the reporting line, by id. */
export async function inLineWith(
  tx: Reader,
  person: Pick<PersonRecord, 'id' | 'managerId'>,
  others: readonly Pick<PersonRecord, 'id' | 'managerId'>[],
): Promise<Set<string>> {
  const above = new Set(await managersAbove(tx, person));
  const found = new Set(others.map(({ id }) => id).filter((id) => above.has(id)));
  const reports = await tx.find(people, { where: { managerId: person.id }, order: '+sortName', limit: 1 });
  if (reports.items.length === 0) return found;
  // All climb at once: one reading for each step, not for each person.
  let climbing = others.map(({ id, managerId }) => ({ id, at: managerId }));
  for (let step = 0; step < LONGEST && climbing.length > 0; step++) {
    for (const { id, at } of climbing) if (at === person.id) found.add(id);
    const ids = climbing.flatMap(({ id, at }) => (at === undefined || found.has(id) ? [] : at));
    const managers = new Map(
      (await tx.getMany(people, [...new Set(ids)])).map((one) => [one.id, one.managerId]),
    );
    climbing = climbing
      .filter(({ id }) => !found.has(id))
      .map(({ id, at }) => ({ id, at: managers.get(at ?? '') }))
      .filter(({ at }) => at !== undefined);
  }
  return found;
}
