import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assign, assignDense, deferredAcceptance } from './index.js';

const good = {
  rows: 2,
  cols: 2,
  capacity: Int32Array.of(1, 1),
  indptr: Int32Array.of(0, 2, 3),
  indices: Int32Array.of(0, 1, 1),
  cost: Int32Array.of(1, 2, 3),
  unmatchedCost: 9,
};
const ranked = { ...good, rowRank: Int32Array.of(1, 2, 1), colRank: Int32Array.of(1, 1, 2) };

type Row = [wrong: Record<string, unknown>, error: typeof TypeError | typeof RangeError, message: RegExp];

/** Wrong in what both problems have. */
const common: Row[] = [
  [{ rows: '2' }, TypeError, /^rows must be a number, not string/],
  [{ rows: -1 }, RangeError, /^rows must be an integer/],
  [{ rows: NaN }, RangeError, /^rows must be an integer of at least 0, not NaN/],
  [{ rows: 1.5 }, RangeError, /^rows /],
  [{ cols: undefined }, TypeError, /^cols must be a number, not undefined/],
  [{ cols: Infinity }, RangeError, /^cols /],
  [{ capacity: [1, 1] }, TypeError, /^capacity must be an Int32Array, not Array/],
  [{ capacity: Int32Array.of(1) }, RangeError, /^capacity must have cols, 2, entries, not 1/],
  [{ capacity: Int32Array.of(1, -1) }, RangeError, /^capacity\[1\] must be at least 0, not -1/],
  [{ indptr: null }, TypeError, /^indptr must be an Int32Array, not null/],
  [{ indptr: Int32Array.of(0, 3) }, RangeError, /^indptr must have rows \+ 1, 3, entries, not 2/],
  [{ indptr: Int32Array.of(1, 2, 3) }, RangeError, /^indptr\[0\] must be 0/],
  [
    { indptr: Int32Array.of(0, 2, 4) },
    RangeError,
    /^indptr\[2\], the last, must be the length of indices, 3/,
  ],
  [{ indptr: Int32Array.of(0, 4, 3) }, RangeError, /^indptr must never fall/],
  [{ indices: new Float64Array(3) }, TypeError, /^indices must be an Int32Array, not Float64Array/],
  [{ indices: Int32Array.of(0, 2, 1) }, RangeError, /^indices\[1\] must be a column from 0 to 1, not 2/],
  [{ indices: Int32Array.of(0, -1, 1) }, RangeError, /^indices\[1\] must be a column/],
  [{ indices: Int32Array.of(1, 1, 1) }, RangeError, /^indices\[1\] must not name column 1 twice in row 0/],
];

const costs: Row[] = [
  [{ cost: [1, 2, 3] }, TypeError, /^cost must be an Int32Array, not Array/],
  [{ cost: Int32Array.of(1) }, RangeError, /^cost must have the length of indices, 3, entries, not 1/],
  [
    { cost: Int32Array.of(1, 2 ** 30, 3) },
    RangeError,
    /^cost\[1\] must be .* -1073741823 and 1073741823, not 1073741824/,
  ],
  [{ cost: Int32Array.of(1, 2, -(2 ** 30)) }, RangeError, /^cost\[2\] /],
  [
    { unmatchedCost: undefined },
    TypeError,
    /^unmatchedCost must be a number or an Int32Array, not undefined/,
  ],
  [{ unmatchedCost: NaN }, RangeError, /^unmatchedCost must be an integer .* not NaN/],
  [{ unmatchedCost: 0.5 }, RangeError, /^unmatchedCost /],
  [{ unmatchedCost: Infinity }, RangeError, /^unmatchedCost /],
  [{ unmatchedCost: 2 ** 30 }, RangeError, /^unmatchedCost /],
  [{ unmatchedCost: Int32Array.of(1) }, RangeError, /^unmatchedCost must have rows, 2, entries, not 1/],
  [{ unmatchedCost: Int32Array.of(1, 2 ** 30) }, RangeError, /^unmatchedCost\[1\] /],
  [{ onProgress: 3 }, TypeError, /^onProgress must be a function/],
];

const ranks: Row[] = [
  [{ rowRank: [1, 2, 3] }, TypeError, /^rowRank must be an Int32Array/],
  [{ rowRank: Int32Array.of(1) }, RangeError, /^rowRank must have the length of indices/],
  [{ colRank: undefined }, TypeError, /^colRank must be an Int32Array/],
  [{ colRank: new Int32Array(4) }, RangeError, /^colRank /],
  [{ proposing: 'mentors' }, RangeError, /^proposing must be 'rows' or 'cols', not mentors/],
];

const full = Int32Array.of(1, 2, 3, 4);
const dense: [run: () => unknown, error: typeof TypeError | typeof RangeError, message: RegExp][] = [
  [() => assignDense([1, 2] as never, 1, 2), TypeError, /^cost must be an Int32Array/],
  [() => assignDense(full, 2, 3), RangeError, /^cost must have rows \* cols, 6, entries, not 4/],
  [() => assignDense(full, 2.5, 2), RangeError, /^rows /],
  [() => assignDense(full, 2, '2' as never), TypeError, /^cols /],
  [() => assignDense(Int32Array.of(2 ** 30), 1, 1), RangeError, /^cost\[0\] /],
  [() => assignDense(full, 2, 2, { capacity: Int32Array.of(1) }), RangeError, /^capacity must have/],
  [() => assignDense(full, 2, 2, { capacity: Int32Array.of(-1, 1) }), RangeError, /^capacity\[0\]/],
  [() => assignDense(full, 2, 2, { unmatchedCost: NaN }), RangeError, /^unmatchedCost /],
  [() => assignDense(full, 2, 2, { unmatchedCost: '3' as never }), TypeError, /^unmatchedCost /],
];

describe('bad input is refused with the name of the argument', () => {
  // The cast lets wrong types through, which is what is tested.
  for (const [wrong, error, message] of [...common, ...costs])
    test(`assign: ${message.source}`, () => {
      assert.throws(() => assign({ ...good, ...wrong } as typeof good), { name: error.name, message });
    });
  for (const [wrong, error, message] of [...common, ...ranks])
    test(`deferredAcceptance: ${message.source}`, () => {
      assert.throws(() => deferredAcceptance({ ...ranked, ...wrong } as typeof ranked), {
        name: error.name,
        message,
      });
    });
  for (const [run, error, message] of dense)
    test(`assignDense: ${message.source}`, () => {
      assert.throws(run, { name: error.name, message });
    });
  test('and good input is not', () => {
    assert.equal(assign(good).total, 4);
    assert.deepEqual([...deferredAcceptance(ranked).match], [0, 1]);
    assert.equal(assignDense(full, 2, 2).total, 5);
  });
});
