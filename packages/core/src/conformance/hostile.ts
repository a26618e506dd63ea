import type { Random } from './random.js';
import type { Note } from './sample.js';

const TEXTS = [
  '',
  ' ',
  '\t\n\r\u000b\u000c\u0001\u001f\u007f\u0085\u00a0\u2028\u2029',
  `'"\`\\/%_?:$1@#;--/*{}[]<>&`,
  '\ufeffa\ufffe\uffff\ufffd\ue000\u{10ffff}',
  'é e\u0301 ß ſ ı İ ﷺ ﬃ',
  'שָׁלוֹם سَلَام नमस्ते สวัสดี 안녕 你好 𠀀 𓀀 👩🏽‍🚀 🇩🇪 \u202eabc',
  '\\u0000 \\ud800 %00 null undefined NaN',
  '0123456789',
  '1e5',
  'true',
  '2026-01-01T00:00:00.000Z',
];

/** JSON values that stores tend to change. */
export function hostileValues(): unknown[] {
  return [
    ...TEXTS,
    everyPlane(),
    'ab€🎉'.repeat(25_000),
    ...[
      0,
      -0,
      1,
      -1,
      0.1,
      1e-7,
      5e-324,
      1e21,
      1e300,
      1.7976931348623157e308,
      2 ** 53 - 1,
      1 - 2 ** 53,
      2 ** 31,
      2 ** 63,
    ],
    ...[true, false, null, [], {}, [[]], [{}], { '': {} }, [null], { a: null, b: [null, [null]] }],
    // Literals would set the prototype; a parsed key is only a key.
    JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":1},"toString":2,"hasOwnProperty":null}',
    ),
    JSON.parse('[{"__proto__":[1]},{"length":3,"0":"a"},{"toJSON":1},{"then":1},{"id":"another"}]'),
    {
      'a.b': 1,
      'a b': 2,
      $ref: 3,
      '$.x': 4,
      '"': 5,
      "'": 6,
      '\\': 7,
      '10': 8,
      '9': 9,
      '': 10,
      '\u{1f389}': 11,
    },
    nested(40),
    Array.from({ length: 5000 }, (_, number) => number),
  ];
}

/** A letter of each plane of Unicode and the edges of its ranges. */
function everyPlane(): string {
  const points = Array.from({ length: 17 }, (_, plane) =>
    [0x1, 0x41, 0xd7ff, 0xe000, 0xfffd, 0xffff].map((at) => plane * 0x10000 + at),
  );
  return String.fromCodePoint(...points.flat());
}

function nested(depth: number): unknown {
  return depth === 0 ? 'bottom' : [{ deeper: nested(depth - 2) }];
}

/** A random JSON value with texts and numbers of the kinds above. */
export function randomValue(random: Random, depth: number): unknown {
  const kind = random.below(depth > 0 ? 7 : 5);
  if (kind === 0) return null;
  if (kind === 1) return random.below(2) === 0;
  if (kind === 2) return random.below(2 ** 31) - 2 ** 30;
  if (kind === 3) return random.below(2 ** 31) / random.pick([3, 7, 1e9, 1e-9]);
  if (kind === 4) return randomText(random);
  const items = Array.from({ length: random.below(5) }, () => randomValue(random, depth - 1));
  return kind === 5 ? items : Object.fromEntries(items.map((item) => [randomText(random), item]));
}

function randomText(random: Random): string {
  const letters = Array.from({ length: random.below(12) }, () => {
    const point = 1 + random.below(random.pick([0x7f, 0x7ff, 0xffff, 0x10ffff]));
    return point >= 0xd800 && point <= 0xdfff ? random.pick(TEXTS) : String.fromCodePoint(point);
  });
  return letters.join('');
}

/** Ids that a store with a collation, a pattern or a normal form would take for each other. */
export function hostileIds(): string[] {
  return [
    'a',
    'A',
    'a ',
    ' a',
    'á',
    'a\u0301',
    'ａ',
    'ª',
    '%',
    '_',
    'a%',
    "a'",
    'a"',
    'a\\',
    '\n',
    '1',
    '01',
    '1.0',
    'ß',
    'ss',
    '\uffff',
    '🎉',
    '\u200ba',
    '__proto__',
    'constructor',
    'x'.repeat(800),
  ];
}

/** Records that hold what PostgreSQL or UTF-8 cannot. */
export function unstorable(): Note[] {
  return [
    { id: 'a\u0000' },
    { id: '\ud800' },
    { id: 'x'.repeat(801) },
    { id: 'a', value: '\u0000' },
    { id: 'a', value: 'text \ud83c text' },
    { id: 'a', value: '\udf89\ud83c' },
    { id: 'a', value: [{ deep: ['\u0000'] }] },
    { id: 'a', value: { 'key\u0000': 1 } },
    { id: 'a', value: { '\udc00': 1 } },
  ];
}
