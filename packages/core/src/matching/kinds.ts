/** Entries of a table while kinds are made: sixteen megabytes. */
const MOST_ROOM = 2 ** 22;

/** Mentors who are alike in all attributes, so that those without a wanted skill can be judged together. */
export interface Kinds {
  count: number;
  /** One mentor of each kind. */
  example: Int32Array;
  /** Where each kind's members begin. */
  first: Int32Array;
  members: Int32Array;
}

/** Groups mentors by their values, `width` for each, all below `values`. */
export function kindsOf(classes: Int32Array, mentors: number, width: number, values: number): Kinds {
  const kindOf = new Int32Array(mentors);
  let count = Math.min(1, mentors);
  for (let place = 0; place < width; place++) count = divide(kindOf, count, classes, place, width, values);
  const example = new Int32Array(count);
  const first = new Int32Array(count + 1);
  for (let mentor = mentors - 1; mentor >= 0; mentor--) {
    example[kindOf[mentor]!] = mentor;
    first[kindOf[mentor]! + 1]!++;
  }
  for (let kind = 0; kind < count; kind++) first[kind + 1]! += first[kind]!;
  const next = first.slice();
  const members = new Int32Array(mentors);
  for (let mentor = 0; mentor < mentors; mentor++) members[next[kindOf[mentor]!]!++] = mentor;
  return { count, example, first, members };
}

/** Divides groups by the value at one place; answers how many there are now, numbered as they come. */
function divide(
  kindOf: Int32Array,
  groups: number,
  classes: Int32Array,
  place: number,
  width: number,
  values: number,
): number {
  const numbers = new Map<number, number>();
  // A table is quicker, where there is room for it.
  const table = groups * values <= MOST_ROOM ? new Int32Array(groups * values) : undefined;
  let count = 0;
  for (let mentor = 0; mentor < kindOf.length; mentor++) {
    const key = kindOf[mentor]! * values + classes[mentor * width + place]!;
    let number = table ? table[key]! : (numbers.get(key) ?? 0);
    if (number === 0) {
      number = ++count;
      if (table) table[key] = number;
      else numbers.set(key, number);
    }
    kindOf[mentor] = number - 1;
  }
  return count;
}

/** The lowest price in each kind, and the lowest of all. */
export function lowestPrices(
  { count, first, members }: Kinds,
  prices: ArrayLike<number>,
): { ofKind: Float64Array; of: number } {
  const ofKind = new Float64Array(count).fill(Infinity);
  let of = Infinity;
  for (let kind = 0; kind < count; kind++) {
    for (let at = first[kind]!; at < first[kind + 1]!; at++)
      ofKind[kind] = Math.min(ofKind[kind]!, prices[members[at]!]!);
    of = Math.min(of, ofKind[kind]!);
  }
  return { ofKind, of };
}
