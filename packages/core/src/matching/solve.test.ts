import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Assignment, AssignmentProblem } from './problem.js';
import { solve } from './solve.js';
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
import { transpose } from './transpose.js';

/** One thing that happens to a program: a capacity, a row's edges, costs or unmatched cost change. */
function changed(random: () => number, problem: AssignmentProblem): AssignmentProblem {
  const edges = edgesOf(problem);
  const capacity = [...problem.capacity];
  const { unmatchedCost } = problem;
  const outside = edges.map((_, row) =>
    typeof unmatchedCost === 'number' ? unmatchedCost : unmatchedCost[row]!,
  );
  const row = integer(random, 0, problem.rows - 1);
  const events = [
    () => (capacity[integer(random, 0, problem.cols - 1)] = integer(random, 0, 3)),
    () => (edges[row] = []),
    () => edges[row]!.forEach((edge) => (edge[1] += integer(random, -3, 3))),
    () => (outside[row]! += integer(random, -5, 5)),
    () => (edges[row] = capacity.map((_, col) => [col, integer(random, 0, 5)])),
  ];
  if (problem.rows > 0 && problem.cols > 0) events[integer(random, 0, events.length - 1)]!();
  return problemOf(edges, capacity, outside);
}

function slotCosts(random: () => number): Int32Array {
  let cost = integer(random, -5, 5);
  return Int32Array.from({ length: 12 }, () => (cost += random() < 0.5 ? 0 : integer(random, 0, 4)));
}

describe('a warm start', () => {
  test('gives the same total and count as a cold one, event after event', () => {
    for (let seed = 1; seed <= 1200; seed++) {
      const random = randomFrom(seed);
      let problem = smallProblem(random, 6);
      let result: Assignment = ended(solve(problem));
      for (let event = 0; event < 5; event++) {
        problem = changed(random, problem);
        const start = { ...result, transpose: random() < 0.5 ? transpose(problem) : undefined };
        result = ended(solve(problem, { start }));
        const { total, matched } = bruteForce(problem);
        assert.deepEqual(faultsOf(problem, result), [], `seed ${seed}, event ${event}`);
        assert.deepEqual([result.total, result.matched], [total, matched], `seed ${seed}, event ${event}`);
      }
    }
  });

  test('is exact from any prices and any match', () => {
    for (let seed = 1; seed <= 1200; seed++) {
      const random = randomFrom(seed);
      const problem = smallProblem(random, 6);
      const prices = Array.from(
        { length: problem.cols },
        () => [NaN, -4, 0, 3, 50, 2 ** 40][integer(random, 0, 5)]!,
      );
      const match = Int32Array.from({ length: problem.rows }, () => integer(random, -1, problem.cols - 1));
      const result = ended(solve(problem, { start: { prices, match: random() < 0.3 ? undefined : match } }));
      const { total, matched } = bruteForce(problem);
      assert.deepEqual(faultsOf(problem, result), [], `seed ${seed}`);
      assert.deepEqual([result.total, result.matched], [total, matched], `seed ${seed}`);
    }
  });
});

describe('slot costs', () => {
  for (const method of ['searches', 'auction', 'chosen'] as const)
    test(`spread the load at the least total, with proof (${method})`, () => {
      for (let seed = 1; seed <= 1200; seed++) {
        const random = randomFrom(seed);
        const problem = smallProblem(random, 7);
        const slotCost = slotCosts(random);
        const result = ended(solve(problem, { slotCost }, method));
        const { total, matched } = bruteForce(problem, slotCost);
        assert.deepEqual([result.total, result.matched, result.gap], [total, matched, 0], `seed ${seed}`);
        const load = new Int32Array(problem.cols);
        for (const col of result.match) if (col >= 0) load[col]!++;
        load.forEach((taken, col) => {
          if (taken === problem.capacity[col]) return;
          assert.ok(
            result.prices[col]! <= slotCost[taken]!,
            `seed ${seed}: the next place in ${col} is dear`,
          );
        });
      }
    });

  test('stay exact through events', () => {
    for (let seed = 1; seed <= 600; seed++) {
      const random = randomFrom(seed);
      let problem = smallProblem(random, 6);
      const slotCost = slotCosts(random);
      let start: Assignment | undefined;
      for (let event = 0; event < 5; event++) {
        start = ended(solve(problem, { slotCost, start }));
        const { total, matched } = bruteForce(problem, slotCost);
        assert.deepEqual(
          [start.total, start.matched, start.gap],
          [total, matched, 0],
          `seed ${seed}, event ${event}`,
        );
        problem = changed(random, problem);
      }
    }
  });
});
