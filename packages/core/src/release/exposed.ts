import { combine, type SparseVector } from './null-space.js';

/** Steps of one search; a plan that would need more has its group hidden, which is safe. */
const STEPS = 200_000;

/** What to look for: unions of atoms whose sum follows from what is known. */
export interface Search {
  /** People by atom. */
  sizes: ArrayLike<number>;
  /** Unions of at most so many people count. */
  most: number;
  /** An atom that must not be part of the union. */
  without?: number;
  /** When given, only unions with one of these atoms count. */
  roots?: readonly number[];
}

/**
 * Atoms whose vectors in the null space add up to zero, of `most` people or fewer together: their sum can be computed.
 * `undefined` when there are none, `'unknown'` when the search gave up. Exact: every vector is compared as it is, and
 * hashes only say where to look.
 */
export function exposedUnion(
  vectors: readonly SparseVector[],
  search: Search,
): readonly number[] | 'unknown' | undefined {
  return new UnionSearch(vectors, search).run();
}

/**
 * Whether somebody who knows the answer of one atom of one person, and nothing else beside, could compute the sum of a
 * union without that atom. That is so when the union's sum plus some multiple of the known answer follows; we take
 * the known answer out of the null space and look again, only at unions that this changes something for.
 */
export function exposedTo(
  reader: number,
  vectors: readonly SparseVector[],
  search: Search,
): readonly number[] | 'unknown' | undefined {
  const touching = vectors.filter((vector) => vector.at.includes(reader));
  const valueAt = (vector: SparseVector) => vector.value[vector.at.indexOf(reader)]!;
  const small = (vector: SparseVector) =>
    vector.at.filter((atom) => atom !== reader && search.sizes[atom]! <= search.most);
  let roots: readonly number[] | undefined;
  let pivot: SparseVector | undefined;
  for (const vector of touching) {
    const beside = small(vector);
    // Nothing small can balance the known answer in this vector, so that it takes part in no union.
    if (beside.length === 0) return undefined;
    if (!roots || beside.length < roots.length) [roots, pivot] = [beside, vector];
  }
  if (!pivot || !roots) return undefined;
  const rest: SparseVector[] = [];
  for (const vector of vectors) {
    if (vector === pivot) continue;
    const without = touching.includes(vector)
      ? combine(vector, valueAt(pivot), pivot, -valueAt(vector))
      : vector;
    if (!without) return 'unknown';
    rest.push(without);
  }
  return exposedUnion(rest, { ...search, without: reader, roots });
}

/** What stands in one vector, of the atoms that still matter. */
interface Entry {
  atom: number;
  value: number;
}

/** One search, depth first: the next atom must balance a vector that does not add up to zero yet. */
class UnionSearch {
  readonly #sizes: ArrayLike<number>;
  readonly #most: number;
  readonly #roots: readonly number[] | undefined;
  /** By vector: its atoms that may take part. */
  readonly #rows: Entry[][] = [];
  /** By atom that may take part: the vectors that see it. */
  readonly #columns = new Map<number, { row: number; value: number }[]>();
  /** By atom: a sum over its column that is linear, so that a union of hash 0 is worth a look. */
  readonly #hash = new Map<number, number>();
  readonly #byHash = new Map<number, number[]>();
  readonly #blocked = new Set<number>();
  readonly #residual: Float64Array;
  readonly #chosen: number[] = [];
  #open = 0;
  #steps = 0;

