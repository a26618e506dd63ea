import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesApart, offsetOf, overlapMinutes, scheduleOf } from './clock.js';
import { match } from './match.js';
import { OrgChart } from './org-chart.js';
import type { Participant } from './participant.js';
import type { Constraint, Criterion, MatchProgram } from './program.js';
import { dice } from './crowd.js';
import { pointsOf, shareOf } from './weights.js';

const MENTEE: Participant = { id: 'mentee', roles: ['mentee'], goals: [{ skill: 'go', level: 3 }] };
const MENTOR: Participant = { id: 'mentor', roles: ['mentor'], skills: [{ skill: 'go', level: 4 }] };
const AT = '2026-03-20T12:00:00Z';

async function matched(
  rule: Constraint | undefined,
  mentee: Partial<Participant>,
  mentor: Partial<Participant>,
  more: Participant[] = [],
) {
  const program: MatchProgram = {
    criteria: [{ criterion: 'wantedSkill', weight: 1 }],
    constraints: rule ? [rule] : [],
    at: AT,
  };
  const { pairs, unmatched } = await match(
    [{ ...MENTEE, ...mentee }, { ...MENTOR, ...mentor }, ...more],
    program,
  );
  if (pairs.length === 1) return true;
  const { reason } = unmatched[0]!;
  assert.ok(reason.code === 'noEligibleMentor');
  if (rule) assert.deepEqual([reason.barred, reason.relax], [{ [rule.rule]: 1 }, [rule.rule]]);
  return false;
}

test('each rule forbids what it says, and nothing where data are missing', async () => {
  const chain: Participant[] = [{ id: 'middle', roles: [], managerId: 'mentee' }];
  const cases: [
    boolean,
    Constraint | undefined,
    Partial<Participant>,
    Partial<Participant>,
    Participant[]?,
  ][] = [
    [true, undefined, {}, {}],
    [false, undefined, { blocked: ['mentor'] }, {}],
    [false, undefined, {}, { blocked: ['mentee'] }],
    [false, undefined, { optOut: true }, {}],
    [false, undefined, {}, { eligible: false }],
    [false, undefined, {}, { capacity: 0 }],
    [false, { rule: 'reportingLine' }, { managerId: 'mentor' }, {}],
    [false, { rule: 'reportingLine' }, {}, { managerId: 'middle' }, chain],
    [true, { rule: 'reportingLine' }, { managerId: 'boss' }, { managerId: 'boss' }],
    [false, { rule: 'reportingLine' }, { managerId: 'mentor' }, { managerId: 'mentee' }],
    [false, { rule: 'commonLanguage' }, { languages: ['de'] }, { languages: ['en', 'fr'] }],
    [true, { rule: 'commonLanguage' }, { languages: ['de'] }, {}],
    [false, { rule: 'hoursApart', hours: 6 }, { timeZone: 'Europe/Berlin' }, { timeZone: 'Asia/Tokyo' }],
    [true, { rule: 'hoursApart', hours: 8 }, { timeZone: 'Europe/Berlin' }, { timeZone: 'Asia/Tokyo' }],
    [false, { rule: 'overlapHours', hours: 1 }, { timeZone: 'Europe/Berlin' }, { timeZone: 'Asia/Tokyo' }],
    [
      true,
      { rule: 'overlapHours', hours: 2 },
      { timeZone: 'Europe/Berlin' },
      { timeZone: 'Asia/Tokyo', workingHours: [{ start: 960, end: 1200 }] },
    ],
    [false, { rule: 'levelGap', min: 1 }, { level: 3 }, { level: 3 }],
    [true, { rule: 'levelGap', min: 1, max: 2 }, { level: 3 }, { level: 5 }],
    [true, { rule: 'levelGap', min: 1 }, { level: 3 }, {}],
    [false, { rule: 'strongerInSkill' }, { skills: [{ skill: 'go', level: 4 }] }, {}],
    [true, { rule: 'strongerInSkill' }, { skills: [{ skill: 'go', level: 3 }] }, {}],
    [false, { rule: 'sameTeam' }, { teams: ['a', 'b'] }, { teams: ['b'] }],
    [false, { rule: 'sameDepartment' }, { department: 'a' }, { department: 'a' }],
    [true, { rule: 'sameDepartment' }, { department: 'a' }, {}],
    [false, { rule: 'training' }, { trained: true }, {}],
    [true, { rule: 'training' }, { trained: true }, { trained: true }],
    [false, { rule: 'previousPartners' }, {}, { previous: ['mentee'] }],
  ];
  for (const [expected, rule, mentee, mentor, more] of cases)
    assert.equal(await matched(rule, mentee, mentor, more), expected, JSON.stringify([rule, mentee, mentor]));
});

