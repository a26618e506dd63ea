import { fold } from '../store/search.js';
import { languageCodesOf, languageNamesOf } from './languages.js';
import {
  LEVELS,
  PERSONAL_FIELDS,
  type Me,
  type PersonalField,
  type PersonRecord,
  type PersonRef,
  type Profile,
  type UnitRef,
} from './model.js';

/** Who looks at a person. */
export interface Viewer {
  id: string;
  system: boolean;
  teamIds: readonly string[];
}

/** Somebody who shares nothing with anybody: sees what everyone sees. */
export const STRANGER: Viewer = { id: '', system: false, teamIds: [] };

/** The names that a profile refers to, by id. */
export interface Lookups {
  people: ReadonlyMap<string, PersonRef>;
  units: ReadonlyMap<string, UnitRef>;
  skills: ReadonlyMap<string, UnitRef>;
  /** How often people were thanked for a skill, by `person skill`. */
  evidence: ReadonlyMap<string, number>;
}

/** The fields that `derive` computes from the others. */
export type DerivedField = 'sortName' | 'searchName' | 'searchMore' | 'skillIds' | 'languageCodes';

/** A person as told by the directory and by themself, before the derived fields are added. */
export type PersonFacts = Omit<PersonRecord, DerivedField>;

/** The name that others read: the preferred one where there is one. */
export function displayName(person: Pick<PersonRecord, 'name' | 'preferredName'>): string {
  return person.preferredName ?? person.name;
}

/** A person as cards and lists name them, whether still here or not. */
export function refOf(person: Pick<PersonRecord, 'id' | 'name' | 'preferredName' | 'title'>): PersonRef {
  const ref = { id: person.id, name: displayName(person) };
  return person.title === undefined ? ref : { ...ref, title: person.title };
}

/** A name as lists are sorted by it: folded, and no longer than a cursor can carry. */
export function sortNameOf(name: string): string {
  return [...fold(name)].slice(0, 100).join('');
}

/** The key under which a department, team or skill is the same however it is typed; signs as in C++ count. */
export function keyOf(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim() || name;
}

/** Who sees each personal field: everyone, unless the person said otherwise. */
export function visibilityOf(person: Pick<PersonRecord, 'visibility'>): Me['visibility'] {
  const { pronouns, email, location, timeZone, languages, skills } = person.visibility;
  return {
    pronouns: pronouns ?? 'everyone',
    email: email ?? 'everyone',
    location: location ?? 'everyone',
    timeZone: timeZone ?? 'everyone',
    languages: languages ?? 'everyone',
    skills: skills ?? 'everyone',
  };
}

/** Whether the viewer may see a personal field. Those of people who left or are suspended are nobody's. */
export function maySee(
  field: PersonalField,
  person: Pick<PersonRecord, 'id' | 'status' | 'teamIds' | 'visibility'>,
  viewer: Viewer,
): boolean {
  if (viewer.system || viewer.id === person.id) return true;
  if (person.status !== 'active') return false;
  const visibility = visibilityOf(person)[field];
  if (visibility === 'team') return person.teamIds.some((team) => viewer.teamIds.includes(team));
  return visibility === 'everyone';
}

/** A person as the viewer may see them: what is hidden from the viewer is absent. */
export function profileOf(person: PersonRecord, viewer: Viewer, lookups: Lookups): Profile {
  const active = person.status === 'active';
  const department = lookups.units.get(person.departmentId ?? '')?.name;
  const manager = lookups.people.get(person.managerId ?? '');
  return {
    ...refOf(person),
    ...(department !== undefined && { department }),
    teams: active ? present(person.teamIds.map((id) => lookups.units.get(id))) : [],
    ...(manager && { manager }),
    ...personalOf(person, viewer, lookups),
    active,
  };
}

function personalOf(person: PersonRecord, viewer: Viewer, lookups: Lookups): Partial<Profile> {
  const { pronouns, email, location, timeZone } = person;
  const see = (field: PersonalField) => maySee(field, person, viewer);
  return {
    ...(pronouns !== undefined && see('pronouns') && { pronouns }),
    ...(email !== undefined && see('email') && { email }),
    ...(location !== undefined && see('location') && { location }),
    ...(timeZone !== undefined && see('timeZone') && { timeZone }),
    ...(see('languages') && { languages: person.languages }),
    ...(see('skills') && { skills: namedSkills(person, lookups, viewer.id === person.id) }),
  };
}

