import {
  deletions,
  indexWords,
  searchPage,
  wordsOf,
  type AnyCollection,
  type IndexedWord,
  type Search,
  type StoredRecord,
} from '@guildhall/core/store';
import { textOf, type Row, type Session } from './sql.js';
import type { searchTexts } from './sql-statements.js';

type SearchTexts = ReturnType<typeof searchTexts>;

/** Sorts behind every letter: the end of the words that begin with a prefix. */
const LAST = '\u{10ffff}';

/** Finds one page of ids, best first, as every store ranks them. */
export async function searchIds(
  session: Session,
  texts: SearchTexts,
  text: string,
  page: Search = {},
): Promise<{ ids: string[]; next?: string }> {
  const query = wordsOf(text);
  // Long words match few records, so they come first: once nobody is left, nothing more is read.
  const [first, ...others] = [...new Set(query)].sort((a, b) => b.length - a.length);
  let candidates =
    first === undefined ? new Map<string, IndexedWord[]>() : await matches(session, texts, first);
  for (const sought of others) {
    if (candidates.size === 0) break;
    candidates = inBoth(candidates, await matches(session, texts, sought));
  }
  const found = [...candidates].map(([id, words]) => ({ id, words }));
  return searchPage(found, query, page);
}

/** The words that may match a sought one, by record; words that do not match after all rank nothing. */
async function matches(
  session: Session,
  texts: SearchTexts,
  sought: string,
): Promise<Map<string, IndexedWord[]>> {
  const keys = deletions(sought);
  const prefix = await session.rows(texts.prefix, [sought, sought + LAST]);
  const typos =
    keys.length === 0 ? [] : await session.rows(texts.typo, [JSON.stringify(keys.map((key) => [key]))]);
  const found = new Map<string, IndexedWord[]>();
  for (const row of [...prefix, ...typos]) {
    const id = textOf(row, 'id');
    const words = found.get(id);
    if (words) words.push(wordOf(row));
    else found.set(id, [wordOf(row)]);
  }
  return found;
}

function wordOf(row: Row): IndexedWord {
  return { word: textOf(row, 'word'), field: Number(row['field']) };
}

function inBoth(a: Map<string, IndexedWord[]>, b: Map<string, IndexedWord[]>): Map<string, IndexedWord[]> {
  const both = new Map<string, IndexedWord[]>();
  for (const [id, words] of a) {
    const others = b.get(id);
    if (others) both.set(id, [...words, ...others]);
  }
  return both;
}

/** Brings the search tables from what they say of the old record to what they must say of the new one. */
export async function indexSearch(
  session: Session,
  texts: SearchTexts,
  collection: AnyCollection,
  id: string,
  change: { old?: StoredRecord | undefined; new?: StoredRecord | undefined },
): Promise<void> {
  const before = entriesOf(collection, change.old);
  const after = entriesOf(collection, change.new);
  const gone = [...before.values()].filter(({ key }) => !after.has(key));
  const come = [...after.values()].filter(({ key }) => !before.has(key));
  await run(session, [texts.removeWords, texts.removeDeletions], id, gone);
  await run(session, [texts.addWords, texts.addDeletions], id, come);
}

/** Adds what the search tables must say of these new records, all at once. */
export async function indexNew(
  session: Session,
  texts: SearchTexts,
  collection: AnyCollection,
  records: readonly StoredRecord[],
): Promise<void> {
  const words = records.flatMap((record) =>
    indexWords(collection, record).map(({ word, field }) => ({ id: record.id, word, field })),
  );
  if (words.length === 0) return;
  await session.rows(texts.addAllWords, [
    JSON.stringify(words.map(({ id, word, field }) => [id, word, field])),
  ]);
  const typos = words.flatMap(({ id, word, field }) =>
    deletions(word).map((deletion) => [id, word, deletion, field]),
  );
  if (typos.length > 0) await session.rows(texts.addAllDeletions, [JSON.stringify(typos)]);
}

interface Entry extends IndexedWord {
  key: string;
}

function entriesOf(collection: AnyCollection, record: StoredRecord | undefined): Map<string, Entry> {
  const words = record ? indexWords(collection, record) : [];
  return new Map(
    words.map((entry) => [`${entry.field} ${entry.word}`, { ...entry, key: `${entry.field} ${entry.word}` }]),
  );
}

async function run(
  session: Session,
  texts: readonly [string, string],
  id: string,
  entries: Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  const words = entries.map(({ word, field }) => [word, field]);
  await session.rows(texts[0], [id, JSON.stringify(words)]);
  const typos = entries.flatMap(({ word, field }) =>
    deletions(word).map((deletion) => [word, deletion, field]),
  );
  if (typos.length > 0) await session.rows(texts[1], [id, JSON.stringify(typos)]);
}