test('a reverse program counts grades downward', async () => {
  const program = (direction: 'forward' | 'reverse' | 'either'): MatchProgram => ({
    criteria: [{ criterion: 'gradeGap', weight: 1, min: 1, peak: 3, max: 5 }],
    constraints: [{ rule: 'levelGap', min: 1 }],
    direction,
  });
  const people = [
    { ...MENTEE, level: 6 },
    { ...MENTOR, level: 3 },
  ];
  assert.equal((await match(people, program('forward'))).pairs.length, 0);
  for (const direction of ['reverse', 'either'] as const) {
    const { pairs } = await match(people, program(direction));
    assert.deepEqual([pairs[0]?.score, pairs[0]?.reasons[0]?.evidence], [10_000, { gap: 3 }]);
  }
});

async function points(
  criterion: Criterion,
  mentee: Partial<Participant>,
  mentor: Partial<Participant>,
): Promise<number> {
  const program: MatchProgram = { criteria: [criterion], constraints: [], at: AT };
  return (
    await match(
      [
        { ...MENTEE, ...mentee },
        { ...MENTOR, ...mentor },
      ],
      program,
    )
  ).pairs[0]!.score;
}

test('each criterion gives what its description says', async () => {
  const skill = (level: 1 | 2 | 3 | 4, evidence?: number) => ({ skills: [{ skill: 'go', level, evidence }] });
  const plain = (
    criterion:
      | 'wantedSkill'
      | 'evidencedSkill'
      | 'goalOverlap'
      | 'sharedLanguage'
      | 'location'
      | 'interests'
      | 'preference'
      | 'freshPartner'
      | 'exposure',
  ) => ({ criterion, weight: 3 });
  const cases: [number, Criterion, Partial<Participant>, Partial<Participant>][] = [
    [10_000, plain('wantedSkill'), {}, skill(4)],
    [10_000, plain('wantedSkill'), {}, skill(3)],
    [0, plain('wantedSkill'), {}, skill(2)],
    [7500, plain('wantedSkill'), skill(1), skill(4)],
    [5000, plain('wantedSkill'), { goals: [{ skill: 'go' }, { skill: 'sql' }] }, skill(3)],
    [5000, plain('wantedSkill'), { goals: [] }, {}],
    [5000, plain('wantedSkill'), {}, { skills: [] }],
    [0, plain('evidencedSkill'), {}, skill(4, 0)],
    [5000, plain('evidencedSkill'), {}, skill(4, 2)],
    [10_000, plain('evidencedSkill'), {}, skill(4, 3)],
    [10_000, plain('goalOverlap'), {}, { goals: [{ skill: 'go' }] }],
    [5000, { criterion: 'gradeGap', weight: 1, min: 1, peak: 2, max: 4 }, { level: 3 }, { level: 4 }],
    [6667, { criterion: 'gradeGap', weight: 1, min: 1, peak: 2, max: 4 }, { level: 3 }, { level: 6 }],
    [5000, { criterion: 'gradeGap', weight: 1 }, {}, { level: 6 }],
    [
      7500,
      { criterion: 'timeOverlap', weight: 1, hours: 4 },
      { timeZone: 'Europe/Berlin' },
      { timeZone: 'America/New_York', workingHours: [{ start: 540, end: 780 }] },
    ],
    [10_000, { criterion: 'department', weight: 1 }, { department: 'a' }, { department: 'b' }],
    [
      10_000,
      { criterion: 'department', weight: 1, prefer: 'same' },
      { department: 'a' },
      { department: 'a' },
    ],
    [10_000, plain('sharedLanguage'), { languages: ['de', 'en'] }, { languages: ['en'] }],
    [0, plain('location'), { location: 'Bonn' }, { location: 'Rome' }],
    [5000, plain('interests'), { interests: ['a', 'b'] }, { interests: ['b', 'c', 'd'] }],
    [10_000, plain('preference'), { preferences: ['mentor', 'x'] }, {}],
    [5000, plain('preference'), { preferences: ['x', 'mentor'] }, {}],
    [2500, plain('preference'), { preferences: ['x', 'mentor'] }, { preferences: ['y'] }],
    [0, plain('freshPartner'), { previous: ['mentor'] }, {}],
    [5000, plain('exposure'), {}, { capacity: 2, exposure: 2 }],
  ];
  for (const [expected, criterion, mentee, mentor] of cases)
    assert.equal(
      await points(criterion, mentee, mentor),
      expected,
      JSON.stringify([criterion, mentee, mentor]),
    );
});

