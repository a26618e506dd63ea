import { exposedTo, exposedUnion } from './exposed.js';
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
  /** True when respondents are among the readers. */
  readersAnswer: boolean;
}

/** Makes an auditor; tests and the battery also have others, to show what those miss. */
export type Audit = (family: AuditFamily) => Auditor;

/**
 * The audit of row spans: a sum is accepted unless some union of 1 to k − 1 people would have a sum that follows from
 * those accepted. Who knows several sums can add and subtract multiples of them: what follows is their row span. All
 * vectors in it are constant on atoms, so that only unions of atoms can be exposed.
 *
 * With readers who answered (`readersAnswer`), a reader r knows one more sum: the own answer. A union U without r is
 * exposed to r when 1_U + c·e_r is in the span for some number c.
 * - r in an atom of several people: c is what stands at the others of the atom, so that c is 1 (they are in U) or 0.
 *   c = 0 is the case without readers. c = 1 means that U with r is a union of atoms of at most k people, and its sum
 *   follows. So no union of up to k people may follow, one more than without readers, and no group have fewer than
 *   k + 1. That is exact: in a union of 2 to k people everyone learns the sum of the others, fewer than k.
 * - r an atom of its own: c can be anything. Two groups {r} ∪ X and U ∪ X of any size have the difference 1_U − e_r,
 *   which k + 1 alone does not stop. So for each such r the answer of r is taken as known and unions are searched again.
 */
export const spanAudit: Audit = ({ sizes, k, readersAnswer }) => new SpanAuditor(sizes, k, readersAnswer);

class SpanAuditor implements Auditor {
  readonly #sizes: Int32Array;
  readonly #k: number;
  readonly #readersAnswer: boolean;
  #known: NullSpace;

  constructor(sizes: Int32Array, k: number, readersAnswer: boolean) {
    this.#sizes = sizes;
    this.#k = k;
    this.#readersAnswer = readersAnswer;
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
    if (people < (this.#readersAnswer ? this.#k + 1 : this.#k)) return undefined;
    const next = this.#known.with(row);
    // What followed already tells nothing new.
    if (!next || next === this.#known) return next;
    return this.#exposes(next) ? undefined : next;
  }

  #exposes({ vectors }: NullSpace): boolean {
    const sizes = this.#sizes;
    const most = this.#readersAnswer ? this.#k : this.#k - 1;
    if (exposedUnion(vectors, { sizes, most })) return true;
    if (!this.#readersAnswer) return false;
    for (const [atom, size] of sizes.entries())
      if (size === 1 && exposedTo(atom, vectors, { sizes, most: this.#k - 1 })) return true;
    return false;
  }
}
