import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { GuildhallError } from './errors.js';
import { canonicalJson, errorFromWire, errorToWire, STATUS } from './wire.js';

test('an error crosses the wire whole, and its inside stays', () => {
  const error = new GuildhallError('forbidden', 'allowance.spent', 'Too few.', {
    details: { shortfall: 10 },
    fields: [{ path: 'points', message: 'Fewer.' }],
    cause: new Error('secret'),
  });
  const text = JSON.stringify(errorToWire(error, 'r-1'));
  assert.ok(!text.includes('secret'));
  const back = errorFromWire(JSON.parse(text), STATUS.forbidden);
  assert.deepEqual(
    [back.code, back.reason, back.message, back.details, back.fields],
    [error.code, error.reason, error.message, error.details, error.fields],
  );
});

test('what is not ours says nothing of the inside', () => {
  for (const error of [
    new Error('SELECT * FROM people'),
    'text',
    null,
    new GuildhallError('internal', 'x', 'SQL'),
  ])
    assert.ok(!/SELECT|SQL/.test(JSON.stringify(errorToWire(error))));
});

test('an answer that is no error of ours becomes one', () => {
  assert.equal(errorFromWire(undefined, 502).code, 'unavailable');
  assert.equal(errorFromWire({ code: 'constructor', reason: 'x', message: 'y' }, 500).code, 'internal');
  assert.equal(errorFromWire('<html>', 404).reason, 'http.404');
});

test('canonical JSON does not depend on the order of keys, and keeps everything else', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
      assert.equal(canonicalJson(reversed(value)), canonicalJson(value));
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
