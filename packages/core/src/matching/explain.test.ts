import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain, explainer, shownTo } from './explain.js';
import { match } from './match.js';
import type { Participant } from './participant.js';
import type { MatchProgram } from './program.js';
import { crowd, plainProgram, wholeProgram } from './crowd.js';
import { placeValue, stayBonusCurve, whatIf } from './what-if.js';

test('the reasons of a pair add up to its score, and say what the criteria say', async () => {
  for (let seed = 1; seed <= 10; seed++) {
    const people = crowd({ seed, mentees: 20, mentors: 10, skills: 6, messy: true });
    const matching = await match(people, wholeProgram);
    for (const { menteeId, mentorId, score, reasons } of matching.pairs) {
      assert.equal(
        reasons.reduce((sum, { points }) => sum + points, 0),
        score,
      );
      assert.equal(
        reasons.reduce((sum, { max }) => sum + max, 0),
        10_000,
      );
      const explanation = explain(people, wholeProgram, matching, menteeId);
      assert.deepEqual(
        [explanation.mentorId, explanation.score, explanation.reasons],
        [mentorId, score, reasons],
      );
      assert.deepEqual([explanation.cost, explanation.rules], [0, []]);
      assert.ok(explanation.rank! >= 1 && explanation.rank! <= explanation.eligible);
    }
  }
});

test('insisting on another pair costs the whole at least what the explanation says', async () => {
  let compared = 0;
  for (let seed = 30; seed < 40; seed++) {
    const people = crowd({ seed, mentees: 8, mentors: 5, skills: 5, capacity: 2 });
    const program: MatchProgram = { ...plainProgram, objective: { participation: { unmatchedCost: 6000 } } };
    const matching = await match(people, program);
    const ask = explainer(people, program, matching);
    const loss = (pairs: number, total: number) => pairs * 10_000 - total + (8 - pairs) * 6000;
    const least = loss(matching.pairs.length, matching.total);
    for (const mentee of people.filter(({ roles }) => roles.includes('mentee')))
      for (const mentor of people.filter(({ roles }) => roles.includes('mentor'))) {
        const { cost, rules } = ask(mentee.id, mentor.id);
        if (rules.length > 0 || cost === undefined) continue;
        const pair = { menteeId: mentee.id, mentorId: mentor.id };
        const forced = await whatIf(people, program, matching, { change: 'pin', pair });
        const paid = loss(forced.matching.pairs.length, forced.matching.total) - least;
        assert.ok(cost <= paid, `seed ${seed}: ${mentee.id} with ${mentor.id} costs ${paid}, not ${cost}`);
        compared++;
      }
  }
  assert.ok(compared > 100);
});

const ANA: Participant = {
  id: 'ana',
  roles: ['mentee'],
  goals: [{ skill: 'go' }],
  blocked: ['max'],
  managerId: 'boss',
};
const MAX: Participant = { id: 'max', roles: ['mentor'], skills: [{ skill: 'go', level: 4 }] };
const BOSS: Participant = { id: 'boss', roles: ['mentor'], skills: [{ skill: 'go', level: 3 }] };
const GO: MatchProgram = {
  criteria: [{ criterion: 'wantedSkill', weight: 1 }],
  constraints: [{ rule: 'reportingLine' }],
};

test('nobody is told whom somebody blocked, nor can work it out', async () => {
  const people = [ANA, MAX, BOSS];
  const matching = await match(people, GO);
  assert.deepEqual(matching.unmatched, [
    {
      menteeId: 'ana',
      missing: 1,
      reason: {
        code: 'noEligibleMentor',
        barred: { blocked: 1, reportingLine: 1 },
        mentors: 2,
        relax: ['reportingLine'],
      },
    },
  ]);
  const whole = explain(people, GO, matching, 'ana', 'max');
  assert.deepEqual(whole.rules, [{ rule: 'blocked', audience: 'admin' }]);
  for (const audience of ['participant', 'manager'] as const) {
    const shown = JSON.stringify(shownTo(audience, whole));
    assert.ok(!shown.includes('blocked'), `${audience}: ${shown}`);
  }
  assert.deepEqual(shownTo('admin', whole), whole);
  assert.deepEqual(shownTo('participant', whole).reasons, whole.reasons);
});

test('what if: a place more, a rule less, another weight, and what is refused', async () => {
  const people = [
    { ...ANA, blocked: [] },
    MAX,
    BOSS,
    { id: 'zoe', roles: ['mentee' as const], goals: [{ skill: 'go' }] },
  ];
  const matching = await match(people, { ...GO, constraints: [] });
  assert.equal(matching.pairs.length, 2);
  const narrow = people.filter(({ id }) => id !== 'boss');
  const before = await match(narrow, GO);
  assert.deepEqual(before.shortages, [{ menteeIds: ['ana', 'zoe'], mentorIds: ['max'], places: 1 }]);
  const more = await whatIf(narrow, GO, before, { change: 'capacity', mentorId: 'max', by: 1 });
  assert.equal(more.matched, 1);
  assert.deepEqual(more.moved, [{ menteeId: before.unmatched[0]!.menteeId, to: 'max' }]);
  const withLine = await match(people, GO);
  const freed = await whatIf(people, GO, withLine, { change: 'dropRule', rule: 'reportingLine' });
  assert.deepEqual([freed.matched, freed.matching.pairs.length], [0, 2]);
  const [value] = placeValue(before, narrow);
  assert.ok(value!.skill === 'go' && value!.most > 0);
  await assert.rejects(
    whatIf(people, GO, withLine, { change: 'dropRule', rule: 'sameTeam' }),
    /change\.rule "sameTeam"/,
  );
  await assert.rejects(
    whatIf(people, GO, withLine, { change: 'capacity', mentorId: 'ana', by: 1 }),
    /change\.mentorId/,
  );
  await assert.rejects(
    whatIf(people, GO, withLine, { change: 'weight', criterion: 'location', weight: 1 }),
    /change\.criterion/,
  );
});

test('the curve of stay bonuses: fewer move, and the total falls', async () => {
  const people = crowd({ seed: 77, mentees: 60, mentors: 20, skills: 12, capacity: 5 });
  const { pairs } = await match(people, plainProgram);
  const left = pairs[0]!.mentorId;
  const remaining = people.filter(({ id }) => id !== left);
  const program = { ...plainProgram, current: { pairs } };
  const curve = await stayBonusCurve(remaining, program, [0, 100, 300, 1000, 3000]);
  assert.equal(curve.length, 5);
  for (const [index, point] of curve.entries()) {
    const last = curve[index - 1] ?? { moved: Infinity, total: Infinity };
    assert.ok(point.moved <= last.moved && point.total <= last.total, JSON.stringify(curve));
  }
  assert.ok(curve[4]!.moved < curve[0]!.moved);
});
