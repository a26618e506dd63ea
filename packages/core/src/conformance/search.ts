import { indexWords, searchPage, wordsOf } from '../store/search.js';
import type { Store } from '../store/store.js';
import { expect, expectRefusal, expectSame } from './expect.js';
import { withSeed, type Random } from './random.js';
import { card, cards, insertCards, type Card, type Checks } from './sample.js';

/** Contract point 9: `search` finds and ranks the same on every store. */
export const searchChecks: Checks = {
  'search: case, accents and letters typed without them make no difference': async (store) => {
    const titles = [
      'Øystein Łukasz Đorđe',
      'STRASSE Straße',
      'Ærø Œuvre Þór',
      'Ängström Müller',
      'naïve CAFÉ',
      'Ｆｕｌｌ ﬁsh',
    ];
    await insertCards(
      store,
      titled([...titles, 'Ελλάς Ξέρξης', 'Ёлка Київ', 'إدارة مُحَمَّد', 'İstanbul Iğdır', 'ŋuo ħal']),
    );
    const found = await Promise.all(
      [
        ...[
          'oystein',
          'LUKASZ',
          'đorđe',
          'djordje',
          'dorde',
          'straße',
          'strasse',
          'aero',
          'oeuvre',
          'thor',
          'muller',
        ],
        ...[
          'ÄNGSTRÖM',
          'naive',
          'cafe\u0301',
          'full',
          'fish',
          'ελλασ',
          'ξερξησ',
          'елка',
          'киів',
          'ادارة',
          'محمد',
        ],
        ...['istanbul', 'ıgdir', 'nuo', 'hal'],
      ].map(async (text) => (await idsOf(store, text)).join()),
    );
    const expected = 'c0,c0,c0,,c0,c1,c1,c2,c2,c2,c3,c3,c4,c4,c5,c5,c6,c6,c7,c7,c8,c8,c9,c9,c10,c10';
    expectSame(found.join(), expected, 'found');
  },

  'search: words match by their beginning, and all must match': async (store) => {
    await insertCards(
      store,
      titled(['kubernetes operator', 'kubernetes', 'operations', 'cube', 'no title at all']),
    );
    await expectFound(store, 'kub', ['c0', 'c1']);
    await expectFound(store, 'k op', ['c0']);
    await expectFound(store, 'op', ['c0', 'c2']);
    await expectFound(store, 'operator, KUBERNETES!', ['c0']);
    await expectFound(store, 'kubernetes cube', []);
    await expectFound(store, 'ubernete', []);
    await expectFound(store, 'bernetes', []);
  },

  'search: a text without words finds nothing': async (store) => {
    await insertCards(store, titled(['something', '!!!']));
    for (const text of ['', '   ', '!!!', '%', '_', '*', '\u0301', '🎉']) await expectFound(store, text, []);
  },

  'search: one typo of each kind from four letters on': async (store) => {
    await insertCards(store, titled(['mentor', 'anna', 'tom', 'zoë 🎉', 'abcdef']));
    const typos = ['mento', 'metnor', 'mentorr', 'mentoe', 'xmentor', 'entor', 'mmentor', 'emntor', 'mentro'];
    for (const typo of typos) await expectFound(store, typo, ['c0']);
    for (const typo of ['menotr s', 'metnro', 'mxntxr', 'mntr', 'torment', 'mentorrr'])
      await expectFound(store, typo, []);
    for (const typo of ['anan', 'hanna', 'anma', 'annaa']) await expectFound(store, typo, ['c1']);
    for (const short of ['tmo', 'ton', 'tomm', 'ana', 'zoey']) await expectFound(store, short, []);
    await expectFound(store, 'abdcef', ['c4']);
    await expectFound(store, 'acbdfe', []);
  },

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

  'search: scripts without spaces are found by any later part, and vowel signs count': async (store) => {
    await insertCards(store, [
      ...titled([
        '東京タワー',
        '機械学習エンジニア',
        '데이터분석가',
        'การจัดการโครงการ',
        'हिन्दी',
        'हद',
        'ガス',
        'カス',
        '京都2024年',
      ]),
      card('c9', { lines: ['人', '管理 リーダー'] }),
    ]);
    const sought = {
      東京: 'c0',
      京: 'c0,c8',
      タワー: 'c0',
      学習: 'c1',
      エンジニア: 'c1',
      분석: 'c2',
      데이터: 'c2',
      โครงการ: 'c3',
    };
    for (const [text, ids] of Object.entries(sought))
      expectSame((await idsOf(store, text)).join(), ids, text);
    for (const [text, ids] of Object.entries({
      हिन: 'c4',
      ह: 'c4,c5',
      हद: 'c5',
      ガ: 'c6',
      ｶﾞｽ: 'c6',
      カ: 'c7',
      '2024': 'c8',
      '京都 年': 'c8',
      リーダー: 'c9',
    })) {
      expectSame((await idsOf(store, text)).join(), ids, text);
    }
  },

  'search: changed and removed records, inside the write and after it': async (store) => {
    await insertCards(store, [card('a', { title: 'alpha' }), card('b', { lines: ['alpha', 'beta'] })]);
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

  'search: long and hostile texts neither fail nor take long': async (store) => {
    const long = 'x'.repeat(30_000);
    await insertCards(store, [
      card('a', { title: `${long} beta`, lines: ['東'.repeat(2000), `${'word '.repeat(5000)}end`] }),
    ]);
    await expectFound(store, 'beta', ['a']);
    await expectFound(store, 'x'.repeat(39), ['a']);
    await expectFound(store, long, ['a']);
    await expectFound(store, '東東東', ['a']);
    for (const text of [
      '%'.repeat(50_000),
      "' or 1=1 --",
      '"a" NEAR b*',
      'a\u0000b',
      '\ud800',
      'a'.repeat(50_000),
    ])
      await expectFound(store, text, []);
    expect((await idsOf(store, 'beta '.repeat(10_000))).length === 1, 'ten thousand times the same word');
  },

  'search: random texts and random queries agree with the shared ranking over all records': (store) =>
    withSeed(async (random) => {
      const made = Array.from({ length: 80 }, (_, number) =>
        card(`r${number}`, { title: randomText(random), lines: [randomText(random), randomText(random)] }),
      );
      await insertCards(store, made);
      const candidates = made.map((each) => ({ id: each.id, words: indexWords(cards, each) }));
      for (let round = 0; round < 150; round++) {
        const text = mistyped(random, random.pick(randomText(random).split(' ')));
        const limit = 1 + random.below(30);
        const page = await store.read((tx) => tx.search(cards, text, { limit }));
        const { ids, next } = searchPage(candidates, wordsOf(text), { limit });
        expectSame(
          { ids: page.items.map(({ id }) => id), next: page.next },
          { ids, next },
          `searching ${text}`,
        );
      }
    }),
};

/** Cards c0, c1, … with these titles. */
function titled(titles: readonly string[]): Card[] {
  return titles.map((title, number) => card(`c${number}`, { title }));
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

async function idsOf(store: Store, text: string): Promise<string[]> {
  const { items } = await store.read((tx) => tx.search(cards, text));
  return items.map(({ id }) => id);
}

async function expectFound(store: Store, text: string, ids: readonly string[]): Promise<void> {
  expectSame(await idsOf(store, text), ids, `searching ${text.slice(0, 60)}`);
}
