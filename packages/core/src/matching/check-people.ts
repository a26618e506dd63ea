import type { Participant } from './participant.js';

const ROLES = ['mentor', 'mentee'];

/** Throws a `TypeError` or `RangeError` that names the place, such as `people[3].capacity`, or answers the people as a list. */
export function checkPeople(people: Iterable<Participant>): readonly Participant[] {
  if (typeof people !== 'object' || people === null || typeof people[Symbol.iterator] !== 'function')
    throw new TypeError('people must be a list of participants');
  const list = Array.isArray(people) ? (people as readonly Participant[]) : [...people]; // Array.isArray forgets readonly.
  const ids = new Set<string>();
  for (let at = 0; at < list.length; at++) {
    const person = list[at]!;
    if (typeof person !== 'object' || person === null) fail(at, '', 'must be a participant', person);
    if (typeof person.id !== 'string' || person.id === '')
      fail(at, '.id', 'must be text that is not empty', person.id);
    if (ids.has(person.id)) throw new RangeError(`people[${at}].id "${person.id}" is used twice`);
    ids.add(person.id);
    checkPerson(person, at);
  }
  return list;
}

/** Checks one participant; `at` is its place in the list, for messages. */
export function checkPerson(person: Participant, at: number): void {
  const { roles } = person;
  if (!Array.isArray(roles)) fail(at, '.roles', 'must be a list', roles);
  for (let index = 0; index < roles.length; index++)
    if (!ROLES.includes(roles[index]!))
      fail(at, `.roles[${index}]`, 'must be mentor or mentee', roles[index]);
  checkNumber(at, '.capacity', person.capacity, 0, 1000);
  checkNumber(at, '.minCapacity', person.minCapacity, 0, 1000);
  checkNumber(at, '.demand', person.demand, 1, 10);
  checkNumber(at, '.exposure', person.exposure, 0, 1e9);
  if (person.level !== undefined && !Number.isFinite(person.level))
    fail(at, '.level', 'must be a number', person.level);
  checkSkills(person, at);
  for (const name of ['teams', 'languages', 'interests', 'preferences', 'blocked', 'previous'] as const)
    if (person[name] !== undefined) checkTexts(at, name, person[name]);
  for (const name of ['department', 'location', 'timeZone'] as const)
    if (person[name] !== undefined && typeof person[name] !== 'string')
      fail(at, `.${name}`, 'must be text', person[name]);
  if (person.managerId != null && typeof person.managerId !== 'string')
    fail(at, '.managerId', 'must be text or null', person.managerId);
  for (const name of ['trained', 'eligible', 'optOut'] as const)
    if (person[name] !== undefined && typeof person[name] !== 'boolean')
      fail(at, `.${name}`, 'must be true or false', person[name]);
  if (person.timeZone !== undefined) checkZone(at, person.timeZone);
  if (person.workingHours !== undefined) checkHours(person.workingHours, at);
}

function checkSkills({ skills, goals }: Participant, at: number): void {
  if (skills !== undefined && !Array.isArray(skills)) fail(at, '.skills', 'must be a list', skills);
  if (goals !== undefined && !Array.isArray(goals)) fail(at, '.goals', 'must be a list', goals);
  if (goals && goals.length > 50) fail(at, '.goals', 'must have at most 50 entries', goals.length);
  for (let index = 0; index < (skills?.length ?? 0); index++) {
    const { skill, level, evidence } = skills![index]!;
    if (typeof skill !== 'string') fail(at, `.skills[${index}].skill`, 'must be text', skill);
    if (!isLevel(level)) fail(at, `.skills[${index}].level`, 'must be 1, 2, 3 or 4', level);
    if (evidence !== undefined) checkNumber(at, `.skills[${index}].evidence`, evidence, 0, 1e9);
  }
  for (let index = 0; index < (goals?.length ?? 0); index++) {
    const { skill, level } = goals![index]!;
    if (typeof skill !== 'string') fail(at, `.goals[${index}].skill`, 'must be text', skill);
    if (level !== undefined && !isLevel(level))
      fail(at, `.goals[${index}].level`, 'must be 1, 2, 3 or 4', level);
  }
}

function isLevel(level: unknown): boolean {
  return level === 1 || level === 2 || level === 3 || level === 4;
}

function checkTexts(at: number, name: string, list: readonly unknown[]): void {
  if (!Array.isArray(list)) fail(at, `.${name}`, 'must be a list', list);
  for (let index = 0; index < list.length; index++)
    if (typeof list[index] !== 'string') fail(at, `.${name}[${index}]`, 'must be text', list[index]);
}

const knownZones = new Set<string>();

function checkZone(at: number, zone: string): void {
  if (knownZones.has(zone)) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    fail(at, '.timeZone', 'must be an IANA zone such as Europe/Berlin', zone);
  }
  knownZones.add(zone);
}

function checkHours(hours: NonNullable<Participant['workingHours']>, at: number): void {
  if (!Array.isArray(hours)) fail(at, '.workingHours', 'must be a list', hours);
  for (const [index, { start, end }] of hours.entries()) {
    checkNumber(at, `.workingHours[${index}].start`, start, 0, 1440);
    checkNumber(at, `.workingHours[${index}].end`, end, 0, 1440);
    if (start === undefined || end === undefined)
      fail(at, `.workingHours[${index}]`, 'must have a start and an end', undefined);
  }
}

function checkNumber(at: number, path: string, value: unknown, least: number, most: number): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    fail(at, path, `must be a whole number from ${least} to ${most}`, value);
}

function fail(at: number, path: string, wanted: string, value: unknown): never {
  const said = typeof value === 'string' ? `"${value}"` : String(value);
  const Failure = typeof value === 'number' || typeof value === 'string' ? RangeError : TypeError;
  throw new Failure(`people[${at}]${path} ${wanted}, not ${said}`);
}
