/** The items in an order in which groups take turns; within a group they keep theirs, and the first group begins. */
export function byTurns<T>(items: readonly T[], groupOf: (item: T) => string): T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  const longest = Math.max(0, ...[...groups.values()].map((one) => one.length));
  return Array.from({ length: longest }, (_, at) =>
    [...groups.values()].flatMap((one) => one.slice(at, at + 1)),
  ).flat();
}
