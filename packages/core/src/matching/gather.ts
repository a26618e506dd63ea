import type { Postings } from './postings.js';

/** A skill of a goal, and what its postings give. */
export interface Wanted {
  skill: number;
  gifts: Int32Array;
}

/** Adds what one skill gives to its mentors, whose first gain counts them as touched; answers how many are now. */
export function gatherSkill(
  { first, mentor, kind }: Postings,
  skill: number,
  gifts: Int32Array,
  gained: Int32Array,
  touched: Int32Array,
  touchedCount: number,
): number {
  let count = touchedCount;
  const end = first[skill + 1]!;
  for (let at = first[skill]!; at < end; at++) {
    const gift = gifts[kind[at]!]!;
    if (gift === 0) continue;
    const who = mentor[at]!;
    const had = gained[who]!;
    if (had === 0) touched[count++] = who;
    gained[who] = had + gift;
  }
  return count;
}
