import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assignDense } from './assign-dense.js';
import type { AssignmentProblem } from './problem.js';
import { bruteForce, faultsOf, integer, problemOf, randomFrom } from './test-instances.js';

/** A matrix of a size and kind chosen by the seed. */
function matrix(random: () => number, most: number, square: boolean) {
  const rows = integer(random, 0, most);
  const cols = square ? rows : integer(random, 0, most);
  const spread = [0, 1, 9, 100_000, 2 ** 28][integer(random, 0, 4)]!;
  const lowest = random() < 0.3 ? -spread : 0;
  return {
    rows,
    cols,
    cost: Int32Array.from({ length: rows * cols }, () => integer(random, lowest, spread)),
  };
}

function fullProblem(
  { rows, cols, cost }: { rows: number; cols: number; cost: Int32Array },
  capacity: readonly number[],
  unmatchedCost: number,
): AssignmentProblem {
  const edges = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: cols }, (_, col): [number, number] => [col, cost[row * cols + col]!]),
  );
  return problemOf(edges, capacity, unmatchedCost);
}

describe('assignDense', () => {
  test('matches everybody it can at the least total', () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const random = randomFrom(seed);
      const full = matrix(random, 6, seed % 2 === 0);
      const capacity = Array.from({ length: full.cols }, () => (seed % 2 === 0 ? 1 : integer(random, 0, 3)));
      const result = assignDense(full.cost, full.rows, full.cols, { capacity: Int32Array.from(capacity) });
      const places = capacity.reduce((a, b) => a + b, 0);
      const matched = full.cols === 0 ? 0 : Math.min(full.rows, places);
      const outside = 2 ** 40;
      const best = bruteForce({ ...fullProblem(full, capacity, 0), unmatchedCost: outside });
      assert.equal(result.matched, matched, `seed ${seed}`);
      assert.equal(result.total, best.total - outside * (full.rows - matched), `seed ${seed}`);
      assert.equal(result.gap, 0, `seed ${seed}`);
    }
  });

  test('with an unmatched cost, leaves out who would cost more', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const random = randomFrom(seed);
      const full = matrix(random, 6, false);
      const capacity = Array.from({ length: full.cols }, () => integer(random, 0, 3));
      const unmatchedCost = integer(random, -10, 60_000);
      const result = assignDense(full.cost, full.rows, full.cols, {
        capacity: Int32Array.from(capacity),
        unmatchedCost,
      });
      const problem = fullProblem(full, capacity, unmatchedCost);
      assert.deepEqual(faultsOf(problem, result), [], `seed ${seed}`);
      const { total, matched } = bruteForce(problem);
      assert.deepEqual([result.total, result.matched], [total, matched], `seed ${seed}`);
    }
  });

  test('the square method and the general one agree where there is too much to try', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed);
      const full = matrix(random, 60, true);
      const square = assignDense(full.cost, full.rows, full.cols);
      const most = full.cost.reduce((a, b) => Math.max(a, b), 0) + 1;
      const general = assignDense(full.cost, full.rows, full.cols, { unmatchedCost: most });
      assert.deepEqual([square.total, square.gap], [general.total, general.gap], `seed ${seed}`);
      assert.ok(square.prices.every((price) => price >= 0));
    }
  });

  test('Machol and Wien’s matrices have the optimum n(n+1)(n+2)/6', () => {
    for (const n of [1, 2, 3, 10, 50, 200, 400]) {
      const cost = Int32Array.from({ length: n * n }, (_, at) => (Math.floor(at / n) + 1) * ((at % n) + 1));
      const { total, gap, match } = assignDense(cost, n, n);
      assert.equal(total, (n * (n + 1) * (n + 2)) / 6);
      assert.equal(gap, 0);
      assert.deepEqual(
        [...match],
        Array.from({ length: n }, (_, row) => n - 1 - row),
      );
    }
  });

  test('copies of a column and its capacity come to the same', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomFrom(seed);
      const cols = integer(random, 1, 12);
      const own = Int32Array.from({ length: 5 * cols * cols }, () => integer(random, 0, 1000));
      const copies = Int32Array.from({ length: 25 * cols * cols }, (_, at) => {
        const row = Math.floor(at / (5 * cols));
        return own[row * cols + Math.floor((at % (5 * cols)) / 5)]!;
      });
      const shared = assignDense(own, 5 * cols, cols, { capacity: new Int32Array(cols).fill(5) });
      const copied = assignDense(copies, 5 * cols, 5 * cols);
      assert.deepEqual([shared.total, shared.gap], [copied.total, 0], `seed ${seed}`);
    }
  });
});
