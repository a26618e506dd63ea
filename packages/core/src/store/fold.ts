// Marks that search looks past: Latin, Greek, Cyrillic, Hebrew and Arabic signs, and variant selectors.
// Marks of other scripts are vowels and tones: without them Devanagari or Thai words would fall together.
const MARKS =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}]/gu;

// Letters that have no decomposition but are typed and searched as others.
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
  // Arabic: alef wasla, alef maksura and Persian yeh, teh marbuta, Persian kaf.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  // Apostrophes that count as letters, so that all apostrophes part words alike.
  ʼ: "'",
  ʻ: "'",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

// Tatweel (a stretched line) and signs without a shape, such as soft hyphens and joiners.
const SHAPELESS = /[\u0640\p{Cf}]/gu;

/**
 * The text as search and sorting see it: no case, no accents, no compatibility variants (full width,
 * ligatures), letters such as ø ł đ ß as they are typed without them. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SHAPELESS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKC');
}
