import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mentorship } from '../test-mentorship.js';
import { nextStep, stallsAt, withDue } from './due.js';

const BERLIN = 'Europe/Berlin';

describe('a mentorship stalls', () => {
  test('so many days after it began, was resumed or met last', () => {
    assert.equal(stallsAt(mentorship(), BERLIN), '2026-03-22T09:00:00.000Z');
    const met = mentorship({ lastHeldAt: '2026-03-10T10:00:00.000Z' });
    assert.equal(stallsAt(met, BERLIN), '2026-03-31T10:00:00.000Z');
    const resumed = { ...met, resumedAt: '2026-04-01T00:00:00.000Z' };
    assert.equal(stallsAt(resumed, BERLIN), '2026-04-22T00:00:00.000Z');
    const later = mentorship({ startsOn: '2026-04-01', state: 'agreed' });
    assert.equal(stallsAt(later, BERLIN), '2026-04-21T22:00:00.000Z');
  });

  test('not before an agreed session has passed and there were days to log it', () => {
    const agreed = mentorship({ nextAt: '2026-05-04T10:00:00.000Z' });
    assert.equal(stallsAt(agreed, BERLIN), '2026-05-07T10:00:00.000Z');
    const soon = mentorship({ nextAt: '2026-03-04T10:00:00.000Z' });
    assert.equal(stallsAt(soon, BERLIN), '2026-03-22T09:00:00.000Z');
  });

  test('never while it rests or comes to its end', () => {
    for (const state of ['paused', 'wrappingUp', 'completed', 'endedEarly'] as const)
      assert.equal(stallsAt(mentorship({ state }), BERLIN), undefined, state);
  });
});

describe('what is due next', () => {
  test('is the earliest of what its state allows', () => {
    assert.deepEqual(nextStep(withDue(mentorship(), BERLIN), BERLIN), {
      step: 'stall',
      at: '2026-03-22T09:00:00.000Z',
    });
    const short = withDue(mentorship({ endsOn: '2026-03-15' }), BERLIN);
    assert.deepEqual(nextStep(short, BERLIN), { step: 'wrapUp', at: '2026-03-15T23:00:00.000Z' });
    assert.equal(short.dueAt, '2026-03-15T23:00:00.000Z');
    const agreed = withDue(mentorship({ state: 'agreed', startsOn: '2026-03-30' }), BERLIN);
    assert.deepEqual(nextStep(agreed, BERLIN), { step: 'begin', at: '2026-03-29T22:00:00.000Z' });
    const paused = withDue(mentorship({ state: 'paused', pausedUntil: '2026-04-01' }), BERLIN);
    assert.deepEqual(nextStep(paused, BERLIN), { step: 'resume', at: '2026-03-31T22:00:00.000Z' });
    const closing = mentorship({ state: 'wrappingUp', wrapUpSince: '2026-06-01T00:00:00.000Z' });
    assert.deepEqual(nextStep(closing, BERLIN), { step: 'finish', at: '2026-07-01T00:00:00.000Z' });
  });

  test('is nothing once it is over, and stalling once is enough', () => {
    for (const state of ['completed', 'endedEarly'] as const)
      assert.equal(withDue(mentorship({ state, endsOn: '2026-03-15' }), BERLIN).dueAt, undefined);
    const stalled = withDue(mentorship({ stalledSince: '2026-03-22T09:00:00.000Z' }), BERLIN);
    assert.equal(stalled.stalledSince, '2026-03-22T09:00:00.000Z');
    assert.equal(stalled.dueAt, undefined);
  });
});

test('a stalled mentorship is alive again with a session held or agreed', () => {
  const stalled = mentorship({
    stalledSince: '2026-03-22T09:00:00.000Z',
    nudgedAt: '2026-03-23T09:00:00.000Z',
  });
  for (const sign of [{ lastHeldAt: '2026-03-24T09:00:00.000Z' }, { nextAt: '2026-03-26T09:00:00.000Z' }]) {
    const alive = withDue({ ...stalled, ...sign }, BERLIN);
    assert.equal(alive.stalledSince, undefined);
    assert.equal(alive.nudgedAt, undefined);
    assert.ok(alive.dueAt !== undefined && alive.dueAt > '2026-03-24');
  }
});
