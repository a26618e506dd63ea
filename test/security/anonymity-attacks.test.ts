import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { changeAttacks } from './attack-changes.js';
import { colluderAttack } from './attack-colluders.js';
import { figureAttacks } from './attack-figures.js';
import { orderAttacks } from './attack-orders.js';
import { outsideAttacks } from './attack-outside.js';
import { traceAttacks } from './attack-traces.js';
import { SEED } from './attack-world.js';

const LIST = new URL('../fixtures/anonymity-attacks.json', import.meta.url);
// The file is in this repository: a list of attacks with how they are made and what would be a success.
const attacks = JSON.parse(readFileSync(LIST, 'utf8')) as { attack: string; do: string; won: string }[];

const TESTS: Record<string, () => Promise<void>> = {
  ...figureAttacks,
  ...changeAttacks,
  ...orderAttacks,
  ...outsideAttacks,
  ...traceAttacks,
};

console.log(`seed ${SEED}`);

test('every attack of the list has its test, and no test is left over', () => {
  assert.deepEqual(Object.keys(TESTS).sort(), attacks.map(({ attack }) => attack).sort());
});

for (const { attack, won } of attacks)
  test(`${attack}, won with: ${won}`, async () => {
    const run = TESTS[attack];
    assert.ok(run, `There is no test of ${attack}.`);
    await run();
  });

test(
  'colluders, won with: two respondents who tell each other their answers learn of fewer than k others',
  colluderAttack,
);
