import type { Measure, RateCell, ShownCell, Spread } from './model.js';
import { bandOf, percentOf, shownMean, type Scale } from './scale.js';

/** What is shown of the answers of a group that may be shown, all but its bars. */
export function cellOf(measure: Measure, values: readonly number[]): ShownCell {
  const cell: ShownCell = { shown: true, n: bandOf(values.length) };
  if (measure.kind === 'choice') return cell;
  const mean = meanOf(values);
  cell.mean = shownMean(measure, mean, values.length);
  if (measure.favorable !== undefined) cell.favorable = shownFavorable(measure.favorable, values);
  cell.spread = spreadOf(measure, values, mean);
  return cell;
}

/** The mean of at least one number. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The share of favorable answers: percent in steps of 5, never 0 or 100, which would say what everyone answered. Below
 * twenty respondents between 10 and 90, below ten at least one person away from the ends.
 */
function shownFavorable(from: number, values: readonly number[]): number {
  const people = values.length;
  const favorable = values.filter((value) => value >= from).length;
  const edge = people >= 20 ? 5 : people >= 10 ? 10 : Math.max(10, Math.ceil(20 / people) * 5);
  return Math.min(100 - edge, Math.max(edge, percentOf(favorable, people)));
}

/**
 * How far answers lie apart. On a scale of 1 to 5: below ten respondents `close` under a standard deviation of 0.8,
 * `mixed` under 1.3, else `farApart`; from ten on the deviation in steps of 0.5, at least 0.5. A smaller deviation
 * would say of everyone that they answered the mean.
 */
function spreadOf({ min, max }: Scale, values: readonly number[], mean: number): Spread {
  const point = (max - min) / 4;
  const variance = meanOf(values.map((value) => (value - mean) ** 2));
  const deviation = Math.sqrt(variance) / point;
  if (values.length < 10) return deviation < 0.8 ? 'close' : deviation < 1.3 ? 'mixed' : 'farApart';
  return Number((Math.max(0.5, Math.round(deviation / 0.5) * 0.5) * point).toFixed(9));
}

/** Fewer invited than these, and no rate. */
const RATE_FROM = 10;

/** The share of those invited who answered, if it may be shown at all. */
export function rateOf(answered: number, invited: number): RateCell {
  if (invited < RATE_FROM) return { shown: false };
  const rate = percentOf(answered, invited);
  return { shown: true, rate: rate === 100 ? 'over95' : rate };
}
