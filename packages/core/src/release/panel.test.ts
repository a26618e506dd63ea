import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeRelease } from './compute-release.js';
import type { PanelInput, PanelRelease } from './model.js';
import { partition } from './partition.js';
import { exposed, knownPanelSums } from './test-attacker.js';
import { integer, panelOf, randomFrom } from './test-surveys.js';

function released(input: PanelInput): PanelRelease {
  const release = computeRelease(input);
  assert.ok(release.kind === 'panel');
  return release;
}

const classesOf = (raters: Record<string, number>, k = 3) => {
  const { classes, all } = released(panelOf(1, raters, { k }));
  return { classes: classes.map(({ relations, n }) => `${relations.join('+')} ${n}`), all: all?.n };
};

test('classes are merged until each has three, and all together are shown only beside several', () => {
  assert.deepEqual(classesOf({ peer: 4, upward: 3 }), { classes: ['peer 3-4', 'upward 3-4'], all: '5-9' });
  assert.deepEqual(classesOf({ peer: 4, upward: 2 }), { classes: ['peer+upward 5-9'], all: undefined });
  assert.deepEqual(classesOf({ peer: 2, upward: 2 }), { classes: ['peer+upward 3-4'], all: undefined });
  assert.deepEqual(classesOf({ peer: 2, upward: 0 }), { classes: [], all: undefined });
  assert.deepEqual(classesOf({ peer: 1, upward: 5 }), { classes: ['peer+upward 5-9'], all: undefined });
  assert.deepEqual(classesOf({ peer: 5, upward: 1, external: 4 }), {
    classes: ['peer 5-9', 'upward+external 5-9'],
    all: '10-19',
  });
  assert.deepEqual(classesOf({ peer: 4, upward: 4 }, 5), { classes: ['peer+upward 5-9'], all: undefined });
});

test('not enough answers look the same, however few they are', () => {
  const nothing = JSON.stringify({ kind: 'panel', classes: [] });
  for (const raters of [{}, { peer: 1 }, { peer: 2 }, { peer: 1, upward: 1 }])
    assert.equal(JSON.stringify(released({ ...panelOf(1, raters), relations: ['peer', 'upward'] })), nothing);
});

test('a partition holds everyone once, in classes of k or more', () => {
  const random = randomFrom(7);
  for (let round = 0; round < 2000; round++) {
    const relations = ['peer', 'upward', 'external', 'other'];
    const people = new Map(relations.map((relation) => [relation, integer(random, 0, 9)]));
    const k = integer(random, 3, 6);
    const classes = partition(relations, people, k);
    const total = [...people.values()].reduce((sum, one) => sum + one, 0);
    const sizes = classes.map((one) => one.reduce((sum, relation) => sum + people.get(relation)!, 0));
    assert.ok(sizes.every((size) => size >= k));
    assert.equal(
      sizes.reduce((sum, size) => sum + size, 0),
      total >= k ? total : 0,
    );
  }
});

/** The raters of a panel from a seed, and what each left out. */
function anyPanel(seed: number): PanelInput {
  const random = randomFrom(seed);
  const raters = {
    peer: integer(random, 0, 9),
    upward: integer(random, 0, 7),
    external: integer(random, 0, 5),
  };
  return panelOf(seed, raters, { skip: seed % 2 === 0 ? 0 : 0.15, k: integer(random, 3, 5) });
}

test('P11: what is published of a panel is closed under subtraction, question by question (seeds 0–1999)', () => {
  let cells = 0;
  for (let seed = 0; seed < 2000; seed++) {
    const input = anyPanel(seed);
    const { k } = input.thresholds;
    const release = released(input);
    for (const { id } of input.measures) {
      const known = knownPanelSums(input, release, id);
      cells += known.length;
      for (const one of known) {
        assert.ok(one.filter(Boolean).length >= k, `seed ${seed}, ${id}`);
        for (const other of known) {
          const left = one.filter((inside, person) => inside && !other[person]).length;
          const inner = other.every((inside, person) => !inside || one[person]);
          assert.ok(!inner || left === 0 || left >= k, `seed ${seed}, ${id}: ${left} left over`);
        }
      }
      assert.deepEqual(exposed(known, k), [], `seed ${seed}, ${id}`);
    }
  }
  assert.ok(cells > 5000, `${cells} cells`);
});

test('all together are shown for a question only when every class beside is', () => {
  for (let seed = 1; seed < 2000; seed += 2) {
    const input = anyPanel(seed);
    const { classes, all } = released(input);
    for (const { id } of input.measures) {
      if (!all?.cells[id]?.shown) continue;
      for (const { relations, cells } of classes) {
        const answered = input.respondents.filter(
          ({ groups, values }) => relations.includes(groups[0]!) && id in values,
        );
        assert.ok(cells[id]!.shown || answered.length === 0, `seed ${seed}, ${id}`);
      }
    }
  }
});

test('a competence comes before its questions: where one person left one out, the question is hidden', () => {
  const input = panelOf(3, { peer: 6 });
  delete input.respondents[0]!.values.q2;
  const [peers] = released(input).classes;
  const shown = (id: string) => peers!.cells[id]!.shown;
  // The index is over five people; q0 and q1 over six would tell what the sixth said.
  assert.deepEqual(['index', 'q0', 'q1', 'q2', 'q3'].map(shown), [true, false, false, true, true]);
});

test('texts are shown in classes of five, and nowhere when they would tell of a smaller class', () => {
  const say = (raters: Record<string, number>) => {
    const input = panelOf(1, raters);
    for (const [at, one] of input.respondents.entries()) one.texts = { t0: { text: `said ${at}` } };
    const { classes, all } = released(input);
    return [...classes, ...(all ? [all] : [])].map(({ texts }) => {
      const cell = texts.t0!;
      return cell.shown ? cell.texts.length : 0;
    });
  };
  assert.deepEqual(say({ peer: 5, upward: 3 }), [5, 0, 0]);
  assert.deepEqual(say({ peer: 5, upward: 6 }), [5, 6, 11]);
  assert.deepEqual(say({ peer: 4, upward: 4 }), [0, 0, 8]);
  assert.deepEqual(say({ peer: 4 }), [0]);
});
