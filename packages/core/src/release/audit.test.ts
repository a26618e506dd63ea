import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanAudit } from './audit.js';
import { exposedUnion } from './exposed.js';
import { NullSpace } from './null-space.js';
import { exposed, followsExactly } from './test-attacker.js';
import { integer, randomFrom } from './test-surveys.js';

/** All sets of atoms of 1 to `most` people. */
function* unions(sizes: readonly number[], most: number): Generator<number[]> {
  for (let bits = 1; bits < 2 ** sizes.length; bits++) {
    const union = [...sizes.keys()].filter((atom) => bits & (1 << atom));
    const people = union.reduce((sum, atom) => sum + sizes[atom]!, 0);
    if (people <= most) yield union;
  }
}

const indicator = (atoms: readonly number[], of: number) =>
  Array.from({ length: of }, (_, atom) => (atoms.includes(atom) ? 1 : 0));

/** Small families of any sets: nothing like an organization, and so harder. */
function family(seed: number, most = 9): { sizes: number[]; rows: number[][] } {
  const random = randomFrom(seed);
  const atoms = integer(random, 3, most);
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
    const found = exposedUnion(known.vectors, { sizes, k: 5, colluders: 0 });
    assert.equal(found !== undefined, expected, `seed ${seed}`);
    if (found) {
      exposedCount++;
      assert.ok(
        found !== 'unknown' && followsExactly(matrix, indicator(found.union, sizes.length)),
        `seed ${seed}`,
      );
    }
  }
  // Both happen often, or the test would prove little.
  assert.ok(exposedCount > 200 && exposedCount < 1300, `${exposedCount} exposed`);
});

/** The rows by person: those of an atom stand next to each other. */
function byPerson(sizes: readonly number[], rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) =>
    sizes.flatMap((size, atom) => new Array<number>(size).fill(row.includes(atom) ? 1 : 0)),
  );
}

/** Coalitions of up to `most` people; people of one atom are alike, so that the first of them stand for the others. */
function* coalitions(sizes: readonly number[], most: number): Generator<number[]> {
  yield [];
  const first = sizes.map((_, atom) => sizes.slice(0, atom).reduce((sum, size) => sum + size, 0));
  for (const [atom, size] of sizes.entries()) {
    if (most >= 1) yield [first[atom]!];
    if (most >= 2 && size >= 2) yield [first[atom]!, first[atom]! + 1];
    if (most >= 2) for (const other of first.slice(atom + 1)) yield [first[atom]!, other];
  }
}

for (const colluders of [0, 1, 2])
  test(`${colluders} who pool: a sum is refused exactly when some of them could compute what k − 1 others or fewer answered (seeds 0–249)`, () => {
    let [accepted, refused, byTwo] = [0, 0, 0];
    for (let seed = 0; seed < 250; seed++) {
      const { sizes, rows } = family(seed, 6);
      const k = 3 + (seed % 2);
      const auditor = spanAudit({ sizes: Int32Array.from(sizes), groups: rows, people: [], k, colluders });
      const known: number[][] = [];
      for (const [group, row] of rows.entries()) {
        const people = row.reduce((sum, atom) => sum + sizes[atom]!, 0);
        const sums = byPerson(sizes, [...known, row]);
        const winners = [...coalitions(sizes, colluders)].filter(
          (pool) => exposed(sums, k, 1, pool).length > 0,
        );
        assert.equal(
          auditor.accept(row, group),
          people > 0 && winners.length === 0,
          `seed ${seed}, sum ${group}`,
        );
        if (winners.length === 0) known.push([...row]);
        if (winners.length === 0) accepted++;
        else if (people >= k + colluders) refused++;
        if (people >= k + colluders && winners[0]?.length === 2) byTwo++;
      }
    }
    assert.ok(accepted > 100 && refused > 100, `${accepted} accepted, ${refused} refused`);
    assert.ok(colluders < 2 || byTwo > 20, `${byTwo} refused for two who pool alone`);
  });

test('two large groups whose difference is one person and one reader: k + 1 alone would show both', () => {
  // Atoms: the reader, one other, and eight whom both groups share.
  const sizes = Int32Array.of(1, 1, 8);
  const rows = [
    [0, 2],
    [1, 2],
  ];
  for (const colluders of [0, 1]) {
    const auditor = spanAudit({ sizes, groups: rows, people: [], k: 5, colluders });
    assert.equal(auditor.accept(rows[0]!, 0), true);
    assert.equal(auditor.accept(rows[1]!, 1), colluders === 0);
  }
});

test('two large groups whose difference is two people and two who pool: one reader alone learns nothing', () => {
  const together = {
    sizes: Int32Array.of(2, 2, 8),
    rows: [
      [0, 2],
      [1, 2],
    ],
  };
  const apart = {
    sizes: Int32Array.of(1, 1, 2, 8),
    rows: [
      [0, 1, 3],
      [2, 3],
    ],
  };
  for (const { sizes, rows } of [together, apart])
    for (const colluders of [0, 1, 2]) {
      const auditor = spanAudit({ sizes, groups: rows, people: [], k: 5, colluders });
      assert.equal(auditor.accept(rows[0]!, 0), true);
      assert.equal(auditor.accept(rows[1]!, 1), colluders < 2);
    }
});

test('no union of k − 1 and those who pool follows, and no group has fewer than k and those who pool', () => {
  const sizes = Int32Array.of(5, 6, 7);
  const rows = [[0], [1], [2], [0, 1, 2]];
  const accepted = (colluders: number) => {
    const auditor = spanAudit({ sizes, groups: rows, people: [], k: 5, colluders });
    return [3, 2, 1, 0].map((group) => auditor.accept(rows[group]!, group));
  };
  assert.deepEqual(accepted(0), [true, true, true, true]);
  assert.deepEqual(accepted(1), [true, true, false, false]);
  assert.deepEqual(accepted(2), [true, true, false, false]);
});

test('what already follows is accepted, what would overflow is refused', () => {
  const sizes = Int32Array.of(5, 6, 7);
  const auditor = spanAudit({ sizes, groups: [], people: [], k: 5, colluders: 0 });
  assert.deepEqual(
    [[0, 1, 2], [0, 1], [2]].map((row) => auditor.accept(row, 0)),
    [true, true, true],
  );
});
