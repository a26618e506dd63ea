/** A vector of whole numbers over atoms that is mostly zero: where it is not, ascending, and what stands there. */
export interface SparseVector {
  readonly at: readonly number[];
  readonly value: readonly number[];
}

/** Beyond this, whole numbers of JavaScript are no longer exact. */
const EXACT = 2 ** 53;

/**
 * What is still unknown when some sums over atoms are known: a basis, in whole numbers, of all vectors that those sums
 * do not see. A sum over a set of atoms follows from the known ones exactly when every vector of the basis adds up to
 * zero over that set. All arithmetic is exact; where it could not be, `with` says so.
 */
export class NullSpace {
  readonly vectors: readonly SparseVector[];
  /** The vector that was still in the basis before the last sum was known, and is no combination of those in it now. */
  readonly given: SparseVector | undefined;

  private constructor(vectors: readonly SparseVector[], given?: SparseVector) {
    this.vectors = vectors;
    this.given = given;
  }

  /** Nothing is known. */
  static whole(atoms: number): NullSpace {
    return new NullSpace(Array.from({ length: atoms }, (_, atom) => ({ at: [atom], value: [1] })));
  }

  /**
   * The null space once the sum over these atoms is known too; itself when that sum followed already. `undefined` when
   * the numbers would grow beyond what is exact, which no plan of groups was ever seen to do.
   */
  with(row: readonly number[]): NullSpace | undefined {
    const within = new Set(row);
    const sums = this.vectors.map((vector) => sumWithin(vector, within));
    const pivot = sparsest(this.vectors, sums);
    if (pivot === -1) return this;
    const vectors: SparseVector[] = [];
    for (const [index, vector] of this.vectors.entries()) {
      if (index === pivot) continue;
      if (sums[index] === 0) vectors.push(vector);
      else {
        const combined = combine(vector, sums[pivot]!, this.vectors[pivot]!, -sums[index]!);
        if (!combined) return undefined;
        vectors.push(combined);
      }
    }
    return new NullSpace(vectors, this.vectors[pivot]);
  }
}

function sumWithin({ at, value }: SparseVector, within: ReadonlySet<number>): number {
  let sum = 0;
  for (let index = 0; index < at.length; index++) if (within.has(at[index]!)) sum += value[index]!;
  return sum;
}

/** The vector with a sum other than zero and the fewest entries, which keeps the others sparse; −1 for none. */
function sparsest(vectors: readonly SparseVector[], sums: readonly number[]): number {
  let best = -1;
  for (const [index, sum] of sums.entries())
    if (sum !== 0 && (best === -1 || vectors[index]!.at.length < vectors[best]!.at.length)) best = index;
  return best;
}

/** Whether a number is small enough that two of them can be added without rounding. */
export function isExact(value: number): boolean {
  return Math.abs(value) < EXACT / 2;
}

/** `a` times one vector plus `b` times another, without their common divisor; `undefined` when it is not exact. */
function combine(one: SparseVector, a: number, other: SparseVector, b: number): SparseVector | undefined {
  const sum = sumOf(one, a, other, b);
  if (!sum) return undefined;
  const divisor = sum.value.reduce((common, entry) => commonDivisor(common, Math.abs(entry)), 0);
  return divisor > 1 ? { at: sum.at, value: sum.value.map((entry) => entry / divisor) } : sum;
}

/** `a` times one vector plus `b` times another; `undefined` when it is not exact. */
export function sumOf(
  one: SparseVector,
  a: number,
  other: SparseVector,
  b: number,
): SparseVector | undefined {
  const at: number[] = [];
  const value: number[] = [];
  let left = 0;
  let right = 0;
  while (left < one.at.length || right < other.at.length) {
    const leftAt = one.at[left] ?? Infinity;
    const rightAt = other.at[right] ?? Infinity;
    const next = Math.min(leftAt, rightAt);
    const fromLeft = leftAt === next ? a * one.value[left++]! : 0;
    const fromRight = rightAt === next ? b * other.value[right++]! : 0;
    if (!isExact(fromLeft) || !isExact(fromRight)) return undefined;
    const sum = fromLeft + fromRight;
    if (sum === 0) continue;
    at.push(next);
    value.push(sum);
  }
  return { at, value };
}

function commonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
