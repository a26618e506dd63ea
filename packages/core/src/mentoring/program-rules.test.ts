import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_STATES, type ProgramRecord } from './model/program.js';
import {
  draftProblem,
  enrollmentClosed,
  isEligible,
  mayMove,
  mayRun,
  modulesFor,
  MOVES,
} from './program-rules.js';

test('each move leads on from its own states only; an evergreen program may be launched while it enrolls', () => {
  const table = Object.fromEntries(
    PROGRAM_STATES.map((state) => [
      state,
      Object.keys(MOVES).filter((move) => mayMove({ state, form: 'cohort' }, move as keyof typeof MOVES)),
    ]),
  );
  assert.deepEqual(table, {
    draft: ['openEnrollment', 'cancelProgram'],
    enrolling: ['startMatching', 'cancelProgram'],
    matching: ['launch', 'cancelProgram'],
    running: ['wrapUp', 'cancelProgram'],
    wrappingUp: ['closeProgram'],
    closed: ['archiveProgram'],
    archived: [],
    canceled: [],
  });
  assert.equal(mayMove({ state: 'enrolling', form: 'evergreen' }, 'launch'), true);
  assert.equal(mayMove({ state: 'draft', form: 'evergreen' }, 'launch'), false);
});

test('people enroll within the dates, both days included; a cohort only before it is matched', () => {
  const timeline = { enrollFrom: '2026-03-10', enrollUntil: '2026-03-12' };
  const cohort = { state: 'enrolling', form: 'cohort', timeline } as const;
  assert.deepEqual(
    ['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13'].map((today) => enrollmentClosed(cohort, today)),
    ['program.notYetEnrolling', undefined, undefined, 'program.enrollmentOver'],
  );
  const open = PROGRAM_STATES.filter(
    (state) => enrollmentClosed({ state, form: 'cohort', timeline: {} }, '2026-03-10') === undefined,
  );
  const evergreen = PROGRAM_STATES.filter(
    (state) => enrollmentClosed({ state, form: 'evergreen', timeline: {} }, '2026-03-10') === undefined,
  );
  assert.deepEqual(open, ['enrolling']);
  assert.deepEqual(evergreen, ['enrolling', 'matching', 'running']);
});

test('a cohort is matched once enrollment is over, an evergreen program also before', () => {
  const states = (form: 'cohort' | 'evergreen') => PROGRAM_STATES.filter((state) => mayRun({ state, form }));
  assert.deepEqual(states('cohort'), ['matching', 'running']);
  assert.deepEqual(states('evergreen'), ['enrolling', 'matching', 'running']);
});

test('who is eligible: any of the departments and any of the places, and still here', () => {
  const eligibility = { departments: ['d1', 'd2'], locations: ['Lyon'] };
  const person = { departmentId: 'd2', location: 'Lyon', status: 'active' } as const;
  assert.equal(isEligible({ eligibility }, person), true);
  assert.equal(isEligible({ eligibility }, { ...person, departmentId: 'd3' }), false);
  assert.equal(isEligible({ eligibility }, { ...person, location: undefined }), false);
  assert.equal(isEligible({ eligibility }, { ...person, status: 'departed' }), false);
  const anyone = { departments: [], locations: [] };
  assert.equal(isEligible({ eligibility: anyone }, { status: 'active' }), true);
});

test('modules are for a side or for both', () => {
  const module = (id: string, side: 'mentor' | 'mentee' | 'both') => ({
    id,
    side,
    title: id,
    body: id,
    minutes: 5,
  });
  const training = {
    gate: true,
    modules: [module('a', 'mentor'), module('b', 'mentee'), module('c', 'both')],
  };
  const ids = (...sides: ('mentor' | 'mentee')[]) => modulesFor({ training }, sides).map(({ id }) => id);
  assert.deepEqual(
    [ids('mentor'), ids('mentee'), ids('mentor', 'mentee')],
    [
      ['a', 'c'],
      ['b', 'c'],
      ['a', 'b', 'c'],
    ],
  );
});

test('a draft that contradicts itself names the field', () => {
  const rules = { wishes: [], minGradeGap: null, maxGradeGap: null };
  const draft = (over: object) =>
    // The rules look at these three fields only.
    draftProblem({
      timeline: {},
      training: { gate: false, modules: [] },
      rules,
      ...over,
    } as unknown as ProgramRecord)?.path;
  assert.equal(draft({}), undefined);
  assert.equal(
    draft({ timeline: { enrollFrom: '2026-02-02', enrollUntil: '2026-02-01' } }),
    'timeline.enrollUntil',
  );
  assert.equal(draft({ timeline: { startsOn: '2026-02-02', endsOn: '2026-02-01' } }), 'timeline.endsOn');
  const wish = { wish: 'location', weight: 1 };
  assert.equal(draft({ rules: { ...rules, wishes: [wish, wish] } }), 'rules.wishes');
  assert.equal(draft({ rules: { ...rules, minGradeGap: 3, maxGradeGap: 2 } }), 'rules.maxGradeGap');
  assert.equal(draft({ training: { modules: [{ id: 'a' }, { id: 'a' }] } }), 'training.modules');
});
