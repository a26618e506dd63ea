import type { Audit, Auditor } from './audit.js';

/** Who was asked what: by place in lists. Sets of people are arrays of 0 and 1 by person. */
export interface LedgerInput {
  people: number;
  /** By group: its people. */
  groups: readonly Uint8Array[];
  /** By measure: who answered. */
  answered: readonly Uint8Array[];
  /** By index: its measures. */
  indexes: readonly (readonly number[])[];
  k: number;
  /** How many respondents, at most, pool their own answers. */
  colluders: number;
  audit: Audit;
}

/** The measures that the same people answered, with the same sets behind their indexes: one audit serves them all. */
interface Frame {
  auditor: Auditor;
  /** By person: the atom; −1 for those who did not answer. */
  atomOf: Int32Array;
  accepted: Map<string, boolean>;
}

/**
 * Which cells of a release may be shown, of measures and of indexes. Different measures have different unknowns, so
 * that each set of respondents is audited for itself; equal sets share the audit.
 *
 * An index joins measures: its sum over a group is the sum of its measures over those who answered them all. Beside the
 * sums of the measures over everyone who answered each, it can tell what a few people answered who left one out. So it
 * counts as if it showed each of its measures over those people, and all their audits must accept it. That is stricter
 * than needed and never too lax: whoever knows less can compute less.
 */
export class Ledger {
  readonly #input: LedgerInput;
  readonly #frames = new Map<string, Frame>();
  readonly #frameOf: Frame[];
  readonly #complete: Uint8Array[];

  constructor(input: LedgerInput) {
    this.#input = input;
    this.#complete = input.indexes.map((measures) => everyOne(measures.map((at) => input.answered[at]!)));
    this.#frameOf = input.answered.map((people, measure) => this.#frame(people, measure));
  }

  /** By index: who answered all its measures. */
  get complete(): readonly Uint8Array[] {
    return this.#complete;
  }

  /** Accepts a measure's figure of a group, or says no. */
  acceptMeasure(measure: number, group: number): boolean {
    const frame = this.#frameOf[measure]!;
    // Measures of one frame ask the same; the second of them is answered from memory.
    const key = `m${group}`;
    const known = frame.accepted.get(key);
    if (known !== undefined) return known;
    const people = this.#input.answered[measure]!;
    const accepted =
      this.#isLarge(people, group) && frame.auditor.accept(this.#row(frame, people, group), group);
    frame.accepted.set(key, accepted);
    return accepted;
  }

  /** Accepts an index's figure of a group, or says no. */
  acceptIndex(index: number, group: number): boolean {
    const people = this.#complete[index]!;
    if (!this.#isLarge(people, group)) return false;
    const frames = [...new Set(this.#input.indexes[index]!.map((measure) => this.#frameOf[measure]!))];
    const rows = frames.map((frame) => ({ frame, row: this.#row(frame, people, group) }));
    if (!rows.every(({ frame, row }) => frame.auditor.wouldAccept(row, group))) return false;
    for (const { frame, row } of rows) frame.auditor.accept(row, group);
    return true;
  }

  #frame(people: Uint8Array, measure: number): Frame {
    const { groups, indexes } = this.#input;
    const inside = [people];
    for (const [index, measures] of indexes.entries())
      if (measures.includes(measure)) inside.push(this.#complete[index]!);
    const sets = new Map(inside.map((set) => [set.join(''), set]));
    const key = [...sets.keys()].join('|');
    const existing = this.#frames.get(key);
    if (existing) return existing;
    const atoms = atomsOf(people, this.#telling([...sets.values()].slice(1)));
    const family = {
      ...atoms,
      groups: groups.map((group) => rowOf(atoms.atomOf, people, group)),
      people: groups.map((group) => commonPeople(people, group)),
      k: this.#input.k,
      colluders: this.#input.colluders,
    };
    const frame = { auditor: this.#input.audit(family), atomOf: atoms.atomOf, accepted: new Map() };
    this.#frames.set(key, frame);
    return frame;
  }

  /** What may tell people apart: a group that is too small to be shown adds no figure, and so no atoms. */
  #telling(more: readonly Uint8Array[]): Uint8Array[] {
    const { groups, k } = this.#input;
    return [...groups.filter((group) => commonPeople(group, group) >= k), ...more];
  }

  /** Counted in people: atoms do not tell groups apart that are too small. One more is needed for each who pools. */
  #isLarge(people: Uint8Array, group: number): boolean {
    const { groups, k, colluders } = this.#input;
    return commonPeople(people, groups[group]!) >= k + colluders;
  }

  #row(frame: Frame, people: Uint8Array, group: number): number[] {
    return rowOf(frame.atomOf, people, this.#input.groups[group]!);
  }
}

/** How many people are in both sets. */
function commonPeople(one: Uint8Array, other: Uint8Array): number {
  let people = 0;
  for (let person = 0; person < one.length; person++) people += one[person]! & other[person]!;
  return people;
}

/** The people who are in all sets. */
function everyOne(sets: readonly Uint8Array[]): Uint8Array {
  return sets[0]!.map((_, person) => (sets.every((set) => set[person] === 1) ? 1 : 0));
}

/** The atoms of these people: those whom none of the sets tells apart. */
export function atomsOf(
  people: Uint8Array,
  sets: readonly Uint8Array[],
): { atomOf: Int32Array; sizes: Int32Array } {
  const atomOf = new Int32Array(people.length).fill(-1);
  const bySignature = new Map<string, number>();
  const sizes: number[] = [];
  for (let person = 0; person < people.length; person++) {
    if (people[person] === 0) continue;
    let signature = '';
    for (const set of sets) signature += set[person];
    let atom = bySignature.get(signature);
    if (atom === undefined) {
      atom = sizes.length;
      bySignature.set(signature, atom);
      sizes.push(0);
    }
    sizes[atom]!++;
    atomOf[person] = atom;
  }
  return { atomOf, sizes: Int32Array.from(sizes) };
}

/** The atoms of the people who are in both sets. */
export function rowOf(atomOf: Int32Array, people: Uint8Array, group: Uint8Array): number[] {
  const row = new Set<number>();
  for (let person = 0; person < people.length; person++)
    if (people[person] === 1 && group[person] === 1) row.add(atomOf[person]!);
  return [...row].sort((a, b) => a - b);
}
