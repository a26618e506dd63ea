import { people, grants, units, type PersonRecord } from '../people/model.js';
import { isOldEnough } from '../people/since.js';
import type { Colluders } from '../release/model.js';
import type { Reader } from '../store/store.js';
import { peopleOf } from './audience.js';
import type { SurveyRecord } from './model/survey.js';
import { cutGroups, type CutGroups } from './rules/plan.js';

/** How many people's roles or managers one `find` looks up. */
const PART = 100;
/** More steps than any organization has: a line that is longer runs in a circle. */
const LONGEST = 100;

/** The people whom a survey would ask now: of its audience those whose accounts are old enough, without who asks. */
export async function rosterOf(tx: Reader, survey: SurveyRecord, now: string): Promise<PersonRecord[]> {
  const found = await peopleOf(tx, survey.audience);
  return found.filter((person) => isOldEnough(person, now));
}

/** The groups of the survey's plan among these people. */
export async function cutRoster(
  tx: Reader,
  survey: SurveyRecord,
  roster: readonly PersonRecord[],
): Promise<CutGroups> {
  const unitIds = new Set(roster.flatMap((one) => [...one.teamIds, one.departmentId ?? '']));
  const labels = new Map((await tx.getMany(units, [...unitIds])).map((unit) => [unit.id, unit.name]));
  const lines = survey.plan.hierarchy ? await linesAbove(tx, roster) : new Map<string, string[]>();
  const planned = roster.map((person) => ({ ...person, above: lines.get(person.id) ?? [] }));
  return cutGroups(survey.plan, planned, labels);
}

/** To whom each of these people reports, the nearest first. Each manager is read once. */
async function linesAbove(tx: Reader, roster: readonly PersonRecord[]): Promise<Map<string, string[]>> {
  const managerOf = new Map(roster.map((person) => [person.id, person.managerId]));
  for (let step = 0; step < LONGEST; step++) {
    const unknown = new Set(
      [...managerOf.values()].filter((one) => one !== undefined && !managerOf.has(one)),
    );
    if (unknown.size === 0) break;
    const wanted = [...unknown].filter((one) => one !== undefined);
    for (const one of wanted) managerOf.set(one, undefined);
    for (const person of await tx.getMany(people, wanted)) managerOf.set(person.id, person.managerId);
  }
  const lines = new Map<string, string[]>();
  for (const { id } of roster) {
    const above: string[] = [];
    for (let next = managerOf.get(id); next !== undefined; next = managerOf.get(next)) {
      if (next === id || above.includes(next)) break;
      above.push(next);
    }
    lines.set(id, above);
  }
  return lines;
}

/**
 * How many of those who are asked the release must withstand when they pool what they know: as many as the survey says,
 * and 1 at least where some of them read.
 */
export function colludersIn(
  { colluders }: Pick<SurveyRecord, 'colluders'>,
  readersAsked: boolean,
): Colluders {
  return colluders === 0 && readersAsked ? 1 : colluders;
}

/**
 * True when somebody who is asked reads figures in which the own answer is: each of them knows one answer, so that
 * groups need one more. Managers who read only those below them are in no figure that they read.
 */
export async function readersAreAsked(
  tx: Reader,
  survey: SurveyRecord,
  roster: readonly PersonRecord[],
): Promise<boolean> {
  if (survey.readers.members) return true;
  const asked = new Set(roster.map(({ id }) => id));
  if ([survey.askerId, ...survey.readers.people].some((one) => asked.has(one))) return true;
  if (survey.readers.roles.length === 0) return false;
  const ids = [...asked];
  for (let at = 0; at < ids.length; at += PART)
    if (await holdsOne(tx, ids.slice(at, at + PART), survey.readers.roles)) return true;
  return false;
}

async function holdsOne(tx: Reader, ids: readonly string[], roles: readonly string[]): Promise<boolean> {
  let after: string | undefined;
  do {
    const found = await tx.find(grants, {
      where: { personId: ids },
      order: '+grantedAt',
      limit: 500,
      after,
    });
    if (found.items.some(({ role, scope }) => scope === 'organization' && roles.includes(role))) return true;
    after = found.next;
  } while (after !== undefined);
  return false;
}
