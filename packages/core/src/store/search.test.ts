import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomOf } from '../conformance/random.js';
import { compareText } from './cursor.js';
import { deletions, fold, indexWords, isTypo, rank, searchPage, wordsOf } from './search.js';
import { collection } from './store.js';

interface Page {
  id: string;
  title: string;
  lines?: string[];
}
const page = (title: string, lines: string[] = []): Page => ({ id: 'a', title, lines });
const pages = collection<Page>({ name: 'pages', indexes: [], search: ['title', 'lines'] });

test('fold: letters are as they are typed without accents', () => {
  const pairs: Record<string, string> = {
    'Crème Brûlée': 'creme brulee',
    ØÆŒŁĐÐÞŊĦß: 'oaeoelddthnhss',
    'İIıi ẞ ſ': 'iiii ss s',
    'ΣΊΣΥΦΟΣ σίσυφος': 'σισυφοσ σισυφοσ',
    'Ёжик Йод Київ': 'ежик иод киів',
    'أإآٱا ىي ـــ مُحَمَّد': 'ااااا يي  محمد',
    שָׁלוֹם: 'שלום',
    'Ｆｕｌｌ①㎏ﬁ': 'full1kgfi',
    'Nguyễn Thị': 'nguyen thi',
    'soft\u00adhy\u200dphen\u200b': 'softhyphen',
  };
  for (const [text, folded] of Object.entries(pairs)) assert.equal(fold(text), folded);
});

test('fold: marks that carry meaning stay, and letters are whole again', () => {
  for (const text of ['हिन्दी', 'สวัสดี', 'ガギグ', '안녕하세요', 'தமிழ்', '漢字'])
    assert.equal(fold(text), text);
  assert.equal(fold('ｶﾞ'), 'ガ');
  assert.equal(fold('안녕'.normalize('NFD')), '안녕');
});

test('fold: folding twice changes nothing, for every letter there is', () => {
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const folded = fold(`a${String.fromCodePoint(point)}b`);
    if (fold(folded) !== folded)
      assert.fail(`U+${point.toString(16)} folds to ${folded}, then to ${fold(folded)}`);
  }
});

test('fold: upper and lower case are the same, for every letter there is', () => {
  const differ: string[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const letter = String.fromCodePoint(point);
    if (fold(letter.toLowerCase()) !== fold(letter)) differ.push(letter);
  }
  assert.deepEqual(differ, []);
});

test('wordsOf: at most 24 words of at most 40 code points', () => {
  assert.deepEqual(wordsOf("O'Brien-Łoś, C++ & 3.5 (x_y)"), ['o', 'brien', 'los', 'c', '3', '5', 'x', 'y']);
  assert.deepEqual(wordsOf('  !!! 🎉 \u0301 '), []);
  assert.equal(wordsOf('a '.repeat(30)).length, 24);
  assert.deepEqual(wordsOf('𐐨'.repeat(50)), ['𐐨'.repeat(40)]);
  assert.deepEqual(wordsOf('東京tower2024年'), ['東京', 'tower2024', '年']);
});

test('indexWords: each word once with its most important field, and the endings of unspaced runs', () => {
  const words = indexWords(pages, page('Tea for two', ['two', 'for tea at 東京都']));
  assert.deepEqual(
    words.map(({ word, field }) => `${word}${field}`),
    ['tea0', 'for0', 'two0', 'at1', '東京都1', '京都1', '都1'],
  );
  // No ending begins with a mark, which belongs to the letter before it.
  assert.deepEqual(
    indexWords(pages, page('มีที่')).map(({ word }) => word),
    ['มีที่', 'ที่'],
  );
  const many = Array.from({ length: 3000 }, (_, number) => `w${number}`).join(' ');
  assert.equal(indexWords(pages, page(many)).length, 1000);
});

