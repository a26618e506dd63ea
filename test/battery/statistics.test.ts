import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compared } from './statistics.js';

const range = (size: number, of: (at: number) => number) => Array.from({ length: size }, (_, at) => of(at));

// SciPy's mannwhitneyu(use_continuity=False, method='asymptotic') and ks_2samp(method='exact').
test('both tests say of two lists what SciPy says', () => {
  const cases = [
    { one: range(200, (at) => at), other: range(200, (at) => at + 20.5), ranks: 0.000766, most: 0.2205 },
    {
      one: range(150, (at) => at % 7),
      other: range(120, (at) => (at % 5) + 1),
      ranks: 0.83394,
      most: 0.1032,
    },
  ];
  for (const { one, other, ranks, most } of cases) {
    const found = compared(one, other);
    assert.ok(Math.abs(found.mannWhitney / ranks - 1) < 0.001, `${found.mannWhitney}, not ${ranks}`);
    // Its formula is for large numbers.
    assert.ok(Math.abs(found.kolmogorovSmirnov / most - 1) < 0.06, `${found.kolmogorovSmirnov}, not ${most}`);
  }
});

test('what is the same is not told apart, and what is not is', () => {
  const one = range(500, (at) => at % 100);
  assert.ok(Object.values(compared(one, one)).every((p) => p > 0.999));
  const wider = range(500, (at) => 1.6 * ((at % 100) - 49.5) + 49.5);
  // As large in the middle, but wider: one of the two tests sees that.
  assert.ok(compared(one, wider).mannWhitney > 0.1);
  assert.ok(compared(one, wider).kolmogorovSmirnov < 0.001);
  assert.ok(
    compared(
      one,
      range(500, (at) => (at % 100) + 10),
    ).mannWhitney < 0.001,
  );
});
