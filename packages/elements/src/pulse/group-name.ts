import type { pulse } from '../strings/en/pulse.js';
import type { Group } from './dashboard-rows.js';

/** What a group of a survey is called. */
export function groupName({ label, below, level }: Group, strings: typeof pulse): string {
  if (below) return strings.below(below.name);
  return level === 0 ? strings.everyone : label;
}
