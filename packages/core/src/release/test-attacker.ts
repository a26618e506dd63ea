/**
 * An attacker that shares no code with the audit: reads a release and the roster, writes down which sums are known,
 * solves, and tries every union of a few people. Knows all that rules and rounding hide from it: who answered what, and
 * every shown mean as an exact sum.
 */
import type { Cell, PanelInput, PanelRelease, SurveyInput, SurveyRelease } from './model.js';

/** Sets of people whose sum is known: 0 and 1 by person. */
export type KnownSums = number[][];

/** A prime near 2^26, so that products stay exact. */
const PRIME = 67_108_859;

function inverse(value: number): number {
  let [a, b, x, y] = [value, PRIME, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % PRIME) + PRIME) % PRIME;
}

/** Rows in echelon form with ones at the pivots and zeros above and below them. */
function reduced(rows: KnownSums): { rows: number[][]; pivots: number[] } {
  const done: number[][] = [];
  const pivots: number[] = [];
  for (const original of rows) {
    let row = original.slice();
    for (const [at, other] of done.entries()) {
      const factor = row[pivots[at]!]!;
      if (factor !== 0) row = row.map((value, column) => (value + (PRIME - factor) * other[column]!) % PRIME);
    }
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot === -1) continue;
    const scale = inverse(row[pivot]!);
    row = row.map((value) => (value * scale) % PRIME);
    for (const [at, other] of done.entries()) {
      const factor = other[pivot]!;
      if (factor !== 0)
        done[at] = other.map((value, column) => (value + (PRIME - factor) * row[column]!) % PRIME);
    }
    done.push(row);
    pivots.push(pivot);
  }
  return { rows: done, pivots };
}

/**
 * The smallest unions of 1 to k − 1 people whose sum follows from known sums; at most `most` of them. With `pooled`, of
 * what follows when the answers of these people are known too, unions without them.
 */
export function exposed(known: KnownSums, k: number, most = 1, pooled: readonly number[] = []): number[][] {
  const people = known[0]?.length ?? 0;
  const rows = [...known, ...pooled.map((person) => unit(people, person))];
  // People whom no known sum tells apart stand or fall together.
  const classes = new Map<string, number[]>();
  for (let person = 0; person < people; person++) {
    const signature = rows.map((row) => row[person]).join('');
    if (!signature.includes('1')) continue;
    classes.set(signature, [...(classes.get(signature) ?? []), person]);
  }
  const members = [...classes.values()];
  const { rows: solved, pivots } = reduced(rows.map((row) => members.map(([first]) => row[first!]!)));
  // The indicator of a union follows when it equals the combination that its pivot entries demand. Random weights on
  // the columns turn that into one number per class; only what adds up to zero is looked at as a whole.
  const weights = members.map((_, at) => Math.floor(((Math.sin(at + 1) + 1) / 2) * (PRIME - 1)) + 1);
  const weigh = (row: number[]) => row.reduce((sum, value, at) => (sum + value * weights[at]!) % PRIME, 0);
  const residue = members.map((_, at) => {
    const pivot = pivots.indexOf(at);
    return (((weights[at]! - (pivot === -1 ? 0 : weigh(solved[pivot]!))) % PRIME) + PRIME) % PRIME;
  });
  const small = members.flatMap((one, at) =>
    one.length < k && !one.some((person) => pooled.includes(person)) ? [at] : [],
  );
  const found: number[][] = [];
  const sizes = small.map((at) => members[at]!.length);
  const residues = small.map((at) => residue[at]!);
  const grow = (union: number[], from: number, left: number, sum: number): void => {
    for (let next = from; next < small.length && found.length < most; next++) {
      if (sizes[next]! > left) continue;
      const total = (sum + residues[next]!) % PRIME;
      union.push(small[next]!);
      if (total === 0 && follows(union, solved, pivots)) found.push(union.flatMap((one) => members[one]!));
      if (sizes[next]! < left) grow(union, next + 1, left - sizes[next]!, total);
      union.pop();
    }
  };
  grow([], 0, k - 1, 0);
  return found;
}

function follows(union: number[], solved: number[][], pivots: number[]): boolean {
  const combined = new Array<number>(solved[0]!.length).fill(0);
  for (const [at, row] of solved.entries())
    if (union.includes(pivots[at]!))
      for (const [column, value] of row.entries()) combined[column] = (combined[column]! + value) % PRIME;
  return combined.every((value, column) => value === (union.includes(column) ? 1 : 0));
}

function unit(people: number, person: number): number[] {
  return Array.from({ length: people }, (_, at) => (at === person ? 1 : 0));
}

/** The sums of a question that a release of a survey shows; an index counts for each of its questions. */
export function knownSums(input: SurveyInput, release: SurveyRelease, question: string): KnownSums {
  const indexes = input.indexes.filter(({ measures }) => measures.includes(question));
  const asked = [{ id: question, measures: [question] }, ...indexes];
  return input.groups.flatMap(({ id: group }) =>
    asked.flatMap(({ id, measures }) =>
      release.cells[group]![id]!.shown
        ? [
            input.respondents.map(({ groups, values }) =>
              (group === 'all' || groups.includes(group)) && measures.every((one) => one in values) ? 1 : 0,
            ),
          ]
        : [],
    ),
  );
}

/** The same for a panel. */
export function knownPanelSums(input: PanelInput, release: PanelRelease, question: string): KnownSums {
  const classes = [...release.classes, ...(release.all ? [release.all] : [])];
  const asked = [
    { id: question, measures: [question] },
    ...input.indexes.filter(({ measures }) => measures.includes(question)),
  ];
  return classes.flatMap(({ relations, cells }) =>
    asked.flatMap(({ id, measures }) =>
      (cells[id] as Cell).shown // Every measure and index has a cell.
        ? [
            input.respondents.map(({ groups, values }) =>
              relations.includes(groups[0]!) && measures.every((one) => one in values) ? 1 : 0,
            ),
          ]
        : [],
    ),
  );
}

/**
 * The same question answered by trying everything with fractions of whole numbers: whether an indicator over columns
 * is a combination of rows. Slow, exact, and simple.
 */
export function followsExactly(rows: number[][], wanted: number[]): boolean {
  const columns = wanted.map((_, column) => rows.map((row) => BigInt(row[column]!)));
  // Each column is an equation: the combination of rows must give what is wanted there.
  const equations = columns.map((coefficients, column) => [...coefficients, BigInt(wanted[column]!)]);
  let rank = 0;
  for (let unknown = 0; unknown < rows.length; unknown++) {
    const pivot = equations.findIndex((one, at) => at >= rank && one[unknown] !== 0n);
    if (pivot === -1) continue;
    [equations[rank], equations[pivot]] = [equations[pivot]!, equations[rank]!];
    const lead = equations[rank]!;
    for (const [at, one] of equations.entries())
      if (at !== rank && one[unknown] !== 0n) {
        const factor = one[unknown]!;
        equations[at] = one.map((value, place) => value * lead[unknown]! - lead[place]! * factor);
      }
    rank++;
  }
  return equations.slice(rank).every((one) => one.at(-1) === 0n);
}
