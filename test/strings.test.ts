import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { loadStrings, words, type AreaStrings } from '../packages/elements/src/strings/index.js';

const folder = new URL('../packages/elements/src/strings/', import.meta.url);
const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map(({ name }) => name);
const files = readdirSync(new URL('en/', folder));

/** What a file of words exports: one area, by its name there. */
async function areaIn(language: string, file: string): Promise<[name: string, area: object]> {
  // A namespace object: its values are what the file exports.
  const exported = Object.entries((await import(new URL(`${language}/${file}`, folder).href)) as object);
  assert.equal(exported.length, 1, `${language}/${file} exports one area`);
  return exported[0] as [string, object];
}

/** The places in an area for which a translation has nothing, or something of another kind. */
function missingIn(translated: unknown, english: unknown, place = ''): string[] {
  if (typeof translated !== typeof english) return [place];
  if (typeof english !== 'object' || english === null) return [];
  return Object.entries(english).flatMap(([key, inner]) =>
    key === 'area' ? [] : missingIn(Object(translated)[key], inner, `${place}.${key}`),
  );
}

for (const language of languages)
  describe(`the strings in "${language}"`, () => {
    for (const file of files)
      test(`${file} has all that the English one has, which says how to fetch it`, async () => {
        const [name, english] = await areaIn('en', file);
        const [translatedName, translated] = await areaIn(language, file);
        assert.equal(translatedName, name);
        assert.deepEqual(missingIn(translated, english), []);
        await loadStrings(language);
        // Every file of English words exports an area, which has its name in it.
        const said = words(english as AreaStrings, language);
        for (const [key, text] of Object.entries(translated)) assert.equal(Object(said)[key], text, key);
      });

    test('there is no file without an English one', () => {
      assert.deepEqual(readdirSync(new URL(`${language}/`, folder)).sort(), [...files].sort());
    });
  });
