import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownActor, Role } from '../../policy.js';
import type { GroupOfWave } from '../model/wave.js';
import { groupReaders, maySeeGroup, readingOf } from './readers.js';

const actor = (id: string, ...roles: Role[]): KnownActor => ({ id, system: false, roles, teamIds: [] });
const group = (id: string): GroupOfWave => ({ id, level: 1, name: id, of: [], label: id });
const roster = { personIds: ['mia', 'ned'], ownGroups: { mia: ['team:a'] } };

function wave(readers: Partial<Parameters<typeof readingOf>[0]['readers']> = {}) {
  return {
    askerId: 'asker',
    readersAsked: true,
    readers: { people: ['pat'], roles: ['hrAdmin' as const], managers: false, members: false, ...readers },
    groups: ['all', 'team:a', 'team:b', 'below:boss'].map(group),
  };
}

test('who asks, who was named and holders of the named roles read everything and the words', () => {
  for (const one of [actor('asker'), actor('pat'), actor('hr', 'hrAdmin')]) {
    const reading = readingOf(wave(), one, roster);
    assert.deepEqual([reading.groups, reading.words], ['every', true]);
  }
  const analyst = readingOf(wave(), actor('ana', 'analyst'), roster);
  assert.deepEqual([analyst.known, maySeeGroup(analyst, 'all')], [false, false]);
});

test('managers read the group below them, and only where that was said', () => {
  const boss = actor('boss');
  assert.equal(readingOf(wave(), boss, roster).known, false);
  const reading = readingOf(wave({ managers: true }), boss, roster);
  assert.ok(maySeeGroup(reading, 'below:boss'));
  assert.ok(!maySeeGroup(reading, 'all') && !maySeeGroup(reading, 'team:a') && !reading.words);
  assert.equal(readingOf(wave({ managers: true }), actor('other'), roster).known, false);
});

test('those who were asked know of the wave; they read the whole and their own teams where that was said', () => {
  const mia = readingOf(wave(), actor('mia'), roster);
  assert.deepEqual([mia.known, maySeeGroup(mia, 'all')], [true, false]);
  const reading = readingOf(wave({ members: true }), actor('mia'), roster);
  assert.ok(maySeeGroup(reading, 'all') && maySeeGroup(reading, 'team:a'));
  assert.ok(!maySeeGroup(reading, 'team:b') && !reading.words);
});

test('groups were promised to those asked and to managers above them, each only where that was said', () => {
  const below = { ...group('below:boss'), of: [{ by: 'below', value: 'boss' }] };
  const of = (readers: Parameters<typeof wave>[0]) =>
    groupReaders({ ...wave(readers), groups: [group('all'), below] }, roster);
  assert.deepEqual(of({}), []);
  assert.deepEqual(of({ members: true }), ['mia', 'ned']);
  assert.deepEqual(of({ managers: true }), ['boss']);
  assert.deepEqual(of({ managers: true, members: true }), ['mia', 'ned', 'boss']);
});
