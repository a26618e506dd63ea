import { fold } from '../store/search.js';

/** Every tag with each of its shorter forms, once: `zh-Hant-TW` gives itself, `zh-Hant` and `zh`. */
export function languageCodesOf(tags: readonly string[]): string[] {
  const codes = tags.flatMap((tag) => {
    const parts = tag.split('-');
    return parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
  });
  return [...new Set(codes)];
}

/** What languages are called in English and in themselves, regional ones also by their base: for search. */
export function languageNamesOf(tags: readonly string[]): string[] {
  return [...new Set(languageCodesOf(tags).flatMap(namesOfTag))];
}

/** More tags than any organization speaks; tags are free text, so what is remembered must end somewhere. */
const MAX_REMEMBERED = 1000;
const remembered = new Map<string, string[]>();

function namesOfTag(tag: string): string[] {
  const known = remembered.get(tag);
  if (known) return known;
  const names = [nameOf(tag, 'en'), nameOf(tag, tag)].filter((name) => name !== undefined);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(tag, names);
  return names;
}

/** The name of a language in another; undefined when the platform has none. */
function nameOf(tag: string, inLanguage: string): string | undefined {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' }).of(tag);
  } catch {
    // Some well-formed tags are refused by some platforms; such a language is found by nothing but its tag.
    return undefined;
  }
}

let tagsByName: ReadonlyMap<string, string> | undefined;

/** The tag of a language as people write it in a file: its name in English, German or itself. */
export function languageTagFor(name: string): string | undefined {
  tagsByName ??= readTagsByName();
  return tagsByName.get(fold(name).trim());
}

/** All languages with a code of two letters (ISO 639-1) that the platform can name. */
function readTagsByName(): ReadonlyMap<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const found = new Map<string, string>();
  for (const tag of letters.flatMap((first) => letters.map((second) => first + second))) {
    // Old codes (iw for he) have the names of the new ones.
    if (Intl.getCanonicalLocales(tag)[0] !== tag || nameOf(tag, 'en') === undefined) continue;
    for (const name of [nameOf(tag, 'en'), nameOf(tag, 'de'), nameOf(tag, tag)])
      if (name !== undefined && !found.has(fold(name))) found.set(fold(name), tag);
  }
  return found;
}
