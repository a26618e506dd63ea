import { ParseEnglish } from 'parse-english';
import retextEquality from 'retext-equality';
import type { WritingHint } from './writing-hints.js';

/** Pronouns and forms of address: in a text about a certain person they are no slight. */
const FINE = /^(he|her|him|herself|himself|his|hers|she)-|^gals-|^(boys?|man|men|woman|women)\b/;

/** Insensitive wording in an English text, as the library knows it. Nothing leaves the page. */
export function englishLibrary(text: string): readonly WritingHint[] {
  const hints: WritingHint[] = [];
  const file = {
    message(_reason: string, { ruleId, place }: Said): object {
      const [from, to] = [place?.start?.offset, place?.end?.offset];
      if (from !== undefined && to !== undefined && !FINE.test(ruleId ?? ''))
        hints.push({ kind: 'biased', at: from, length: to - from, words: text.slice(from, to) });
      return {};
    },
  };
  check(new ParseEnglish().parse(text), file);
  return hints;
}

/** What the library says of a place. */
interface Said {
  ruleId?: string;
  place?: { start?: { offset?: number }; end?: { offset?: number } };
}

// The plugin reads nothing of its processor, and of its file it calls `message` alone: a whole pipeline is not needed.
const check = (retextEquality as unknown as (this: object) => (tree: unknown, file: unknown) => void).call(
  {},
);
