import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runBattery } from './cycles.js';
import { runPooled } from './pooled.js';

test('the battery of anonymity, its short form: nothing of ours is exposed, and what others show is (seed 20261121)', () => {
  const { two, mixed, readers, panels } = runBattery(150, 20_261_121);
  assert.deepEqual(
    [two.Guildhall!.broken, mixed.Guildhall!.broken, readers.broken, panels.broken],
    [0, 0, 0, 0],
  );
  assert.equal(two['row spans alone']!.broken, 0);
  for (const rule of ['threshold only', 'remainder rule', 'next smallest'])
    assert.ok(
      two[rule]!.broken / two[rule]!.cycles > 0.4,
      `${rule}: ${two[rule]!.broken} of ${two[rule]!.cycles}`,
    );
  for (const { shown, eligible } of [two.Guildhall!, mixed.Guildhall!])
    assert.ok(
      shown / eligible >= 0.7,
      `${shown} of ${eligible} eligible groups of single attributes are shown`,
    );
});

test('two who pool, the short form: releases for two withstand them, and those for one do not (seed 20261121)', () => {
  const { withstanding, tried } = runPooled(20, 20_261_121);
  assert.ok(tried > 500, `${tried} pairs`);
  assert.equal(withstanding[2].broken, 0);
  assert.ok(withstanding[1].broken > 2, `${withstanding[1].broken} releases for one are broken by two`);
  const { shown, eligible } = withstanding[2];
  assert.ok(shown / eligible > 0.9, `${shown} of ${eligible} groups are shown`);
});
