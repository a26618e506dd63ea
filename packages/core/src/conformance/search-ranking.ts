import { indexWords, searchPage, wordsOf } from '../store/search.js';
import type { Store } from '../store/store.js';
import { expectFound, titled } from './expect-search.js';
import { expectRefusal, expectSame } from './expect.js';
import { withSeed, type Random } from './random.js';
import { card, cards, insertCards, type Card, type Checks } from './sample.js';

/** Contract point 9: `search` ranks the same on every store. */
export const rankingChecks: Checks = {
  'search: the same word before a beginning before a typo, then the more important field, then the id':
    async (store) => {
      await insertCards(store, [
        card('typo', { title: 'merging' }),
        card('lineTypo', { lines: ['x', 'merkings'] }),
        card('linePrefix', { lines: ['mergings'] }),
        card('prefix', { title: 'mergingly' }),
        card('lineSame', { lines: ['x', 'other', 'mergin'] }),
        card('same', { title: 'x mergin' }),
        card('Same', { title: 'mergin', lines: ['mergin'] }),
        card('other', { title: 'margarine' }),
      ]);
      // For "mergin", "merging" is a longer word, and "merkings" is two letters away.
      await expectFound(store, 'mergin', ['Same', 'same', 'lineSame', 'prefix', 'typo', 'linePrefix']);
      await expectFound(store, 'mergimg', ['typo']);
      await insertCards(store, [
        card('mergim', { title: 'mergim' }),
        card('lineMergim', { lines: ['mergim'] }),
      ]);
      await expectFound(store, 'mergin', [
        'Same',
        'same',
        'lineSame',
        'prefix',
        'typo',
        'linePrefix',
        'mergim',
        'lineMergim',
      ]);
    },

  'search: several words add up': async (store) => {
    await insertCards(
      store,
      titled(['data science', 'data scientist', 'database science', 'dataa scienc', 'science']),
    );
    await expectFound(store, 'data science', ['c0', 'c2', 'c3']);
    await expectFound(store, 'data scien', ['c0', 'c1', 'c2', 'c3']);
    await expectFound(store, 'science data science', ['c0', 'c2', 'c3']);
  },

  'search: changed and removed records, inside the write and after it': async (store) => {
    await insertCards(store, [card('a', { title: 'alpha' }), card('b', { lines: ['alpha', 'beta'] })]);
    await expectFound(store, 'alpha', ['a', 'b']);
    await store.write(async (tx) => {
      await tx.replace(cards, card('a', { title: 'gamma' }));
      await tx.insert(cards, card('c', { title: 'alphabet' }));
      const { items } = await tx.search(cards, 'alpha');
      expectSame(
        items.map(({ id }) => id),
        ['b', 'c'],
        'inside the write',
      );
    });
    await expectFound(store, 'alpha', ['b', 'c']);
    await expectFound(store, 'gamma', ['a']);
    await store.write(async (tx) => {
      await tx.remove(cards, 'b');
      await tx.replace(cards, card('c'));
    });
    await expectFound(store, 'alpha', []);
    await expectFound(store, 'alhpa', []);
    await expectFound(store, 'beta', []);
  },

  'search: pages follow each other, and the items are whole records': async (store) => {
    const made = Array.from({ length: 45 }, (_, number) =>
      card(`c${100 + number}`, { title: number % 3 ? 'mentors' : 'mentor' }),
    );
    await insertCards(store, made);
    const best = made.filter(({ title }) => title === 'mentor');
    const ranked = [...best, ...made.filter(({ title }) => title !== 'mentor')];
    const first = await store.read((tx) => tx.search(cards, 'mentor'));
    expectSame(first.items, ranked.slice(0, 20), 'the first page');
    const second = await store.read((tx) => tx.search(cards, 'mentor', { after: first.next, limit: 25 }));
    expectSame(second.items, ranked.slice(20), 'the second page');
    expectSame(second.next, undefined, 'the cursor of the last page');
    for (const after of ['', 'x', '["a","b"]', '[1]', '[1,2]', '{}', '[1,"\\u0000"]']) {
      await expectRefusal(
        store.read((tx) => tx.search(cards, 'mentor', { after })),
        'invalid',
        undefined,
        `the cursor ${after}`,
      );
    }
  },

  'search: random texts, changed at random, and random queries agree with the shared ranking': (store) =>
    withSeed(async (random) => {
      const model = new Map<string, Card>();
      for (let round = 0; round < 5; round++) {
        await changeSome(store, random, model);
        const candidates = [...model.values()].map((each) => ({
          id: each.id,
          words: indexWords(cards, each),
        }));
        for (let query = 0; query < 40; query++) {
          const text = mistyped(random, random.some(randomText(random).split(' '), 2).join(' '));
          const limit = 1 + random.below(30);
          const page = await store.read((tx) => tx.search(cards, text, { limit }));
          const found = { ids: page.items.map(({ id }) => id), next: page.next };
          const { ids, next } = searchPage(candidates, wordsOf(text), { limit });
          expectSame(found, { ids, next }, `round ${round}, searching ${text}`);
        }
      }
    }),
};

/** Inserts, replaces and removes up to 80 cards in one write. */
async function changeSome(store: Store, random: Random, model: Map<string, Card>): Promise<void> {
  const ids = Array.from({ length: 80 }, (_, number) => `r${number}`);
  const changes = random.some(ids).map((id) => ({
    ...card(id, { title: randomText(random), lines: [randomText(random), randomText(random)] }),
    isGone: model.has(id) && random.below(4) === 0,
  }));
  await store.write(async (tx) => {
    for (const { isGone, ...change } of changes) {
      if (isGone) await tx.remove(cards, change.id);
      else if (model.has(change.id)) await tx.replace(cards, change);
      else await tx.insert(cards, change);
    }
  });
  for (const { isGone, ...change } of changes) {
    if (isGone) model.delete(change.id);
    else model.set(change.id, change);
  }
}

const SYLLABLES = ['an', 'na', 'ba', 'n', 'ø', 'é', '東', '京', 'ß', 'ท', '🎉', 'A'];

function randomText(random: Random): string {
  const word = (): string =>
    Array.from({ length: 1 + random.below(4) }, () => random.pick(SYLLABLES)).join('');
  return Array.from({ length: 1 + random.below(3) }, word).join(' ');
}

/** The text with up to two random changes of a letter. */
function mistyped(random: Random, text: string): string {
  const letters = [...text];
  for (let typos = random.below(3); typos > 0; typos--) {
    letters.splice(
      random.below(letters.length + 1),
      random.below(2),
      ...random.some(['a', 'n', 'b', '東'], 1),
    );
  }
  return letters.join('');
}
