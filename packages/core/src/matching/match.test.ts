import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match } from './match.js';
import type { Matching } from './matching.js';
import type { Participant } from './participant.js';
import type { MatchProgram, Objective } from './program.js';
import { everyMatch, type Tried } from './every-match.js';
import { crowd, dice, plainProgram, wholeProgram } from './crowd.js';
import { verify } from './verify.js';

/** Small worlds in which every match can be tried. */
function worlds(
  count: number,
  messy = true,
): { seed: number; people: Participant[]; program: MatchProgram }[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = 7000 + index;
    const roll = dice(seed);
    const size = { mentees: 1 + Math.floor(roll() * 5), mentors: 1 + Math.floor(roll() * 4), skills: 4 };
    const people = crowd({ seed, ...size, capacity: 2, messy: messy && index % 2 === 0 });
    // Mutual pairs are another rule; here everybody has one role.
    const single = people.map((person) => ({ ...person, roles: person.roles.slice(0, 1) }));
    return { seed, people: single, program: index % 4 === 0 ? wholeProgram : plainProgram };
  });
}

function best(people: Participant[], program: MatchProgram, better: (a: Tried, b: Tried) => number): Tried {
  return [...everyMatch(people, program)].reduce((top, one) => (better(one, top) > 0 ? one : top));
}

function objective(program: MatchProgram, said: Objective): MatchProgram {
  return { ...program, objective: said };
}

/** The loss to be made least when leaving somebody out costs `unmatched`. */
function loss(
  { matched, total }: { matched: number; total: number },
  mentees: number,
  unmatched: number,
): number {
  return matched * 10_000 - total + (mentees - matched) * unmatched;
}

function checked(people: Participant[], program: MatchProgram, matching: Matching, seed: number): Matching {
  assert.deepEqual(verify(people, program, matching), [], `seed ${seed}`);
  return matching;
}

test('as many as possible, then the greatest total, as trying everything finds', async () => {
  for (const { seed, people, program } of worlds(60)) {
    const most = best(people, program, (a, b) => a.matched - b.matched || a.total - b.total);
    for (const candidates of [undefined, 1]) {
      const asked = candidates === undefined ? program : { ...program, candidatesPerMentee: candidates };
      const matching = checked(people, asked, await match(people, asked), seed);
      assert.deepEqual([matching.pairs.length, matching.total], [most.matched, most.total], `seed ${seed}`);
      const { certificate } = matching;
      assert.ok('optimal' in certificate && certificate.optimal && certificate.scope === 'allEligiblePairs');
    }
  }
});

test('with a cost for leaving people out, the total loss is the least', async () => {
  for (const { seed, people, program } of worlds(40)) {
    for (const unmatchedCost of [2500, 4000]) {
      const asked = objective(program, { participation: { unmatchedCost } });
      const mentees = people.filter(({ roles }) => roles.includes('mentee')).length;
      const least = best(
        people,
        program,
        (a, b) => loss(b, mentees, unmatchedCost) - loss(a, mentees, unmatchedCost),
      );
      const matching = checked(people, asked, await match(people, asked), seed);
      const found = { matched: matching.pairs.length, total: matching.total };
      assert.equal(loss(found, mentees, unmatchedCost), loss(least, mentees, unmatchedCost), `seed ${seed}`);
    }
  }
});

test('the highest floor: nobody could be matched better at the worst with as many matched', async () => {
  for (const { seed, people, program } of worlds(40)) {
    const fair = best(
      people,
      program,
      (a, b) => a.matched - b.matched || Math.min(a.worst, 1e5) - Math.min(b.worst, 1e5) || a.total - b.total,
    );
    for (const candidates of [undefined, 1]) {
      const asked = objective(
        { ...program, ...(candidates ? { candidatesPerMentee: candidates } : {}) },
        { floor: 'maxMin' },
      );
      const matching = checked(people, asked, await match(people, asked), seed);
      const worst = matching.pairs.length === 0 ? Infinity : matching.fairness.worst;
      assert.deepEqual(
        [matching.pairs.length, worst, matching.total],
        [fair.matched, fair.worst, fair.total],
        `seed ${seed}`,
      );
    }
  }
});

