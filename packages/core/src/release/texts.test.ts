import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChaCha, chachaBlock, shuffled } from './chacha.js';
import { computeRelease } from './compute-release.js';
import type { SurveyInput, SurveyRelease } from './model.js';
import { surveyOf } from './test-surveys.js';

function released(input: SurveyInput): SurveyRelease {
  const release = computeRelease(input);
  assert.ok(release.kind === 'survey');
  return release;
}

test('the stream is ChaCha20: the block of RFC 8439, 2.3.2', () => {
  const key = Array.from({ length: 8 }, (_, word) => 0x03020100 + word * 0x04040404);
  const state = Uint32Array.of(
    0x61707865,
    0x3320646e,
    0x79622d32,
    0x6b206574,
    ...key,
    1,
    0x09000000,
    0x4a000000,
    0,
  );
  const words = [...chachaBlock(state)].map((word) => word.toString(16).padStart(8, '0'));
  assert.deepEqual(words.slice(0, 4), ['e4e7f110', '15593bd1', '1fdd0f50', 'c47120a3']);
  assert.deepEqual(words.slice(12), ['d19c12b5', 'b94e16de', 'e883d0cb', '4e3c50a2']);
});

test('a shuffle is the same for a seed, another for another, and each order is as likely', () => {
  const order = (seed: string, stream: number) =>
    shuffled([0, 1, 2, 3, 4, 5, 6, 7], new ChaCha(seed, stream)).join('');
  const seed = 'f0e0d0c0b0a090807060504030201000';
  assert.equal(order(seed, 0), order(seed, 0));
  assert.notEqual(order(seed, 0), order(seed, 1));
  assert.notEqual(order(seed, 0), order(seed.replace('f', 'e'), 0));
  const counts = new Map<string, number>();
  const random = new ChaCha(seed);
  for (let round = 0; round < 6000; round++) {
    const key = shuffled(['a', 'b', 'c'], random).join('');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const count of counts.values()) assert.ok(count > 850 && count < 1150, `${count} of 6000`);
});

test('whoever compares audiences never comes down to fewer than ten respondents or three writers (seeds 0–149)', () => {
  let shown = 0;
  for (let seed = 0; seed < 150; seed++) {
    const input = surveyOf(seed, {
      people: 20 + seed,
      attributes: [2 + (seed % 5), 3],
      texts: 2,
      skew: seed % 3,
    });
    const { texts } = released(input);
    for (const question of input.texts) {
      const audiences = input.groups.filter(({ id }) => texts[id]![question]!.shown).map(({ id }) => id);
      shown += audiences.length;
      // What a text shows of its writer: in which of the audiences it stands.
      const classes = new Map<string, { people: number; writers: number }>();
      for (const { groups, texts: said } of input.respondents) {
        const signature = audiences.filter((id) => id === 'all' || groups.includes(id)).join();
        const one = classes.get(signature) ?? { people: 0, writers: 0 };
        classes.set(signature, { people: one.people + 1, writers: one.writers + (question in said ? 1 : 0) });
      }
      for (const [signature, { people, writers }] of classes)
        if (signature !== '')
          assert.ok(people >= 10 && writers >= 3, `seed ${seed}, ${signature}: ${people}, ${writers}`);
      for (const id of audiences) assert.ok(!id.includes('&'), 'no crossings');
    }
  }
  assert.ok(shown > 300, `${shown} audiences`);
});

test('every text of a shown audience is there once, with its thread and nothing else, in an order of its own', () => {
  const input = surveyOf(1, { people: 60, attributes: [2], texts: 2 });
  for (const [at, one] of input.respondents.entries()) {
    one.texts = { t0: { text: `a ${at}`, thread: `thread-${at}` }, t1: { text: `b ${at}` } };
  }
  const { texts } = released(input);
  const list = (group: string, question: string) => {
    const cell = texts[group]![question]!;
    assert.ok(cell.shown, group);
    return cell.texts;
  };
  assert.equal(list('all', 't0').length, 60);
  const [first] = list('all', 't0');
  assert.deepEqual(first, { text: first!.text, thread: `thread-${first!.text.slice(2)}` });
  const writers = (question: string) => list('all', question).map(({ text }) => text.slice(2));
  assert.notDeepEqual(writers('t0'), writers('t1'));
  assert.deepEqual([...writers('t0')].sort(), [...writers('t1')].sort());
  const other = released({ ...input, shuffle: 'ffffffffffffffffffffffffffffffff' }).texts.all!.t0!;
  assert.ok(other.shown);
  assert.notDeepEqual(other.texts, list('all', 't0'));
});

test('one respondent more is needed for each who pools', () => {
  for (const [colluders, people, shown] of [
    [0, 10, true],
    [1, 10, false],
    [1, 11, true],
    [2, 11, false],
    [2, 12, true],
  ] as const) {
    const input = surveyOf(1, { people, attributes: [], texts: 1, colluders });
    for (const one of input.respondents) one.texts = { t0: { text: 'said' } };
    assert.equal(released(input).texts.all!.t0!.shown, shown);
  }
});
