import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maximumCardinality } from './cardinality.js';
import { bruteForce, edgesOf, integer, problemOf, randomFrom, smallProblem } from './test-instances.js';

test('as many rows as possible have a column over the edges that are cheap enough', () => {
  for (let seed = 1; seed <= 3000; seed++) {
    const random = randomFrom(seed);
    const problem = smallProblem(random);
    const limit = problem.cost.length > 0 ? problem.cost[integer(random, 0, problem.cost.length - 1)]! : 0;
    const kept = edgesOf(problem).map((row) =>
      row.filter(([, cost]) => cost <= limit).map(([col]): [number, number] => [col, 0]),
    );
    const { matched } = bruteForce(problemOf(kept, [...problem.capacity], 1));
    const looser = maximumCardinality(problem, limit + integer(random, 0, 5)).match;
    for (const { count, match } of [
      maximumCardinality(problem, limit),
      maximumCardinality(problem, limit, looser),
    ]) {
      assert.equal(count, matched, `seed ${seed}`);
      const load = new Int32Array(problem.cols);
      match.forEach((col, row) => {
        if (col < 0) return;
        assert.ok(
          kept[row]!.some(([one]) => one === col),
          `seed ${seed}, row ${row}`,
        );
        assert.ok(++load[col]! <= problem.capacity[col]!, `seed ${seed}, column ${col}`);
      });
      assert.equal(match.filter((col) => col >= 0).length, count);
    }
  }
});
