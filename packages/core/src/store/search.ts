import { fieldOf, type AnyCollection } from './any-collection.js';
import { compareText, decodeCursor, encodeCursor, pageLimit } from './cursor.js';
import { fold } from './fold.js';
import type { Search, StoredRecord } from './store.js';

export { fold } from './fold.js';

/** A word of a record, with the place in `collection.search` of the field that it stands in. */
export interface IndexedWord {
  word: string;
  field: number;
}

/** A record that may match, with all of its words. */
export interface Candidate {
  id: string;
  words: readonly IndexedWord[];
}

const MAX_QUERY_WORDS = 24;
const MAX_WORD_LENGTH = 40;
const MAX_INDEXED_WORDS = 1000;
/** The shortest word, in code points, that may hold a typo. */
const TYPO_LENGTH = 4;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
// Scripts that put no space between words, or none within a compound.
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}]/u;
// Of these a part of a run is sought, not a whole word, so that one letter more or less has no meaning.
const UNFORGIVING = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}]/u;
const MARK = /\p{M}/u;

/** The folded words of what somebody searches for: at most 24, of at most 40 code points each. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const word of split(text)) {
    if (words.length === MAX_QUERY_WORDS) break;
    words.push(word.slice(0, MAX_WORD_LENGTH).join(''));
  }
  return words;
}

/**
 * The distinct words under which a record is found, with the most important field of each. Words of scripts
 * without spaces come with each of their endings, so that a later part is found by its beginning.
 * At most 1,000 words, those of the more important fields first.
 */
export function indexWords(collection: AnyCollection, record: StoredRecord): IndexedWord[] {
  const words = new Map<string, number>();
  for (const [field, name] of (collection.search ?? []).entries()) {
    for (const text of textsOf(fieldOf(record, name))) {
      for (const word of searchable(text)) {
        if (words.size === MAX_INDEXED_WORDS) return listed(words);
        if (!words.has(word)) words.set(word, field);
      }
    }
  }
  return listed(words);
}

function listed(words: ReadonlyMap<string, number>): IndexedWord[] {
  return [...words].map(([word, field]) => ({ word, field }));
}

function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === 'string');
}

function* searchable(text: string): Iterable<string> {
  for (const word of split(text)) {
    yield word.slice(0, MAX_WORD_LENGTH).join('');
    if (!UNSPACED.test(word[0] ?? '')) continue;
    for (let start = 1; start < word.length; start++) {
      if (!MARK.test(word[start] ?? '')) yield word.slice(start, start + MAX_WORD_LENGTH).join('');
    }
  }
}

/** Folded words as lists of code points, parted where a script without spaces begins or ends. */
function* split(text: string): Iterable<string[]> {
  for (const [word] of fold(text).matchAll(WORD)) {
    let part: string[] = [];
    let unspaced = false;
    for (const letter of word) {
      if (part.length > 0 && UNSPACED.test(letter) !== unspaced && !MARK.test(letter)) {
        yield part;
        part = [];
      }
      if (part.length === 0) unspaced = UNSPACED.test(letter);
      part.push(letter);
    }
    yield part;
  }
}

/**
 * The keys by which a word is found in spite of a typo: the word and the word with each one letter left
 * out, distinct. Two words that are one typo apart share one. None for words of less than four code points or
 * of scripts that do not part words.
 */
export function deletions(word: string): string[] {
  const letters = [...word];
  if (!mayHoldTypo(letters)) return [];
  return [...new Set([word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))])];
}

/**
 * How well words answer a query: 0 when a query word matches nothing (or there is none), else a positive
 * whole number, higher for better. The same word counts more than one that begins so, that more than one
 * with a typo; among equals the more important field counts more.
 */
export function rank(query: readonly string[], words: readonly IndexedWord[]): number {
  let sum = 0;
  for (const sought of query) {
    let best = 0;
    for (const { word, field } of words)
      best = Math.max(best, likeness(sought, word) * 16 - Math.min(field, 15));
    if (best <= 0) return 0;
    sum += best;
  }
  return sum;
}

/** 3 for the same word, 2 for its beginning, 1 for one typo, else 0. */
function likeness(sought: string, word: string): number {
  if (word.startsWith(sought)) return word.length === sought.length ? 3 : 2;
  return isTypo(sought, word) ? 1 : 0;
}

function mayHoldTypo(letters: readonly string[]): boolean {
  return letters.length >= TYPO_LENGTH && !UNFORGIVING.test(letters[0] ?? '');
}

/** Says whether at most one insertion, deletion, substitution or swap of neighbors makes one word the other. */
export function isTypo(a: string, b: string): boolean {
  // A code point is one or two units: words further apart than that need no closer look.
  if (Math.abs(a.length - b.length) > 2) return false;
  const left = [...a];
  const right = [...b];
  if (left.length > right.length) return isTypo(b, a);
  if (!mayHoldTypo(left) || right.length - left.length > 1) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  const restFrom = (word: string[], start: number): string => word.slice(start).join('');
  if (left.length < right.length) return restFrom(left, at) === restFrom(right, at + 1);
  if (restFrom(left, at + 1) === restFrom(right, at + 1)) return true;
  const swapped = left[at] === right[at + 1] && left[at + 1] === right[at];
  return swapped && restFrom(left, at + 2) === restFrom(right, at + 2);
}

/**
 * One page of the candidates that match, best first, ties by id: what every store calls last, so that all
 * rank alike. The cursor of an unchanged list goes on exactly where the page ended.
 */
export function searchPage(
  candidates: Iterable<Candidate>,
  query: readonly string[],
  page: Search = {},
): { ids: string[]; next?: string } {
  const limit = pageLimit(page.limit);
  const after = page.after === undefined ? undefined : decodeCursor(page.after, 'number');
  const hits: { value: number; id: string }[] = [];
  for (const { id, words } of candidates) {
    const hit = { value: rank(query, words), id };
    if (hit.value > 0 && (!after || compareHits(hit, after) > 0)) hits.push(hit);
  }
  hits.sort(compareHits);
  const ids = hits.slice(0, limit).map((hit) => hit.id);
  const last = hits[limit - 1];
  return hits.length > limit && last ? { ids, next: encodeCursor(last) } : { ids };
}

interface Hit {
  value: string | number;
  id: string;
}

function compareHits(a: Hit, b: Hit): number {
  return Number(b.value) - Number(a.value) || compareText(a.id, b.id);
}
