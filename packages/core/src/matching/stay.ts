import type { MatchProgress } from './matching.js';
import { again, type State } from './optimize.js';
import { setStayBonus, type Plan } from './plan.js';

/** No sum of points along a chain outweighs a stay bonus of this much in practice; the search ends here. */
const MOST_BONUS = 2 ** 17;

/** How many current pairs, that could go on, the answer parts. */
export function partings(plan: Plan, { answer, edges }: State): number {
  let parted = 0;
  for (let row = 0; row < plan.rows.length; row++) {
    if (row > 0 && plan.rows[row] === plan.rows[row - 1]) continue;
    for (const mentor of plan.current.get(plan.rows[row]!) ?? []) {
      const eligible = edges.indices.subarray(edges.indptr[row]!, edges.indptr[row + 1]!).includes(mentor);
      if (eligible && !has(plan, answer.match, row, mentor)) parted++;
    }
  }
  return parted;
}

function has({ rows }: Plan, match: Int32Array, first: number, mentor: number): boolean {
  for (let row = first; row < rows.length && rows[row] === rows[first]; row++)
    if (match[row] === mentor) return true;
  return false;
}

/** Raises the stay bonus to the least that parts at most `most` current pairs, as far as any bonus can. */
export function* keepMost(plan: Plan, state: State, most: number): Generator<MatchProgress, void> {
  if (partings(plan, state) <= most) return;
  let low = plan.stayBonus;
  let high = MOST_BONUS;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    setStayBonus(plan, middle);
    yield* again(plan, state);
    if (partings(plan, state) <= most) high = middle;
    else low = middle;
  }
  // At the very least of these bonuses staying and parting may cost the same; one point more decides.
  for (const stayBonus of [high, high + 1]) {
    setStayBonus(plan, stayBonus);
    yield* again(plan, state);
    if (partings(plan, state) <= most) return;
  }
}