/** The person's skills by name, the strongest first; whether others may see the thanks for one is the person's own. */
function namedSkills(person: PersonRecord, lookups: Lookups, own: boolean): NonNullable<Profile['skills']> {
  const named = person.skills.map(({ skillId, level, wantsToLearn, canHelp, evidenceConsent = false }) => {
    const skill = lookups.skills.get(skillId);
    const evidenced = evidenceConsent ? (lookups.evidence.get(`${person.id} ${skillId}`) ?? 0) : 0;
    return (
      skill && {
        ...skill,
        level,
        wantsToLearn,
        canHelp,
        ...(evidenced > 0 && { evidenced }),
        ...(own && { evidenceConsent }),
      }
    );
  });
  return present(named).sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
}

/**
 * Adds the fields by which a person is sorted, filtered and searched. They hold only what everyone may see,
 * and the words of people who left or are suspended are empty. `names`: of units and skills, by id.
 */
export function derive(facts: PersonFacts, names: ReadonlyMap<string, string>): PersonRecord {
  const open = (field: PersonalField) => visibilityOf(facts)[field] === 'everyone';
  const active = facts.status === 'active';
  const skillIds = open('skills') ? facts.skills.map((skill) => skill.skillId) : [];
  const languages = open('languages') ? facts.languages : [];
  const unitIds = [facts.departmentId ?? '', ...facts.teamIds];
  const more = [
    facts.title,
    ...[...skillIds, ...unitIds].map((id) => names.get(id)),
    open('location') ? facts.location : undefined,
    ...languageNamesOf(languages),
  ];
  return {
    ...facts,
    sortName: sortNameOf(displayName(facts)),
    searchName: active ? [displayName(facts)] : [],
    searchMore: active ? present(more) : [],
    skillIds,
    languageCodes: languageCodesOf(languages),
  };
}

/** Whether what everyone may see of a person differs between two versions of them. */
export function differsInPublic(before: PersonRecord, after: PersonRecord): boolean {
  return JSON.stringify(publicFactsOf(before)) !== JSON.stringify(publicFactsOf(after));
}

function publicFactsOf(person: PersonRecord): unknown[] {
  const { title, departmentId, teamIds, managerId, status } = person;
  const open = PERSONAL_FIELDS.map((field) => maySee(field, person, STRANGER) && (person[field] ?? null));
  return [displayName(person), title ?? null, departmentId ?? null, teamIds, managerId ?? null, status, open];
}

/** What a search asks for besides the text: ids, and the tag of a language. */
export interface PersonFilters {
  skill?: string | undefined;
  language?: string | undefined;
  department?: string | undefined;
  team?: string | undefined;
}

/** Whether an active person meets all filters by what everyone may see. */
export function meets(person: PersonRecord, filters: PersonFilters): boolean {
  const { skill, language, department, team } = filters;
  return (
    person.status === 'active' &&
    (skill === undefined || person.skillIds.includes(skill)) &&
    (language === undefined || person.languageCodes.includes(language)) &&
    (department === undefined || person.departmentId === department) &&
    (team === undefined || person.teamIds.includes(team))
  );
}

/** The rings of people who, by way of each other, report to themselves; each once. `managerOf`: id to id. */
export function managerCycles(managerOf: ReadonlyMap<string, string>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of managerOf.keys()) {
    const path = new Map<string, number>();
    let id: string | undefined = start;
    while (id !== undefined && !done.has(id) && !path.has(id)) {
      path.set(id, path.size);
      id = managerOf.get(id);
    }
    const began = id === undefined ? undefined : path.get(id);
    if (began !== undefined) cycles.push([...path.keys()].slice(began));
    for (const walked of path.keys()) done.add(walked);
  }
  return cycles;
}

function present<T>(items: readonly (T | undefined)[]): T[] {
  return items.filter((item) => item !== undefined);
}
