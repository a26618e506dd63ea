import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPending, mayDo, nextReminder, remindersBy, workingDaysAfter } from './requests.js';
import type { RequestRecord } from '../model/offer.js';

const record: RequestRecord = {
  id: 'r',
  menteeId: 'ben',
  mentorId: 'dana',
  ask: 'Show me how',
  kind: 'mentoring',
  oneOff: false,
  state: 'pending',
  at: '2026-03-12T10:00:00.000Z',
  expiresAt: '2026-03-22T10:00:00.000Z',
  extended: 0,
  reminders: 0,
};

test('working days leave out the weekend, and keep the time of day when clocks change', () => {
  assert.equal(workingDaysAfter(record.at, 3, 'UTC'), '2026-03-17T10:00:00.000Z');
  assert.equal(workingDaysAfter('2026-03-27T10:00:00.000Z', 1, 'Europe/Berlin'), '2026-03-30T09:00:00.000Z');
  // In Auckland it is Saturday already.
  assert.equal(
    workingDaysAfter('2026-03-13T12:00:00.000Z', 1, 'Pacific/Auckland'),
    '2026-03-15T12:00:00.000Z',
  );
});

test('the reminders are after three working days and a day before the end, then none', () => {
  assert.equal(nextReminder(record, 'UTC'), '2026-03-17T10:00:00.000Z');
  assert.equal(nextReminder({ ...record, reminders: 1 }, 'UTC'), '2026-03-21T10:00:00.000Z');
  assert.equal(nextReminder({ ...record, reminders: 2 }, 'UTC'), undefined);
  const by = (day: string) => remindersBy(record, new Date(`2026-03-${day}T10:00:00.000Z`), 'UTC');
  assert.deepEqual(['16', '17', '20', '21', '30'].map(by), [0, 1, 1, 2, 2]);
});

test('a request that ran out waits no more, and each side has its own rights', () => {
  const before = new Date('2026-03-22T09:59:59.999Z');
  const at = new Date('2026-03-22T10:00:00.000Z');
  assert.deepEqual([isPending(record, before), isPending(record, at)], [true, false]);
  const all = (may: Record<string, boolean>) => Object.keys(may).filter((key) => may[key]);
  assert.deepEqual(all(mayDo(record, 'dana', before)), ['respond', 'extend']);
  assert.deepEqual(all(mayDo(record, 'ben', before)), ['extend', 'withdraw']);
  assert.deepEqual(all(mayDo({ ...record, extended: 2 }, 'ben', before)), ['withdraw']);
  assert.deepEqual(all(mayDo(record, 'lea', before)), []);
  assert.deepEqual(all(mayDo(record, 'dana', at)), []);
});
