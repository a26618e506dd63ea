import assert from 'node:assert/strict';
import { test } from 'node:test';
import { narrowing, type BoundsInput } from './bounds.js';
import { Simplex, type Region } from './simplex.js';
import { integer, randomFrom } from './test-surveys.js';

/** The least and greatest sum over a union, by trying every corner of the region: independent of the simplex method. */
function corners({ low, high, sums }: Region, union: readonly number[]): { least: number; greatest: number } {
  const count = low.length;
  const planes = [
    ...Array.from(low, (bound, at) => ({ of: [at], bound })),
    ...Array.from(high, (bound, at) => ({ of: [at], bound })),
    ...sums.flatMap(({ of, low: from, high: to }) => [
      { of, bound: from },
      { of, bound: to },
    ]),
  ];
  let least = Infinity;
  let greatest = -Infinity;
  const choose = (chosen: typeof planes, from: number): void => {
    if (chosen.length === count) {
      const point = solve(chosen, count);
      if (!point || !within(point)) return;
      const sum = union.reduce((total, at) => total + point[at]!, 0);
      least = Math.min(least, sum);
      greatest = Math.max(greatest, sum);
      return;
    }
    for (let at = from; at < planes.length; at++) choose([...chosen, planes[at]!], at + 1);
  };
  const within = (point: number[]) =>
    point.every((value, at) => value >= low[at]! - 1e-6 && value <= high[at]! + 1e-6) &&
    sums.every(({ of, low: from, high: to }) => {
      const sum = of.reduce((total, at) => total + point[at]!, 0);
      return sum >= from - 1e-6 && sum <= to + 1e-6;
    });
  choose([], 0);
  return { least, greatest };
}

function solve(planes: { of: readonly number[]; bound: number }[], count: number): number[] | undefined {
  const rows = planes.map(({ of, bound }) => [
    ...Array.from({ length: count }, (_, at) => (of.includes(at) ? 1 : 0)),
    bound,
  ]);
  for (let column = 0; column < count; column++) {
    const pivot = rows.findIndex((row, at) => at >= column && Math.abs(row[column]!) > 1e-9);
    if (pivot === -1) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (const [at, row] of rows.entries()) {
      if (at === column) continue;
      const factor = row[column]! / rows[column]![column]!;
      rows[at] = row.map((value, place) => value - factor * rows[column]![place]!);
    }
  }
  return rows.map((row, at) => row[count]! / row[at]!);
}

/** Answers from 1 to 5 of a few atoms, and means of groups of them rounded to a tenth. */
function system(seed: number, most = 4): BoundsInput {
  const random = randomFrom(seed);
  const atoms = integer(random, 2, most);
  const sizes = Int32Array.from({ length: atoms }, () => integer(random, 1, 5));
  const extreme = random() < 0.3;
  const sums = Float64Array.from(sizes, (size) =>
    Array.from({ length: size }, () => (extreme ? integer(random, 1, 2) : integer(random, 1, 5))).reduce(
      (a, b) => a + b,
      0,
    ),
  );
  const released = Array.from({ length: integer(random, 1, 3) }, () =>
    [...sizes.keys()].filter(() => random() < 0.7),
  ).flatMap((of) => {
    const people = of.reduce((sum, atom) => sum + sizes[atom]!, 0);
    if (people < 5) return [];
    const mean = of.reduce((sum, atom) => sum + sums[atom]!, 0) / people;
    const shown = Math.round(mean * 10) / 10;
    return [{ of, low: (shown - 0.05) * people, high: (shown + 0.05) * people }];
  });
  const bound = (value: number) => new Float64Array(atoms).fill(value);
  return { sizes, sums, low: bound(1), high: bound(5), released, k: 5, half: 2 };
}

function regionOf({ sizes, sums, low, high, released }: BoundsInput): Region {
  return {
    low: low.map((value, at) => value * sizes[at]!),
    high: high.map((value, at) => value * sizes[at]!),
    sums: released,
    start: sums,
  };
}

function unionsOf({ sizes, k }: BoundsInput): number[][] {
  return Array.from({ length: 2 ** sizes.length - 1 }, (_, bits) =>
    [...sizes.keys()].filter((atom) => (bits + 1) & (1 << atom)),
  ).filter((union) => union.reduce((sum, atom) => sum + sizes[atom]!, 0) < k);
}

test('the simplex method finds the ends that trying every corner finds (seeds 0–299)', () => {
  for (let seed = 0; seed < 300; seed++) {
    const input = system(seed);
    const region = regionOf(input);
    for (const union of unionsOf(input)) {
      const { least, greatest } = corners(region, union);
      const near = (a: number, b: number) =>
        assert.ok(Math.abs(a - b) < 1e-6, `seed ${seed}: ${a}, not ${b}`);
      near(new Simplex(region).push(union, 1), greatest);
      near(-new Simplex(region).push(union, -1), least);
    }
  }
});

test('after the audit every hidden union can range over half of the scale, and less was not hidden (seeds 0–399)', () => {
  let hiding = 0;
  for (let seed = 0; seed < 400; seed++) {
    const input = system(seed);
    const hidden = narrowing(input);
    const open = (places: number[]) => {
      const region = regionOf({ ...input, released: places.map((place) => input.released[place]!) });
      return unionsOf(input).every((union) => {
        const { least, greatest } = corners(region, union);
        const people = union.reduce((sum, atom) => sum + input.sizes[atom]!, 0);
        return greatest - least >= 2 * people - 1e-5;
      });
    };
    const shown = [...input.released.keys()].filter((place) => !hidden.has(place));
    assert.ok(open(shown), `seed ${seed}`);
    // What was hidden had to be: with it and those shown that came before it, something is too narrow.
    for (const place of hidden)
      assert.ok(!open([...input.released.keys()].filter((one) => one <= place)), `seed ${seed}`);
    if (hidden.size > 0) hiding++;
  }
  assert.ok(hiding > 50 && hiding < 350, `${hiding} with something hidden`);
});

test('four of a group of five follow too closely from the mean of all five; of six they do not', () => {
  const mean = (people: number) => ({ of: [0, 1], low: 2.95 * people, high: 3.05 * people });
  const input = (one: number): BoundsInput => ({
    sizes: Int32Array.of(one, 4),
    sums: Float64Array.of(3 * one, 12),
    low: Float64Array.of(1, 1),
    high: Float64Array.of(5, 5),
    released: [mean(4 + one)],
    k: 5,
    half: 2,
  });
  assert.deepEqual([...narrowing(input(1))], [0]);
  assert.deepEqual([...narrowing(input(2))], []);
});
