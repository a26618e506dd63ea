import type { Group } from './model.js';

/**
 * The fixed order in which groups are offered to the audit, as places in the list: everyone, single attributes, the
 * nodes of hierarchies, crossings; within a level larger ones first, then by name and id. Who comes first survives.
 */
export function fixedOrder(groups: readonly Group[], people: readonly number[]): number[] {
  return groups
    .map((group, place) => ({ ...group, place, people: people[place]! }))
    .sort(
      (a, b) => a.level - b.level || b.people - a.people || compare(a.name, b.name) || compare(a.id, b.id),
    )
    .map(({ place }) => place);
}

/** By code units, the same everywhere. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
