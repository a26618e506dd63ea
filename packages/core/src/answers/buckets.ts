import type { Group } from '../release/model.js';
import type { RoundRecord, SeatRecord } from './model.js';

/** The groups of a seat as one text: equal for equal groups in whatever order. */
export function keyOfGroups(groups: readonly string[]): string {
  return JSON.stringify([...groups].sort());
}

/** The groups in which a seat's answer counts. */
export function groupsOf(round: RoundRecord, { groups }: Pick<SeatRecord, 'groups'>): string[] {
  if (round.mode !== 'sealed' || round.shape !== 'survey') return groups;
  return round.buckets[keyOfGroups(groups)] ?? [];
}

/** Groups that one or more seats have, as they were and as coarse as they have become. */
interface Combination {
  key: string;
  groups: string[];
  people: number;
}

/**
 * What a sealed answer may carry of its writer's groups, for each combination that occurs in the roster: so few that
 * every combination is that of two people at least. Whoever would be alone joins those who have some of the same
 * groups and no others, the closest first; where there are none they lose one group, of the deepest level and there
 * the smallest, and so on. At last they are in no group but `all`, and if one person alone is left there, the fewest
 * others are too. `groups` are those of the plan.
 */
export function bucketsOf(
  roster: readonly (readonly string[])[],
  groups: readonly Group[],
): Record<string, string[]> {
  const order = orderOfLoss(roster, groups);
  const all = new Map<string, Combination>();
  for (const groupsOfSeat of roster) {
    const key = keyOfGroups(groupsOfSeat);
    const known = all.get(key) ?? { key, groups: [...groupsOfSeat].sort(), people: 0 };
    all.set(key, { ...known, people: known.people + 1 });
  }
  const combinations = [...all.values()];
  for (let alone = aloneOf(combinations); alone.length > 0; alone = aloneOf(combinations)) {
    const shared = together(combinations).filter(({ people }) => people > 1);
    const left = alone.map(({ groups: own }) => closest(own, shared) ?? without(own, order));
    for (const [at, one] of alone.entries()) one.groups = left[at] ?? one.groups;
    if (left.every((one) => one === undefined) && !joinTheFewest(combinations)) break;
  }
  return Object.fromEntries(combinations.map(({ key, groups: left }) => [key, left]));
}

/** The most of these groups that several people have and nothing else; undefined when nobody is so close. */
function closest(
  own: readonly string[],
  shared: readonly { groups: string[]; people: number; key: string }[],
): string[] | undefined {
  const [best] = shared
    .filter(({ groups }) => groups.length > 0 && groups.every((group) => own.includes(group)))
    .sort((a, b) => b.groups.length - a.groups.length || b.people - a.people || (a.key < b.key ? -1 : 1));
  return best?.groups;
}

/** These groups but for the one that goes first; undefined when there is none. */
function without(own: readonly string[], order: readonly string[]): string[] | undefined {
  const lost = order.find((group) => own.includes(group));
  return lost === undefined ? undefined : own.filter((group) => group !== lost);
}

/** The deepest first, of each level the smallest, ties by id. */
function orderOfLoss(roster: readonly (readonly string[])[], groups: readonly Group[]): string[] {
  const sizes = new Map<string, number>();
  for (const group of roster.flat()) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const size = ({ id }: Group) => sizes.get(id) ?? 0;
  return [...groups]
    .sort((a, b) => b.level - a.level || size(a) - size(b) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** The combinations that, as coarse as they are now, are those of one person. */
function aloneOf(combinations: readonly Combination[]): Combination[] {
  return together(combinations).flatMap(({ people, same }) => (people === 1 ? same : []));
}

/** Puts the combination of the fewest people beside who is alone in no group; false when nobody else is there. */
function joinTheFewest(combinations: readonly Combination[]): boolean {
  const [fewest] = together(combinations)
    .filter(({ key }) => key !== keyOfGroups([]))
    .sort((a, b) => a.people - b.people || (a.key < b.key ? -1 : 1));
  for (const one of fewest?.same ?? []) one.groups = [];
  return fewest !== undefined;
}

/** The combinations that have become the same, with how many people they are. */
function together(combinations: readonly Combination[]) {
  const byKey = new Map<string, { key: string; groups: string[]; people: number; same: Combination[] }>();
  for (const one of combinations) {
    const key = keyOfGroups(one.groups);
    const known = byKey.get(key) ?? { key, groups: one.groups, people: 0, same: [] };
    known.people += one.people;
    known.same.push(one);
    byKey.set(key, known);
  }
  return [...byKey.values()];
}
