import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dueAt, nextReminder, remindersBy } from './due.js';

const ZONE = 'Europe/Berlin';

/** A collection that began on a Friday; the clocks are put forward on March 29. */
const cycle = {
  state: 'collecting' as const,
  since: { collecting: '2026-03-20T09:00:00.000Z' },
  dates: { nominateBy: '2026-03-19', answerBy: '2026-03-31' },
  closesOn: '2026-03-31',
  reminders: 0,
};

describe('what is due in a cycle', () => {
  test('two reminders by the clock of the organization, and no third', () => {
    assert.equal(nextReminder(cycle, ZONE), '2026-03-25T09:00:00.000Z');
    assert.equal(nextReminder({ ...cycle, reminders: 1 }, ZONE), '2026-03-30T07:00:00.000Z');
    assert.equal(nextReminder({ ...cycle, reminders: 2 }, ZONE), undefined);
  });

  test('a late one does not bring two at once', () => {
    assert.equal(remindersBy(cycle, new Date('2026-03-25T08:59:59.999Z'), ZONE), 0);
    assert.equal(remindersBy(cycle, new Date('2026-03-25T09:00:00.000Z'), ZONE), 1);
    assert.equal(remindersBy(cycle, new Date('2026-03-31T09:00:00.000Z'), ZONE), 2);
  });

  test('each state waits for its own day', () => {
    assert.equal(dueAt(cycle, ZONE), '2026-03-25T09:00:00.000Z');
    assert.equal(dueAt({ ...cycle, reminders: 2 }, ZONE), '2026-03-31T22:00:00.000Z');
    const longer = { ...cycle, reminders: 2, closesOn: '2026-04-02' };
    assert.equal(dueAt(longer, ZONE), '2026-04-02T22:00:00.000Z', 'somebody was given more time');
    assert.equal(dueAt({ ...cycle, state: 'nominating' }, ZONE), '2026-03-19T23:00:00.000Z');
    assert.equal(dueAt({ ...cycle, state: 'calibrating' }, ZONE), undefined);
    const dates = { ...cycle.dates, releaseOn: '2026-04-07' };
    assert.equal(dueAt({ ...cycle, state: 'calibrating', dates }, ZONE), '2026-04-06T22:00:00.000Z');
    assert.equal(dueAt({ ...cycle, state: 'released' }, ZONE), undefined);
  });

  test('telling and deleting come before everything', () => {
    const since = { ...cycle.since, released: '2026-04-07T00:00:00.000Z' };
    const telling = { what: 'release' as const };
    assert.equal(dueAt({ ...cycle, since, state: 'released', telling }, ZONE), since.released);
    assert.equal(dueAt({ ...cycle, since, state: 'released', cleaning: 'drafts' }, ZONE), since.released);
  });
});
