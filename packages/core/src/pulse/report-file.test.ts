import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from './model/report.js';
import { fileOf } from './report-file.js';

const item = {
  ...{ id: 'risk', kind: 'mean' as const, prompt: '=Risk, "and"', index: false, reversed: false },
  ...{ min: 1, max: 5, labels: ['a', 'b', 'c', 'd', 'e'] },
};
const hidden = { shown: false as const };
const report: Report = {
  ...{ waveId: 'w', surveyId: 's', guide: [], rate: hidden },
  items: [
    {
      ...item,
      cell: { shown: true, n: '10-19', mean: 3.5, spread: 1, bars: [{ from: 1, to: 2, percent: 40 }] },
      trend: { shown: true, before: 3, after: 3.5 },
    },
    { ...item, id: 'other', cell: hidden, trend: hidden },
  ],
  words: [
    { questionId: 'words', prompt: 'Say', cell: { shown: true, texts: [{ text: '+1', threadId: 't' }] } },
  ],
};

test('the table has every item, says what is hidden, and no cell that a spreadsheet would run', () => {
  const { text } = fileOf(report, 'csv');
  const lines = text.trim().split('\r\n');
  assert.equal(lines[1], '"\'=Risk, ""and""",,10-19,3.5,5,,1,3,,');
  assert.equal(lines[2], '"\'=Risk, ""and""",1 to 2,,,,,,,40,');
  assert.equal(lines[3], '"\'=Risk, ""and""",,hidden,,,,,,,');
  assert.equal(lines[4], "Say,,,,,,,,,'+1");
  assert.ok(!text.includes('threadId'));
});

test('the JSON is the report itself', () => {
  assert.deepEqual(JSON.parse(fileOf(report, 'json').text), report);
});
