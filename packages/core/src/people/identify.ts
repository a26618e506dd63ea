import type { DirectoryPerson, PersonRecord } from './model.js';
import { managerCycles } from './rules.js';

/** The people in the store who matter for a sync. */
export interface KnownPeople {
  byId: ReadonlyMap<string, PersonRecord>;
  byExternalId: ReadonlyMap<string, PersonRecord>;
}

/** Why a person of the list cannot be taken. `at` is the place in the list. */
export interface DirectoryProblem {
  at: number;
  field: keyof DirectoryPerson;
  reason: string;
  message: string;
  /** Of a double: where in the list the first stands. */
  first?: number;
}

/** A person of the list with who they are in the store, or will be. */
export interface Listed {
  said: DirectoryPerson;
  id: string;
  before: PersonRecord | undefined;
  /** Undefined: not said. Null: nobody. */
  managerId: string | null | undefined;
}

/**
 * Finds out who the people of the list are, and all that is wrong with the list. `mentioned`: external ids
 * that are missing from it for reasons told elsewhere, so that who reports to them is not wrong as well.
 */
export function identify(
  list: readonly DirectoryPerson[],
  known: KnownPeople,
  { newId, mentioned }: { newId: () => string; mentioned: ReadonlySet<string> },
): { listed: Listed[]; problems: DirectoryProblem[] } {
  const problems = doubles(list);
  const ids = new Map<string, string>();
  for (const [at, said] of list.entries()) {
    const before = known.byExternalId.get(said.externalId);
    const problem = idProblem(said, before, known);
    if (problem) problems.push({ at, field: 'id', ...problem });
    ids.set(said.externalId, before?.id ?? said.id ?? newId());
  }
  const listed = list.map((said): Listed => {
    const id = ids.get(said.externalId) ?? '';
    const before = known.byExternalId.get(said.externalId);
    const manager = said.managerExternalId;
    if (manager === undefined) return { said, id, before, managerId: undefined };
    if (manager === null || manager === '') return { said, id, before, managerId: null };
    return { said, id, before, managerId: ids.get(manager) ?? known.byExternalId.get(manager)?.id };
  });
  problems.push(...unknownManagers(listed, mentioned), ...cycles(listed, known));
  return { listed, problems: problems.sort((a, b) => a.at - b.at) };
}

function doubles(list: readonly DirectoryPerson[]): DirectoryProblem[] {
  const problems: DirectoryProblem[] = [];
  for (const field of ['externalId', 'id'] as const) {
    const first = new Map<string, number>();
    for (const [at, said] of list.entries()) {
      const value = said[field];
      if (value === undefined) continue;
      const before = first.get(value);
      if (before === undefined) first.set(value, at);
      else {
        const message = `"${value}" is in the list twice: also for ${list[before]?.name}. Keep one of them.`;
        problems.push({ at, field, reason: 'person.duplicate', message, first: before });
      }
    }
  }
  return problems;
}

function idProblem(said: DirectoryPerson, before: PersonRecord | undefined, known: KnownPeople) {
  if (said.id === undefined || said.id === before?.id) return undefined;
  if (before) {
    const message = `${said.externalId} has the id ${before.id}, which cannot change. Send that or none.`;
    return { reason: 'person.idFixed', message };
  }
  const holder = known.byId.get(said.id);
  if (!holder) return undefined;
  const message = `The id ${said.id} belongs to ${holder.externalId}. Choose another or send none.`;
  return { reason: 'person.idTaken', message };
}

function unknownManagers(listed: readonly Listed[], mentioned: ReadonlySet<string>): DirectoryProblem[] {
  return listed.flatMap(({ said, managerId }, at) => {
    if (!said.managerExternalId || managerId !== undefined || mentioned.has(said.managerExternalId))
      return [];
    const message = `There is nobody with the externalId "${said.managerExternalId}". Add them, or send none.`;
    return [{ at, field: 'managerExternalId', reason: 'manager.unknown', message }];
  });
}

/** Rings of managers, each at the first of its people in the list. */
function cycles(listed: readonly Listed[], known: KnownPeople): DirectoryProblem[] {
  const managerOf = new Map<string, string>();
  for (const { id, managerId } of known.byId.values())
    if (managerId !== undefined) managerOf.set(id, managerId);
  for (const { id, managerId } of listed) {
    if (managerId === null) managerOf.delete(id);
    else if (managerId !== undefined) managerOf.set(id, managerId);
  }
  const places = new Map(listed.map(({ id }, at) => [id, at]));
  const rings = managerCycles(managerOf).filter((ring) => ring.some((id) => places.has(id)));
  return rings.map((ring) => {
    const at = Math.min(...ring.flatMap((id) => places.get(id) ?? []));
    const start = ring.findIndex((id) => places.get(id) === at);
    const ids = [...ring.slice(start), ...ring.slice(0, start)];
    const names = ids.map((id) => {
      const person = listed[places.get(id) ?? -1]?.said ?? known.byId.get(id);
      return person ? `${person.preferredName ?? person.name} (${person.externalId})` : id;
    });
    const message =
      names.length === 1
        ? `${names[0]} reports to themself. Leave the manager empty for who reports to nobody.`
        : `${[...names, names[0]].join(' reports to ')}: a circle. Correct one of the managers.`;
    return { at, field: 'managerExternalId', reason: 'manager.cycle', message };
  });
}
