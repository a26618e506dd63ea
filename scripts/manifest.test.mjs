import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementsManifest } from './manifest.mjs';

const { modules } = elementsManifest();
const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

test('the manifest has the public elements and no others', () => {
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [
    'allowance-meter',
    'feedback-composer',
    'feedback-inbox',
    'guild-hall',
    'idea-board',
    'introduction-card',
    'kudos-card',
    'kudos-composer',
    'kudos-wall',
    'match-why',
    'match-workbench',
    'mentor-academy',
    'mentor-card',
    'mentor-finder',
    'mentoring-program',
    'mentorship-hub',
    'mentorship-request',
    'notification-center',
    'people-directory',
    'profile-card',
    'program-console',
    'pulse-survey',
    'review-console',
    'review-form',
    'review-report',
    'review-tasks',
    'safe-thread',
    'safety-trend',
    'session-planner',
  ]);
});

test('it holds what is for others, what is inherited too, by the names of the built files', () => {
  for (const { path } of modules) assert.match(path, /^dist\/[\w/-]+\.js$/);
  const members = elements.flatMap((element) => element.members);
  for (const { name, privacy } of members) {
    assert.doesNotMatch(name, /^#/);
    assert.equal(privacy, undefined, name);
  }
  const wall = elements.find(({ tagName }) => tagName === 'kudos-wall');
  assert.equal(wall.members.find(({ name }) => name === 'client').inheritedFrom.name, 'GuildElement');
});
