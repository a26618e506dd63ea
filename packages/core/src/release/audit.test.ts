import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanAudit } from './audit.js';
import { exposedTo, exposedUnion } from './exposed.js';
import { NullSpace } from './null-space.js';
import { followsExactly } from './test-attacker.js';
import { integer, randomFrom } from './test-surveys.js';

/** All sets of atoms of 1 to `most` people, without some atom. */
function* unions(sizes: readonly number[], most: number, without = -1): Generator<number[]> {
  for (let bits = 1; bits < 2 ** sizes.length; bits++) {
    const union = [...sizes.keys()].filter((atom) => bits & (1 << atom));
    const people = union.reduce((sum, atom) => sum + sizes[atom]!, 0);
    if (people <= most && !union.includes(without)) yield union;
  }
}

const indicator = (atoms: readonly number[], of: number) =>
  Array.from({ length: of }, (_, atom) => (atoms.includes(atom) ? 1 : 0));

/** Small families of any sets: nothing like an organization, and so harder. */
function family(seed: number): { sizes: number[]; rows: number[][] } {
  const random = randomFrom(seed);
  const atoms = integer(random, 3, 9);
  const density = 0.2 + 0.6 * random();
  return {
    sizes: Array.from({ length: atoms }, () => integer(random, 1, 4)),
    rows: Array.from({ length: integer(random, 1, 9) }, () =>
      Array.from({ length: atoms }, (_, atom) => atom).filter(() => random() < density),
    ).filter((row) => row.length > 0),
  };
}

test('the search finds an exposed union exactly when trying everything with fractions does (seeds 0–1499)', () => {
  let exposedCount = 0;
  for (let seed = 0; seed < 1500; seed++) {
    const { sizes, rows } = family(seed);
    const known = rows.reduce((space, row) => space.with(row)!, NullSpace.whole(sizes.length));
    const matrix = rows.map((row) => indicator(row, sizes.length));
    const expected = [...unions(sizes, 4)].some((one) =>
      followsExactly(matrix, indicator(one, sizes.length)),
    );
    const found = exposedUnion(known.vectors, { sizes, most: 4 });
    assert.equal(found !== undefined, expected, `seed ${seed}`);
    if (found) {
      exposedCount++;
      assert.ok(
        found !== 'unknown' && followsExactly(matrix, indicator(found, sizes.length)),
        `seed ${seed}`,
      );
    }
  }
  // Both happen often, or the test would prove little.
  assert.ok(exposedCount > 200 && exposedCount < 1300, `${exposedCount} exposed`);
});

test('a reader’s own answer is taken into account, whatever multiple of it helps (seeds 0–1499)', () => {
  let onlyReaders = 0;
  for (let seed = 0; seed < 1500; seed++) {
    const { sizes, rows } = family(seed);
    const known = rows.reduce((space, row) => space.with(row)!, NullSpace.whole(sizes.length));
    // Only where nothing is exposed to everyone.
    if (exposedUnion(known.vectors, { sizes, most: 4 })) continue;
    for (const [reader, size] of sizes.entries()) {
      if (size !== 1) continue;
      const matrix = [...rows, [reader]].map((row) => indicator(row, sizes.length));
      const expected = [...unions(sizes, 4, reader)].some((one) =>
        followsExactly(matrix, indicator(one, sizes.length)),
      );
      const found = exposedTo(reader, known.vectors, { sizes, most: 4 });
      assert.equal(found !== undefined, expected, `seed ${seed}, reader ${reader}`);
      if (found) onlyReaders++;
    }
  }
  assert.ok(onlyReaders > 20, `${onlyReaders} exposed to a reader alone`);
});

test('two large groups whose difference is one person and one reader: k + 1 alone would show both', () => {
  // Atoms: the reader, one other, and eight whom both groups share.
  const sizes = Int32Array.of(1, 1, 8);
  const rows = [
    [0, 2],
    [1, 2],
  ];
  for (const readersAnswer of [false, true]) {
    const auditor = spanAudit({ sizes, groups: rows, people: [], k: 5, readersAnswer });
    assert.equal(auditor.accept(rows[0]!, 0), true);
    assert.equal(auditor.accept(rows[1]!, 1), !readersAnswer);
  }
});

test('with readers no union of k people follows either, and no group has fewer than k + 1', () => {
  const sizes = Int32Array.of(5, 6);
  const rows = [[0], [1], [0, 1]];
  const accepted = (readersAnswer: boolean) => {
    const auditor = spanAudit({ sizes, groups: rows, people: [], k: 5, readersAnswer });
    return [2, 1, 0].map((group) => auditor.accept(rows[group]!, group));
  };
  assert.deepEqual(accepted(false), [true, true, true]);
  assert.deepEqual(accepted(true), [true, false, false]);
});

test('what already follows is accepted, what would overflow is refused', () => {
  const sizes = Int32Array.of(5, 6, 7);
  const auditor = spanAudit({ sizes, groups: [], people: [], k: 5, readersAnswer: false });
  assert.deepEqual(
    [[0, 1, 2], [0, 1], [2]].map((row) => auditor.accept(row, 0)),
    [true, true, true],
  );
});
