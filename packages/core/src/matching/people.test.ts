import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match } from './match.js';
import { crowd, dice, plainProgram, wholeProgram } from './crowd.js';
import { verify } from './verify.js';

const SEEDS = Array.from({ length: 40 }, (_, index) => 1000 + index);

test('a match is what it says: rules, places, scores, reasons and proof, recomputed from the input', async () => {
  for (const seed of SEEDS) {
    const roll = dice(seed);
    const people = crowd({
      seed,
      mentees: 3 + Math.floor(roll() * 30),
      mentors: 2 + Math.floor(roll() * 15),
      skills: 8,
      messy: seed % 2 === 0,
    });
    const program = seed % 2 === 0 ? wholeProgram : plainProgram;
    const matching = await match(people, program);
    assert.deepEqual(verify(people, program, matching), [], `seed ${seed}`);
    const lists = await match(people, { ...program, candidatesPerMentee: 1 + (seed % 3) });
    assert.deepEqual(verify(people, program, lists), [], `seed ${seed}, by lists`);
    assert.equal(lists.total, matching.total, `seed ${seed}`);
    assert.equal(lists.pairs.length, matching.pairs.length, `seed ${seed}`);
  }
});
