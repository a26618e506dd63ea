import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MENTORSHIP_STATES, type Mentorship } from '../model/mentorship.js';
import { mentorship } from '../test-mentorship.js';
import { isSigned, mayOf, maySession, resumed, sideOf, withHeld, wrapUp } from './states.js';

const NOW = new Date('2026-04-01T10:00:00.000Z');

/** What a person who has signed may do in each state; `edit` and the rest by their names. */
const ALLOWED: Record<(typeof MENTORSHIP_STATES)[number], (keyof Mentorship['may'])[]> = {
  proposed: ['edit', 'schedule', 'endEarly'],
  agreed: ['edit', 'schedule', 'endEarly'],
  active: ['edit', 'schedule', 'pause', 'endEarly', 'complete'],
  paused: ['edit', 'resume', 'endEarly', 'complete'],
  wrappingUp: ['edit', 'schedule', 'complete'],
  completed: ['thank'],
  endedEarly: [],
};

describe('what each state allows', () => {
  for (const state of MENTORSHIP_STATES)
    test(state, () => {
      const may = mayOf(mentorship({ state }), 'ana');
      const allowed = Object.entries(may).flatMap(([what, yes]) => (yes ? [what] : []));
      assert.deepEqual(allowed.sort(), [...ALLOWED[state]].sort());
      const others = Object.values(mayOf(mentorship({ state }), 'eve'));
      assert.ok(others.every((yes) => !yes));
    });

  test('who has not signed may, while it lives', () => {
    const record = mentorship({ agreement: { text: '', signed: [] } });
    assert.equal(mayOf({ ...record, state: 'proposed' }, 'ana').sign, true);
    assert.equal(mayOf({ ...record, state: 'endedEarly' }, 'ana').sign, false);
    assert.equal(mayOf(mentorship({ state: 'proposed' }), 'ana').sign, false);
  });

  test('a closing reflection is written once', () => {
    const may = mayOf(mentorship({ state: 'wrappingUp', completedBy: ['ana'] }), 'ana');
    assert.equal(may.complete, false);
  });
});

describe('what may be done with a session', () => {
  const session = { state: 'scheduled', start: '2026-04-01T09:00:00.000Z' } as const;

  test('one that has begun can be logged, one to come cannot', () => {
    assert.deepEqual(maySession(mentorship(), session, 'ana', NOW), { move: true, cancel: true, log: true });
    const later = { ...session, start: '2026-04-01T10:00:00.001Z' };
    assert.equal(maySession(mentorship(), later, 'ana', NOW).log, false);
  });

  test('nothing once it is over, or for others', () => {
    const none = { move: false, cancel: false, log: false };
    for (const state of ['held', 'missed', 'canceled'] as const)
      assert.deepEqual(maySession(mentorship(), { ...session, state }, 'ana', NOW), none);
    assert.deepEqual(maySession(mentorship({ state: 'endedEarly' }), session, 'ana', NOW), none);
    assert.deepEqual(maySession(mentorship(), session, 'eve', NOW), none);
  });

  test('while it is paused it can only be canceled', () => {
    const may = maySession(mentorship({ state: 'paused' }), session, 'ana', NOW);
    assert.deepEqual(may, { move: false, cancel: true, log: false });
  });
});

test('everybody signs, in a circle too', () => {
  const circle = mentorship({ menteeIds: ['ana', 'ben'], personIds: ['mo', 'ana', 'ben'] });
  assert.equal(isSigned(circle), false);
  const signed = [...circle.agreement.signed, { personId: 'ben', at: NOW.toISOString() }];
  assert.equal(isSigned({ ...circle, agreement: { text: '', signed } }), true);
  assert.equal(sideOf(circle, 'ben'), 'mentee');
});

describe('held sessions', () => {
  const first = { id: 's1', start: '2026-03-10T10:00:00.000Z', planStep: 0 };
  const second = { id: 's2', start: '2026-03-24T10:00:00.000Z' };
  const plan = [
    { title: 'Meet', agenda: '…', dueAfterDays: 7 },
    { title: 'Goals', agenda: '…', dueAfterDays: 21 },
  ];

  test('count, fill their step of the plan, and the latest is the last however they are logged', () => {
    const one = withHeld(mentorship({ plan }), [second], NOW);
    const both = withHeld(one, [first], NOW);
    assert.equal(both.sessionsHeld, 2);
    assert.equal(both.lastHeldAt, second.start);
    assert.deepEqual(
      both.plan.map((step) => step.sessionId),
      ['s1', undefined],
    );
    assert.equal(both.state, 'active');
  });

  test('of a single conversation lead to its end', () => {
    const talked = withHeld(mentorship({ oneOff: true }), [first], NOW);
    assert.equal(talked.state, 'wrappingUp');
    assert.equal(talked.wrapUpSince, NOW.toISOString());
  });
});

test('a pause leaves nothing behind', () => {
  const paused = mentorship({ state: 'paused', pausedUntil: '2026-05-01' });
  assert.equal(resumed(paused, NOW).pausedUntil, undefined);
  assert.equal(resumed(paused, NOW).resumedAt, NOW.toISOString());
  const closing = wrapUp(paused, NOW);
  assert.equal(closing.pausedUntil, undefined);
  assert.deepEqual(wrapUp(closing, new Date(0)), closing);
});
