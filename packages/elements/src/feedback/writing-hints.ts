import { german } from './hint-words-de.js';
import { english } from './hint-words-en.js';
import type { HintWords } from './hint-words.js';

/**
 * What a hint is about. `unspecific`: no example in the whole text, or words that say more or less than was seen.
 * `person`: what somebody is, rather than what they did. `belittling`, `biased`: wording. Where nobody is to know who
 * wrote, also what gives it away: `name`, `mention`, `only` ("as the only…") and `date`.
 */
export type HintKind =
  'unspecific' | 'person' | 'belittling' | 'biased' | 'name' | 'mention' | 'only' | 'date';

/** A place in a text that its writer may want to look at once more. */
export interface WritingHint {
  kind: HintKind;
  /** Where it begins, and how long it is, in code units as `String.slice` counts them. */
  at: number;
  length: number;
  /** The words there, as written. */
  words: string;
}

/** Finds further belittling or biased wording: see `loadWordLibrary`. */
export type WordLibrary = (text: string) => readonly WritingHint[];

/** In which language the text is, and what its writer wants. */
export interface HintOptions {
  /** A language tag. In languages without word lists nothing is said but what holds in all. */
  locale: string;
  /** Nobody is to know who wrote. */
  anonymous?: boolean | undefined;
  /** Names that are known to the page, such as those of colleagues; found as written, in any case. */
  names?: readonly string[] | undefined;
  library?: WordLibrary | undefined;
}

/** Longer texts are looked at up to here. */
const MOST = 20_000;
/** A text with fewer words says too little for anybody to see what was meant. */
const FEW_WORDS = 4;
/** So many words may stand between "you are" and the judgment: "really", "a bit". */
const BETWEEN = 2;

interface Token {
  /** In lower case, with straight apostrophes. */
  word: string;
  at: number;
  end: number;
  isCapital: boolean;
  opensSentence: boolean;
}

/**
 * What the writer of a text may want to look at once more, in the order of the text; places do not overlap. A pure
 * function: nothing is kept, and nothing leaves the page. It takes time in proportion to the length of the text.
 */
export function writingHints(text: string, options: HintOptions): WritingHint[] {
  const seen = text.slice(0, MOST);
  const tokens = tokensOf(seen);
  const lists = wordsOf(options.locale);
  const place = (kind: HintKind, from: Token, to: Token = from): WritingHint => ({
    kind,
    at: from.at,
    length: to.end - from.at,
    words: seen.slice(from.at, to.end),
  });
  const found = [
    ...(lists ? wordingHints(tokens, lists, place) : []),
    ...(options.library?.(seen) ?? []),
    ...(options.anonymous ? tellingHints(seen, tokens, lists, options, place) : []),
  ];
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!options.anonymous && first && last && tokens.length < FEW_WORDS && found.length === 0)
    found.push(place('unspecific', first, last));
  return apart(found, seen.length);
}

/** The word lists of a language; undefined where there are none. */
function wordsOf(locale: string): HintWords | undefined {
  const [language] = locale.toLowerCase().split('-');
  return language === 'en' ? english : language === 'de' ? german : undefined;
}

type PlaceOf = (kind: HintKind, from: Token, to?: Token) => WritingHint;

function wordingHints(tokens: readonly Token[], lists: HintWords, place: PlaceOf): WritingHint[] {
  const traits = new Set(lists.traits);
  const open = lists.person.filter((one) => one.endsWith(' …')).map((one) => one.slice(0, -2));
  const judged = phrases(tokens, open).flatMap(({ from, to }) => {
    for (let at = to + 1; at <= to + 1 + BETWEEN; at++) {
      const [first, last] = [tokens[from], tokens[at]];
      if (first && last && traits.has(last.word)) return [place('person', first, last)];
    }
    return [];
  });
  const of = (kind: HintKind, list: readonly string[]) => placesOf(tokens, list, kind, place);
  return [
    ...of('biased', lists.biased),
    ...of('belittling', lists.belittling),
    ...judged,
    ...of(
      'person',
      lists.person.filter((one) => !one.endsWith('…')),
    ),
    ...of('unspecific', lists.vague),
  ];
}

