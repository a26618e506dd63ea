import { BARS_FROM, countable, mergedBars, Possible, shownBars } from './bars.js';
import { narrowing } from './bounds.js';
import { atomsOf, rowOf } from './ledger.js';
import type { ShownCell } from './model.js';
import { halfOf, meanInterval } from './scale.js';
import type { Gauge } from './gauges.js';
import { cellOf } from './values.js';

/**
 * The cells of one measure or index, by place of the group: of those that the audit accepted, in the order in which it
 * did, all but what the audit of bounds hides. Distributions are left out where they would tell too much.
 */
export function measureCells(
  { measure, answered, value }: Gauge,
  members: readonly Uint8Array[],
  accepted: readonly number[],
  k: number,
): Map<number, ShownCell> {
  const { atomOf, sizes } = atomsOf(answered, members);
  const possible = new Possible(measure, sizes.length);
  const cells = new Map<number, ShownCell>();
  const released: { group: number; of: number[]; low: number; high: number }[] = [];
  for (const group of accepted) {
    const values = valuesOf(group);
    const of = rowOf(atomOf, answered, members[group]!);
    const cell = cellOf(measure, values);
    if (values.length >= BARS_FROM && countable(measure)) {
      const bars = mergedBars(measure, values);
      if (possible.accept(of, bars)) cell.bars = shownBars(bars, values.length);
    }
    cells.set(group, cell);
    if (cell.mean === undefined) continue;
    const { low, high } = meanInterval(measure, cell.mean, values.length);
    released.push({ group, of, low: low * values.length, high: high * values.length });
  }
  if (measure.kind === 'mean') hideNarrowing();
  return cells;

  function valuesOf(group: number): number[] {
    const values: number[] = [];
    for (const [person, inside] of members[group]!.entries())
      if (inside === 1 && answered[person] === 1) values.push(value(person));
    return values;
  }

  function hideNarrowing(): void {
    const sums = new Float64Array(sizes.length);
    for (const [person, atom] of atomOf.entries()) if (atom !== -1) sums[atom]! += value(person);
    const ranges = Array.from(sizes, (_, atom) => possible.range(atom));
    const hidden = narrowing({
      sizes,
      sums,
      low: Float64Array.from(ranges, ({ low }) => low),
      high: Float64Array.from(ranges, ({ high }) => high),
      released,
      k,
      half: halfOf(measure),
    });
    for (const place of hidden) cells.delete(released[place]!.group);
  }
}