test('deletions: the word and each one letter less, from four letters on', () => {
  assert.deepEqual(deletions('abc'), []);
  assert.deepEqual(deletions('abbc'), ['abbc', 'bbc', 'abc', 'abb']);
  assert.deepEqual(deletions('🎉🎉🎉a'), ['🎉🎉🎉a', '🎉🎉a', '🎉🎉🎉']);
  assert.deepEqual(deletions('東京都庁舎'), []);
  assert.equal(deletions('프로그래밍').length, 6);
});

test('isTypo agrees with the distance of Damerau and Levenshtein, and deletions find every typo', () => {
  const random = randomOf(20260101);
  const word = (): string =>
    Array.from({ length: 3 + random.below(4) }, () => random.pick(['a', 'b', '𐐨'])).join('');
  for (let round = 0; round < 20_000; round++) {
    const [a, b] = [word(), word()];
    const isLong = [...a].length >= 4 && [...b].length >= 4;
    assert.equal(isTypo(a, b), isLong && distance([...a], [...b]) <= 1, `${a} ${b}`);
    const others = new Set(deletions(b));
    if (isTypo(a, b))
      assert.ok(
        deletions(a).some((each) => others.has(each)),
        `${a} ${b} share no deletion`,
      );
  }
});

/** The textbook matrix, restricted to swaps of neighbors (optimal string alignment). */
function distance(a: string[], b: string[]): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => row + column),
  );
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + cost);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) best = Math.min(best, at(row - 2, column - 2) + 1);
      rows[row]?.splice(column, 1, best);
    }
  }
  return at(a.length, b.length);
}

test('rank: the same, a beginning, a typo; the earlier field; nothing when one word is missing', () => {
  const words = (...list: string[]) => list.map((word, field) => ({ word, field }));
  const ranks = [['mentor'], ['x', 'mentor'], ['mentors'], ['x', 'mentors'], ['mentro'], ['x', 'mentro']].map(
    (list) => rank(['mentor'], words(...list)),
  );
  assert.deepEqual(
    ranks,
    ranks.toSorted((a, b) => b - a),
  );
  assert.equal(new Set(ranks).size, ranks.length);
  assert.ok(ranks.every((each) => Number.isInteger(each) && each > 0));
  assert.equal(rank(['mentor', 'java'], words('mentor')), 0);
  assert.equal(rank([], words('mentor')), 0);
  assert.equal(rank(['mento'], words(...Array.from({ length: 40 }, () => 'x'), 'mentor')) > 0, true);
});

test('searchPage: pages of any size give the whole in order', () => {
  const random = randomOf(7);
  const candidates = Array.from({ length: 60 }, (_, number) => ({
    id: `${random.pick(['a', '\uffff', '🎉'])}${number}`,
    words: indexWords(pages, page(random.pick(['data', 'dataset', 'date', 'other']))),
  }));
  const whole = searchPage(candidates, ['data'], { limit: 100 });
  assert.equal(whole.next, undefined);
  for (const limit of [1, 7, 20]) {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = searchPage(candidates, ['data'], { after, limit });
      ids.push(...page.ids);
      after = page.next;
    } while (after !== undefined);
    assert.deepEqual(ids, whole.ids);
  }
  const score = new Map(candidates.map(({ id, words }) => [id, rank(['data'], words)]));
  const sorted = whole.ids.toSorted((a, b) => (score.get(b) ?? 0) - (score.get(a) ?? 0) || compareText(a, b));
  assert.deepEqual(whole.ids, sorted);
});

test('hostile texts take time in proportion to their length', () => {
  const texts = [
    (n: number) => 'a'.repeat(n),
    (n: number) => 'à\u0301'.repeat(n),
    (n: number) => '東'.repeat(n),
    (n: number) => '!\u0301'.repeat(n),
  ];
  for (const text of texts) {
    const start = performance.now();
    wordsOf(text(200_000));
    indexWords(pages, page(text(200_000)));
    assert.ok(performance.now() - start < 2000);
  }
});
