import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from './sha256.js';

const byNode = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('the standard’s own examples', () => {
  assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('every length around the block’s edge', () => {
  for (let length = 0; length < 200; length++)
    assert.equal(sha256('x'.repeat(length)), byNode('x'.repeat(length)));
});

test('any text hashes as Node’s does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sha256(text) === byNode(text)),
  );
});
