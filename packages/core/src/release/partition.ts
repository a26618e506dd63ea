/**
 * The classes of a panel that are published, as lists of relations: classes smaller than k are merged, the smallest
 * first, into the smallest other, until each has k or more. Empty when all together are fewer than k. Relations and
 * classes keep the order in which they came; relations that nobody answered in are in none.
 */
export function partition(
  relations: readonly string[],
  answered: ReadonlyMap<string, number>,
  k: number,
): string[][] {
  const place = (relation: string) => relations.indexOf(relation);
  const people = (members: readonly string[]) =>
    members.reduce((sum, relation) => sum + (answered.get(relation) ?? 0), 0);
  let classes = relations.filter((relation) => people([relation]) > 0).map((relation) => [relation]);
  for (;;) {
    // The sort is stable: of two that are as small the first comes first.
    const [smallest, next] = classes.toSorted((a, b) => people(a) - people(b));
    if (!smallest || people(smallest) >= k) return classes;
    if (!next) return [];
    const merged = [...smallest, ...next].sort((a, b) => place(a) - place(b));
    classes = [...classes.filter((one) => one !== smallest && one !== next), merged].sort(
      (a, b) => place(a[0]!) - place(b[0]!),
    );
  }
}
