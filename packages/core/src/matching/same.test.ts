import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match } from './match.js';
import type { Participant } from './participant.js';
import type { MatchProgram } from './program.js';
import { crowd, dice, plainProgram, wholeProgram } from './crowd.js';

test('whatever order people come in, the match is the same to the byte', async () => {
  for (let seed = 50; seed < 60; seed++) {
    const roll = dice(seed);
    const people = crowd({ seed, mentees: 40, mentors: 15, skills: 8, messy: true });
    const mixed = people.map((person) => ({ person, place: roll() })).sort((a, b) => a.place - b.place);
    for (const more of [
      {},
      { objective: { floor: 'maxMin' as const } },
      { method: 'stable' as const },
      { candidatesPerMentee: 2 },
    ]) {
      const program: MatchProgram = { ...wholeProgram, ...more };
      const [one, other] = [
        await match(people, program),
        await match(
          mixed.map(({ person }) => person),
          program,
        ),
      ];
      assert.deepEqual(other, one, `seed ${seed}`);
      assert.deepEqual(JSON.parse(JSON.stringify(one)), one, 'plain JSON');
      assert.deepEqual(structuredClone(one), one);
    }
  }
});

test('one more mentor, place or rule less never leaves more out, nor lowers the total of as many', async () => {
  for (let seed = 60; seed < 75; seed++) {
    const people = crowd({ seed, mentees: 25, mentors: 8, skills: 6, capacity: 3 });
    const base = await match(people.slice(1), plainProgram);
    const better = async (others: Participant[], program: MatchProgram, what: string) => {
      const { pairs, total } = await match(others, program);
      const more = pairs.length - base.pairs.length || total - base.total;
      assert.ok(more >= 0, `seed ${seed}: ${what} made it worse`);
    };
    await better(people, plainProgram, 'one more mentor');
    const roomier = people.slice(1).map((person, at) => (at === 0 ? { ...person, capacity: 9 } : person));
    await better(roomier, plainProgram, 'more places');
    await better(people.slice(1), { ...plainProgram, constraints: [] }, 'fewer rules');
  }
});

test('an aborted match rejects with the reason, and the next one is as if nothing had been', async () => {
  const people = crowd({ seed: 9, mentees: 1500, mentors: 1000, skills: 40 });
  const whole = await match(people, plainProgram);
  const stop = new AbortController();
  const reason = new Error('enough');
  let heard = 0;
  const stopped = match(people, plainProgram, {
    signal: stop.signal,
    onProgress: () => {
      if (++heard === 2) stop.abort(reason);
    },
  });
  await assert.rejects(stopped, (error) => error === reason);
  assert.equal(heard, 2);
  await assert.rejects(
    match(people, plainProgram, { signal: AbortSignal.abort(reason) }),
    (error) => error === reason,
  );
  assert.deepEqual(await match(people, plainProgram), whole);
});

test('a match lets others work in between', async () => {
  let turns = 0;
  const beat = setInterval(() => turns++, 1);
  await match(crowd({ seed: 9, mentees: 1500, mentors: 1000, skills: 40 }), plainProgram);
  clearInterval(beat);
  assert.ok(turns > 2, `${turns} turns`);
});

test('bad input is a clear error that names the place', async () => {
  const person = (more: object): Participant[] => [
    { id: 'a', roles: ['mentor'] },
    { id: 'b', roles: ['mentee'], ...more },
  ];
  const program = (more: object) => ({ ...plainProgram, ...more }) as MatchProgram; // Wrong on purpose.
  const cases: [Participant[], MatchProgram, new () => Error, RegExp][] = [
    [person({ capacity: -1 }), plainProgram, RangeError, /people\[1\]\.capacity must be .* not -1/],
    [person({ capacity: '1' }), plainProgram, RangeError, /people\[1\]\.capacity/],
    [person({ id: 'a' }), plainProgram, RangeError, /people\[1\]\.id "a" is used twice/],
    [person({ id: '' }), plainProgram, RangeError, /people\[1\]\.id/],
    [person({ roles: undefined }), plainProgram, TypeError, /people\[1\]\.roles must be a list/],
    [
      person({ skills: [{ skill: 'x', level: 5 }] }),
      plainProgram,
      RangeError,
      /people\[1\]\.skills\[0\]\.level/,
    ],
    [person({ timeZone: 'Mars/Base' }), plainProgram, RangeError, /people\[1\]\.timeZone .*Mars\/Base/],
    [person({ level: NaN }), plainProgram, RangeError, /people\[1\]\.level/],
    [person({ blocked: [1] }), plainProgram, RangeError, /people\[1\]\.blocked\[0\]/],
    [person({}), program({ criteria: [] }), RangeError, /program\.criteria must have/],
    [
      person({}),
      program({ criteria: [{ criterion: 'luck', weight: 1 }] }),
      RangeError,
      /program\.criteria\[0\]\.criterion .*luck/,
    ],
    [
      person({}),
      program({ criteria: [{ criterion: 'location', weight: NaN }] }),
      RangeError,
      /criteria\[0\]\.weight/,
    ],
    [person({}), program({ constraints: [{ rule: 'self' }] }), RangeError, /program\.constraints\[0\]\.rule/],
    [person({}), program({ at: undefined }), TypeError, /program\.at must be given/],
    [person({}), program({ at: 'tomorrow' }), RangeError, /program\.at/],
    [person({}), program({ objective: { floor: 20_000 } }), RangeError, /program\.objective\.floor/],
    [person({}), program({ objective: { loadBalance: [5, 1] } }), RangeError, /loadBalance\[1\]/],
    [
      person({}),
      program({ current: { pairs: [], locked: [{ menteeId: 'b', mentorId: 'x' }] } }),
      RangeError,
      /locked\[0\]\.mentorId/,
    ],
    [person({}), program({ method: 'luck' }), RangeError, /program\.method/],
  ];
  for (const [people, asked, kind, message] of cases)
    await assert.rejects(
      match(people, asked),
      (error) => error instanceof kind && message.test((error as Error).message),
      String(message),
    );
  await assert.rejects(match(7 as unknown as Participant[], plainProgram), TypeError);
});
