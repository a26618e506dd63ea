/** A prime below 2^26, so that products of residues are exact numbers. */
const PRIME = 67_108_859;

function inverse(value: number): number {
  let [a, b, x, y] = [value, PRIME, 1, 0];
  while (b !== 0) {
    const times = Math.floor(a / b);
    [a, b] = [b, a - times * b];
    [x, y] = [y, x - times * y];
  }
  return ((x % PRIME) + PRIME) % PRIME;
}

/** Known sums as a basis of rows, each with the column where it leads. */
export class Basis {
  readonly #rows: { lead: number; row: number[] }[] = [];

  constructor(rows: readonly (readonly number[])[] = []) {
    for (const row of rows) this.add(row);
  }

  add(row: readonly number[]): void {
    const rest = this.#reduced(row);
    const lead = rest.findIndex((value) => value !== 0);
    if (lead === -1) return;
    const scale = inverse(rest[lead] ?? 1);
    this.#rows.push({ lead, row: rest.map((value) => (value * scale) % PRIME) });
  }

  /** Whether a sum follows from the known ones. */
  has(row: readonly number[]): boolean {
    return this.#reduced(row).every((value) => value === 0);
  }

  #reduced(row: readonly number[]): number[] {
    const rest = [...row];
    for (const { lead, row: known } of this.#rows) {
      const factor = rest[lead] ?? 0;
      if (factor !== 0)
        for (const [at, value] of known.entries())
          rest[at] = ((((rest[at] ?? 0) - factor * value) % PRIME) + PRIME) % PRIME;
    }
    return rest;
  }
}

/** People whom no group of the plan tells apart. */
export interface Atom {
  people: string[];
  groups: string;
}

/** Cuts people by the groups they are in. */
export function atomsOf(people: readonly string[], groupsOf: (id: string) => readonly string[]): Atom[] {
  const atoms = new Map<string, Atom>();
  for (const id of people) {
    const groups = [...groupsOf(id)].sort().join('|');
    const atom = atoms.get(groups) ?? { people: [], groups };
    atom.people.push(id);
    atoms.set(groups, atom);
  }
  return [...atoms.values()];
}

/** Every union of atoms that holds from one to `most` people. */
export function* smallUnions(
  atoms: readonly Atom[],
  most: number,
  from = 0,
  chosen: readonly number[] = [],
): Iterable<readonly number[]> {
  for (let at = from; at < atoms.length; at++) {
    const size = atoms[at]?.people.length ?? 0;
    if (size === 0 || size > most) continue;
    const union = [...chosen, at];
    yield union;
    yield* smallUnions(atoms, most - size, at + 1, union);
  }
}

/** Kendall’s τ between a list of numbers and their natural order. */
export function kendall(list: readonly number[]): number {
  let balance = 0;
  for (const [at, one] of list.entries())
    for (const other of list.slice(at + 1)) balance += Math.sign(other - one);
  return (2 * balance) / (list.length * (list.length - 1));
}