test('the more staying is worth, the fewer pairs part; a limit on moves is kept if it can be', async () => {
  for (let seed = 300; seed < 315; seed++) {
    const people = crowd({ seed, mentees: 25, mentors: 8, skills: 6, capacity: 4 });
    const before = await match(people, plainProgram);
    const pairs = before.pairs.map(({ menteeId, mentorId }) => ({ menteeId, mentorId }));
    const left = before.pairs[0]!.mentorId;
    const remaining = people.filter(({ id }) => id !== left);
    const parted = (matching: Matching) => {
      const kept = new Set(matching.pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`));
      return pairs.filter((pair) => pair.mentorId !== left && !kept.has(`${pair.menteeId} ${pair.mentorId}`))
        .length;
    };
    let last = Infinity;
    for (const stayBonus of [0, 100, 300, 1000, 100_000]) {
      const program = { ...plainProgram, current: { pairs, stayBonus } };
      const matching = checked(remaining, program, await match(remaining, program), seed);
      assert.ok(
        parted(matching) <= last,
        `seed ${seed}, bonus ${stayBonus}: ${parted(matching)} after ${last}`,
      );
      last = parted(matching);
    }
    const program = { ...plainProgram, current: { pairs, maxMoves: last } };
    const matching = checked(remaining, program, await match(remaining, program), seed);
    assert.ok(parted(matching) <= last, `seed ${seed}: ${parted(matching)} moves, ${last} allowed`);
  }
});

test('locked pairs stay, whatever the rules, and take their places', async () => {
  for (let seed = 400; seed < 420; seed++) {
    const people = crowd({ seed, mentees: 12, mentors: 5, skills: 6, capacity: 2, messy: true });
    const mentee = people.find(({ roles }) => roles.includes('mentee'))!;
    const mentor = people.find(
      ({ id, roles, capacity }) => id !== mentee.id && roles.includes('mentor') && capacity !== 0,
    )!;
    const locked = [{ menteeId: mentee.id, mentorId: mentor.id }];
    const program: MatchProgram = { ...wholeProgram, current: { pairs: [], locked } };
    const matching = checked(people, program, await match(people, program), seed);
    assert.equal(matching.pairs.filter((pair) => pair.locked).length, 1);
  }
});

test('loads, convex losses, regret, several mentors and groups come with a proof that holds', async () => {
  const objectives: Objective[] = [
    { loadBalance: [0, 500, 2000] },
    { convexity: 2 },
    { maxRegret: 800 },
    { floor: 5000 },
    { participation: { unmatchedCost: 5000 }, convexity: 3, floor: 'maxMin' },
  ];
  for (let seed = 500; seed < 525; seed++) {
    const roll = dice(seed);
    const people = crowd({
      seed,
      mentees: 14,
      mentors: 7,
      skills: 6,
      capacity: 4,
      messy: seed % 2 === 0,
    }).map((person) => ({
      ...person,
      demand: roll() < 0.3 ? 2 : 1,
      minCapacity: roll() < 0.3 ? 2 : 0,
    }));
    for (const said of objectives) {
      const program = objective(wholeProgram, said);
      const matching = checked(people, program, await match(people, program), seed);
      assert.equal(
        new Set(matching.pairs.map((pair) => `${pair.menteeId} ${pair.mentorId}`)).size,
        matching.pairs.length,
      );
      for (const { id, minCapacity } of people) {
        const size = matching.pairs.filter(({ mentorId }) => mentorId === id).length;
        assert.ok(size === 0 || size >= minCapacity, `seed ${seed}: a group of ${size}`);
      }
      const keys = new Set(matching.pairs.map((pair) => `${pair.menteeId} ${pair.mentorId}`));
      for (const { menteeId, mentorId } of matching.pairs) assert.ok(!keys.has(`${mentorId} ${menteeId}`));
    }
  }
});

test('one more is matched even if a hundred others must move for it', async () => {
  const people: Participant[] = [];
  const number = (at: number) => String(at).padStart(3, '0');
  for (let at = 0; at <= 100; at++) {
    const skills = [`own ${at}`, `next ${at - 1}`].map((skill) => ({ skill, level: 4 as const }));
    people.push({ id: `mentor ${number(at)}`, roles: ['mentor'], skills });
    if (at === 100) break;
    const goals = [{ skill: `own ${at}` }, { skill: `next ${at}` }];
    people.push({
      id: `mentee ${number(at)}`,
      roles: ['mentee'],
      goals,
      preferences: [`mentor ${number(at)}`],
    });
  }
  people.push({ id: 'last', roles: ['mentee'], goals: [{ skill: 'own 0' }], preferences: ['mentor 000'] });
  const program: MatchProgram = {
    criteria: [{ criterion: 'preference', weight: 1 }],
    constraints: [{ rule: 'strongerInSkill' }],
  };
  for (const candidates of [{}, { candidatesPerMentee: 1 }]) {
    const asked = { ...program, ...candidates };
    const matching = checked(people, asked, await match(people, asked), 0);
    assert.deepEqual([matching.pairs.length, matching.total], [101, 10_000]);
  }
});

test('above the highest floor fewer can be matched', async () => {
  for (let seed = 800; seed < 812; seed++) {
    const people = crowd({ seed, mentees: 40, mentors: 14, skills: 8, capacity: 4, messy: seed % 2 === 0 });
    const plain = await match(people, plainProgram);
    for (const more of [{}, { candidatesPerMentee: 1 }]) {
      const asked = objective({ ...plainProgram, ...more }, { floor: 'maxMin' });
      const matching = checked(people, asked, await match(people, asked), seed);
      const { certificate, fairness, pairs, total } = matching;
      assert.ok('floor' in certificate && certificate.floor === fairness.worst, `seed ${seed}`);
      if (plain.mutualBroken + matching.mutualBroken === 0)
        assert.equal(fairness.priceOfFairness, plain.total - total);
      const above = await match(people, objective(plainProgram, { floor: certificate.floor + 1 }));
      assert.ok(pairs.length > above.pairs.length, `seed ${seed}`);
    }
  }
});
