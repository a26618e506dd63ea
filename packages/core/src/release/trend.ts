import type { Cell, SurveyInput, TrendCell } from './model.js';

/**
 * The groups of which nothing may be shown in this wave, because they differ from a group shown in the wave before by 1
 * to k − 1 people while one of the two has fewer than 2k: the two figures side by side would tell what those few
 * changed. Every group of now is compared with every group of then.
 */
export function tooClose({ before, thresholds: { k }, groups }: SurveyInput): Set<string> {
  const close = new Set<string>();
  if (!before) return close;
  const shownThen = Object.keys(before.participants).filter((group) =>
    Object.values(before.cells[group] ?? {}).some(({ shown }) => shown),
  );
  const then = new Map<string, string[]>();
  for (const group of shownThen)
    for (const person of new Set(before.participants[group])) push(then, person, group);
  const sizes = new Map(shownThen.map((group) => [group, new Set(before.participants[group]).size]));
  for (const { id } of groups) {
    const now = new Set(before.now[id] ?? []);
    const common = new Map<string, number>();
    for (const person of now)
      for (const group of then.get(person) ?? []) common.set(group, (common.get(group) ?? 0) + 1);
    for (const [group, size] of sizes) {
      const apart = now.size + size - 2 * (common.get(group) ?? 0);
      if (apart > 0 && apart < k && Math.min(now.size, size) < 2 * k) close.add(id);
    }
  }
  return close;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Both waves side by side, where both are shown. */
export function trendOf(before: Cell | undefined, now: Cell): TrendCell {
  if (!before?.shown || !now.shown || before.mean === undefined || now.mean === undefined)
    return { shown: false };
  return { shown: true, before: before.mean, after: now.mean };
}
