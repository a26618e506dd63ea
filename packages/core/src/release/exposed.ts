import { Inexact, KnownRows, type Row } from './known-rows.js';
import type { SparseVector } from './null-space.js';

/** Steps of one search; a plan that would need more has its group hidden, which is safe. */
const STEPS = 200_000;

/** What to look for: a union of 1 to k − 1 people whose sum follows, for some who pool what they know. */
export interface Search {
  /** People by atom. */
  sizes: ArrayLike<number>;
  k: number;
  /** How many respondents pool their own answers. */
  colluders: number;
  /** When given, only what has one of these atoms counts. */
  roots?: readonly number[];
}

/** What could be computed. */
export interface Exposure {
  /** The atoms of the union; up to as many people in it are colluders as are not in `pooled`. */
  union: readonly number[];
  /** Atoms that consist of colluders, whose sums are known by that. */
  pooled: readonly number[];
}

/**
 * Atoms whose sum could be computed, by some number of respondents who pool their answers, of fewer than k others;
 * `undefined` when there are none, `'unknown'` when the search gave up. `vectors` are a basis of what is not known.
 *
 * Exact: looked for are W and F, unions of atoms apart from each other, W not empty, F of at most `colluders` people, both
 * together of at most k − 1 + `colluders`, such that 1_W plus some multiples of the atoms of F adds up to zero over each
 * vector. The search is depth first. What is chosen does not add up to zero over some vector yet: so one of its atoms
 * must join W and push it back, or join F. When one joins F, its multiple can be anything, and the vectors that see it
 * are replaced by combinations that do not.
 */
export function exposedUnion(
  vectors: readonly SparseVector[],
  search: Search,
): Exposure | 'unknown' | undefined {
  const { sizes, k, colluders, roots = [...Array(sizes.length).keys()] } = search;
  const live = liveAtoms(vectors, search);
  const known = KnownRows.of(vectors, live);
  try {
    return new ExposureSearch(sizes, live).choose(known, new Map(), roots, k - 1 + colluders, colluders);
  } catch (error) {
    if (error instanceof TooLong || error instanceof Inexact) return 'unknown';
    throw error;
  }
}

/** Thrown when a search takes too many steps. */
class TooLong extends Error {}

/** One search. What it did not find when an atom took part, it does not look for again. */
class ExposureSearch {
  readonly #sizes: ArrayLike<number>;
  readonly #live: Uint8Array;
  readonly #union: number[] = [];
  readonly #pooled: number[] = [];
  readonly #notInUnion = new Set<number>();
  readonly #notPooled = new Set<number>();
  #steps = 0;

  constructor(sizes: ArrayLike<number>, live: Uint8Array) {
    this.#sizes = sizes;
    this.#live = live;
  }

  /**
   * One of these atoms joins what is chosen. `open`: the rows over which that does not add up to zero, with what it adds
   * up to. `left`: people who may still join; `pool`: of them those who may be colluders.
   */
  choose(
    known: KnownRows,
    open: Map<Row, number>,
    atoms: readonly number[],
    left: number,
    pool: number,
    pushesBack: (place: number) => boolean = () => true,
  ): Exposure | undefined {
    const joined: number[] = [];
    const pooled: number[] = [];
    let found: Exposure | undefined;
    for (const [place, atom] of atoms.entries()) {
      const size = this.#sizes[atom]!;
      if (this.#live[atom] === 0 || size > left || this.#isChosen(atom)) continue;
      if (pushesBack(place) && !this.#notInUnion.has(atom)) {
        found = this.#join(known, open, atom, left, pool);
        if (found) break;
        this.#notInUnion.add(atom);
        joined.push(atom);
      }
      if (size <= pool && !this.#notPooled.has(atom)) {
        found = this.#pool(known, open, atom, left, pool);
        if (found) break;
        this.#notPooled.add(atom);
        pooled.push(atom);
      }
    }
    for (const atom of joined) this.#notInUnion.delete(atom);
    for (const atom of pooled) this.#notPooled.delete(atom);
    return found;
  }

  #isChosen(atom: number): boolean {
    return this.#union.includes(atom) || this.#pooled.includes(atom);
  }

  #join(
    known: KnownRows,
    open: Map<Row, number>,
    atom: number,
    left: number,
    pool: number,
  ): Exposure | undefined {
    const size = this.#sizes[atom]!;
    // Nobody may join after this one: it must be exactly what is missing.
    if (left === size && !known.closes(open, atom)) return undefined;
    this.#union.push(atom);
    known.add(open, atom, 1);
    const found = this.#complete(known, open, left - size, pool);
    known.add(open, atom, -1);
    this.#union.pop();
    return found;
  }

  #pool(
    known: KnownRows,
    open: Map<Row, number>,
    atom: number,
    left: number,
    pool: number,
  ): Exposure | undefined {
    const size = this.#sizes[atom]!;
    // Nobody may join after this one: some multiple of it must be what is missing.
    if (left === size && !known.closesTimes(open, atom)) return undefined;
    const beside = known.beside(atom);
    // What is known already makes nothing follow that does not follow without it.
    if (!beside?.gone) return undefined;
    const rest = new Map<Row, number>();
    for (const one of this.#union) beside.add(rest, one, 1);
    this.#pooled.push(atom);
    const found =
      this.#union.length > 0
        ? this.#complete(beside, rest, left - size, pool - size)
        : this.choose(beside, rest, beside.gone.vector.at, left - size, pool - size);
    this.#pooled.pop();
    return found;
  }

  /** Goes on until nothing stands open: an atom of the narrowest row that does must join. */
  #complete(known: KnownRows, open: Map<Row, number>, left: number, pool: number): Exposure | undefined {
    if (open.size === 0) return { union: [...this.#union], pooled: [...this.#pooled] };
    if (left === 0) return undefined;
    if (++this.#steps > STEPS) throw new TooLong();
    let [narrowest] = open.keys();
    for (const row of open.keys()) if (row.width < narrowest!.width) narrowest = row;
    const { at, value } = narrowest!.vector;
    const sign = Math.sign(open.get(narrowest!)!);
    return this.choose(known, open, at, left, pool, (place) => Math.sign(value[place]!) !== sign);
  }
}

/**
 * By atom, whether it may take part at all: it is small enough, and in each vector something may balance it: a small
 * atom of the other sign, or one that may consist of colluders. Without those that fall others may fall too.
 */
function liveAtoms(vectors: readonly SparseVector[], { sizes, k, colluders }: Search): Uint8Array {
  const live = Uint8Array.from(sizes, (size) => (size <= k - 1 + colluders ? 1 : 0));
  let rows = vectors;
  for (let fell = true; fell;) {
    fell = false;
    const next: SparseVector[] = [];
    for (const vector of rows) {
      const here = vector.at.filter((atom) => live[atom] === 1);
      if (here.length === 0) continue;
      if (mayBalance(vector, live, sizes, colluders)) next.push(vector);
      else {
        for (const atom of here) live[atom] = 0;
        fell = true;
      }
    }
    rows = next;
  }
  return live;
}

/** Whether something in the vector may add up to zero. */
function mayBalance(
  { at, value }: SparseVector,
  live: Uint8Array,
  sizes: ArrayLike<number>,
  colluders: number,
): boolean {
  let [below, above, free, alive] = [false, false, false, 0];
  for (const [index, atom] of at.entries()) {
    if (live[atom] === 0) continue;
    alive++;
    if (value[index]! > 0) above = true;
    else below = true;
    if (sizes[atom]! <= colluders) free = true;
  }
  return (above && below) || (free && alive > 1);
}
