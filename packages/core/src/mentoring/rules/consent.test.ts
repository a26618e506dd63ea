import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyState, withConsent } from './consent.js';

const proposed = { personIds: ['ana', 'mo', 'ben'], consentedBy: ['ana'], refusedBy: [] };

test('a story is public while the consent of everybody stands, and not a moment longer', () => {
  assert.equal(storyState(proposed), 'awaitingConsent');
  const two = withConsent(proposed, 'mo', true);
  assert.equal(storyState(two), 'awaitingConsent');
  const all = withConsent(two, 'ben', true);
  assert.equal(storyState(all), 'published');
  const without = withConsent(all, 'mo', false);
  assert.equal(storyState(without), 'withdrawn');
  assert.equal(storyState(withConsent(without, 'mo', true)), 'published');
});

test('giving or refusing twice is once', () => {
  const twice = withConsent(withConsent(proposed, 'mo', true), 'mo', true);
  assert.deepEqual(twice.consentedBy, ['ana', 'mo']);
  const refused = withConsent(withConsent(twice, 'mo', false), 'mo', false);
  assert.deepEqual([refused.consentedBy, refused.refusedBy], [['ana'], ['mo']]);
});
