import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deferredAcceptance, type PreferenceProblem } from './deferred-acceptance.js';
import { integer, problemOf, randomFrom, smallProblem } from './test-instances.js';

function preferences(random: () => number): PreferenceProblem {
  const { rows, cols, capacity, indptr, indices } = smallProblem(random, 6);
  const most = random() < 0.5 ? 3 : 1000;
  const ranks = () => Int32Array.from(indices, () => integer(random, -most, most));
  return { rows, cols, capacity, indptr, indices, rowRank: ranks(), colRank: ranks() };
}

/** Each row's ranking of what it has: unmatched is worse than everything. Ties go by number, as documented. */
function fortune(
  { indptr, indices, rowRank }: PreferenceProblem,
  row: number,
  col: number,
): [number, number] {
  for (let edge = indptr[row]!; edge < indptr[row + 1]!; edge++)
    if (indices[edge] === col) return [rowRank[edge]!, col];
  return [Infinity, 0];
}

const isWeaklyBetter = (a: [number, number], b: [number, number]) =>
  a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);

/** Every stable match, by trying all. */
function stableMatches(problem: PreferenceProblem): Int32Array[] {
  const { rows, cols, capacity, indptr, indices } = problem;
  const found: Int32Array[] = [];
  const match = new Int32Array(rows).fill(-1);
  const load = new Int32Array(cols);
  const visit = (row: number): void => {
    if (row === rows) {
      if (isStable(problem, match)) found.push(match.slice());
      return;
    }
    match[row] = -1;
    visit(row + 1);
    for (let edge = indptr[row]!; edge < indptr[row + 1]!; edge++) {
      const col = indices[edge]!;
      if (load[col]! === capacity[col]!) continue;
      load[col]!++;
      match[row] = col;
      visit(row + 1);
      match[row] = -1;
      load[col]!--;
    }
  };
  visit(0);
  return found;
}

/** No pair would both rather have each other, when equal ranks go by number. */
function isStable(problem: PreferenceProblem, match: Int32Array): boolean {
  const { rows, capacity, indptr, indices, colRank } = problem;
  const rankOf = (row: number, col: number) => {
    for (let edge = indptr[row]!; edge < indptr[row + 1]!; edge++)
      if (indices[edge] === col) return colRank[edge]!;
    return Infinity;
  };
  for (let row = 0; row < rows; row++)
    for (let edge = indptr[row]!; edge < indptr[row + 1]!; edge++) {
      const col = indices[edge]!;
      const now = fortune(problem, row, match[row]!);
      if (match[row] === col || isWeaklyBetter(now, fortune(problem, row, col))) continue;
      const theirs = [...match.keys()].filter((other) => match[other] === col);
      const wants = theirs.some(
        (other) =>
          rankOf(other, col) > colRank[edge]! || (rankOf(other, col) === colRank[edge]! && other > row),
      );
      if (theirs.length < capacity[col]! || wants) return false;
    }
  return true;
}

describe('deferredAcceptance', () => {
  test('is the best stable match for the proposing side, and both are stable', () => {
    for (let seed = 1; seed <= 800; seed++) {
      const problem = preferences(randomFrom(seed));
      const all = stableMatches(problem);
      const byRows = deferredAcceptance(problem);
      const byCols = deferredAcceptance({ ...problem, proposing: 'cols' });
      assert.equal(byRows.blockingPairs, 0);
      for (const { match } of [byRows, byCols])
        assert.ok(
          all.some((stable) => stable.join() === match.join()),
          `seed ${seed}: ${match.join()} is not stable`,
        );
      for (const stable of all)
        for (let row = 0; row < problem.rows; row++) {
          const its = fortune(problem, row, stable[row]!);
          assert.ok(
            isWeaklyBetter(fortune(problem, row, byRows.match[row]!), its),
            `seed ${seed}, row ${row}`,
          );
          assert.ok(
            isWeaklyBetter(its, fortune(problem, row, byCols.match[row]!)),
            `seed ${seed}, row ${row}`,
          );
        }
    }
  });

  test('the same people are matched and columns filled whoever proposes (rural hospitals)', () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const problem = preferences(randomFrom(seed));
      const [byRows, byCols] = (['rows', 'cols'] as const).map((proposing) => {
        const { match } = deferredAcceptance({ ...problem, proposing });
        const load = new Int32Array(problem.cols);
        for (const col of match) if (col >= 0) load[col]!++;
        return { matched: [...match].map((col) => col >= 0), load: [...load] };
      });
      assert.deepEqual(byRows, byCols, `seed ${seed}`);
    }
  });

  test('sorts long lists too', () => {
    const cols = 300;
    const random = randomFrom(3);
    const edges = Array.from({ length: 200 }, () =>
      Array.from({ length: cols }, (_, col): [number, number] => [cols - 1 - col, 0]),
    );
    const { rows, capacity, indptr, indices } = problemOf(edges, new Array<number>(cols).fill(1), 0);
    const ranks = () => Int32Array.from(indices, () => integer(random, -(2 ** 31), 2 ** 31 - 1));
    const problem = { rows, cols, capacity, indptr, indices, rowRank: ranks(), colRank: ranks() };
    const byRows = deferredAcceptance(problem).match;
    const byCols = deferredAcceptance({ ...problem, proposing: 'cols' }).match;
    assert.ok(byRows.every((col) => col >= 0));
    for (let row = 0; row < rows; row++)
      assert.ok(isWeaklyBetter(fortune(problem, row, byRows[row]!), fortune(problem, row, byCols[row]!)));
  });
});
