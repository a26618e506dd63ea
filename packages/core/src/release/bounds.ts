import { Simplex, type Region } from './simplex.js';

/** What the released figures of one measure say, over the finest atoms of the plan. */
export interface BoundsInput {
  /** By atom: its people. */
  sizes: Int32Array;
  /** By atom: the true sum of its answers. */
  sums: Float64Array;
  /** By atom: the least and greatest answer of one person. */
  low: Float64Array;
  high: Float64Array;
  /** The released groups, in the order in which they were accepted: their atoms, and bounds of the sum of answers. */
  released: readonly { of: readonly number[]; low: number; high: number }[];
  k: number;
  /** What the mean of a hidden union must be free to range over. */
  half: number;
}

/** So many unions are looked at one by one; in larger plans those that released figures come near to. */
const ALL_UNIONS = 20_000;
const SLACK = 1e-6;

/**
 * The audit of bounds: the places in `released` of figures that must be hidden, because with them the mean of some
 * union of 1 to k − 1 people could be placed within less than `half`. Of the figures that narrow a union together the
 * last accepted is hidden. What a union can be is a linear program over the sums of atoms; its true sums are a first
 * point within.
 *
 * Every union of atoms of fewer than k people is looked at where there are at most 20,000 of them. In larger plans:
 * every small atom, and every union within a released group or the difference of two, of at most 2k people. Unions
 * beyond those are not looked at; that their sums do not follow is what the audit of spans sees to, for all of them.
 *
 * What is known here is the figures alone. Respondents who pool their answers can place a union more narrowly than that;
 * against them there is the audit of spans.
 */
export function narrowing(input: BoundsInput): Set<number> {
  const hidden = new Set<number>();
  // Points within the region. They stay within when a figure is hidden, which only makes the region wider.
  const seen: Float64Array[] = [input.sums];
  for (const union of unionsOf(input)) {
    while (!isSeenOpen(union, seen, neededBy(union, input))) {
      const places = [...input.released.keys()].filter((place) => !hidden.has(place));
      const alone = places.findIndex((place) => narrowsAlone(union, place, input));
      if (alone === -1 && isOpen(union, places, input, seen)) break;
      hidden.add(lastNarrowing(union, places, alone, input));
    }
  }
  return hidden;
}

/** What is known when the figures at these places are. */
function regionOf({ sizes, sums, low, high, released }: BoundsInput, places: readonly number[]): Region {
  return {
    low: low.map((least, atom) => least * sizes[atom]!),
    high: high.map((greatest, atom) => greatest * sizes[atom]!),
    sums: places.map((place) => {
      const one = released[place]!;
      const sum = one.of.reduce((total, atom) => total + sums[atom]!, 0);
      // The true sum is within; binary fractions may put it a hair outside.
      return { of: one.of, low: Math.min(one.low, sum), high: Math.max(one.high, sum) };
    }),
    start: sums,
  };
}

function neededBy(union: readonly number[], { sizes, half }: BoundsInput): number {
  return half * union.reduce((people, atom) => people + sizes[atom]!, 0) - SLACK;
}

/** Whether points seen before show that the sums of a union can be far enough apart. */
function isSeenOpen(union: readonly number[], seen: readonly Float64Array[], needed: number): boolean {
  let least = Infinity;
  let greatest = -Infinity;
  for (let at = 0; at < seen.length; at++) {
    const point = seen[at]!;
    let sum = 0;
    for (let index = 0; index < union.length; index++) sum += point[union[index]!]!;
    if (sum < least) least = sum;
    if (sum > greatest) greatest = sum;
    if (greatest - least >= needed) return true;
  }
  return false;
}

/** Decides exactly, and keeps the points it met. Each end from the start: there the table is still mostly zero. */
function isOpen(
  union: readonly number[],
  places: readonly number[],
  input: BoundsInput,
  seen: Float64Array[],
): boolean {
  const region = regionOf(input, places);
  const [top, bottom] = ([1, -1] as const).map((sign) => {
    const simplex = new Simplex(region);
    const reached = sign * simplex.push(union, sign);
    seen.push(simplex.point);
    return reached;
  });
  return top! - bottom! >= neededBy(union, input);
}

/** Whether a figure alone is enough to make the union too narrow. */
function narrowsAlone(union: readonly number[], place: number, input: BoundsInput): boolean {
  const { sizes, low, high } = input;
  const { of, low: from, high: to } = input.released[place]!;
  if (!union.every((atom) => of.includes(atom))) return false;
  const free = of.reduce(
    (sum, atom) => (union.includes(atom) ? sum : sum + sizes[atom]! * (high[atom]! - low[atom]!)),
    0,
  );
  return to - from + free < neededBy(union, input);
}

/**
 * The first of the places, in the order of acceptance, whose figure together with those before it makes the union too
 * narrow. `alone` is where the first stands that does so by itself; −1 for none.
 */
function lastNarrowing(
  union: readonly number[],
  places: readonly number[],
  alone: number,
  input: BoundsInput,
): number {
  const isOpenBefore = (at: number) => isOpen(union, places.slice(0, at), input, []);
  let open = 0;
  let narrow = alone === -1 ? places.length : alone + 1;
  // Mostly it is the figure that does it alone.
  if (alone !== -1 && isOpenBefore(alone)) open = alone;
  while (narrow - open > 1) {
    const middle = (open + narrow) >> 1;
    if (isOpenBefore(middle)) open = middle;
    else narrow = middle;
  }
  return places[narrow - 1]!;
}

/** The unions to look at: each once, as sorted atoms. */
function unionsOf(input: BoundsInput): number[][] {
  const small = [...input.sizes.keys()].filter((atom) => input.sizes[atom]! < input.k);
  const every = new Map<string, number[]>();
  // The small ones first: the points that they are decided by decide most of the others.
  const inOrder = (unions: Map<string, number[]>) => [...unions.values()].sort((a, b) => a.length - b.length);
  if (collect(small, input, every, ALL_UNIONS)) return inOrder(every);
  const near = new Map<string, number[]>(small.map((atom) => [`${atom}`, [atom]]));
  for (const region of nearRegions(input)) {
    const inside = region.filter((atom) => input.sizes[atom]! < input.k);
    collect(inside, input, near, Infinity);
  }
  return inOrder(near);
}

/** Adds every union of fewer than k people of these atoms; says whether there were no more than `limit`. */
function collect(
  atoms: readonly number[],
  { sizes, k }: BoundsInput,
  into: Map<string, number[]>,
  limit: number,
): boolean {
  const grow = (union: readonly number[], from: number, left: number): boolean => {
    for (let at = from; at < atoms.length; at++) {
      const size = sizes[atoms[at]!]!;
      if (size > left) continue;
      const next = [...union, atoms[at]!];
      into.set(next.join(), next);
      if (into.size > limit || !grow(next, at + 1, left - size)) return false;
    }
    return true;
  };
  return grow([], 0, k - 1);
}

/** Released groups, and what one leaves of another, of at most 2k people. */
function nearRegions({ released, sizes, k }: BoundsInput): number[][] {
  const regions = new Map<string, number[]>();
  const sets = released.map(({ of }) => new Set(of));
  const add = (atoms: number[]) => {
    const people = atoms.reduce((sum, atom) => sum + sizes[atom]!, 0);
    if (people <= 2 * k) regions.set(atoms.join(), atoms);
  };
  for (const one of released) {
    add([...one.of]);
    for (const other of sets) {
      const left = one.of.filter((atom) => !other.has(atom));
      if (left.length > 0 && left.length < one.of.length) add(left);
    }
  }
  return [...regions.values()];
}
