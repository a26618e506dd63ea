import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CycleDraft, CYCLE_MOVES } from '../model/cycle.js';
import { CYCLE_STATES } from '../model/kinds.js';
import { cycleProblem, invitedAtLeast, mayMove, namelessOf, readersOf } from './cycle.js';

const TEMPLATE = { templateId: 't' };

function draft(more: object = {}): CycleDraft {
  return CycleDraft.parse({
    name: 'x',
    purpose: 'x',
    templateByDirection: { peer: TEMPLATE, self: TEMPLATE, upward: TEMPLATE },
    subjects: ['ben', 'ana'],
    dates: { nominateBy: '2026-03-01', answerBy: '2026-03-10' },
    ...more,
  });
}

describe('a cycle', () => {
  test('makes each move from the states of its life and no other', () => {
    const allowed = Object.fromEntries(
      CYCLE_STATES.map((state) => [state, CYCLE_MOVES.filter((move) => mayMove({ state }, move))]),
    );
    assert.deepEqual(allowed, {
      draft: ['updateCycle', 'launch', 'cancelCycle', 'copyCycle'],
      nominating: ['startApproving', 'startCollecting', 'extend', 'cancelCycle', 'copyCycle'],
      approving: ['startCollecting', 'extend', 'cancelCycle', 'copyCycle'],
      collecting: ['extend', 'remind', 'close', 'cancelCycle', 'copyCycle'],
      calibrating: ['calibrate', 'release', 'cancelCycle', 'copyCycle'],
      releasing: ['copyCycle'],
      released: ['finish', 'copyCycle', 'exportCycle'],
      closed: ['copyCycle', 'exportCycle'],
      canceled: ['copyCycle'],
    });
  });

  test('asks nameless people only of peers, reports and external people, and of nobody in a named one', () => {
    assert.deepEqual(namelessOf(draft()), ['peer', 'upward']);
    assert.deepEqual(namelessOf(draft({ mode: 'sealed' })), ['peer', 'upward']);
    assert.deepEqual(namelessOf(draft({ mode: 'named' })), []);
  });

  test('invites at least what its amounts say', () => {
    assert.equal(invitedAtLeast(draft()), 0);
    assert.equal(
      invitedAtLeast(draft({ amounts: { peer: { min: 4, max: 6 }, upward: { min: 1, max: 9 } } })),
      10,
    );
    assert.equal(invitedAtLeast(draft({ mode: 'named', amounts: { peer: { min: 4, max: 6 } } })), 0);
  });

  test('names its readers in one order', () => {
    const visibility = { hr: true, skipManager: true, manager: false, subject: true };
    assert.deepEqual(readersOf(visibility), ['subject', 'skipManager', 'hr']);
  });

  test('says the field of what is wrong', () => {
    const path = (more: object) => cycleProblem(draft(more))?.path;
    assert.equal(path({}), undefined);
    assert.equal(path({ subjects: ['ben', 'ben'] }), 'subjects');
    assert.equal(path({ templateByDirection: {} }), 'templateByDirection');
    assert.equal(path({ amounts: { upward: { min: 3, max: 2 } } }), 'amounts.upward.max');
    assert.equal(path({ visibility: { subject: false, hr: true } }), 'visibility.subject');
    assert.equal(path({ thresholds: { k360: 8, kText: 7 } }), 'thresholds.kText');
    assert.equal(path({ dates: { nominateBy: '2026-03-11', answerBy: '2026-03-10' } }), 'dates.answerBy');
    const releaseOn = { nominateBy: '2026-03-01', answerBy: '2026-03-10', releaseOn: '2026-03-10' };
    assert.equal(path({ dates: releaseOn }), 'dates.releaseOn');
  });

  test('takes no threshold that hides too little', () => {
    for (const thresholds of [{ k360: 2 }, { k360: 11 }, { kText: 4 }])
      assert.throws(() => draft({ thresholds }));
  });
});
