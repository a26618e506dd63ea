/** What others do instead of the audit of spans: to compare with, and to see that the tests notice. */
import type { Audit } from './audit.js';

/** A minimum group size and nothing else. */
export const thresholdOnly: Audit = (family) => {
  const accept = (_: readonly number[], group: number) => family.people[group]! >= family.k;
  return { accept, wouldAccept: accept };
};

/** The rest of everyone must be nobody or k, too. */
export const remainderRule: Audit = (family) => {
  const everyone = family.sizes.reduce((people, size) => people + size, 0);
  const accept = (_: readonly number[], group: number) => {
    const people = family.people[group]!;
    return people >= family.k && (people === everyone || everyone - people >= family.k);
  };
  return { accept, wouldAccept: accept };
};

/**
 * Hide the next smallest: in each set of groups that divide a larger one, where the hidden people are fewer than k, the
 * smallest shown group is hidden too, until they are not. A division is recognized by its groups: they are apart from
 * each other and make up the larger group.
 */
export const nextSmallest =
  (ids: readonly string[]): Audit =>
  (family) => {
    const shown = new Set(family.people.flatMap((people, at) => (people >= family.k ? [at] : [])));
    for (const children of divisions(ids)) {
      for (;;) {
        const hidden = children
          .filter((at) => !shown.has(at))
          .reduce((sum, at) => sum + family.people[at]!, 0);
        if (hidden === 0 || hidden >= family.k) break;
        const [smallest] = children
          .filter((at) => shown.has(at))
          .sort((a, b) => family.people[a]! - family.people[b]!);
        if (smallest === undefined) break;
        shown.delete(smallest);
      }
    }
    const accept = (_: readonly number[], group: number) => shown.has(group);
    return { accept, wouldAccept: accept };
  };

/** The groups `a0=…` divide everyone; the groups `a0=3&a1=…` divide `a0=3`, and as well `a1=…`. */
function divisions(ids: readonly string[]): number[][] {
  const byParent = new Map<string, number[]>();
  for (const [at, id] of ids.entries()) {
    if (id === 'all') continue;
    const parts = id.split('&');
    const parents =
      parts.length === 1
        ? [id.split('=')[0]!]
        : parts.map((part, place) => `${part}|${parts[1 - place]!.split('=')[0]}`);
    for (const parent of parents) byParent.set(parent, [...(byParent.get(parent) ?? []), at]);
  }
  return [...byParent.values()];
}