test('weights sum to 10,000 and shares to the whole, whatever they are', () => {
  const roll = dice(5);
  for (let round = 0; round < 300; round++) {
    const points = pointsOf(Array.from({ length: 1 + Math.floor(roll() * 12) }, () => roll() * 10 + 0.001));
    assert.equal(
      points.reduce((a, b) => a + b, 0),
      10_000,
    );
    const count = 1 + Math.floor(roll() * 9);
    const shares = Array.from({ length: count }, (_, index) => shareOf(points[0]!, count, index));
    assert.equal(
      shares.reduce((a, b) => a + b, 0),
      points[0],
    );
  }
  assert.deepEqual(pointsOf([1, 1, 1]), [3334, 3333, 3333]);
});

test('clocks: daylight saving, midnight, and the other side of the day', () => {
  const winter = Date.parse('2026-03-20T12:00:00Z'); // New York has summer time by now, Berlin has not.
  const summer = Date.parse('2026-04-20T12:00:00Z');
  assert.deepEqual(
    ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata'].map((zone) => offsetOf(zone, winter)),
    [60, -240, 330],
  );
  assert.equal(offsetOf('Europe/Berlin', summer), 120);
  const nine = [{ start: 540, end: 1020 }];
  assert.equal(overlapMinutes(scheduleOf(60, nine), scheduleOf(-240, nine)), 180);
  assert.equal(overlapMinutes(scheduleOf(120, nine), scheduleOf(-240, nine)), 120);
  assert.equal(
    overlapMinutes(scheduleOf(0, [{ start: 1320, end: 120 }]), scheduleOf(0, [{ start: 60, end: 180 }])),
    60,
  );
  assert.equal(minutesApart(scheduleOf(13 * 60, nine), scheduleOf(-11 * 60, nine)), 0);
  assert.equal(minutesApart(scheduleOf(12 * 60, nine), scheduleOf(-10 * 60, nine)), 120);
});

test('reporting lines: as walking upward finds them, circles survived', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const roll = dice(seed);
    const managers = Int32Array.from({ length: 30 }, (_, at) =>
      at === 0 || roll() < 0.1 ? -1 : Math.floor(roll() * at),
    );
    const chart = new OrgChart(managers);
    const above = (a: number, b: number): boolean =>
      managers[b] !== -1 && (managers[b] === a || above(a, managers[b]!));
    for (let a = 0; a < 30; a++)
      for (let b = 0; b < 30; b++)
        assert.equal(chart.inLine(a, b), above(a, b) || above(b, a), `seed ${seed}`);
  }
  const circle = new OrgChart(Int32Array.from([2, 0, 1, 1, -1, 5]));
  for (const [a, b] of [
    [0, 1],
    [1, 2],
    [2, 0],
    [3, 1],
  ] as const)
    assert.ok(circle.inLine(a, b) && circle.inLine(b, a));
  assert.ok(!circle.inLine(4, 0) && !circle.inLine(5, 5) && !circle.inLine(0, 0));
});
