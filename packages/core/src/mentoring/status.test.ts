import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusOf } from './status.js';
import { mentorship } from './test-mentorship.js';

const people = new Map([
  ['mo', { id: 'mo', name: 'Mo Berg' }],
  ['ana', { id: 'ana', name: 'Ana Ruiz' }],
]);
const NOW = new Date('2026-04-01T10:00:00.000Z');

test('a status says whether it lives, and nothing of what is said in it', () => {
  const record = mentorship({
    ask: 'SECRET ask',
    goals: [
      { id: 'g1', title: 'SECRET goal', progress: 100, state: 'met' },
      { id: 'g2', title: 'SECRET goal', progress: 10, state: 'open' },
    ],
    sessionsHeld: 2,
    lastHeldAt: '2026-03-10T10:00:00.000Z',
    nextAt: '2026-04-08T10:00:00.000Z',
  });
  const status = statusOf(record, people, NOW);
  assert.deepEqual(status, {
    id: 'm1',
    mentors: [{ id: 'mo', name: 'Mo Berg' }],
    mentees: [{ id: 'ana', name: 'Ana Ruiz' }],
    state: 'active',
    signed: 2,
    sessionsHeld: 2,
    lastHeldAt: '2026-03-10T10:00:00.000Z',
    nextAt: '2026-04-08T10:00:00.000Z',
    goals: { open: 1, met: 1 },
  });
});

test('a session that has passed is not the next one', () => {
  const record = mentorship({ nextAt: '2026-04-01T09:00:00.000Z' });
  assert.equal(statusOf(record, people, NOW).nextAt, undefined);
});

test('the reason of an early end is there when it is given, without who gave it', () => {
  const at = '2026-03-30T10:00:00.000Z';
  const record = mentorship({ state: 'endedEarly', endedAt: at });
  const ending = { id: 'm1', scope: 'open', byId: 'ana', reason: 'noTime', note: 'Exams', at } as const;
  assert.deepEqual(statusOf(record, people, NOW, ending).ending, { reason: 'noTime', note: 'Exams', at });
  assert.equal(statusOf(record, people, NOW).ending, undefined);
});
