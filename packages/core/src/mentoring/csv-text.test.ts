import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCsv } from '../people/csv.js';
import { csvText } from './csv-text.js';

test('what is written can be read again: quotes, commas, line ends, nothing', () => {
  const rows = [
    ['plain', 'a "quoted" word', 'one,\ntwo\r\nthree', ''],
    ['', 'ü ł 漢', ' spaces ', 'x'],
  ];
  const { header, rows: read } = parseCsv(csvText(['a', 'b', 'c', 'd'], rows));
  assert.deepEqual(header.cells, ['a', 'b', 'c', 'd']);
  assert.deepEqual(
    read.map((row) => row.cells),
    rows,
  );
});

test('no text begins as a formula, also none that needs quotes; numbers stay numbers', () => {
  const text = csvText(
    ['x'],
    [['=1+1'], ['+41'], ['-2'], ['@SUM(A1)'], ['\t=1'], ['=HYPERLINK("a","b")'], [-2]],
  );
  assert.deepEqual(text.split('\r\n').slice(1, -1), [
    "'=1+1",
    "'+41",
    "'-2",
    "'@SUM(A1)",
    "'\t=1",
    `"'=HYPERLINK(""a"",""b"")"`,
    '-2',
  ]);
  assert.equal(csvText(['x'], [['\r=1']]).split('\n')[1], `"'\r=1"\r`);
});