  constructor(vectors: readonly SparseVector[], search: Search) {
    this.#sizes = search.sizes;
    this.#most = search.most;
    this.#roots = search.roots;
    const live = balanced(vectors, search);
    for (const [atom, alive] of live.entries()) if (alive) this.#columns.set(atom, []);
    if (this.#columns.size > 0)
      for (const { at, value } of vectors) {
        const row: Entry[] = [];
        for (let index = 0; index < at.length; index++) {
          const atom = at[index]!;
          if (live[atom] === 0) continue;
          row.push({ atom, value: value[index]! });
          this.#columns.get(atom)!.push({ row: this.#rows.length, value: value[index]! });
        }
        if (row.length > 0) this.#rows.push(row);
      }
    this.#residual = new Float64Array(this.#rows.length);
    this.#hashColumns();
  }

  run(): readonly number[] | 'unknown' | undefined {
    for (const atom of this.#roots ?? this.#columns.keys()) {
      if (!this.#columns.has(atom)) continue;
      this.#add(atom, 1);
      const found = this.#complete(this.#most - this.#sizes[atom]!, this.#hash.get(atom)!);
      if (found) return found;
      this.#add(atom, -1);
      this.#blocked.add(atom);
    }
    return undefined;
  }

  #hashColumns(): void {
    for (const [atom, column] of this.#columns) {
      let hash = 0;
      for (const { row, value } of column) hash = (hash + Math.imul(value | 0, mixed(row))) | 0;
      this.#hash.set(atom, hash);
      const same = this.#byHash.get(hash);
      if (same) same.push(atom);
      else this.#byHash.set(hash, [atom]);
    }
  }

  /** Looks for atoms of at most `left` people that balance what is chosen; `hash` is the hash of what is chosen. */
  #complete(left: number, hash: number): readonly number[] | 'unknown' | undefined {
    if (this.#open === 0) return [...this.#chosen];
    if (++this.#steps > STEPS) return 'unknown';
    for (const atom of this.#byHash.get(-hash | 0) ?? [])
      if (this.#mayAdd(atom, left) && this.#balances(atom)) return [...this.#chosen, atom];
    if (left < 2) return undefined;
    const row = this.#narrowest();
    const sign = Math.sign(this.#residual[row]!);
    const tried: number[] = [];
    let found: readonly number[] | 'unknown' | undefined;
    for (const { atom, value } of this.#rows[row]!) {
      if (Math.sign(value) === sign || !this.#mayAdd(atom, left - 1)) continue;
      this.#add(atom, 1);
      found = this.#complete(left - this.#sizes[atom]!, (hash + this.#hash.get(atom)!) | 0);
      this.#add(atom, -1);
      if (found) break;
      this.#blocked.add(atom);
      tried.push(atom);
    }
    for (const atom of tried) this.#blocked.delete(atom);
    return found;
  }

  #mayAdd(atom: number, left: number): boolean {
    return this.#sizes[atom]! <= left && !this.#blocked.has(atom) && !this.#chosen.includes(atom);
  }

  /** Whether the atom's column is exactly what is missing. */
  #balances(atom: number): boolean {
    let closed = 0;
    for (const { row, value } of this.#columns.get(atom)!) {
      if (this.#residual[row] !== -value) return false;
      closed++;
    }
    return closed === this.#open;
  }

  #add(atom: number, sign: 1 | -1): void {
    if (sign === 1) this.#chosen.push(atom);
    else this.#chosen.pop();
    for (const { row, value } of this.#columns.get(atom)!) {
      const before = this.#residual[row]!;
      const after = before + sign * value;
      this.#residual[row] = after;
      if (before === 0) this.#open++;
      if (after === 0) this.#open--;
    }
  }

  /** Of the vectors that do not add up to zero, the one with the fewest atoms. */
  #narrowest(): number {
    let best = -1;
    for (const atom of this.#chosen)
      for (const { row } of this.#columns.get(atom)!)
        if (this.#residual[row] !== 0 && (best === -1 || this.#rows[row]!.length < this.#rows[best]!.length))
          best = row;
    return best;
  }
}

/**
 * By atom, whether it may take part in a union at all: it is small enough, and in each vector something of the other
 * sign may balance it. Without those that fall others may fall too.
 */
function balanced(vectors: readonly SparseVector[], { sizes, most, without }: Search): Uint8Array {
  const live = Uint8Array.from(sizes, (size, atom) => (size <= most && atom !== without ? 1 : 0));
  let rows = vectors;
  for (let fell = true; fell;) {
    fell = false;
    const next: SparseVector[] = [];
    for (const vector of rows) {
      const signs = signsOf(vector, live);
      if (signs === 3) next.push(vector);
      if (signs === 1 || signs === 2) {
        for (const atom of vector.at) live[atom] = 0;
        fell = true;
      }
    }
    rows = next;
  }
  return live;
}

/** 1 for positive numbers at living atoms, 2 for negative ones, 3 for both, 0 for none. */
function signsOf({ at, value }: SparseVector, live: Uint8Array): number {
  let signs = 0;
  for (let index = 0; index < at.length && signs !== 3; index++)
    if (live[at[index]!] === 1) signs |= value[index]! > 0 ? 1 : 2;
  return signs;
}

/** A fixed odd number per vector that looks random. */
function mixed(row: number): number {
  let state = Math.imul(row + 1, 0x9e3779b1);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) | 1;
}