/** What gives away who wrote. */
function tellingHints(
  text: string,
  tokens: readonly Token[],
  lists: HintWords | undefined,
  { names = [], locale }: HintOptions,
  place: PlaceOf,
): WritingHint[] {
  const mentions = [...text.matchAll(/@[\p{L}\p{N}][\p{L}\p{N}._-]{0,80}/gu)].map(
    ({ 0: words, index: at }): WritingHint => ({ kind: 'mention', at, length: words.length, words }),
  );
  const dates = [...text.matchAll(/(?<!\d)\d{1,4}[./-]\d{1,2}[./-](\d{1,4})?(?!\d)/g)].map(
    ({ 0: words, index: at }): WritingHint => ({ kind: 'date', at, length: words.length, words }),
  );
  return [
    ...mentions,
    ...dates,
    ...placesOf(tokens.map(withoutS), lists?.days ?? [], 'date', place),
    ...placesOf(tokens, lists?.only ?? [], 'only', place),
    ...placesOf(tokens, names, 'name', place),
    ...likeNames(tokens, lists, locale, place),
  ];
}

/** "Monday's" is a Monday. */
function withoutS(token: Token): Token {
  return { ...token, word: token.word.replace(/'s$/, '') };
}

/** Words after a title; and, where only names are written so, two words with capitals within a sentence. */
function likeNames(
  tokens: readonly Token[],
  lists: HintWords | undefined,
  locale: string,
  place: PlaceOf,
): WritingHint[] {
  const titles = new Set(lists?.titles);
  const everyNoun = /^de\b/i.test(locale);
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1];
    if (!next?.isCapital || next.opensSentence) return [];
    if (titles.has(token.word) && token.isCapital) return [place('name', token, next)];
    const two = !everyNoun && token.isCapital && !token.opensSentence && token.word !== 'i';
    return two ? [place('name', token, next)] : [];
  });
}

function placesOf(
  tokens: readonly Token[],
  list: readonly string[],
  kind: HintKind,
  place: PlaceOf,
): WritingHint[] {
  return phrases(tokens, list).flatMap(({ from, to }) => {
    const [first, last] = [tokens[from], tokens[to]];
    return first && last ? [place(kind, first, last)] : [];
  });
}

/** Where the phrases of a list stand among the words, by the numbers of their first and last word. */
function phrases(tokens: readonly Token[], list: readonly string[]): { from: number; to: number }[] {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of list) {
    const words = tokensOf(phrase).map(({ word }) => word);
    const [first] = words;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  return tokens.flatMap(({ word }, from) => {
    const fits = (byFirst.get(word) ?? []).filter((words) =>
      words.every((one, step) => tokens[from + step]?.word === one),
    );
    const length = Math.max(0, ...fits.map((words) => words.length));
    return length > 0 ? [{ from, to: from + length - 1 }] : [];
  });
}

function tokensOf(text: string): Token[] {
  let before = 0;
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)].map(
    ({ 0: words, index: at }) => {
      const between = text.slice(before, at);
      const opensSentence = before === 0 || /[.!?:\n]/.test(between);
      before = at + words.length;
      const word = words.toLowerCase().replaceAll('’', "'");
      return { word, at, end: before, isCapital: /^\p{Lu}/u.test(words), opensSentence };
    },
  );
}

/** In the order of the text; of those that overlap the first in the list, which says the most, stays. */
function apart(hints: readonly WritingHint[], length: number): WritingHint[] {
  const taken = new Uint8Array(length);
  const kept = hints.filter(({ at, length: size }) => {
    if (taken.subarray(at, at + size).includes(1)) return false;
    taken.fill(1, at, at + size);
    return true;
  });
  return kept.sort((one, other) => one.at - other.at);
}

/**
 * The word library of a language, fetched with the first that asks for it; undefined where there is none, or it cannot
 * be fetched. English: insensitive wording by retext-equality. German has none that is kept, and does with our lists.
 */
export async function loadWordLibrary(locale: string): Promise<WordLibrary | undefined> {
  if (!/^en\b/i.test(locale)) return undefined;
  try {
    return (await import('./english-library.js')).englishLibrary;
  } catch (error) {
    console.warn('[guildhall] The word library could not be loaded; the own lists go on.', error);
    return undefined;
  }
}
