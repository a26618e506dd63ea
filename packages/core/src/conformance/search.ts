import { expectFound, idsOf, titled } from './expect-search.js';
import { expect, expectSame } from './expect.js';
import { card, insertCards, type Checks } from './sample.js';

/** Contract point 9: `search` finds the same on every store. */
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
};
