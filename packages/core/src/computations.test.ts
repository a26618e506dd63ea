import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compute } from './computations.js';
import { computeHere } from './compute-here.js';
import { Stop } from './compute.js';
import { computeRelease } from './release/index.js';
import { panelOf } from './release/test-surveys.js';

const sheets = [3, 4].map((peer) => ({ id: `subject-${peer}`, input: panelOf(peer, { peer, upward: 5 }) }));
const expected = sheets.map(({ id, input }) => ({ id, release: computeRelease(input) }));

test('computations run by their name, and an unknown name rejects', async () => {
  assert.deepEqual(await compute('release', { sheets }), expected);
  const program = { criteria: [{ criterion: 'wantedSkill', weight: 1 }], constraints: [] };
  const people = [
    { id: 'mentee', roles: ['mentee'], goals: [{ skill: 'go' }] },
    { id: 'mentor', roles: ['mentor'], skills: [{ skill: 'go', level: 4 }] },
  ];
  const matching = await compute('match', { people, program });
  assert.equal((matching as { pairs: unknown[] }).pairs.length, 1); // What `match` answers.
  assert.deepEqual(await compute('verify', { people, program, matching }), []);
  await assert.rejects(compute('divine', {}), /^RangeError: Nothing computes divine/);
});

test('here too, with progress, and an end when aborted', async () => {
  const told: string[] = [];
  const stop = new Stop();
  const options = {
    signal: stop,
    onProgress: ({ phase, done, of }: { phase: string; done: number; of: number }) =>
      told.push(`${phase} ${done}/${of}`),
  };
  assert.deepEqual(await computeHere('release', { sheets }, options), expected);
  assert.deepEqual(told, ['release 1/2', 'release 2/2']);
  stop.abort(new Error('enough'));
  await assert.rejects(computeHere('release', { sheets }, options), /enough/);
});
