import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assign } from './assign.js';
import type { AssignmentProblem } from './problem.js';
import { solve, type Method } from './solve.js';
import {
  bruteForce,
  edgesOf,
  ended,
  faultsOf,
  integer,
  problemOf,
  randomFrom,
  smallProblem,
} from './test-instances.js';

const SEEDS = 1500;

/** Runs a check on many small instances; a failure names its seed. */
function forSeeds(count: number, check: (random: () => number, seed: number) => void): void {
  for (let seed = 1; seed <= count; seed++)
    try {
      check(randomFrom(seed), seed);
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
}

function outsideOf({ rows, unmatchedCost }: AssignmentProblem): number[] {
  return typeof unmatchedCost === 'number' ? new Array<number>(rows).fill(unmatchedCost) : [...unmatchedCost];
}

describe('assign', () => {
  for (const method of ['chosen', 'searches', 'auction'] satisfies Method[])
    test(`equals trying everything, with proof (${method})`, () => {
      forSeeds(SEEDS, (random) => {
        const problem = smallProblem(random);
        const result = ended(solve(problem, {}, method));
        const { total, matched } = bruteForce(problem);
        assert.deepEqual(faultsOf(problem, result), []);
        assert.deepEqual({ total: result.total, matched: result.matched }, { total, matched });
      });
    });

  test('searches and the auction agree where there is too much to try', () => {
    forSeeds(150, (random) => {
      const problem = middleProblem(random);
      const searched = ended(solve(problem, {}, 'searches'));
      const auctioned = ended(solve(problem, {}, 'auction'));
      assert.deepEqual(faultsOf(problem, searched), []);
      assert.deepEqual(faultsOf(problem, auctioned), []);
      assert.equal(auctioned.total, searched.total);
      assert.equal(auctioned.matched, searched.matched);
      assert.equal(assign(problem).total, searched.total);
    });
  });

  test('costs at both ends of the range are exact', () => {
    const most = 2 ** 30 - 1;
    const problem = problemOf(
      [
        [
          [0, -most],
          [1, most],
        ],
        [
          [0, -most],
          [1, -most + 1],
        ],
        [[0, most]],
      ],
      [1, 1],
      most,
    );
    for (const method of ['chosen', 'searches', 'auction'] satisfies Method[]) {
      const result = ended(solve(problem, {}, method));
      assert.deepEqual(faultsOf(problem, result), []);
      assert.equal(result.total, -most + (-most + 1) + most);
    }
  });

  test('the order of rows, of edges and the numbers of columns change neither total nor count', () => {
    forSeeds(SEEDS, (random) => {
      const problem = smallProblem(random);
      const { total, matched } = assign(problem);
      const rows = shuffled(random, [...edgesOf(problem).keys()]);
      const cols = shuffled(random, [...problem.capacity.keys()]);
      const edges = edgesOf(problem);
      const outside = outsideOf(problem);
      const permuted = assign(
        problemOf(
          rows.map((row) =>
            shuffled(
              random,
              edges[row]!.map(([col, cost]): [number, number] => [cols.indexOf(col), cost]),
            ),
          ),
          cols.map((col) => problem.capacity[col]!),
          rows.map((row) => outside[row]!),
        ),
      );
      assert.deepEqual([permuted.total, permuted.matched], [total, matched]);
    });
  });

  test('a constant on one row and its unmatched cost shifts the total by it; a factor scales it', () => {
    forSeeds(SEEDS, (random) => {
      const problem = smallProblem(random);
      if (problem.rows === 0) return;
      const { total, matched } = assign(problem);
      const chosen = integer(random, 0, problem.rows - 1);
      const by = integer(random, -1000, 1000);
      const shifted = assign(
        problemOf(
          edgesOf(problem).map((row, at) =>
            row.map(([col, cost]) => [col, at === chosen ? cost + by : cost]),
          ),
          [...problem.capacity],
          outsideOf(problem).map((cost, at) => (at === chosen ? cost + by : cost)),
        ),
      );
      assert.deepEqual([shifted.total, shifted.matched], [total + by, matched]);
      const outside = Int32Array.from(outsideOf(problem), (cost) => 2 * cost);
      const scaled = assign({
        ...problem,
        cost: problem.cost.map((cost) => 2 * cost),
        unmatchedCost: outside,
      });
      assert.deepEqual([scaled.total, scaled.matched], [2 * total, matched]);
    });
  });

  test('more places and more edges never cost more; dearer absence never leaves more out', () => {
    forSeeds(SEEDS, (random) => {
      const problem = smallProblem(random);
      const { total, matched } = assign(problem);
      const edges = edgesOf(problem);
      const roomier = assign({
        ...problem,
        capacity: problem.capacity.map((p) => p + integer(random, 0, 1)),
      });
      assert.ok(roomier.total <= total);
      const fuller = edges.map((row) => {
        const missing = [...problem.capacity.keys()].filter((col) => !row.some(([other]) => other === col));
        return missing.length === 0 ? row : [...row, [missing[0]!, integer(random, 0, 9)] as const];
      });
      assert.ok(assign(problemOf(fuller, [...problem.capacity], outsideOf(problem))).total <= total);
      const poorer = edges.map((row) => row.filter(() => random() < 0.8));
      assert.ok(assign(problemOf(poorer, [...problem.capacity], outsideOf(problem))).total >= total);
      const by = integer(random, 0, 20);
      const dearer = outsideOf(problem).map((cost) => cost + by);
      assert.ok(assign(problemOf(edges, [...problem.capacity], dearer)).matched >= matched);
    });
  });

  test('the price of a column is an upper bound of what one more place saves', () => {
    forSeeds(SEEDS, (random) => {
      const problem = smallProblem(random);
      if (problem.cols === 0) return;
      const { total, prices } = assign(problem);
      const chosen = integer(random, 0, problem.cols - 1);
      const capacity = problem.capacity.map((places, col) => (col === chosen ? places + 1 : places));
      assert.ok(total - assign({ ...problem, capacity }).total <= prices[chosen]!);
    });
  });

  test('the price of a column without places is what its first place would be worth at these prices', () => {
    forSeeds(SEEDS, (random) => {
      const problem = smallProblem(random);
      const { match, prices } = assign(problem);
      const worth = new Array<number>(problem.cols).fill(0);
      const outside = outsideOf(problem);
      edgesOf(problem).forEach((edges, row) => {
        const own = edges.find(([col]) => col === match[row]);
        const pays = own ? own[1] + prices[own[0]]! : outside[row]!;
        for (const [col, cost] of edges) worth[col] = Math.max(worth[col]!, pays - cost);
      });
      problem.capacity.forEach((places, col) => {
        if (places === 0) assert.equal(prices[col], worth[col], `column ${col}`);
      });
    });
  });

  test('progress is told, and the same input gives the same answer', () => {
    const problem = middleProblem(randomFrom(4), 600);
    const phases = new Set<string>();
    const first = assign({ ...problem, onProgress: ({ phase }) => phases.add(phase) });
    assert.deepEqual([...phases].length > 0, true);
    assert.deepEqual(assign(problem), first);
  });

  test('a solution in steps pauses often', () => {
    const random = randomFrom(5);
    const edges = Array.from({ length: 500 }, () =>
      Array.from({ length: 100 }, (_, col): [number, number] => [col, integer(random, 0, 1000)]),
    );
    const problem = problemOf(edges, new Array<number>(100).fill(4), 5000);
    for (const method of ['searches', 'auction'] satisfies Method[]) {
      const steps = solve(problem, {}, method);
      let pauses = 0;
      while (!steps.next().done) pauses++;
      assert.ok(pauses > 10, `${method} paused ${pauses} times`);
    }
  });
});

function shuffled<T>(random: () => number, list: T[]): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(integer(random, 0, rest.length - 1), 1)[0]!);
}

/** Too large for trying everything: contested, with few or many different costs. */
function middleProblem(random: () => number, most = 60): AssignmentProblem {
  const rows = integer(random, most / 2, most);
  const cols = integer(random, 2, Math.ceil(most / 3));
  const spread = [2, 10, 10_000, 400_000_000][integer(random, 0, 3)]!;
  const density = integer(random, 1, 10) / 10;
  const edges = Array.from({ length: rows }, () =>
    Array.from({ length: cols }, (_, col): [number, number] => [col, integer(random, 0, spread)]).filter(
      () => random() < density,
    ),
  );
  const capacity = Array.from({ length: cols }, () => integer(random, 0, Math.ceil((2 * rows) / cols)));
  return problemOf(edges, capacity, integer(random, 0, 2 * spread));
}
