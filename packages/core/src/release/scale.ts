import type { Band, Measure } from './model.js';

/** A measure's scale, in which 1 to 5 is the pattern: all steps and rules are in proportion to its four points. */
export type Scale = Pick<Measure, 'min' | 'max' | 'whole'>;

/** A tenth of a point on a scale of 1 to 5: the step in which means are shown. */
export function stepOf({ min, max }: Scale): number {
  return (max - min) / 40;
}

/** Half of a scale: 2 points on a scale of 1 to 5. What is known of a few people must leave this much open. */
export function halfOf({ min, max }: Scale): number {
  return (max - min) / 2;
}

/** Below ten respondents a mean is clipped more. */
export const CLIPPED_BELOW = 10;

/**
 * The least and greatest mean shown: below ten respondents 1.2 and 4.8 on a scale of 1 to 5, from ten on 1.1 and 4.9; and
 * where answers are whole numbers at least one answer's step away from the end, so that a group of one opinion looks like
 * one with one other answer.
 */
export function clipOf(scale: Scale, people: number): { low: number; high: number } {
  const { min, max } = scale;
  const steps = people < CLIPPED_BELOW ? 2 : 1;
  const edge = Math.min(Math.max(steps * stepOf(scale), scale.whole ? 1 / people : 0), halfOf(scale));
  return { low: min + edge, high: max - edge };
}

/** A mean as it is shown. */
export function shownMean(scale: Scale, mean: number, people: number): number {
  const { low, high } = clipOf(scale, people);
  return onGrid(scale, Math.min(high, Math.max(low, mean)));
}

/** What a shown mean says of the true one: everything that would be shown as the same. */
export function meanInterval(scale: Scale, shown: number, people: number): { low: number; high: number } {
  const half = stepOf(scale) / 2;
  const { low, high } = clipOf(scale, people);
  return {
    low: shown <= onGrid(scale, low) ? scale.min : shown - half,
    high: shown >= onGrid(scale, high) ? scale.max : shown + half,
  };
}

function onGrid(scale: Scale, value: number): number {
  const step = stepOf(scale);
  // Without the noise of binary fractions: 3.4 and not 3.4000000000000004.
  return Number((scale.min + Math.round((value - scale.min) / step) * step).toFixed(9));
}

/** A number of respondents as a band; three or four are shown in panels only. */
export function bandOf(people: number): Band {
  if (people < 5) return '3-4';
  if (people < 10) return '5-9';
  if (people < 20) return '10-19';
  return people < 50 ? '20-49' : '50+';
}

/** A share as percent in steps of 5. */
export function percentOf(count: number, of: number): number {
  return Math.round((20 * count) / of) * 5;
}
