import { canonicalJson } from '../wire.js';
import type { Catalog, CatalogNames } from './catalog.js';
import type { Listed } from './identify.js';
import type { DirectoryPerson, PersonRecord, SyncResult } from './model.js';
import { derive, visibilityOf, type PersonFacts } from './rules.js';
import type { Made } from './since.js';

/** The new state of a person, and the one before, if any. */
export interface PersonWrite {
  before: PersonRecord | undefined;
  after: PersonRecord;
  /** The new state on top of another one before. */
  remake(before: PersonRecord | undefined): PersonRecord;
  /** Not in the list: gone because the list is complete. */
  unlisted?: boolean;
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
 * the person set stay theirs. `returned`: to be on the list is to be here again. `made`: the day of a new record.
 */
export function merge(
  listed: Listed,
  catalog: Catalog,
  { returned, made }: { returned: boolean; made: Made },
): PersonRecord {
  const { said, before, id, managerId } = listed;
  const own = before?.own ?? [];
  const personal = <K extends 'preferredName' | 'pronouns' | 'location' | 'timeZone' | 'locale'>(field: K) =>
    own.includes(field) ? before?.[field] : latest(said[field], before?.[field]);
  const department = said.department && catalog.unit('department', said.department);
  const teamIds = said.teams && [...new Set(said.teams.map((team) => catalog.unit('team', team)))];
  const languages = own.includes('languages') ? undefined : said.languages;
  const skills = own.includes('skills') ? undefined : said.skills;
  const open = before === undefined || visibilityOf(before).skills === 'everyone';
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
    skills: skills ? withConsents(catalog.skills(skills, open), before) : (before?.skills ?? []),
    visibility: before?.visibility ?? {},
    status:
      said.status ?? (returned && before?.status === 'departed' ? 'active' : before?.status) ?? 'active',
    own,
    ...(before ? { since: before.since, firstDay: before.firstDay } : made),
  };
  return derive(facts, catalog.names);
}

/** The skills, with the consent that the person gave for each before: where nothing is said of it, it stays. */
export function withConsents(
  skills: PersonRecord['skills'],
  before: PersonRecord | undefined,
): PersonRecord['skills'] {
  const given = before?.skills.filter((skill) => skill.evidenceConsent).map((skill) => skill.skillId) ?? [];
  return skills.map((skill) => (given.includes(skill.skillId) ? { ...skill, evidenceConsent: true } : skill));
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
