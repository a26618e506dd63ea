/** Mentors who are alike in all attributes, so that those without a wanted skill can be judged together. */
export interface Kinds {
  count: number;
  /** One mentor of each kind. */
  example: Int32Array;
  /** Where each kind's members begin. */
  first: Int32Array;
  members: Int32Array;
}

/** Groups mentors by their values, `width` for each. */
export function kindsOf(classes: Int32Array, mentors: number, width: number): Kinds {
  const numbers = new Map<string, number>();
  const examples: number[] = [];
  const kindOf = new Int32Array(mentors);
  for (let mentor = 0; mentor < mentors; mentor++) {
    const key = classes.subarray(mentor * width, (mentor + 1) * width).join();
    let number = numbers.get(key);
    if (number === undefined) {
      numbers.set(key, (number = examples.length));
      examples.push(mentor);
    }
    kindOf[mentor] = number;
  }
  const first = new Int32Array(examples.length + 1);
  for (let mentor = 0; mentor < mentors; mentor++) first[kindOf[mentor]! + 1]!++;
  for (let kind = 0; kind < examples.length; kind++) first[kind + 1]! += first[kind]!;
  const next = first.slice();
  const members = new Int32Array(mentors);
  for (let mentor = 0; mentor < mentors; mentor++) members[next[kindOf[mentor]!]!++] = mentor;
  return { count: examples.length, example: Int32Array.from(examples), first, members };
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
