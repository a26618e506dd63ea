import type { FairnessReport } from './matching.js';

/** How evenly these scores are spread; all 0 for none. */
export function spreadOf(scores: readonly number[], priceOfFairness = 0): FairnessReport {
  const sorted = [...scores].sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return { worst: 0, p5: 0, mean: 0, gini: 0, jain: 0, priceOfFairness };
  let sum = 0;
  let squares = 0;
  let weighted = 0;
  for (const [index, score] of sorted.entries()) {
    sum += score;
    squares += score * score;
    weighted += (index + 1) * score;
  }
  return {
    worst: sorted[0]!,
    p5: sorted[Math.max(0, Math.ceil(count * 0.05) - 1)]!,
    mean: sum / count,
    gini: sum === 0 ? 0 : (2 * weighted) / (count * sum) - (count + 1) / count,
    jain: squares === 0 ? 0 : (sum * sum) / (count * squares),
    priceOfFairness,
  };
}
