import type { Measure } from './model.js';
import { halfOf, percentOf } from './scale.js';

/** Bars are shown from so many respondents on. */
export const BARS_FROM = 10;

/** A bar of a distribution: values from and to, both within, and its people. */
export interface Bar {
  from: number;
  to: number;
  people: number;
}

/** Whether a measure has values that can be counted: whole numbers, and not too many of them. */
export function countable({ kind, whole, min, max }: Measure): boolean {
  return (kind === 'choice' || whole === true) && max - min <= 100;
}

/** The distribution, neighboring values merged until each bar holds nobody or two at least. */
export function mergedBars({ min, max }: Measure, values: readonly number[]): Bar[] {
  const counts = new Array<number>(max - min + 1).fill(0);
  for (const value of values) counts[value - min]!++;
  const bars: Bar[] = [];
  for (const [place, people] of counts.entries()) {
    const last = bars.at(-1);
    const value = min + place;
    // A lone answer takes the next value with it, whoever is there.
    if (last?.people === 1) Object.assign(last, { to: value, people: last.people + people });
    else bars.push({ from: value, to: value, people });
  }
  while (bars.length > 1 && bars.at(-1)!.people === 1) {
    const lone = bars.pop()!;
    const last = bars.at(-1)!;
    Object.assign(last, { to: lone.to, people: last.people + lone.people });
  }
  return bars;
}

/** Bars as they are shown. */
export function shownBars(
  bars: readonly Bar[],
  people: number,
): { from: number; to: number; percent: number }[] {
  return bars.map(({ from, to, people: count }) => ({ from, to, percent: percentOf(count, people) }));
}

/**
 * What bars have told about single people: by atom, the values that its people can have given. A distribution in which
 * some values hold nobody says of everyone in the group that they gave none of them. Bars are shown only while what
 * remains for each person spans half of the scale, or two options of a choice, all bars of a measure taken together.
 */
export class Possible {
  readonly #measure: Measure;
  readonly #values: Uint8Array[];

  constructor(measure: Measure, atoms: number) {
    this.#measure = measure;
    const all = countable(measure) ? measure.max - measure.min + 1 : 0;
    this.#values = Array.from({ length: atoms }, () => new Uint8Array(all).fill(1));
  }

  /** Takes note of the bars of a group, unless they would tell too much. */
  accept(row: readonly number[], bars: readonly Bar[]): boolean {
    const next = row.map((atom) => this.#within(this.#values[atom]!, bars));
    if (!next.every((values) => this.#isOpen(values))) return false;
    for (const [index, atom] of row.entries()) this.#values[atom] = next[index]!;
    return true;
  }

  /** The least and greatest value that people of an atom can have given. */
  range(atom: number): { low: number; high: number } {
    const { min, max } = this.#measure;
    const values = this.#values[atom]!;
    if (values.length === 0) return { low: min, high: max };
    return { low: min + values.indexOf(1), high: min + values.lastIndexOf(1) };
  }

  #within(values: Uint8Array, bars: readonly Bar[]): Uint8Array {
    const next = Uint8Array.from(values);
    for (const { from, to, people } of bars)
      if (people === 0) next.fill(0, from - this.#measure.min, to - this.#measure.min + 1);
    return next;
  }

  #isOpen(values: Uint8Array): boolean {
    if (this.#measure.kind === 'choice') return values.reduce((sum, one) => sum + one, 0) >= 2;
    return values.lastIndexOf(1) - values.indexOf(1) >= halfOf(this.#measure);
  }
}
