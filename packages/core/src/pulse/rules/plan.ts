import type { PersonRecord } from '../../people/model.js';
import { ATTRIBUTES, type Attribute } from '../model/kinds.js';
import type { PlanDraft } from '../model/survey.js';
import type { GroupOfWave } from '../model/wave.js';

/** What the plan asks of a person. */
export type Planned = Pick<PersonRecord, 'id' | 'departmentId' | 'teamIds' | 'location' | 'grade'> & {
  /** Everybody in the lines above, the nearest first. */
  above: readonly string[];
};

/** The group of everybody who was asked. */
export const ALL = 'all';

/** The groups of a plan, and the ids of those in which each person counts, without `all`. */
export interface CutGroups {
  groups: GroupOfWave[];
  byPerson: Map<string, string[]>;
}

/** The id of the group of everybody below a manager. */
export function belowId(managerId: string): string {
  return `below:${encodeURIComponent(managerId)}`;
}

/** What is wrong with a plan, and where: for the `fields` of an error. */
export function planProblem(plan: PlanDraft): { path: string; message: string } | undefined {
  for (const [at, [first, second]] of plan.crossings.entries()) {
    if (first === second) return { path: `plan.crossings.${at}`, message: 'Cross two different attributes.' };
    // A crossing without its parts would be the only figure of its people, and so the harder to protect.
    for (const one of [first, second])
      if (!plan.attributes.includes(one))
        return { path: `plan.crossings.${at}`, message: `Offer the attribute ${one} by itself as well.` };
  }
  return undefined;
}

/** Cuts the people who are asked into the groups of the plan. `labels`: the names of units by id. */
export function cutGroups(
  plan: PlanDraft,
  roster: readonly Planned[],
  labels: ReadonlyMap<string, string>,
): CutGroups {
  const groups = new Map<string, GroupOfWave>([[ALL, { id: ALL, level: 0, name: '', of: [], label: '' }]]);
  const byPerson = new Map<string, string[]>();
  for (const person of roster) {
    const own = groupsOf(plan, person, labels);
    for (const group of own) if (!groups.has(group.id)) groups.set(group.id, group);
    byPerson.set(person.id, [...new Set(own.map(({ id }) => id))]);
  }
  const order = [...groups.values()].sort((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1));
  return { groups: order, byPerson };
}

function groupsOf(plan: PlanDraft, person: Planned, labels: ReadonlyMap<string, string>): GroupOfWave[] {
  const single = (by: Attribute) =>
    valuesOf(person, by).map((value) => ({ by, value, label: labels.get(value) ?? value }));
  const singles = ATTRIBUTES.filter((by) => plan.attributes.includes(by)).flatMap(single);
  const below = plan.hierarchy ? person.above : [];
  const crossed = plan.crossings.flatMap((pair) => {
    const [first, second] = ATTRIBUTES.filter((by) => pair.includes(by));
    if (!first || !second) return [];
    return single(first).flatMap((one) => single(second).map((other) => [one, other]));
  });
  return [
    ...singles.map((part) => groupOf(1, [part])),
    ...below.map((managerId) => groupOf(2, [{ by: 'below', value: managerId, label: '' }])),
    ...crossed.map((parts) => groupOf(3, parts)),
  ];
}

function groupOf(level: 1 | 2 | 3, parts: { by: string; value: string; label: string }[]): GroupOfWave {
  // Encoded, a name cannot look like a crossing of others.
  const id = parts.map(({ by, value }) => `${by}:${encodeURIComponent(value)}`).join(' & ');
  const label = parts.map((part) => part.label).join(' · ');
  return { id, level, name: `${label} ${id}`, of: parts.map(({ by, value }) => ({ by, value })), label };
}

function valuesOf(person: Planned, by: Attribute): readonly string[] {
  switch (by) {
    case 'department':
      return person.departmentId === undefined ? [] : [person.departmentId];
    case 'team':
      return person.teamIds;
    case 'location':
      return person.location === undefined ? [] : [person.location];
    case 'grade':
      return person.grade === undefined ? [] : [person.grade];
  }
}
