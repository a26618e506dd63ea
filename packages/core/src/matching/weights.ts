import { FULL_SCORE } from './program.js';

/** Whole points that sum to 10,000 in the proportions of the weights; what rounding leaves goes to the largest remainders. */
export function pointsOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const points = weights.map((weight) => Math.floor((weight / sum) * FULL_SCORE));
  const left = FULL_SCORE - points.reduce((a, b) => a + b, 0);
  const remainders = weights.map((weight, index) => ({
    index,
    rest: (weight / sum) * FULL_SCORE - points[index]!,
  }));
  remainders.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of remainders.slice(0, left)) points[index]!++;
  return points;
}

/** The share of the `index`-th of `count` equal parts of `points`; the shares sum to the points exactly. */
export function shareOf(points: number, count: number, index: number): number {
  return Math.floor((points * (index + 1)) / count) - Math.floor((points * index) / count);
}

/** A percentage of some points, rounded half up. */
export function percentOf(points: number, percent: number): number {
  return Math.floor((points * percent + 50) / 100);
}

/** What a criterion gives where data are missing: half of its points. */
export function neutralOf(points: number): number {
  return percentOf(points, 50);
}
