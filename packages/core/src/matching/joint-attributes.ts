import { BARRED, type Attribute } from './attributes.js';

/** Attributes are put together while what comes of it takes no more values than this. */
const MOST_VALUES = 1024;

/**
 * Attributes with few values put together, so that a mentor's points are looked up in fewer places, and what all of
 * them give at most is known more closely: only values that some mentor has together count.
 */
export function joined(attributes: readonly Attribute[]): Attribute[] {
  const left = [...attributes].sort((one, other) => one.count - other.count);
  while (left.length > 1 && left[0]!.count * left[1]!.count <= MOST_VALUES) {
    left.push(joint(left.shift()!, left.shift()!));
    left.sort((one, other) => one.count - other.count);
  }
  return left;
}

function joint(one: Attribute, other: Attribute): Attribute {
  const numbers = new Int32Array(one.count * other.count);
  const classes = new Int32Array(one.classes.length);
  const parts: { one: number[]; other: number[] } = { one: [], other: [] };
  for (let mentor = 0; mentor < classes.length; mentor++) {
    const [first, second] = [one.classes[mentor]!, other.classes[mentor]!];
    const key = first * other.count + second;
    if (numbers[key] === 0) {
      parts.one.push(first);
      parts.other.push(second);
      numbers[key] = parts.one.length;
    }
    classes[mentor] = numbers[key]! - 1;
  }
  const [firsts, seconds] = [Int32Array.from(parts.one), Int32Array.from(parts.other)];
  const values = new Int16Array(firsts.length);
  return {
    classes,
    count: firsts.length,
    row(mentee, at) {
      const [left, right] = [one.row(mentee, at), other.row(mentee, at)];
      for (let value = 0; value < values.length; value++) {
        const points = left[firsts[value]!]! + right[seconds[value]!]!;
        values[value] = points < 0 ? BARRED : points;
      }
      return values;
    },
  };
}
