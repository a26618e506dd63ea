import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match, type MatchProgram, type Participant } from '@guildhall/core/matching';
import { workerCompute } from './worker-compute.js';

const src = new URL('../test/source-worker.mjs', import.meta.url);

const program: MatchProgram = {
  criteria: [{ criterion: 'wantedSkill', weight: 1 }],
  constraints: [],
};

/** So many mentees and a quarter as many mentors, who know some of so many skills. */
function pool(mentees: number, skills: number): Participant[] {
  const mentors = Math.ceil(mentees / 4);
  const skill = (n: number) => `skill-${(n * 7919) % skills}`;
  return [
    ...Array.from({ length: mentors }, (_, n): Participant => ({
      id: `mentor-${n}`,
      roles: ['mentor'],
      capacity: 5,
      skills: [0, 1, 2, 3].map((k) => ({ skill: skill(n * 4 + k), level: 4 })),
    })),
    ...Array.from({ length: mentees }, (_, n): Participant => ({
      id: `mentee-${n}`,
      roles: ['mentee'],
      goals: [0, 1, 2].map((k) => ({ skill: skill(n * 3 + k), level: 2 })),
    })),
  ];
}

test('a worker gives the very match that this thread gives', async () => {
  const people = pool(60, 20);
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const output = await workerCompute({ src })('match', { people, program }, options);
  assert.deepEqual(output, await match(people, program));
});

test('progress is told while this thread stays free, and aborting ends the thread at once', async () => {
  const people = pool(6000, 300);
  const abort = new AbortController();
  let told = 0;
  const computing = workerCompute({ src })(
    'match',
    { people, program },
    {
      signal: abort.signal,
      onProgress: ({ done, of }) => {
        assert.ok(done >= 0 && of >= 0);
        told += 1;
        abort.abort(new Error('Enough.'));
      },
    },
  );
  await assert.rejects(computing, /Enough/);
  assert.equal(told, 1);
});

test('what cannot be computed fails with its reason, and a worker that is not there as well', async () => {
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  await assert.rejects(workerCompute({ src })('bake', {}, options), /Nothing computes bake/);
  const bad = { people: [{ id: '', roles: [] }], program };
  await assert.rejects(workerCompute({ src })('match', bad, options), /people\[0\]\.id/);
  const nowhere = workerCompute({ src: new URL('./nowhere.js', import.meta.url) });
  await assert.rejects(nowhere('match', {}, options), /nowhere/);
});
