import { exposedUnion } from './exposed.js';
import { NullSpace } from './null-space.js';

/** Decides which sums may be known, one after the other. What it has accepted stays. */
export interface Auditor {
  /**
   * Whether the sum over these atoms may be known beside all that were accepted; if so, it is from now on. `group` is
   * whose sum it is.
   */
  accept(row: readonly number[], group: number): boolean;
  /** Whether `accept` would say yes. */
  wouldAccept(row: readonly number[], group: number): boolean;
}

/** What an audit is made for. */
export interface AuditFamily {
  /** People by atom: those whom no group of the plan tells apart. */
  sizes: Int32Array;
  /** By group of the plan: the atoms that it consists of. */
  groups: readonly (readonly number[])[];
  /** By group of the plan: how many people it has. A group below k shares its atoms with others. */
  people: readonly number[];
  k: number;
  /** How many respondents, at most, pool their own answers with what they read. */
  colluders: number;
}

/** Makes an auditor; tests and the battery also have others, to show what those miss. */
export type Audit = (family: AuditFamily) => Auditor;

/**
 * The audit of row spans: a sum is accepted unless some union of 1 to k − 1 people would have a sum that follows from
 * those accepted. Who knows several sums can add and subtract multiples of them: what follows is their row span. All
 * vectors in it are constant on atoms, so that only unions of atoms can be exposed.
 *
 * Respondents know more sums: their own answers, and up to m of them (`colluders`) may tell each other. A union U of
 * people none of whom is one of these r is exposed to them when 1_U + Σ c_r·e_r is in the span for some numbers c_r.
 * - Some of an atom are colluders and some are not: what stands at the others of the atom stands at the colluders too,
 *   1 (they are in U) or 0.
 * - All of an atom are colluders: what stands there can be anything, the same for all of them.
 * So let F be the atoms that consist of colluders, f people, and W the atoms at whose others stands 1: all of U, and the
 * colluders in the same atoms, of whom there are up to m − f. U is exposed to them when 1_W plus some multiples of the
 * atoms of F is in the span. Anybody may be a colluder: so W is of danger exactly when it has 1 to k − 1 + m − f people.
 * - Nobody pools, m = 0: W of 1 to k − 1 people, as above.
 * - A reader who answered, m = 1: no W of up to k people may follow, one more than without readers; nor one of up to
 *   k − 1 people when the answer of a reader who is an atom is known. Two groups {r} ∪ X and U ∪ X of any size have the
 *   difference 1_U − e_r, which a larger k alone does not stop.
 * - Two who pool, m = 2: no W of up to k + 1 people; none of up to k when the answer of anybody who is an atom is known;
 *   none of up to k − 1 when two such answers are, or the sum of an atom of two.
 */
export const spanAudit: Audit = ({ sizes, k, colluders }) => new SpanAuditor(sizes, k, colluders);

class SpanAuditor implements Auditor {
  readonly #sizes: Int32Array;
  readonly #k: number;
  readonly #colluders: number;
  #known: NullSpace;

  constructor(sizes: Int32Array, k: number, colluders: number) {
    this.#sizes = sizes;
    this.#k = k;
    this.#colluders = colluders;
    this.#known = NullSpace.whole(sizes.length);
  }

  accept(row: readonly number[]): boolean {
    const next = this.#next(row);
    if (next) this.#known = next;
    return next !== undefined;
  }

  wouldAccept(row: readonly number[]): boolean {
    return this.#next(row) !== undefined;
  }

  #next(row: readonly number[]): NullSpace | undefined {
    const people = row.reduce((sum, atom) => sum + this.#sizes[atom]!, 0);
    if (people < this.#k + this.#colluders) return undefined;
    const next = this.#known.with(row);
    // What followed already tells nothing new.
    if (!next || next === this.#known) return next;
    return this.#exposes(next) ? undefined : next;
  }

  /** Nothing was exposed before: what is exposed now does not add up to zero over the vector that was given up. */
  #exposes({ vectors, given }: NullSpace): boolean {
    const search = { sizes: this.#sizes, k: this.#k, colluders: this.#colluders };
    return exposedUnion(vectors, given ? { ...search, roots: given.at } : search) !== undefined;
  }
}
