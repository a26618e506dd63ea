/** The languages that are offered for choosing without typing: those that most people at work speak. */
const COMMON =
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv sw ta th tr uk ur vi zh';

/** A language by its tag, and what it is called. */
export interface Named {
  id: string;
  name: string;
}

const made = new Map<string, Intl.DisplayNames>();

/** What a language is called in another: `es-MX` in German is "Spanisch (Mexiko)". The tag when it has no name. */
export function languageName(tag: string, locale: string): string {
  try {
    const names = made.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' });
    made.set(locale, names);
    const name = names.of(tag) ?? tag;
    // Languages that write names small in a sentence have them begin large in a list.
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    // Some well-formed tags are refused by some platforms.
    return tag;
  }
}

/** The common languages, and these besides, by name. */
export function commonLanguages(locale: string, besides: readonly string[] = []): Named[] {
  return named([...new Set([...COMMON.split(' '), ...besides])], locale);
}

/** All languages with a code of two letters whose name, in this language or itself, begins like the text. */
export function findLanguages(text: string, locale: string): Named[] {
  const sought = fold(text);
  if (!sought) return commonLanguages(locale);
  const found = named(
    twoLetters().filter((tag) =>
      [languageName(tag, locale), languageName(tag, tag)].some((name) => fold(name).includes(sought)),
    ),
    locale,
  );
  const begins = ({ name }: Named) => fold(name).startsWith(sought);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, 20);
}

function named(tags: readonly string[], locale: string): Named[] {
  const { compare } = new Intl.Collator(locale);
  return tags
    .map((tag) => ({ id: tag, name: languageName(tag, locale) }))
    .sort((a, b) => compare(a.name, b.name));
}

let tags: string[] | undefined;

function twoLetters(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  tags ??= letters
    .flatMap((first) => letters.map((second) => first + second))
    // Old codes (iw for he) have the names of the new ones; those without a language are called like their code.
    .filter((tag) => Intl.getCanonicalLocales(tag)[0] === tag && fold(languageName(tag, 'en')) !== tag);
  return tags;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
