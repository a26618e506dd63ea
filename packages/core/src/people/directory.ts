import { canonicalJson } from '../wire.js';
import type { Catalog, CatalogNames } from './catalog.js';
import type { DirectoryPerson, PersonRecord, SyncResult } from './model.js';
import { derive, managerCycles, type PersonFacts } from './rules.js';

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

/** The new state of a person, and the one before, if any. */
export interface PersonWrite {
  before: PersonRecord | undefined;
  after: PersonRecord;
  /** Not in the list: gone because the list is complete. */
  unlisted?: boolean;
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
  return managerCycles(managerOf).map((ids) => {
    const inList = ids.flatMap((id) => places.get(id) ?? []);
    const names = ids.map((id) => {
      const person = listed[places.get(id) ?? -1]?.said ?? known.byId.get(id);
      return person ? `${person.preferredName ?? person.name} (${person.externalId})` : id;
    });
    const message =
      names.length === 1
        ? `${names[0]} reports to themself. Leave the manager empty for who reports to nobody.`
        : `${[...names, names[0]].join(' reports to ')}: a circle. Correct one of the managers.`;
    return { at: Math.min(...inList), field: 'managerExternalId', reason: 'manager.cycle', message };
  });
}

/** The names in a list that stand for departments, teams and skills. */
export function catalogNamesOf(list: readonly DirectoryPerson[]): CatalogNames {
  return {
    departments: list.flatMap((said) => said.department ?? []),
    teams: list.flatMap((said) => said.teams ?? []),
    skills: list.flatMap((said) => said.skills?.map((draft) => draft.skill) ?? []),
  };
}

/**
 * What the directory says, on top of what is known: fields left out stay, null empties, and the fields that
 * the person set stay theirs. `returned`: to be on the list is to be here again.
 */
export function merge(listed: Listed, catalog: Catalog, { returned }: { returned: boolean }): PersonRecord {
  const { said, before, id, managerId } = listed;
  const own = before?.own ?? [];
  const personal = <K extends 'preferredName' | 'pronouns' | 'location' | 'timeZone' | 'locale'>(field: K) =>
    own.includes(field) ? before?.[field] : latest(said[field], before?.[field]);
  const department = said.department && catalog.unit('department', said.department);
  const teamIds = said.teams && [...new Set(said.teams.map((team) => catalog.unit('team', team)))];
  const languages = own.includes('languages') ? undefined : said.languages;
  const skills = own.includes('skills') ? undefined : said.skills;
  const facts: PersonFacts = {
    id,
    externalId: said.externalId,
    name: said.name,
    preferredName: personal('preferredName'),
    pronouns: personal('pronouns'),
    email: latest(said.email, before?.email),
    title: latest(said.title, before?.title),
    departmentId: latest(department, before?.departmentId),
    teamIds: teamIds ?? before?.teamIds ?? [],
    managerId: latest(managerId, before?.managerId),
    grade: latest(said.grade, before?.grade),
    location: personal('location'),
    timeZone: personal('timeZone'),
    locale: personal('locale'),
    languages: languages ? [...new Set(languages)] : (before?.languages ?? []),
    skills: skills ? catalog.skills(skills) : (before?.skills ?? []),
    visibility: before?.visibility ?? {},
    status:
      said.status ?? (returned && before?.status === 'departed' ? 'active' : before?.status) ?? 'active',
    own,
  };
  return derive(facts, catalog.names);
}

function latest(said: string | null | undefined, before: string | undefined): string | undefined {
  return said === undefined ? before : (said ?? undefined);
}

/** The person as somebody who has left. */
export function departed(person: PersonRecord, names: ReadonlyMap<string, string>): PersonRecord {
  return derive({ ...person, status: 'departed' }, names);
}

/** Whether two versions of a person are the same. */
export function isSame(before: PersonRecord | undefined, after: PersonRecord): boolean {
  return before !== undefined && canonicalJson(before) === canonicalJson(after);
}

/** Counts what a sync of so many listed people writes. Who departs does not also count as changed. */
export function countWrites(writes: readonly PersonWrite[], listed: number): SyncResult {
  const counts = { created: 0, changed: 0, unchanged: listed, departed: 0 };
  for (const { before, after, unlisted } of writes) {
    if (!unlisted) counts.unchanged -= 1;
    if (!before) counts.created += 1;
    else if (after.status === 'departed' && before.status !== 'departed') counts.departed += 1;
    else counts.changed += 1;
  }
  return counts;
}
