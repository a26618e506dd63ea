import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remindAt } from './reminder.js';

const NOW = new Date('2026-03-20T12:00:00.000Z');

test('a reminder comes the day before, at the same time on the clocks of the session', () => {
  assert.equal(remindAt('2026-03-25T09:00:00.000Z', 'Europe/Berlin', NOW), '2026-03-24T09:00:00.000Z');
});

test('also over the night in which the clocks change', () => {
  // 10:00 in Berlin both days: 23 hours before, and 25 in autumn.
  assert.equal(remindAt('2026-03-29T08:00:00.000Z', 'Europe/Berlin', NOW), '2026-03-28T09:00:00.000Z');
  assert.equal(remindAt('2026-10-25T09:00:00.000Z', 'Europe/Berlin', NOW), '2026-10-24T08:00:00.000Z');
});

test('none when the day before is over', () => {
  assert.equal(remindAt('2026-03-21T11:59:00.000Z', 'UTC', NOW), undefined);
  assert.equal(remindAt('2026-03-21T12:00:00.000Z', 'UTC', NOW), undefined);
  assert.equal(remindAt('2026-03-21T12:01:00.000Z', 'UTC', NOW), '2026-03-20T12:01:00.000Z');
});
