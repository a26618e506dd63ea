import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, dayOf, momentOf, startOfDay, wallTime } from './zone.js';

describe('wall time and moments', () => {
  test('are each other’s inverse around the clock changes of many zones', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Asia/Beirut',
    ];
    for (const zone of zones)
      for (let day = 0; day < 366; day++)
        for (const hour of ['00:30', '05:15', '12:00']) {
          const wall = `${addDays('2026-01-01', day)}T${hour}:07.125`;
          const back = wallTime(momentOf(wall, zone), zone);
          // Beirut skips 00:00 to 01:00 on one night: there the clock shows one hour more.
          if (back !== wall) assert.equal(`${zone} ${back}`, `Asia/Beirut ${wall.replace('T00', 'T01')}`);
        }
  });

  test('a time that clocks skip is what unchanged clocks would have called so', () => {
    assert.equal(momentOf('2026-03-29T02:30:00.000', 'Europe/Berlin'), '2026-03-29T01:30:00.000Z');
    assert.equal(wallTime('2026-03-29T01:30:00.000Z', 'Europe/Berlin'), '2026-03-29T03:30:00.000');
  });

  test('a time that clocks show twice is the first', () => {
    assert.equal(momentOf('2026-10-25T02:30:00.000', 'Europe/Berlin'), '2026-10-25T00:30:00.000Z');
  });
});

test('a day begins at its first moment, also where midnight is skipped', () => {
  assert.equal(startOfDay('2026-03-10', 'Europe/Berlin'), '2026-03-09T23:00:00.000Z');
  const first = startOfDay('2026-03-29', 'Asia/Beirut');
  assert.equal(wallTime(first, 'Asia/Beirut'), '2026-03-29T01:00:00.000');
  assert.equal(dayOf(first, 'Asia/Beirut'), '2026-03-29');
  assert.equal(dayOf(new Date(Date.parse(first) - 1).toISOString(), 'Asia/Beirut'), '2026-03-28');
});

test('days are counted on the calendar', () => {
  assert.equal(addDays('2026-02-27', 2), '2026-03-01');
  assert.equal(addDays('2026-01-01', -1), '2025-12-31');
});
