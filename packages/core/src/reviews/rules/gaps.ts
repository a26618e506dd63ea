import type { Gap } from '../model/report.js';

/** A quarter of the range: a point on a scale of 1 to 5. */
const POINT = 0.25;

/**
 * What to make of how a person and the others see the same thing. `growth`: the others see less than half of the
 * range, or a point less than the person. `strength`: the others see three quarters, and not a point less.
 */
export function hintOf(ends: { min: number; max: number }, self: number, others: number): Gap['hint'] {
  const range = ends.max - ends.min;
  const share = (others - ends.min) / range;
  const below = (self - others) / range >= POINT;
  if (below || share < 0.5) return 'growth';
  return share >= 0.75 ? 'strength' : 'even';
}

/** A number in tenths. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
