// Makes ratings.json, next to this file, from the source data.
//
//   node generate-ratings.mjs <folder with the source data>
//
// The same source gives the same bytes. Where it comes from, and under which license: NOTICE.md.
// Each row is what one student ticked in thirteen questions about a course, from 1 to 5. Rows that are the same
// all along are left out. Who sits beside a row in the demo is chosen by the seed and has nothing to do with it.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = process.argv[2];
if (!source) throw new Error('Usage: node generate-ratings.mjs <folder with the source data>');

const QUESTIONS = 13;
const ROWS = 400;

const [head, ...lines] = readFileSync(join(source, 'feedback', 'turkiye-course-evaluation.csv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
const first = head.indexOf('Q1');
const rows = lines
  .map((cells) => cells.slice(first, first + QUESTIONS).map(Number))
  .filter((row) => new Set(row).size > 2);
const step = Math.floor(rows.length / ROWS);
const taken = Array.from({ length: ROWS }, (_, at) => rows[at * step].join(''));
writeFileSync(new URL('ratings.json', import.meta.url), `${JSON.stringify(taken, null, 1)}\n`);
