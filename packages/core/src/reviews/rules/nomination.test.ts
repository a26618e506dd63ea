import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { KnownActor, Role } from '../../policy.js';
import { mayDo, mayPropose, maySeeNominations, reviewerProblem } from './nomination.js';

const actor = (id: string, ...roles: Role[]): KnownActor => ({ id, system: false, roles, teamIds: [] });
const [ben, chidi, femi, zoe] = [actor('ben'), actor('chidi'), actor('femi', 'hrAdmin'), actor('zoe')];
const subject = {
  subjectId: 'ben',
  managerId: 'chidi',
  skipManagerId: 'zoe',
  reportIds: ['rita'],
};
const MODES = ['hr', 'manager', 'subject'] as const;

describe('who proposes', () => {
  test('is HR, and whom the cycle names; a manager where the subject does', () => {
    const names = (nominationMode: (typeof MODES)[number]) =>
      [ben, chidi, femi, zoe]
        .filter((one) => mayPropose({ state: 'nominating', nominationMode }, subject, one, false))
        .map((one) => one.id);
    assert.deepEqual(MODES.map(names), [['femi'], ['chidi', 'femi'], ['ben', 'chidi', 'femi']]);
  });

  test('later only in place of somebody, and HR', () => {
    const may = (one: KnownActor, replacing: boolean) =>
      mayPropose({ state: 'collecting', nominationMode: 'subject' }, subject, one, replacing);
    assert.deepEqual([may(ben, false), may(ben, true), may(femi, false)], [false, true, true]);
    assert.equal(mayPropose({ state: 'calibrating', nominationMode: 'hr' }, subject, femi, true), false);
  });
});

test('a subject sees who is asked only where the subject proposes', () => {
  const sees = (one: KnownActor, nominationMode: (typeof MODES)[number], approval: 'manager' | 'hr') =>
    maySeeNominations({ nominationMode, approval }, subject, one);
  assert.deepEqual(
    MODES.map((mode) => sees(ben, mode, 'manager')),
    [false, false, true],
  );
  assert.deepEqual(
    MODES.map((mode) => sees(chidi, mode, 'hr')),
    [false, true, true],
  );
  assert.equal(sees(chidi, 'hr', 'manager'), true);
  assert.equal(sees(zoe, 'subject', 'manager'), false);
});

test('once forms are open nobody takes one away, whatever its state', () => {
  const cycle = {
    state: 'collecting' as const,
    nominationMode: 'subject' as const,
    approval: 'manager' as const,
  };
  const may = mayDo(cycle, subject, { state: 'approved', direction: 'peer', byId: 'ben' }, femi);
  assert.deepEqual(may, { decide: false, withdraw: false, replace: false, extend: true });
});

test('who cannot answer is told why', () => {
  const problem = (id: string, direction: 'peer' | 'upward' | 'external', reads = false) =>
    reviewerProblem(subject, id, direction, reads);
  assert.equal(problem('ben', 'peer'), 'reviewer.self');
  assert.equal(problem('chidi', 'external'), 'reviewer.direction');
  assert.equal(problem('rita', 'peer'), 'reviewer.direction');
  assert.equal(problem('rita', 'upward'), undefined);
  assert.equal(problem('ana', 'upward'), 'reviewer.direction');
  assert.equal(problem('zoe', 'peer'), undefined);
  assert.equal(problem('zoe', 'peer', true), 'reviewer.reader');
});
