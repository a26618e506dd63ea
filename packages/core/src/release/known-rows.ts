import { isExact, sumOf, type SparseVector } from './null-space.js';

/** Thrown where whole numbers would no longer be exact. */
export class Inexact extends Error {}

/** A vector over which whatever is computed adds up to zero. Combined ones are written out when they are looked at. */
export class Row {
  /** How many atoms it sees; of those that are combined: at most. */
  readonly width: number;
  #vector: SparseVector | undefined;
  readonly #make: () => SparseVector | undefined;

  constructor(width: number, make: () => SparseVector | undefined) {
    this.width = width;
    this.#make = make;
  }

  get vector(): SparseVector {
    this.#vector ??= this.#make();
    if (!this.#vector) throw new Inexact();
    return this.#vector;
  }
}

interface Entry {
  row: Row;
  value: number;
}

/** What is known of an atom beside: the row that it takes away, and the rows that it changes, with what they become. */
interface Known {
  pivot: Entry;
  changed: ReadonlyMap<Row, { value: number; row: Row }>;
}

/**
 * The rows of a null space, by the atoms that they see. When the sum of an atom is known beside, the rows that see it
 * are replaced by combinations that do not: each `a` times itself plus `b` times one of them, which is gone.
 */
export class KnownRows {
  readonly #columns: Map<number, readonly Entry[]>;
  readonly #before: KnownRows | undefined;
  readonly #known: Known | undefined;
  readonly #beside = new Map<number, KnownRows | undefined>();

  private constructor(columns: Map<number, readonly Entry[]>, before?: KnownRows, known?: Known) {
    this.#columns = columns;
    this.#before = before;
    this.#known = known;
  }

  /** These vectors, as far as living atoms go. */
  static of(vectors: readonly SparseVector[], live: Uint8Array): KnownRows {
    const columns = new Map<number, Entry[]>();
    for (const vector of vectors) {
      const places = [...vector.at.keys()].filter((place) => live[vector.at[place]!] === 1);
      const at = places.map((place) => vector.at[place]!);
      const seen = { at, value: places.map((place) => vector.value[place]!) };
      const row = new Row(at.length, () => seen);
      for (const [place, atom] of at.entries()) {
        const entry = { row, value: seen.value[place]! };
        const column = columns.get(atom);
        if (column) column.push(entry);
        else columns.set(atom, [entry]);
      }
    }
    return new KnownRows(columns);
  }

  /** The row that is gone since the last atom is known; the atom is among those that it sees. */
  get gone(): Row | undefined {
    return this.#known?.pivot.row;
  }

  /** Adds an atom, or with −1 takes it away, to what stands open: rows and what they add up to, unless that is 0. */
  add(open: Map<Row, number>, atom: number, sign: 1 | -1): void {
    for (const { row, value } of this.#column(atom)) {
      const sum = exact((open.get(row) ?? 0) + sign * value);
      if (sum === 0) open.delete(row);
      else open.set(row, sum);
    }
  }

  /** Whether nothing stands open once this atom is added. */
  closes(open: ReadonlyMap<Row, number>, atom: number): boolean {
    const column = this.#column(atom);
    return column.length === open.size && column.every(({ row, value }) => open.get(row) === -value);
  }

  /** Whether nothing stands open once some multiple of this atom is added. */
  closesTimes(open: ReadonlyMap<Row, number>, atom: number): boolean {
    const column = this.#column(atom);
    const [first] = column;
    if (column.length !== open.size || !first) return column.length === open.size;
    const sum = open.get(first.row) ?? 0;
    return column.every(({ row, value }) => exact((open.get(row) ?? 0) * first.value) === exact(sum * value));
  }

  /** The rows once the atom's sum is known too; `undefined` when no row sees it. */
  beside(atom: number): KnownRows | undefined {
    // Kept for the first of them alone, which are asked for again and again; of pairs there are too many.
    if (this.#before) return this.#withKnown(atom);
    if (!this.#beside.has(atom)) this.#beside.set(atom, this.#withKnown(atom));
    return this.#beside.get(atom);
  }

  #withKnown(atom: number): KnownRows | undefined {
    const seeing = this.#column(atom);
    const [first] = seeing;
    if (!first) return undefined;
    const pivot = seeing.reduce((best, one) => (one.row.width < best.row.width ? one : best), first);
    const changed = new Map<Row, { value: number; row: Row }>();
    for (const { row, value } of seeing)
      if (row !== pivot.row) {
        const make = () => sumOf(row.vector, pivot.value, pivot.row.vector, -value);
        changed.set(row, { value, row: new Row(row.width + pivot.row.width - 2, make) });
      }
    return new KnownRows(new Map(), this, { pivot, changed });
  }

  #column(atom: number): readonly Entry[] {
    let column = this.#columns.get(atom);
    if (!column) {
      column = this.#before && this.#known ? combined(this.#before.#column(atom), this.#known) : [];
      this.#columns.set(atom, column);
    }
    return column;
  }
}

/** The column of an atom in the rows that are left. */
function combined(column: readonly Entry[], { pivot, changed }: Known): Entry[] {
  const own = new Map(column.map(({ row, value }) => [row, value]));
  const onPivot = own.get(pivot.row) ?? 0;
  const entries = column.filter(({ row }) => row !== pivot.row && !changed.has(row));
  for (const [before, { value: known, row }] of changed) {
    const value = exact(pivot.value * (own.get(before) ?? 0)) - exact(known * onPivot);
    if (value !== 0) entries.push({ row, value });
  }
  return entries;
}

function exact(value: number): number {
  if (!isExact(value)) throw new Inexact();
  return value;
}
